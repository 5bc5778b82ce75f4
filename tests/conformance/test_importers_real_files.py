"""Importers over real documents beside the project, if they are there."""

import json
from pathlib import Path

import pytest

from provtrack.importers import read
from provtrack.text.paragraphs import paragraphs_of

CASES = Path(__file__).parents[2].parent / "shared" / "cases"
TEXTS = sorted(CASES.glob("*/*.txt"))
FOUNDING = CASES / "benediktov-1962"

pytestmark = [
    pytest.mark.conformance,
    pytest.mark.skipif(not CASES.is_dir(), reason="the cases lie beside the project only"),
]


def name_of(path: Path) -> str:
    """Case and file."""
    return f"{path.parent.name}/{path.name}"


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_text_is_the_decoded_file(path):
    imported = read(path, format="text")
    assert (imported.versions[0].text, imported.charset) == (
        path.read_bytes().decode("utf-8").replace("\r\n", "\n"),
        "utf-8",
    )


@pytest.mark.parametrize("path", [one for one in TEXTS if one.name != "page.txt"], ids=name_of)
def test_text_is_taken_for_plain_text(path):
    assert read(path).importer == "text"


def test_founding_page_gives_translation_and_abstract():
    imported = read(FOUNDING / "page.txt")
    gold = [(FOUNDING / f"{name}.en.txt").read_text("utf-8") for name in ("body", "abstract")]
    assert [one.text for one in imported.versions] == [text.rstrip("\n") for text in gold]
    assert len(paragraphs_of(imported.versions[0].text)) == 7
    assert [(one.siglum, one.kind) for one in imported.versions] == [
        ("en-weathersby", "translation"),
        ("en-abstract", "abstract"),
    ]


def test_founding_page_gives_the_metadata():
    imported = read(FOUNDING / "page.txt")
    gold = json.loads((FOUNDING / "case.json").read_text("utf-8"))
    assert imported.titles[0].text == gold["title"]
    assert imported.date.edtf == gold["date"]
    assert imported.references == (gold["source_reference"],)
    assert imported.rights[0].text == gold["rights_statement"]
    assert imported.type == gold["page_metadata"]["document_type"]
    assert [one.name for one in imported.printed_fields if one.value is None] == [
        "Original Uploaded Date",
        "Record ID",
    ]


def test_founding_page_gives_the_chain():
    version = read(FOUNDING / "page.txt").versions[0]
    copy = version.derived_from[0].unheld
    assert [(one.name, one.role) for one in version.agents] == [
        ("Kathryn Weathersby", "translated")
    ]
    assert [(one.name, one.role) for one in copy.agents] == [("James Hershberg", "obtained")]
    assert copy.derived_from[0].description == "original"
    assert version.extent == "partial"


@pytest.mark.parametrize(
    ("name", "notes", "first"),
    [
        ("sino-indian-1962.docx", 14, "Entry from the journal of Ambassador Benediktov"),
        ("berlin-before-cuba.md", 13, "Khrushchev to Kennedy, September 28, 1962, FRUS"),
    ],
)
def test_manuscripts_are_read_with_all_footnotes(name, notes, first):
    version = read(CASES / "manuscripts" / name).versions[0]
    assert len(version.notes) == notes
    assert version.notes[0].text.startswith(first)
    assert [one.label for one in version.notes] == [str(n) for n in range(1, notes + 1)]
