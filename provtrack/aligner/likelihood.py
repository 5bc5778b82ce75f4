"""How much likelier the words of a bead are as answers to each other than by chance.

For a bead of base paragraphs I and witness paragraphs J each word w of J adds
``log(1 - found + found * P(w | I) / P(w))``: it is explained by I with the share `found`, or stands
there by chance. P(w | I) is what the words of I let expect, through a lexicon or as they are; P(w)
is the word's frequency. The same is taken from J to I and both are averaged. The sum runs over the
words of J for a block I, so that beads of every shape come from eight matrices, whatever they hold.

The form is that of IBM model 1 (Brown et al. 1993) with a term for unexplained words, used here in
both directions and set against chance.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from provtrack.aligner.counts import Counts, Doubles, Floats, Integers, pooled
from provtrack.aligner.scoring import LONGEST, MOST, Shape

FREQUENCIES = 9  # classes of terms by their frequency, each twice as rare as the one before
PRIOR = 20.0  # terms the prior share of explained ones counts for in each class
CHANCE = 0.5  # added to each term's count: a word seen once is not quite as rare as it looks


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One kind of term, counted on both sides.

    Attributes:
        base, witness: What stands there.
        expected_in_witness: Row by row, the witness terms the base paragraphs let expect.
        expected_in_base: Row by row, the base terms the witness paragraphs let expect.
        chance_in_base, chance_in_witness: How likely each term is to stand anywhere.
        usual_base, usual_witness: Mean number of terms of a paragraph.
        found_in_base, found_in_witness: For each term, the share of its occurrences that the other
            side explains, 0.0 to 1.0.
        weight: Of this kind of term beside other scorers: words of one paragraph do not speak
            independently.
        dilution: How far a block twice as long explains each word less, 0.0 to 1.0.
        most_found: What is learned of the explained share ends here.
    """

    base: Counts
    witness: Counts
    expected_in_witness: Counts
    expected_in_base: Counts
    chance_in_base: Floats
    chance_in_witness: Floats
    usual_base: float
    usual_witness: float
    found_in_base: Floats
    found_in_witness: Floats
    weight: float
    dilution: float = 0.5
    most_found: float = 0.95

    def scores(
        self, rows: tuple[int, int], columns: tuple[int, int], longest: int = LONGEST
    ) -> Iterator[tuple[Shape, Floats]]:
        """Score the beads that start in a rectangle; as `scoring.Scorer`."""
        forward = _explained(self, rows, columns, longest)
        backward = _explained(self.mirrored(), columns, rows, longest)
        high, wide = rows[1] - rows[0], columns[1] - columns[0]
        for p, given_base in enumerate(forward, 1):
            for q, given_witness in enumerate(backward[: MOST - p], 1):
                there = _runs(given_base, q)[:high, :wide]
                back = _runs(given_witness, p)[:wide, :high].T
                fitting = min(len(there), len(back)), min(there.shape[1], back.shape[1])
                both = there[: fitting[0], : fitting[1]] + back[: fitting[0], : fitting[1]]
                yield (p, q), (self.weight / 2) * both

    def pooled(self, groups: tuple[Integers, Integers]) -> "Layer":
        """The same layer for units of neighbouring paragraphs; as `scoring.Scorer`."""
        base = pooled(self.base, groups[0])
        witness = pooled(self.witness, groups[1])
        return replace(
            self,
            base=base,
            witness=witness,
            expected_in_witness=pooled(self.expected_in_witness, groups[0]),
            expected_in_base=pooled(self.expected_in_base, groups[1]),
            usual_base=_usual(base),
            usual_witness=_usual(witness),
        )

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
            found_in_base=self.found_in_witness,
            found_in_witness=self.found_in_base,
            usual_base=self.usual_witness,
            usual_witness=self.usual_base,
        )


def layer_of(
    counted: tuple[Counts, Counts],
    expected: tuple[Counts, Counts],
    found: float,
    weight: float = 1.0,
    dilution: float = 0.65,
    most_found: float = 0.95,
    unseen: float = 0.0,
) -> Layer:
    """Put a layer together from the counts of (base, witness) and what each lets expect.

    Args:
        unseen: Terms of text like this that chance is estimated from beside the text itself; a
            short text cannot tell which of its words are rare.
    """
    base, witness = counted
    return Layer(
        base=base,
        witness=witness,
        expected_in_witness=expected[0],
        expected_in_base=expected[1],
        chance_in_base=_chance(base, unseen),
        chance_in_witness=_chance(witness, unseen),
        usual_base=_usual(base),
        usual_witness=_usual(witness),
        found_in_base=np.full(base.size, found, np.float32),
        found_in_witness=np.full(witness.size, found, np.float32),
        weight=weight,
        dilution=dilution,
        most_found=most_found,
    )


