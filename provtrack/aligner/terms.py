"""Break a paragraph into the terms an alignment is judged by: word stems, figures, names.

This is not the tokenising of the text package: nothing here has to lead back to the recorded text,
so letters are folded (case, marks, compatibility forms) and words are cut to stems by a rule for
scripts. Scripts written without spaces give characters and pairs of characters.
"""

import re
import sys
import unicodedata
from functools import cache
from itertools import pairwise

from anyascii import anyascii

STEM_LETTERS = 6  # long enough to tell words apart, short enough to lose most endings
ABJAD_LETTERS = 4  # scripts that leave vowels out say as much in fewer letters
SKELETON_LETTERS = 4
LONGEST_FIGURE = 18  # digits; beyond it a figure is compared as it is written

UNSPACED = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Tibetan, Myanmar, Khmer
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
ABJAD = "\u0590-\u08ff"  # Hebrew, Arabic, Syriac and their extensions
BASIC_PLANE = 0x10000

_UNSPACED = re.compile(rf"[{UNSPACED}]")
_PLAIN_WORD = re.compile(r"[A-Za-z]+|[0-9]+")  # the same in a text of ASCII, in a third of the time
_ABJAD = re.compile(rf"[{ABJAD}]")

# Consonants that romanisations confuse stand for one another; vowels are dropped.
_MERGED = (
    ("ph", "f"), ("th", "t"), ("kh", "k"), ("ch", "k"), ("sh", "s"), ("zh", "z"), ("ts", "z"),
    ("tz", "z"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("c", "k"), ("g", "k"), ("d", "t"),
    ("b", "v"), ("w", "v"), ("f", "v"), ("p", "v"), ("z", "s"), ("j", ""), ("y", ""), ("h", ""),
)  # fmt: skip
_NOT_CONSONANT = re.compile(r"[^bcdfghjklmnpqrstvwxyz]")
_DOUBLED = re.compile(r"(.)\1+")


class TermReader:
    """Reads terms of paragraphs; remembers every word it has met."""

    def __init__(self) -> None:
        self._terms: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, str] = {}

    def words(self, text: str) -> list[str]:
        """List the words and figures as written, in order; unspaced scripts give whole runs."""
        return (_PLAIN_WORD if text.isascii() else _word_pattern()).findall(text)

    def terms(self, word: str) -> tuple[str, ...]:
        """Give the stem of a word, the value of a figure, or characters with their pairs."""
        if word not in self._terms:
            self._terms[word] = _terms_of(fold(word))
        return self._terms[word]

    def name(self, word: str) -> str:
        """Give a figure's value or the consonants of what may be a name; empty if neither.

        In scripts with capitals a name is a capitalised word; in others any word may be one.
        """
        if word not in self._names:
            self._names[word] = _name_of(word)
        return self._names[word]


@cache
def _word_pattern() -> re.Pattern[str]:
    """Words with their combining marks, runs of unspaced scripts, figures."""
    codes = [c for c in range(0x300, BASIC_PLANE) if unicodedata.category(chr(c))[0] == "M"]
    marks = "".join(map(chr, codes))
    letter = rf"[^\W\d_{UNSPACED}{marks}]"
    return re.compile(rf"{letter}+(?:[{marks}]+{letter}*)*|[{UNSPACED}]+|\d+")


def fold(text: str) -> str:
    """Lower case, compatibility forms resolved, combining marks dropped."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if unicodedata.category(c)[0] != "M")


def _terms_of(word: str) -> tuple[str, ...]:
    if not word:
        return ()
    if word[0].isdecimal():
        return (_figure(word),)
    if _UNSPACED.match(word):
        return (*word, *map("".join, pairwise(word)))
    return (sys.intern(word[: ABJAD_LETTERS if _ABJAD.match(word) else STEM_LETTERS]),)


def _figure(word: str) -> str:
    """The value of a figure, whatever digits it is written in."""
    short = len(word) <= LONGEST_FIGURE and word.isdecimal()
    return str(int(word)) if short else word


def _name_of(word: str) -> str:
    if word[0].isdecimal():
        return "%" + _figure(word)
    has_case = word[0].lower() != word[0].upper()
    if has_case and not word[0].isupper():
        return ""
    skeleton = skeleton_of(word)
    return "#" + skeleton if len(skeleton) >= 2 else ""


def skeleton_of(word: str) -> str:
    """Romanise a word and keep its first consonants."""
    return consonants_of(anyascii(word).lower())[:SKELETON_LETTERS]


def consonants_of(letters: str) -> str:
    """Keep the consonants of a romanised word, those romanisations confuse made equal."""
    for written, kept in _MERGED:
        letters = letters.replace(written, kept)
    return _DOUBLED.sub(r"\1", _NOT_CONSONANT.sub("", letters))


def has_vowels(word: str) -> bool:
    """Tell whether a word's script writes vowels."""
    return not _ABJAD.match(word)


def is_compared_whole(word: str) -> bool:
    """Tell whether a word may be compared letter by letter: no figure, no unspaced script."""
    return not (word[0].isdecimal() or _UNSPACED.match(word))
