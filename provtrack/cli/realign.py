"""``provtrack realign``: align a recorded pair anew, with what is known today."""

from pathlib import Path

import typer

from provtrack.cli.consoles import print_recorded
from provtrack.cli.options import By, NoLexicon, PinnedBase, PinnedWitness, Reason, now, who_acts


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("realign")(realign)


def realign(
    base: PinnedBase,
    witness: PinnedWitness,
    reason: Reason,
    no_lexicon: NoLexicon = False,
    by: By = None,
) -> None:
    """Align two recorded versions anew, with all pins and what the store has learned by now.

    A pin changes only what it touches, and a recorded alignment keeps the lexicon of its day.

    Example: [bold]provtrack realign oder-1962:R oder-1962:E1 --reason "20 more letters held"[/bold]
    """
    from provtrack.config import find_project
    from provtrack.lexicons import Lexicons
    from provtrack.recording import align_again, open_store
    from provtrack.store import parse_version_name

    project = find_project(Path.cwd())
    store, who = open_store(project), who_acts(by, project.settings.by)
    pair = parse_version_name(base), parse_version_name(witness)
    lexicons = None if no_lexicon else Lexicons(store)
    print_recorded(align_again(store, pair, reason=reason, by=who, when=now(), lexicons=lexicons))
