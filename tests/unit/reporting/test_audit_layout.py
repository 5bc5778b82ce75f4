"""A publication laid out as it is read, with a place for every sign of the file."""

import pytest

from provtrack.importers import read_publication_content
from provtrack.model.audit import AuditedPublication
from provtrack.model.text import Span
from provtrack.reporting.audit_layout import Layout, lay_out

TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>He wrote <quote>the <hi>talks</hi> '
    "end</quote><note n='1'>A letter.</note> &amp; left.</p></body></text></TEI>"
)
LATEX = (
    "\\begin{document}\nHe wrote \\enquote{the \\emph{talks} end}\\footnote{A letter.} \\& left.\n"
    "\\end{document}\n"
)
MARKDOWN = "He wrote “the *talks* end”[^1] & left.\n\n[^1]: A letter.\n"
HTML = '<p>He wrote <q>the <em>talks</em> end</q><a href="#n1"><sup>1</sup></a> &amp; left.</p>'


def laid_out(content: str, name: str, *needed: Span) -> tuple[Layout, str]:
    one = read_publication_content(content.encode(), name)
    audited = AuditedPublication(
        name=name,
        text=one.text,
        text_sha256=one.text_sha256,
        language=one.language,
        regions=one.regions,
        note_marks=one.note_marks,
        skipped=one.skipped,
        replaced=one.replaced,
    )
    return lay_out(audited, needed), one.text


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (TEI, "a.xml", "He wrote the talks end1 & left."),
        (LATEX, "a.tex", "He wrote the talks end1 & left."),
        (MARKDOWN, "a.md", "He wrote “the talks end”1 & left."),
    ],
)
def test_markup_is_left_out_and_notes_are_called(content, name, expected):
    layout, _ = laid_out(content, name)
    assert [part.text.strip() for part in layout.parts] == [expected, "A letter."]
    assert [part.note for part in layout.parts] == ["", "1"]


@pytest.mark.parametrize(
    ("content", "name"), [(TEI, "a.xml"), (LATEX, "a.tex"), (MARKDOWN, "a.md"), (HTML, "a.html")]
)
def test_a_span_of_the_file_is_found_where_it_is_shown(content, name):
    layout, text = laid_out(content, name)
    span = Span(text.index("the "), text.index(" end") + 4)
    (number,) = layout.touched(span)
    shown = layout.parts[number].shown(span)
    assert layout.parts[number].text[shown.start : shown.end] == "the talks end"


def test_a_heading_and_a_block_quotation_are_known_as_such():
    layout, _ = laid_out("# Title\n\n> Quoted words.\n", "a.md")
    assert [(part.kind, part.is_block) for part in layout.parts] == [
        ("heading", False),
        ("paragraph", True),
    ]


def test_what_is_hidden_is_not_shown():
    layout, _ = laid_out("Before <!-- secret --> after.\n", "a.md")
    assert "secret" not in "".join(part.text for part in layout.parts)


def test_code_in_a_line_stays_in_it():
    layout, _ = laid_out("Call `align` first.\n", "a.md")
    assert len(layout.parts) == 1
    assert "align" in layout.parts[0].text


def test_a_text_without_paragraphs_is_laid_out_all_the_same():
    layout, _ = laid_out("One.\n\nTwo.\n", "a.txt")
    assert [part.text for part in layout.parts] == ["One.", "Two."]
