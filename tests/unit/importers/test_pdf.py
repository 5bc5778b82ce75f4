"""PDF: lines joined to paragraphs, repeated lines left out, everything inferred told."""

import pytest

from provtrack.errors import FormatError, UsageError
from provtrack.importers import read_content
from tests.unit.importers.packages import pdf, pdf_lines

LONG = "A line that is as wide as the column of this page is"


def read_pdf(*pages: str, **options: object):
    """Read a PDF from the content of its pages."""
    return read_content(pdf(*pages, **options), "a.pdf")


def codes(imported) -> list[str]:
    """The codes of what was told."""
    return [one.code for one in imported.findings]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([LONG, "and goes on"], f"{LONG} and goes on"),
        ([LONG, "", LONG], f"{LONG}\n\n{LONG}"),
        ([LONG, f">{LONG}", LONG], f"{LONG}\n\n{LONG} {LONG}"),
        ([LONG, "and ends.", LONG], f"{LONG} and ends.\n\n{LONG}"),
        ([LONG, "and on,", LONG], f"{LONG} and on, {LONG}"),
        (["The min-", "ister came"], "The minister came"),
        (["Austria-", "Hungary was"], "Austria-Hungary was"),
    ],
)
def test_lines_become_paragraphs(lines, text):
    assert read_pdf(pdf_lines(*lines)).versions[0].text == text


def test_every_import_says_that_order_and_paragraphs_are_inferred():
    assert codes(read_pdf(pdf_lines("A")))[0] == "IMP210"


def test_repeated_heads_and_page_numbers_are_left_out_and_told():
    pages = [
        pdf_lines(f"Journal of Tea 9 ({n})", "", f"Page text {word}.", "", str(n))
        for n, word in ((41, "one"), (42, "two"), (43, "three"))
    ]
    imported = read_pdf(*pages)
    assert imported.versions[0].text == "Page text one.\n\nPage text two.\n\nPage text three."
    assert [one.label for one in imported.versions[0].notes] == ["41", "42", "43"]
    message = next(one.message for one in imported.findings if one.code == "IMP201")
    assert message == (
        "Left out of the text: 6 lines repeated at the heads and feet of pages: "
        '"Journal of Tea 9 (41)".'
    )


def test_a_number_that_counts_no_pages_stays():
    assert read_pdf(pdf_lines("1917", "", "A."), pdf_lines("B.", "", "3")).versions[0].text == (
        "1917\n\nA.\n\nB.\n\n3"
    )


def test_paragraphs_run_on_over_a_page():
    version = read_pdf(pdf_lines("He came"), pdf_lines("and went.")).versions[0]
    assert version.text == "He came and went."
    assert [(one.position, one.kind, one.label) for one in version.notes] == [
        (0, "page", "1"),
        (7, "page", "2"),
    ]


def test_ligatures_are_letters_and_radicals_characters_which_is_told():
    imported = read_pdf(pdf_lines("a#ce $%"), unicode={"#": "ﬃ", "$": "⺠", "%": "⼈"})
    assert imported.versions[0].text == "affice 民人"
    message = next(one.message for one in imported.findings if one.code == "IMP211")
    assert message == (
        "Radicals given as the characters they stand for: ⺠ as 民 (1), ⼈ as 人 (1)."
    )


def test_glyphs_without_a_letter_are_told():
    imported = read_pdf(pdf_lines("tea #"), unicode={"#": "\ue001"})
    assert imported.versions[0].text == "tea \ufffd"
    assert "IMP103" in codes(imported)


def test_some_pages_can_be_asked_for():
    content = pdf(pdf_lines("A."), pdf_lines("B."), pdf_lines("C."))
    assert read_content(content, "a.pdf#2-3").versions[0].text == "B.\n\nC."
    assert read_content(content, "a.pdf#page=2").versions[0].text == "B."
    with pytest.raises(UsageError, match="has 3 pages, and no page 7"):
        read_content(content, "a.pdf#7")
    with pytest.raises(UsageError, match="not pages of a PDF: 'x'"):
        read_content(content, "a.pdf#x")


def test_properties_are_shown_and_not_taken_as_provenance():
    imported = read_pdf(pdf_lines("A"), info="/Title(Draft 3)/Author(Ann Lee)")
    assert [(one.name, one.value) for one in imported.printed_fields] == [
        ("PDF property: Title", "Draft 3"),
        ("PDF property: Author", "Ann Lee"),
    ]
    assert (imported.titles, imported.people) == ((), ())


IMAGE = "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q\n"


def test_scans_without_text_are_refused():
    with pytest.raises(FormatError, match="its pages are images without text"):
        read_pdf(IMAGE)


def test_text_that_lies_on_page_images_is_told_to_be_recognised():
    imported = read_pdf(IMAGE + pdf_lines("A"), pdf_lines("B"), info="/Producer(Reader 5)")
    message = next(one.message for one in imported.findings if one.code == "IMP302")
    assert message.startswith("The text lies on the images of 1 page")
    assert "(Reader 5)" in message


def test_pages_without_text_are_told():
    imported = read_pdf(pdf_lines("A"), IMAGE)
    assert "Not read: 1 page without text (2)." in [one.message for one in imported.findings]


@pytest.mark.parametrize("content", [b"%PDF-1.4\n", b"%PDF-1.4 garbage", pdf()[:200]])
def test_broken_files_are_refused_with_a_sentence(content):
    with pytest.raises(FormatError, match=r"cannot read a\.pdf"):
        read_content(content, "a.pdf")
