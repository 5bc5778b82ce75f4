"""PDF as a publication: notes at the foot in letters of the usual size, lines parted by figures."""

import pytest

from provtrack.importers import read_publication_content
from provtrack.model.publication import Publication, RegionKind
from provtrack.quotations import find
from tests.unit.importers import packages

WIDE = "A line that is as wide as the column of this page is"


def called(words: str, figure: str, *, top: int, rest: str = " and so on") -> str:
    """A line with a raised figure behind its first words."""
    return (
        f"BT /F 12 Tf 72 {top} Td ({words}) Tj /F 7 Tf 5 Ts ({figure}) Tj 0 Ts /F 12 Tf "
        f"({rest}) Tj ET"
    )


def parted(words: str, figure: str, rest: str, *, top: int, ends: int) -> str:
    """The same line, drawn in three pieces as browsers do.

    Args:
        ends: Where the first words end, in points.
    """
    return "\n".join(
        [
            f"BT /F 12 Tf 72 {top} Td ({words}) Tj ET",
            f"BT /F 8 Tf {ends} {top + 5} Td ({figure}) Tj ET",
            f"BT /F 12 Tf {ends + 8} {top} Td ({rest}) Tj ET",
        ]
    )


def read(*pages: str) -> Publication:
    """Read pages of a PDF."""
    return read_publication_content(packages.pdf(*pages), "a.pdf")


def notes(file: Publication) -> dict[str, str]:
    """What each note says, by its label."""
    regions = [one for one in file.regions if one.kind is RegionKind.NOTE]
    return {one.label: file.text[one.span.start : one.span.end] for one in regions}


def page(calls: list[str], *foot: str) -> str:
    """A page with calls in its lines, and lines of the usual size at its foot."""
    lines = [called(f"Road {one} is shut", one, top=660 - 14 * n) for n, one in enumerate(calls)]
    return "\n".join([packages.pdf_lines(WIDE, WIDE), *lines, packages.pdf_lines(*foot, top=200)])


def test_lines_that_count_on_what_was_called_are_notes():
    file = read(page(["1", "2"], "1Harrow to the council, 3 May, f. 4.", "2Ibid., l. 5."))
    assert notes(file) == {"1": "Harrow to the council, 3 May, f. 4.", "2": "Ibid., l. 5."}
    assert [mark.label for mark in file.note_marks] == ["1", "2"]


def test_several_notes_in_one_line_are_parted():
    file = read(page(["1", "2", "3"], "1Harrow, 3 May. 2Ibid. 3Lugin, Ferry, 5."))
    assert notes(file) == {"1": "Harrow, 3 May.", "2": "Ibid.", "3": "Lugin, Ferry, 5."}


def test_place_of_a_note_within_a_line_is_that_line():
    file = read(page(["1", "2"], "1Harrow, 3 May. 2Ibid., in the mill."))
    locus = file.locus(file.text.index("mill"))
    assert (locus.page, locus.line, locus.note) == (1, 5, "2")


def test_note_goes_on_in_lines_that_begin_with_other_figures():
    foot = ("1Harrow to the council on the", "2nd of May.", "2Ibid.")
    assert notes(read(page(["1", "2"], *foot))) == {
        "1": "Harrow to the council on the 2nd of May.",
        "2": "Ibid.",
    }


def test_note_that_had_no_room_on_its_page_is_led_to_its_call():
    first = page(["1", "2"], "1Harrow, May.")
    file = read(first, page(["3"], "2Harrow, June.", "3Ibid."))
    assert [mark.label for mark in file.note_marks] == ["1", "2", "3"]


@pytest.mark.parametrize("foot", ["1962 was dry.", "3Ships went.", "2 ships went."])
def test_figures_that_count_on_no_call_begin_no_note(foot: str):
    assert notes(read(page(["1"], foot))) == {}


def test_raised_figure_parts_no_line():
    lines = [
        packages.pdf_lines(WIDE, WIDE),
        parted("He wrote so.", "1", "She did not, and the", top=660, ends=139),
        packages.pdf_lines("mill was shut.", top=646),
        packages.pdf_lines("1Harrow, May.", top=200),
    ]
    file = read("\n".join(lines))
    assert "so.1 She did not, and the mill was shut." in file.text.replace("\n", " ")
    assert notes(file) == {"1": "Harrow, May."}


def test_columns_beside_each_other_are_no_line():
    left = ["The road is shut,", "and nobody waits."]
    right = ["The mill is old,", "and the dam new."]
    drawn = [packages.pdf_lines(*left), packages.pdf_lines(*right, left=300)]
    assert "shut, The mill" not in read("\n".join(drawn)).text


def test_call_whose_note_was_not_found_takes_no_other_note():
    lines = [
        packages.pdf_lines(WIDE, WIDE),
        called('He wrote "the road is shut"', "7", top=660, rest=" and then"),
        called('he wrote "we wait for spring"', "8", top=646, rest=" too."),
        packages.pdf_lines("8Harrow, May.", top=200),
    ]
    assert [one.notes for one in find(read("\n".join(lines)))] == [("7",), ("8",)]


def test_notes_with_a_blank_behind_their_figure_are_notes_too():
    file = read(page(["1", "2"], "1 Harrow to the council.", '2 "We wait", Lugin.'))
    assert notes(file) == {"1": "Harrow to the council.", "2": '"We wait", Lugin.'}


def test_small_figure_before_a_line_leads_it():
    lines = [
        packages.pdf_lines(WIDE, WIDE),
        called("Road is shut", "1", top=660),
        "BT /F 7 Tf 72 204 Td (1) Tj ET",
        "BT /F 12 Tf 78 200 Td (Harrow, May.) Tj ET",
    ]
    assert notes(read("\n".join(lines))) == {"1": "Harrow, May."}
