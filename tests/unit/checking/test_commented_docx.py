"""The author's Word file comes back as it was, with a comment on each finding."""

import io
import zipfile

from lxml import etree

from provtrack.auditing.codes import finding
from provtrack.checking.commented_docx import commented
from provtrack.importers import read_publication_content
from provtrack.model.audit import AuditedQuotation, SourceWords
from provtrack.model.quotation import Judgement, Passage, Quotation, QuotationPlace, Verdict
from provtrack.model.text import Span

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"/>',
    "word/document.xml": (
        f'<w:document xmlns:w="{W}"><w:body>'
        "<w:p><w:r><w:t>He wrote: </w:t></w:r><w:r><w:t>“the talks </w:t></w:r>"
        "<w:r><w:t>did end”</w:t></w:r><w:r><w:t> and left.</w:t></w:r></w:p>"
        "</w:body></w:document>"
    ),
    "word/media/seal.png": "not really a picture",
}


def packed(parts: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, words in parts.items():
            package.writestr(name, words)
    return stream.getvalue()


def audited(parts: dict[str, str], **more: str) -> zipfile.ZipFile:
    """Comment on the words "the talks did end"."""
    data = packed(parts)
    publication = read_publication_content(data, "a.docx")
    start = publication.text.index("the talks")
    words = {
        "quoted": "the talks did end",
        "how": "changes the sense",
        "difference": "negation removed",
        **more,
    }
    found = finding("AUD103", publication, Span(start, start + 17), **words)
    return zipfile.ZipFile(io.BytesIO(commented(data, "a.docx", [found])))


def test_a_finding_is_a_comment_around_its_runs():
    body = etree.fromstring(audited(PARTS).read("word/document.xml"))
    (paragraph,) = body.iter(f"{{{W}}}p")
    names = [etree.QName(child).localname for child in paragraph]
    assert names == ["r", "r", "commentRangeStart", "r", "r", "commentRangeEnd", "r", "r", "r"]


def test_the_comment_is_on_the_words_and_not_on_those_around_them():
    body = etree.fromstring(audited(PARTS).read("word/document.xml"))
    (paragraph,) = body.iter(f"{{{W}}}p")
    names = [etree.QName(child).localname for child in paragraph]
    inside = paragraph[names.index("commentRangeStart") : names.index("commentRangeEnd")]
    assert "".join("".join(one.itertext()) for one in inside) == "the talks did end"


def test_a_run_that_is_parted_keeps_its_form():
    form = "<w:rPr><w:i/></w:rPr>"
    document = PARTS["word/document.xml"].replace("<w:r><w:t>“the", f"<w:r>{form}<w:t>“the")
    body = etree.fromstring(
        audited(PARTS | {"word/document.xml": document}).read("word/document.xml")
    )
    assert len(list(body.iter(f"{{{W}}}i"))) == 2


def test_a_finding_in_a_note_stands_at_its_call():
    call = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    document = PARTS["word/document.xml"].replace(
        "</w:p>", f"{call}<w:r><w:t>So.</w:t></w:r></w:p>"
    )
    words = "<w:p><w:r><w:t>Ib.</w:t></w:r></w:p>"
    note = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="7">{words}</w:footnote></w:footnotes>'
    data = packed(PARTS | {"word/document.xml": document, "word/footnotes.xml": note})
    publication = read_publication_content(data, "a.docx")
    start = publication.text.index("Ib.")
    found = finding(
        "AUD103",
        publication,
        Span(start, start + 3),
        quoted="x",
        how="changes the sense",
        difference="y",
    )
    package = zipfile.ZipFile(io.BytesIO(commented(data, "a.docx", [found])))
    body = etree.fromstring(package.read("word/document.xml"))
    (mark,) = body.iter(f"{{{W}}}commentRangeStart")
    (called,) = mark.getnext()
    assert etree.QName(called).localname == "footnoteReference"


def test_the_comment_says_code_and_sentence():
    part = etree.fromstring(audited(PARTS).read("word/comments.xml"))
    words = "".join(part.itertext())
    assert words.startswith("AUD103 (error): “the talks did end” changes the sense")


def test_all_other_parts_come_back_as_they_were():
    package = audited(PARTS)
    assert package.read("word/media/seal.png") == b"not really a picture"


def test_comments_that_are_there_keep_their_numbers():
    there = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="4" w:author="M. Lowe"><w:p/></w:comment>'
        "</w:comments>"
    )
    package = audited({**PARTS, "word/comments.xml": there})
    part = etree.fromstring(package.read("word/comments.xml"))
    assert [one.get(f"{{{W}}}id") for one in part] == ["4", "5"]


def commented_again(data: bytes) -> bytes:
    publication = read_publication_content(data, "a.docx")
    start = publication.text.index("the talks")
    words = {
        "quoted": "the talks did end",
        "how": "changes the sense",
        "difference": "negation removed",
    }
    found = finding("AUD103", publication, Span(start, start + 17), **words)
    return commented(data, "a.docx", [found])


def test_the_text_is_the_same_after_commenting():
    data = packed(PARTS)
    publication = read_publication_content(data, "a.docx")
    assert read_publication_content(commented_again(data), "a.docx").text == publication.text


def test_comments_of_an_earlier_audit_are_replaced():
    once = commented_again(packed(PARTS))
    twice = zipfile.ZipFile(io.BytesIO(commented_again(once)))
    assert len(etree.fromstring(twice.read("word/comments.xml"))) == 1
    body = etree.fromstring(twice.read("word/document.xml"))
    assert len(list(body.iter(f"{{{W}}}commentReference"))) == 1


def test_what_xml_cannot_hold_is_left_out_of_a_comment():
    part = etree.fromstring(audited(PARTS, difference="bell \x07 here").read("word/comments.xml"))
    assert "bell  here" in "".join(part.itertext())


def beside_source(code: str) -> str:
    """Give the comment on words of which the source is known."""
    data = packed(PARTS)
    publication = read_publication_content(data, "a.docx")
    start = publication.text.index("the talks")
    span = Span(start, start + 17)
    place = Passage(document="letter", siglum="E1", file="e1.txt", span=Span(15, 36))
    seen = SourceWords(
        words="the talks did not end", before="The envoy said that ", paragraphs=(3, 3)
    )
    quoted = AuditedQuotation(
        publication="a.docx",
        quotation=Quotation(span=span, text="the talks did end", place=QuotationPlace.INLINE),
        judgement=Judgement(verdict=Verdict.DISTORTED, confidence=0.9, passages=(place,)),
        locus=publication.locus(start),
        seen=(seen,),
    )
    words = {"quoted": "x", "how": "changes the sense", "difference": "y", "found": "letter:E1"}
    found = finding(code, publication, span, **words)
    made = commented(data, "a.docx", [found], quotations=[quoted], when="2026-03-01T10:00:00Z")
    return zipfile.ZipFile(io.BytesIO(made)).read("word/comments.xml").decode()


def test_a_comment_gives_the_words_of_the_source_and_where_they_stand():
    comment = beside_source("AUD103")
    assert "letter:E1, paragraph 3: “The envoy said that the talks did not end”" in comment


def test_a_comment_that_tells_of_no_difference_is_short():
    assert "The envoy said" not in beside_source("AUD110")


def test_a_comment_has_the_date_of_the_audit():
    assert 'w:date="2026-03-01T10:00:00Z"' in beside_source("AUD103")