def silence(layer: Layer, share: float) -> Layer:
    """Let terms that no paragraph of the other side lets expect count less: 1.0 is in full."""
    known = layer.expected_in_witness.spread() > 0, layer.expected_in_base.spread() > 0
    return replace(
        layer,
        found_in_witness=np.where(known[0], layer.found_in_witness, layer.found_in_witness * share),
        found_in_base=np.where(known[1], layer.found_in_base, layer.found_in_base * share),
    )


def _chance(counts: Counts, unseen: float) -> Floats:
    """How likely each term is to stand anywhere, this text being part of a longer one."""
    totals = counts.totals() + CHANCE
    chance: Floats = (totals / (totals.sum() + unseen)).astype(np.float32)
    return chance


def _usual(counts: Counts) -> float:
    """Mean number of terms of a paragraph."""
    return float(counts.weights.mean()) if counts.weights.any() else 1.0


def _explained(
    layer: Layer,
    rows: tuple[int, int],
    columns: tuple[int, int],
    longest: int,
) -> list[Floats]:
    """Score witness paragraphs by blocks of 1 to `LONGEST` base paragraphs that start in `rows`.

    Each array has a column for every paragraph of `columns` and the `LONGEST` - 1 after them.
    """
    last_row = min(rows[1] + longest - 1, len(layer.base))
    last_column = min(columns[1] + longest - 1, len(layer.witness))
    odds, standing, counterodds = _dense(layer, (rows[0], last_row), (columns[0], last_column))
    sizes = layer.base.weights[rows[0] : last_row].astype(np.float32)
    unexplained = _unexplained(layer, columns[0], last_column)
    scores = []
    summed, size = np.zeros_like(odds), np.zeros_like(sizes)
    for p in range(1, longest + 1):
        high = last_row - rows[0] - p + 1
        if high <= 0:
            scores.append(np.zeros((0, len(unexplained)), np.float32))
            continue
        summed = summed[:high] + odds[p - 1 :]
        size = np.maximum(size[:high] + sizes[p - 1 :], 1e-6)
        norm = size**layer.dilution * layer.usual_base ** (1 - layer.dilution)
        worth = summed / norm[:, None]
        # what a longer block explains by chance alone is taken off again
        worth += (1 - size / norm)[:, None] * counterodds
        np.maximum(worth, 0.0, out=worth)
        worth *= summed > 0.0
        worth += 1.0
        scores.append(np.log(worth, out=worth) @ standing.T + unexplained)
    return scores


def _unexplained(layer: Layer, start: int, end: int) -> Floats:
    """Worth of witness paragraphs of which nothing is explained."""
    rows, terms, values = layer.witness.entries(start, end)
    worth = np.log1p(-layer.found_in_witness)[terms] * values
    return np.bincount(rows, worth, minlength=end - start).astype(np.float32)


def _dense(
    layer: Layer, rows: tuple[int, int], columns: tuple[int, int]
) -> tuple[Floats, Floats, Floats]:
    """Spread out the terms that are expected from `rows` and stand in `columns`.

    Returns:
        What each row adds to the odds that each term is explained by it; the terms that stand in
        each column; the odds of each term to be explained at all.
    """
    row, expected_term, expected_value = layer.expected_in_witness.entries(*rows)
    column, standing_term, standing_value = layer.witness.entries(*columns)
    is_expected, stands = np.zeros((2, layer.witness.size), np.bool_)
    is_expected[expected_term] = True
    stands[standing_term] = True
    shared = np.flatnonzero(is_expected & stands)
    place = np.full(layer.witness.size, -1, np.int64)
    place[shared] = np.arange(len(shared))
    found = layer.found_in_witness[shared]
    odds = (found / (1 - found)).astype(np.float32)
    expected = np.zeros((rows[1] - rows[0], len(shared)), np.float32)
    kept = place[expected_term] >= 0
    expected[row[kept], place[expected_term[kept]]] = expected_value[kept]
    expected *= odds / layer.chance_in_witness[shared]
    standing = np.zeros((columns[1] - columns[0], len(shared)), np.float32)
    kept = place[standing_term] >= 0
    standing[column[kept], place[standing_term[kept]]] = standing_value[kept]
    return expected, standing, odds


