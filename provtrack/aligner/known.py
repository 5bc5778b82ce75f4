"""What a lexicon knows of the terms of two sides: counts to begin with, by term number.

A lexicon enters the induction as meetings that were seen before (a Dirichlet prior): they are added
to what the texts themselves yield. A word's earlier meetings count for `MOST` at most, so that a
text that uses the word otherwise can still say so.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from provtrack.aligner.counts import Doubles, Integers
from provtrack.model.lexicon import UNIT, Lexicon
from provtrack.text.languages import languages_apart, written_language

MOST = 8.0  # meetings that all a lexicon knows of one word count for


def read_as(languages: tuple[str, str], lexicon: Lexicon | None) -> Lexicon | None:
    """Turn a lexicon to the languages of two texts; None if it says nothing of them."""
    if lexicon is None or languages_apart(*languages) is None:
        return None
    return lexicon.read_as(*map(written_language, languages))


@dataclass(frozen=True, slots=True)
class Known:
    """Pairs of terms met before, by number on both sides.

    Attributes:
        first, second: Base and witness term of each pair.
        forward, backward: Meetings to begin with, for base -> witness and witness -> base.
        base_sums, witness_sums: For each term its meetings, also those with terms that these texts
            lack.
    """

    first: Integers
    second: Integers
    forward: Doubles
    backward: Doubles
    base_sums: Doubles
    witness_sums: Doubles

    def __bool__(self) -> bool:
        return bool(len(self.first))

    def shares(self, smoothing: float) -> tuple[Doubles, Doubles]:
        """Give the share of each pair as the lexicon alone has it, in both directions."""
        return (
            self.forward / (self.base_sums[self.first] + smoothing),
            self.backward / (self.witness_sums[self.second] + smoothing),
        )

    def over(self, words: tuple[Integers, Integers], place: Integers) -> "Prior":
        """Spread what is known over candidates.

        Args:
            words: Base and witness term of each candidate.
            place: Where among the candidates each known pair stands.
        """
        counts = np.zeros(len(words[0])), np.zeros(len(words[0]))
        counts[0][place], counts[1][place] = self.forward, self.backward
        return Prior(words, counts, (self.base_sums[words[0]], self.witness_sums[words[1]]))


@dataclass(frozen=True, slots=True)
class Prior:
    """What was known of some candidates beforehand, for base -> witness and back.

    Attributes:
        words: Base and witness term of each candidate.
        counts: Meetings it begins with.
        sums: Meetings its base term, its witness term begins with.
    """

    words: tuple[Integers, Integers]
    counts: tuple[Doubles, Doubles]
    sums: tuple[Doubles, Doubles]


def nothing_known(base_size: int, witness_size: int) -> Known:
    """Know nothing of two vocabularies."""
    none, zero = np.zeros(0, np.int64), np.zeros(0)
    return Known(none, none, zero, zero, np.zeros(base_size), np.zeros(witness_size))


def known_terms(lexicon: Lexicon, base: Mapping[str, int], witness: Mapping[str, int]) -> Known:
    """Look up the terms of two vocabularies (term -> number) in a lexicon."""
    base_sums, witness_sums = np.zeros(len(base)), np.zeros(len(witness))
    pairs, counts = [], []
    for (base_term, witness_term), meetings in lexicon.counts.items():
        ours, theirs = base.get(base_term), witness.get(witness_term)
        if ours is not None:
            base_sums[ours] += meetings
        if theirs is not None:
            witness_sums[theirs] += meetings
        if ours is not None and theirs is not None:
            pairs.append((ours, theirs))
            counts.append(meetings)
    base_sums, witness_sums = base_sums / UNIT, witness_sums / UNIT
    first, second = np.array(pairs, np.int64).reshape(-1, 2).T
    count = np.array(counts, np.float64) / UNIT
    shares = _shares(base_sums), _shares(witness_sums)
    return Known(
        first,
        second,
        count * shares[0][first],
        count * shares[1][second],
        base_sums * shares[0],
        witness_sums * shares[1],
    )


def _shares(sums: Doubles) -> Doubles:
    """By how much the counts of each term are taken down."""
    return MOST / np.maximum(sums, MOST)
