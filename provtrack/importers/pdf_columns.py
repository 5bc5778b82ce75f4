"""Two columns of a PDF page, where a file draws line beside line: read one after the other.

A page has two columns if most of its rows are parted at one place, and the words on either side
fill their half: short words side by side are a table, whose rows are read across. What goes over
both columns, a heading or a table, ends them; they begin anew below it. Pages that are drawn column
by column are left as they are. Entry point: `in_columns`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from provtrack.importers.pdf_lines import LineGap, PdfLine

LEAST_ROWS = 5
MOST_ROWS = 0.6  # of the rows of a page are parted at the place
FILLED = 0.6  # of the width of a column by its lines, in the middle
LEAST_WORDS = 3  # of a line of a column, in the middle
SAME_ROW = 0.3  # of the size of letters
WIDE = 1.0  # of the size of letters: a gap between columns
INTERLEAVED = 0.5  # of the parted rows are drawn left and right in turn

Row = list[tuple[int, PdfLine]]


def in_columns(lines: Sequence[PdfLine]) -> tuple[PdfLine, ...]:
    """Put the lines of a page with two columns in the order of reading.

    Returns:
        The lines as they are if the page has none, or if they stand in that order.
    """
    rows = _rows(lines)
    gaps = [_gaps(row) for row in rows]
    middle = _middle(gaps)
    if middle is None:
        return tuple(lines)
    parted = [row for row, own in zip(rows, gaps, strict=True) if _at(own, middle)]
    if len(parted) < max(LEAST_ROWS, MOST_ROWS * len(rows)) or not _are_columns(parted, middle):
        return tuple(lines)
    drawn_in_turn = sum(_is_in_turn(row, middle) for row in parted)
    if drawn_in_turn < INTERLEAVED * len(parted):
        return tuple(lines)
    return tuple(
        replace(line, number=number) for number, line in enumerate(_ordered(rows, middle), 1)
    )


def _rows(lines: Sequence[PdfLine]) -> list[Row]:
    """Put lines of one height together, the highest first, each with its place in the file."""
    rows: list[Row] = []
    for one in sorted(enumerate(lines), key=lambda one: (-one[1].bottom, one[1].left)):
        near = rows and abs(rows[-1][0][1].bottom - one[1].bottom) < SAME_ROW * one[1].size
        if near:
            rows[-1].append(one)
        else:
            rows.append([one])
    return [sorted(row, key=lambda one: one[1].left) for row in rows]


def _gaps(row: Row) -> list[LineGap]:
    """Wide gaps of a row: within its lines, and between them."""
    inside = [gap for _, line in row for gap in line.gaps]
    between = [
        LineGap(len(one.text), one.right, other.left) for (_, one), (_, other) in pairwise(row)
    ]
    size = row[0][1].size
    return [gap for gap in (*inside, *between) if gap.right - gap.left > WIDE * size]


def _middle(gaps: Sequence[Sequence[LineGap]]) -> float | None:
    """The place at which most rows are parted."""
    every = [gap for own in gaps for gap in own]
    places = sorted({(gap.left + gap.right) / 2 for gap in every})
    if not places:
        return None
    return max(places, key=lambda place: (sum(bool(_at(own, place)) for own in gaps), -place))


def _at(gaps: Sequence[LineGap], middle: float) -> list[LineGap]:
    return [gap for gap in gaps if gap.left < middle < gap.right]


def _are_columns(parted: Sequence[Row], middle: float) -> bool:
    """Whether the words on either side fill their half, as those of columns do."""
    sides = [[side for row in parted for side in _side(row, middle, k)] for k in (0, 1)]
    for lines in sides:
        width = max(one.right for one in lines) - min(one.left for one in lines)
        filled = median(one.right - one.left for one in lines)
        words = median(len(one.text.split()) for one in lines)
        if filled < FILLED * width or words < LEAST_WORDS:
            return False
    return True


def _side(row: Row, middle: float, side: int) -> list[PdfLine]:
    """The parts of a row on the left (0) or on the right (1) of a place."""
    parts = [part for _, line in row for part in _cut(line, middle)]
    return [one for one in parts if (one.left > middle) == bool(side)]


def _is_in_turn(row: Row, middle: float) -> bool:
    """Whether the right of a row is drawn right after its left."""
    if len(row) == 1:
        return True
    last_left = max((place for place, line in row if line.right <= middle), default=-2)
    return any(place == last_left + 1 for place, line in row if line.left >= middle)


def _ordered(rows: Sequence[Row], middle: float) -> Iterator[PdfLine]:
    """Yield the left column, then the right one, up to what goes over both."""
    left: list[PdfLine] = []
    right: list[PdfLine] = []
    for row in rows:
        parts = [part for _, line in row for part in _cut(line, middle)]
        if any(one.left < middle < one.right for one in parts):
            yield from (*left, *right, *parts)
            left, right = [], []
            continue
        left += [one for one in parts if one.right <= middle]
        right += [one for one in parts if one.left >= middle]
    yield from (*left, *right)


def _cut(line: PdfLine, middle: float) -> tuple[PdfLine, ...]:
    """Cut a line that goes over both columns where it is parted."""
    gap = next((one for one in line.gaps if one.left < middle < one.right), None)
    if gap is None:
        return (line,)
    start = gap.place + 1
    before = tuple(span for span in line.raised if span[1] <= gap.place)
    behind = tuple((a - start, b - start) for a, b in line.raised if a >= start)
    return (
        replace(line, text=line.text[: gap.place], right=gap.left, raised=before, gaps=()),
        replace(line, text=line.text[start:], left=gap.right, raised=behind, gaps=()),
    )
