"""Lead a reader to the changes that can reverse the sense, in one sentence with their words.

"A date differs at § 10 (“20-31” / “20-21”); a negation in 3 places: § 2, § 5 and § 8." What an
editor asks comes before everything; what an editor settled as grave is named last, as confirmed.
What an editor calls a matter of form is not led to. Changes of few
words come first: in a long passage that is worded anew, a negation more or less says little.
Entry points: `asked_of`, `lead_of`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from provtrack.model.comparison import Change
from provtrack.model.names import ChangeKind, Nature
from provtrack.reporting.bare_figures import in_its_words
from provtrack.reporting.decided import query_on
from provtrack.reporting.grouping import RowGroup
from provtrack.reporting.rows import row_id, row_label
from provtrack.reporting.running_text import visible
from provtrack.reporting.sides import Side
from provtrack.reporting.views import Part
from provtrack.reporting.wording import is_substantive, nature_of
from provtrack.text.plurals import counted
from provtrack.text.shortening import cut_in_middle

GRAVEST = {
    Nature.NEGATION: "a negation",
    Nature.FIGURE: "a figure",
    Nature.DATE: "a date",
    Nature.NAME: "a name",
    Nature.MODALITY: "the modality",
    Nature.QUANTIFIER: "a quantity",
    Nature.ATTRIBUTION: "an attribution",
    Nature.QUOTATION: "a quotation",
}
RANK = {nature: rank for rank, nature in enumerate(GRAVEST)}
FEW_NATURES = 3  # differ: then other wording is led to as well
MOST_PLACES = 2  # a sentence leads to for one nature; more are counted
MOST_QUOTED = 2  # of these whose words are quoted
LONGEST_QUOTED = 48  # characters of a reading in a sentence
FEW_WORDS = 6  # on both sides together: the change is of just these words


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A change and the row it stands in."""

    group: RowGroup
    change: Change


@dataclass(frozen=True, slots=True)
class _Pair:
    """Base and witness, and all columns of the page."""

    base: Side
    witness: Side
    sides: Sequence[Side]


def asked_of(side: Side, sides: Sequence[Side], groups: Sequence[RowGroup]) -> Iterator[Part]:
    """Lead to what editors ask of the changes of one witness; nothing if they ask nothing."""
    asked: dict[str, list[Place]] = {}
    for one in _places(side, groups):
        if decision := query_on(one.change):
            asked.setdefault(decision.by, []).append(one)
    for editor in sorted(asked):
        yield Part(text=f"{editor} asks", strong=True)
        yield Part(text=" at ")
        yield from _linked(asked[editor], _Pair(sides[0], side, sides))
        yield Part(text=". ")


def _places(side: Side, groups: Sequence[RowGroup]) -> list[Place]:
    """List the changes of a witness that stand in paragraphs both versions have."""
    return [
        Place(group=group, change=change)
        for group in groups
        for bead in group.beads[side.column - 1]
        if bead.base and bead.witness
        for change in bead.changes
    ]


def lead_of(side: Side, sides: Sequence[Side], groups: Sequence[RowGroup]) -> Iterator[Part]:
    """Write what a reader of one witness should look at first; nothing if all is of form only."""
    pair = _Pair(sides[0], side, sides)
    substantive = [one for one in _places(side, groups) if is_substantive(one.change)]
    grave = [one for one in substantive if nature_of(one.change) in GRAVEST]
    settled = [one for one in grave if _is_settled(one.change)]
    open_places = [one for one in grave if one.change.decision is None]
    others = [one for one in substantive if nature_of(one.change) not in GRAVEST]
    others = [one for one in others if one.change.decision is None]
    if open_places:
        yield from _gravest(open_places, others, pair)
    elif substantive:
        yield from _without_grave(grave, settled, others, pair)
    if settled:
        yield from _confirmed(settled, pair)


def _is_settled(change: Change) -> bool:
    return change.decision is not None and query_on(change) is None


def _gravest(places: Sequence[Place], others: Sequence[Place], pair: _Pair) -> Iterator[Part]:
    """Lead to the gravest changes, every nature by name, those of the fewest words first.

    Args:
        others: Led to where few natures are grave: other words can reverse the sense as well.
    """
    few = _of_few_words(places)
    shown = {nature_of(one.change) for one in few}
    few = _by_gravity(few) + _by_gravity(
        one for one in places if nature_of(one.change) not in shown
    )
    by_noun: dict[str, list[Place]] = {}
    for one in few:
        by_noun.setdefault(GRAVEST[nature_of(one.change)], []).append(one)
    rest = len(places) - len(few)
    if len(by_noun) <= FEW_NATURES and (rewording := _of_few_words(others)):
        by_noun["other wording"] = rewording
    for number, (noun, found) in enumerate(by_noun.items()):
        yield Part(text="; " if number else "")
        yield Part(text=noun if number else f"{noun} differs", strong=True)
        yield Part(text=f" in {len(found):,} places: " if len(found) > 1 else " at ")
        yield from _linked(found, pair)
    yield Part(text=f"; {counted(rest, 'more change')} of such kinds. " if rest else ". ")


