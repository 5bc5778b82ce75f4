"""provtrack.store: several writers at once, and writers killed in the middle."""

import multiprocessing
import sys
import threading
from pathlib import Path

import pytest

from bench.soak import soak
from provtrack.errors import StoreError
from provtrack.store import Store
from provtrack.store.locks import locked
from tests.acts import FilesWithoutWaiting, act, complaints, first_act, store_with

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="forks and kills processes"),
    # Python 3.12 warns that threads of libraries are lost; the writers use none of them.
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]


def test_nothing_acknowledged_is_lost_when_writers_are_killed(fast_path):
    outcome = soak(fast_path, kills=12, writers=3)
    assert outcome.acknowledged > 0
    assert (outcome.lost, outcome.faults) == (0, ())


def note_many_times(folder: Path, count: int) -> None:
    store = Store.open(folder, files=FilesWithoutWaiting())
    for _ in range(count):
        store.record("oder-1962", act({}, reason="Seen."))


def test_four_writers_of_one_document_make_one_unbroken_chain(fast_path):
    store = store_with(fast_path, first_act())
    start = multiprocessing.get_context("fork").Process
    writers = [start(target=note_many_times, args=(store.folder, 20)) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [event.number for event in store.history("oder-1962").events] == list(range(1, 82))
    assert store.verify() == []
    assert complaints(store) == []


def make_documents(folder: Path, names: list[str]) -> None:
    store = Store.open(folder, files=FilesWithoutWaiting())
    for name in names:
        store.record(name, first_act(name))


def test_writers_that_make_the_same_documents_record_all_their_events(fast_path):
    store = Store.create(fast_path / "versions", files=FilesWithoutWaiting())
    names = [f"document-{number}" for number in range(10)]
    start = multiprocessing.get_context("fork").Process
    writers = [start(target=make_documents, args=(store.folder, names)) for _ in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [len(store.history(name).events) for name in names] == [3] * 10
    assert complaints(store) == []


def test_reader_sees_whole_states_while_others_record(fast_path):
    store = store_with(fast_path, first_act())
    writer = threading.Thread(target=note_many_times, args=(store.folder, 40))
    writer.start()
    seen = []
    while writer.is_alive():
        seen.append(len(store.history("oder-1962").events))
    writer.join()
    assert seen == sorted(seen)
    assert len(store.history("oder-1962").events) == 41


def test_writer_waits_for_another_only_so_long(tmp_path):
    store = store_with(tmp_path, first_act())
    hasty = Store.open(store.folder, lock_timeout_s=0.05)
    with (
        locked(store.folder / "oder-1962/0=ocfl_object_1.1", timeout_s=1),
        pytest.raises(StoreError, match=r"has been writing to .* for 0.05 seconds"),
    ):
        hasty.record("oder-1962", act({}))
    assert len(store.history("oder-1962").events) == 1


def test_lock_of_a_document_does_not_hold_up_another(tmp_path):
    store = store_with(tmp_path, first_act())
    with locked(store.folder / "oder-1962/0=ocfl_object_1.1", timeout_s=1):
        store.record("elbe-1947", first_act("elbe-1947"))
    assert store.documents() == ["elbe-1947", "oder-1962"]
