"""Citations in parentheses near a quotation: “...” (AVPRF, f. 90, op. 24, p. 44, d. 5).

They stand for a note. Only what may name a work is given on; whether it does is read elsewhere.
Entry points: `in_parentheses`, `behind`, `Parenthesis`, `inside`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from provtrack.citing.series import any_of, words_of
from provtrack.model.publication import Publication, Region, RegionKind
from provtrack.model.text import Span
from provtrack.text.spans import Spans

_NAMED = "parenthesis at "  # begins the name of what stands for the note
_NEAR = 400  # signs between a quotation mark and parentheses of its sentence
_LONGEST = 600  # signs of parentheses, with those nested in them
_CLOSING = "\"'”’“»«›‹」』〞〟"
_SINGLE = tuple("'’›‹")
_MARKS = re.compile("[\"“”„«»‹›「」『』〝〞〟]|``|''|\n[ \t]*\n")
_WORDS = r"(?:[^()]|\([^()]{0,80}\)){4,300}"
_BEHIND = re.compile(
    rf"[{_CLOSING}.,;:!?…*_]{{0,6}}[.,;:!?…]{{0,3}}\s{{0,2}}\((?P<words>{_WORDS})\)"
)
_ANYWHERE = re.compile(
    rf"(?<![\w\]])\((?P<round>{_WORDS})\)"
    r"|(?<![\w^])\[(?P<square>[^\[\]^]{4,300})\](?![(:\[])"
)
_OPENING = re.compile(r"[(\[]")  # where `_ANYWHERE` may begin
_APART = frozenset([RegionKind.NOTE, RegionKind.COMMENT, RegionKind.CODE, RegionKind.HIDDEN])
_QUOTED = frozenset([RegionKind.QUOTED, RegionKind.BLOCK_QUOTE])


@dataclass(frozen=True, slots=True)
class Parenthesis:
    """What stands in parentheses; `label` names it as if it were a note."""

    words: str
    span: Span

    @property
    def label(self) -> str:
        """Name what stands for the note."""
        return f"{_NAMED}{self.span.start}"

    @property
    def is_same(self) -> bool:
        """Whether it only goes back to the work named before: “(ibid., p. 4)”."""
        return _same().match(self.words) is not None


def is_parenthesis(label: str) -> bool:
    """Whether what stands for a note are parentheses."""
    return label.startswith(_NAMED)


def inside(text: str, span: Span) -> Iterator[Parenthesis]:
    """Give the parentheses, round or square, that begin in a part of a text."""
    end = span.start
    for opening in _OPENING.finditer(text, span.start, span.end):
        if opening.start() < end:
            continue
        found = _ANYWHERE.match(text, opening.start(), span.end + _LONGEST)
        if found is None:
            continue
        end = found.end()
        kind = found.lastgroup or "round"
        if "\n\n" not in found[0]:
            yield Parenthesis(found[kind], Span(*found.span(kind)))


def in_parentheses(publication: Publication) -> Iterator[Region]:
    """Give what stands in parentheses near a quotation of the running text, as notes."""
    text = publication.text
    apart = Spans.of(one.span for one in publication.regions if one.kind in _APART)
    quoted = Spans.of(one.span for one in publication.regions if one.kind in _QUOTED)
    for one in inside(text, Span(0, len(text))):
        start, end = one.span.start - 1, one.span.end + 1
        is_near = _is_marked(text, start, end) or quoted.touch(start - _NEAR, end + _NEAR)
        if is_near and not apart.touch(start, start + 2):  # nor the note that it encloses
            yield Region(kind=RegionKind.NOTE, span=one.span, label=one.label)


def _is_marked(text: str, start: int, end: int) -> bool:
    """Whether a quotation mark stands near parentheses, in their paragraph."""
    before = [found[0] for found in _MARKS.finditer(text, max(0, start - _NEAR), start)]
    after = _MARKS.search(text, end, end + _NEAR)
    marks = [*before[-1:], *([after[0]] if after else [])]
    return any(one.strip() for one in marks) or text[start - 3 : start].strip()[-1:] in _SINGLE


def behind(text: str, end: int) -> str:
    """Name the parentheses right behind words that end at a place; empty if there are none."""
    found = _BEHIND.match(text, end)
    return f"{_NAMED}{found.start('words')}" if found else ""


@cache
def _same() -> re.Pattern[str]:
    return re.compile(rf"\s*[*_]*(?:{any_of(words_of('same'))})(?!\w)", re.IGNORECASE)