def _runs(matrix: NDArray[np.floating], length: int) -> NDArray[np.floating]:
    """Sum `length` neighbouring columns, by the first of them."""
    wide = matrix.shape[1] - length + 1
    if wide <= 0:
        return matrix[:, :0]
    total = matrix[:, :wide].copy()
    for k in range(1, length):
        total += matrix[:, k : k + wide]
    return total


@dataclass(frozen=True, slots=True)
class Standing:
    """Every term that stands in the witness side of some beads, with how it is explained.

    Attributes:
        bead: Number of the bead.
        term: The witness term.
        value: Its damped count.
        ratio: How much likelier it is beside the bead's base side than anywhere.
    """

    bead: Integers
    term: Integers
    value: Floats
    ratio: Floats


def standing_in(layer: Layer, beads: Sequence[tuple[Sequence[int], Sequence[int]]]) -> Standing:
    """Look at the witness terms of beads (base rows, witness rows) one by one."""
    expected, sizes = _pooled(layer.expected_in_witness, layer.base, [rows for rows, _ in beads])
    standing, _ = _pooled(layer.witness, layer.witness, [rows for _, rows in beads])
    place = np.minimum(np.searchsorted(expected[0], standing[0]), max(len(expected[0]) - 1, 0))
    value = np.zeros(len(standing[0]))
    if len(expected[0]):
        value = np.where(expected[0][place] == standing[0], expected[1][place], 0.0)
    bead, term = np.divmod(standing[0], max(layer.witness.size, 1))
    norm = np.maximum(sizes[bead], 1e-6) ** layer.dilution * layer.usual_base ** (
        1 - layer.dilution
    )
    ratio = value / norm / layer.chance_in_witness[term]
    return Standing(bead, term, standing[1].astype(np.float32), ratio.astype(np.float32))


def worths(layer: Layer, seen: Standing) -> Doubles:
    """What each term adds to its bead, in nats."""
    found = layer.found_in_witness[seen.term].astype(np.float64)
    added: Doubles = np.log1p(found * (seen.ratio - 1.0)) * seen.value
    return added


def _pooled(
    counts: Counts, sized: Counts, groups: Sequence[Sequence[int]]
) -> tuple[tuple[Integers, Floats], Floats]:
    """Add up the rows of each group: keys group * size + term with values, and weights."""
    rows = np.array([row for group in groups for row in group], dtype=np.int64)
    group = np.repeat(np.arange(len(groups)), [len(rows_of) for rows_of in groups])
    chosen = counts.selected(rows)
    keys = np.repeat(group, np.diff(chosen.starts)) * max(counts.size, 1) + chosen.terms
    sizes = np.bincount(group, sized.weights[rows], minlength=len(groups)).astype(np.float64)
    if (keys[1:] > keys[:-1]).all():  # no group has two rows: nothing to add up
        return (keys, chosen.values.astype(np.float64)), sizes
    unique, where = np.unique(keys, return_inverse=True)
    values = np.bincount(where, chosen.values, minlength=len(unique)).astype(np.float64)
    return (unique, values), sizes


def learn_found(layer: Layer, beads: Sequence[tuple[Sequence[int], Sequence[int]]]) -> Layer:
    """Learn from beads what share of the terms the other side explains, by their frequency."""
    there = _found(layer, beads)
    back = _found(layer.mirrored(), [(second, first) for first, second in beads])
    return replace(layer, found_in_witness=there, found_in_base=back)


def _found(layer: Layer, beads: Sequence[tuple[Sequence[int], Sequence[int]]]) -> Floats:
    seen = standing_in(layer, beads)
    classes = np.clip(np.floor(-np.log2(layer.chance_in_witness) - 4), 0, FREQUENCIES - 1)
    classes = classes.astype(np.int64)
    mine = classes[seen.term]
    total = np.bincount(mine, seen.value, minlength=FREQUENCIES) + PRIOR
    first = float(layer.found_in_witness.mean()) if len(layer.found_in_witness) else 0.5
    found = np.full(FREQUENCIES, first)
    for _ in range(8):
        part = found[mine] * seen.ratio
        explained = part / (part + 1 - found[mine])
        sums = np.bincount(mine, seen.value * explained, minlength=FREQUENCIES)
        found = np.clip((sums + PRIOR * first) / total, 0.1, layer.most_found)
    shares: Floats = found.astype(np.float32)[classes]
    return shares