def _by_gravity(places: Iterable[Place]) -> list[Place]:
    return sorted(places, key=lambda one: (RANK[nature_of(one.change)], _words(one.change)))


def _of_few_words(places: Sequence[Place]) -> list[Place]:
    return [one for one in places if _words(one.change) <= FEW_WORDS]


def _words(change: Change) -> int:
    """Count the words of both readings."""
    return len(change.base.text.split()) + len(change.witness.text.split())


def _without_grave(
    grave: Sequence[Place], settled: Sequence[Place], others: Sequence[Place], pair: _Pair
) -> Iterator[Part]:
    """Say that nothing grave is open, and lead to the other substantive changes."""
    moved = [one for one in others if one.change.kind is ChangeKind.TRANSPOSITION]
    if moved and len(moved) == len(others):
        yield Part(text="a clause stands in another place", strong=True)
        yield Part(text=" at ")
        yield from _linked(moved, pair)
        yield Part(text="; ")
        others = []
    if settled:
        yield Part(text="editors have decided on every negation, figure, date or name that differs")
    else:
        other = "other " if grave else ""
        yield Part(
            text=f"no {other}negating word, figure, date, name or modal word was found to differ"
        )
    if others:
        yield Part(text="; of the rest look first at ")
        yield from _linked(others, pair)
    yield Part(text=". ")


def _confirmed(settled: Sequence[Place], pair: _Pair) -> Iterator[Part]:
    """Name the grave changes that editors settled as such, editor by editor, the gravest first."""
    by_editor: dict[str, dict[str, list[Place]]] = {}
    for one in sorted(settled, key=lambda one: RANK[nature_of(one.change)]):
        if one.change.decision:
            nouns = by_editor.setdefault(one.change.decision.by, {})
            nouns.setdefault(GRAVEST[nature_of(one.change)], []).append(one)
    for editor in sorted(by_editor):
        yield Part(text=f"{editor} has confirmed: ")
        for number, (noun, found) in enumerate(by_editor[editor].items()):
            yield Part(text="; " if number else "")
            yield Part(text=f"{noun} differs", strong=True)
            yield Part(text=f" in {len(found):,} places: " if len(found) > 1 else " at ")
            yield from _linked(found, pair)
        yield Part(text=". ")


def _linked(found: Sequence[Place], pair: _Pair) -> Iterator[Part]:
    """Link the rows of changes, the first of each row; quote the words of the first ones."""
    by_row = {row_id(one.group): one for one in reversed(found)}
    firsts = [one for one in found if by_row[row_id(one.group)] is one]
    shown, rest = firsts[:MOST_PLACES], len(firsts) - MOST_PLACES
    for number, one in enumerate(shown):
        is_last = number == len(shown) - 1 and rest <= 0
        yield Part(text="" if not number else " and " if is_last else ", ")
        yield Part(text=row_label(one.group, pair.sides), href=f"#{row_id(one.group)}")
        if number < MOST_QUOTED:
            yield Part(text=" (")
            yield from _readings(one.change, pair)
            yield Part(text=")")
    if rest > 0:
        yield Part(text=f" and {counted(rest, 'more paragraph')}")


def _readings(change: Change, pair: _Pair) -> Iterator[Part]:
    """Quote the two readings, or the one there is with the only version that has it."""
    both = (
        (in_its_words(change.base, pair.base.version), pair.base),
        (in_its_words(change.witness, pair.witness.version), pair.witness),
    )
    quoted = [
        Part(
            text=words if _has_no_letter(words) else f"“{words}”",
            language=side.language,
            direction=side.direction,
        )
        for text, side in both
        if (words := _shortened(text))
    ]
    if not quoted:
        yield Part(text="white space")
        return
    yield quoted[0]
    if len(quoted) == 2:
        yield from (Part(text=" / "), quoted[1])
    else:
        only = next(side for text, side in both if text.strip())
        yield Part(text=f" only in {only.siglum}")


def _has_no_letter(words: str) -> bool:
    """Tell whether a reading is of marks only: those would be lost among our quotation marks."""
    return not any(character.isalnum() for character in words)


def _shortened(text: str) -> str:
    """Cut a reading in its middle, between words where it has any."""
    return cut_in_middle(visible(" ".join(text.split())), LONGEST_QUOTED)
