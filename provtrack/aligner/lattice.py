"""The lattice of all alignments in reading order inside a band, and its best path.

A node (i, j) says that i base and j witness paragraphs have been dealt with. A step from node to
node is a bead, or a paragraph left unmatched. What is unmatched stands in runs: the first of a run
costs something, the others nothing, so that an omitted chapter costs no more than a paragraph and
an excerpt keeps together. In a run the base paragraphs are passed over first, so that each
alignment is one path. Rows are computed one after the other with array operations; steps along a
row are a running maximum. Time and memory grow with the number of nodes in the band.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provtrack.aligner.counts import Doubles, Floats, Integers
from provtrack.aligner.scoring import Shape

NOWHERE = -1e15
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

    def links(self, p: int, q: int) -> "Links":
        """Where the nodes stand that a step of `p` rows and `q` columns joins."""
        first, last, starts = self.first, self.last, self.starts
        ahead = slice(p, len(first))
        behind = slice(0, max(len(first) - p, 0))
        low = np.maximum(first[behind], first[ahead] - q)
        wide = np.maximum(np.minimum(last[behind], last[ahead] - q) - low, 0)
        here = starts[:-1][behind] + low - first[behind]
        there = starts[:-1][ahead] + low + q - first[ahead]
        return Links(here, there, wide, here.tolist(), there.tolist(), wide.tolist())


@dataclass(frozen=True, slots=True)
class Links:
    """The nodes that the steps of one shape join, by the row they start from.

    Attributes:
        sources, targets: Of each row the first node a step leads from, and to, in an array of all
            nodes; the others follow.
        counts: How many there are.
        _sources, _targets, _counts: The same as plain numbers, which are faster one by one.
    """

    sources: Integers
    targets: Integers
    counts: Integers
    _sources: list[int]
    _targets: list[int]
    _counts: list[int]

    def of(self, row: int) -> tuple[slice, slice]:
        """Where the nodes stand that the steps from one row lead from, and to."""
        source, target, count = self._sources[row], self._targets[row], self._counts[row]
        return slice(source, source + count), slice(target, target + count)

    def every(self) -> tuple[Integers, Integers]:
        """Where all the nodes stand, row by row."""
        shift = np.arange(int(self.counts.sum()))
        shift -= np.repeat(np.cumsum(self.counts) - self.counts, self.counts)
        return (
            np.repeat(self.sources, self.counts) + shift,
            np.repeat(self.targets, self.counts) + shift,
        )


@dataclass(frozen=True, slots=True)
class Lattice:
    """A band with what each bead in it is worth.

    Attributes:
        gains: By shape, for each node a bead may start from, in nats over leaving its paragraphs
            unmatched; `NOWHERE` where it does not fit.
        gap: What a run of unmatched paragraphs costs, in nats.
    """

    band: Band
    gains: Gains
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class _Best:
    """For each node the best gain of the paths to it, by their last step.

    Attributes:
        bead: Those that end with a bead; `shape` is its number.
        down: Those that end with an unmatched base paragraph.
        along: Those that end with an unmatched witness paragraph.
        any: All of them.
    """

    bead: Doubles
    down: Doubles
    along: Doubles
    any: Doubles
    shape: NDArray[np.int8]

    @classmethod
    def of(cls, nodes: int) -> "_Best":
        """Begin at the first node."""
        bead, down, along, everything = (np.full(nodes, NOWHERE) for _ in range(4))
        bead[0] = everything[0] = 0.0
        return cls(bead, down, along, everything, np.zeros(nodes, np.int8))


def best_path(lattice: Lattice) -> list[Step]:
    """Find the path of highest gain; the simpler shape wins among equals."""
    band, gains = lattice.band, lattice.gains
    shapes = sorted(gains, key=lambda shape: (shape[0] + shape[1], shape))
    best = _Best.of(band.size)
    down = band.links(1, 0)
    links = [(k, shape[0], gains[shape], band.links(*shape)) for k, shape in enumerate(shapes)]
    for i in range(band.rows + 1):
        row = band.row(i)
        if i:
            source, target = down.of(i - 1)
            best.down[target] = np.maximum(best.down[source], best.bead[source] - lattice.gap)
        for k, p, gain, steps in links:
            if p <= i:
                source, target = steps.of(i - p)
                value, bead = best.any[source] + gain[source], best.bead[target]
                better = value > bead
                np.copyto(bead, value, where=better)
                np.copyto(best.shape[target], k, where=better)
        entry = np.maximum(best.bead[row] - lattice.gap, best.down[row])
        best.along[row][1:] = np.maximum.accumulate(entry)[:-1]
        best.any[row] = np.maximum(np.maximum(best.bead[row], best.down[row]), best.along[row])
    return _trace(lattice, best, shapes)


def gain_of(lattice: Lattice, steps: Sequence[Step]) -> float:
    """Add up what the beads of a path are worth, in nats."""
    beads = [step for step in steps if step[2] and step[3]]
    return sum(float(lattice.gains[p, q][lattice.band.place(i, j)]) for i, j, p, q in beads)


def _trace(lattice: Lattice, best: _Best, shapes: Sequence[Shape]) -> list[Step]:
    """Walk back from the last node."""
    band, gap = lattice.band, lattice.gap
    steps: list[Step] = []
    i, j = band.rows, int(band.last[-1]) - 1
    states = best.bead, best.down, best.along
    state = _likeliest(states, band.place(i, j))
    while i or j:
        here = band.place(i, j)
        p, q = (shapes[best.shape[here]], (1, 0), (0, 1))[state]
        i, j = i - p, j - q
        steps.append((i, j, p, q))
        there = band.place(i, j)
        if state == 0:
            state = _likeliest(states, there)
        elif state == 1 and best.bead[there] - gap > best.down[there]:
            state = 0
        elif state == 2:
            entries = best.bead[there] - gap, best.down[there], best.along[there]
            state = max((2, 1, 0), key=lambda k: (entries[k], k))
    return steps[::-1]


def _likeliest(states: Sequence[Doubles], place: int) -> int:
    """Tell how the best path to a node ends: bead, down, along; the first of equals."""
    return max(range(3), key=lambda k: (states[k][place], -k))
