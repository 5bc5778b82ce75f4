"""``provtrack correct``, ``retract``, ``note`` and ``describe``: what is amended, with a reason."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provtrack.cli.consoles import print_recorded
from provtrack.cli.options import By, NoLexicon, Reason, now, who_acts

if TYPE_CHECKING:
    from provtrack.store import Store

VersionArgument = Annotated[str, typer.Argument(metavar="DOCUMENT:SIGLUM", help="The version.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("describe")(describe)
    app.command("correct")(correct)
    app.command("retract")(retract)
    app.command("note")(note)


def _acting(by: str | None) -> tuple["Store", str]:
    """Open the store around this folder; say who acts."""
    from provtrack.config import find_project
    from provtrack.recording import open_store

    project = find_project(Path.cwd())
    return open_store(project), who_acts(by, project.settings.by)


def describe(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Its id.")],
    reason: Reason,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Replaces the title in its language.")
    ] = None,
    date: Annotated[str | None, typer.Option(metavar="EDTF", help="The date: 1962-11-02.")] = None,
    reference: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="Replaces the archival references.")
    ] = None,
    type: Annotated[  # noqa: A002 - the option's name
        str | None, typer.Option(metavar="TEXT", help="What the document is.")
    ] = None,
    rights: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Rights, in the words printed.")
    ] = None,
    agent: Annotated[
        list[str] | None, typer.Option(metavar="ROLE=NAME", help="Replaces those in that role.")
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar="TEXT", help="A note on the document.")
    ] = None,
    by: By = None,
) -> None:
    """Amend what is recorded of a document; what stood before stays in its history.

    Example: [bold]provtrack describe oder-1962 --date 1962-10-14 --reason "read from the
    facsimile"[/bold]
    """
    from provtrack.errors import UsageError
    from provtrack.recording import describe as describe_document
    from provtrack.recording import read_options

    given: dict[str, str | list[str] | None] = {
        "title": title,
        "date": date,
        "reference": reference,
        "type": type,
        "rights": rights,
        "agent": agent,
        "note": note,
    }
    said = {name: value for name, value in given.items() if value}
    if not said:
        raise UsageError("say what to amend: --title, --date, --reference, --type or another.")
    options = read_options(said)
    store, who = _acting(by)
    print_recorded(describe_document(store, document, options, reason=reason, by=who, when=now()))


def correct(
    version: VersionArgument,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The corrected text.")],
    reason: Reason,
    no_lexicon: NoLexicon = False,
    by: By = None,
) -> None:
    """Record a corrected text as the next revision; the one before stays readable.

    Example: [bold]provtrack correct oder-1962:R r.txt --reason "typing error in § 3"[/bold]
    """
    from provtrack.lexicons import Lexicons
    from provtrack.recording import correct as correct_version
    from provtrack.store import parse_version_name

    store, who = _acting(by)
    name = parse_version_name(version)
    lexicons = None if no_lexicon else Lexicons(store)
    print_recorded(
        correct_version(store, name, file, reason=reason, by=who, when=now(), lexicons=lexicons)
    )


def retract(version: VersionArgument, reason: Reason, by: By = None) -> None:
    """Retract a version: it stays readable, and whoever uses it is told.

    Example: [bold]provtrack retract oder-1962:E2 --reason "a forgery"[/bold]
    """
    from provtrack.recording import retract as retract_version
    from provtrack.store import parse_version_name

    store, who = _acting(by)
    name = parse_version_name(version)
    print_recorded(retract_version(store, name, reason=reason, by=who, when=now()))


def note(
    version: VersionArgument,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The note.")],
    by: By = None,
) -> None:
    """Add a note on a version to the document's history.

    Example: [bold]provtrack note oder-1962:R "leaf 12 verso is illegible"[/bold]
    """
    from provtrack.recording import note as note_version
    from provtrack.store import parse_version_name

    store, who = _acting(by)
    name = parse_version_name(version)
    print_recorded(note_version(store, name, text=text, by=who, when=now()))
