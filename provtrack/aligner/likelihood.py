"""How much likelier the words of a bead are as answers to each other than by chance.

For a bead of base paragraphs I and witness paragraphs J each word w of J adds
``log(1 - found + found * P(w | I) / P(w))``: it is explained by I with the share `found`, or stands
there by chance. P(w | I) is what the words of I let expect, through a lexicon or as they are; P(w)
is the word's frequency. The same is taken from J to I and both are averaged. The sum runs over the
words of J for a block I, so that beads of every shape come from eight matrices, whatever they hold.

The form is that of IBM model 1 (Brown et al. 1993) with a term for unexplained words, used here in
both directions and set against chance.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from provtrack.aligner.counts import Counts, Floats, Integers

LONGEST = 4  # paragraphs on one side of a bead, at most
CHANCE = 0.5  # added to each term's count: a word seen once is not quite as rare as it looks

Shape = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One kind of term, counted on both sides.

    Attributes:
        base, witness: What stands there.
        expected_in_witness: Row by row, the witness terms the base paragraphs let expect.
        expected_in_base: Row by row, the base terms the witness paragraphs let expect.
        found: Share of the words of one side that the other explains, 0.0 to 1.0.
        weight: Of this kind of term in the sum.
    """

    base: Counts
    witness: Counts
    expected_in_witness: Counts
    expected_in_base: Counts
    chance_in_base: Floats
    chance_in_witness: Floats
    usual_base: float
    usual_witness: float
    found: float
    weight: float
    dilution: float = 0.5

    def selected(self, rows: Integers, columns: Integers) -> "Layer":
        """The same layer of some paragraphs only; chance stays that of the whole texts."""
        return replace(
            self,
            base=self.base.selected(rows),
            witness=self.witness.selected(columns),
            expected_in_witness=self.expected_in_witness.selected(rows),
            expected_in_base=self.expected_in_base.selected(columns),
        )

    def mirrored(self) -> "Layer":
        """The same layer with base and witness exchanged."""
        return replace(
            self,
            base=self.witness,
            witness=self.base,
            expected_in_witness=self.expected_in_base,
            expected_in_base=self.expected_in_witness,
            chance_in_base=self.chance_in_witness,
            chance_in_witness=self.chance_in_base,
            usual_base=self.usual_witness,
            usual_witness=self.usual_base,
        )


def layer_of(
    counted: tuple[Counts, Counts],
    expected: tuple[Counts, Counts],
    found: float,
    weight: float = 1.0,
    dilution: float = 0.65,
) -> Layer:
    """Put a layer together from the counts of (base, witness) and what each lets expect."""
    base, witness = counted
    return Layer(
        base=base,
        witness=witness,
        expected_in_witness=expected[0],
        expected_in_base=expected[1],
        chance_in_base=_chance(base),
        chance_in_witness=_chance(witness),
        usual_base=_usual(base),
        usual_witness=_usual(witness),
        found=found,
        weight=weight,
        dilution=dilution,
    )


def _chance(counts: Counts) -> Floats:
    """How likely each term is to stand anywhere."""
    totals = counts.totals() + CHANCE
    return (totals / totals.sum()).astype(np.float32)


def _usual(counts: Counts) -> float:
    """Mean number of terms of a paragraph."""
    return float(counts.weights.mean()) if counts.weights.any() else 1.0


def rectangle(
    layer: Layer, rows: tuple[int, int], columns: tuple[int, int]
) -> Iterator[tuple[Shape, Floats]]:
    """Score the beads that start in a rectangle of paragraph pairs.

    Yields:
        For each shape the scores by start, in nats; what reaches past the text's end is cut off:
        the array of shape (p, q) has fewer rows and columns by what does not fit.
    """
    forward = _explained(layer, rows, columns)
    backward = _explained(layer.mirrored(), columns, rows)
    high, wide = rows[1] - rows[0], columns[1] - columns[0]
    for p, given_base in enumerate(forward, 1):
        for q, given_witness in enumerate(backward, 1):
            there = _runs(given_base, q)[:high, :wide]
            back = _runs(given_witness, p)[:wide, :high].T
            fitting = min(len(there), len(back)), min(there.shape[1], back.shape[1])
            yield (
                (p, q),
                (layer.weight / 2)
                * (there[: fitting[0], : fitting[1]] + back[: fitting[0], : fitting[1]]),
            )


def _explained(layer: Layer, rows: tuple[int, int], columns: tuple[int, int]) -> list[Floats]:
    """Score witness paragraphs by blocks of 1 to `LONGEST` base paragraphs that start in `rows`.

    Each array has a column for every paragraph of `columns` and the `LONGEST` - 1 after them.
    """
    last_row = min(rows[1] + LONGEST - 1, len(layer.base))
    last_column = min(columns[1] + LONGEST - 1, len(layer.witness))
    expected, standing, chance = _dense(layer, (rows[0], last_row), (columns[0], last_column))
    sizes = layer.base.weights[rows[0] : last_row].astype(np.float64)
    mean = layer.usual_base
    odds = layer.found / (1 - layer.found)
    unexplained = np.log1p(-layer.found) * layer.witness.weights[columns[0] : last_column]
    scores = []
    for p in range(1, LONGEST + 1):
        if last_row - rows[0] < p:
            scores.append(np.zeros((0, len(unexplained)), np.float32))
            continue
        norm = np.maximum(_runs(sizes[None], p).T, 1e-6) ** layer.dilution * mean ** (
            1 - layer.dilution
        )
        share = _runs(expected.T, p).T / norm
        scores.append((np.log1p(odds * share / chance) @ standing.T + unexplained).astype("f4"))
    return scores


def _dense(
    layer: Layer, rows: tuple[int, int], columns: tuple[int, int]
) -> tuple[Floats, Floats, Floats]:
    """Spread out the terms that are expected from `rows` and stand in `columns`."""
    row, expected_term, expected_value = layer.expected_in_witness.entries(*rows)
    column, standing_term, standing_value = layer.witness.entries(*columns)
    place = np.full(layer.witness.size, -1, np.int64)
    place[expected_term] = 0
    shared = np.unique(standing_term[place[standing_term] == 0])
    place[:] = -1
    place[shared] = np.arange(len(shared))
    expected = np.zeros((rows[1] - rows[0], len(shared)), np.float32)
    kept = place[expected_term] >= 0
    expected[row[kept], place[expected_term[kept]]] = expected_value[kept]
    standing = np.zeros((columns[1] - columns[0], len(shared)), np.float32)
    kept = place[standing_term] >= 0
    standing[column[kept], place[standing_term[kept]]] = standing_value[kept]
    return expected, standing, layer.chance_in_witness[shared]


def _runs(matrix: NDArray[np.floating], length: int) -> NDArray[np.floating]:
    """Sum `length` neighbouring columns, by the first of them."""
    wide = matrix.shape[1] - length + 1
    if wide <= 0:
        return matrix[:, :0]
    total = matrix[:, :wide].copy()
    for k in range(1, length):
        total += matrix[:, k : k + wide]
    return total
