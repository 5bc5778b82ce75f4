"""Interleave the two readings of a bead into one stream, as an editor would print them.

Exports in line (TEI, DOCX, Markdown) read this stream; taking the base's words of every stretch
gives the base back, taking the witness's words gives the witness (property test). It leaves
finding and classifying changes to `collation`. `interleave` is the entry point.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provtrack.model.comparison import Change, ComparedBead, Reading
from provtrack.model.names import ChangeKind, Nature

# Stands for the end of a paragraph in a flat text; found by its position, never by its character.
BREAK = "\u2029"

Event = tuple[int, int, int]  # start and end in the flat text, index of the change


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A run of words that both sides share, or the two readings of one change.

    Attributes:
        base, witness: The words of each side; `BREAK` stands for the end of a paragraph.
            A transposition gives two stretches, each with words on one side.
        change: None where both sides have the same words.
    """

    base: str
    witness: str
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a bead laid flat: its paragraphs joined by `BREAK`, and its changed places."""

    text: str
    events: tuple[Event, ...]


def interleave(
    bead: ComparedBead, base: Sequence[str], witness: Sequence[str]
) -> tuple[Stretch, ...]:
    """Lay the two sides of a bead into one stream of stretches, in reading order.

    Args:
        base: All paragraphs of the base, not only those of the bead.
        witness: All paragraphs of the witness.

    Raises:
        ValueError: The changes do not account for every difference between the sides.
    """
    left = _flat(bead.base, base, [change.base for change in bead.changes], bead.changes)
    right = _flat(bead.witness, witness, [change.witness for change in bead.changes], bead.changes)
    if not bead.base:
        return (Stretch(base="", witness=right.text, change=_only(bead)),)
    if not bead.witness:
        return (Stretch(base=left.text, witness="", change=_only(bead)),)
    return tuple(_stretches(left, right, bead.changes))


def _only(bead: ComparedBead) -> Change | None:
    """Return the one change of an unmatched paragraph."""
    return bead.changes[0] if bead.changes else None


def _flat(
    positions: tuple[int, ...],
    paragraphs: Sequence[str],
    readings: Sequence[Reading],
    changes: Sequence[Change],
) -> _Side:
    """Join the paragraphs of one side and place the changes in the joined text."""
    starts: dict[int, int] = {}
    length = 0
    for position in positions:
        starts[position] = length
        length += len(paragraphs[position]) + 1
    text = BREAK.join(paragraphs[position] for position in positions)
    events = []
    for index, (reading, change) in enumerate(zip(readings, changes, strict=True)):
        if reading.paragraph in starts:
            start = starts[reading.paragraph] + reading.start
            end = starts[reading.paragraph] + reading.end
            if _is_break(reading, change, paragraphs) and end < len(text):
                end += 1
            events.append((start, end, index))
    return _Side(text, tuple(sorted(events)))


def _is_break(reading: Reading, change: Change, paragraphs: Sequence[str]) -> bool:
    """Tell whether this side of a change is the end of a paragraph that the other side lacks."""
    other = change.witness if reading is change.base else change.base
    ends = reading.start == reading.end == len(paragraphs[reading.paragraph])
    added = ChangeKind.OMISSION if reading is change.base else ChangeKind.ADDITION
    return (
        change.nature is Nature.PARAGRAPH_BREAK
        and ends
        and (change.kind is added or bool(other.text))
    )


def _stretches(left: _Side, right: _Side, changes: Sequence[Change]) -> Iterator[Stretch]:
    """Walk both flat texts at once: words in common up to the next change, then the change."""
    here = there = 0
    lefts, rights = list(left.events), list(right.events)
    while True:
        run = min(
            (lefts[0][0] if lefts else len(left.text)) - here,
            (rights[0][0] if rights else len(right.text)) - there,
        )
        kept = left.text[here : here + run]
        if kept != right.text[there : there + run]:
            raise ValueError(f"the changes do not account for {kept!r}")
        if kept:
            yield Stretch(base=kept, witness=kept)
        here, there = here + run, there + run
        at_left = bool(lefts) and lefts[0][0] == here
        at_right = bool(rights) and rights[0][0] == there
        if at_left and at_right and lefts[0][2] == rights[0][2]:
            (_, end, index), (_, other_end, _) = lefts.pop(0), rights.pop(0)
            yield Stretch(
                base=left.text[here:end],
                witness=right.text[there:other_end],
                change=changes[index],
            )
            here, there = end, other_end
        elif at_left and (changes[lefts[0][2]].kind is ChangeKind.TRANSPOSITION or not at_right):
            _, end, index = lefts.pop(0)
            yield Stretch(base=left.text[here:end], witness="", change=changes[index])
            here = end
        elif at_right:
            _, end, index = rights.pop(0)
            yield Stretch(base="", witness=right.text[there:end], change=changes[index])
            there = end
        elif here < len(left.text) or there < len(right.text):
            raise ValueError("the changes do not account for the end of the bead")
        else:
            return
