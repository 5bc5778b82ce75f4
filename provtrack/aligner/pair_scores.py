"""A scorer of what is known of single pairs of paragraphs, from wherever it is known.

Few pairs have a score, so they are kept as a list. A bead of any shape gets the sum of its pairs,
and of what each of its paragraphs adds or loses by standing in a bead at all. Entry point:
`PairScores`, a `scoring.Scorer`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from provtrack.aligner.counts import Doubles, Floats, Integers
from provtrack.aligner.scoring import LONGEST, Shape, shapes_up_to


@dataclass(frozen=True, slots=True, kw_only=True)
class PairScores:
    """Scores of pairs of paragraphs, in nats; pairs that are not named have none.

    Attributes:
        rows, columns: Base and witness paragraph of each pair named; ascending by row.
        values: Score of each pair named.
        of_base, of_witness: Added to a bead for each of its paragraphs, whatever it stands with.
    """

    rows: Integers
    columns: Integers
    values: Doubles
    of_base: Doubles
    of_witness: Doubles

    def scores(
        self, rows: tuple[int, int], columns: tuple[int, int], longest: int = LONGEST
    ) -> Iterator[tuple[Shape, Floats]]:
        """Score the beads that start in a rectangle; as `scoring.Scorer`."""
        last_row = min(rows[1] + longest - 1, len(self.of_base))
        last_column = min(columns[1] + longest - 1, len(self.of_witness))
        pairs = self._spread_out((rows[0], last_row), (columns[0], last_column))
        high, wide = rows[1] - rows[0], columns[1] - columns[0]
        for p, q in shapes_up_to(longest):
            blocks = _runs(_runs(pairs, q).T, p).T[:high, :wide]
            base = _runs(self.of_base[None, rows[0] : last_row], p)[0, : len(blocks)]
            witness = _runs(self.of_witness[None, columns[0] : last_column], q)
            whole = blocks + base[:, None] + witness[:, : blocks.shape[1]]
            yield (p, q), whole.astype(np.float32)

    def pooled(self, groups: tuple[Integers, Integers]) -> "PairScores":
        """The same scores for units; as `scoring.Scorer`."""
        high, wide = (int(group[-1]) + 1 if len(group) else 0 for group in groups)
        keys = groups[0][self.rows] * max(wide, 1) + groups[1][self.columns]
        unique, where = np.unique(keys, return_inverse=True)
        rows, columns = np.divmod(unique, max(wide, 1))
        return PairScores(
            rows=rows,
            columns=columns,
            values=np.bincount(where, self.values, minlength=len(unique)).astype(np.float64),
            of_base=np.bincount(groups[0], self.of_base, minlength=high).astype(np.float64),
            of_witness=np.bincount(groups[1], self.of_witness, minlength=wide).astype(np.float64),
        )

    def selected(self, rows: Integers, columns: Integers) -> "PairScores":
        """The same scores for some paragraphs only; as `scoring.Scorer`."""
        new_rows = _places(rows, len(self.of_base))[self.rows]
        new_columns = _places(columns, len(self.of_witness))[self.columns]
        kept = (new_rows >= 0) & (new_columns >= 0)
        order = np.argsort(new_rows[kept], kind="stable")
        return PairScores(
            rows=new_rows[kept][order],
            columns=new_columns[kept][order],
            values=self.values[kept][order],
            of_base=self.of_base[rows],
            of_witness=self.of_witness[columns],
        )

    def mirrored(self) -> "PairScores":
        """The same scores with base and witness exchanged."""
        order = np.lexsort((self.rows, self.columns))
        return PairScores(
            rows=self.columns[order],
            columns=self.rows[order],
            values=self.values[order],
            of_base=self.of_witness,
            of_witness=self.of_base,
        )

    def _spread_out(self, rows: tuple[int, int], columns: tuple[int, int]) -> Doubles:
        """Write the pairs of a rectangle as a matrix."""
        matrix = np.zeros((rows[1] - rows[0], columns[1] - columns[0]))
        first, last = np.searchsorted(self.rows, rows)
        row, column, value = (a[first:last] for a in (self.rows, self.columns, self.values))
        inside = (column >= columns[0]) & (column < columns[1])
        matrix[row[inside] - rows[0], column[inside] - columns[0]] = value[inside]
        return matrix


def _places(chosen: Integers, length: int) -> Integers:
    """Say of each paragraph where it stands among those chosen; -1 if it does not."""
    places = np.full(length, -1, np.int64)
    places[chosen] = np.arange(len(chosen))
    return places


def _runs(matrix: Doubles, length: int) -> Doubles:
    """Sum `length` neighbouring columns, by the first of them."""
    wide = max(matrix.shape[1] - length + 1, 0)
    total = matrix[:, :wide].copy()
    for k in range(1, length):
        total += matrix[:, k : k + wide]
    return total
