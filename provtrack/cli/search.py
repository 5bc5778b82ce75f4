"""``provtrack search``: where words stand in the recorded versions."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provtrack.cli.consoles import counting, stderr, stdout, tell
from provtrack.cli.json_output import print_json
from provtrack.cli.options import Format, TextFormat
from provtrack.model.names import version_name

if TYPE_CHECKING:
    from provtrack.indexing import Refreshed
    from provtrack.search import Located
    from provtrack.searching import FoundPassage

ELLIPSIS = re.compile(r"\[\s*(?:\.\s?\.\s?\.|…)\s*\]|…|\.\s?\.\s?\.")


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("search")(search)


def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS...", help="Words as they stand; ... for what is left out."),
    ],
    against: Annotated[
        str | None,
        typer.Option(
            "--against", metavar="DIR|DOCUMENT", help="Search this folder, or this document only."
        ),
    ] = None,
    format: Format = TextFormat.TEXT,  # noqa: A002 - the option's name
) -> None:
    """Find where words stand in the recorded versions, exactly or with changes.

    Case, diacritics, quotation marks, dashes and words broken over two lines make no difference.

    Example: [bold]provtrack search "the far bank of the river"[/bold]
    """
    from provtrack.config import find_project
    from provtrack.errors import UsageError
    from provtrack.searching import open_index, with_context
    from provtrack.searching import search as search_in

    segments = [part.strip() for part in ELLIPSIS.split(" ".join(words)) if part.strip()]
    if not any(sign.isalnum() for part in segments for sign in part):
        raise UsageError("nothing to search for: name some words, as they stand in a document.")
    with counting("Indexing") as step:
        index, refreshed, document = open_index(
            lambda: find_project(Path.cwd()), against, step=step
        )
    _tell_of(refreshed)
    located = search_in(segments, index, document=document)
    passages = [one for found in located for one in found.passages]
    shown = with_context(passages, index)
    if format is TextFormat.JSON:
        print_json({"words": segments, "texts": len(index), "found": _fields(located, shown)})
    elif shown:
        for one in shown:
            _print(one)
    elif not len(index):
        tell("There is no text to search.")
    else:
        stderr().print(f"These words stand in none of the {len(index):,} texts that are searched.")


def _tell_of(refreshed: "Refreshed") -> None:
    """Say what is odd about the index."""
    if refreshed.fault:
        tell(f"The index was made anew: {refreshed.fault}")
    for name in (*refreshed.unlisted, *refreshed.unread):
        tell(f"{name} could not be read and is not searched.")


def _fields(located: "list[Located]", shown: "list[FoundPassage]") -> list[dict[str, object]]:
    """Return what was found, for JSON: one entry for each place, with its passages in order."""
    context = {one.passage: one for one in shown}
    return [
        {
            "similarity": one.similarity,
            "passages": [
                {
                    "document": passage.document,
                    "siglum": passage.siglum,
                    "revision": passage.revision,
                    "file": passage.file,
                    "start": passage.span.start,
                    "end": passage.span.end,
                    "similarity": passage.similarity,
                    "before": context[passage].before,
                    "text": context[passage].text,
                    "after": context[passage].after,
                }
                for passage in one.passages
                if passage in context
            ],
        }
        for one in located
    ]


def _print(found: "FoundPassage") -> None:
    """Print a passage: where it stands, then its words with those around them."""
    place = found.passage
    name = version_name(place.document, place.siglum) if place.siglum else place.file
    name += f"@{place.revision}" if place.revision > 1 else ""
    words = "" if place.similarity == 1 else f"  similarity {place.similarity:.2f}"
    console = stdout()
    console.print(f"{name}  {place.span.start}-{place.span.end}{words}", style="bold")
    line = console.render_str("  " + " ".join(found.before.split(" ")).replace("\n", " "))
    line.append(console.render_str(found.text.replace("\n", " "), style="bold underline"))
    line.append(console.render_str(found.after.replace("\n", " ")))
    console.print(line)
