"""Find the words of two vocabularies that are spelled alike, across scripts and misreadings.

Names, borrowed words and the errors of recognition programs leave the consonants of a word mostly
as they are. Words are romanised, and compared where they share their first consonants or, in one
language, their ends; scripts without vowels are compared by consonants only.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from anyascii import anyascii
from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist

from provtrack.aligner.counts import Floats, Integers
from provtrack.aligner.terms import consonants_of, has_vowels, is_compared_whole

SHORTEST = 4  # letters of a romanised word; shorter ones are alike by chance
LONGEST = 60  # longer ones are no words, and comparing two takes the product of their lengths
FEWEST_CONSONANTS = 2
MOST_ANSWERS = 4


@dataclass(frozen=True, slots=True)
class Alike:
    """Pairs of terms, by number on both sides, with their likeness, 0.0 to 1.0."""

    first: Integers
    second: Integers
    likeness: Floats


def spelled_alike(
    first: Sequence[str], second: Sequence[str], *, least: float, share_language: bool
) -> Alike:
    """Compare two vocabularies.

    Args:
        first, second: A word for each term.
        least: Likeness from which words count as alike, 0.0 to 1.0.
    """
    ours, theirs = _Words(first), _Words(second)
    found: dict[tuple[int, int], float] = {}
    for keys in _blockings(ours, theirs, share_language=share_language):
        for block, mine in keys[0].items():
            others = keys[1].get(block)
            if others:
                _compare(ours, theirs, (mine, others), least, found)
    pairs = _best(found)
    array = np.array([pair for pair, _ in pairs], dtype=np.int64).reshape(-1, 2)
    likeness = np.array([value for _, value in pairs], dtype=np.float32)
    return Alike(array[:, 0], array[:, 1], likeness)


class _Words:
    """A vocabulary romanised, and reduced to consonants; numbers and unspaced scripts left out."""

    def __init__(self, words: Sequence[str]) -> None:
        self.letters: dict[int, str] = {}
        self.consonants: dict[int, str] = {}
        self.vowels: dict[int, bool] = {}
        for number, word in enumerate(words):
            letters = anyascii(word).lower() if is_compared_whole(word) else ""
            consonants = consonants_of(letters)
            if SHORTEST <= len(letters) <= LONGEST and len(consonants) >= FEWEST_CONSONANTS:
                self.letters[number] = letters
                self.consonants[number] = consonants
                self.vowels[number] = has_vowels(word)

    def blocks(self, key: slice, *, of_consonants: bool) -> dict[str, list[int]]:
        """Group the words by some of their letters."""
        grouped: dict[str, list[int]] = defaultdict(list)
        for number, letters in (self.consonants if of_consonants else self.letters).items():
            grouped[letters[key]].append(number)
        return grouped


Blocks = tuple[dict[str, list[int]], dict[str, list[int]]]


def _blockings(ours: _Words, theirs: _Words, *, share_language: bool) -> list[Blocks]:
    """Ways to group the words, so that not every word is compared with every other."""
    ways = [(slice(0, 2), True)]
    if share_language:
        ways = [(slice(0, 2), False), (slice(-3, None), False)]
    return [
        (
            ours.blocks(key, of_consonants=consonants),
            theirs.blocks(key, of_consonants=consonants),
        )
        for key, consonants in ways
    ]


def _compare(
    ours: _Words,
    theirs: _Words,
    block: tuple[Sequence[int], Sequence[int]],
    least: float,
    found: dict[tuple[int, int], float],
) -> None:
    """Compare the words of one block, and keep those that are alike."""
    by_consonants = cdist(
        [ours.consonants[n] for n in block[0]],
        [theirs.consonants[n] for n in block[1]],
        scorer=Indel.normalized_similarity,
        dtype=np.float32,
    )
    by_letters = cdist(
        [ours.letters[n] for n in block[0]],
        [theirs.letters[n] for n in block[1]],
        scorer=Indel.normalized_similarity,
        dtype=np.float32,
    )
    voweled = np.outer([ours.vowels[n] for n in block[0]], [theirs.vowels[n] for n in block[1]])
    likeness = np.where(voweled, (by_consonants + by_letters) / 2, by_consonants)
    for i, j in np.argwhere(likeness >= least).tolist():
        found[block[0][i], block[1][j]] = float(likeness[i, j])


def _best(found: dict[tuple[int, int], float]) -> list[tuple[tuple[int, int], float]]:
    """Keep the best answers of each word, on both sides."""
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    taken: tuple[dict[int, int], dict[int, int]] = defaultdict(int), defaultdict(int)
    kept = []
    for pair, likeness in ranked:
        if all(taken[side][pair[side]] < MOST_ANSWERS for side in (0, 1)):
            for side in (0, 1):
                taken[side][pair[side]] += 1
            kept.append((pair, likeness))
    return sorted(kept)
