"""Quotation marks of a paragraph, each with what it may do at its place.

A mark opens where nothing stands before it and a word after it, and closes where it follows a word
or a stop; curly and other paired marks also tell by their shape. An apostrophe inside a word is no
mark. Source of the customs: the CLDR's table of quotation marks, and T. Bringhurst, "The Elements
of Typographic Style". Entry point: `marks_of`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum


class Family(Enum):
    """Marks that can answer each other."""

    DOUBLE = "double"
    SINGLE = "single"
    ANGLE = "angle"
    LONE_ANGLE = "lone angle"
    CORNER = "corner"
    WHITE_CORNER = "white corner"
    TITLE = "title"
    LONE_TITLE = "lone title"
    REGION = "region"


class Shape(Enum):
    """What the form of a sign says: it opens, it closes, or its place must tell."""

    OPENS = "opens"
    CLOSES = "closes"
    STRAIGHT = "straight"


OPENS, CLOSES, STRAIGHT = Shape.OPENS, Shape.CLOSES, Shape.STRAIGHT
SIGNS: dict[str, tuple[Family, Shape]] = {
    '"': (Family.DOUBLE, STRAIGHT),
    "＂": (Family.DOUBLE, STRAIGHT),
    "“": (Family.DOUBLE, OPENS),
    "‟": (Family.DOUBLE, OPENS),
    "„": (Family.DOUBLE, OPENS),
    "”": (Family.DOUBLE, CLOSES),
    "``": (Family.DOUBLE, OPENS),
    "‘‘": (Family.DOUBLE, OPENS),
    ",,": (Family.DOUBLE, OPENS),
    "''": (Family.DOUBLE, STRAIGHT),
    "’’": (Family.DOUBLE, CLOSES),
    "'": (Family.SINGLE, STRAIGHT),
    "`": (Family.SINGLE, OPENS),
    "‘": (Family.SINGLE, OPENS),
    "‛": (Family.SINGLE, OPENS),
    "‚": (Family.SINGLE, OPENS),
    "’": (Family.SINGLE, CLOSES),
    "«": (Family.ANGLE, OPENS),
    "»": (Family.ANGLE, CLOSES),
    "<<": (Family.ANGLE, OPENS),
    ">>": (Family.ANGLE, CLOSES),
    "‹": (Family.LONE_ANGLE, OPENS),
    "›": (Family.LONE_ANGLE, CLOSES),
    "〝": (Family.DOUBLE, OPENS),
    "〞": (Family.DOUBLE, CLOSES),
    "〟": (Family.DOUBLE, CLOSES),
    "❝": (Family.DOUBLE, OPENS),
    "❞": (Family.DOUBLE, CLOSES),
    "｢": (Family.CORNER, OPENS),
    "｣": (Family.CORNER, CLOSES),
    "﹁": (Family.CORNER, OPENS),
    "﹂": (Family.CORNER, CLOSES),
    "﹃": (Family.WHITE_CORNER, OPENS),
    "﹄": (Family.WHITE_CORNER, CLOSES),
    "「": (Family.CORNER, OPENS),
    "」": (Family.CORNER, CLOSES),
    "『": (Family.WHITE_CORNER, OPENS),
    "』": (Family.WHITE_CORNER, CLOSES),
    "《": (Family.TITLE, OPENS),
    "》": (Family.TITLE, CLOSES),
    "〈": (Family.LONE_TITLE, OPENS),
    "〉": (Family.LONE_TITLE, CLOSES),
}
ANGLES = frozenset([Family.ANGLE, Family.LONE_ANGLE])

FAR = 8  # marks in a row that are looked through; nesting is never deeper
CANDIDATE = re.compile(
    rf"(?P<rule>([^\w\s])\2{{{FAR},}}+)"
    r"|``|''|‘‘|’’|(?<![\w,]),,(?=[\w\[(…])|(?<!<)<<(?!<)|(?<!>)>>(?!>)"
    r"|[\"＂“‟„”«»‹›「」『』《》〈〉‘‛‚〝〞〟❝❞｢｣﹁﹂﹃﹄]|(?<!\w)['’]|['’](?!\w)|(?<!\w)`(?=[\w\[(…])"
)
LOOKED_THROUGH = frozenset("\"＂“‟„”«»‹›「」『』‘‛‚’'`〝〞〟❝❞｢｣﹁﹂﹃﹄")
OPENING = frozenset("([{¿¡<—–―-/‒⁓")
DASHES = frozenset("—–―-‒")
ELISION = re.compile(
    r"(?:\d\ds?|em|tis|twas|twere|twould|til)\b|n[’'](?=\s)", re.I
)  # ’62, ’em, ’n’
AND_ENDS = re.compile(r"\s[’']n[’']$", re.I)  # the second of rock ’n’ roll
INTRODUCING = frozenset(",:;，：；。、")


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign that may open or close a quotation.

    Attributes:
        start, end: In the flow's text.
        before, after: The signs beside it, other marks looked through; empty at a border.
        opens, closes: What its place allows.
        is_measure: It may stand for feet, inches, minutes or seconds.
        is_spaced: White space, or nothing, on both sides.
        touches: Words on both sides without white space.
    """

    start: int
    end: int
    sign: str
    family: Family
    shape: Shape
    before: str
    after: str
    opens: bool
    closes: bool
    is_measure: bool
    is_spaced: bool
    touches: bool


