"""Choose the part of the lattice worth looking at, so that cost grows with length, not its square.

Small texts are looked at whole. Of large ones neighbouring paragraphs are pooled until some hundred
units are left on each side; the chain of units that answer each other best is found among all pairs
of units, and the band is what lies near it.
"""

from collections.abc import Sequence

import numpy as np

from provtrack.aligner.counts import Doubles, Integers
from provtrack.aligner.lattice import Band
from provtrack.aligner.scoring import Scorer

WHOLE = 200_000  # nodes; up to here everything is looked at
UNITS = 400  # units a side at most
NEAR = 40  # paragraphs on either side of the chain
DRIFT = 0.9  # nats a unit loses at the far corner: settles what the words leave open


def choose_band(
    scorers: Sequence[Scorer],
    shape: tuple[int, int],
    pinned: Sequence[tuple[int, int]] = (),
    bonus: float = 0.0,
) -> Band:
    """Find the band that holds the alignment of two texts.

    Args:
        shape: Number of base and of witness paragraphs.
        pinned: Base and witness paragraphs the chain is drawn to.
        bonus: What it gains by going through one of them, in nats.
    """
    rows, columns = shape
    if (rows + 1) * (columns + 1) <= WHOLE:
        return Band.whole(rows, columns)
    groups = _groups(rows), _groups(columns)
    scores = sum(scorer.unit_scores(groups) for scorer in scorers)
    drawn = np.array(scores, np.float64)
    for row, column in pinned:
        drawn[groups[0][row], groups[1][column]] += bonus
    chain = _heaviest(drawn)
    return _around(chain, groups)


def _groups(length: int) -> Integers:
    """Say for each paragraph the unit it belongs to."""
    return np.arange(length) // -(-length // UNITS)


def _heaviest(scores: Doubles) -> list[tuple[int, int]]:
    """Find the chain of pairs from corner to corner with the highest sum."""
    rows, columns = scores.shape
    height = (np.arange(rows) + 0.5)[:, None] / rows
    scores = scores - DRIFT * np.abs(height - (np.arange(columns) + 0.5) / columns)
    best = np.zeros_like(scores)
    for i in range(rows):
        along = np.cumsum(scores[i])
        entry = np.full(columns, -np.inf)
        if i:
            entry = best[i - 1].copy()
            entry[1:] = np.maximum(entry[1:], best[i - 1][:-1])
        else:
            entry[0] = 0.0
        best[i] = along + np.maximum.accumulate(entry - (along - scores[i]))
    return _walk_back(best)


def _walk_back(best: Doubles) -> list[tuple[int, int]]:
    i, j = best.shape[0] - 1, best.shape[1] - 1
    chain = [(i, j)]
    while i or j:
        ways = [(i - 1, j - 1), (i - 1, j), (i, j - 1)]
        i, j = max((way for way in ways if min(way) >= 0), key=lambda way: best[way])
        chain.append((i, j))
    return chain[::-1]


def _around(chain: Sequence[tuple[int, int]], groups: tuple[Integers, Integers]) -> Band:
    """Take the nodes of the units in the chain and `NEAR` paragraphs to all sides."""
    rows, columns = len(groups[0]), len(groups[1])
    row_starts = np.searchsorted(groups[0], np.arange(groups[0][-1] + 2))
    column_starts = np.searchsorted(groups[1], np.arange(groups[1][-1] + 2))
    first = np.full(rows + 1, columns, np.int64)
    last = np.zeros(rows + 1, np.int64)
    for unit, other in chain:
        top = max(int(row_starts[unit]) - NEAR, 0)
        bottom = min(int(row_starts[unit + 1]) + NEAR, rows) + 1
        left = max(int(column_starts[other]) - NEAR, 0)
        right = min(int(column_starts[other + 1]) + NEAR, columns) + 1
        np.minimum(first[top:bottom], left, out=first[top:bottom])
        np.maximum(last[top:bottom], right, out=last[top:bottom])
    return Band.of(first, last)
