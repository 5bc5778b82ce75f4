"""Hand-labelled archival references, read; figures in the failure messages."""

import csv
import json
from pathlib import Path

import pytest

from provtrack.references import read_reference

SHARED = Path(__file__).parents[3].parent / "shared"
GOLD = SHARED / "conformance/provenance/archival-refs/gold.jsonl"
PRINTED = SHARED / "cases/references"
LEVELS = ("fond", "opis", "papka", "delo", "archival_unit")
NEEDS_CONTEXT = {"REF105"}  # the number of leaves scanned is not in the reference

pytestmark = [
    pytest.mark.conformance,
    pytest.mark.skipif(not GOLD.exists(), reason="the labelled references are not beside this"),
]


def gold_rows():
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    return [row for row in rows if row["scheme"] in ("ru", "bg")]


def levels(parts):
    return {name: parts[name] for name in LEVELS if name in parts}


def leaf_starts(row):
    return [start.replace("об", "ob") for start, _ in row["parts"].get("leaves", [])]


def test_every_part_of_the_labelled_references_is_read():
    wrong = []
    for row in gold_rows():
        reference = read_reference(row["verbatim"])
        repository = reference.repository.code if reference.repository else None
        starts = [leaf.start.replace("об", "ob") for leaf in reference.leaves]
        if (
            levels(dict(reference.parts)) != levels(row["parts"])
            or repository != row["parts"].get("repository")
            or starts != leaf_starts(row)
        ):
            wrong.append(row["id"])
    assert (len(gold_rows()), wrong) == (21, [])


def test_findings_are_those_of_the_labels():
    wrong = []
    for row in gold_rows():
        found = {finding.code for finding in read_reference(row["verbatim"]).findings}
        labelled = {name.split("-")[0] for name in row["lint"]} - NEEDS_CONTEXT
        if found != labelled:
            wrong.append((row["id"], found, labelled))
    assert wrong == []


def test_printed_references_to_russian_archives_have_no_false_error():
    path = PRINTED / "russian-archives.tsv"
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines(), delimiter="\t"))
    read = [read_reference(row["reference_as_printed"]) for row in rows]
    with_errors = [
        one.verbatim[:25] for one in read if any(f.severity == "error" for f in one.findings)
    ]
    assert len(read) == 42
    assert all(one.family == "fond-opis-delo" and one.leaves for one in read)
    assert with_errors == []


def test_source_notes_of_another_family_are_kept_unread():
    path = PRINTED / "frus-source-notes.tsv"
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines(), delimiter="\t"))
    families = {read_reference(row["source_note_as_printed"] or "").family for row in rows}
    assert families == {"unread"}
