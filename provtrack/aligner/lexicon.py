"""Induce which terms translate which from the beads of an alignment, in both directions.

IBM model 1 (Brown et al. 1993) on term types, with three additions: a word is more likely to answer
one that stands at the same height of its bead (after Dyer et al. 2013, fast_align), each direction
counts what the other agrees to (Liang et al. 2006), and what was met only now and then is
discounted, so that a bead is not held together by words it alone has paired. Terms that are spelled
alike may translate each other on a single meeting; others must have met twice and more often than
by chance.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from provtrack.aligner.counts import Counts, Doubles, Floats, Integers, gather
from provtrack.aligner.joints import Piece
from provtrack.aligner.pricing import Prices
from provtrack.aligner.spelling import Alike

ITERATIONS = 5
CHANCE_RATIO = 1.7
HEIGHT = 3.0  # how steeply the likelihood falls with the distance in height
NOTHING = 0.08  # weight of the answer that a word translates nothing
COMMON = 0.25  # share of many beads a term may stand in
MANY_BEADS = 1500
MOST_MEETINGS = 1_000_000  # pairs of terms in one bead; a page of a book has some 40,000
LEAST = 0.04  # smaller shares are dropped
LIKENESS_POWER = 4  # how fast trust falls with likeness
BEADS_AT_ONCE = 256  # bounds the memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Translations:
    """For each term of one side the terms it lets expect on the other, with their share."""

    starts: Integers
    terms: Integers
    shares: Floats
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TermSides:
    """Numbered terms of each paragraph of both sides, in reading order.

    Attributes:
        alike: Terms that are spelled alike, the same or nearly so.
    """

    base: Sequence[Integers]
    witness: Sequence[Integers]
    base_size: int
    witness_size: int
    alike: Alike

    def keys(self, base: Integers, witness: Integers) -> Integers:
        """Number pairs of terms."""
        return base * max(self.witness_size, 1) + witness


@dataclass(frozen=True, slots=True)
class _Bead:
    """Distinct terms of both sides of a bead with their mean height in it, 0.0 to 1.0."""

    base: Integers
    base_heights: Doubles
    witness: Integers
    witness_heights: Doubles
    weight: float


@dataclass(frozen=True, slots=True)
class _Meetings:
    """Every meeting of two candidate terms in a bead."""

    pair: Integers  # number of the candidate pair
    base_word: Integers  # number of the (bead, base term)
    witness_word: Integers
    closeness: Floats
    weight: Floats


def induce(
    sides: TermSides, beads: Sequence[tuple[Piece, float]], prices: Prices, trust: float
) -> tuple[Translations, Translations]:
    """Learn translations base -> witness and witness -> base.

    Args:
        beads: Base and witness paragraphs of each bead to learn from, with its weight.
        trust: Share to begin with for terms that are spelled alike, 0.0 to 1.0.
    """
    read = _without_common(_without_huge(_beads(sides, beads)), sides)
    candidates, share = _candidates(sides, read, prices, trust)
    first, second = np.divmod(candidates, max(sides.witness_size, 1))
    forward, backward = _maximise(
        _meetings(sides, read, candidates), share, (first, second), prices
    )
    strange = ~np.isin(sides.keys(sides.alike.first, sides.alike.second), candidates)
    first = np.concatenate([first, sides.alike.first[strange]])
    second = np.concatenate([second, sides.alike.second[strange]])
    trusted = trust * sides.alike.likeness[strange] ** LIKENESS_POWER
    sizes = sides.base_size, sides.witness_size
    return (
        _table(first, second, np.concatenate([forward, trusted]), sizes),
        _table(second, first, np.concatenate([backward, trusted]), sizes[::-1]),
    )


def _beads(sides: TermSides, beads: Sequence[tuple[Piece, float]]) -> list[_Bead]:
    return [
        _Bead(
            *_heights([sides.base[row] for row in base]),
            *_heights([sides.witness[row] for row in witness]),
            weight,
        )
        for (base, witness), weight in beads
    ]


def _without_huge(beads: Sequence[_Bead]) -> list[_Bead]:
    """Leave out beads in which too many words meet to tell which answers which."""
    return [bead for bead in beads if len(bead.base) * len(bead.witness) <= MOST_MEETINGS]


def _without_common(beads: Sequence[_Bead], sides: TermSides) -> list[_Bead]:
    """Leave out of many beads the terms that stand in most: they cost most and tell least.

    In few beads they stay: they take up what else would be learned by chance.
    """
    if len(beads) < MANY_BEADS:
        return list(beads)
    most = COMMON * sum(bead.weight for bead in beads)
    weights = [bead.weight for bead in beads]
    base = _spread([bead.base for bead in beads], weights, sides.base_size) <= most
    witness = _spread([bead.witness for bead in beads], weights, sides.witness_size) <= most
    return [
        _Bead(
            bead.base[base[bead.base]],
            bead.base_heights[base[bead.base]],
            bead.witness[witness[bead.witness]],
            bead.witness_heights[witness[bead.witness]],
            bead.weight,
        )
        for bead in beads
    ]


def _heights(paragraphs: Sequence[Integers]) -> tuple[Integers, Doubles]:
    flat = np.concatenate(paragraphs)
    terms, place, repeats = np.unique(flat, return_inverse=True, return_counts=True)
    heights = (np.arange(len(flat)) + 0.5) / max(len(flat), 1)
    return terms, np.bincount(place, heights, minlength=len(terms)) / np.maximum(repeats, 1)


def _candidates(
    sides: TermSides, beads: Sequence[_Bead], prices: Prices, trust: float
) -> tuple[Integers, Doubles]:
    """Choose the pairs of terms that may translate each other, with a share to begin with."""
    keys, together = np.zeros(0, np.int64), np.zeros(0)
    for start in range(0, len(beads), BEADS_AT_ONCE):
        part = [
            sides.keys(bead.base[:, None], bead.witness).ravel()
            for bead in beads[start : start + BEADS_AT_ONCE]
        ]
        found, times = np.unique(np.concatenate(part), return_counts=True)
        keys, where = np.unique(np.concatenate([keys, found]), return_inverse=True)
        together = np.bincount(where, np.concatenate([together, times])).astype(np.int64)
    first, second = np.divmod(keys, max(sides.witness_size, 1))
    weight = [bead.weight for bead in beads]
    base = _spread([bead.base for bead in beads], weight, sides.base_size)[first]
    witness = _spread([bead.witness for bead in beads], weight, sides.witness_size)[second]
    trusted = _trusted(sides, keys, trust)
    alike = trusted > 0
    by_chance = base * witness / max(sum(weight), 1.0)
    often = (together >= prices.twice) & (together > CHANCE_RATIO * by_chance)
    share = together**2 / np.maximum(base * witness, 1e-9)
    share = np.maximum(share, trusted)
    return keys[often | alike], share[often | alike]


def _trusted(sides: TermSides, keys: Integers, trust: float) -> Doubles:
    """Give to each pair the share its spelling earns it, 0.0 if it is not alike."""
    alike = sides.keys(sides.alike.first, sides.alike.second)
    order = np.argsort(alike, kind="stable")
    place = np.minimum(np.searchsorted(alike[order], keys), max(len(order) - 1, 0))
    if not len(order):
        return np.zeros(len(keys))
    likeness = sides.alike.likeness[order][place].astype(np.float64)
    shares: Doubles = np.where(alike[order][place] == keys, trust * likeness**LIKENESS_POWER, 0.0)
    return shares


def by_spelling(sides: TermSides, trust: float) -> tuple[Translations, Translations]:
    """Translate by spelling alone, before anything is learned."""
    alike = sides.alike
    shares = trust * alike.likeness**LIKENESS_POWER
    sizes = sides.base_size, sides.witness_size
    return (
        _table(alike.first, alike.second, shares, sizes),
        _table(alike.second, alike.first, shares, sizes[::-1]),
    )


def _spread(terms: Sequence[Integers], weights: Sequence[float], size: int) -> Doubles:
    """Add up the weights of the beads each term stands in."""
    flat = np.concatenate([*terms, np.zeros(0, np.int64)])
    return _added(np.repeat(weights, [len(one) for one in terms]), flat, size)


def _meetings(sides: TermSides, beads: Sequence[_Bead], candidates: Integers) -> _Meetings:
    """List where candidate pairs meet."""
    parts = list(_meetings_by_bead(sides, beads, candidates))
    nothing = np.zeros(0, np.int64)
    pair, base, witness, closeness, weight = (
        (np.concatenate([nothing, *column]) for column in zip(*parts, strict=True))
        if parts
        else (nothing,) * 5
    )
    return _Meetings(
        pair.astype(np.int64),
        base.astype(np.int64),
        witness.astype(np.int64),
        closeness.astype(np.float32),
        weight.astype(np.float32),
    )


def _meetings_by_bead(
    sides: TermSides, beads: Sequence[_Bead], candidates: Integers
) -> Iterator[tuple[Integers, Integers, Integers, Floats, Floats]]:
    """Give pair, base word, witness word, closeness and weight of the meetings in each bead."""
    base_words = witness_words = 0
    for bead in beads:
        keys = sides.keys(bead.base[:, None], bead.witness)
        place = np.minimum(np.searchsorted(candidates, keys), max(len(candidates) - 1, 0))
        ours, theirs = np.nonzero(candidates[place] == keys if len(candidates) else keys < 0)
        apart = np.abs(bead.base_heights[ours] - bead.witness_heights[theirs])
        yield (
            place[ours, theirs].astype(np.int32),
            (ours + base_words).astype(np.int32),
            (theirs + witness_words).astype(np.int32),
            np.exp(-HEIGHT * apart).astype(np.float32),
            np.full(len(ours), bead.weight, np.float32),
        )
        base_words += len(bead.base)
        witness_words += len(bead.witness)


def _maximise(
    meetings: _Meetings,
    share: Doubles,
    words: tuple[Integers, Integers],
    prices: Prices,
) -> tuple[Floats, Floats]:
    """Expectation and maximisation of both directions together."""
    forward = backward = share
    for _ in range(ITERATIONS):
        there = _claims(forward[meetings.pair] * meetings.closeness, meetings.witness_word)
        back = _claims(backward[meetings.pair] * meetings.closeness, meetings.base_word)
        agreed = _added(np.sqrt(there * back) * meetings.weight, meetings.pair, len(share))
        kept = np.maximum(agreed - prices.discount, 0.0)
        forward = kept / (_sums(agreed, words[0]) + prices.smoothing)
        backward = kept / (_sums(agreed, words[1]) + prices.smoothing)
    return forward.astype(np.float32), backward.astype(np.float32)


def _claims(weight: Doubles, word: Integers) -> Doubles:
    """Share each word out among those that may explain it."""
    return weight / (_sums(weight, word) + NOTHING)


def _sums(values: Doubles, group: Integers) -> Doubles:
    """Give each entry the sum over its group."""
    return _added(values, group)[group] if len(group) else values


def _added(values: Doubles, group: Integers, groups: int = 0) -> Doubles:
    """Add up the values of each group."""
    return np.bincount(group, values, minlength=groups).astype(np.float64)


def _table(
    source: Integers, target: Integers, shares: Floats, sizes: tuple[int, int]
) -> Translations:
    """Keep what is worth keeping, by source term."""
    kept = shares >= LEAST
    source, target, shares = source[kept], target[kept], shares[kept]
    order = np.argsort(source * max(sizes[1], 1) + target, kind="stable")
    starts = np.searchsorted(source[order], np.arange(sizes[0] + 1))
    return Translations(starts=starts, terms=target[order], shares=shares[order], size=sizes[1])


def expect(counts: Counts, translations: Translations) -> Counts:
    """Give row by row the terms of the other side that a side's terms let expect."""
    lengths = np.diff(translations.starts)[counts.terms]
    rows = np.repeat(np.arange(len(counts)), np.diff(counts.starts))
    entry = np.repeat(translations.starts[counts.terms], lengths)
    within = np.arange(len(entry)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    place = entry + within
    keys = np.repeat(rows, lengths) * max(translations.size, 1) + translations.terms[place]
    values = np.repeat(counts.values, lengths) * translations.shares[place]
    unique, where = np.unique(keys, return_inverse=True)
    owners, terms = np.divmod(unique, max(translations.size, 1))
    summed = np.bincount(where, values, minlength=len(unique))
    return gather(owners, terms, summed.astype(np.float32), (len(counts), translations.size))
