"""Read the gold pairs: invented passages in which an editor has marked every change.

A pair is written once, with the places where base and witness differ between braces; both texts
and the place of every expected change follow from it. The notation is described in README.md
beside this file. Leaves scoring to `tests.gold.score`. Entry point: `read_pairs`.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from provtrack.model.names import ACCIDENTAL_NATURES, ChangeKind, Nature, Significance

FOLDER = Path(__file__).parent / "changes"
LANGUAGES = ("en", "ru", "zh", "fr", "de")
MANNERS = frozenset(["diplomatic", "legal", "literary"])
PARAGRAPH_END = "\n\n"
_PLACE = re.compile(r"\{([^{}]*)\}")
_READING = re.compile(r"(?:<([^<>]*)>)?([^<>]*)(?:<([^<>]*)>)?")
_MOVED = "↓"


class GoldError(ValueError):
    """A gold pair is not written as README.md asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an expected reading stands; code points of the whole passage, from 0.

    Attributes:
        start, end: The words that differ; equal where nothing stands here.
        outer_start, outer_end: With what may be counted in or left out.
        text: The words that differ.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One change that an editor marks.

    Attributes:
        natures: Those a careful editor accepts, the best first; empty: any (optional ones only).
        is_optional: It follows from a neighbour; neither its presence nor its absence counts.
        is_move: The words stand in both texts, in different places.
    """

    natures: tuple[Nature, ...]
    base: Place
    witness: Place
    is_optional: bool = False
    is_move: bool = False

    @property
    def significance(self) -> Significance | None:
        """The one that all accepted natures share; None where editors may differ."""
        accidental = {nature in ACCIDENTAL_NATURES for nature in self.natures}
        if len(accidental) != 1:
            return None
        return Significance.ACCIDENTAL if accidental.pop() else Significance.SUBSTANTIVE

    @property
    def kinds(self) -> frozenset[ChangeKind]:
        """The kinds that agree with the narrow or the wide span."""
        if self.is_move:
            return frozenset([ChangeKind.TRANSPOSITION])
        wide = (
            self.base.outer_end > self.base.outer_start,
            self.witness.outer_end > self.witness.outer_start,
        )
        narrow = (self.base.end > self.base.start, self.witness.end > self.witness.start)
        return frozenset([_kind(*narrow), _kind(*wide)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A base and a witness passage, paragraphs parted by an empty line, and what differs."""

    id: str
    language: str
    manner: str
    base: str
    witness: str
    expected: tuple[Expected, ...]

    @property
    def required(self) -> tuple[Expected, ...]:
        """The expected changes that have to be found."""
        return tuple(change for change in self.expected if not change.is_optional)


def read_pairs(language: str, *, folder: Path = FOLDER) -> tuple[Pair, ...]:
    """Read the gold pairs of one language, in the order of the file.

    Args:
        folder: Where the files lie, one per language.

    Raises:
        GoldError: A pair is not well-formed; the message names it.
    """
    written = tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
    pairs = []
    for entry in written["pair"]:
        try:
            pairs.append(_pair(entry, written["language"]))
        except ValueError as error:
            raise GoldError(f"{entry.get('id', 'a pair without id')}: {error}") from error
    return tuple(pairs)


def _pair(entry: dict[str, str | list[str]], language: str) -> Pair:
    """Derive both texts and the places of all changes from the one marked passage."""
    text = str(entry["text"]).replace("¶", PARAGRAPH_END)
    built = _Builder()
    end = 0
    for place in _PLACE.finditer(text):
        built.same(text[end : place.start()])
        built.differing(place.group(1).split("|"))
        end = place.end()
    built.same(text[end:])
    expected = [*built.expected, *built.moves()]
    for line in entry.get("inside", ()):
        expected.append(_inside(line, expected))
    return Pair(
        id=str(entry["id"]),
        language=language,
        manner=str(entry["manner"]),
        base=built.base,
        witness=built.witness,
        expected=tuple(_widened(expected, (built.base, built.witness))),
    )


