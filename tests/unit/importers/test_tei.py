"""TEI and FRUS: the text as the source shows it, the header as metadata."""

import pytest

from provtrack.errors import FormatError, UsageError
from provtrack.importers import read_content
from tests.unit.importers.packages import SECOND, TELEGRAM, frus, tei

HEADER = """<fileDesc><titleStmt><title type="main" xml:lang="ru">Письмо</title>
<title type="sub">aside</title><author><persName>Иванов</persName></author>
<respStmt><resp>translated by</resp><persName>Jane Roe</persName></respStmt></titleStmt>
<publicationStmt><availability><licence target="https://l.example/by">CC BY</licence>
</availability></publicationStmt><sourceDesc><msDesc><msIdentifier><settlement>Moscow</settlement>
<repository>AVPRF</repository><idno>f. 90, op. 24, d. 5</idno></msIdentifier></msDesc></sourceDesc>
</fileDesc><profileDesc><creation><date when="1962-11-02">2 November 1962</date></creation>
<langUsage><language ident="en">English</language></langUsage></profileDesc>"""


def read_tei(body: str, header: str = ""):
    """Read a TEI document."""
    return read_content(tei(body, header), "a.xml")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<head>Head</head><p>one\n   two</p><ab>three</ab>", "Head\n\none two\n\nthree"),
        ("<p>the <choice><sic>teh</sic><corr>the</corr></choice> end</p>", "the teh end"),
        ("<p><choice><corr>the</corr><sic>teh</sic></choice></p>", "teh"),
        ("<p><choice><orig>olde</orig><reg>old</reg></choice></p>", "olde"),
        ("<p><choice><abbr>Dr</abbr><expan>Doctor</expan></choice></p>", "Dr"),
        ("<p><subst><del>not</del><add>now</add></subst> here</p>", "now here"),
        ("<p>way-\n<lb break='no'/>ward</p>", "wayward"),
        ("<p>one<lb/>two</p>", "one two"),
        ("<lg><l>one</l>\n<l>two</l></lg><lg><l>three</l></lg>", "one\ntwo\n\nthree"),
        ("<list><head>H</head><item>one</item><item>two</item></list>", "H\n\none\n\ntwo"),
        ("<list><label>1.</label><item>one</item><label>2.</label><item>two</item></list>",
         "1. one\n\n2. two"),
        ("<table><row><cell>a</cell><cell>b</cell></row></table>", "a\n\nb"),
        ("<p>a <app><lem>b</lem><rdg>c</rdg></app></p>", "a b"),
        ("<p>one <fw>Running head</fw> two</p>", "one two"),
        ("<p>he said <q>words</q> and <hi>more</hi></p>", "he said words and more"),
        ("<p>a &lt; b</p>", "a < b"),
    ],
)  # fmt: skip
def test_text_is_what_the_source_shows(body, text):
    assert read_tei(body).versions[0].text == text


def test_notes_breaks_and_gaps_stand_at_their_places():
    version = read_tei(
        '<p>One<note n="1">Foot.</note> two <gap reason="illegible"/>three</p>'
        '<pb n="12v"/><p>Four</p>'
    ).versions[0]
    assert version.text == "One two three\n\nFour"
    assert [(one.position, one.kind, one.label, one.text) for one in version.notes] == [
        (3, "footnote", "1", "Foot."),
        (7, "omission", "illegible", ""),
        (15, "leaf", "12v", ""),
    ]


def test_decisions_are_findings():
    imported = read_tei("<p><choice><sic>a</sic><corr>b</corr></choice><del>c</del><gap/></p>")
    assert [one.code for one in imported.findings] == ["IMP203", "IMP201", "IMP207"]
    assert [one.message for one in imported.findings] == [
        "The source's reading was taken: 1 choice (sic taken).",
        "Left out of the text: 1 deletion.",
        "The edition marks 1 gap in the source.",
    ]


def test_header_gives_metadata():
    imported = read_tei("<p>One.</p>", HEADER)
    version = imported.versions[0]
    assert [(one.text, one.language) for one in imported.titles] == [("Письмо", "ru")]
    assert (imported.date.edtf, imported.date.verbatim) == ("1962-11-02", "2 November 1962")
    assert imported.references == ("Moscow, AVPRF, f. 90, op. 24, d. 5",)
    assert [(one.name, one.role) for one in imported.people] == [("Иванов", "written")]
    assert [(one.name, one.role) for one in version.agents] == [("Jane Roe", "translated")]
    assert (version.kind, version.siglum, version.language) == ("translation", "en-roe", "en")
    assert version.derived_from[0].unheld.reference == imported.references[0]
    assert (imported.rights[0].text, imported.rights[0].uri) == ("CC BY", "https://l.example/by")


def test_front_matter_is_left_out_and_counted():
    page = tei("<p>One</p>").replace(b"<body>", b"<front><p>Preface</p></front><body>")
    assert "front matter (7 characters)" in read_content(page, "a.xml").findings[0].message


