"""What an author sets aside stays in the report, with the reason."""

import re

import pytest

from provtrack.auditing.codes import finding
from provtrack.auditing.suppressing import read_suppressions, suppressed, without_effect
from provtrack.errors import FormatError
from provtrack.importers import read_publication_content
from provtrack.model.publication import Publication
from provtrack.model.text import Span
from tests.unit.importers import packages


def reasons(text: str, listed: dict[str, str] | None = None) -> list[str]:
    """The reasons for a finding on each word "fault" of a text."""
    publication = Publication(name="p.md", text=text, text_sha256="")
    spans = [Span(k, k + 5) for k in range(len(text)) if text.startswith("fault", k)]
    words = {"quoted": "fault", "difference": "a word"}
    found = [finding("AUD107", publication, span, **words) for span in spans]
    told = suppressed(found, publication, listed)
    return [one.suppressed for one in told if one.code == "AUD107"]


def test_a_comment_speaks_of_its_paragraph():
    text = "A fault. <!-- provtrack: ignore AUD107 spelling made modern -->\n\nA fault."
    assert reasons(text) == ["spelling made modern", ""]


def test_a_comment_alone_speaks_of_the_next_paragraph():
    text = "A fault.\n\n% provtrack: ignore AUD107 see the preface\n\nA fault.\n\nA fault."
    assert reasons(text) == ["", "see the preface", ""]


def test_a_comment_on_another_code_has_no_effect():
    assert reasons("A fault. <!-- provtrack: ignore AUD103 as printed -->") == [""]


def test_without_a_reason_nothing_is_set_aside():
    assert reasons("A fault. <!-- provtrack: ignore AUD107 -->") == [""]


@pytest.mark.parametrize(
    ("comment", "why"),
    [
        ("AUD107", "it gives no reason"),
        ("AUD103 as printed", "no such finding"),
        ("wrong on purpose", "“wrong on purpose” sets nothing aside: it names no code"),
        ("", "it names no code"),
    ],
)
def test_a_comment_without_effect_is_said(comment, why):
    text = f"A fault. <!-- provtrack: ignore {comment} -->"
    publication = Publication(name="p.md", text=text, text_sha256="")
    one = finding("AUD107", publication, Span(2, 7), quoted="fault", difference="a word")
    told = suppressed([one], publication)[-1]
    assert told.code == "AUD304"
    assert why in told.message


FILES = {
    "p.md": "A “fault” here. <!-- provtrack: ignore AUD107 agreed -->\n\nA “fault” there.\n",
    "p.tex": "A ``fault'' here. % provtrack: ignore AUD107 agreed\n\nA ``fault'' there.\n",
    "p.html": (
        "<p>A “fault” here. <!-- provtrack: ignore AUD107 agreed --></p><p>A “fault” there.</p>"
    ),
    "p.xml": (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>A “fault” here. '
        "<!-- provtrack: ignore AUD107 agreed --></p><p>A “fault” there.</p></body></text></TEI>"
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_comment_of_any_format_speaks_of_its_own_paragraph(name):
    publication = read_publication_content(FILES[name].encode(), name)
    starts = [found.start() for found in re.finditer("fault", publication.text)]
    words = {"quoted": "fault", "difference": "a word"}
    found = [finding("AUD107", publication, Span(k, k + 5), **words) for k in starts]
    assert [one.suppressed for one in suppressed(found, publication)] == ["agreed", ""]


COMMENT = "provtrack: ignore AUD107 agreed"
COMMENTED = {
    "p.docx": packages.docx(
        packages.w_paragraph("One.")
        + '<w:p><w:commentRangeStart w:id="3"/><w:r><w:t>A “fault” here.</w:t></w:r>'
        '<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r></w:p>'
        + packages.w_paragraph("A “fault” there."),
        comments=f'<w:comment w:id="3">{packages.w_paragraph(COMMENT)}</w:comment>',
    ),
    "p.odt": packages.odt(
        f"<text:p>A “fault” here.<office:annotation><text:p>{COMMENT}</text:p>"
        "</office:annotation></text:p><text:p>A “fault” there.</text:p>"
    ),
}


@pytest.mark.parametrize("name", COMMENTED)
def test_a_comment_of_a_word_processor_speaks_of_the_paragraph_it_is_tied_to(name):
    publication = read_publication_content(COMMENTED[name], name)
    starts = [found.start() for found in re.finditer("fault", publication.text)]
    words = {"quoted": "fault", "difference": "a word"}
    found = [finding("AUD107", publication, Span(k, k + 5), **words) for k in starts]
    assert [one.suppressed for one in suppressed(found, publication)] == ["agreed", ""]


def test_what_a_list_names_and_no_audit_found_is_given_back():
    publication = Publication(name="p.md", text="A fault.", text_sha256="")
    one = finding("AUD107", publication, Span(2, 7), quoted="fault", difference="a word")
    listed = {"0" * 16: "gone", one.fingerprint: "agreed"}
    assert without_effect(listed, [one]) == ("0" * 16,)


def test_a_list_sets_aside_by_fingerprint():
    publication = Publication(name="p.md", text="A fault.", text_sha256="")
    one = finding("AUD107", publication, Span(2, 7), quoted="fault", difference="a word")
    assert reasons("A fault.", {one.fingerprint: "agreed"}) == ["agreed"]


def test_a_list_is_read():
    assert read_suppressions("# mine\n\n0123456789abcdef agreed with M. Lowe\n", "l") == {
        "0123456789abcdef": "agreed with M. Lowe"
    }


@pytest.mark.parametrize("line", ["agreed", "0123456789abcdef", "0123 agreed"])
def test_a_faulty_line_is_said_with_its_number(line):
    with pytest.raises(FormatError, match="line 2"):
        read_suppressions(f"# mine\n{line}\n", "list")
