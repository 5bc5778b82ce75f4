"""``provtrack align``: which paragraphs answer each other."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from provtrack.cli.consoles import tell, write_bytes
from provtrack.cli.options import (
    NO_SAY,
    NOTHING_ANSWERS,
    BaseLanguage,
    EmbedderName,
    Force,
    NoLexicon,
    ParagraphRule,
    Paragraphs,
    WitnessLanguage,
)


class AlignmentFormat(StrEnum):
    """How an alignment is written."""

    TSV = "tsv"
    JSON = "json"
    TMX = "tmx"


class AlignmentLevel(StrEnum):
    """What is aligned."""

    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("align")(align)


def align(
    base: Annotated[str, typer.Argument(help="DOCUMENT:SIGLUM[@REVISION] or a file.")],
    witness: Annotated[str, typer.Argument(help="DOCUMENT:SIGLUM[@REVISION] or a file.")],
    format: Annotated[  # noqa: A002 - the option's name
        AlignmentFormat, typer.Option("--format", help="How to write it.")
    ] = AlignmentFormat.TSV,
    level: Annotated[
        AlignmentLevel,
        typer.Option("--level", help="What is aligned; sentences inside the paragraphs' beads."),
    ] = AlignmentLevel.PARAGRAPH,
    paragraphs: Paragraphs = ParagraphRule.BLANK_LINE,
    base_language: BaseLanguage = None,
    witness_language: WitnessLanguage = None,
    embedder: EmbedderName = None,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="Write to a file.")
    ] = None,
    force: Force = False,
    no_lexicon: NoLexicon = False,
) -> None:
    """Align the paragraphs or sentences of two versions, recorded or in plain files.

    Example: [bold]provtrack align letter.ru.txt letter.en.txt --paragraphs line[/bold]
    """
    from provtrack.aligner.engine import EMBEDDER
    from provtrack.comparing import (
        align_sentences_of,
        align_versions,
        choose_embedder,
        open_version,
    )
    from provtrack.exporters import ALIGNMENT_FORMATS, SENTENCE_FORMATS
    from provtrack.exporters.writing import write_file
    from provtrack.lexicons import lexicons_around

    by_line = paragraphs is ParagraphRule.LINE
    here = Path.cwd()
    left = open_version(base, here, language=base_language, by_line=by_line)
    right = open_version(witness, here, language=witness_language, by_line=by_line)
    chosen = choose_embedder(embedder, (left, right), tell=tell)
    lexicons = None if no_lexicon else lexicons_around(here)
    alignment = align_versions(left, right, chosen=chosen, lexicons=lexicons)
    if chosen and EMBEDDER not in dict(alignment.settings):
        tell(NO_SAY)
    if not alignment.has_beads:
        tell(NOTHING_ANSWERS.format(base=left.version.name, witness=right.version.name))
    if level is AlignmentLevel.SENTENCE:
        sentences = align_sentences_of(alignment, left, right)
        content = SENTENCE_FORMATS[format](alignment, sentences, left.version, right.version)
    else:
        content = ALIGNMENT_FORMATS[format](alignment, left.version, right.version)
    if output is None:
        write_bytes(content)
    else:
        write_file(output, content, force=force)
