"""Citations in parentheses behind quotations of the running text."""

import pytest

from provtrack.citing import behind, cited_works, inside
from provtrack.importers import read_publication_content
from provtrack.model.citation import CitedWork
from provtrack.model.text import Span

REFERENCE = "AVPRF, f. 90, op. 24, p. 44, d. 5, l. 120"


def works(text: str) -> tuple[CitedWork, ...]:
    return cited_works(read_publication_content(text.encode(), "a.md"))


@pytest.mark.parametrize(
    "text",
    [
        f"He was “very tired” ({REFERENCE}).",
        f"He was “very tired.” ({REFERENCE})",
        f'He was "very tired"\n({REFERENCE}), as they say.',
        f"Он был «очень усталым» ({REFERENCE}).",
    ],
)
def test_a_reference_in_parentheses_behind_a_quotation_is_read(text: str):
    (work,) = works(text)
    assert work.reference is not None
    assert work.note == behind(text, max(text.rfind(mark) for mark in '”"»'))


def test_the_number_of_a_document_in_parentheses_is_read_beside_a_remark():
    (work,) = works("It was “a hard winter” (as he said; FRUS, 1961–1963, vol. VI, doc. 56).")
    assert [form.number for form in work.published] == ["56"]


@pytest.mark.parametrize(
    "text",
    [
        "He was “very tired” (2 November 1962).",
        "He was “very tired” (Letter to Harrow).",
        "He was “very tired” (FRUS, 1961–1963, vol. VI).",
        f"The council met ({REFERENCE}).",
        f"He was “very tired”.\n\n({REFERENCE})",
        f"He was tired.[^1]\n\n[^1]: He was “very tired” (so it says).\n\n`“tired” ({REFERENCE})`",
    ],
)
def test_a_date_a_title_or_what_stands_elsewhere_is_no_citation(text: str):
    assert [one for one in works(text) if one.reference or one.published] == []


def test_a_note_stays_before_parentheses():
    text = f"He was “very tired” ({REFERENCE}) and left.[^1]\n\n[^1]: Ibid., f. 91, op. 2, d. 3.\n"
    assert [one.note for one in works(text)] == ["1", behind(text, 18)]


@pytest.mark.parametrize(
    "text",
    [
        f"He was “very tired”, she wrote ({REFERENCE}).",
        f"As the letter ({REFERENCE}) has it: “very tired”.",
        f"He was “very tired” [{REFERENCE}].",
    ],
)
def test_a_reference_anywhere_near_a_quotation_is_read(text: str):
    (work,) = works(text)
    assert work.reference is not None


def test_parentheses_that_begin_in_a_part_are_given_whole_and_others_are_not():
    text = "(the first) said [the second (of two)] and (the third (or last) one) (the fourth)"
    found = inside(text, Span(1, text.index("third")))
    assert [one.words for one in found] == ["the second (of two)", "the third (or last) one"]


def test_a_note_in_the_text_is_one_citation():
    (work,) = works("He was tired.^[FRUS, 1961–1963, vol. VI, doc. 56: “With that we agree.”]\n")
    assert not work.note.startswith("parenthesis")
