"""provtrack.recording: a catalogue, row by row."""

import errno
from pathlib import Path

import pytest

from provtrack.errors import StoreError
from provtrack.recording import RowState, record_rows
from provtrack.store import Store, holdings_of
from provtrack.store.files import Files
from tests.acts import complaints

WHEN = "2024-05-31T09:15:00Z"


def row(siglum: str, document: str = "oder-1962", **more):
    return {
        "file": f"{siglum}.txt",
        "document": document,
        "siglum": siglum,
        "kind": "translation",
        "language": "en",
        **more,
    }


@pytest.fixture
def folder(tmp_path):
    for siglum in ("R", "E1", "E2"):
        (tmp_path / f"{siglum}.txt").write_text(f"We shall not sign, says {siglum}.")
    return tmp_path


def outcomes(store, rows, folder, **more):
    return list(record_rows(store, rows, folder=folder, by="A. Editor", when=WHEN, **more))


def states(found):
    return [(one.number, one.state.value) for one in found]


def test_every_row_is_one_event(store, folder):
    found = outcomes(store, [row("R"), row("E1"), row("E1", "elbe-1947")], folder)
    assert states(found) == [(1, "recorded"), (2, "recorded"), (3, "recorded")]
    assert len(store.history("oder-1962").events) == 2
    assert complaints(store) == []


def test_catalogue_run_again_records_what_is_missing_only(store, folder):
    outcomes(store, [row("R")], folder)
    found = outcomes(store, [row("R"), row("E1")], folder)
    assert states(found) == [(1, "held"), (2, "recorded")]


def test_row_recorded_once_is_held_also_after_a_correction(store, folder):
    outcomes(store, [row("R")], folder)
    from provtrack.recording import correct
    from provtrack.store import parse_version_name

    name = parse_version_name("oder-1962:R")
    correct(store, name, folder / "E1.txt", reason="Misread.", by="A. Editor", when=WHEN)
    assert states(outcomes(store, [row("R")], folder)) == [(1, "held")]


def test_row_with_another_text_under_a_held_siglum_is_faulty(store, folder):
    outcomes(store, [row("R")], folder)
    (folder / "R.txt").write_text("Another text.")
    (found,) = outcomes(store, [row("R")], folder)
    assert found.state is RowState.FAULTY
    assert "R is held already" in found.fault


def test_row_is_recorded_after_the_row_it_derives_from(store, folder):
    rows = [row("E2", derived_from=["E1"]), row("E1", derived_from="R"), row("R")]
    assert [one.number for one in outcomes(store, rows, folder)] == [3, 2, 1]
    assert len(holdings_of(store, "oder-1962").alignments) == 2


def test_rows_that_derive_from_each_other_are_faulty(store, folder):
    rows = [row("E1", derived_from="E2"), row("E2", derived_from="E1"), row("R")]
    found = outcomes(store, rows, folder)
    assert states(found) == [(3, "recorded"), (1, "faulty"), (2, "faulty")]
    assert "derives from itself" in found[1].fault


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        ({"file": "none.txt"}, "no such file"),
        ({"file": ""}, "a row needs one file"),
        ({"kind": "poem"}, "not a kind"),
        ({"document": "../up"}, "not a document id"),
        ({"colour": "red"}, "unknown: colour"),
    ],
)
def test_faulty_row_is_told_and_the_others_are_recorded(store, folder, broken, words):
    found = outcomes(store, [row("R"), {**row("E1"), **broken}, row("E2")], folder)
    assert states(found) == [(1, "recorded"), (2, "faulty"), (3, "recorded")]
    assert words in found[1].fault


def test_catalogue_stops_at_the_first_fault_if_asked(store, folder):
    rows = [row("R"), row("E1", kind="poem"), row("E2")]
    found = outcomes(store, rows, folder, stops_at_fault=True)
    assert states(found) == [(1, "recorded"), (2, "faulty")]


class FullDisk(Files):
    """A disk without room."""

    def write(self, path: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))


def test_full_disk_stops_the_catalogue(store, folder):
    full = Store.open(store.folder, files=FullDisk())
    with pytest.raises(StoreError, match="the disk is full"):
        outcomes(full, [row("R"), row("E1")], folder)
