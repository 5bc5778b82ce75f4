"""Footnotes of HTML pages are notes at their places; struck-out words are left out and told."""

import pytest

from provtrack.importers import read_content

FOOT = '<section class="notes"><ol><li id="{0}">Now <i>Old</i> Town. <a href="#{1}">↩</a></ol>'
FORMS = [
    '<p>Delhi<sup id="r1"><a href="#fn1">1</a></sup> fell.</p>' + FOOT.format("fn1", "r1"),
    '<p>Delhi<sup>[<a id="r1" href="#x1">1</a>]</sup> fell.</p>' + FOOT.format("x1", "r1"),
    '<p>Delhi<a id="r1" href="#fn1">1</a> fell.</p>' + FOOT.format("fn1", "r1"),
    '<p>Delhi<a role="doc-noteref" id="r1" href="#a">1</a> fell.</p>' + FOOT.format("a", "r1"),
    '<p>Delhi<a class="footnote-ref" id="r1" href="#a"><sup>1</sup></a> fell.</p>'
    + FOOT.format("a", "r1"),
    '<p>Delhi<a epub:type="noteref" href="#a">1</a> fell.</p>'
    '<aside epub:type="footnote" id="a"><p>1. Now Old Town.</p></aside>',
    '<p>Delhi<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> fell.</p><hr>'
    '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a> Now Old Town.</p></div>',
    '<main><p>Delhi<sup><a id="r" href="#fn1">1</a></sup> fell.</p></main>'
    '<footer><p id="fn1"><sup>1</sup> Now Old Town. <a href="#r">back</a></p></footer>'.replace(
        "back", "^"
    ),
    '<p>Delhi<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup> fell.</p><ol>'
    '<li id="cite_note-1"><span class="mw-cite-backlink"><a href="#cite_ref-1">^</a></span>'
    " Now Old Town.</li></ol>",
]


def read_body(body: str):
    """Read a page from the mark-up of its body."""
    return read_content(f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "a.html")


@pytest.mark.parametrize("body", FORMS)
def test_footnote_is_a_note_at_its_place_and_no_word(body):
    imported = read_body(body)
    (version,) = imported.versions
    assert version.text == "Delhi fell."
    assert [(n.position, n.kind, n.label, n.text) for n in version.notes] == [
        (5, "footnote", "1", "Now Old Town.")
    ]
    assert [one.code for one in imported.findings] == ["IMP208"]


def test_two_marks_in_one_place_are_two_notes():
    notes = '<p id="fn1">One.</p><p id="fn2">Two.</p>'
    (version,) = read_body(
        f'<p>Delhi<sup><a href="#fn1">1</a>,<a href="#fn2">2</a></sup></p>{notes}'
    ).versions
    assert version.text == "Delhi"
    assert [(note.label, note.text) for note in version.notes] == [("1", "One."), ("2", "Two.")]


def test_mark_whose_note_is_not_there_is_told():
    imported = read_body('<p>Delhi<sup><a href="#n1">1</a></sup> fell.</p>')
    assert imported.versions[0].text == "Delhi fell."
    assert [(one.code, one.message) for one in imported.findings] == [
        ("IMP205", "Not to be found on the page: note 1.")
    ]


def test_notes_before_the_text_do_not_make_the_text_a_note():
    text = read_body(
        '<p id="fn1"><sup><a href="#r1">1</a></sup> A note.</p>'
        '<p>Delhi<sup><a id="r1" href="#fn1">1</a></sup> fell.</p>'
    ).versions[0]
    assert text.text == "Delhi fell."


def test_link_to_another_part_stays_in_the_text():
    body = '<p>See <a href="#p2">2</a>.</p><p id="p2">Two.</p>'
    assert read_body(body).versions[0].text == "See 2.\n\nTwo."


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_struck_out_words_are_left_out_and_told(tag):
    imported = read_body(f"<p>We <{tag}>shall</{tag}> <ins>will</ins> sign.</p>")
    assert imported.versions[0].text == "We will sign."
    assert [(one.code, one.message) for one in imported.findings] == [
        (
            "IMP202",
            "1 struck-out passage (5 characters) was left out; the earlier wording is in the file.",
        )
    ]
