"""``provtrack cite``: the citation of a version, with its archival reference as written."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from provtrack.cli.consoles import print_findings, stderr, stdout
from provtrack.cli.json_output import print_json


class CitationStyle(StrEnum):
    """By which rules a citation is written."""

    CHICAGO = "chicago"
    GOST = "gost"


class GostLanguage(StrEnum):
    """In which language a citation by GOST is."""

    RU = "ru"
    EN = "en"


class CitationFormat(StrEnum):
    """How a citation is written: a sentence, or an item of CSL-JSON."""

    TEXT = "text"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("cite")(cite)


def cite(
    name: Annotated[
        str, typer.Argument(metavar="DOCUMENT:SIGLUM[@REVISION]", help="The version to cite.")
    ],
    paragraph: Annotated[
        int | None, typer.Option("--paragraph", metavar="N", help="One paragraph of it, from 1.")
    ] = None,
    style: Annotated[
        CitationStyle, typer.Option("--style", help="The rules a sentence follows.")
    ] = CitationStyle.CHICAGO,
    language: Annotated[
        GostLanguage | None,
        typer.Option(
            "--language", help="Of a GOST citation; without it, Russian of a Russian text."
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        CitationFormat, typer.Option("--format", help="A sentence, or CSL-JSON.")
    ] = CitationFormat.TEXT,
) -> None:
    """Cite a version: archival reference as written, who made it, where it appeared, its head.

    A damaged reference is cited as it stands, and what is odd in it is said; nothing is repaired.

    Example: [bold]provtrack cite oder-1962:E1 --paragraph 3 --style gost[/bold]
    """
    from provtrack.config import find_project
    from provtrack.provenance.citation_forms import (
        cite_in_chicago,
        cite_in_csl,
        findings_of,
    )
    from provtrack.provenance.gost import cite_in_gost
    from provtrack.store import Store
    from provtrack.version_citing import cite as cited_version

    store = Store.open(find_project(Path.cwd()).versions)
    cited = cited_version(store, name, paragraph_number=paragraph)
    if format is CitationFormat.JSON:
        print_json([cite_in_csl(cited)])
        return
    is_gost = style is CitationStyle.GOST
    words = cite_in_gost(cited, language) if is_gost else cite_in_chicago(cited)
    stdout().print(Text(words), soft_wrap=True)
    print_findings(stderr(), findings_of(cited))
