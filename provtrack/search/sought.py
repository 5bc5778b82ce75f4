"""`Sought`: words that are looked for, and where an index lists their keys."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import add

import numpy as np

from provtrack.search.folding import may_have_broken_words
from provtrack.search.index import IndexPart, PassageIndex
from provtrack.search.postings import Positions, Postings
from provtrack.search.words import Words, pair_key, rare_keys, word_key, words_of

MOST_KEYS = 96  # of a longer quotation keys are asked for from its beginning, middle and end
LONGEST_PLAIN = 4096  # characters; the words of a longer text are split all at once
_PLAIN_WORD = re.compile("[a-z0-9]+")
_PRINTED_SIGNS = "“”„‘’‚«»–—…§\u00a0\u2009\u202f"
_PLAIN_SIGNS = _PRINTED_SIGNS + "".join(
    chr(point) for point in range(128) if not chr(point).isalnum()
)
_SIGNS_TO_SPACES = str.maketrans(_PRINTED_SIGNS, " " * len(_PRINTED_SIGNS))

Range = tuple[int, int, int]  # number of the part, and where its postings begin and end


@dataclass(slots=True)
class Sought:
    """Words that are looked for.

    Attributes:
        text: As written.
        keys: Of its words.
        sizes: Letters of its words.
        is_plain: Its letters are those of English, without diacritics.
        ranges: Where the pairs asked for so far are listed, by place.
    """

    text: str
    keys: list[int]
    sizes: list[int]
    is_plain: bool
    ranges: dict[int, list[Range]] = field(default_factory=dict, repr=False)
    _words: Words | None = field(default=None, repr=False)

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def words(self) -> Words:
        """The words with their places; they are split when first asked for."""
        if self._words is None:
            self._words = words_of(self.text)
        return self._words

    @property
    def bare(self) -> str:
        """The text from its first word to its last."""
        if self.is_plain:
            return self.text.strip(_PLAIN_SIGNS)
        return self.text[self.words.starts[0] : self.words.ends[-1]]

    def pair(self, place: int) -> int:
        """Give the key of the words at `place` and after it."""
        return pair_key(self.keys[place], self.keys[place + 1])

    def part(self, start: int, end: int) -> "Sought":
        """Give the words [start, end) as what is looked for."""
        return sought(self.text[self.words.starts[start] : self.words.ends[end - 1]])

    def asked(self, step: int) -> Sequence[int]:
        """Choose the pairs to ask for: every `step`-th and the last, no more than `MOST_KEYS`."""
        last = len(self.keys) - 2
        if last < 0:
            return ()
        if last > MOST_KEYS * step:
            return sorted(set(np.linspace(0, last, MOST_KEYS).astype(int).tolist()))
        return [*range(0, last, step), last]

    def likely_rare(self) -> list[int]:
        """Give the pairs of `asked(2)`, those of long words first: they are rarer."""
        of_pairs = list(map(add, self.sizes, self.sizes[1:]))
        return sorted(self.asked(2), key=of_pairs.__getitem__, reverse=True)


def sought(text: str) -> Sought:
    """Prepare words that are looked for.

    Plain English is split without arrays, which are slow on short texts; the keys are the same.
    """
    if len(text) < LONGEST_PLAIN and not may_have_broken_words(text):
        plain = text if text.isascii() else text.translate(_SIGNS_TO_SPACES)
        if plain.isascii():
            letters = _PLAIN_WORD.findall(plain.lower())
            return Sought(text, list(map(word_key, letters)), list(map(len, letters)), True)
    words = words_of(text)
    sizes = (words.last - words.first).tolist()
    return Sought(text, words.keys.tolist(), sizes, False, _words=words)


def ranges_of(wanted: Sought, place: int, index: PassageIndex) -> list[Range]:
    """Give where the parts list the pair at a place."""
    found = wanted.ranges.get(place)
    if found is None:
        key = wanted.pair(place)
        found = []
        for number, part in enumerate(index.parts):
            start, end = part.pairs.range_of(key)
            if start < end:
                found.append((number, start, end))
        wanted.ranges[place] = found
    return found


def live_count(ranges: Sequence[Range], index: PassageIndex) -> int:
    """Count postings in texts that are not removed."""
    total = 0
    for number, start, end in ranges:
        part = index.parts[number]
        total += len(live(part, part.pairs, start, end)) if part.removed else end - start
    return total


def live(part: IndexPart, postings: Postings, start: int, end: int) -> Positions:
    """Give the positions of a range that are in texts which are not removed."""
    positions = postings.positions(start, end)
    if not part.removed or not len(positions):
        return positions
    numbers = np.searchsorted(part.wide_starts, positions, side="right") - 1
    return positions[~part.is_removed[numbers]]


def rare_positions(words: Words, index: PassageIndex, most: int) -> dict[int, list[Positions]]:
    """Give the positions of the words that stand in an index, but not more than `most` times.

    Returns:
        For the place of each such word among the words, its positions in each part.
    """
    found = {}
    for place, key in enumerate(rare_keys(words.keys).tolist()):
        each = [live(part, part.rare, *part.rare.range_of(key)) for part in index.parts]
        if 0 < sum(map(len, each)) <= most:
            found[place] = each
    return found
