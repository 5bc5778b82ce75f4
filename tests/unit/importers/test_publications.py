"""Readers of publications: text, regions, calls of notes and places, format by format."""

import io
import zipfile

import pytest

from provtrack.errors import FormatError, UsageError
from provtrack.importers import PUBLICATION_FORMATS, read_publication, read_publication_content
from provtrack.model.publication import Publication, RegionKind
from provtrack.quotations import find
from tests.unit.importers import packages

FO = f"{packages.ODF}:xsl-fo-compatible:1.0"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read(text: str, name: str) -> Publication:
    """Read a text as a file of this name."""
    return read_publication_content(text.encode(), name)


def words(publication: Publication, kind: RegionKind) -> list[str]:
    """What stands in the regions of a kind, as written."""
    found = [one.span for one in publication.regions if one.kind is kind]
    return [publication.text[one.start : one.end] for one in found]


def quoted(publication: Publication) -> list[str]:
    """The quotations of a source that lie in no other."""
    return [one.text for one in find(publication) if one.outer is None and not one.ignored]


def docx(body: str, **parts: str) -> bytes:
    """A Word file with a body and further parts, all in namespace w."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        whole = f"<w:body>{body}</w:body>"
        package.writestr("word/document.xml", f'<w:document xmlns:w="{W}">{whole}</w:document>')
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{content}</w:{name}>')
    return file.getvalue()


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of Word."""
    inside = "".join(one if one.startswith("<") else f"<w:r><w:t>{one}</w:t></w:r>" for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


CALL = '<w:r><w:footnoteReference w:id="7"/></w:r>'
NOTE = f'<w:footnote w:id="7">{p("Harrow to the council, May.")}</w:footnote>'


class TestMarkdown:
    def test_text_is_the_decoded_file(self):
        text = "# Mill\n\nHe wrote: *“The road.”*[^1]\n\n[^1]: Harrow.\n"
        assert read(text, "a.md").text == text

    def test_hard_wrapped_block_quotation_holds_its_prefixes(self):
        read_file = read("Thus:\n\n> The road\n> is closed\n> for good.[^1]\n\n[^1]: H.\n", "a.md")
        (found,) = find(read_file)
        assert read_file.text[found.span.start : found.span.end] == (
            "The road\n> is closed\n> for good."
        )
        assert (found.text, found.notes) == ("The road is closed for good.", ("1",))

    def test_empty_line_of_a_block_quotation_has_no_words(self):
        (found,) = find(read("Thus:\n\n> The road.\n>\n> > The mill.\n", "a.md"))
        assert found.text == "The road.\n\nThe mill."

    def test_note_is_a_region_with_its_label(self):
        read_file = read("A road.[^mill]\n\n[^mill]: Harrow says “we wait for spring”.\n", "a.md")
        assert words(read_file, RegionKind.NOTE) == ["Harrow says “we wait for spring”."]
        assert [mark.label for mark in read_file.note_marks] == ["mill"]
        assert find(read_file)[0].notes == ("mill",)

    def test_note_in_the_text_is_no_part_of_the_quotation(self):
        read_file = read("He wrote “the road^[See the map.] is closed for good”.\n", "a.md")
        assert quoted(read_file) == ["the road is closed for good"]

    def test_marks_in_code_and_link_titles_are_none(self):
        text = 'See [it](http://x.org "a title of four words") and `f("a b c d")` now.\n'
        assert quoted(read(text, "a.md")) == []

    def test_tex_marks_are_no_code(self):
        text = "He wrote ``the road is closed'' and ``the bridge is down''.\n"
        assert quoted(read(text, "a.md")) == ["the road is closed", "the bridge is down"]

    def test_entities_are_read(self):
        assert quoted(read("He wrote &ldquo;the road &amp; the mill&rdquo;.\n", "a.md")) == [
            "the road & the mill"
        ]

    def test_front_matter_and_comments_are_hidden(self):
        text = "---\ntitle: The “mill of the valley”\n---\n\nText. <!-- “no words of it” -->\n"
        assert quoted(read(text, "a.md")) == []

    def test_place_is_line_and_column(self):
        read_file = read("One.\n\nTwo, “the road is closed”.\n", "a.md")
        locus = read_file.locus(find(read_file)[0].span.start)
        assert (locus.paragraph, locus.line, locus.column, locus.start) == (2, 3, 7, 12)


class TestPlainText:
    def test_indented_paragraph_is_a_block_quotation(self):
        text = "He wrote:\n\n    The road is closed.\n    We wait for spring.\n\nSo it was.\n"
        (found,) = find(read(text, "a.txt"))
        assert (found.text, found.place) == ("The road is closed. We wait for spring.", "block")

    def test_numbered_paragraph_behind_its_call_is_the_note(self):
        read_file = read("He wrote “the road is closed”.[1]\n\nNotes\n\n1. Harrow.\n", "a.txt")
        assert words(read_file, RegionKind.NOTE) == ["Harrow."]
        assert find(read_file)[0].notes == ("1",)

    def test_bracketed_year_is_no_call(self):
        assert read("He wrote it [1962] then.\n", "a.txt").note_marks == ()

    def test_figure_in_brackets_behind_a_stop_and_a_blank_is_a_call(self):
        read_file = read("He wrote “the road is closed.” [1]\n\n1. Harrow.\n", "a.txt")
        assert [mark.label for mark in read_file.note_marks] == ["1"]


class TestHtml:
    PAGE = (
        "<!doctype html><html lang='en'><body><p>He wrote &ldquo;The <em>road</em> is shut."
        '&rdquo;<sup><a href="#fn1">1</a></sup> and <q cite="urn:d1">the bridge is down</q>.'
        '<blockquote cite="urn:d2"><p>We wait.<p>For spring.</blockquote>'
        '<nav>“not of the text”</nav><ol><li id="fn1">Harrow, May. <a href="#r">↩</a></ol>'
    )

    def test_quotations_are_those_of_marks_and_markup(self):
        read_file = read(self.PAGE, "a.html")
        assert quoted(read_file) == [
            "The road is shut.",
            "the bridge is down",
            "We wait.\n\nFor spring.",
        ]

    def test_markup_names_the_source(self):
        assert [one.source for one in find(read(self.PAGE, "a.html"))] == ["", "urn:d1", "urn:d2"]

    def test_link_calls_the_note_it_leads_to(self):
        read_file = read(self.PAGE, "a.html")
        assert [one.label for one in read_file.note_marks] == ["1"]
        assert words(read_file, RegionKind.NOTE)[0].startswith("Harrow, May.")

    def test_marked_words_in_q_are_one_quotation(self):
        read_file = read("<p>He wrote <q>“the road is shut”</q> then.</p>", "a.html")
        assert quoted(read_file) == ["the road is shut"]

    def test_text_is_the_decoded_file(self):
        assert read(self.PAGE, "a.html").text == self.PAGE


class TestTei:
    FILE = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text xml:lang="en"><body>'
        '<p>He wrote <quote source="#d1">the road is shut</quote><note n="3">Harrow, '
        "<q>the mill is shut</q></note> and <said>we wait</said>.</p>"
        '<quote source="#d2"><p>The bridge.</p><p>It is down.</p></quote></body></text></TEI>'
    )

    def test_quotations_are_those_of_the_markup(self):
        found = find(read(self.FILE, "a.xml"))
        assert [(one.text, one.place.value, one.source) for one in found] == [
            ("the road is shut", "inline", "#d1"),
            ("the mill is shut", "footnote", ""),
            ("we wait", "inline", ""),
            ("The bridge.\n\nIt is down.", "block", "#d2"),
        ]

    def test_note_is_called_where_it_stands(self):
        assert find(read(self.FILE, "a.xml"))[0].notes == ("3",)

    def test_language_is_that_of_the_text(self):
        assert read(self.FILE, "a.xml").language == "en"


