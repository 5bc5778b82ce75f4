"""Hard passages, invented: each yields the quotations a reader sees in it."""

import hashlib
import re

import pytest

from provtrack.model.publication import NoteMark, Publication, Region, RegionKind
from provtrack.model.quotation import Quotation
from provtrack.model.text import Span
from provtrack.quotations import find
from tests.unit.quotations.passages import PASSAGES, Hard

SIGNS = re.compile(r"(?P<note>\[\^(?P<label>\w+)\])|(?P<star>(?<!\w)\*|\*(?!\w))|`[^`'\n]+`(?!`)")


def publication(text: str) -> Publication:
    """A text with calls of notes, stars and code as a reader of Markdown would give it."""
    found = list(SIGNS.finditer(text))
    return Publication(
        name="passage.md",
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        skipped=tuple(Span(*one.span()) for one in found if one["note"] or one["star"]),
        note_marks=tuple(
            NoteMark(position=one.start(), label=one["label"]) for one in found if one["note"]
        ),
        regions=tuple(
            Region(kind=RegionKind.CODE, span=Span(*one.span()))
            for one in found
            if not (one["note"] or one["star"])
        ),
    )


def outer(quotations: tuple[Quotation, ...]) -> list[Quotation]:
    """Those that lie in no other."""
    return [one for one in quotations if one.outer is None]


named = pytest.mark.parametrize("hard", PASSAGES, ids=lambda hard: hard.name)


@named
def test_quotations_of_a_source_are_found(hard: Hard):
    found = outer(find(publication(hard.text)))
    assert tuple(one.text for one in found if not one.ignored) == hard.quoted


@named
def test_quotations_inside_others_are_found(hard: Hard):
    found = [one for one in find(publication(hard.text)) if one.outer is not None]
    assert tuple(one.text for one in found) == hard.inner


@named
def test_titles_terms_and_scare_quotes_are_told_apart(hard: Hard):
    found = outer(find(publication(hard.text)))
    assert tuple(one.text for one in found if one.ignored) == hard.ignored
