"""Which system of romanisation a text uses, where a Chinese syllable can be two names.

Chang in Wade-Giles is Zhang in pinyin, but Chang is a name in pinyin too. So the words beside it,
and the other names of both texts, have to allow that one text has the one system and the other the
other. Entry points: `agrees_beside`, `is_ambiguous`, `keeps_one_system`, `changes_system`.
"""

import re
from collections.abc import Collection
from functools import lru_cache

from provtrack.text.romanisation import (
    NOT_LETTERS,
    is_romanised_otherwise,
    pinyin_of,
    pinyin_syllables,
    plain_name,
)

_PINYIN_ONLY = re.compile(r"zh|x[iu]|q[iu]")
_WADE_GILES_ONLY = re.compile(r"-|'|hs|ts|tz")
_SYLLABLES = re.compile(r"[\s\-]+")


def agrees_beside(word: str, names: tuple[str, str]) -> bool:
    """Tell whether a word kept beside two spellings of a name lets them be two systems.

    One system has to explain a whole name: "Chang Chun" in pinyin is no "Chang Qun". A word that
    stays the same only if print dropped its apostrophe (Chen Tu-hsiu, Chen Duxiu) lets no other
    apostrophe be dropped. A word that is no Chinese syllable says nothing.
    """
    kept = plain_name(word)
    letters = NOT_LETTERS.sub("", kept)
    plain = [plain_name(name) for name in names]
    if not word[:1].isupper() or not pinyin_of(kept) or not is_romanised_otherwise(*plain):
        return True
    for wade_giles, pinyin in (plain, plain[::-1]):
        found = NOT_LETTERS.sub("", pinyin)
        if letters in pinyin_of(kept, is_strict=True) and found in pinyin_of(wade_giles):
            return True
        if letters in pinyin_of(kept) and found in pinyin_of(wade_giles, is_strict=True):
            return True
    return False


def is_ambiguous(names: tuple[str, str]) -> bool:
    """Tell whether two spellings of one syllable can be one name as well as two: Chen, Zhen."""
    plain, other = map(plain_name, names)
    if any(len(_SYLLABLES.split(name)) > 1 for name in (plain, other)):
        return False
    return is_romanised_otherwise(plain, other) and any(
        len(pinyin_of(name)) > 1 for name in (plain, other)
    )


def keeps_one_system(kept: Collection[str]) -> bool:
    """Tell whether a name that both texts have is written as one system alone writes it."""
    return any(_is_of_one_system(plain_name(word)) for word in kept)


@lru_cache(maxsize=4096)
def _is_of_one_system(plain: str) -> bool:
    if _PINYIN_ONLY.search(plain):
        return _is_pinyin(plain)
    return bool(_WADE_GILES_ONLY.search(plain)) and bool(pinyin_of(plain))


def _is_pinyin(letters: str) -> bool:
    """Tell whether letters are a row of syllables of pinyin."""
    return not letters or any(
        _is_pinyin(letters[length:])
        for length in range(1, len(letters) + 1)
        if letters[:length] in pinyin_syllables()
    )


def changes_system(names: tuple[str, str], words: Collection[str], others: Collection[str]) -> bool:
    """Tell whether another name has changed its system between two texts.

    Args:
        names: The two spellings asked about.
        words, others: The words with capitals that one text alone has.
    """
    known = set(names)
    return any(
        is_romanised_otherwise(plain_name(word), plain_name(other))
        for word in words
        for other in others
        if not known & {word, other} and _letters(word) != _letters(other)
    )


def _letters(word: str) -> str:
    return NOT_LETTERS.sub("", plain_name(word))
