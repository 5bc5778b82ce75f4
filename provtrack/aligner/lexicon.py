"""Induce which terms translate which from the beads of an alignment, in both directions.

IBM model 1 (Brown et al. 1993) on term types, with two additions: a word is more likely to answer
one that stands at the same height of its bead (after Dyer et al. 2013, fast_align), and each
direction counts what the other agrees to (Liang et al. 2006). Terms that are spelled alike may
translate each other on a single meeting; others must have met twice and more often than by chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provtrack.aligner.counts import Counts, Floats, Integers, gather
from provtrack.aligner.lattice import Step

ITERATIONS = 5
CHANCE_RATIO = 1.7
HEIGHT = 3.0  # how steeply the likelihood falls with the distance in height
NOTHING = 0.08  # weight of the answer that a word translates nothing
SMOOTHING = 0.6
LEAST = 0.04


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
        alike: Pairs of (base term, witness term) that are spelled alike, one a row.
    """

    base: Sequence[Integers]
    witness: Sequence[Integers]
    base_size: int
    witness_size: int
    alike: Integers


@dataclass(frozen=True, slots=True)
class _Meetings:
    """Every meeting of two candidate terms in a bead."""

    pair: Integers  # number of the candidate pair
    base_word: Integers  # number of the (bead, base term)
    witness_word: Integers
    height: Floats


def induce(
    sides: TermSides, steps: Sequence[Step], trust: float
) -> tuple[Translations, Translations]:
    """Learn translations base -> witness and witness -> base.

    Args:
        steps: Beads to learn from; unmatched paragraphs among them are passed over.
        trust: Share to begin with for terms that are spelled alike, 0.0 to 1.0.
    """
    keys, beads, heights, words = _meet(sides, steps)
    base_spread = np.bincount(words[0], minlength=sides.base_size).astype(np.float64)
    witness_spread = np.bincount(words[1], minlength=sides.witness_size).astype(np.float64)
    candidates, together = np.unique(keys, return_counts=True)
    first, second = np.divmod(candidates, sides.witness_size)
    by_chance = base_spread[first] * witness_spread[second] / max(len(steps), 1)
    alike = np.isin(candidates, sides.alike[:, 0] * sides.witness_size + sides.alike[:, 1])
    kept = ((together >= 2) & (together > CHANCE_RATIO * by_chance)) | alike
    share = together**2 / (base_spread[first] * witness_spread[second])
    share = np.where(alike, np.maximum(share, trust), share)[kept]
    candidates, first, second = candidates[kept], first[kept], second[kept]
    number = np.searchsorted(candidates, keys)
    number = np.minimum(number, max(len(candidates) - 1, 0))
    met = candidates[number] == keys if len(candidates) else np.zeros(len(keys), bool)
    meetings = _Meetings(number[met], beads[0][met], beads[1][met], heights[met])
    forward, backward = _maximise(meetings, share, (first, second))
    order = np.argsort(second * sides.base_size + first, kind="stable")
    return (
        _table(first, second, forward, (sides.base_size, sides.witness_size)),
        _table(second[order], first[order], backward[order], (sides.witness_size, sides.base_size)),
    )


def _meet(
    sides: TermSides, steps: Sequence[Step]
) -> tuple[Integers, tuple[Integers, Integers], Floats, tuple[Integers, Integers]]:
    """List every pair of terms that meet in a bead, and the words of all beads."""
    keys, base_words, witness_words, heights = [], [], [], []
    base_terms, witness_terms = [], []
    base_done = witness_done = 0
    for i, j, p, q in steps:
        if not (p and q):
            continue
        ours, our_height = _heights(sides.base[i : i + p])
        theirs, their_height = _heights(sides.witness[j : j + q])
        keys.append((ours[:, None] * sides.witness_size + theirs).ravel())
        base_words.append(np.repeat(np.arange(len(ours)) + base_done, len(theirs)))
        witness_words.append(np.tile(np.arange(len(theirs)) + witness_done, len(ours)))
        heights.append(np.exp(-HEIGHT * np.abs(our_height[:, None] - their_height)).ravel())
        base_done += len(ours)
        witness_done += len(theirs)
        base_terms.append(ours)
        witness_terms.append(theirs)
    nothing = np.zeros(0, np.int64)
    return (
        np.concatenate([*keys, nothing]),
        (np.concatenate([*base_words, nothing]), np.concatenate([*witness_words, nothing])),
        np.concatenate([*heights, np.zeros(0)]).astype(np.float32),
        (np.concatenate([*base_terms, nothing]), np.concatenate([*witness_terms, nothing])),
    )


def _heights(paragraphs: Sequence[Integers]) -> tuple[Integers, NDArray[np.float64]]:
    """Give the distinct terms of one side of a bead and their mean height in it, 0.0 to 1.0."""
    flat = np.concatenate(paragraphs)
    terms, place, repeats = np.unique(flat, return_inverse=True, return_counts=True)
    heights = (np.arange(len(flat)) + 0.5) / max(len(flat), 1)
    return terms, np.bincount(place, heights, minlength=len(terms)) / np.maximum(repeats, 1)


def _maximise(
    meetings: _Meetings, share: Floats, words: tuple[Integers, Integers]
) -> tuple[Floats, Floats]:
    """Expectation and maximisation of both directions together."""
    forward = backward = share.astype(np.float64)
    size = len(share)
    for _ in range(ITERATIONS):
        there = _claims(forward[meetings.pair] * meetings.height, meetings.witness_word)
        back = _claims(backward[meetings.pair] * meetings.height, meetings.base_word)
        agreed = np.bincount(meetings.pair, np.sqrt(there * back), minlength=size)
        forward = agreed / (_sums(agreed, words[0]) + SMOOTHING)
        backward = agreed / (_sums(agreed, words[1]) + SMOOTHING)
    return forward.astype(np.float32), backward.astype(np.float32)


def _claims(weight: NDArray[np.float64], word: Integers) -> NDArray[np.float64]:
    """Share each word out among those that may explain it."""
    return weight / (_sums(weight, word) + NOTHING)


def _sums(values: NDArray[np.float64], group: Integers) -> NDArray[np.float64]:
    """Give each entry the sum over its group."""
    return np.bincount(group, values)[group] if len(group) else values


def _table(
    source: Integers, target: Integers, shares: Floats, sizes: tuple[int, int]
) -> Translations:
    """Keep what is worth keeping, by source term."""
    kept = shares >= LEAST
    starts = np.searchsorted(source[kept], np.arange(sizes[0] + 1))
    return Translations(starts=starts, terms=target[kept], shares=shares[kept], size=sizes[1])


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