class _Builder:
    """The two texts as far as they are read, and the changes met so far."""

    def __init__(self) -> None:
        self.base = self.witness = ""
        self.expected: list[Expected] = []
        self._from: dict[str, Place] = {}
        self._to: dict[str, Place] = {}

    def same(self, text: str) -> None:
        """Read what both sides have."""
        if set(text) & set("{}|<>" + _MOVED):
            raise GoldError(f"a sign of the notation stands outside braces: {text!r}")
        self.base += text
        self.witness += text

    def differing(self, fields: list[str]) -> None:
        """Read what stands between braces."""
        if len(fields) == 2 and fields[1].startswith(_MOVED):
            self._from[fields[1]] = self._base(fields[0])
        elif len(fields) == 2 and fields[0].startswith(_MOVED):
            self._to[fields[0]] = self._witness(fields[1])
        elif len(fields) == 3:
            names = fields[2].removeprefix("?")
            natures = tuple(Nature(name) for name in names.split(",") if name)
            optional = fields[2].startswith("?")
            if fields[0] == fields[1] or not (natures or optional):
                raise GoldError(f"nothing differs here, or no nature is given: {fields}")
            base, witness = self._base(fields[0]), self._witness(fields[1])
            if base.text == witness.text:
                raise GoldError(f"the words that differ are the same on both sides: {fields}")
            self.expected.append(
                Expected(natures=natures, base=base, witness=witness, is_optional=optional)
            )
        else:
            raise GoldError(f"neither lemma|reading|nature nor a move: {fields}")

    def moves(self) -> Iterator[Expected]:
        """Join the two places of every move."""
        if self._from.keys() != self._to.keys():
            raise GoldError("a move needs a place in the base and one in the witness")
        for number, base in self._from.items():
            yield Expected(
                natures=(Nature.RECAST,), base=base, witness=self._to[number], is_move=True
            )

    def _base(self, marked: str) -> Place:
        place, words = _placed(marked, len(self.base))
        self.base += words
        return place

    def _witness(self, marked: str) -> Place:
        place, words = _placed(marked, len(self.witness))
        self.witness += words
        return place


def _placed(marked: str, offset: int) -> tuple[Place, str]:
    """Place one reading whose leading and trailing <words> may be left out."""
    parts = _READING.fullmatch(marked)
    if parts is None:
        raise GoldError(f"<words> may only open or close a reading: {marked!r}")
    lead, core, tail = (part or "" for part in parts.groups())
    stripped = core.strip() or core
    start = offset + len(lead) + core.index(stripped)
    place = Place(
        start=start,
        end=start + len(stripped),
        outer_start=min(offset, start),
        outer_end=offset + len(lead + core + tail),
        text=stripped,
    )
    return place, lead + core + tail


def _inside(line: str, expected: list[Expected]) -> Expected:
    """Place a change that stands inside the moved words."""
    base, witness, natures = line.split("|")
    move = next(change for change in expected if change.is_move)
    return Expected(
        natures=tuple(Nature(name) for name in natures.split(",")),
        base=_within(base.strip(), move.base),
        witness=_within(witness.strip(), move.witness),
    )


def _within(words: str, moved: Place) -> Place:
    if words and moved.text.count(words) != 1:
        raise GoldError(f"{words!r} does not stand exactly once in the moved words")
    start = moved.start + (moved.text.index(words) if words else 0)
    end = start + len(words)
    return Place(start=start, end=end, outer_start=start, outer_end=end, text=words)


def _widened(expected: list[Expected], texts: tuple[str, str]) -> Iterator[Expected]:
    """Let every required change take in the optional ones that adjoin it."""
    optional = [change for change in expected if change.is_optional]
    for change in expected:
        if change.is_optional:
            yield change
            continue
        yield replace(
            change,
            base=_joined(change.base, [other.base for other in optional], texts[0]),
            witness=_joined(change.witness, [other.witness for other in optional], texts[1]),
        )


def _joined(place: Place, neighbours: list[Place], text: str) -> Place:
    start, end = place.outer_start, place.outer_end
    for other in neighbours:
        if other.end <= start and not text[other.end : start].strip():
            start = other.start
        elif other.start >= end and not text[end : other.start].strip():
            end = other.end
    return replace(place, outer_start=start, outer_end=end)


def _kind(in_base: bool, in_witness: bool) -> ChangeKind:
    if in_base and in_witness:
        return ChangeKind.SUBSTITUTION
    return ChangeKind.OMISSION if in_base else ChangeKind.ADDITION
