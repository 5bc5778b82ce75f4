"""``provtrack import``: a document that somebody exported, with its whole history."""

from pathlib import Path
from typing import Annotated

import typer

from provtrack.cli.consoles import stdout


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("import")(import_)


def import_(
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="A folder or .zip that provtrack exported.")
    ],
) -> None:
    """Import a document with its whole history: a plain folder, BagIt bag or RO-Crate.

    It is imported whole or not at all, and only if nothing in it was altered; its head stays what
    it was. To add a version to a document, use [bold]provtrack record[/bold].

    Example: [bold]provtrack import oder-1962.zip[/bold]
    """
    from provtrack.config import find_project
    from provtrack.exchanging import import_document
    from provtrack.recording import open_store

    package, is_new = import_document(open_store(find_project(Path.cwd())), path)
    words = "imported" if is_new else "held already, with the same history"
    stdout().print(
        f"{package.document}: {words}, events 1 to {len(package.events)}, head {package.head[:12]}"
    )
