"""``provtrack init``: make an empty store."""

from pathlib import Path
from typing import Annotated

import typer

from provtrack.cli.consoles import stdout
from provtrack.cli.options import By


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("init")(init)


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where to make it; here if not given.")
    ] = Path(),
    by: By = None,
    id_prefix: Annotated[
        str | None,
        typer.Option("--id-prefix", metavar="URI", help="What the documents' URIs begin with."),
    ] = None,
) -> None:
    """Make an empty store: versions/, reports/ and provtrack.toml.

    Example: [bold]provtrack init archive --by "Anna Petrova"[/bold]
    """
    from provtrack.recording import create_project

    project = create_project(folder, by=by, id_prefix=id_prefix)
    stdout().print(f"Store made in {project.folder / 'versions'}.")
