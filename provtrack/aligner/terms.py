"""Break a paragraph into the terms an alignment is judged by: word stems, names, figures.

This is not the tokenising of the text package: nothing here has to lead back to the recorded text,
so letters are folded (case, marks, compatibility forms) and words are cut to stems by a rule for
scripts. Scripts written without spaces give characters and pairs of characters.
"""

import re
import unicodedata
from functools import cache, lru_cache

from anyascii import anyascii

STEM_LETTERS = 6  # long enough to tell words apart, short enough to lose most endings
ABJAD_LETTERS = 4  # scripts that leave vowels out carry as much in fewer letters
SKELETON_LETTERS = 4

UNSPACED = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Tibetan, Myanmar, Khmer
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
ABJAD = "\u0590-\u08ff"  # Hebrew, Arabic, Syriac and their extensions

_WORDS = re.compile(rf"[{UNSPACED}]+|\d+|[^\W\d_{UNSPACED}]+")
_UNSPACED = re.compile(rf"[{UNSPACED}]")
_ABJAD = re.compile(rf"[{ABJAD}]")
_CASED = re.compile(rf"[^\W_{UNSPACED}]+")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…\"“”«»‘’()\[\]—-])\s*$")

# Consonants that romanisations confuse stand for one another; vowels are dropped.
_MERGED = (
    ("ph", "f"), ("th", "t"), ("kh", "k"), ("ch", "k"), ("sh", "s"), ("zh", "z"), ("ts", "z"),
    ("tz", "z"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("c", "k"), ("g", "k"), ("d", "t"),
    ("b", "v"), ("w", "v"), ("f", "v"), ("p", "v"), ("z", "s"), ("j", ""), ("y", ""), ("h", ""),
)  # fmt: skip
_NOT_CONSONANT = re.compile(r"[^bcdfghjklmnpqrstvwxyz]")
_DOUBLED = re.compile(r"(.)\1+")


class _Folding(dict[int, str]):
    """Table for `str.translate` that drops combining marks, filled as characters are met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = "" if unicodedata.category(character)[0] == "M" else character
        self[code] = folded
        return folded


def fold(text: str) -> str:
    """Lower case, compatibility forms resolved, combining marks dropped."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKD", text.casefold()).translate(_folding())


@cache
def _folding() -> _Folding:
    return _Folding()


def words_of(text: str) -> list[str]:
    """List the folded words of a paragraph in order; unspaced scripts give one run a stretch."""
    return _WORDS.findall(fold(text))


@lru_cache(maxsize=200_000)
def stem_of(word: str) -> str:
    """Cut a folded word to the letters that carry it."""
    if word.isascii():
        return word[:STEM_LETTERS]
    return word[: ABJAD_LETTERS if _ABJAD.match(word) else STEM_LETTERS]


def terms_of(text: str) -> list[str]:
    """List word stems, figures, and characters with their pairs, in reading order."""
    terms: list[str] = []
    for word in words_of(text):
        if word[0].isdecimal():
            terms.append(str(int(word)))
        elif _UNSPACED.match(word):
            terms += word
            terms += map("".join, zip(word, word[1:], strict=False))
        else:
            terms.append(stem_of(word))
    return terms


def names_of(text: str) -> list[str]:
    """List figures and the consonants of what may be names, alike in every script.

    In scripts with capitals a name is a capitalised word; in others every word may be one. Words
    of unspaced scripts give the consonants of each two and three characters.
    """
    found: list[str] = []
    for match in _CASED.finditer(unicodedata.normalize("NFKC", text)):
        word = match.group()
        if word[0].isdecimal():
            digits = re.match(r"\d+", word)
            found.append("%" + str(int(digits.group() if digits else "0")))
        elif word[0].isupper() or word[0].lower() == word[0].upper():
            skeleton = skeleton_of(word)
            if len(skeleton) >= 2:
                found.append("#" + skeleton)
    return found


@lru_cache(maxsize=200_000)
def skeleton_of(word: str) -> str:
    """Romanise a word and keep its first consonants, those romanisations confuse made equal."""
    letters = anyascii(word).lower()
    for written, kept in _MERGED:
        letters = letters.replace(written, kept)
    letters = _DOUBLED.sub(r"\1", _NOT_CONSONANT.sub("", letters))
    return letters[:SKELETON_LETTERS]
