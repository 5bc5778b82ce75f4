"""``provtrack export``: what is recorded of a document, in the formats of others."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from provtrack.cli.consoles import stderr, write_bytes
from provtrack.cli.options import Force


class ExportFormat(StrEnum):
    """Formats a document can be exported to."""

    PROV_JSON = "prov-json"
    PROV_N = "prov-n"
    PROV_XML = "prov-xml"


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("export")(export)


def export(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="What to export.")],
    format: Annotated[  # noqa: A002 - the option's name
        ExportFormat, typer.Option("--format", help="To which format.")
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="FILE", help="Write to this file, not to the screen."),
    ] = None,
    force: Force = False,
) -> None:
    """Export the provenance of a document.

    Example: [bold]provtrack export oder-1962 --format prov-json --output oder.json[/bold]
    """
    from provtrack.config import find_project
    from provtrack.exporters.provenance_formats import PROVENANCE_FORMATS
    from provtrack.exporters.writing import write_file
    from provtrack.store import Store
    from provtrack.tracing import trace as trace_back

    project = find_project(Path.cwd())
    store = Store.open(project.versions, id_prefix=project.settings.id_prefix)
    content = PROVENANCE_FORMATS[format.value](trace_back(store, document).statements)
    if output is None:
        write_bytes(content)
    else:
        write_file(output, content, force=force)
        stderr().print(f"Written: {output}")