def marks_of(text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield the candidates of a paragraph in order; apostrophes inside words are left out."""
    for match in CANDIDATE.finditer(text, start, end):
        if match["rule"]:  # a line drawn with a sign
            continue
        sign = match.group()
        place = match.start(), match.end()
        if sign in ("'", "’") and _is_elision(text, start, place):
            continue
        yield _mark(text, (start, end), place, sign)


def _is_elision(text: str, start: int, place: tuple[int, int]) -> bool:
    """Whether an apostrophe stands for what is left out before a word or a year."""
    if AND_ENDS.search(text, max(start, place[0] - 3), place[1]):
        return True
    if not ELISION.match(text, place[1]):
        return False
    before = text[max(start, place[0] - 2) : place[0]]
    return before[-1:].isspace() and (before[:1].isalpha() or not text[place[1]].isdigit())


def _mark(text: str, paragraph: tuple[int, int], place: tuple[int, int], sign: str) -> Mark:
    """Look at what stands beside a sign."""
    family, shape = SIGNS[sign]
    next_to = text[place[0] - 1] if place[0] > paragraph[0] else ""
    before = _beside(text, place[0] - 1, paragraph, -1)
    after = _beside(text, place[1], paragraph, 1)
    free_before = not before.strip() or before in OPENING
    free_after = not after.strip() or not (after.isalnum() or after in "([{$£€§#¿¡<&@《〈")
    return Mark(
        start=place[0],
        end=place[1],
        sign=sign,
        family=family,
        shape=shape,
        before=before,
        after=after,
        opens=free_before and bool(after.strip()) and not _ends(text, place[1], after),
        closes=bool(before.strip()) and free_after and before not in "([{",
        is_measure=next_to.isdigit() and shape is STRAIGHT,
        is_spaced=not before.strip() and not after.strip(),
        touches=before.isalnum() and after.isalnum(),
    )


def _ends(text: str, position: int, after: str) -> bool:
    """Whether what follows is a stop or a closing bracket; dots in a row are none."""
    return after in ",;:!?)]}，。、；：！？" or (
        after == "." and text[position : position + 1] == "." != text[position + 1 : position + 2]
    )


def _beside(text: str, position: int, paragraph: tuple[int, int], step: int) -> str:
    """The next sign in a direction that is no mark; empty at the paragraph's border."""
    for _ in range(FAR):
        if not paragraph[0] <= position < paragraph[1]:
            return ""
        if text[position] not in LOOKED_THROUGH:
            return text[position]
        position += step
    return ""


def without_code(marks: Iterator[Mark], code: Sequence[tuple[int, int]]) -> Iterator[Mark]:
    """Leave out the marks that stand in code; both in order."""
    number = 0
    for mark in marks:
        while number < len(code) and code[number][1] <= mark.start:
            number += 1
        if number == len(code) or mark.start < code[number][0]:
            yield mark
