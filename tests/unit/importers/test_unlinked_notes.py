"""Notes that no link or mark ties to their calls: raised figures, figures right behind words."""

import pytest

from provtrack.importers import read_publication_content
from provtrack.model.publication import Publication, RegionKind
from tests.unit.importers import packages

BODY = "<p>He was “tired”.<sup>1</sup> Then “the river”,<sup>[2]</sup> she said.</p>"
GLUED = 'He was "very tired."1 It was in 1962. Then "the river",2 she said, see p.2.\n'


def read(text: str, name: str) -> Publication:
    return read_publication_content(text.encode(), name)


def notes(publication: Publication) -> dict[str, str]:
    """What stands in the notes, by label."""
    found = [one for one in publication.regions if one.kind is RegionKind.NOTE]
    return {one.label: publication.text[one.span.start : one.span.end] for one in found}


def called(publication: Publication) -> list[str]:
    return [one.label for one in publication.note_marks]


@pytest.mark.parametrize(
    "behind",
    [
        "<p>1. Harrow, May.</p><p>2. Ibid.</p>",
        "<div><sup>1</sup> Harrow, May.</div><div><sup>2</sup> Ibid.</div>",
        "<ol><li>Harrow, May.<li><p>Ibid.</p></ol>",
        "<p>[1] Harrow, May.</p><p>[2] <i>Ibid.</i></p>",
    ],
)
def test_raised_figures_call_what_a_list_behind_them_counts(behind: str):
    page = read(f"<html><body>{BODY}<h2>Notes</h2>{behind}</body></html>", "a.html")
    assert called(page) == ["1", "2"]
    assert "May" in notes(page)["1"]
    assert "Ibid" in notes(page)["2"]


@pytest.mark.parametrize(
    "body",
    [
        "<p>20 m<sup>2</sup> and x<sup>2</sup></p><ol><li>Mills</li><li>Roads</li></ol>",
        "<p>The 10<sup>th</sup> year.<sup>7</sup></p><ol><li>Mills</li></ol>",
        "<ol><li>Harrow, May.</li></ol><p>He was “tired”.<sup>1</sup></p>",
    ],
)
def test_units_and_lists_of_another_length_are_no_notes(body: str):
    page = read(f"<html><body>{body}</body></html>", "a.html")
    assert (called(page), notes(page)) == ([], {})


def test_a_linked_note_whose_item_holds_paragraphs_is_whole():
    page = read(
        '<p>Tired.<a href="#fn1"><sup>1</sup></a></p>'
        '<ol><li id="fn1"><p>Harrow, May.</p><p>So he says.</p></li></ol>',
        "a.html",
    )
    assert notes(page) == {"1": "<p>Harrow, May.</p><p>So he says.</p>"}


def test_figures_behind_words_call_the_list_at_the_end_of_a_text():
    text = read(f"{GLUED}\nNotes\n\n1. Harrow, May.\n2. Ibid.\n3. Ibid., 5.\n", "a.txt")
    assert notes(text) == {"1": "Harrow, May.", "2": "Ibid.", "3": "Ibid., 5."}
    assert called(text) == ["1", "2"]


def test_a_list_that_nothing_calls_stays_text():
    text = read("He was “tired”, see p.3.\n\n1. Mills\n2. Roads\n3. Ponds\n", "a.txt")
    assert (called(text), notes(text)) == ([], {})


def test_the_next_note_is_one_though_nothing_calls_it():
    text = read("He was “tired”.[1]\n\n1. Harrow, May.\n\n2. Ibid.\n", "a.txt")
    assert notes(text) == {"1": "Harrow, May.", "2": "Ibid."}


def test_figures_of_full_size_call_the_notes_counted_at_the_end_of_a_pdf():
    first = packages.pdf_lines('He was "tired."1 Then', '"the river",2 she said.')
    second = packages.pdf_lines("Notes", "", "1. Harrow, May.", "2. Ibid.", "3. Ibid., 5.")
    file = read_publication_content(packages.pdf(first, second), "a.pdf")
    assert list(notes(file).values()) == ["Harrow, May.", "Ibid.", "Ibid., 5."]
    assert called(file) == ["1", "2"]
