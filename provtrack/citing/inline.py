"""Citations in parentheses right behind a quotation: “...” (AVPRF, f. 90, op. 24, p. 44, d. 5).

They stand for a note. Only what may name a work is given on; whether it does is read elsewhere.
Entry points: `in_parentheses`, `behind`.
"""

import re
from collections.abc import Iterator

from provtrack.model.publication import Publication, Region, RegionKind
from provtrack.model.text import Span

_NAMED = "parenthesis at "  # begins the name of what stands for the note
_CLOSING = "\"'”’“»«›‹」』〞〟"
_PARENTHESIS = (
    r"[.,;:!?…]{0,3}\s{0,2}"
    r"\((?P<words>(?:[^()]|\([^()]{0,80}\)){4,300})\)"
)
_BEHIND = re.compile(rf"[{_CLOSING}.,;:!?…*_]{{0,6}}{_PARENTHESIS}")
_ANYWHERE = re.compile(rf"[{_CLOSING}]{_PARENTHESIS}")
_APART = frozenset([RegionKind.NOTE, RegionKind.COMMENT, RegionKind.CODE, RegionKind.HIDDEN])


def in_parentheses(publication: Publication) -> Iterator[Region]:
    """Give what stands in parentheses behind a closing mark of the running text, as notes."""
    apart = [one.span for one in publication.regions if one.kind in _APART]
    for found in _ANYWHERE.finditer(publication.text):
        start, end = found.span("words")
        if "\n\n" not in found[0] and not any(a.start <= start < a.end for a in apart):
            label = f"{_NAMED}{start}"
            yield Region(kind=RegionKind.NOTE, span=Span(start, end), label=label)


def behind(text: str, end: int) -> str:
    """Name the parentheses right behind words that end at a place; empty if there are none."""
    found = _BEHIND.match(text, end)
    return f"{_NAMED}{found.start('words')}" if found else ""