class TestLatex:
    def test_csquotes_and_environments_are_quotations(self):
        text = (
            "\\begin{document}\nHe wrote \\textquote[Harrow, 4]{the road \\emph{is} shut}.\n"
            "\\begin{quote}\nThe bridge.\n\nIt is down.\\footnote{May.}\n\\end{quote}\n"
            "\\enquote{no \\enquote{yes} no}\n\\end{document}\n"
        )
        found = [one for one in find(read(text, "a.tex")) if one.outer is None]
        assert [(one.text, one.source, one.notes) for one in found] == [
            ("the road is shut", "#1", ()),
            ("The bridge.\n\nIt is down.", "", ("1",)),
            ("no yes no", "", ()),
        ]

    def test_signs_are_read(self):
        text = 'Er schrieb: \\glqq Die Stra\\ss e, f\\"ur immer \\ldots{} zu---ja\\grqq{}.\n'
        assert quoted(read(text, "a.tex")) == ["Die Straße, für immer … zu—ja"]

    def test_comments_and_preamble_are_hidden(self):
        text = "``not of the text at all''\n\\begin{document}\nText. % ``nor is this one here''\n"
        assert quoted(read(text, "a.tex")) == []

    def test_note_holds_its_own_quotation(self):
        text = "He wrote ``the road\\footnote{So ``the mill is shut'' too.} is shut''.\n"
        assert quoted(read(text, "a.tex")) == ["the road is shut", "the mill is shut"]


