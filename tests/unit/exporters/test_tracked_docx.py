"""provtrack.exporters.tracked_docx: what Word does with the file."""

import io
import zipfile

import pytest
from lxml import etree

from provtrack.collation import collate
from provtrack.errors import UsageError
from provtrack.exporters.tracked_docx import W, collation_to_docx
from provtrack.model.alignment import Bead
from tests.factories import alignment, bead, compared

BASE = compared(
    "A", "The envoy did not sign the note of 2 May.", "He left early.", "A toast was drunk."
)
WITNESS = compared("B", "A toast was drunk.", "The envoy signed the note.", "Of 3 May. He left.")


def written(base, witness, *beads) -> etree._Element:
    collation = collate(base, [witness], alignments={witness.name: alignment(*beads)})
    content = collation_to_docx(collation)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def read(root: etree._Element, *, keep: str, drop: str) -> list[str]:
    """Read the paragraphs as Word shows them after all changes are accepted or rejected."""
    paragraphs, current = [], ""
    for paragraph in root.iter(f"{W}p"):
        for run in paragraph.iter(f"{W}t", f"{W}delText"):
            mark = run.getparent().getparent().tag
            current += "" if mark == W + drop else run.text
        end = paragraph.find(f"{W}pPr/{W}rPr/{W}{drop}")
        if end is None:
            paragraphs.append(current)
            current = ""
    return paragraphs


MOVED = (
    bead((0,), (1,)),
    bead((1,), (2,)),
    Bead(base=(2,), witness=(0,), confidence=1.0, transposed=True),
)


def test_rejecting_all_changes_gives_the_base():
    root = written(BASE, WITNESS, *MOVED)
    assert read(root, keep="del", drop="ins") == list(BASE.paragraphs)


def test_accepting_all_changes_gives_the_witness():
    root = written(BASE, WITNESS, *MOVED)
    assert read(root, keep="ins", drop="del") == list(WITNESS.paragraphs)


def test_a_split_paragraph_is_an_inserted_paragraph_mark():
    base, witness = compared("A", "He came. He left."), compared("B", "He came.", "He left.")
    root = written(base, witness, bead((0,), (0, 1)))
    assert read(root, keep="ins", drop="del") == ["He came.", "He left."]
    assert read(root, keep="del", drop="ins") == ["He came. He left."]


def test_versions_in_two_languages_are_refused_with_a_way_out():
    base, witness = compared("R", "Он ушёл.", language="ru"), compared("E", "He left.")
    with pytest.raises(UsageError, match="html"):
        written(base, witness, bead((0,), (0,)))
