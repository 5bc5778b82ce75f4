"""Prepare the index of paragraphs that only one version has, or that stand in another order."""

from collections.abc import Iterator, Sequence

from provtrack.model.comparison import ComparedBead
from provtrack.reporting.grouping import RowGroup
from provtrack.reporting.rows import row_id, row_label
from provtrack.reporting.sides import Side
from provtrack.reporting.views import IndexList, Part, Sentence
from provtrack.reporting.wording import paragraph_label

FIRST_WORDS = 90  # characters of a paragraph that say which one is meant

Item = tuple[Sentence, str, str, str]


def index_of(groups: Sequence[RowGroup], sides: Sequence[Side]) -> tuple[IndexList, ...]:
    """List, per witness, what is only in the base, only in the witness, and moved."""
    return tuple(
        IndexList(heading=heading, items=items)
        for side in sides[1:]
        for heading, items in _lists(groups, sides, side)
        if items
    )


def _lists(
    groups: Sequence[RowGroup], sides: Sequence[Side], side: Side
) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """Yield the three lists of one witness."""
    base = sides[0]
    beads = [(group, bead) for group in groups for bead in group.beads[side.column - 1]]
    yield (
        f"Only in {base.siglum}, not in {side.siglum}",
        tuple(_item(g, b, base, sides, b.base) for g, b in beads if not b.witness),
    )
    yield (
        f"Only in {side.siglum}, not in {base.siglum}",
        tuple(_item(g, b, side, sides, b.witness) for g, b in beads if not b.base),
    )
    yield (
        f"In another order in {side.siglum}",
        tuple(_item(g, b, base, sides, b.base, moved=side) for g, b in beads if b.transposed),
    )


def _item(
    group: RowGroup,
    bead: ComparedBead,
    side: Side,
    sides: Sequence[Side],
    positions: Sequence[int],
    *,
    moved: Side | None = None,
) -> Item:
    """Prepare a line: link, and the first words of the paragraph."""
    link: Sentence = (Part(text=row_label(group, sides), href=f"#{row_id(group)}"),)
    if moved is not None:
        stands = paragraph_label(bead.witness)
        link += (Part(text=f" stands as {stands} in {moved.siglum}"),)
    text = side.version.paragraphs[positions[0]]
    words = text if len(text) <= FIRST_WORDS else text[:FIRST_WORDS].rstrip() + "…"
    return link, side.language, side.direction, words
