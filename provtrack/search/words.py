"""Split a text into words for searching, each with a key and its place in the recorded text.

A word is a run of letters and figures; in scripts written without spaces each character is a word.
The key of a word is a polynomial of its code points modulo 2^64, mixed down to 32 bits (Knuth, The
Art of Computer Programming, 6.4): the same on every machine. Entry point: `words_of`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import mul

import numpy as np
from numpy.typing import NDArray

from provtrack.search.folding import SIGN, Codes, Places, fold

BASE = 0x9E3779B97F4A7C15
MIX = 0xD6E8FEB86659FD93
MASK = (1 << 64) - 1
MEANT_LETTERS = 64  # letters after these do not tell words apart
KEY_BITS = 32  # of the key of one word
PAIR_BITS = 28  # of the key of two words that follow each other
PIECE = 1 << 18  # characters
RARE_BITS = 26  # of those of one word, the high ones, in the list of rare words

Keys = NDArray[np.uint32]
Wide = NDArray[np.uint64]

# Thai, Lao, Burmese, Khmer; kana, Han; compatibility and further ideographs.
_UNSPACED = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
_FIRST_UNSPACED = _UNSPACED[0][0]


# A blank after a letter and before one: no word, broken or not, goes on behind it.
_BETWEEN_WORDS = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")

_PLAIN_POWERS = tuple(pow(BASE, exponent + 1, 1 << 64) for exponent in range(MEANT_LETTERS))
_POWERS = np.array(_PLAIN_POWERS, dtype=np.uint64)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text.

    Attributes:
        keys: Of each word.
        starts, ends: Of each word, in the recorded text.
        codes, first, last: Its folded letters are ``codes[first:last]``.
    """

    keys: Keys
    starts: Places
    ends: Places
    codes: Codes
    first: Places
    last: Places

    def __len__(self) -> int:
        return len(self.keys)

    def cut(self, start: int, end: int) -> "Words":
        """Give the words [start, end) alone; their places stay those of the text."""
        own = slice(start, end)
        cut = self.keys[own], self.starts[own], self.ends[own]
        return Words(*cut, self.codes, self.first[own], self.last[own])

    def letters(self, start: int, end: int) -> str:
        """Give the folded letters of the words [start, end), with one space between words."""
        if start >= end:
            return ""
        codes = self.codes[self.first[start] : self.last[end - 1]]
        folded: str = codes.tobytes().decode("utf-32-le", "replace")
        return " ".join(folded.replace("\0", " ").split())


def words_of(text: str) -> Words:
    """Split a text into words.

    Cost: linear, some 30 ns a character. A long text is split piece by piece, to spare memory.
    """
    if len(text) <= PIECE:
        return _words_of(text)
    pieces, start = [], 0
    while start < len(text):
        border = _BETWEEN_WORDS.search(text, start + PIECE)
        end = border.end() if border else len(text)
        pieces.append((start, _words_of(text[start:end])))
        start = end
    return _joined(pieces)


def _joined(pieces: Sequence[tuple[int, Words]]) -> Words:
    """Join the words of the pieces of a text, given with where each begins."""
    shifts = np.cumsum([0, *(len(words.codes) for _, words in pieces)]).tolist()
    return Words(
        np.concatenate([words.keys for _, words in pieces]),
        np.concatenate([words.starts + start for start, words in pieces]),
        np.concatenate([words.ends + start for start, words in pieces]),
        np.concatenate([words.codes for _, words in pieces]),
        np.concatenate([one.first + by for (_, one), by in zip(pieces, shifts, strict=False)]),
        np.concatenate([one.last + by for (_, one), by in zip(pieces, shifts, strict=False)]),
    )


def _words_of(text: str) -> Words:
    """Split a text into words, all at once."""
    folded = fold(text)
    codes = folded.codes
    if not len(codes):
        nothing = np.zeros(0, dtype=np.int64)
        return Words(np.zeros(0, dtype=np.uint32), nothing, nothing, codes, nothing, nothing)
    first, last = _bounds(codes)
    keys = _keys(codes, first, last)
    if folded.places is None:
        return Words(keys, first, last, codes, first, last)
    # What is deleted belongs to the letter before it: marks over the last one, say.
    places = np.append(folded.places, len(text))
    ends = np.maximum(places[last], places[last - 1] + 1)
    return Words(keys, places[first], ends, codes, first, last)


def _bounds(codes: Codes) -> tuple[Places, Places]:
    """Find where words begin and end in folded code points."""
    inside = np.zeros(len(codes) + 1, dtype=bool)
    np.not_equal(codes, SIGN, out=inside[:-1])
    begins = inside[:-1].copy()
    begins[1:] &= ~inside[:-2]
    ends = inside[:-1] & ~inside[1:]
    if int(codes.max()) >= _FIRST_UNSPACED:
        alone = np.zeros(len(codes), dtype=bool)
        for start, end in _UNSPACED:
            alone |= (codes >= start) & (codes <= end)
        begins |= alone
        begins[1:] |= alone[:-1] & inside[1:-1]
        ends |= alone
        ends[:-1] |= alone[1:] & inside[:-2]
    return np.flatnonzero(begins), np.flatnonzero(ends) + 1


def _keys(codes: Codes, first: Places, last: Places) -> Keys:
    """Hash each word."""
    if not len(first):
        return np.zeros(0, dtype=np.uint32)
    reach = np.empty(len(first), dtype=np.int64)
    reach[:-1] = first[1:]
    reach[-1] = len(codes)
    reach -= first
    head = int(first[0])
    letter = np.arange(head, len(codes))
    letter -= np.repeat(first, reach)
    if len(codes) > MEANT_LETTERS and int(reach.max()) > MEANT_LETTERS:
        np.minimum(letter, MEANT_LETTERS - 1, out=letter)
    terms = codes[head:] * _POWERS[letter]
    sums = np.add.reduceat(terms, first - head)
    sums ^= sums >> np.uint64(29)
    sums *= np.uint64(MIX)
    return (sums >> np.uint64(32)).astype(np.uint32)


@lru_cache(maxsize=1 << 15)
def word_key(letters: str) -> int:
    """Give the key of a word by its folded letters, as `words_of` does."""
    total: int = sum(map(mul, map(ord, letters), _PLAIN_POWERS))
    for letter in letters[MEANT_LETTERS:]:
        total += ord(letter) * _PLAIN_POWERS[-1]
    total &= MASK
    total ^= total >> 29
    return ((total * MIX) & MASK) >> 32


def pair_keys(keys: Keys, following: Keys) -> Keys:
    """Give the key of each word with the one that follows it."""
    pairs = keys.astype(np.uint64)
    pairs <<= np.uint64(32)
    pairs |= following
    pairs *= np.uint64(BASE)
    pairs ^= pairs >> np.uint64(32)
    pairs *= np.uint64(MIX)
    return (pairs >> np.uint64(64 - PAIR_BITS)).astype(np.uint32)


def pair_key(key: int, following: int) -> int:
    """Give the key of one word with the one that follows it, as `pair_keys` does."""
    pair = ((key << 32 | following) * BASE) & MASK
    pair ^= pair >> 32
    return ((pair * MIX) & MASK) >> (64 - PAIR_BITS)


def rare_keys(keys: Keys) -> Keys:
    """Give the key under which a single word is listed."""
    return keys >> np.uint32(KEY_BITS - RARE_BITS)
