"""TEI as a publication: sources in ``cit``, numbers of notes, gaps."""

import pytest

from provtrack.citing import cited_works
from provtrack.importers import read_publication_content
from provtrack.model.publication import Publication
from provtrack.model.quotation import DeclaredKind
from provtrack.quotations import find


def read(body: str) -> Publication:
    """Read the body of a TEI file."""
    text = f"<TEI><text><body>{body}</body></text></TEI>"
    return read_publication_content(text.encode(), "a.xml")


def notes(body: str) -> list[tuple[str, tuple[str, ...], str]]:
    """The quotations with their notes and sources."""
    return [(one.text, one.notes, one.source) for one in find(read(body))]


@pytest.mark.parametrize(
    "cit",
    [
        "<cit><quote>the road is shut</quote><bibl>Harrow, 3</bibl></cit>",
        "<cit><bibl>Harrow, 3</bibl><quote>the road is shut</quote></cit>",
        "<p>So: <cit><quote>the road is shut</quote> <bibl>Harrow, 3</bibl></cit></p>",
    ],
)
def test_source_in_cit_is_that_of_its_quotation_alone(cit: str):
    body = f'{cit}<p>But <quote>we wait</quote>.<note n="1">May.</note></p>'
    assert notes(body) == [("the road is shut", (), "#1"), ("we wait", ("1",), "")]
    assert [(one.note, one.text) for one in cited_works(read(body))] == [
        ("source 1", "Harrow, 3"),
        ("1", "May."),
    ]


def test_note_in_cit_belongs_to_its_quotation():
    body = (
        '<p>A <quote>road</quote><note n="1">May.</note></p>'
        '<cit><quote>we wait for spring</quote><note n="2">June.</note></cit>'
    )
    assert [note for _, note, _ in notes(body)] == [("1",), ("2",)]


def test_sources_take_no_numbers_of_notes():
    cit = "<cit><quote>the road</quote><bibl>Harrow</bibl></cit>"
    body = f"{cit}<p>A<note>May.</note> B<note>June.</note></p>"
    assert [mark.label for mark in read(body).note_marks] == ["1", "2"]


def test_notes_that_are_numbered_anew_in_each_chapter_are_told_apart():
    chapter = '<div><p>A <quote>road is shut</quote><note n="1">May.</note></p></div>'
    assert [note for _, note, _ in notes(chapter * 2)] == [("1",), ("1 (2)",)]


def test_note_without_a_number_takes_that_of_no_other():
    body = '<p>A<note place="margin">May.</note> B<note n="1">June.</note></p>'
    assert [mark.label for mark in read(body).note_marks] == ["without number 1", "1"]


def test_note_before_the_reference_that_calls_it_has_its_label():
    body = (
        '<note xml:id="n7" n="7">May.</note><p>A <quote>road is shut</quote>'
        '<ref type="note" target="#n7">7</ref>.</p>'
    )
    assert notes(body) == [("road is shut", ("7",), "")]


@pytest.mark.parametrize(
    "gap", ["<gap/>", '<gap reason="sampling"/>', "<gap><desc>two words</desc></gap>"]
)
def test_gap_in_a_quotation_is_an_ellipsis(gap: str):
    file = read(f"<p>A <quote>the road{gap}is shut</quote>.</p>")
    (found,) = find(file)
    (edit,) = found.declared
    assert (found.text, edit.kind) == ("the road[…]is shut", DeclaredKind.ELLIPSIS)
    assert gap.startswith(file.text[edit.span.start : edit.span.end])
