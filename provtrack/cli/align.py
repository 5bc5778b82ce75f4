"""``provtrack align``: which paragraphs answer each other."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from provtrack.cli.consoles import put_out, tell
from provtrack.cli.options import (
    BaseLanguage,
    BaseVersion,
    Charset,
    EmbedderName,
    Force,
    NoLexicon,
    ParagraphRule,
    Paragraphs,
    WitnessLanguage,
    format_of,
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
    base: BaseVersion,
    witness: Annotated[
        str, typer.Argument(metavar="WITNESS", help="DOCUMENT:SIGLUM\\[@REVISION] or a file.")
    ],
    format: Annotated[  # noqa: A002 - the option's name
        AlignmentFormat | None,
        typer.Option("--format", help="How to write it; else told by --output, or tsv."),
    ] = None,
    level: Annotated[
        AlignmentLevel,
        typer.Option("--level", help="What is aligned; sentences inside the paragraphs' beads."),
    ] = AlignmentLevel.PARAGRAPH,
    paragraphs: Paragraphs = ParagraphRule.BLANK_LINE,
    charset: Charset = None,
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
    from provtrack.comparing import (
        PlainReading,
        align_sentences_of,
        align_versions,
        choose_embedder,
        open_version,
    )
    from provtrack.exporters import ALIGNMENT_FORMATS, SENTENCE_FORMATS
    from provtrack.lexicons import lexicons_around

    format = format or format_of(output, AlignmentFormat.TSV)  # noqa: A001 - the option's name
    here, by_line = Path.cwd(), paragraphs is ParagraphRule.LINE
    left, right = (
        open_version(
            name, here, reading=PlainReading(language=tag, by_line=by_line, charset=charset)
        )
        for name, tag in ((base, base_language), (witness, witness_language))
    )
    chosen = choose_embedder(embedder, (left, right), tell=tell)
    lexicons = lexicons_around(here)
    found = align_versions(left, right, chosen=chosen, lexicons=lexicons, no_lexicon=no_lexicon)
    for remark in found.remarks:
        tell(remark)
    alignment, versions = found.alignment, (left.version, right.version)
    if level is AlignmentLevel.SENTENCE:
        known = None if no_lexicon else lexicons
        sentences = align_sentences_of(alignment, left, right, lexicons=known)
        content = SENTENCE_FORMATS[format](alignment, sentences, *versions)
    else:
        content = ALIGNMENT_FORMATS[format](alignment, *versions)
    put_out(content, output, force=force)
