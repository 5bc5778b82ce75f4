"""``provtrack compare``: what differs between versions, as a report or as data."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from provtrack.cli.consoles import put_out, stdout, tell
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


class ComparisonFormat(StrEnum):
    """How a comparison is written."""

    HTML = "html"
    JSON = "json"
    CSV = "csv"
    MD = "md"
    TEI = "tei"
    DOCX = "docx"


ENDINGS = {"htm": "html", "xml": "tei"}


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("compare")(compare)


def compare(
    base: BaseVersion,
    witnesses: Annotated[
        list[str], typer.Argument(metavar="WITNESS", help="One or more, named likewise.")
    ],
    format: Annotated[  # noqa: A002 - the option's name
        ComparisonFormat | None,
        typer.Option("--format", help="A report (html), or data; else told by --output."),
    ] = None,
    paragraphs: Paragraphs = ParagraphRule.BLANK_LINE,
    charset: Charset = None,
    base_language: BaseLanguage = None,
    witness_language: WitnessLanguage = None,
    embedder: EmbedderName = None,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="Write to this file.")
    ] = None,
    force: Force = False,
    no_lexicon: NoLexicon = False,
) -> None:
    """Compare versions paragraph by paragraph; an abstract is read for what it covers.

    Without --output a report goes to reports/ (of plain files: to this folder), data to stdout.

    Example: [bold]provtrack compare oder-1962:E1 oder-1962:E2[/bold]
    """
    from provtrack.comparing import PlainReading, choose_embedder, compare_versions, open_version
    from provtrack.exporters import COMPARISON_FORMATS
    from provtrack.lexicons import lexicons_around

    format = format or format_of(output, ComparisonFormat.HTML, ENDINGS)  # noqa: A001
    here, by_line = Path.cwd(), paragraphs is ParagraphRule.LINE
    reading = PlainReading(language=base_language, by_line=by_line, charset=charset)
    opened = [open_version(base, here, reading=reading)]
    reading = PlainReading(language=witness_language, by_line=by_line, charset=charset)
    opened += [open_version(name, here, reading=reading) for name in witnesses]
    chosen = choose_embedder(embedder, opened, tell=tell)
    lexicons = lexicons_around(here)
    compared = compare_versions(
        opened[0], opened[1:], chosen=chosen, lexicons=lexicons, no_lexicon=no_lexicon
    )
    for remark in compared.remarks:
        tell(remark)
    if format is ComparisonFormat.HTML:
        for sentence in compared.findings():
            tell(sentence)
        stdout().print(str(compared.write_report(here, output=output, force=force)))
    else:
        put_out(COMPARISON_FORMATS[format](compared.collation), output, force=force)
