"""What a bead is worth against leaving its paragraphs unmatched: words, lengths, shape.

Lengths follow Gale and Church (1993): the logarithm of the ratio of lengths is normally spread
around the ratio of the two texts, the wider the shorter the bead; here it is set against the wide
spread of a pair taken by chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from provtrack.aligner.counts import Floats, Integers
from provtrack.aligner.lattice import NOWHERE, Band, Lattice
from provtrack.aligner.scoring import LONGEST, SHAPES, Scorer, Shape

BLOCK = 64  # rows scored at a time: bounds the memory, whatever the length of the texts
GRAIN = 1024.0  # gains are rounded to 1 / GRAIN, so that every machine finds the same path


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """Constants of the objective, in nats unless said otherwise.

    How they were found: docs/decisions/0003-aligner-objective.md.

    Attributes:
        words: Weight of the words: those of one paragraph do not speak independently.
        dilution: How far a block twice as long explains each word less, 0.0 to 1.0.
        found_one, found_two, found_first, found_names: Share of words the other side explains to
            begin with: in one language, between two, by spelling alone, of names.
        most_found: What is learned of that share ends here.
        names: Weight of names beside words, between languages.
        strange, strange_first: Price, as a share, of a word that nothing could explain.
        paired, split, block: Worth of a bead, less for each further paragraph of its longer side,
            less for each of its shorter side.
        gap: What a run of unmatched paragraphs costs, however long.
        length, floor: Weight of the length ratio, and the least it can say.
        spread_one, spread_two, spread_short, spread_chance: Spread of the logarithm of the length
            ratio: of counterparts in one language and between two, what short beads add to it
            (divided by the root of their length), of strangers.
        identical: Added for two paragraphs of one text, in reading order.
        moved, moved_one: What a bead out of reading order has to be worth more, between two
            languages and in one, where strangers too share many words.
        opened, closed, closed_two: What runs across a joint: below, it is opened; from here, it is
            closed, in one language and between two.
        trust_two: Share given between languages to words spelled alike, 0.0 to 1.0.
        discount, smoothing, twice: Of the induced lexicon: taken off each count, added to each sum,
            meetings a pair needs.
        rounds_one, rounds_two: How often is learned and aligned again, in one language and two.
    """

    words: float = 0.45
    dilution: float = 0.65
    found_one: float = 0.6
    found_two: float = 0.25
    found_first: float = 0.15
    found_names: float = 0.3
    most_found: float = 0.8
    names: float = 1.0
    strange: float = 0.5
    strange_first: float = 0.0
    paired: float = 3.0
    split: float = 0.5
    block: float = 0.8
    gap: float = 2.2
    length: float = 1.5
    floor: float = -8.0
    spread_one: float = 0.1
    spread_two: float = 0.14
    spread_short: float = 2.4
    spread_chance: float = 0.9
    identical: float = 6.0
    moved: float = 4.0
    moved_one: float = 6.0
    opened: float = 4.0
    closed: float = 11.0
    closed_two: float = 9.0
    trust_two: float = 0.5
    discount: float = 0.24
    smoothing: float = 0.7
    twice: float = 1.7
    rounds_one: int = 1
    rounds_two: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Lengths:
    """Lengths of the paragraphs of both sides in code points, and the ratio to expect.

    Attributes:
        base_texts, witness_texts: Paragraphs with one text have one number.
        spread: Of the logarithm of the ratio, between long counterparts.
    """

    base: Floats
    witness: Floats
    base_texts: Integers
    witness_texts: Integers
    spread: float
    ratio: float = field(default=1.0)


def price_lattice(
    scorers: Sequence[Scorer],
    lengths: Lengths,
    band: Band,
    prices: Prices,
    longest: int = LONGEST,
) -> Lattice:
    """Price every bead that starts in a band. Memory grows with rows times the band's width."""
    shapes = [shape for shape in SHAPES if max(shape) <= longest]
    gains = {shape: np.full(band.size, NOWHERE, np.float32) for shape in shapes}
    for start in range(0, band.rows, BLOCK):
        end = min(start + BLOCK, band.rows)
        left = int(band.first[start:end].min())
        right = min(int(band.last[start:end].max()), len(lengths.witness))
        if left >= right:
            continue
        area = (start, end, left, right)
        for shape, block in price_rectangle(scorers, lengths, prices, area, longest):
            for i, prices_of_row in enumerate(block, start):
                row = prices_of_row[band.first[i] - left : band.last[i] - left]
                gains[shape][band.starts[i] : band.starts[i] + len(row)] = row
    return Lattice(band, gains, prices.gap)


def price_rectangle(
    scorers: Sequence[Scorer],
    lengths: Lengths,
    prices: Prices,
    area: tuple[int, int, int, int],
    longest: int = LONGEST,
) -> list[tuple[Shape, Floats]]:
    """Price the beads that start in rows [start, end) and columns [left, right)."""
    start, end, left, right = area
    scored: dict[Shape, Floats] = {}
    for scorer in scorers:
        for shape, scores in scorer.scores((start, end), (left, right), longest):
            scored[shape] = scored[shape] + scores if shape in scored else scores
    priced = []
    for (p, q), scores in scored.items():
        base = _runs(lengths.base, p)[start:end][: scores.shape[0], None]
        witness = _runs(lengths.witness, q)[left:right][None, : scores.shape[1]]
        gain = scores + prices.length * length_gain(base, witness, lengths, prices)
        if (p, q) == (1, 1):
            same = lengths.base_texts[start:end, None] == lengths.witness_texts[left:right]
            gain = gain + prices.identical * same[: gain.shape[0], : gain.shape[1]]
        gain = np.rint((gain + shape_gain((p, q), prices)) * GRAIN) / GRAIN
        priced.append(((p, q), gain.astype(np.float32)))
    return priced


def shape_gain(shape: Shape, prices: Prices) -> float:
    """Worth of a shape against as many unmatched paragraphs."""
    p, q = shape
    return prices.paired - prices.split * (max(p, q) - 1) - prices.block * (min(p, q) - 1)


def length_gain(base: Floats, witness: Floats, lengths: Lengths, prices: Prices) -> Floats:
    """Log likelihood ratio of two lengths, as counterparts and as strangers."""
    base = base * lengths.ratio
    ratio = np.log(np.maximum(witness, 1.0) / np.maximum(base, 1.0))
    mean = np.maximum(np.sqrt(base * witness), 1.0)
    spread = lengths.spread + prices.spread_short / np.sqrt(mean)
    wide = prices.spread_chance
    likely = -0.5 * (ratio / spread) ** 2 - np.log(spread)
    chance = -0.5 * (ratio / wide) ** 2 - np.log(wide)
    gain: Floats = np.maximum(likely - chance, prices.floor)
    return gain


def _runs(lengths: Floats, size: int) -> Floats:
    """Sum the lengths of `size` neighbouring paragraphs, by the first of them."""
    if len(lengths) < size:
        return lengths[:0]
    sums: Floats = np.convolve(lengths, np.ones(size, np.float32), "valid")
    return sums
