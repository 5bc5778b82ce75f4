"""provtrack.store: a writer stopped before any single operation, or a disk that fails there."""

import errno
import shutil
from pathlib import Path

import pytest

from provtrack.errors import StoreError
from provtrack.store import Store
from provtrack.store.files import Files
from provtrack.store.staging import staging_folder
from tests.acts import (
    FilesWithoutWaiting,
    act,
    complaints,
    first_act,
    next_act,
    snapshot,
    store_with,
)

WRITING = ("make_folder", "write", "sync_file", "sync_folder", "move_folder", "replace_file",
           "remove_file", "remove_folder")  # fmt: skip
READING = ("read", "names", "kind")
FAR = 10_000


class StoppedError(BaseException):
    """The writer is gone, as after kill -9."""


class InterruptedFiles(FilesWithoutWaiting):
    """A disk that counts operations and breaks off before one of them."""

    def __init__(self, stop_before: int = FAR, *, fault: BaseException, lasts: bool = True) -> None:
        self.count = 0
        self.stop_before = stop_before
        self.fault = fault
        self.lasts = lasts

    def step(self) -> None:
        self.count += 1
        if self.count == self.stop_before or (self.lasts and self.count > self.stop_before):
            raise self.fault


def _counted(name: str, *, is_done: bool):
    def operation(self, *places):
        self.step()
        return getattr(Files, name)(self, *places) if is_done else None

    return operation


class StoppedFiles(InterruptedFiles):
    """Every operation counts. Waiting for the disk is left out: it changes no file."""


class FailingFiles(InterruptedFiles):
    """Only operations that write count."""


for _name in (*WRITING, *READING):
    setattr(StoppedFiles, _name, _counted(_name, is_done=not _name.startswith("sync_")))
for _name in WRITING:
    setattr(FailingFiles, _name, _counted(_name, is_done=not _name.startswith("sync_")))


def prepared(folder: Path) -> Path:
    """Make a store with a document of two events."""
    return store_with(folder, first_act(), next_act(2)).folder.parent


def copied(template: Path, place: Path) -> Path:
    shutil.copytree(template, place)
    return place / "versions"


def record_new(store: Store) -> None:
    store.record("elbe-1947", first_act("elbe-1947"))


def record_next(store: Store) -> None:
    store.record("oder-1962", next_act(3, "We shall never sign."))


def heads(store: Store) -> list[str]:
    return [store.head(document) for document in store.documents()]


def operations(template: Path, place: Path, recording, kind: type[InterruptedFiles]) -> int:
    files = kind(fault=StoppedError())
    recording(Store.open(copied(template, place), files=files))
    return files.count


@pytest.mark.parametrize("recording", [record_new, record_next])
def test_writer_stopped_anywhere_leaves_the_old_or_the_new_state(fast_path, recording):
    template = prepared(fast_path / "template")
    total = operations(template, fast_path / "whole", recording, StoppedFiles)
    old = heads(Store.open(template / "versions"))
    new = heads(Store.open(fast_path / "whole/versions"))
    seen = set()
    for stop in range(1, total + 1):
        folder = copied(template, fast_path / f"stop-{stop}")
        with pytest.raises(StoppedError):
            recording(Store.open(folder, files=StoppedFiles(stop, fault=StoppedError())))
        store = Store.open(folder, files=FilesWithoutWaiting())
        assert heads(store) in (old, new), stop
        seen.add(heads(store) == new)
        assert {finding.code for finding in store.verify()} <= {"STO007"}, stop
        record_next_writer(store)
        assert complaints(store) == [], stop
        assert store.verify() == [], stop
        assert staged(store) == [], stop
        shutil.rmtree(folder.parent)
    assert seen == {True, False}
    assert total > 30


def record_next_writer(store: Store) -> None:
    """Record in every document that is there, and a new one."""
    for document in store.documents():
        store.record(document, act({}, reason="Seen."))
    store.record("spree-1948", first_act("spree-1948"))


def staged(store: Store) -> list[str]:
    folder = staging_folder(store.folder)
    return [path.name for path in folder.iterdir()] if folder.exists() else []


@pytest.mark.parametrize("lasts", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize("recording", [record_new, record_next])
def test_full_disk_leaves_the_store_unchanged_or_the_act_recorded(fast_path, recording, lasts):
    template = prepared(fast_path / "template")
    total = operations(template, fast_path / "whole", recording, FailingFiles)
    for stop in range(1, total + 1):
        folder = copied(template, fast_path / f"stop-{stop}")
        before = snapshot(folder)
        full = OSError(errno.ENOSPC, "No space left on device", str(folder / "x"))
        said = ""
        try:
            recording(Store.open(folder, files=FailingFiles(stop, fault=full, lasts=lasts)))
        except StoreError as fault:
            said = str(fault)
        is_unchanged = snapshot(folder) == before
        assert is_unchanged == ("Nothing was recorded" in said), stop
        assert is_unchanged or not said or "the disk does not confirm it" in said
        store = Store.open(folder, files=FilesWithoutWaiting())
        record_next_writer(store)
        assert complaints(store) == [], stop
        assert staged(store) == [], stop
        shutil.rmtree(folder.parent)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full. Nothing was recorded"),
        (errno.EROFS, "the store is read-only for you. Nothing was recorded"),
        (errno.EACCES, "the store is read-only for you. Nothing was recorded"),
        (errno.EXDEV, "must be on one disk. Nothing was recorded"),
        (errno.ENOENT, "is missing. Nothing was recorded"),
        (errno.EIO, "Input/output error. Nothing was recorded"),
    ],
)
def test_failing_disk_is_told_in_one_sentence(tmp_path, number, words):
    folder = prepared(tmp_path) / "versions"
    fault = OSError(number, "Input/output error", str(folder))
    with pytest.raises(StoreError, match=words):
        record_next(Store.open(folder, files=FailingFiles(1, fault=fault)))


def test_interrupted_recording_is_mended_by_the_next_writer(tmp_path):
    store = store_with(tmp_path, first_act(), next_act(2))
    document = store.folder / "oder-1962"
    for name in ("inventory.json", "inventory.json.sha512"):
        shutil.copy(document / "v1" / name, document / name)
    assert [finding.code for finding in store.verify()] == ["STO007"]
    assert store.history("oder-1962").events[-1].number == 2
    store.record("oder-1962", next_act(3, "We shall never sign."))
    assert store.verify() == []
    assert complaints(store) == []


def test_leftovers_of_stopped_writers_are_swept(tmp_path):
    store = store_with(tmp_path, first_act())
    staging = staging_folder(store.folder)
    (staging / "elbe.new/v1").mkdir(parents=True)
    (staging / "oder-1962/v2").mkdir(parents=True)
    store.record("spree-1948", first_act("spree-1948"))
    assert staged(store) == []


def test_stores_beside_each_other_do_not_share_a_staging_folder(tmp_path):
    assert staging_folder(tmp_path / "versions") != staging_folder(tmp_path / "versions-2023")


def test_staging_folder_may_be_deleted(tmp_path):
    store = store_with(tmp_path, first_act())
    shutil.rmtree(store.folder.parent / ".provtrack")
    store.record("oder-1962", next_act())
    assert complaints(store) == []
