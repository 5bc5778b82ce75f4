"""``provtrack export``: what is recorded of a document, in the formats of others."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from provtrack.cli.consoles import put_out, stderr
from provtrack.cli.options import Force


class ExportFormat(StrEnum):
    """Formats a document can be exported to; a test holds them against `exchanging.FORMATS`."""

    FOLDER = "folder"
    BAGIT = "bagit"
    RO_CRATE = "ro-crate"
    TEI = "tei"
    TMX = "tmx"
    CSL_JSON = "csl-json"
    EAD = "ead"
    WEB_ANNOTATION = "web-annotation"
    PROV_JSON = "prov-json"
    PROV_N = "prov-n"
    PROV_XML = "prov-xml"
    PROV_TRIG = "prov-trig"


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
        typer.Option(
            "--output",
            metavar="PATH",
            help="Write to this file, not to the screen; to this folder or .zip.",
        ),
    ] = None,
    force: Force = False,
) -> None:
    """Export a document: whole (folder, bagit, ro-crate), its texts, or its provenance.

    Example: [bold]provtrack export oder-1962 --format bagit --output oder-1962.zip[/bold]
    """
    from provtrack.config import find_project
    from provtrack.errors import UsageError
    from provtrack.exchanging import export_document
    from provtrack.exporters.writing import write_folder
    from provtrack.recording import open_store

    store = open_store(find_project(Path.cwd()))
    content = export_document(store, document, format.value)
    if isinstance(content, bytes):
        put_out(content, output, force=force)
    elif output is None:
        raise UsageError(f"{format} is a folder: say --output FOLDER, or --output FILE.zip.")
    else:
        write_folder(output, content, force=force)
    if output is not None:
        stderr().print(f"Written: {output}")
