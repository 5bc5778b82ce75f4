"""The lattice of all monotone alignments inside a band: its best path and its posteriors.

A node (i, j) says that i base and j witness paragraphs have been dealt with. A step from node to
node is a bead, or a paragraph left unmatched. Rows are computed one after the other with array
operations; steps along a row (unmatched witness paragraphs) are a running maximum.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provtrack.aligner.likelihood import LONGEST, Shape

NOWHERE = -1e15
Gains = Mapping[Shape, NDArray[np.float32]]
Doubles = NDArray[np.float64]
Step = tuple[int, int, int, int]  # node (i, j) it starts from, base and witness paragraphs


@dataclass(frozen=True, slots=True)
class Band:
    """The nodes that are looked at: of row i those from `first[i]`, `width` of them."""

    rows: int
    columns: int
    first: NDArray[np.int64]
    width: int

    @classmethod
    def whole(cls, rows: int, columns: int) -> "Band":
        """Look at every node."""
        return cls(rows, columns, np.zeros(rows + 1, np.int64), columns + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lattice:
    """A band with what each step in it is worth.

    Attributes:
        gains: By shape, for each start node (row, place in the band), in nats over leaving the
            paragraphs unmatched; `NOWHERE` where the bead does not fit.
    """

    band: Band
    gains: Gains


def best_path(lattice: Lattice) -> list[Step]:
    """Find the path of highest gain; the simpler shape wins among equals."""
    band, gains = lattice.band, lattice.gains
    shapes = sorted(gains, key=lambda shape: (shape[0] + shape[1], shape))
    best = np.full((band.rows + 1, band.width), NOWHERE)
    chosen = np.full((band.rows + 1, band.width), -2, np.int8)
    for i in range(band.rows + 1):
        row, choice = best[i], chosen[i]
        if i == 0:
            row[0] = 0.0 if band.first[0] == 0 else NOWHERE
        else:
            _raise(row, choice, _shifted(best[i - 1], band, i - 1, i, 0), -1)
        for k, (p, q) in enumerate(shapes):
            if p <= i:
                value = best[i - p] + gains[p, q][i - p]
                _raise(row, choice, _shifted(value, band, i - p, i, q), k)
        running = np.maximum.accumulate(row)
        choice[running > row] = -2
        best[i] = running
    return _trace(band, chosen, shapes)


def _shifted(values: Doubles, band: Band, source: int, target: int, q: int) -> Doubles:
    """Move values of nodes of one row to the nodes of a later row, `q` columns further on."""
    shift = int(band.first[target] - band.first[source]) - q
    moved = np.full(band.width, NOWHERE)
    if shift >= 0:
        if shift < band.width:
            moved[: band.width - shift] = values[shift:]
    else:
        moved[-shift:] = values[:shift]
    return moved


def _raise(row: Doubles, choice: NDArray[np.int8], value: Doubles, mark: int) -> None:
    """Take over what is better than what stands there."""
    better = value > row
    row[better] = value[better]
    choice[better] = mark


def _trace(band: Band, chosen: NDArray[np.int8], shapes: list[Shape]) -> list[Step]:
    """Walk back from the last node."""
    steps: list[Step] = []
    i, j = band.rows, band.columns
    while i or j:
        mark = int(chosen[i, j - band.first[i]])
        p, q = (0, 1) if mark == -2 else (1, 0) if mark == -1 else shapes[mark]
        i, j = i - p, j - q
        steps.append((i, j, p, q))
    return steps[::-1]


def posteriors(lattice: Lattice, steps: list[Step], temperature: float) -> list[float]:
    """Weigh each step against all other paths (forward-backward).

    Returns:
        For a bead, the share of the weight of all paths that goes through it; for an unmatched
        paragraph, the share of paths that leave it unmatched, wherever they stand.
    """
    band = lattice.band
    gains = {
        shape: np.maximum(values / temperature, NOWHERE) for shape, values in lattice.gains.items()
    }
    before = _forward(band, gains)
    after = _backward(band, gains)
    whole = before[band.rows, band.columns - band.first[band.rows]]
    matched_base, matched_witness = _matched(band, gains, before, after, whole)
    weights = []
    for i, j, p, q in steps:
        if p and q:
            place = j - band.first[i]
            end = after[i + p, j + q - band.first[i + p]]
            weights.append(float(np.exp(before[i, place] + gains[p, q][i, place] + end - whole)))
        else:
            matched = matched_base[i] if p else matched_witness[j]
            weights.append(float(1.0 - matched))
    return [min(max(weight, 0.0), 1.0) for weight in weights]


def _forward(band: Band, gains: Mapping[Shape, Doubles]) -> Doubles:
    """Sum over all paths from the first node to each."""
    total = np.full((band.rows + 1, band.width), NOWHERE)
    for i in range(band.rows + 1):
        ways = [np.full(band.width, NOWHERE)]
        if i == 0:
            ways[0][0] = 0.0
        else:
            ways.append(_shifted(total[i - 1], band, i - 1, i, 0))
        ways += [
            _shifted(total[i - p] + gains[p, q][i - p], band, i - p, i, q)
            for p, q in gains
            if p <= i
        ]
        total[i] = np.logaddexp.accumulate(np.logaddexp.reduce(ways, axis=0))
    return total


def _backward(band: Band, gains: Mapping[Shape, Doubles]) -> Doubles:
    """Sum over all paths from each node to the last."""
    total = np.full((band.rows + 1, band.width), NOWHERE)
    for i in range(band.rows, -1, -1):
        ways = [np.full(band.width, NOWHERE)]
        if i == band.rows:
            ways[0][band.columns - band.first[i]] = 0.0
        else:
            ways.append(_unshifted(total[i + 1], band, i, i + 1, 0))
        ways += [
            _unshifted(total[i + p], band, i, i + p, q) + gains[p, q][i]
            for p, q in gains
            if i + p <= band.rows
        ]
        row = np.logaddexp.reduce(ways, axis=0)
        total[i] = np.logaddexp.accumulate(row[::-1])[::-1]
    return total


def _unshifted(values: Doubles, band: Band, source: int, target: int, q: int) -> Doubles:
    """Fetch for the nodes of one row what stands at those of a later row, `q` columns on."""
    shift = q - int(band.first[target] - band.first[source])
    moved = np.full(band.width, NOWHERE)
    if shift >= 0:
        if shift < band.width:
            moved[: band.width - shift] = values[shift:]
    elif -shift < band.width:
        moved[-shift:] = values[:shift]
    return moved


def _matched(
    band: Band, gains: Mapping[Shape, Doubles], before: Doubles, after: Doubles, whole: float
) -> tuple[Doubles, Doubles]:
    """Sum for each paragraph the posteriors of all beads it stands in."""
    base = np.zeros(band.rows + LONGEST)
    witness = np.zeros(band.columns + band.width + LONGEST)
    for (p, q), values in gains.items():
        for i in range(band.rows - p + 1):
            end = _unshifted(after[i + p], band, i, i + p, q)
            weight = np.exp(np.minimum(before[i] + values[i] + end - whole, 0.0))
            base[i : i + p] += weight.sum()
            for k in range(q):
                start = int(band.first[i]) + k
                witness[start : start + band.width] += weight
    return base, witness
