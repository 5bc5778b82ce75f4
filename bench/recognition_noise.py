"""Damage letters as a program that recognises print does: look-alikes, lost marks, torn words.

Figures and words that negate are left whole, so that what comes out is noise and nothing else.
Entry point: `misread`.
"""

import random
import re
import unicodedata

ALIKE = {
    "rn": "m", "m": "rn", "l": "1I|", "i": "l1", "I": "l1", "e": "c", "c": "e", "o": "0c",
    "h": "b", "n": "u", "u": "n", "s": "ſf", "f": "t", "t": "f", "a": "o", "d": "cl", "w": "vv",
    "g": "q", "y": "v", "r": "i",
    "а": "aо", "о": "oс", "е": "eс", "и": "н", "н": "п", "п": "н", "ш": "щ", "с": "cе", "р": "p",
    "т": "m", "л": "п", "в": "б", "ы": "ьi", "з": "э",
    "日": "曰目", "人": "入", "己": "已", "大": "太", "土": "士", "未": "末",
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
_TOKEN = re.compile(r"\w+|\W+")


def misread(text: str, share: float, rng: random.Random, *, language: str) -> str | None:
    """Damage a share of the letters; None if chance damaged none."""
    out = []
    for token in _TOKEN.findall(text):
        is_whole = token.casefold() in WHOLE or any(map(str.isdecimal, token))
        out.append(token if is_whole else "".join(_damaged(token, share, rng, language)))
    turned = re.sub(r"(?<=[a-zа-я]) {2,}", " ", "".join(out))
    return turned if turned != text and turned.strip() else None


def _damaged(token: str, share: float, rng: random.Random, language: str) -> list[str]:
    out = []
    for letter in token:
        if rng.random() >= share:
            out.append(letter)
        elif letter == " ":
            out.append(rng.choice(["", " "]) if language != "zh" else letter)
        elif not letter.isalpha():
            out.append(letter)
        else:
            out.append(_other(letter, rng, language))
    return out


def _other(letter: str, rng: random.Random, language: str) -> str:
    """Give what stands for a letter: most often what looks like it."""
    chance = rng.random()
    alike = ALIKE.get(letter)
    bare = unicodedata.normalize("NFD", letter)[0]
    if bare != letter and chance < 0.6:
        return bare
    if alike and chance < 0.75:
        return alike if letter in "mdw" else rng.choice(alike)
    if language == "zh":
        return letter
    if chance < 0.85:
        return ""
    if chance < 0.92:
        return f"{letter}{rng.choice(['- ', ' ', '.'])}"
    return rng.choice("abcdeghiklmnoprstuv" if letter.isascii() else "абвгдеиклмнопрст")