class TestWord:
    def test_notes_stand_behind_the_body(self):
        data = docx(p("He wrote “the road is shut”.", CALL), footnotes=NOTE)
        read_file = read_publication_content(data, "a.docx")
        assert words(read_file, RegionKind.NOTE) == ["Harrow to the council, May."]
        assert find(read_file)[0].notes == ("1",)

    def test_place_is_paragraph_and_run(self):
        data = docx(p("One.") + p("He wrote ", "“the road is shut”."))
        read_file = read_publication_content(data, "a.docx")
        locus = read_file.locus(find(read_file)[0].span.start)
        assert (locus.paragraph, locus.run, locus.offset) == (2, "w:p[2]/w:r[2]", 1)

    def test_place_in_a_note_names_the_note(self):
        data = docx(p("Road.", CALL), footnotes=NOTE)
        read_file = read_publication_content(data, "a.docx")
        assert read_file.locus(len(read_file.text) - 3).run == "footnote[7]/w:p[1]/w:r[1]"
        assert read_file.locus(len(read_file.text) - 3).note == "1"

    CHANGED = (
        "<w:del><w:r><w:delText>open</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>shut</w:t></w:r></w:ins>"
    )

    @pytest.mark.parametrize(("before", "word"), [(False, "shut"), (True, "open")])
    def test_tracked_changes_are_read_as_asked(self, before: bool, word: str):
        data = docx(p("He wrote “the road is ", self.CHANGED, " now”."))
        read_file = read_publication_content(data, "a.docx", before_changes=before)
        assert quoted(read_file) == [f"the road is {word} now"]
        assert "2 tracked changes" in read_file.remarks[0]

    @pytest.mark.parametrize(
        "properties", ['<w:pStyle w:val="Quote"/>', '<w:ind w:left="720" w:right="720"/>']
    )
    def test_paragraph_set_as_quotation_is_a_block(self, properties: str):
        data = docx(p("Thus:") + p("The road is shut.", properties=properties) + p("So."))
        assert quoted(read_publication_content(data, "a.docx")) == ["The road is shut."]

    def test_comments_are_read_but_not_for_quotations(self):
        comment = f'<w:comment w:id="1">{p("Check “the road is shut” again.")}</w:comment>'
        read_file = read_publication_content(docx(p("Text."), comments=comment), "a.docx")
        assert words(read_file, RegionKind.COMMENT) == ["Check “the road is shut” again."]
        assert quoted(read_file) == []

    def test_comments_of_an_earlier_audit_are_not_read(self):
        comment = f'<w:comment w:id="1" w:author="provtrack">{p("AUD103: x")}</w:comment>'
        read_file = read_publication_content(docx(p("Text."), comments=comment), "a.docx")
        assert read_file.text == "Text.\n\n"


