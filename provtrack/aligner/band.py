"""Choose the part of the lattice worth looking at, so that cost grows with length, not its square.

Small texts are looked at whole. Of large ones neighbouring paragraphs are pooled until some hundred
units are left on each side; the chain of units that answer each other best is found among all pairs
of units. Near that chain it is found again among smaller units, and the band is what lies near the
chain of the smallest. Once there is a path, the band is what lies near the path.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from provtrack.aligner.counts import Doubles, Integers
from provtrack.aligner.lattice import NOWHERE, Band, Step
from provtrack.aligner.scoring import Scorer

WHOLE = 200_000  # nodes; up to here everything is looked at
UNITS = 400  # units a side at most, where all pairs of units are looked at
SMALLEST = 8  # paragraphs of a unit at the last level
FINER = 6  # how many units make one of the level before
NEAR = 40  # paragraphs on either side of a chain
NEAR_PATH = 16  # paragraphs on either side of a path
WIDEST = 300  # paragraphs on both sides that a path passes over, and that are looked at whole
DRIFT = 0.9  # nats a unit loses at the far corner: settles what the words leave open
ROWS = 64  # units scored together


def choose_band(
    scorers: Sequence[Scorer],
    shape: tuple[int, int],
    pinned: Sequence[tuple[int, int]] = (),
    bonus: float = 0.0,
    path: Sequence[Step] = (),
) -> Band:
    """Find the band that holds the alignment of two texts.

    Args:
        shape: Number of base and of witness paragraphs.
        pinned: Base and witness paragraphs the chain is drawn to.
        bonus: What it gains by going through one of them, in nats.
        path: Of an earlier round, if there was one.
    """
    rows, columns = shape
    if (rows + 1) * (columns + 1) <= WHOLE:
        return Band.whole(rows, columns)
    if path:
        return _around_path(path, shape)
    drawn = _Drawn(scorers, shape, tuple(pinned), bonus)
    sizes = -(-rows // UNITS), -(-columns // UNITS)
    area = _Area.whole(shape)
    while True:
        area = _around(drawn.chain(area, sizes), shape, sizes)
        if max(sizes) <= SMALLEST:
            return area.nodes(shape)
        sizes = max(sizes[0] // FINER, 1), max(sizes[1] // FINER, 1)


@dataclass(frozen=True, slots=True)
class _Area:
    """Pairs of paragraphs that are looked at: of base paragraph i those in [first[i], last[i])."""

    first: Integers
    last: Integers

    @classmethod
    def whole(cls, shape: tuple[int, int]) -> "_Area":
        """Look at all pairs."""
        return cls(np.zeros(shape[0], np.int64), np.full(shape[0], shape[1], np.int64))

    @classmethod
    def of(cls, boxes: Sequence[tuple[int, int, int, int]], shape: tuple[int, int]) -> "_Area":
        """Look at the pairs in boxes of rows and columns, ends not included."""
        area = cls(np.full(shape[0], shape[1], np.int64), np.zeros(shape[0], np.int64))
        for top, bottom, left, right in boxes:
            part = slice(max(top, 0), max(bottom, 0))
            np.minimum(area.first[part], max(left, 0), out=area.first[part])
            np.maximum(area.last[part], min(right, shape[1]), out=area.last[part])
        return area

    def units(self, sizes: tuple[int, int]) -> "_Area":
        """The same area in units of some paragraphs."""
        starts = np.arange(0, len(self.first), sizes[0])
        first = np.minimum.reduceat(self.first, starts) // sizes[1]
        last = -(-np.maximum.reduceat(self.last, starts) // sizes[1])
        return _Area(first, last)

    def nodes(self, shape: tuple[int, int]) -> Band:
        """The nodes at the corners of the pairs."""
        first = np.minimum(np.append(self.first, shape[1]), np.append(shape[1], self.first))
        last = np.maximum(np.append(self.last, 0), np.append(0, self.last)) + 1
        first[0], last[-1] = 0, shape[1] + 1
        return Band.of(first, last)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What draws a chain through pairs of units."""

    scorers: Sequence[Scorer]
    shape: tuple[int, int]
    pinned: tuple[tuple[int, int], ...]
    bonus: float

    def chain(self, area: _Area, sizes: tuple[int, int]) -> list[tuple[int, int]]:
        """Find the chain of units of some size from corner to corner with the highest sum."""
        units = area.units(sizes)
        best: list[Doubles] = []
        for i, scores in enumerate(self._scores(units, sizes)):
            low, high = int(units.first[i]), int(units.last[i])
            entry = np.full(high - low, NOWHERE)
            if i:
                before = np.full(high - low + 1, NOWHERE)
                start, end = int(units.first[i - 1]), int(units.last[i - 1])
                left, right = max(low - 1, start), min(high, end)
                before[left - low + 1 : right - low + 1] = best[-1][left - start : right - start]
                entry = np.maximum(before[1:], before[:-1])
            else:
                entry[0] = 0.0
            along = np.cumsum(scores)
            best.append(along + np.maximum.accumulate(entry - (along - scores)))
        return _walk_back(best, units)

    def _scores(self, units: _Area, sizes: tuple[int, int]) -> Iterator[Doubles]:
        """Score the pairs of units that are looked at, row by row."""
        groups = np.arange(self.shape[0]) // sizes[0], np.arange(self.shape[1]) // sizes[1]
        pooled = [scorer.pooled(groups) for scorer in self.scorers]
        rows, columns = len(units.first), -(-self.shape[1] // sizes[1])
        drawn = {(i // sizes[0], j // sizes[1]) for i, j in self.pinned}
        for start in range(0, rows, ROWS):
            end = min(start + ROWS, rows)
            left, right = int(units.first[start:end].min()), int(units.last[start:end].max())
            block = np.zeros((end - start, right - left))
            for scorer in pooled:
                ((_, scores),) = scorer.scores((start, end), (left, right), longest=1)
                block += scores
            height = (np.arange(start, end) + 0.5)[:, None] / rows
            block -= DRIFT * np.abs(height - (np.arange(left, right) + 0.5) / columns)
            for i, j in drawn:
                if start <= i < end and left <= j < right:
                    block[i - start, j - left] += self.bonus
            for i in range(start, end):
                yield block[i - start, units.first[i] - left : units.last[i] - left]


def _walk_back(best: Sequence[Doubles], units: _Area) -> list[tuple[int, int]]:
    i, j = len(best) - 1, int(units.last[-1]) - 1
    chain = [(i, j)]

    def value(way: tuple[int, int]) -> float:
        row, column = way
        is_inside = row >= 0 and units.first[row] <= column < units.last[row]
        return float(best[row][column - units.first[row]]) if is_inside else 2 * NOWHERE

    while i or j > units.first[0]:
        i, j = max([(i - 1, j - 1), (i - 1, j), (i, j - 1)], key=value)
        chain.append((i, j))
    return chain[::-1]


def _around(
    chain: Sequence[tuple[int, int]], shape: tuple[int, int], sizes: tuple[int, int]
) -> _Area:
    """Take the paragraphs of the units in the chain and those near them."""
    high, wide = (max(NEAR, size) for size in sizes)
    boxes = [
        (
            i * sizes[0] - high,
            (i + 1) * sizes[0] + high,
            j * sizes[1] - wide,
            (j + 1) * sizes[1] + wide,
        )
        for i, j in chain
    ]
    return _Area.of(boxes, shape)


def _around_path(path: Sequence[Step], shape: tuple[int, int]) -> Band:
    """Take the pairs near a path; where it passes over some on both sides, all between."""
    boxes = []
    top = left = 0
    for i, j, p, q in (*path, (*shape, 1, 1)):
        boxes.append((i - NEAR_PATH, i + p + NEAR_PATH, j - NEAR_PATH, j + q + NEAR_PATH))
        if p and q:
            if max(i - top, j - left) <= WIDEST:
                boxes.append((top, i, left, j))
            top, left = i + p, j + q
    return _Area.of(boxes, shape).nodes(shape)
