"""Damage letters as a program that recognises print does: look-alikes, lost marks, torn words.

Figures and words that negate are left whole, so that what comes out is noise and nothing else.
`ALIKE` is what rules were mended by; `OTHERS` are confusions of other prints and programs, to count
with only. Entry points: `misread`, `ALIKE`, `OTHERS`.
"""

import random
import re
import unicodedata
from collections.abc import Mapping, Sequence

ALIKE = {
    "rn": "m", "m": "rn", "l": "1I|", "i": "l1", "I": "l1", "e": "c", "c": "e", "o": "0c",
    "h": "b", "n": "u", "u": "n", "s": "ſf", "f": "t", "t": "f", "a": "o", "d": "cl", "w": "vv",
    "g": "q", "y": "v", "r": "i",
    "а": "aо", "о": "oс", "е": "eс", "и": "н", "н": "п", "п": "н", "ш": "щ", "с": "cе", "р": "p",
    "т": "m", "л": "п", "в": "б", "ы": "ьi", "з": "э",
    "日": "曰目", "人": "入", "己": "已", "大": "太", "土": "士", "未": "末",
}  # fmt: skip
OTHERS = {
    "m": ("rn", "nn"), "d": ("cl",), "h": ("li", "b"), "l": ("!", "1", "t"), "o": ("0", "a"),
    "O": ("0", "Q"), "e": ("c", "o"), "c": ("e", "("), "i": ("1", "j"), "t": ("r", "f"),
    "n": ("ri", "u"), "u": ("ii", "n"), "b": ("6", "h"), "s": ("5",), "g": ("9", "q"), "v": ("r",),
    "f": ("r", "ſ"), "k": ("lc", "h"), "y": ("g", "v"), "z": ("2",), "w": ("vv",), "B": ("8",),
    "ß": ("B", "fs"), "ä": ("a", "ii"), "ü": ("ii", "u"), "ö": ("o", "6"), "é": ("e", "6"),
    "и": ("н", "п"), "н": ("и", "к"), "ш": ("щ", "ти"), "щ": ("ш",), "о": ("0", "с"),
    "е": ("о", "с"), "з": ("3", "э"), "т": ("г", "m"), "г": ("т", "r"), "к": ("н", "х"),
    "ц": ("ч", "п"), "ю": ("го", "ло"), "б": ("6", "в"), "л": ("д", "п"), "д": ("л",),
    "м": ("ж", "n"), "ы": ("ьl", "ъ"), "ь": ("ъ", "б"), "я": ("а", "я"), "О": ("0", "С"),
    "己": ("已",), "日": ("曰",), "人": ("入",), "未": ("末",), "王": ("玉",), "土": ("士",),
    "天": ("夭",), "大": ("犬",), "没": ("设",), "今": ("令",), "间": ("问",), "待": ("侍",),
    "住": ("往",), "即": ("既",), "情": ("清",),
}  # fmt: skip
WHOLE = frozenset(
    [
        "not",
        "no",
        "nor",
        "never",
        "non",
        "ne",
        "pas",
        "ni",
        "не",
        "ни",
        "нет",
        "nicht",
        "kein",
        "keine",
        "nie",
        "不",
        "没",
        "未",
        "无",
    ]
)
_Kind = tuple[str, Mapping[str, Sequence[str]]]  # the language, and what looks alike
_TOKEN = re.compile(r"\w+|\W+")


def misread(
    text: str,
    share: float,
    rng: random.Random,
    *,
    language: str,
    alike: Mapping[str, Sequence[str]] = ALIKE,
) -> str | None:
    """Damage a share of the letters; None if chance damaged none."""
    out = []
    for token in _TOKEN.findall(text):
        is_whole = token.casefold() in WHOLE or any(map(str.isdecimal, token))
        out.append(token if is_whole else "".join(_damaged(token, share, rng, (language, alike))))
    turned = re.sub(r"(?<=[a-zа-я]) {2,}", " ", "".join(out))
    return turned if turned != text and turned.strip() else None


def _damaged(token: str, share: float, rng: random.Random, kind: _Kind) -> list[str]:
    out = []
    language = kind[0]
    for letter in token:
        if rng.random() >= share:
            out.append(letter)
        elif letter == " ":
            out.append(rng.choice(["", " "]) if language != "zh" else letter)
        elif not letter.isalpha():
            out.append(letter)
        else:
            out.append(_other(letter, rng, kind))
    return out


def _other(letter: str, rng: random.Random, kind: _Kind) -> str:
    """Give what stands for a letter: most often what looks like it."""
    chance = rng.random()
    language, table = kind
    alike = table.get(letter)
    bare = unicodedata.normalize("NFD", letter)[0]
    if bare != letter and chance < 0.6:
        return bare
    if alike and chance < 0.75:
        is_whole = table is ALIKE and letter in "mdw"
        return str(alike) if is_whole else rng.choice(alike)
    if language == "zh":
        return letter
    if chance < 0.85:
        return ""
    if chance < 0.92:
        return f"{letter}{rng.choice(['- ', ' ', '.'])}"
    return rng.choice("abcdeghiklmnoprstuv" if letter.isascii() else "абвгдеиклмнопрст")
