"""Prepare the heat strip: where in the text the changes are, as a row of links.

Up to `MOST_CELLS` rows each has a cell as wide as its text is long, one bar a change, filled for
a substantive one. Beyond that rows are put together into as many cells of equal length.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from provtrack.reporting.grouping import RowGroup
from provtrack.reporting.rows import row_id, row_label
from provtrack.reporting.sides import Side
from provtrack.reporting.views import StripCell, StripView
from provtrack.reporting.wording import (
    style_of,
)
from provtrack.text.plurals import counted

MOST_CELLS = 60
COMPACT_CELLS = 120
MOST_BARS = 14  # in a cell; its title has the true number
SHARES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stop:
    """What one row brings to the strip."""

    id: str
    label: str
    short: str
    length: int
    substantive: int
    accidental: int
    queries: int


def strip_of(
    groups: Sequence[RowGroup], sides: Sequence[Side], queries: Sequence[int]
) -> StripView:
    """Prepare the strip.

    Args:
        queries: Number of queries of each row.
    """
    stops = [_stop(group, sides, asked) for group, asked in zip(groups, queries, strict=True)]
    if len(stops) <= MOST_CELLS:
        total = sum(stop.length for stop in stops) or 1
        cells = [_cell([stop], round(SHARES * stop.length / total), 1) for stop in stops]
        return StripView(cells=tuple(cells), is_compact=False)
    size = -(-len(stops) // COMPACT_CELLS)
    chunks = [stops[at : at + size] for at in range(0, len(stops), size)]
    most = max(sum(stop.substantive + stop.accidental for stop in chunk) for chunk in chunks)
    cells = [_cell(chunk, len(chunk), max(most, 1)) for chunk in chunks]
    return StripView(cells=tuple(cells), is_compact=True)


def _stop(group: RowGroup, sides: Sequence[Side], queries: int) -> _Stop:
    """Measure a row; a paragraph that a version lacks counts as a substantive change."""
    beads = [bead for found in group.beads for bead in found]
    kept = [style_of(change).is_substantive for bead in beads for change in bead.changes]
    lacking = sum(not bead.changes and not (bead.base and bead.witness) for bead in beads)
    if group.base:
        length = sum(len(sides[0].version.paragraphs[position]) for position in group.base)
    else:
        owner = (group.owner or 0) + 1
        positions = group.beads[owner - 1][0].witness
        length = sum(len(sides[owner].version.paragraphs[position]) for position in positions)
    return _Stop(
        id=row_id(group),
        label=row_label(group, sides),
        short=str(group.base[0] + 1) if group.base else "+",
        length=length,
        substantive=sum(kept) + lacking,
        accidental=len(kept) - sum(kept),
        queries=queries,
    )


def _cell(stops: Sequence[_Stop], width: int, most: int) -> StripCell:
    """Put rows together into one cell; heights are per cent of the fullest cell."""
    substantive = sum(stop.substantive for stop in stops)
    accidental = sum(stop.accidental for stop in stops)
    queries = sum(stop.queries for stop in stops)
    first, last = stops[0], stops[-1]
    label = first.label if len(stops) == 1 else f"{first.label} to {last.label}"
    asked = f", {counted(queries, 'query', 'queries')}" if queries else ""
    # A link leads to the first row of the cell where there is something to see.
    target = next((s for s in stops if s.substantive), None) or next(
        (s for s in stops if s.accidental or s.queries), first
    )
    bars = "s" * substantive + "a" * accidental
    return StripCell(
        href=f"#{target.id}",
        label=first.label,
        short=first.short,
        title=f"{label}: {substantive:,} substantive, {accidental:,} accidental{asked}",
        width=max(width, 1),
        bars=bars[:MOST_BARS],
        substantive=round(100 * substantive / most),
        accidental=round(100 * accidental / most),
        has_query=bool(queries),
    )
