"""The lattice of all alignments in reading order inside a band: best path and posteriors.

A node (i, j) says that i base and j witness paragraphs have been dealt with. A step from node to
node is a bead, or a paragraph left unmatched, which is worth nothing. Rows are computed one after
the other with array operations; steps along a row (unmatched witness paragraphs) are a running
maximum. Time and memory grow with the number of nodes in the band.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provtrack.aligner.counts import Doubles, Floats, Integers
from provtrack.aligner.scoring import Shape

NOWHERE = -1e15
UNMATCHED_BASE, UNMATCHED_WITNESS = -1, -2
Gains = Mapping[Shape, Floats]
Step = tuple[int, int, int, int]  # node (i, j) it starts from, base and witness paragraphs


@dataclass(frozen=True, slots=True)
class Band:
    """The nodes that are looked at: of row i those in [first[i], last[i]).

    Attributes:
        starts: Where the nodes of each row start in an array of all nodes; one more than rows.
    """

    first: Integers
    last: Integers
    starts: Integers

    @classmethod
    def of(cls, first: Integers, last: Integers) -> "Band":
        """Look at the nodes between two limits."""
        return cls(first, last, np.concatenate([[0], np.cumsum(last - first)]))

    @classmethod
    def whole(cls, rows: int, columns: int) -> "Band":
        """Look at every node."""
        first = np.zeros(rows + 1, np.int64)
        return cls.of(first, np.full(rows + 1, columns + 1, np.int64))

    @property
    def rows(self) -> int:
        """Number of base paragraphs."""
        return len(self.first) - 1

    @property
    def size(self) -> int:
        """Number of nodes."""
        return int(self.starts[-1])

    def row(self, i: int) -> slice:
        """Where the nodes of row i stand in an array of all nodes."""
        return slice(int(self.starts[i]), int(self.starts[i + 1]))

    def holds(self, i: int, j: int) -> bool:
        """Tell whether a node is looked at."""
        return bool(self.first[i] <= j < self.last[i])

    def place(self, i: int, j: int) -> int:
        """Where a node stands in an array of all nodes."""
        return int(self.starts[i] + j - self.first[i])

    def links(self, p: int, q: int) -> list[tuple[slice, slice]]:
        """Where the nodes stand that a step of `p` rows and `q` columns joins, by first row.

        Returns:
            For each row from which `p` rows are left: the nodes the step leads from, and to.
        """
        first, last, starts = self.first, self.last, self.starts
        ahead = slice(p, len(first))
        behind = slice(0, max(len(first) - p, 0))
        low = np.maximum(first[behind], first[ahead] - q)
        wide = np.maximum(np.minimum(last[behind], last[ahead] - q) - low, 0)
        here = starts[:-1][behind] + low - first[behind]
        there = starts[:-1][ahead] + low + q - first[ahead]
        return [
            (slice(f, f + n), slice(t, t + n))
            for f, t, n in zip(here.tolist(), there.tolist(), wide.tolist(), strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Lattice:
    """A band with what each bead in it is worth.

    Attributes:
        gains: By shape, for each node a bead may start from, in nats over leaving its paragraphs
            unmatched; `NOWHERE` where it does not fit.
    """

    band: Band
    gains: Gains


def best_path(lattice: Lattice) -> list[Step]:
    """Find the path of highest gain; the simpler shape wins among equals."""
    band, gains = lattice.band, lattice.gains
    shapes = sorted(gains, key=lambda shape: (shape[0] + shape[1], shape))
    best = np.full(band.size, NOWHERE)
    chosen = np.full(band.size, UNMATCHED_WITNESS, np.int8)
    best[0] = 0.0
    down = band.links(1, 0)
    links = [(k, shape[0], gains[shape], band.links(*shape)) for k, shape in enumerate(shapes)]
    for i in range(band.rows + 1):
        if i:
            source, target = down[i - 1]
            _raise(best[target], chosen[target], best[source], UNMATCHED_BASE)
        for k, p, gain, steps in links:
            if p <= i:
                source, target = steps[i - p]
                _raise(best[target], chosen[target], best[source] + gain[source], k)
        row = band.row(i)
        running = np.maximum.accumulate(best[row])
        chosen[row][running > best[row]] = UNMATCHED_WITNESS
        best[row] = running
    return _trace(band, chosen, shapes)


def _raise(row: Floats, choice: NDArray[np.int8], value: Floats, mark: int) -> None:
    """Take over what is better than what stands there."""
    better = value > row
    row[better] = value[better]
    choice[better] = mark


def _trace(band: Band, chosen: NDArray[np.int8], shapes: Sequence[Shape]) -> list[Step]:
    """Walk back from the last node."""
    steps: list[Step] = []
    i, j = band.rows, int(band.last[-1]) - 1
    while i or j:
        mark = int(chosen[band.place(i, j)])
        p, q = {UNMATCHED_WITNESS: (0, 1), UNMATCHED_BASE: (1, 0)}.get(mark) or shapes[mark]
        i, j = i - p, j - q
        steps.append((i, j, p, q))
    return steps[::-1]


def posteriors(lattice: Lattice, steps: Sequence[Step], temperature: float) -> list[float]:
    """Weigh each step against all other paths (forward-backward).

    Args:
        temperature: Gains are divided by it: words of a paragraph do not speak independently.

    Returns:
        For a bead, the share of the weight of all paths that go through it; for an unmatched
        paragraph, the share of those that leave it unmatched, wherever they stand.
    """
    band = lattice.band
    gains = {shape: values / np.float32(temperature) for shape, values in lattice.gains.items()}
    before, after = _before(band, gains), _after(band, gains)
    whole = float(before[-1])
    base, witness = _matched(band, gains, (before, after, whole))
    weights = []
    for i, j, p, q in steps:
        if p and q and not (band.holds(i, j) and band.holds(i + p, j + q)):
            weights.append(0.0)
        elif p and q:
            start, end = band.place(i, j), band.place(i + p, j + q)
            gain = float(gains[p, q][start])
            weights.append(float(np.exp(before[start] + gain + after[end] - whole)))
        else:
            weights.append(1.0 - float(base[i] if p else witness[j]))
    return [min(max(weight, 0.0), 1.0) for weight in weights]


def _before(band: Band, gains: Gains) -> Doubles:
    """Sum over all paths from the first node to each."""
    total = np.full(band.size, NOWHERE)
    total[0] = 0.0
    down = band.links(1, 0)
    links = [(shape[0], gain, band.links(*shape)) for shape, gain in gains.items()]
    for i in range(band.rows + 1):
        if i:
            source, target = down[i - 1]
            total[target] = np.logaddexp(total[target], total[source])
        for p, gain, steps in links:
            if p <= i:
                source, target = steps[i - p]
                total[target] = np.logaddexp(total[target], total[source] + gain[source])
        row = band.row(i)
        total[row] = np.logaddexp.accumulate(total[row])
    return total


def _after(band: Band, gains: Gains) -> Doubles:
    """Sum over all paths from each node to the last."""
    total = np.full(band.size, NOWHERE)
    total[-1] = 0.0
    down = band.links(1, 0)
    links = [(shape[0], gain, band.links(*shape)) for shape, gain in gains.items()]
    for i in range(band.rows, -1, -1):
        if i < band.rows:
            source, target = down[i]
            total[source] = np.logaddexp(total[source], total[target])
        for p, gain, steps in links:
            if i + p <= band.rows:
                source, target = steps[i]
                total[source] = np.logaddexp(total[source], total[target] + gain[source])
        row = band.row(i)
        total[row] = np.logaddexp.accumulate(total[row][::-1])[::-1]
    return total


def _matched(
    band: Band, gains: Gains, sums: tuple[Doubles, Doubles, float]
) -> tuple[Doubles, Doubles]:
    """Sum for each paragraph the posteriors of all beads it stands in."""
    base = np.zeros(band.rows)
    witness = np.zeros(int(band.last.max()))
    for (p, q), i, j, weight in _weights(band, gains, sums):
        base[i : i + p] += weight.sum()
        for k in range(q):
            witness[j + k : j + k + len(weight)] += weight
    return base, witness


def _weights(
    band: Band, gains: Gains, sums: tuple[Doubles, Doubles, float]
) -> Iterator[tuple[Shape, int, int, Doubles]]:
    """Give shape, row, first column and the posteriors of the beads that start in a row."""
    before, after, whole = sums
    for (p, q), gain in gains.items():
        for i, (source, target) in enumerate(band.links(p, q)):
            weight = np.exp(np.minimum(before[source] + gain[source] + after[target] - whole, 0.0))
            yield (
                (p, q),
                i,
                int(band.first[i]) + source.start - int(band.starts[i]),
                weight,
            )


def likely_beads(lattice: Lattice, temperature: float, least: float) -> list[tuple[Step, float]]:
    """List the beads whose posterior is at least `least`, with it."""
    band = lattice.band
    gains = {shape: values / np.float32(temperature) for shape, values in lattice.gains.items()}
    before, after = _before(band, gains), _after(band, gains)
    found = []
    for (p, q), i, j, weight in _weights(band, gains, (before, after, float(before[-1]))):
        for k in np.flatnonzero(weight >= least).tolist():
            found.append(((i, j + k, p, q), float(weight[k])))
    return found
