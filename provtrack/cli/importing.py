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
    it was. Of a document held with a shorter history, what came after it is added; two histories
    that went apart are refused. To add a version to a document, use [bold]provtrack record[/bold].

    Example: [bold]provtrack import oder-1962.zip[/bold]
    """
    from provtrack.config import find_project
    from provtrack.exchanging import import_document
    from provtrack.recording import open_store

    package, added = import_document(open_store(find_project(Path.cwd())), path)
    count = len(package.events)
    first = 1 if added in (0, count) else count - added + 1
    words = "imported" if added else "held already, with the same history"
    words = f"{words} what was added to it elsewhere" if first > 1 else words
    events = f"event {count}" if first == count > 1 else f"events {first} to {count}"
    stdout().print(f"{package.document}: {words}, {events}, head {package.head[:12]}")
