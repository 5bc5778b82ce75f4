"""What each step of a normalisation profile replaces: stretches of a text and their new form.

Letters that are letters of their own are kept: Cyrillic short i (й) and yi (ї) lose no mark, vowel
signs of Devanagari and its kin are part of the word. Entry point: `replacements_of`.
"""

import unicodedata
from collections.abc import Callable
from enum import StrEnum

import regex  # type: ignore[import-untyped]

Replacement = tuple[int, int, str]


class Step(StrEnum):
    """One kind of folding."""

    NFC = "nfc"
    CASE = "case"
    QUOTES = "quotes"
    DASHES = "dashes"
    ELLIPSES = "ellipses"
    SPACES = "spaces"
    INVISIBLE = "invisible"
    MARKS = "marks"
    LIGATURES = "ligatures"
    YO = "yo"


_SINGLE = "'‘’‚‛′‹›`´ʼʻʹ＇"
_DOUBLE = '"“”„‟«»″〝〞＂「」『』'
_HEBREW_POINTS = r"\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
_ARABIC_SIGNS = r"\u0610-\u061a\u0640\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed"
_SYRIAC_POINTS = r"\u0711\u0730-\u074a"
_DIACRITICS = r"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0483-\u0487"

_PATTERNS = {
    # A cluster is what composes: a base with its marks, or letters of Hangul.
    Step.NFC: r"\P{M}?\p{M}+|[\uac00-\ud7a3]?[\u1100-\u11ff]+|[^\x00-\u02ff]",
    Step.CASE: r"[\p{Changes_When_Casefolded}\u01f0\u0390\u03b0\u1e96-\u1e99\u1f50-\u1ff7]",
    Step.QUOTES: rf"[{_DOUBLE}]|[{_SINGLE}]{{2}}|[{_SINGLE}]",
    Step.DASHES: r"[\-‐‑‒–—―−﹘﹣－־]+",
    Step.ELLIPSES: r"[…⋯]+|\.(?:\s+\.){2,}",
    Step.SPACES: r"[\s\x1c-\x1f]+",
    Step.INVISIBLE: r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
    r"\ufe00-\ufe0f]+",
    Step.MARKS: rf"[[\p{{Latin}}\p{{Greek}}]--[\x00-\x7f]]"
    rf"|(?<![иИ]\p{{M}}*)[{_DIACRITICS}{_HEBREW_POINTS}{_ARABIC_SIGNS}{_SYRIAC_POINTS}]+",
    Step.LIGATURES: r"[\ufb00-\ufb06ſ]",
    Step.YO: r"[ёЁ]|[еЕ]\u0308",
}
_COMPILED = {step: regex.compile(f"(?V1){pattern}") for step, pattern in _PATTERNS.items()}
_ALL_MARKS = regex.compile(r"\p{M}+")


def replacements_of(step: Step, text: str) -> list[Replacement]:
    """Find what a step replaces in a text, in order: (start, end, new form)."""
    if step is Step.NFC and unicodedata.is_normalized("NFC", text):
        return []
    fold = _FOLDS[step]
    found = []
    for match in _COMPILED[step].finditer(text):
        new = fold(match[0])
        if new != match[0]:
            found.append((match.start(), match.end(), new))
    return found


def _compose(cluster: str) -> str:
    return unicodedata.normalize("NFC", cluster)


def _plain_quote(sign: str) -> str:
    return '"' if len(sign) == 2 or sign in _DOUBLE else "'"


def _without_marks(sign: str) -> str:
    """A letter without its diacritics; a run of marks becomes nothing."""
    bare: str = _ALL_MARKS.sub("", unicodedata.normalize("NFD", sign))
    return bare.replace("\u0640", "")


def _fixed(new: str) -> Callable[[str], str]:
    return lambda _: new


_FOLDS: dict[Step, Callable[[str], str]] = {
    Step.NFC: _compose,
    Step.CASE: str.casefold,
    Step.QUOTES: _plain_quote,
    Step.DASHES: _fixed("-"),
    Step.ELLIPSES: _fixed("..."),
    Step.SPACES: _fixed(" "),
    Step.INVISIBLE: _fixed(""),
    Step.MARKS: _without_marks,
    Step.LIGATURES: lambda sign: unicodedata.normalize("NFKC", sign),
    Step.YO: lambda sign: "Е" if sign[0] in "ЁЕ" else "е",
}
