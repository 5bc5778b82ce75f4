"""Estimate how wide text is in a sans-serif face, and wrap it, without a browser.

Widths are parts of the font size, taken generously for the faces named in the style sheet (Noto
Sans, Segoe UI, Helvetica, Arial): a line is rather broken a word early than drawn over a border.
"""

import re
import unicodedata

NARROW = frozenset("ijlItf.,:;'’‘|!()[]/ -\N{NO-BREAK SPACE}")
WIDE = frozenset("mwMWЖШЩЮФЫжшщюфы@%—…&")
NARROW_WIDTH, USUAL_WIDTH, CAPITAL_WIDTH, WIDE_WIDTH = 0.36, 0.59, 0.7, 0.92
BOLD = 1.08
ABBREVIATED = re.compile(r"(\b\w{1,5}\.) (?=\d)")


def width_of(text: str, size: float, *, is_bold: bool = False) -> float:
    """Estimate the width of a line in pixels at a font size in pixels."""
    width = size * sum(map(_width, text))
    return width * BOLD if is_bold else width


def _width(character: str) -> float:
    """Estimate one character's width as a part of the font size."""
    if character in NARROW:
        return NARROW_WIDTH
    if character in WIDE:
        return WIDE_WIDTH
    if character.isascii():
        return CAPITAL_WIDTH if character.isupper() else USUAL_WIDTH
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return CAPITAL_WIDTH if character.isupper() else USUAL_WIDTH + 0.04


def wrap(text: str, width: float, size: float, *, is_bold: bool = False) -> tuple[str, ...]:
    """Break text into lines no wider than `width` pixels, at spaces; too long words anywhere.

    A short abbreviation stays with the number after it ("op. 24"), as in archival references.
    """
    lines: list[str] = []
    line = ""
    for word in ABBREVIATED.sub("\\1\N{NO-BREAK SPACE}", text).split(" "):
        word = word.strip()
        candidate = f"{line} {word}" if line else word
        if width_of(candidate, size, is_bold=is_bold) <= width:
            line = candidate
            continue
        if line:
            lines.append(line)
        *full, line = _cut(word, width, size, is_bold=is_bold)
        lines += full
    return (*lines, line) if line else tuple(lines)


def _cut(word: str, width: float, size: float, *, is_bold: bool) -> list[str]:
    """Cut a word that is wider than a line."""
    parts = [""]
    for character in word:
        if parts[-1] and width_of(parts[-1] + character, size, is_bold=is_bold) > width:
            parts.append("")
        parts[-1] += character
    return parts
