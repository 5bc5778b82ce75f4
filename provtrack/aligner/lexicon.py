"""Induce which terms translate which from the beads of an alignment, in both directions.

IBM model 1 (Brown et al. 1993) on term types, with three additions: a word is more likely to answer
one that stands at the same height of its bead (after Dyer et al. 2013, fast_align), each direction
counts what the other agrees to (Liang et al. 2006), and what was met only now and then is
discounted, so that a bead is not held together by words it alone has paired. Terms that are spelled
alike may translate each other on a single meeting; others must have met twice and more often than
by chance. What a lexicon knows is added to the counts as meetings seen before (`known`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provtrack.aligner.counts import Counts, Doubles, Floats, Integers, gather
from provtrack.aligner.joints import Piece
from provtrack.aligner.known import Prior
from provtrack.aligner.meetings import (
    Meetings,
    ReadBeads,
    TermSides,
    meetings_of,
    pairs_that_meet,
    read_beads,
    times_met,
)
from provtrack.aligner.pricing import Prices

ITERATIONS = 5
CHANCE_RATIO = 1.7
NOTHING = 0.08  # weight of the answer that a word translates nothing
MANY_WORDS = 20_000  # on a side of all beads, from which the discount is taken in full
LEAST_DISCOUNT = 0.42  # share of it that is taken in the shortest text
LEAST = 0.04  # smaller shares are dropped
LIKENESS_POWER = 4  # how fast trust falls with likeness

Numbers = NDArray[np.integer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Translations:
    """For each term of one side the terms it lets expect on the other, with their share."""

    starts: Integers
    terms: Integers
    shares: Floats
    size: int


def induce(
    sides: TermSides, beads: Sequence[tuple[Piece, float]], prices: Prices, trust: float
) -> tuple[Translations, Translations]:
    """Learn translations base -> witness and witness -> base.

    Args:
        beads: Base and witness paragraphs of each bead to learn from, with its weight.
        trust: Share to begin with for terms that are spelled alike, 0.0 to 1.0.
    """
    read = read_beads(sides, beads)
    candidates, share = _candidates(sides, read, prices, trust)
    prior = _prior(sides, candidates)
    forward, backward = _maximise(meetings_of(sides, read, candidates), share, prior, prices)
    first, second = prior.words
    strange = ~np.isin(sides.keys(sides.alike.first, sides.alike.second), candidates)
    first = np.concatenate([first, sides.alike.first[strange]])
    second = np.concatenate([second, sides.alike.second[strange]])
    trusted = trust * sides.alike.likeness[strange] ** LIKENESS_POWER
    sizes = sides.base_size, sides.witness_size
    return (
        _table(first, second, np.concatenate([forward, trusted]), sizes),
        _table(second, first, np.concatenate([backward, trusted]), sizes[::-1]),
    )


def count_meetings(
    sides: TermSides, beads: Sequence[tuple[Piece, float]], prices: Prices, trust: float
) -> tuple[Integers, Integers, Doubles]:
    """Count how often terms answer each other in beads: base terms, witness terms, meetings.

    A meeting counts as far as both directions agree on it, and as much as its bead weighs.
    """
    read = read_beads(sides, beads)
    candidates, share = _candidates(sides, read, prices, trust)
    meetings, prior = meetings_of(sides, read, candidates), _prior(sides, candidates)
    forward, backward = _maximise(meetings, share, prior, prices)
    return *prior.words, _agreed(meetings, forward, backward)


def _candidates(
    sides: TermSides, read: ReadBeads, prices: Prices, trust: float
) -> tuple[Integers, Doubles]:
    """Choose the pairs of terms that may translate each other, with a share to begin with."""
    often, times = pairs_that_meet(sides, read, int(np.ceil(prices.twice)))
    spelled = np.unique(sides.keys(sides.alike.first, sides.alike.second))
    met = times_met(sides, read, spelled)
    keys, where = np.unique(np.concatenate([often, spelled[met > 0]]), return_inverse=True)
    together = np.zeros(len(keys))
    together[where] = np.concatenate([times, met[met > 0]])
    first, second = np.divmod(keys, max(sides.witness_size, 1))
    base = read.base.spread(read.weights)[first]
    witness = read.witness.spread(read.weights)[second]
    by_chance = base * witness / max(float(read.weights.sum()), 1.0)
    trusted = _trusted(sides, keys, trust)
    kept = (together >= prices.twice) & (together > CHANCE_RATIO * by_chance) | (trusted > 0)
    share = np.maximum(together**2 / np.maximum(base * witness, 1e-9), trusted)
    return _with_known(sides, keys[kept], share[kept], prices)


def _with_known(
    sides: TermSides, keys: Integers, share: Doubles, prices: Prices
) -> tuple[Integers, Doubles]:
    """Add the pairs a lexicon knows, whether they meet in these beads or not."""
    known = sides.keys(sides.known.first, sides.known.second)
    every, where = np.unique(np.concatenate([keys, known]), return_inverse=True)
    before = np.minimum(*sides.known.shares(prices.smoothing))
    return every, _highest(where, [share, before])


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


def by_spelling(
    sides: TermSides, trust: float, prices: Prices
) -> tuple[Translations, Translations]:
    """Translate by spelling, and by what a lexicon knows, before anything is learned."""
    alike, known = sides.alike, sides.known
    keys = sides.keys(alike.first, alike.second), sides.keys(known.first, known.second)
    every, where = np.unique(np.concatenate(keys), return_inverse=True)
    first, second = np.divmod(every, max(sides.witness_size, 1))
    trusted = trust * alike.likeness**LIKENESS_POWER
    there, back = (_highest(where, [trusted, one]) for one in known.shares(prices.smoothing))
    sizes = sides.base_size, sides.witness_size
    return _table(first, second, there, sizes), _table(second, first, back, sizes[::-1])


def _highest(where: Integers, values: Sequence[Floats]) -> Doubles:
    """Give each place the highest of its values."""
    highest = np.zeros(int(where.max(initial=-1)) + 1)
    np.maximum.at(highest, where, np.concatenate(values))
    return highest


def _prior(sides: TermSides, candidates: Integers) -> Prior:
    """Spread what is known over the candidates."""
    known = sides.known
    place = np.searchsorted(candidates, sides.keys(known.first, known.second))
    first, second = np.divmod(candidates, max(sides.witness_size, 1))
    return known.over((first, second), place)


def _maximise(
    meetings: Meetings, share: Doubles, prior: Prior, prices: Prices
) -> tuple[Floats, Floats]:
    """Expectation and maximisation of both directions together."""
    discount = _discount(meetings, prices)
    forward = backward = share
    for _ in range(ITERATIONS):
        agreed = _agreed(meetings, forward, backward)
        kept = np.maximum(agreed - discount, 0.0)
        forward, backward = (
            (kept + prior.counts[side])
            / (_sums(agreed, prior.words[side]) + prior.sums[side] + prices.smoothing)
            for side in (0, 1)
        )
    return forward.astype(np.float32), backward.astype(np.float32)


def _discount(meetings: Meetings, prices: Prices) -> float:
    """What is taken off each count: the more text there is, the more a pair has to meet."""
    share = meetings.words / MANY_WORDS
    return prices.discount * min(max(share, LEAST_DISCOUNT), 1.0)


def _agreed(meetings: Meetings, forward: Floats, backward: Floats) -> Doubles:
    """Count the meetings of each pair in which both directions take it for an answer."""
    there = _claims(forward[meetings.pair] * meetings.closeness, meetings.witness_word)
    back = _claims(backward[meetings.pair] * meetings.closeness, meetings.base_word)
    return _added(np.sqrt(there * back) * meetings.weight, meetings.pair, len(forward))


def _claims(weight: Doubles, word: Numbers) -> Doubles:
    """Share each word out among those that may explain it."""
    return weight / (_sums(weight, word) + NOTHING)


def _sums(values: Doubles, group: Numbers) -> Doubles:
    """Give each entry the sum over its group."""
    return _added(values, group)[group] if len(group) else values


def _added(values: Doubles, group: Numbers, groups: int = 0) -> Doubles:
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
