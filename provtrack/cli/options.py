"""Options that several commands share, and who acts."""

import sys
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

import typer

from provtrack.errors import UsageError


class TextFormat(StrEnum):
    """How a command prints what it found."""

    TEXT = "text"
    JSON = "json"


class ParagraphRule(StrEnum):
    """What separates the paragraphs of a plain file."""

    BLANK_LINE = "blank-line"
    LINE = "line"


By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", help="Who acts; else the name in provtrack.toml."),
]
PinnedBase = Annotated[str, typer.Argument(metavar="BASE", help="DOCUMENT:SIGLUM.")]
PinnedWitness = Annotated[
    str, typer.Argument(metavar="WITNESS", help="DOCUMENT:SIGLUM of the same document.")
]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; kept for ever.")]
Format = Annotated[TextFormat, typer.Option("--format", help="How to print it.")]
Force = Annotated[bool, typer.Option("--force", help="Replace an existing file.")]
Paragraphs = Annotated[
    ParagraphRule,
    typer.Option("--paragraphs", help="What separates paragraphs in a plain file."),
]
BaseLanguage = Annotated[
    str | None,
    typer.Option("--base-language", metavar="TAG", help="Language of the base, if a plain file."),
]
WitnessLanguage = Annotated[
    str | None,
    typer.Option(
        "--witness-language", metavar="TAG", help="Language of the witnesses, if plain files."
    ),
]
EmbedderName = Annotated[
    str | None,
    typer.Option(
        "--embedder",
        metavar="NAME",
        help="Plug-in whose vectors have a say in alignments that are not recorded.",
    ),
]

NOTHING_ANSWERS = (
    "No paragraph of {witness} answers one of {base}: the two seem to have nothing to do with each "
    "other, or too little to tell. If they do, pin a few paragraphs, or name their languages."
)
NO_SAY = "No alignment was made here, so the embedder had no say: what is recorded is kept."


NoLexicon = Annotated[
    bool,
    typer.Option(
        "--no-lexicon", help="Between two languages, use nothing that the store has learned."
    ),
]


def who_acts(by: str | None, configured: str | None) -> str:
    """Return the name of who acts: as given, as configured, or asked on a terminal.

    Raises:
        UsageError: No name is given, and there is no terminal to ask on.
    """
    name = by or configured
    if not name and sys.stdin.isatty() and sys.stderr.isatty():
        name = typer.prompt("Who records this (your name)", err=True)
    if not name or not name.strip():
        raise UsageError(
            'who acts is not known: say --by NAME, or write by = "NAME" into provtrack.toml.'
        )
    return name.strip()


def now() -> str:
    """Return the time of an act, as events keep it: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
