"""Letters written in another form, so that marks and ligatures of print tell no words apart.

Letters of another script that look the same, and three families, for comparing and never for
showing:

- points and vowel signs that a script may leave out: Hebrew points and accents, Arabic and Syriac
  vowel signs, the Arabic stretching stroke;
- forms of print: long s, ligatures, round r, a small e above a vowel for an umlaut, the double
  oblique hyphen;
- the same in the private-use area, where transcribers of early print write ligatures after the
  character recommendation of the Medieval Unicode Font Initiative, version 4.0 (https://mufi.info),
  as used by the OCR-D ground-truth guidelines.

Entry points: `LATIN_FOR_CYRILLIC`, `in_one_script`, `plain_letters`, `letters_key`,
`differ_in_points_only`, `with_ligatures`, `initials_in`.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import regex  # type: ignore[import-untyped]

LATIN_FOR_CYRILLIC = str.maketrans("асеорхуіјѕАВСЕНКМОРТХІЈЅ", "aceopxyijsABCEHKMOPTXIJS")
_CYRILLIC_FOR_LATIN = {latin: cyrillic for cyrillic, latin in LATIN_FOR_CYRILLIC.items()}
_MIXED = regex.compile(r"\b(?=\w*\p{Latin})(?=\w*\p{Cyrillic})\w+")
_LATIN = regex.compile(r"\p{Latin}")
_ACCENTS = regex.compile(r"[\u0591-\u05af\u05bd\u05bf]")  # Hebrew cantillation
_POINTS = regex.compile(
    r"[\u05b0-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew accents and points
    r"\u0610-\u061a\u0640\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed"  # Arabic
    r"\u0711\u0730-\u074a]"  # Syriac
)
# Joiners, soft hyphens, and what steers the direction of writing; not the overrides of direction
# (U+202D, U+202E), which make a reader see other words.
_INVISIBLE = regex.compile(r"[\u00ad\u061c\u200b-\u200f\u202a-\u202c\u2060\u2066-\u2069\ufeff]")
_SMALL_E = "\u0364"  # above a, o, u: the umlaut of early print
_FORMS = {
    "\ua75b": "r", "\ua75a": "R", "\u2e17": "-", "\ue42c": "ä", "\ue644": "ö", "\ue72b": "ü",
    "\ueba2": "si", "\ueba3": "sl", "\ueba6": "ss", "\ueba7": "ssi", "\ueba9": "ss",
    "\ueada": "st", "\ueec4": "ck", "\ueec5": "ct", "\ueedc": "tz", "\uf4f9": "ll",
    "\uf502": "ch",
}  # fmt: skip
_LIGATURE = regex.compile(f"[{''.join(_FORMS)}]")
# Two initials or more with blanks between them, as one token: G. P. Ivanov and G.P. Ivanov.
_INITIALS = regex.compile(
    r"(?<![\p{L}\p{N}.])\p{Lu}(?:(?<=[CKPSTZ])h|(?<=Y)[aeou]|(?<=Д)ж)?\."
    r"(?:[ \u00a0]\p{Lu}(?:(?<=[CKPSTZ])h|(?<=Y)[aeou]|(?<=Д)ж)?\.)+"
)
_TABLE = str.maketrans({**_FORMS, _SMALL_E: "\u0308"})


def in_one_script(text: str) -> str:
    """Write words of Latin and Cyrillic letters in the script that most of their letters have.

    Only letters that look the same are turned; length and places stay.
    """
    if text.isascii():
        return text
    return str(_MIXED.sub(lambda word: _turned(word[0]), text))


def _turned(word: str) -> str:
    is_latin = 2 * len(_LATIN.findall(word)) > len(word)
    return word.translate(LATIN_FOR_CYRILLIC if is_latin else _CYRILLIC_FOR_LATIN)


@lru_cache(maxsize=1 << 14)
def plain_letters(text: str) -> str:
    """Write a short text in plain letters: compatibility forms, ligatures and old forms undone."""
    if text.isascii() or any(map(_is_raised, text)):
        return text  # 10² is not 102
    plain = unicodedata.normalize("NFKC", text.translate(_TABLE))
    return str(_INVISIBLE.sub("", plain))


def _is_raised(character: str) -> bool:
    """Tell a raised figure or a fraction, which plain letters would make another figure."""
    return character.isnumeric() and not character.isdecimal() and not character.isalpha()


@lru_cache(maxsize=1 << 15)
def letters_key(word: str) -> str:
    """Give a word in plain letters and without points: equal for all forms of the same letters."""
    if word.isascii():
        return word
    key = _POINTS.sub("", _ACCENTS.sub("", unicodedata.normalize("NFKD", plain_letters(word))))
    return unicodedata.normalize("NFC", key)


def with_ligatures(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the spans of word parts that a ligature of the private-use area has parted."""
    if text.isascii() or not _LIGATURE.search(text):
        return list(spans)
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        touches = joined and joined[-1][1] == start
        if touches and any(
            _LIGATURE.fullmatch(text[one]) and _is_letter(text[other])
            for one, other in ((start - 1, start), (start, start - 1))
        ):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def initials_in(text: str) -> list[tuple[int, int]]:
    """Find where initials stand with blanks between them, which other copies leave out."""
    return [match.span() for match in _INITIALS.finditer(text)]


def _is_letter(character: str) -> bool:
    return character.isalpha() or _LIGATURE.fullmatch(character) is not None


def differ_in_points_only(word: str, other: str) -> bool:
    """Tell whether one word is the other with some or all points left out.

    Two words that are both pointed and differ in a point are two words: no form is proved.
    """
    marked, second = (_ACCENTS.sub("", unicodedata.normalize("NFKD", w)) for w in (word, other))
    bare = _POINTS.sub("", marked)
    if bare != _POINTS.sub("", second) or bare == marked == second:
        return marked == second and word != other
    fewer, more = sorted((marked, second), key=len)
    letters = iter(more)
    return all(letter in letters for letter in fewer)
