"""What a recorder says beside the file: options of the command line, columns of a catalogue.

Options override what the file says. Words are read here once, so that both ways of saying them
mean the same: ``--agent translated="Anna Petrova"`` is the column ``translator``.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TypeVar

from provtrack.errors import UsageError
from provtrack.model.document import Agent, PrintedDate
from provtrack.model.names import Certainty, Extent, Role, VersionKind
from provtrack.recording.stating import agent_from_words
from provtrack.text.dates import read_date

MAKERS = {
    "author": Role.WRITTEN,
    "obtainer": Role.OBTAINED,
    "digitiser": Role.DIGITISED,
    "recogniser": Role.RECOGNISED,
    "transcriber": Role.TRANSCRIBED,
    "translator": Role.TRANSLATED,
    "excerpter": Role.EXCERPTED,
    "editor": Role.EDITED,
    "abstracter": Role.ABSTRACTED,
    "publisher": Role.PUBLISHED,
}
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
ChoiceT = TypeVar("ChoiceT", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingOptions:
    """What the recorder says of a version and its document; None and () mean: nothing.

    Attributes:
        document: Id of the document the version belongs to.
        derived_from: Versions of this document, ``SIGLUM`` or ``SIGLUM@REVISION``.
        derived_from_unheld: In words, what it was made from and is not held.
        certainty: How it is known what the version was made from.
        derived_words: The words that state it.
        format: Name of the importer; None to find out.
        charset: Character set of the file; None to find out.
        invented: The document is made up.
    """

    document: str | None = None
    siglum: str | None = None
    kind: VersionKind | None = None
    language: str | None = None
    extent: Extent | None = None
    derived_from: tuple[str, ...] = ()
    derived_from_unheld: tuple[str, ...] = ()
    certainty: Certainty = Certainty.STATED
    derived_words: str | None = None
    agents: tuple[Agent, ...] = ()
    date: PrintedDate | None = None
    references: tuple[str, ...] = ()
    published_in: tuple[str, ...] = ()
    type: str | None = None
    origin: str | None = None
    rights: str | None = None
    title: str | None = None
    note: str | None = None
    format: str | None = None
    charset: str | None = None
    invented: bool = False


KNOWN = {field.name for field in fields(RecordingOptions)} - {"agents", "references"}
KNOWN |= {"agent", "reference", *MAKERS}


def read_options(given: Mapping[str, str | Sequence[str]]) -> RecordingOptions:
    """Read options given as words, by their names: ``derived_from`` or ``derived-from``.

    Args:
        given: A value or several by option name; empty ones count as not given. Agents are
            given as ``agent``: ``ROLE=NAME``, or under a maker's name: ``translator``.

    Raises:
        UsageError: An unknown option, several values where one is meant, a value that does not
            fit; each with what is possible.
    """
    words = {name.replace("-", "_"): _values(name, value) for name, value in given.items()}
    unknown = sorted(words.keys() - KNOWN)
    if unknown:
        raise UsageError(f"unknown: {', '.join(unknown)}. Known are {', '.join(sorted(KNOWN))}.")

    def one(name: str) -> str | None:
        return _single(name, words.get(name, ()))

    kind, extent, date = one("kind"), one("extent"), one("date")
    certainty = one("certainty") or Certainty.STATED
    return RecordingOptions(
        document=one("document"),
        siglum=one("siglum"),
        kind=read_choice(VersionKind, kind, option="kind") if kind else None,
        language=one("language"),
        extent=read_choice(Extent, extent, option="extent") if extent else None,
        derived_from=words.get("derived_from", ()),
        derived_from_unheld=words.get("derived_from_unheld", ()),
        certainty=read_choice(Certainty, certainty, option="certainty"),
        derived_words=one("derived_words"),
        agents=_agents(words),
        date=read_printed_date(date) if date else None,
        references=words.get("reference", ()),
        published_in=words.get("published_in", ()),
        type=one("type"),
        origin=one("origin"),
        rights=one("rights"),
        title=one("title"),
        note=one("note"),
        format=one("format"),
        charset=one("charset"),
        invented=_is_yes("invented", one("invented")),
    )


def _is_yes(name: str, word: str | None) -> bool:
    """Read a yes or no; nothing said means no."""
    said = (word or "no").casefold()
    if said not in ("yes", "true", "no", "false"):
        raise UsageError(f"{name} is yes or no; it is {word!r}.")
    return said in ("yes", "true")


def _values(name: str, value: str | Sequence[str]) -> tuple[str, ...]:
    """Give the values of one option without outer white space and without empty ones."""
    several = (value,) if isinstance(value, str) else value
    for one in several:
        refuse_control_characters(name, one)
        if any("\ud800" <= character <= "\udfff" for character in one):
            raise UsageError(
                f"{one!r} has bytes that are no text in this terminal's character set."
            )
    return tuple(text for one in several if (text := one.strip()))


def refuse_control_characters(name: str, value: str) -> None:
    """See that a value of an option can be shown on one line of any terminal.

    A recorder's note may have several lines.

    Raises:
        UsageError: It has a control character (C0 or C1), such as ESC or a line end.
    """
    words = value.strip(" \t\r\n")
    fault = CONTROL.search(re.sub("[\t\r\n]", " ", words) if name == "note" else words)
    if fault:
        raise UsageError(
            f"the {name.replace('_', '-')} {words!r} has a control character "
            f"(U+{ord(fault.group()):04X}): write it on one line, without such characters."
        )


def _single(name: str, values: tuple[str, ...]) -> str | None:
    """Give the one value of an option."""
    if len(values) > 1:
        raise UsageError(f"{name} takes one value; it has {len(values)}: {', '.join(values)}.")
    return values[0] if values else None


def _agents(words: Mapping[str, tuple[str, ...]]) -> tuple[Agent, ...]:
    """Read who made a version: first ``ROLE=NAME``, then the makers' columns."""
    stated = [read_agent(text) for text in words.get("agent", ())]
    named = [
        agent_from_words(role, name)
        for maker, role in MAKERS.items()
        for name in words.get(maker, ())
    ]
    return (*stated, *named)


def read_agent(text: str) -> Agent:
    """Read ``ROLE=NAME``, for example ``translated=Anna Petrova``; a maker's name will do too.

    Of a program, ``recognised=program: Lector (4.1, Cyrillic)``.

    Raises:
        UsageError: No role, no name, or a role that is not in the list.
    """
    role, sign, name = text.partition("=")
    if not sign or not name.strip():
        raise UsageError(f"not an agent: {text!r}. Write ROLE=NAME, translated=Anna Petrova.")
    word = role.strip().casefold()
    known = MAKERS.get(word) or read_choice(Role, word, option="role")
    return agent_from_words(known, name.strip())


def read_choice(kind: type[ChoiceT], word: str, *, option: str) -> ChoiceT:
    """Read one word of a closed list.

    Raises:
        UsageError: Not in the list; names the list.
    """
    try:
        return kind(word.strip().casefold())
    except ValueError as fault:
        choices = ", ".join(kind)
        raise UsageError(f"not a {option}: {word!r}. It is one of {choices}.") from fault


def read_printed_date(words: str) -> PrintedDate:
    """Read a date given as EDTF or in words; words that are no date are kept verbatim."""
    date = read_date(words)
    return PrintedDate(edtf=date.edtf) if date.edtf == words.strip() else date
