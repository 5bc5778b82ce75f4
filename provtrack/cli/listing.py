"""``provtrack list`` and ``provtrack log``: what the store holds, and what was done."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provtrack.cli.consoles import stderr, stdout, table
from provtrack.cli.json_output import print_json
from provtrack.cli.options import Format, TextFormat

if TYPE_CHECKING:
    from provtrack.model.document import Version
    from provtrack.store import Summary


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("list")(list_documents)
    app.command("log")(log)


def list_documents(
    document: Annotated[
        str | None, typer.Argument(metavar="DOCUMENT", help="Only this document.")
    ] = None,
    format: Format = TextFormat.TEXT,  # noqa: A002 - the option's name
) -> None:
    """List the documents of the store and their versions.

    Example: [bold]provtrack list --format json[/bold]
    """
    from provtrack.config import find_project
    from provtrack.store import Store, summaries_of

    store = Store.open(find_project(Path.cwd()).versions)
    summaries = [s for s in summaries_of(store) if document in (None, s.document)]
    if document and not summaries:
        store.history(document)  # says that there is no such document, and what there is
    if format is TextFormat.JSON:
        print_json({"documents": [_fields(summary) for summary in summaries]})
        return
    grid = table("Document", "Siglum", "Kind", "Language", "Title")
    for summary in summaries:
        for row in _rows(summary):
            grid.add_row(*row)
    if summaries:
        stdout().print(grid)
    else:
        stderr().print("The store is empty. Record a first version with `provtrack record`.")


def _rows(summary: "Summary") -> Iterator[tuple[str, str, str, str, str]]:
    """Yield one row per version; of a damaged document, what is wrong."""
    if summary.metadata is None:
        yield summary.document, "", "damaged", "", summary.fault or ""
        return
    title = summary.metadata.title + (" (invented)" if summary.metadata.invented else "")
    if not summary.versions:
        yield summary.document, "", "", "", title
    for version in summary.versions:
        siglum = version.siglum + (f"@{version.revision}" if version.revision > 1 else "")
        kind = version.kind + (" (retracted)" if version.retracted else "")
        yield summary.document, siglum, kind, version.language, title


def _fields(summary: "Summary") -> dict[str, object]:
    """Return what `list` says of a document, for JSON."""
    if summary.metadata is None:
        return {"document": summary.document, "fault": summary.fault, "versions": []}
    return {
        "document": summary.document,
        "title": summary.metadata.title,
        "date": summary.metadata.date,
        "invented": summary.metadata.invented,
        "events": summary.number,
        "recorded": summary.when,
        "head": summary.head,
        "versions": [_version_fields(version) for version in summary.versions],
    }


def _version_fields(version: "Version") -> dict[str, object]:
    return {
        "siglum": version.siglum,
        "revision": version.revision,
        "kind": version.kind,
        "language": version.language,
        "extent": version.extent,
        "text_sha256": version.text_sha256,
        "retracted": version.retracted,
    }


def log(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id.")],
    format: Format = TextFormat.TEXT,  # noqa: A002 - the option's name
) -> None:
    """Show what was recorded of a document: when, by whom, why.

    Example: [bold]provtrack log oder-1962[/bold]
    """
    from provtrack.config import find_project
    from provtrack.store import Store

    history = Store.open(find_project(Path.cwd()).versions).history(document)
    if format is TextFormat.JSON:
        print_json({"document": document, "head": history.head, "events": history.events})
        return
    grid = table("No.", "When", "Act", "By", "Versions", "Reason", "Head")
    for event, head in zip(history.events, history.heads, strict=True):
        grid.add_row(
            str(event.number),
            event.when,
            event.kind,
            event.by,
            " ".join(event.versions),
            event.reason or "",
            head[:12],
        )
    stdout().print(grid)