class TestOdt:
    NOTE = (
        "<text:note text:note-class='{}'><text:note-citation>{}</text:note-citation>"
        "<text:note-body><text:p>{}</text:p></text:note-body></text:note>"
    )

    def test_notes_stand_behind_the_body_under_their_printed_marks(self):
        foot = self.NOTE.format("footnote", "1", "Harrow to the council.")
        end = self.NOTE.format("endnote", "i", "See the map.")
        body = f"<text:p>He wrote “the road is shut”{foot} and left.{end}</text:p>"
        read_file = read_publication_content(packages.odt(body), "a.odt")
        assert read_file.text.startswith("He wrote “the road is shut” and left.\n\nHarrow")
        assert words(read_file, RegionKind.NOTE) == ["Harrow to the council.", "See the map."]
        assert find(read_file)[0].notes == ("1",)
        assert [mark.label for mark in read_file.note_marks] == ["1", "endnote i"]

    def test_place_is_paragraph_and_span(self):
        body = "<text:p>One.</text:p><text:p>He <text:span>wrote “the road”</text:span>.</text:p>"
        locus = read_publication_content(packages.odt(body), "a.odt").locus(9)
        assert (locus.paragraph, locus.run) == (2, "text:p[2]/text:span[1]")

    def test_white_space_of_the_file_collapses_and_that_of_the_author_stays(self):
        body = "<text:p>\n  a\n <text:span> b</text:span><text:s text:c='2'/>c\u00a0d</text:p>"
        assert read_publication_content(packages.odt(body), "a.odt").text == "a b  c\u00a0d\n\n"

    CHANGED = (
        "<text:tracked-changes><text:changed-region text:id='a'><text:insertion/>"
        "</text:changed-region><text:changed-region text:id='b'><text:deletion><text:p>open"
        "</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>He wrote “the road is <text:change text:change-id='b'/><text:change-start "
        "text:change-id='a'/>shut<text:change-end text:change-id='a'/> now”.</text:p>"
    )

    @pytest.mark.parametrize(("before", "word"), [(False, "shut"), (True, "open")])
    def test_tracked_changes_are_read_as_asked(self, before: bool, word: str):
        data = packages.odt(self.CHANGED)
        read_file = read_publication_content(data, "a.odt", before_changes=before)
        assert quoted(read_file) == [f"the road is {word} now"]
        assert "2 tracked changes" in read_file.remarks[0]

    def test_paragraphs_that_a_change_parted_or_joined_are_as_before_it(self):
        body = (
            "<text:tracked-changes><text:changed-region text:id='a'><text:insertion/>"
            "</text:changed-region><text:changed-region text:id='b'><text:deletion><text:p>two."
            "</text:p><text:p>Th</text:p></text:deletion></text:changed-region>"
            "</text:tracked-changes><text:p>One <text:change text:change-id='b'/>ree</text:p>"
            "<text:p>Fo<text:change-start text:change-id='a'/></text:p>"
            "<text:p>x<text:change-end text:change-id='a'/>ur</text:p>"
        )
        read_file = read_publication_content(packages.odt(body), "a.odt", before_changes=True)
        assert words(read_file, RegionKind.PARAGRAPH) == ["One two.", "Three", "Four"]

    @pytest.mark.parametrize(
        ("style", "is_block"), [("P1", True), ("P2", True), ("P3", False), ("P4", False)]
    )
    def test_paragraph_set_as_quotation_is_a_block(self, style: str, is_block: bool):
        styles = (
            "<style:style style:name='P1' style:parent-style-name='Quotations'/>"
            "<style:style style:name='P2'><style:paragraph-properties fo:margin-left='1cm'/>"
            "</style:style><style:style style:name='P3'><style:paragraph-properties "
            "fo:margin-left='0.1in'/></style:style><style:style style:name='P4' "
            "style:parent-style-name='P4'/>"
        ).replace("<style:paragraph-properties", f"<style:paragraph-properties xmlns:fo='{FO}'")
        body = f"<text:p>Thus:</text:p><text:p text:style-name='{style}'>The road is shut.</text:p>"
        read_file = read_publication_content(packages.odt(body, styles=styles), "a.odt")
        assert quoted(read_file) == (["The road is shut."] if is_block else [])

    def test_comments_are_read_but_not_for_quotations(self):
        body = (
            "<text:p>Text<office:annotation><text:p>Check “the road is shut”.</text:p>"
            "</office:annotation>.</text:p>"
        )
        read_file = read_publication_content(packages.odt(body), "a.odt")
        assert words(read_file, RegionKind.COMMENT) == ["Check “the road is shut”."]
        assert quoted(read_file) == []

    def test_deletions_in_each_other_without_end_are_refused(self):
        regions = "".join(
            f"<text:changed-region text:id='c{n}'><text:deletion><text:p><text:change "
            f"text:change-id='c{n + 1}'/></text:p></text:deletion></text:changed-region>"
            for n in range(500)
        )
        body = f"<text:tracked-changes>{regions}</text:tracked-changes>"
        data = packages.odt(f"{body}<text:p>A<text:change text:change-id='c0'/></text:p>")
        with pytest.raises(FormatError, match="nested deeper than 20 levels"):
            read_publication_content(data, "a.odt", before_changes=True)


