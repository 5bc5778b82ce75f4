"""The entries of a publication's bibliography, to which "(Lugin 1921, 14)" goes back.

A bibliography begins with a heading that says so, and ends with the next heading. Notes that stand
there, as the definitions of footnotes in Markdown do, are no entries. Entry point: `entries_of`.
"""

import re
from collections.abc import Iterator
from functools import cache

from provtrack.citing.series import any_of, words_of
from provtrack.model.publication import Publication, Region, RegionKind
from provtrack.text.spans import Spans

BIBLIOGRAPHY = "bibliography"  # stands for the label of a note
LONGEST_HEADING = 60  # signs


def entries_of(publication: Publication) -> Iterator[Region]:
    """Give the paragraphs of the bibliography, as notes."""
    notes = Spans.of(one.span for one in publication.regions if one.kind is RegionKind.NOTE)
    is_within = False
    for one in publication.regions:
        if one.kind not in (RegionKind.HEADING, RegionKind.PARAGRAPH):
            continue
        words = publication.text[one.span.start : min(one.span.end, one.span.start + 80)]
        begins = len(one.span) <= LONGEST_HEADING and bool(_heading().fullmatch(words))
        if begins or one.kind is RegionKind.HEADING:
            is_within = begins
        elif is_within and not notes.touch(one.span.start, one.span.end):
            yield Region(kind=RegionKind.NOTE, span=one.span, label=BIBLIOGRAPHY)


@cache
def _heading() -> re.Pattern[str]:
    names = any_of(words_of("bibliographies"))
    return re.compile(
        rf"(?:<[^<>]*>|[\s#*_\d.=-])*(?:{names})(?:<[^<>]*>|[\s#*_:.=-])*", re.IGNORECASE
    )
