"""OpenDocument texts: the final view, notes at their places, nothing taken silently."""

import pytest

from provtrack.errors import FormatError
from provtrack.importers import read_content
from tests.unit.importers.packages import odt, odt_body, odt_part, with_mimetype, zipped


def read_odt(body: str, **parts: str):
    """Read an OpenDocument text from the mark-up of its body."""
    return read_content(odt(body, **parts), "a.odt")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:h>Head</text:h><text:p>One</text:p><text:p/><text:p>Two</text:p>", None),
        ("<text:p>a<text:s text:c='2'/>b</text:p>", "a  b"),
        ("<text:p>a\n   b</text:p>", "a b"),
        ("<text:p>a<text:tab/>b</text:p>", "a\tb"),
        ("<text:p>a<text:line-break/>b</text:p>", "a\nb"),
        ("<text:p>a<text:line-break/><text:line-break/>b</text:p>", "a\n\nb"),
        ("<text:p>a<text:soft-page-break/>b</text:p>", "ab"),
        ("<text:p>The <text:span>red</text:span> <text:a>link</text:a>.</text:p>", "The red link."),
        ("<text:section><text:p>In</text:p></text:section>", "In"),
        (
            "<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
            "<table:table-cell><text:p>B</text:p></table:table-cell></table:table-row>"
            "</table:table>",
            "A\n\nB",
        ),
        (
            "<text:p>Anchor<draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box>"
            "</draw:frame> on</text:p>",
            "Anchor on\n\nBoxed",
        ),
        (
            "<text:p><text:ruby><text:ruby-base>字</text:ruby-base>"
            "<text:ruby-text>zì</text:ruby-text></text:ruby></text:p>",
            "字",
        ),
    ],
)
def test_text_is_what_the_program_shows(body, text):
    assert read_odt(body).versions[0].text == (text or "Head\n\nOne\n\nTwo")


def test_notes_stand_at_their_places_with_their_marks():
    note = (
        "<text:note text:note-class='{}'><text:note-citation>{}</text:note-citation>"
        "<text:note-body><text:p>{}</text:p></text:note-body></text:note>"
    )
    foot, end = note.format("footnote", "1", "Foot."), note.format("endnote", "i", "End.")
    body = f"<text:p>One{foot} two{end}</text:p>"
    version = read_odt(body).versions[0]
    notes = [(one.position, one.kind, one.label, one.text) for one in version.notes]
    assert version.text == "One two"
    assert notes == [(3, "footnote", "1", "Foot."), (7, "endnote", "i", "End.")]


def test_tracked_changes_give_the_final_view_and_are_counted():
    imported = read_odt(
        "<text:tracked-changes><text:changed-region><text:insertion/></text:changed-region>"
        "<text:changed-region><text:deletion><text:p>two </text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>He wrote <text:change-start/>three <text:change-end/><text:change/>words</text:p>"
    )
    assert imported.versions[0].text == "He wrote three words"
    assert imported.findings[0].message == (
        "Tracked changes: 1 insertion accepted and 1 deletion carried out; "
        "the earlier wording is in the file."
    )


def test_comments_pictures_and_list_signs_are_told():
    imported = read_odt(
        "<text:list><text:list-item><text:p>A<office:annotation><text:p>Why?</text:p>"
        "</office:annotation></text:p></text:list-item></text:list>"
        "<text:p><draw:frame><draw:image/></draw:frame>B</text:p>"
    )
    assert imported.versions[0].text == "A\n\nB"
    assert [one.code for one in imported.findings] == ["IMP204", "IMP204"]
    assert imported.findings[1].message == "Not read but for their text: 1 comment, 1 picture."


def test_hidden_words_are_left_out_and_told():
    hidden = (
        "<style:style style:name='H'><style:text-properties text:display='none'/></style:style>"
    )
    imported = read_odt(
        "<text:p>Seen<text:span text:style-name='H'> unseen</text:span>.</text:p>", styles=hidden
    )
    assert imported.versions[0].text == "Seen."
    assert "1 hidden passage" in imported.findings[0].message


def test_headers_and_footers_are_left_out_and_told():
    margins = (
        "<office:master-styles><style:master-page><style:header><text:p>Draft</text:p>"
        "</style:header></style:master-page></office:master-styles>"
    )
    content = with_mimetype(
        "application/vnd.oasis.opendocument.text",
        {
            "content.xml": odt_part(odt_body("<text:p>A</text:p>")),
            "styles.xml": odt_part(margins, "document-styles"),
        },
    )
    imported = read_content(content, "a.odt")
    assert imported.findings[0].message == "Left out of the text: headers (5 characters)."


def test_properties_are_shown_and_not_taken_as_provenance():
    imported = read_odt(
        "<text:p>A</text:p>",
        meta="<dc:title>Draft</dc:title><meta:initial-creator>Ann</meta:initial-creator>"
        "<meta:creation-date>2020-01-02</meta:creation-date><dc:language>en-GB</dc:language>",
    )
    assert [(one.name, one.value) for one in imported.printed_fields] == [
        ("ODT property: title", "Draft"),
        ("ODT property: initial-creator", "Ann"),
        ("ODT property: creation-date", "2020-01-02"),
        ("ODT property: language", "en-GB"),
    ]
    assert (imported.titles, imported.people, imported.date) == ((), (), None)


def test_flat_files_are_read_as_packed_ones():
    imported = read_content(odt_part(odt_body("<text:p>A</text:p>"), "document").encode(), "a.xml")
    assert (imported.importer, imported.charset) == ("odt", "utf-8")
    assert imported.versions[0].text == "A"


def test_any_number_of_blanks_is_bounded():
    body = "<text:p>a" + "<text:s text:c='99999999999999999999'/>" + "b</text:p>"
    assert read_odt(body).versions[0].text == "a b"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (odt("")[:-30], "a damaged ZIP package"),
        (zipped({"mimetype": "x"}), "it is no OpenDocument text"),
        (odt("<text:p>"), "not well-formed XML"),
        (odt("<text:section>" * 300 + "</text:section>" * 300), "nested deeper than|not well"),
        (
            with_mimetype(
                "application/vnd.oasis.opendocument.text",
                {"content.xml": "garbage", "META-INF/manifest.xml": "<encryption-data/>"},
            ),
            "it is encrypted",
        ),
        (
            with_mimetype(
                "application/vnd.oasis.opendocument.text",
                {"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'},
            ),
            "it declares XML entities",
        ),
    ],
)
def test_broken_files_are_refused_with_a_sentence(content, message):
    with pytest.raises(FormatError, match=message):
        read_content(content, "a.odt")