def raised(words: str, figure: str, *, left: int, top: int) -> str:
    """A line of a PDF page with a raised figure behind its words."""
    return (
        f"BT /F 12 Tf {left} {top} Td ({words}) Tj /F 7 Tf 5 Ts ({figure}) Tj 0 Ts /F 12 Tf "
        "( and so on) Tj ET"
    )


def small(words: str, *, top: int) -> str:
    """A line of a PDF page in the letters of notes."""
    return f"BT /F 9 Tf 72 {top} Td ({words}) Tj ET"


class TestPdf:
    WIDE = "A line that is as wide as the column of this page is"

    def test_line_knows_its_page_and_its_number(self):
        pages = (packages.pdf_lines("One.", "Two."), packages.pdf_lines("Three", "four five."))
        read_file = read_publication_content(packages.pdf(*pages), "a.pdf")
        locus = read_file.locus(read_file.text.index("five"))
        assert (locus.page, locus.line) == (2, 2)
        assert locus.in_words() == "page 2, line 2"

    def test_quotation_over_divided_words_and_pages_is_whole(self):
        pages = (
            packages.pdf_lines('He wrote "the min-', "ister is not at"),
            packages.pdf_lines('home today" and left.'),
        )
        read_file = read_publication_content(packages.pdf(*pages), "a.pdf")
        assert quoted(read_file) == ["the minister is not at home today"]

    def test_note_at_the_foot_is_tied_to_its_call_and_out_of_the_text(self):
        first = "\n".join(
            [
                packages.pdf_lines(self.WIDE, self.WIDE),
                raised('wrote "the road is shut', "1", left=72, top=660),
                small("1 Harrow to the council,", top=200),
                small("May 4.", top=190),
            ]
        )
        read_file = read_publication_content(
            packages.pdf(first, packages.pdf_lines('for good" then.')), "a.pdf"
        )
        assert words(read_file, RegionKind.NOTE) == ["Harrow to the council, May 4."]
        (found,) = find(read_file)
        assert (found.text, found.notes) == ("the road is shut and so on for good", ("1",))

    def test_figures_that_come_again_are_told_apart_by_their_page(self):
        page = "\n".join(
            [
                packages.pdf_lines(self.WIDE, self.WIDE),
                raised("wrote", "1", left=72, top=660),
                small("1 Harrow, May.", top=200),
            ]
        )
        read_file = read_publication_content(packages.pdf(page, page), "a.pdf")
        labels = [mark.label for mark in read_file.note_marks]
        assert labels == ["1 on page 1", "1 on page 2"]

    def test_notes_at_the_end_are_tied_to_their_calls(self):
        first = "\n".join(
            raised(f"Road {n} is shut", str(n), left=72, top=700 - 14 * n) for n in (1, 2)
        )
        second = packages.pdf_lines("Notes", "", "1. Harrow, May.", "2. Harrow, June.")
        read_file = read_publication_content(packages.pdf(first, second), "a.pdf")
        assert words(read_file, RegionKind.NOTE) == ["Harrow, May.", "Harrow, June."]
        assert [mark.label for mark in read_file.note_marks] == ["1", "2"]

    def test_raised_figure_set_apart_at_the_end_of_a_line_is_a_call(self):
        page = "\n".join(
            [
                packages.pdf_lines(self.WIDE, self.WIDE),
                "BT /F 12 Tf 72 660 Td (He wrote so.) Tj ET",
                "BT /F 8 Tf 139 664 Td (1) Tj ET",
                small("1 Harrow, May.", top=200),
            ]
        )
        read_file = read_publication_content(packages.pdf(page), "a.pdf")
        assert words(read_file, RegionKind.NOTE) == ["Harrow, May."]

    def test_raised_figure_without_a_note_stays_text(self):
        data = packages.pdf(raised("ten m", "2", left=72, top=700))
        assert read_publication_content(data, "a.pdf").text == "ten m2 and so on"

    def test_lines_set_in_are_a_block_quotation(self):
        lines = [self.WIDE, "and he wrote:", "", ">The road is shut, and the bridge", ">is down."]
        page = packages.pdf_lines(*lines, "", self.WIDE, self.WIDE)
        read_file = read_publication_content(packages.pdf(page), "a.pdf")
        assert quoted(read_file) == ["The road is shut, and the bridge is down."]

    def test_uncertain_order_and_radicals_are_told(self):
        data = packages.pdf(packages.pdf_lines("$%"), unicode={"$": "⺠", "%": "⼈"})
        read_file = read_publication_content(data, "a.pdf")
        assert read_file.text == "民人"
        assert "order of reading" in read_file.remarks[0]
        assert "⺠ as 民" in read_file.remarks[1]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.md", b"x[^1]\n" + b"\n[^1]: y\n" * 100_001, "has 100,001 notes, and the limit is"),
        ("a.docx", packages.zipped({"word/document.xml": b" " * 50_000_000}), "as in a ZIP bomb"),
        ("a.odt", packages.zipped({"content.xml": b" " * 50_000_000}), "as in a ZIP bomb"),
        ("a.odt", packages.odt("<text:p>" * 210 + "</text:p>" * 210), "nested deeper"),
        ("a.fodt", f"<!DOCTYPE a [<!ENTITY b 'c'>]>{packages.odt_part('')}".encode(), "entities"),
        ("a.pdf", b"%PDF-1.4 damaged", "damaged PDF file"),
        ("a.pdf", packages.pdf(""), "images without text"),
        ("a.odt", b"PK\x03\x04 damaged", "damaged ZIP package"),
        ("a.odt", packages.zipped({"content.xml": "<a/>"}), "no OpenDocument text"),
        ("a.md", b" \n", "the file is empty"),
        ("a.md", b"> " * 500 + b"x", "nested deeper"),
        ("a.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><TEI><p>&b;</p></TEI>', "XML entities"),
        ("a.xml", b"<TEI>" + b"<p>" * 230 + b"x" + b"</p>" * 230 + b"</TEI>", "nested deeper"),
        ("a.html", b"<html><body>" + b"<div>" * 3000 + b"x", "deeper than 200 levels.$"),
        ("a.xml", b"<TEI>" + b"<p>" * 900, "deeper than 200 levels.$"),
        ("a.docx", b"PK\x03\x04 damaged", "damaged ZIP package"),
        ("a.txt", b"\x89PNG\r\n", "an image"),
    ],
)
def test_hostile_file_is_refused_in_one_sentence(name: str, data: bytes, message: str):
    with pytest.raises(FormatError, match=message):
        read_publication_content(data, name)


def test_missing_file_is_named(tmp_path):
    with pytest.raises(UsageError, match="there is no such file"):
        read_publication(tmp_path / "none.md")


def test_unknown_format_lists_the_known_ones():
    with pytest.raises(UsageError, match=", ".join(PUBLICATION_FORMATS)):
        read_publication_content(b"x", "a.md", format="rtf")


def test_text_without_a_blank_line_is_one_paragraph():
    read_file = read("He wrote “the road is shut” then. " * 10_000, "a.txt")
    assert len(read_file.regions) == 1
    assert len(find(read_file)) == 10_000


@pytest.mark.parametrize("count", [1, 5_000])
def test_quotation_of_any_length_is_found(count: int):
    words_quoted = " ".join(["road"] * count)
    (found,) = find(read(f"He wrote: “{words_quoted}.”[^1]\n\n[^1]: Harrow.\n", "a.md"))
    assert found.text == f"{words_quoted}."


def test_publication_without_quotations_has_none():
    assert find(read("The road is shut.\n\nThe bridge is down.\n", "a.md")) == ()