def test_one_division_is_read_by_its_id():
    content = tei('<div xml:id="a"><p>One</p></div><div xml:id="b"><p>Two</p></div>')
    assert read_content(content, "a.xml#b").versions[0].text == "Two"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('<!DOCTYPE TEI [<!ENTITY a "b">]><TEI><text/></TEI>', "declares XML entities"),
        ('<!DOCTYPE TEI [<!ENTITY a SYSTEM "file:///etc/passwd">]><TEI/>', "declares XML entities"),
        ('<!-- x --><!DOCTYPE TEI [<!ENTITY % p "x">]><TEI/>', "declares XML entities"),
        ('<!DOCTYPE TEI SYSTEM "a.dtd"><TEI><p>&b;</p></TEI>', "entity &b; is not declared"),
        ("<TEI><p>", "not well-formed XML"),
        ("<TEI/>", "no body element"),
        (tei("<div>" * 230 + "<p>a</p>" + "</div>" * 230).decode(), "deeper than 200"),
        (tei("<p> </p>").decode(), "it holds no text"),
    ],
)
def test_bad_xml_is_one_sentence(content, words):
    with pytest.raises(FormatError, match=words):
        read_content(content.encode(), "a.xml")


def test_frus_document_is_read_by_its_id():
    imported = read_content(frus(TELEGRAM, SECOND), "v.xml#d1")
    version = imported.versions[0]
    assert version.text == (
        "Nowhere, March 4, 1950, 3 p.m.\n\n12. The Minister said that nothing had changed.\n\nSmith"
    )
    assert imported.references == (
        "Source: National Archives, RG 59, Central Files, 691.93/3-450. Secret.",
    )
    assert imported.titles[0].text == "1. Telegram From the Legation in Nowhere to the Department"
    assert (imported.date.edtf, imported.date.verbatim) == ("1950-03-04", "March 4, 1950")
    assert version.published_in == (
        "Foreign Relations of the United States, 1950, Volume XCIX, Nowhere, Document 1",
    )
    assert (version.siglum, version.kind, version.language) == ("frus1950v99-d1", "edition", "en")


def test_frus_notes_stand_at_their_places():
    notes = read_content(frus(TELEGRAM, SECOND), "v.xml#d1").versions[0].notes
    assert [(one.position, one.kind, one.label, one.text) for one in notes] == [
        (53, "footnote", "2", "See Document 2."),
        (81, "page", "12", ""),
    ]


def test_frus_source_note_is_the_original_that_is_not_held():
    imported = read_content(frus(TELEGRAM), "v.xml")
    assert imported.versions[0].derived_from[0].unheld.reference == imported.references[0]


def test_whole_volume_needs_an_id():
    with pytest.raises(
        UsageError, match=r"holds 2 documents: name one of them, v\.xml#ID\. Its ids: d1, d2\."
    ):
        read_content(frus(TELEGRAM, SECOND), "v.xml")


def test_unknown_id_names_those_there_are():
    with pytest.raises(
        UsageError, match=r"no element of v\.xml has the id 'd9'\. There are: d1, d2"
    ):
        read_content(frus(TELEGRAM, SECOND), "v.xml#d9")


def test_extracted_division_needs_no_id():
    div = SECOND.replace("<div", '<div xmlns="http://www.tei-c.org/ns/1.0"')
    imported = read_content(div.encode(), "d2.xml", format="frus")
    assert (imported.versions[0].text, imported.titles[0].text) == ("No.", "2. Letter")


def test_frus_source_above_the_text_is_the_source_and_no_text():
    old = (
        '<div type="document" xml:id="d3" n="448"><note rend="inline" type="source">'
        "762.94/517: Telegram</note><head><hi>The Secretary to the Envoy</hi></head>"
        "<p>448. Your 722.</p></div>"
    )
    imported = read_content(frus(old), "v.xml")
    assert imported.references == ("762.94/517: Telegram",)
    assert imported.versions[0].text == "448. Your 722."


def test_note_printed_in_the_text_is_text():
    body = "<p>One.</p><note rend='inline'>[Here follows a list.]</note><p>Two.</p>"
    assert read_tei(body).versions[0].text == "One.\n\n[Here follows a list.]\n\nTwo."


def test_frus_attachment_belongs_to_its_document():
    document = (
        '<div type="document" xml:id="d4"><head>4. Memo</head><p>One.</p>'
        '<frus:attachment xml:id="d4a1"><head>Attachment</head><p>Two.</p></frus:attachment></div>'
    )
    assert read_content(frus(document), "v.xml").versions[0].text == "One.\n\nAttachment\n\nTwo."


def test_other_xml_is_refused():
    with pytest.raises(FormatError, match="its root element is 'ead'"):
        read_content(b"<ead><p>One</p></ead>", "a.xml")
