"""Electronic books: the reading order, notes across files, metadata, what is refused."""

import pytest

from provtrack.errors import FormatError, UsageError
from provtrack.importers import read_content
from provtrack.model.names import Role, VersionKind
from tests.unit.importers.packages import epub, with_mimetype


def test_files_of_the_spine_are_one_text():
    book = epub("<h1>One</h1><p>First.</p>", "<p>Second.</p>")
    assert read_content(book, "a.epub").versions[0].text == "One\n\nFirst.\n\nSecond."


def test_notes_of_another_file_stand_at_their_places():
    book = epub(
        '<p id="n1">Tea<a href="c1.xhtml#n1"><sup>1</sup></a> was served.</p>',
        '<p id="n1">1. Green tea.</p><p>End.</p>',
    )
    version = read_content(book, "a.epub").versions[0]
    assert version.text == "Tea was served.\n\nEnd."
    assert [(one.position, one.label, one.text) for one in version.notes] == [
        (3, "1", "Green tea.")
    ]


def test_notes_marked_by_epub_types_are_read():
    book = epub(
        '<p>Tea<a epub:type="noteref" href="#a">*</a>.</p>'
        '<aside epub:type="footnote" id="a"><p>Green.</p></aside>'
    )
    version = read_content(book, "a.epub").versions[0]
    assert (version.text, version.notes[0].text) == ("Tea.", "Green.")


def test_self_closed_elements_swallow_nothing():
    book = epub('<p>One <a id="x"/>two<i/> three &#160;four</p><div/><p>Five &nbsp;six</p>')
    text = read_content(book, "a.epub").versions[0].text
    assert text == "One two three \u00a0four\n\nFive \u00a0six"


def test_metadata_come_from_the_package_document():
    book = epub(
        "<p>A</p>",
        metadata="<dc:title>Letters</dc:title><dc:language>en</dc:language>"
        "<dc:creator>Ann Lee</dc:creator>"
        '<dc:contributor id="t">Bo Ray</dc:contributor>'
        '<meta refines="#t" property="role">trl</meta>'
        '<dc:contributor opf:role="edt">Cy Orr</dc:contributor>'
        "<dc:rights>https://example.org/by</dc:rights><dc:date>2020</dc:date>",
    )
    imported = read_content(book, "a.epub")
    version = imported.versions[0]
    assert [(one.text, one.language) for one in imported.titles] == [("Letters", "en")]
    assert [(one.name, one.role) for one in imported.people] == [("Ann Lee", Role.WRITTEN)]
    assert [(one.name, one.role) for one in version.agents] == [
        ("Bo Ray", Role.TRANSLATED),
        ("Cy Orr", Role.EDITED),
    ]
    assert (version.language, version.kind) == ("en", VersionKind.TRANSLATION)
    assert imported.rights[0].uri == "https://example.org/by"
    assert [(one.name, one.value) for one in imported.printed_fields] == [("EPUB: date", "2020")]
    assert imported.date is None


def test_one_file_can_be_asked_for():
    book = epub("<p>A</p>", "<p>B</p>")
    assert read_content(book, "a.epub#c1.xhtml").versions[0].text == "B"
    with pytest.raises(UsageError, match=r"is named 'c7\.xhtml'"):
        read_content(book, "a.epub#c7.xhtml")


def spine(items: str) -> bytes:
    """A package document with a reading order of its own."""
    manifest = (
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="b%20b.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="c" href="c.svg" media-type="image/svg+xml"/>'
    )
    package = f"<package><manifest>{manifest}</manifest><spine>{items}</spine></package>"
    return with_mimetype(
        "application/epub+zip",
        {
            "META-INF/container.xml": '<container><rootfile full-path="p.opf"/></container>',
            "p.opf": package,
            "a.xhtml": "<html><body><p>A</p></body></html>",
            "b b.xhtml": "<html><body><p>Blurb</p></body></html>",
        },
    )


def test_files_may_stand_in_another_order_than_in_the_package():
    book = spine('<itemref idref="b"/><itemref idref="a"/>')
    assert read_content(book, "a.epub").versions[0].text == "Blurb\n\nA"


def test_what_is_not_linear_is_left_out_and_told():
    book = spine('<itemref idref="a"/><itemref idref="b" linear="no"/><itemref idref="c"/>')
    imported = read_content(book, "a.epub")
    assert imported.versions[0].text == "A"
    assert [one.message for one in imported.findings] == [
        "Parts of the page were left out: aside (5 characters).",
        "Not read: 1 file of the reading order without text (c.svg).",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (spine(""), "it has no reading order"),
        (with_mimetype("application/epub+zip", {"a": "b"}), "META-INF/container.xml is missing"),
        (
            epub("<p>A</p>", **{"META-INF/encryption.xml": '<a URI="book/c0.xhtml"/>'}),
            "its text is encrypted",
        ),
        (epub("<p>A</p>", **{"../evil.xhtml": "x"}), "a path that leads outside"),
        (epub("<div>" * 400 + "A"), "nested deeper|Excessive depth"),
        (epub("<p></p>"), "it holds no text"),
        (epub("<p>A</p>", metadata="<dc:title>"), "not well-formed XML"),
    ],
)
def test_broken_books_are_refused_with_a_sentence(content, message):
    with pytest.raises(FormatError, match=message):
        read_content(content, "a.epub")
