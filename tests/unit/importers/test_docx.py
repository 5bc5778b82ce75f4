"""Word documents: the final view, notes at their places, nothing taken silently."""

import struct

import pytest

from provtrack.errors import FormatError
from provtrack.importers import read_content
from tests.unit.importers.packages import W, docx, w_paragraph, word_part, zipped


def read_docx(body: str, **parts: str):
    """Read a Word document from the mark-up of its body."""
    return read_content(docx(body, **parts), "a.docx")


def run(inner: str) -> str:
    """A paragraph around the mark-up of its runs."""
    return f"<w:p><w:r>{inner}</w:r></w:p>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (w_paragraph("One") + w_paragraph("") + w_paragraph("Two"), "One\n\nTwo"),
        (run("<w:t>a</w:t><w:tab/><w:t>b</w:t>"), "a\tb"),
        (run("<w:t>a</w:t><w:br/><w:t>b</w:t>"), "a\nb"),
        (run("<w:t>a</w:t><w:br/><w:br/><w:t>b</w:t>"), "a\n\nb"),
        (run('<w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t>'), "ab"),
        (run("<w:t>co</w:t><w:softHyphen/><w:t>op</w:t>"), "co\u00adop"),
        (run("<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t>"), "a\u2011b"),
        (run('<w:sym w:font="Arial" w:char="2014"/>'), "—"),
        ("<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>", "link"),
        (
            "<w:tbl><w:tr><w:tc>"
            + w_paragraph("A")
            + "</w:tc><w:tc>"
            + w_paragraph("B")
            + "</w:tc></w:tr></w:tbl>",
            "A\n\nB",
        ),
        ("<w:sdt><w:sdtContent>" + w_paragraph("A") + "</w:sdtContent></w:sdt>", "A"),
        (
            "<w:p><w:r><w:t>Anchor</w:t></w:r><w:r><w:drawing><w:txbxContent>"
            + w_paragraph("Boxed")
            + "</w:txbxContent></w:drawing></w:r></w:p>",
            "Anchor\n\nBoxed",
        ),
        (run("<w:instrText>PAGE</w:instrText><w:t>7</w:t>"), "7"),
    ],
)
def test_text_is_what_word_shows(body, text):
    assert read_docx(body).versions[0].text == text


def test_footnotes_and_endnotes_stand_at_their_places():
    body = (
        '<w:p><w:r><w:t>One</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r>'
        '<w:r><w:t xml:space="preserve"> two</w:t></w:r><w:r>'
        '<w:endnoteReference w:id="2"/></w:r></w:p>'
    )
    version = read_docx(
        body,
        footnotes='<w:footnote w:id="5">' + w_paragraph("Foot.") + "</w:footnote>",
        endnotes='<w:endnote w:id="2">' + w_paragraph("End.") + "</w:endnote>",
    ).versions[0]
    notes = [(one.position, one.kind, one.label, one.text) for one in version.notes]
    assert version.text == "One two"
    assert notes == [(3, "footnote", "1", "Foot."), (7, "endnote", "1", "End.")]


def test_tracked_changes_give_the_final_view_and_are_counted():
    imported = read_docx(
        "<w:p><w:r><w:t>He wrote </w:t></w:r><w:ins><w:r><w:t>three </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>two </w:delText></w:r></w:del><w:r><w:t>words</w:t></w:r></w:p>"
    )
    assert imported.versions[0].text == "He wrote three words"
    assert imported.findings[0].message.startswith(
        "Tracked changes: 1 insertion accepted and 1 deletion carried out"
    )


def test_deleted_paragraph_mark_joins_the_paragraphs():
    deleted = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>"
    assert read_docx(deleted + w_paragraph("two")).versions[0].text == "One two"


def test_note_that_is_not_there_is_a_finding():
    imported = read_docx(run('<w:t>One</w:t><w:footnoteReference w:id="9"/>'))
    assert [one.code for one in imported.findings] == ["IMP205"]


def test_numbers_made_by_word_are_missed_aloud():
    numbered = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>One</w:t></w:r></w:p>"
    assert "1 paragraph numbered" in read_docx(numbered).findings[0].message


def test_hidden_text_is_left_out_aloud():
    hidden = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:t>yes</w:t></w:r></w:p>"
    )
    imported = read_docx(hidden)
    assert imported.versions[0].text == "yes"
    assert "1 hidden passage" in imported.findings[0].message


def test_core_properties_are_shown_and_never_provenance():
    core = (
        '<c:coreProperties xmlns:c="urn:c" xmlns:d="urn:d"><d:title>T</d:title>'
        "<d:creator>Someone</d:creator></c:coreProperties>"
    )
    document = word_part("document", f"<w:body>{w_paragraph('One')}</w:body>")
    imported = read_content(
        zipped({"word/document.xml": document, "docProps/core.xml": core}), "a.docx"
    )
    fields = [(one.name, one.value) for one in imported.printed_fields]
    assert fields == [("DOCX property: title", "T"), ("DOCX property: creator", "Someone")]
    assert (imported.people, imported.titles) == ((), ())


def test_zip_bomb_is_refused_before_it_is_unpacked():
    bomb = zipped({"word/document.xml": b" " * (30 * 1024 * 1024)})
    with pytest.raises(FormatError, match="ZIP bomb"):
        read_content(bomb, "a.docx")


def test_package_of_many_parts_is_refused():
    parts = {f"word/{number}.xml": "" for number in range(2500)}
    with pytest.raises(FormatError, match="packs 2500 files"):
        read_content(zipped(parts), "a.docx")


def test_package_that_lies_about_sizes_is_refused():
    content = bytearray(docx(w_paragraph("One")))
    place = content.index(b"PK\x01\x02")
    content[place + 24 : place + 28] = struct.pack("<I", 1)
    with pytest.raises(FormatError, match=r"cannot read a\.docx"):
        read_content(bytes(content), "a.docx")


def test_entities_in_a_part_are_refused():
    evil = f'<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="{W}"/>'
    with pytest.raises(FormatError, match="declares XML entities"):
        read_content(zipped({"word/document.xml": evil}), "a.docx")


def test_truncated_package_is_refused():
    with pytest.raises(FormatError, match="damaged ZIP package"):
        read_content(docx(w_paragraph("One"))[:-30], "a.docx")


def test_encrypted_package_is_refused(tmp_path):
    content = bytearray(docx(w_paragraph("One")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (place := content.find(mark, start)) >= 0:
            content[place + offset] |= 1
            start = place + 4
    with pytest.raises(FormatError, match="encrypted"):
        read_content(bytes(content), "a.docx")


def test_headers_and_footers_are_left_out_aloud():
    imported = read_docx(w_paragraph("One"), header1=w_paragraph("Secret"))
    assert imported.findings[-1].message == "Left out of the text: headers (6 characters)."


def test_comments_are_missed_aloud():
    imported = read_docx(run('<w:t>One</w:t><w:commentReference w:id="0"/>'))
    assert "1 comment" in imported.findings[0].message
