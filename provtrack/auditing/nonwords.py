"""Letters that are no word in any language: a program or a hand has damaged them.

Nothing is asked of lists here, so that it holds for an archive of one page too. Entry point:
`is_no_word`.
"""

import re
from unicodedata import combining, normalize

_LATIN, _CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[А-Яа-яЁё]")
_HUMP = re.compile(r"[^\W\d_A-ZА-ЯЁÀ-Þ][A-ZА-ЯЁÀ-Þ]")
_VOWEL = re.compile(r"[aeiouyæøœаеиоуыэюяіѣѵ]")


def is_no_word(word: str, read: str) -> bool:
    """Tell letters that no language has as a word, where they are read for one that is.

    So are letters of two scripts (mих), a capital after a small letter (aIl), and letters without a
    vowel (thr), unless the word itself is like that.
    """
    return any(has(read) and not has(word) for has in (_has_two_scripts, _has_hump, _has_no_vowel))


def _has_two_scripts(word: str) -> bool:
    return bool(_LATIN.search(word)) and bool(_CYRILLIC.search(word))


def _has_hump(word: str) -> bool:
    return bool(_HUMP.search(word))


def _has_no_vowel(word: str) -> bool:
    """Tell small letters without a vowel; scripts that do not write vowels have none."""
    has_vowels = bool(_LATIN.match(word) or _CYRILLIC.match(word))
    small = word[1:] if len(word) > 1 else word
    return has_vowels and small == small.lower() and not _VOWEL.search(_bare(word.casefold()))


def _bare(word: str) -> str:
    """Give letters without their diacritics."""
    return "".join(sign for sign in normalize("NFD", word) if not combining(sign))
