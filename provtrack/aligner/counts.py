"""Term counts of paragraphs as sparse rows, and the few operations alignment needs on them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
Integers = NDArray[np.int64]
Doubles = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How often each term stands in each paragraph, rows in order.

    Attributes:
        starts: Where each row starts in `terms`; one more than there are rows.
        terms: Term numbers, ascending in each row.
        values: Damped counts.
        weights: Sum of the values of each row.
        size: Number of terms in the vocabulary.
    """

    starts: Integers
    terms: Integers
    values: Floats
    weights: Floats
    size: int

    def __len__(self) -> int:
        return len(self.weights)

    def totals(self) -> NDArray[np.float64]:
        """Sum the values of each term over all rows."""
        return np.bincount(self.terms, self.values, minlength=self.size).astype(np.float64)

    def spread(self) -> Integers:
        """Count the rows each term stands in."""
        return np.bincount(self.terms, minlength=self.size)

    def selected(self, rows: Integers) -> "Counts":
        """Keep the rows named, in the order named."""
        lengths = np.diff(self.starts)[rows]
        starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
        place = np.arange(starts[-1]) + np.repeat(self.starts[rows] - starts[:-1], lengths)
        return Counts(
            starts=starts,
            terms=self.terms[place],
            values=self.values[place],
            weights=self.weights[rows],
            size=self.size,
        )

    def entries(self, start: int, end: int) -> tuple[Integers, Integers, Floats]:
        """Give row (from `start`), term and value of each entry of rows [start, end)."""
        first, last = self.starts[start], self.starts[end]
        lengths = np.diff(self.starts[start : end + 1])
        rows = np.repeat(np.arange(end - start), lengths)
        return rows, self.terms[first:last], self.values[first:last]


class Vocabulary:
    """Numbers terms in the order in which they are met, and keeps a word each was met in."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.spelled: list[str] = []

    def __len__(self) -> int:
        return len(self.numbers)

    def number(self, term: str, word: str) -> int:
        """Give a term's number, a new one if it is new."""
        found = self.numbers.get(term)
        if found is None:
            found = self.numbers[term] = len(self.numbers)
            self.spelled.append(word)
        return found


def count(rows: Sequence[Integers], size: int) -> Counts:
    """Count numbered terms row by row; a term's repetitions in one row count less and less."""
    lengths = np.array([len(row) for row in rows], dtype=np.int64)
    flat = np.concatenate([*rows, np.zeros(0, np.int64)])
    keys = np.repeat(np.arange(len(rows)), lengths) * max(size, 1) + flat
    unique, repeats = np.unique(keys, return_counts=True)
    owners, terms = np.divmod(unique, max(size, 1))
    return gather(owners, terms, damp(repeats), shape=(len(rows), size))


def damp(repeats: Integers) -> Floats:
    """Words come in bursts: the second of its kind says less than the first."""
    return np.sqrt(repeats).astype(np.float32)


def gather(owners: Integers, terms: Integers, values: Floats, shape: tuple[int, int]) -> Counts:
    """Build rows from entries sorted by (row, term)."""
    starts = np.searchsorted(owners, np.arange(shape[0] + 1))
    weights = np.bincount(owners, values, minlength=shape[0]).astype(np.float32)
    return Counts(
        starts=starts,
        terms=terms,
        values=values.astype(np.float32),
        weights=weights,
        size=shape[1],
    )


def pooled(counts: Counts, groups: Integers) -> Counts:
    """Add up neighbouring rows: row i goes to row ``groups[i]``, ascending from 0."""
    owners = np.repeat(groups, np.diff(counts.starts))
    keys = owners * max(counts.size, 1) + counts.terms
    unique, where = np.unique(keys, return_inverse=True)
    values = np.bincount(where, counts.values, minlength=len(unique))
    rows = int(groups[-1]) + 1 if len(groups) else 0
    owner, terms = np.divmod(unique, max(counts.size, 1))
    return gather(owner, terms, values.astype(np.float32), (rows, counts.size))
