"""``provtrack pin`` and ``unpin``: what people decide about which paragraphs answer each other."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provtrack.cli.consoles import print_recorded, stdout, table
from provtrack.cli.options import By, NoLexicon, PinnedBase, PinnedWitness, now, who_acts
from provtrack.errors import UsageError
from provtrack.model.names import PinKind, SideName

if TYPE_CHECKING:
    from provtrack.recording import NumberedPin, PinnedPair
    from provtrack.store import VersionName

Link = Annotated[
    list[str] | None,
    typer.Option("--link", metavar="B:W", help="Paragraphs that are one bead: 3:4,5; may repeat."),
]
Forbid = Annotated[
    list[str] | None,
    typer.Option("--forbid", metavar="B:W", help="Paragraphs never in one bead; may repeat."),
]
Lock = Annotated[
    list[SideName] | None,
    typer.Option("--lock", help="Side whose paragraphs are never joined."),
]
Why = Annotated[str | None, typer.Option("--reason", metavar="TEXT", help="Why; kept for ever.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("pin")(pin)
    app.command("unpin")(unpin)


def pin(
    base: PinnedBase,
    witness: PinnedWitness,
    link: Link = None,
    forbid: Forbid = None,
    lock: Lock = None,
    reason: Why = None,
    no_lexicon: NoLexicon = False,
    by: By = None,
) -> None:
    """Decide which paragraphs answer each other, or list what is decided.

    Paragraphs are numbered from 1, as reports number them. "3:" says that nothing answers
    paragraph 3. Without --link, --forbid and --lock the pins are listed.

    Example: [bold]provtrack pin oder-1962:R oder-1962:E1 --link 3:4,5 --reason "split in
    print"[/bold]
    """
    from provtrack.config import find_project
    from provtrack.lexicons import Lexicons
    from provtrack.recording import open_store, pins_of
    from provtrack.recording import pin as pin_paragraphs

    project = find_project(Path.cwd())
    store, pair = open_store(project), _pair(base, witness)
    numbered = _numbered_pins(link, forbid, lock)
    if not numbered:
        _list(pins_of(store, pair))
        return
    who = who_acts(by, project.settings.by)
    lexicons = None if no_lexicon else Lexicons(store)
    print_recorded(
        pin_paragraphs(
            store, pair, numbered, reason=reason or "", by=who, when=now(), lexicons=lexicons
        )
    )


def unpin(
    base: PinnedBase,
    witness: PinnedWitness,
    link: Link = None,
    forbid: Forbid = None,
    lock: Lock = None,
    all: Annotated[bool, typer.Option("--all", help="Every pin of the two.")] = False,  # noqa: A002
    reason: Why = None,
    no_lexicon: NoLexicon = False,
    by: By = None,
) -> None:
    """Take pins back; they stay in the document's history.

    Example: [bold]provtrack unpin oder-1962:R oder-1962:E1 --link 3:4,5 --reason "misread"[/bold]
    """
    from provtrack.config import find_project
    from provtrack.lexicons import Lexicons
    from provtrack.recording import open_store
    from provtrack.recording import unpin as unpin_paragraphs

    numbered = _numbered_pins(link, forbid, lock)
    if bool(numbered) == all:
        raise UsageError("say which pins to take back: --link, --forbid or --lock; or --all.")
    project = find_project(Path.cwd())
    store, who = open_store(project), who_acts(by, project.settings.by)
    print_recorded(
        unpin_paragraphs(
            store,
            _pair(base, witness),
            None if all else numbered,
            reason=reason or "",
            by=who,
            when=now(),
            lexicons=None if no_lexicon else Lexicons(store),
        )
    )


def _pair(base: str, witness: str) -> tuple["VersionName", "VersionName"]:
    from provtrack.store import parse_version_name

    return parse_version_name(base), parse_version_name(witness)


def _numbered_pins(
    link: list[str] | None, forbid: list[str] | None, lock: list[SideName] | None
) -> list["NumberedPin"]:
    """Read what the options ask for."""
    from provtrack.recording import NumberedPin, read_pins

    found = [one for words in link or () for one in read_pins(PinKind.MUST_LINK, words)]
    found += [one for words in forbid or () for one in read_pins(PinKind.CANNOT_LINK, words)]
    return found + [NumberedPin(kind=PinKind.LOCKED, locked=side) for side in lock or ()]


def _list(pinned: "PinnedPair") -> None:
    """Print the pins of two versions, orphans last."""
    if not (pinned.honoured or pinned.orphans):
        stdout().print("nothing is pinned")
        return
    grid = table("pin", "by", "when", "why", "words", "")
    for numbered, remark in ((pinned.honoured, ""), (pinned.orphans, "orphan: has no effect")):
        for said, one in numbered:
            words = " | ".join(part.words for part in (*one.base, *one.witness))
            grid.add_row(str(said), one.by, one.when[:10], one.reason, words, remark)
    stdout().print(grid)
