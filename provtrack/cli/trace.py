"""``provtrack trace``: where a document or a version comes from, step by step."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from provtrack.cli.chain_table import chain_table
from provtrack.cli.consoles import print_findings, stdout, write_bytes
from provtrack.cli.json_output import print_json


class TraceFormat(StrEnum):
    """How the chain is written."""

    TEXT = "text"
    SVG = "svg"
    JSON = "json"
    PROV_JSON = "prov-json"
    PROV_N = "prov-n"


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("trace")(trace)


def trace(
    name: Annotated[str, typer.Argument(metavar="DOCUMENT[:SIGLUM]", help="What to trace.")],
    format: Annotated[  # noqa: A002 - the option's name
        TraceFormat, typer.Option("--format", help="How to write the chain.")
    ] = TraceFormat.TEXT,
) -> None:
    """Trace a document, or one version, back to its original.

    Example: [bold]provtrack trace oder-1962:E1 --format svg > chain.svg[/bold]
    """
    from provtrack.config import find_project
    from provtrack.exporters.provenance_formats import PROVENANCE_FORMATS
    from provtrack.store import Store
    from provtrack.tracing import trace as trace_back

    project = find_project(Path.cwd())
    store = Store.open(project.versions, id_prefix=project.settings.id_prefix)
    traced = trace_back(store, name)
    if format is TraceFormat.JSON:
        fields = {"document": traced.document.id, "head": traced.head, "chain": traced.chain}
        print_json(fields)
    elif format is TraceFormat.SVG:
        from provtrack.reporting.chain_svg import chain_to_svg

        title = f"Provenance of {traced.document.title}"
        write_bytes(chain_to_svg(traced.chain, title=title))
    elif format is TraceFormat.TEXT:
        console = stdout()
        console.print(chain_table(traced.chain, with_words=True))
        if traced.chain.flags:
            console.print("\nOdd or missing", style="bold")
            print_findings(console, traced.chain.flags)
    else:
        write_bytes(PROVENANCE_FORMATS[format.value](traced.statements))
