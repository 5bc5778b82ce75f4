"""``provtrack lexicon``: what the store has learned of two languages."""

from pathlib import Path
from typing import Annotated

import typer

from provtrack.cli.consoles import stderr, stdout, table
from provtrack.cli.json_output import print_json
from provtrack.cli.options import Format, TextFormat

USUAL = 50  # correspondences shown to people


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("lexicon")(lexicon)


def lexicon(
    language: Annotated[str, typer.Argument(metavar="LANGUAGE", help="BCP 47: ru.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The other language: en.")],
    most: Annotated[
        int | None,
        typer.Option("--most", metavar="N", min=1, help="How many to print; text: 50, json: all."),
    ] = None,
    format: Format = TextFormat.TEXT,  # noqa: A002 - the option's name
) -> None:
    """List which words the recorded alignments of two languages have paired, the surest first.

    Words are cut to stems. A count says how many meetings both directions agree on.

    Example: [bold]provtrack lexicon ru en --most 20[/bold]
    """
    from provtrack.config import find_project
    from provtrack.errors import UsageError
    from provtrack.lexicons import Lexicons
    from provtrack.model.lexicon import UNIT
    from provtrack.recording import open_store
    from provtrack.text.languages import check_language_tag, languages_apart, written_language

    tags = check_language_tag(language), check_language_tag(other)
    if languages_apart(*tags) is None:
        raise UsageError(f"{language} and {other} are not two languages; name two, as in: ru en.")
    names = written_language(tags[0]), written_language(tags[1])
    found = Lexicons(open_store(find_project(Path.cwd()))).between(*tags)
    known = found.read_as(*names) if found else None
    ranked = known.most_certain() if known else ()
    if format is TextFormat.JSON:
        rows = [
            {"base": ours, "witness": theirs, "count": round(count / UNIT, 3)}
            for (ours, theirs), count in ranked[:most]
        ]
        digest = known.sha256 if known else None
        print_json({"languages": list(names), "sha256": digest, "correspondences": rows})
        return
    if known is None:
        stderr().print(f"No recorded alignment has taught anything of {names[0]} and {names[1]}.")
        return
    grid = table(names[0], names[1], "count")
    for (ours, theirs), count in ranked[: most or USUAL]:
        grid.add_row(ours, theirs, f"{count / UNIT:.1f}")
    stdout().print(grid)
    stderr().print(f"{len(ranked):,} correspondences, sha256 {known.sha256}")
