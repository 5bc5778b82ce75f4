"""Laws of quotations: whatever the text, spans lie in it, never cross and lose nothing."""

import hashlib
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provtrack.importers import read_publication_content
from provtrack.model.publication import NoteMark, Publication, Region, RegionKind
from provtrack.model.text import Span
from provtrack.quotations import find, find_with_remarks

SIGNS = "\"“”„‘’'`«»‹›「」『』《》,.;:!?()[]<>*_^&#\\{}~%$/ \n\u00a0-—…aBс中5"
WORDS = ["he wrote, ", "said ", "the road ", "\n\n", "[sic]", "...", "[T]he", "(emphasis added)"]
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.text(SIGNS, max_size=6)), max_size=40).map(
    "".join
)


def publication(text: str) -> Publication:
    """A publication of nothing but text."""
    return Publication(
        name="text", text=text, text_sha256=hashlib.sha256(text.encode()).hexdigest()
    )


@st.composite
def marked_up(draw: st.DrawFn) -> Publication:
    """A publication with notes and declared quotations at any place."""
    text = draw(TEXTS)
    places = draw(st.lists(st.integers(0, len(text)), max_size=12).map(sorted))
    kinds = [RegionKind.QUOTED, RegionKind.NOTE, RegionKind.BLOCK_QUOTE, RegionKind.CODE]
    regions = tuple(
        Region(kind=draw(st.sampled_from(kinds)), span=Span(start, end), label="1")
        for start, end in list(pairwise(places))[::2]
        if start < end
    )
    marks = tuple(NoteMark(position=place, label="1") for place in places[::3])
    return Publication(name="text", text=text, text_sha256="", regions=regions, note_marks=marks)


@given(TEXTS)
def test_every_span_lies_in_the_text(text: str):
    for one in find(publication(text)):
        assert 0 <= one.span.start < one.span.end <= len(text)


@given(st.one_of(TEXTS.map(publication), marked_up()))
def test_spans_never_cross(given_publication: Publication):
    spans = [one.span for one in find(given_publication)]
    for number, one in enumerate(spans):
        for other in spans[number + 1 :]:
            apart = other.start >= one.end
            inside = one.start <= other.start and other.end <= one.end
            assert apart or inside


@given(TEXTS)
def test_the_words_are_those_of_the_span(text: str):
    for one in find(publication(text)):
        written = iter(text[one.span.start : one.span.end])
        assert all(sign in written for sign in one.text if not sign.isspace())


@given(marked_up())
def test_a_quotation_tells_the_one_it_lies_in(given_publication: Publication):
    found = find(given_publication)
    for number, one in enumerate(found):
        if one.outer is not None:
            outer = found[one.outer].span
            assert one.outer < number
            assert outer.start <= one.span.start <= one.span.end <= outer.end


@given(TEXTS)
def test_declared_edits_stand_in_order_in_the_text(text: str):
    for one in find(publication(text)):
        starts = [edit.span.start for edit in one.declared]
        assert starts == sorted(starts)
        assert all(edit.span.end <= len(text) for edit in one.declared)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.tex"])
@given(text=TEXTS)
def test_the_text_of_a_text_file_is_the_decoded_file(name: str, text: str):
    if not text.strip():
        return
    read = read_publication_content(text.encode(), name, charset="utf-8")
    assert read.text == text


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.tex", "a.html"])
@given(text=TEXTS)
def test_regions_of_a_reader_never_cross(name: str, text: str):
    html = f"<html><body><p>{text}</p></body></html>"
    read = read_publication_content((html if name == "a.html" else text + "x").encode(), name)
    around: list[Span] = []
    for region in read.regions:
        while around and around[-1].end <= region.span.start:
            around.pop()
        assert not around or region.span.end <= around[-1].end
        around.append(region.span)


@pytest.mark.parametrize(
    "text",
    [
        "the road is closed until the spring, and nobody came to the mill. " * 75_000,
        ' "a' * 100_000,
        'a" ' * 100_000,
        " “a" * 100_000,
        " ‘a" * 100_000,
        "«a " * 100_000,
        "„a\n\n" * 100_000,
        "“a " * 50_000 + "” " * 50_000,
        '"' * 5_000_000,
        "he wrote: the road is shut” " * 50_000,
    ],
    ids=[
        *("5 MB", "opening", "closing", "curly", "single", "angle", "paragraphs", "nested"),
        *("line of marks", "lost opening"),
    ],
)
def test_hostile_text_is_survived_in_linear_time(text: str):
    start = time.process_time()
    find_with_remarks(publication(text))
    assert time.process_time() - start < 40  # seconds; a quadratic reader needs hours


def test_each_of_many_notes_is_read_in_linear_time():
    text = "a" * 20_000
    regions = tuple(
        Region(kind=RegionKind.NOTE, span=Span(place, place + 1), label=str(place))
        for place in range(20_000)
    )
    calls = tuple(NoteMark(position=place, label=str(place)) for place in range(20_000))
    many = Publication(name="a", text=text, text_sha256="", regions=regions, note_marks=calls)
    start = time.process_time()
    find_with_remarks(many)
    assert time.process_time() - start < 8  # seconds; a quadratic reader needs a minute
