"""Control characters are replaced in what a file says of itself, and kept in its text."""

from dataclasses import replace

import pytest

from provtrack.importers import read_content
from provtrack.importers.metadata_signs import without_control_characters
from provtrack.model.document import Title
from provtrack.model.imported import Imported, ImportedVersion


def read_page(head: str, body: str = "<p>one</p>"):
    return read_content(f"<!DOCTYPE html><html><head>{head}</head>{body}</html>".encode(), "a.html")


@pytest.mark.parametrize(
    ("written", "recorded"),
    [("A &#27;[31mletter", "A \ufffd[31mletter"), ("A\x9bletter", "A\ufffdletter")],
)
def test_control_characters_of_a_title_are_replaced_and_told(written, recorded):
    imported = read_page(f"<title>{written}</title>")
    assert imported.titles[0].text == recorded
    assert [one.code for one in imported.findings] == ["IMP104"]


def test_finding_counts_and_names_the_characters():
    imported = read_page('<meta name="author" content="Ann\x1b\x9b Lee"><title>A letter</title>')
    assert imported.people[0].name == "Ann\ufffd\ufffd Lee"
    assert imported.findings[0].message == (
        "2 control characters (U+001B, U+009B) in what the file says of itself: replaced by U+FFFD."
    )


def test_line_end_in_a_title_is_white_space_of_the_form():
    version = ImportedVersion(text="one\ntwo")
    stated = Imported(importer="x", versions=(version,), titles=(Title(text="A\n  letter"),))
    cleaned = without_control_characters(stated)
    assert cleaned == replace(stated, titles=(Title(text="A letter"),))


def test_recorded_text_keeps_what_the_file_has():
    assert read_content(b"one \x1b two", "a.txt").versions[0].text == "one \x1b two"
