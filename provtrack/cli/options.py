"""Options that several commands share, and who acts."""

import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from provtrack.errors import UsageError

ChosenFormat = TypeVar("ChosenFormat", bound=StrEnum)


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
Charset = Annotated[
    str | None,
    typer.Option(
        "--charset",
        metavar="NAME",
        help="Character set of plain files that are not UTF-8, where it cannot be told: cp1251.",
    ),
]
BaseVersion = Annotated[
    str, typer.Argument(metavar="BASE", help="DOCUMENT:SIGLUM\\[@REVISION] or a file.")
]
EmbedderName = Annotated[
    str | None,
    typer.Option(
        "--embedder",
        metavar="NAME",
        help="Plug-in whose vectors have a say in alignments that are not recorded.",
    ),
]
NoLexicon = Annotated[
    bool,
    typer.Option(
        "--no-lexicon", help="Between two languages, use nothing that the store has learned."
    ),
]


def format_of(
    output: Path | None, usual: ChosenFormat, aliases: Mapping[str, str] | None = None
) -> ChosenFormat:
    """Tell a format by the ending of the file to write; the usual one where nothing tells.

    Args:
        aliases: Further endings, and the format each stands for.
    """
    ending = output.suffix.lower().removeprefix(".") if output else ""
    ending = (aliases or {}).get(ending, ending)
    kind = type(usual)
    return kind(ending) if ending in set(kind) else usual


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
