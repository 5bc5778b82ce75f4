"""``provtrack compare``: what differs between versions, as a report or as data."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from provtrack.cli.consoles import stdout, tell, write_bytes
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


class ComparisonFormat(StrEnum):
    """How a comparison is written."""

    HTML = "html"
    JSON = "json"
    CSV = "csv"
    MD = "md"
    TEI = "tei"
    DOCX = "docx"


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("compare")(compare)


def compare(
    base: Annotated[str, typer.Argument(help="DOCUMENT:SIGLUM[@REVISION] or a file.")],
    witnesses: Annotated[
        list[str], typer.Argument(metavar="WITNESS...", help="One or more, named likewise.")
    ],
    format: Annotated[  # noqa: A002 - the option's name
        ComparisonFormat | None,
        typer.Option("--format", help="A report (html), or data; else told by --output."),
    ] = None,
    paragraphs: Paragraphs = ParagraphRule.BLANK_LINE,
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
    from provtrack.comparing import (
        NO_LEXICON,
        choose_embedder,
        compare_versions,
        open_version,
    )
    from provtrack.exporters import COMPARISON_FORMATS
    from provtrack.exporters.writing import write_file
    from provtrack.lexicons import lexicons_around

    format = format or _format_of(output)  # noqa: A001 - the option's name
    by_line = paragraphs is ParagraphRule.LINE
    here = Path.cwd()
    opened = [open_version(base, here, language=base_language, by_line=by_line)]
    opened += [
        open_version(name, here, language=witness_language, by_line=by_line) for name in witnesses
    ]
    chosen = choose_embedder(embedder, opened, tell=tell)
    compared = compare_versions(
        opened[0],
        opened[1:],
        chosen=chosen,
        lexicons=None if no_lexicon else lexicons_around(here),
        options=[NO_LEXICON] if no_lexicon else [],
    )
    if chosen and not compared.embedder:
        tell(NO_SAY)
    for name in compared.unrelated():
        tell(NOTHING_ANSWERS.format(base=opened[0].version.name, witness=name))
    if format is ComparisonFormat.HTML:
        for sentence in compared.findings():
            tell(sentence)
        stdout().print(str(compared.write_report(here, output=output, force=force)))
        return
    content = COMPARISON_FORMATS[format](compared.collation)
    if output is not None:
        write_file(output, content, force=force)
    else:
        write_bytes(content)


def _format_of(output: Path | None) -> ComparisonFormat:
    """Tell the format by the ending of the file to write; a report where nothing tells."""
    ending = output.suffix.lower().removeprefix(".") if output else ""
    ending = {"htm": "html", "xml": "tei"}.get(ending, ending)
    return ComparisonFormat(ending) if ending in set(ComparisonFormat) else ComparisonFormat.HTML
