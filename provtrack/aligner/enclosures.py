"""Parts of two texts that answer each other as wholes, where nothing crosses from one to another.

Sentences are aligned inside the beads of their paragraphs. The lattice is cut down to one rectangle
for each bead, joined at the corners, so that one path solves all of them at once: time and memory
grow with the sum of the rectangles. At each corner stands an empty unit on both sides, a border,
which every path goes through as a bead, so that what is left unmatched before it and after it are
two runs. A rectangle too large to be looked at whole has a band of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from provtrack.aligner.band import choose_band
from provtrack.aligner.counts import Integers
from provtrack.aligner.joints import Piece
from provtrack.aligner.lattice import NOWHERE, Band, Lattice
from provtrack.aligner.scoring import Scorer

CERTAIN = 200.0  # nats a border is worth: more than any path loses by going through it


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosures:
    """Which part each unit of base and witness stands in.

    Attributes:
        base, witness: For each unit the number of its part, ascending. Parts of even number answer
            each other; those of odd number between them are borders, one unit on each side.
    """

    base: Integers
    witness: Integers

    @classmethod
    def of(cls, sizes: Sequence[tuple[int, int]]) -> "Enclosures":
        """Lay out parts with these numbers of units on both sides, and a border between two."""
        padded = [size for one in sizes for size in ((1, 1), one)][1:]
        numbers = np.arange(len(padded))
        base, witness = (
            np.repeat(numbers, [size[side] for size in padded]).astype(np.int64) for side in (0, 1)
        )
        return cls(base=base, witness=witness)

    def _limits(self) -> tuple[Integers, Integers]:
        """Where the parts start on each side; one more than there are parts."""
        last = max(self.base.max(initial=-1), self.witness.max(initial=-1)) + 1
        numbers = np.arange(last + 1)
        return np.searchsorted(self.base, numbers), np.searchsorted(self.witness, numbers)

    def pieces(self) -> list[Piece]:
        """Give the parts with units on both sides, without the borders."""
        rows, columns = self._limits()
        parts = [
            (
                tuple(range(int(rows[k]), int(rows[k + 1]))),
                tuple(range(int(columns[k]), int(columns[k + 1]))),
            )
            for k in range(0, len(rows) - 1, 2)
        ]
        return [part for part in parts if all(part)]

    def fits(self, piece: Piece) -> bool:
        """Tell whether a bead lies inside one part."""
        owners = {int(self.base[i]) for i in piece[0]} | {int(self.witness[j]) for j in piece[1]}
        return len(owners) <= 1

    def band(self, scorers: Sequence[Scorer]) -> Band:
        """Look at the rectangles only, from corner to corner."""
        rows, columns = self._limits()
        first = np.full(len(self.base) + 1, len(self.witness), np.int64)
        last = np.zeros(len(self.base) + 1, np.int64)
        first[0], last[-1] = 0, len(self.witness) + 1
        for k in range(len(rows) - 1):
            top, left = int(rows[k]), int(columns[k])
            inner = _band_of(scorers, (top, int(rows[k + 1])), (left, int(columns[k + 1])))
            part = slice(top, int(rows[k + 1]) + 1)
            first[part] = np.minimum(first[part], inner.first + left)
            last[part] = np.maximum(last[part], inner.last + left)
        return Band.of(first, last)

    def closed(self, lattice: Lattice) -> Lattice:
        """Make the beads worth nothing that reach from one part into another."""
        band = lattice.band
        rows = np.repeat(np.arange(band.rows + 1), np.diff(band.starts))
        columns = np.arange(band.size) - band.starts[rows] + band.first[rows]
        gains = {}
        for (p, q), values in lattice.gains.items():
            ours = _owners(self.base, p)[rows]
            fits = (ours >= 0) & (ours == _owners(self.witness, q)[columns])
            gains[p, q] = np.where(fits, values, np.float32(NOWHERE))
            if (p, q) == (1, 1):
                gains[p, q][fits & (ours % 2 == 1)] = CERTAIN
        return replace(lattice, gains=gains)


def _band_of(scorers: Sequence[Scorer], rows: tuple[int, int], columns: tuple[int, int]) -> Band:
    """Choose what to look at in one rectangle."""
    shape = rows[1] - rows[0], columns[1] - columns[0]
    chosen = np.arange(*rows), np.arange(*columns)
    return choose_band([scorer.selected(*chosen) for scorer in scorers], shape)


def _owners(parts: Integers, size: int) -> Integers:
    """Say for each place the part that holds `size` units from there on; -1 if none does."""
    owners = np.full(len(parts) + 1, -1, np.int64)
    whole = len(parts) - size + 1
    if whole > 0:
        same = parts[:whole] == parts[size - 1 :]
        owners[:whole] = np.where(same, parts[:whole], -1)
    return owners
