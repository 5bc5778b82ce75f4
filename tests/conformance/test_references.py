"""Hand-labelled archival references, read; figures in the failure messages."""

import csv
import json
from pathlib import Path

import pytest

from bench.references import VISIBLE, gold_misses, is_flagged, parts_right, soviet
from provtrack.references import read_reference

SHARED = Path(__file__).parents[2].parent / "shared"
GOLD = SHARED / "conformance/provenance/archival-refs/gold.jsonl"
PRINTED = SHARED / "cases/references"
NOTES = SHARED / "bench/citations/frus_source_notes.jsonl"
OUR_LABELS = Path(__file__).parent / "source_notes.jsonl"
ADDRESS = ("record_group", "lot", "box", "decimal_file")
NEEDS_CONTEXT = {"REF105", "REF160", "REF161"}  # the document is not in the reference

pytestmark = [
    pytest.mark.conformance,
    pytest.mark.skipif(not GOLD.exists(), reason="the labelled references are not beside this"),
]


def rows(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_every_part_of_the_labelled_references_is_read():
    wrong = {row["id"]: misses for row in rows(GOLD) if (misses := gold_misses(row))}
    assert (len(rows(GOLD)), wrong) == (41, {})


def test_findings_are_those_of_the_labels():
    wrong = []
    for row in rows(GOLD):
        found = {finding.code for finding in read_reference(row["verbatim"]).findings}
        labelled = {name.split("-")[0] for name in row["lint"]} - NEEDS_CONTEXT
        if found != labelled:
            wrong.append((row["id"], found, labelled))
    assert wrong == []


def test_sound_russian_references_are_read_whole_and_without_a_flag():
    sound = [row for row in soviet(SHARED) if row["damage"] is None]
    right = [parts_right(row) and not is_flagged(row["raw"]) for row in sound]
    assert sum(right) >= 0.98 * len(right) > 200


def test_damage_that_shows_in_the_line_is_flagged():
    damaged = [row for row in soviet(SHARED) if row["damage"] in VISIBLE]
    flagged = [is_flagged(row["raw"]) for row in damaged]
    assert sum(flagged) >= 0.97 * len(flagged) > 20


def test_the_address_of_our_labelled_source_notes_is_read():
    notes = {row["id"]: row["note"] for row in rows(NOTES)}
    wrong = []
    for row in rows(OUR_LABELS):
        reference = read_reference(notes[row["id"]])
        parts = dict(reference.parts)
        read = {name: parts[name] for name in ADDRESS if name in parts}
        read["repository"] = reference.repository.name if reference.repository else None
        if read != {name: value for name, value in row.items() if name != "id"}:
            wrong.append(row["id"])
    assert (len(rows(OUR_LABELS)), wrong) == (200, [])


def test_printed_references_to_russian_archives_have_no_false_error():
    path = PRINTED / "russian-archives.tsv"
    printed = list(csv.DictReader(path.read_text("utf-8").splitlines(), delimiter="\t"))
    read = [read_reference(row["reference_as_printed"]) for row in printed]
    with_errors = [
        one.verbatim[:25] for one in read if any(f.severity == "error" for f in one.findings)
    ]
    assert len(read) == 42
    assert all(one.family == "fond-opis-delo" and one.leaves for one in read)
    assert with_errors == []


def test_source_notes_of_two_volumes_are_read_as_such():
    path = PRINTED / "frus-source-notes.tsv"
    printed = list(csv.DictReader(path.read_text("utf-8").splitlines(), delimiter="\t"))
    notes = [row["source_note_as_printed"] for row in printed if row["source_note_as_printed"]]
    families = {read_reference(note).family for note in notes if note.startswith("Source:")}
    assert families == {"frus-source-note"}
