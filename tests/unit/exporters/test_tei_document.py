"""A whole document as TEI: what the header says, and that the texts are those recorded."""

import pytest
from lxml import etree

from provtrack.exporters.tei_document import document_to_tei
from provtrack.model.document import Document
from provtrack.model.stored import dump
from provtrack.packing import whole_of
from tests.acts import act, store_with, version_files
from tests.documents import ENGLISH, REFERENCE, whole_document

NAMES = {"t": "http://www.tei-c.org/ns/1.0"}
XML = "{http://www.w3.org/XML/1998/namespace}"


@pytest.fixture
def tei(tmp_path):
    return etree.fromstring(document_to_tei(whole_document(tmp_path)))


def find(tei, path):
    return tei.xpath(path, namespaces=NAMES)


def words(element):
    """Give the words of a paragraph without its notes, lines as they were."""
    copy = etree.fromstring(etree.tostring(element, with_tail=False))
    for line in find(copy, ".//t:lb"):
        line.tail = "\n" + (line.tail or "")
    for note in find(copy, ".//t:note"):
        note.text = None
        for child in note:
            note.remove(child)
    return "".join(copy.itertext())


def test_reference_stands_verbatim(tei):
    assert find(tei, "string(//t:msIdentifier//t:idno[@type='verbatim'])") == REFERENCE


def test_parts_of_the_reference_stand_beside_as_written(tei):
    parts = find(tei, "//t:msIdentifier/t:idno[@type='reference']/t:idno")
    assert [(one.get("type"), one.text) for one in parts[1:]] == [
        ("fond", "90"), ("opis", "24"), ("papka", "44"), ("delo", "5"), ("leaves", "120-12"),
    ]  # fmt: skip


def test_second_reference_is_an_alternative(tei):
    path = "string(//t:altIdentifier//t:idno[@type='verbatim'])"
    assert find(tei, path) == "Copy: another archive, box 3"


def test_each_version_is_a_text_in_its_language(tei):
    texts = find(tei, "//t:group/t:text")
    assert [(text.get("n"), text.get(f"{XML}lang")) for text in texts] == [
        ("1-en", "en"),
        ("R", "ru"),
    ]


def test_words_of_a_version_are_those_recorded(tei):
    paragraphs = find(tei, "//t:text[@n='R']//t:p")
    assert [words(one) for one in paragraphs] == [
        "Посол не подписал.", "Он уехал\n2 мая & <плакал>.", "Тост.",
    ]  # fmt: skip
    assert "\n\n".join(map(words, find(tei, "//t:text[@n='1-en']//t:p"))) == ENGLISH


def test_paragraphs_that_answer_each_other_point_to_each_other(tei):
    points = {
        one.get(f"{XML}id"): one.get("corresp") for one in find(tei, "//t:group//t:p[@xml:id]")
    }
    assert points == {
        "text-1-en-p1": "#text-R-p1",
        "text-1-en-p2": "#text-R-p2",
        "text-R-p1": "#text-1-en-p1",
        "text-R-p2": "#text-1-en-p2",
        "text-R-p3": None,
    }


def test_alignment_of_an_earlier_revision_ties_nothing(tmp_path):
    corrected = version_files("R", "Посол подписал.", revision=2)
    tei = etree.fromstring(document_to_tei(whole_document(tmp_path, corrected)))
    assert find(tei, "//@corresp") == []


def test_notes_stand_at_their_place(tei):
    first, second, third = find(tei, "//t:text[@n='R']//t:p")
    assert [etree.QName(one).localname for one in first] == ["milestone", "note"]
    assert first[1].getprevious().tail == "Посол не под"
    assert words(first[1]) == "So in the\noriginal."
    assert [etree.QName(one).localname for one in second] == ["pb", "lb", "gap"]
    assert third[0].get("place") == "end"


def test_events_are_changes_the_newest_first(tmp_path):
    whole = whole_document(tmp_path, version_files("R", "Нет.", revision=2))
    tei = etree.fromstring(document_to_tei(whole))
    changes = find(tei, "//t:revisionDesc/t:change")
    assert [(one.get("n"), one.get("status")) for one in changes] == [
        ("2", "correct"),
        ("1", "record"),
    ]
    assert find(tei, "string(//t:change[1]/t:idno)") == whole.package.head
    assert "Misread." in "".join(changes[0].itertext())


def test_agents_stand_with_what_they_did(tei):
    path = "//t:witness[@n='1-en']//t:respStmt"
    assert [one.text for one in find(tei, path)[0]] == ["translated", "Ivo Kern"]


def test_what_is_not_held_is_told_with_its_own_source(tei):
    note = find(tei, "//t:witness[@n='R']//t:note[@type='derived-from']")[0]
    assert note.text == "copy (not held); obtained by James; from: original (not held)"
    assert note.get("subtype") == "stated"


def test_heading_without_value_and_odd_reference_are_noted(tei):
    notes = find(tei, "//t:notesStmt/t:note")
    assert "Record ID: nothing printed" in [note.text for note in notes]
    assert "REF101" in [note.get("n") for note in notes]


def test_invented_document_says_so(tei):
    assert "invented" in find(tei, "string(//t:msContents)")


def test_document_of_which_nothing_is_known_says_so(tmp_path):
    store = store_with(tmp_path, act({"document.json": dump(Document(id="oder-1962"))}))
    tei = etree.fromstring(document_to_tei(whole_of(store.package("oder-1962"))))
    assert find(tei, "string(//t:msIdentifier/t:idno)") == "No archival reference is recorded."
    assert find(tei, "string(//t:availability/t:p)") == "Rights are not stated."


def test_same_document_gives_the_same_bytes(tmp_path):
    whole = whole_document(tmp_path)
    assert document_to_tei(whole) == document_to_tei(whole)
