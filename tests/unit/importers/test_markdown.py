"""Markdown: paragraphs as a reader sees them, footnotes as notes, front matter as metadata."""

import pytest

from provtrack.errors import FormatError
from provtrack.importers import read_content


def read_md(text: str):
    """Read Markdown."""
    return read_content(text.encode(), "a.md")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        (
            "# Head\n\nSome *stressed* and **strong** words.",
            "Head\n\nSome stressed and strong words.",
        ),
        ("one\ntwo", "one two"),
        ("one  \ntwo", "one\ntwo"),
        ("> quoted\n>\n> more", "quoted\n\nmore"),
        ("- one\n- two", "one\n\ntwo"),
        ('1. "First"\n2. "Second"', '1. "First"\n\n2. "Second"'),
        ("3) third", "3) third"),
        ("[words](https://a.example) after", "words after"),
        ("`code` &amp; <b>more</b>", "code & more"),
        ("    verse  one\n      two", "verse  one\n  two"),
        ("one<br>two", "one\ntwo"),
        ("<div>block &mdash; words</div>", "block — words"),
        ("| a | b |\n|---|---|\n| c | d |", "a\n\nb\n\nc\n\nd"),
        ("one\n\n---\n\ntwo", "one\n\ntwo"),
        ('"straight" -- quotes...', '"straight" -- quotes...'),
    ],
)
def test_text_is_what_the_reader_sees(markdown, text):
    assert read_md(markdown).versions[0].text == text


def test_footnotes_are_notes_at_their_places():
    version = read_md("One[^a] two[^b].\n\n[^a]: First *note*.\n[^b]: Second.\n").versions[0]
    assert version.text == "One two."
    notes = [(one.position, one.kind, one.label, one.text) for one in version.notes]
    assert notes == [(3, "footnote", "a", "First note."), (7, "footnote", "b", "Second.")]


def test_inline_footnote_is_a_note():
    version = read_md("One^[aside] two.").versions[0]
    assert [(one.position, one.text) for one in version.notes] == [(3, "aside")]


def test_footnote_without_a_place_is_a_finding():
    imported = read_md("One.\n\n[^lost]: Words.\n")
    assert [(one.code, "lost" in one.message) for one in imported.findings] == [("IMP205", True)]


def test_place_without_a_footnote_is_a_finding():
    assert [one.code for one in read_md("One[^gone].").findings] == ["IMP205"]


def test_front_matter_gives_metadata():
    imported = read_md(
        '---\ntitle: "A letter: again"\ndate: 2 November 1962\nlang: en\nauthor: Ann Lee\n'
        "translator: [Bo Ray, Cy Day]\nsource: State Archive, f. 1, op. 2, d. 3\n"
        "kind: translation\ntype: Letter\nbox: 7\n---\n\nOne.\n"
    )
    version = imported.versions[0]
    assert (imported.titles[0].text, imported.date.edtf) == ("A letter: again", "1962-11-02")
    assert [one.name for one in version.agents] == ["Bo Ray", "Cy Day"]
    assert (version.kind, version.language, version.text) == ("translation", "en", "One.")
    assert imported.references == ("State Archive, f. 1, op. 2, d. 3",)
    assert (imported.type, imported.people[0].name) == ("Letter", "Ann Lee")
    assert [(one.name, one.value) for one in imported.printed_fields] == [("box", "7")]


def test_odd_front_matter_is_a_finding():
    imported = read_md("---\n{not: plain\n---\n\nOne.")
    assert [one.code for one in imported.findings] == ["IMP303"]


def test_too_deep_nesting_is_refused_and_not_cut_short():
    with pytest.raises(FormatError, match="nested"):
        read_md("> " * 300 + "one")
