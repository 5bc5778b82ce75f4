"""Whether anything in a text of another language sounds like a name, or is known to stand for it.

In doubt the answer is yes: a question is asked only where nothing comes near. Entry point: `Heard`.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import Indel

from provtrack.text.name_sounds import (
    consonants_of,
    han_consonants,
    is_in_characters,
    lines_in,
    reading_of,
    sounds_of,
    translated,
)
from provtrack.text.naming import Naming
from provtrack.text.romanisation import name_key, shared_name

_HAN = re.compile("[\u3400-\u9fff]")
_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f\u0591-\u05c7]*(?:[-'’‐‑]\w+)*")
_ABJAD = re.compile("[\u0590-\u08ff]")
_PREFIXED = 2  # letters that Hebrew and Arabic write together with the next word
_ALIKE, _SHORT_ALIKE = 0.7, 0.8  # likeness from which a word may be the name
_SMALL_ALIKE = 0.85  # ... where it has no capital: "лондонский"
NEAR = 0.6  # from here on two names are not set against each other ...
VERY_NEAR = 0.75  # ... even where it is known what else answers each of them
_EXACTLY = 0.95
_SPELLED = 0.78  # ... where it is a row of Chinese characters
_SHORTEST_SMALL = 6  # letters of a word without a capital that may answer a name
_SHORT = 3  # sounds
_LONGEST_HAN = 7  # characters of a name written in Chinese
_FEWEST_CONSONANTS = 3  # with fewer, vowels have to agree too


class Heard:
    """The words of one text that can answer a name."""

    def __init__(self, text: str, naming: Naming) -> None:
        """Divide the text into words, and into runs of Chinese characters."""
        words = dict.fromkeys(_WORD.findall(text))
        self.words = {word: naming.may_be_name(word) for word in words if not _HAN.match(word)}
        self.han = "".join(_HAN.findall(text))

    def answers(self, words: Sequence[str]) -> dict[str, float]:
        """Find the words that may answer a name of one or more parts, with their likeness."""
        parts = (*words, "".join(words)) if len(words) > 1 else words
        found: dict[str, float] = {}
        for word, is_name in self.words.items():
            if not is_name and len(word) < _SHORTEST_SMALL and not translated(word):
                continue
            likeness = max(answer_likeness(part, word) for part in parts)
            if likeness >= (_ALIKE if is_name else _SMALL_ALIKE):
                found[word] = likeness
        return found

    def has_in_characters(self, words: Sequence[str]) -> bool:
        """Tell whether Chinese characters here may be the name, or one of its parts."""
        return bool(self.han) and any(
            _stands_in(part, self.han) for part in (" ".join(words), *words)
        )


@lru_cache(maxsize=1 << 17)
def answer_likeness(name: str, word: str) -> float:
    """Compare a name with a word of the other language, 0.0 to 1.0."""
    if translated(name) & translated(word):
        return 1.0
    if _ABJAD.match(word) or _ABJAD.match(name):
        ends = (word[cut:] for cut in range(_PREFIXED + 1))
        return max(_likeness(consonants_of(name), consonants_of(end)) for end in ends)
    if shared_name(name, word) or name_key(name) == name_key(word):
        return 1.0
    best = sound_likeness(name, word)
    if "-" in name or "-" in word:
        pieces = product(name.split("-"), word.split("-"))
        whole = (sound_likeness(*pair) for pair in pieces if min(map(len, pair)) > _SHORT)
        best = max(best, *whole, 0.0)
    return best


def come_near(name: str, other: str, least: float = NEAR) -> bool:
    """Tell whether two names are alike enough that nobody should be told they are two.

    The longer one is also compared without its end, which declension may have made.
    """
    if translated(name) and translated(other):
        return bool(translated(name) & translated(other))
    return answer_likeness(name, other) >= _ALIKE or any(
        max(_likeness(ours, theirs) - least, _cut_likeness(ours, theirs) - VERY_NEAR) >= 0
        for ours, theirs in (
            (sounds_of(name), sounds_of(other)),
            (consonants_of(name), consonants_of(other)),
        )
    )


def _cut_likeness(ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """Compare two names, the longer one cut to the length of the shorter."""
    length = min(len(key) for key in (*ours, *theirs))
    if length < _SHORT:
        return 0.0
    return _likeness(tuple(key[:length] for key in ours), tuple(key[:length] for key in theirs))


def sound_likeness(name: str, other: str) -> float:
    """Compare two words by their sounds, 0.0 to 1.0; short ones have to agree better."""
    best = _likeness(sounds_of(name), sounds_of(other))
    shortest = min(len(key) for key in (*sounds_of(name), *sounds_of(other)))
    consonants = _likeness(consonants_of(name), consonants_of(other))
    if shortest <= _SHORT:
        return best if best >= _SHORT_ALIKE else 0.0
    return (best + consonants) / 2 if consonants else best / 2


@lru_cache(maxsize=1 << 17)
def _likeness(ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    return max(
        (Indel.normalized_similarity(one, two) for one in ours for two in theirs if one and two),
        default=0.0,
    )


@lru_cache(maxsize=1 << 13)
def _stands_in(name: str, han: str) -> bool:
    """Tell whether Chinese characters of a text may be this name, by their readings."""
    lines = frozenset(line for part in (name, *name.split()) for line in translated(part))
    if lines_in(han) & lines:
        return True
    if any(is_in_characters(line) for line in lines):
        return _is_spelled(name, han, _EXACTLY)  # 周总理, where the list has 周恩来
    readings = han_consonants(han)
    rows = consonants_of(name)
    if min((len(row) for row in rows), default=0) < _FEWEST_CONSONANTS:
        return _is_spelled(name, han, _SPELLED)
    return any(row in readings for row in rows) or any(
        Indel.normalized_similarity(row, written) >= _SHORT_ALIKE
        for row in rows
        if len(row) > _FEWEST_CONSONANTS
        for written in readings
        if abs(len(written) - len(row)) <= 1
    )


def _is_spelled(name: str, han: str, least: float) -> bool:
    """Tell whether a name of few consonants stands there with its vowels: Mao, Li, Joseph."""
    letters = name.casefold().replace(" ", "")
    readings = [reading_of(character) for character in han]
    return any(
        sound_likeness(letters, "".join(readings[at : at + count])) >= least
        for at in range(len(readings))
        for count in (1, 2, 3, 4)
    )
