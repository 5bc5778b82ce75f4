"""``provtrack demo``: the reports of the invented specimen, in a few seconds."""

from pathlib import Path

import typer

from provtrack.cli.consoles import stderr, stdout


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("demo")(demo)


def demo() -> None:
    """Build the reports of an invented document, and say where they are.

    In a checkout of provtrack they go to its reports/; elsewhere a new folder is made for them.

    Example: [bold]provtrack demo[/bold]
    """
    from provtrack.demonstrating import demonstrate

    stderr().print("An invented document, made up for provtrack: not a historical source.")
    for path, words in demonstrate(Path.cwd()):
        stdout().print(f"{path}\n    {words}")
