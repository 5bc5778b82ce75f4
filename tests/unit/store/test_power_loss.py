"""provtrack.store: power lost at any moment, with what was not yet waited for gone or torn.

In the manner of ALICE (Pillai et al., OSDI 2014): a file's content is sure after `sync_file`, the
names in a folder after `sync_folder`; until then a crash may lose them.
"""

import shutil
from pathlib import Path

import pytest

from provtrack.store import Store
from tests.acts import FilesWithoutWaiting, act, complaints, first_act, next_act, store_with


class PowerLostError(BaseException):
    """The machine is off."""


class UnsureFiles(FilesWithoutWaiting):
    """A disk that remembers what a loss of power could still take away."""

    def __init__(self, stop_before: int = 10_000) -> None:
        self.count = 0
        self.stop_before = stop_before
        self.torn: set[Path] = set()  # files whose content is not sure
        self.undo: list[tuple[Path, str, Path, bytes]] = []  # (folder whose names are not sure, ..)

    def step(self) -> None:
        self.count += 1
        if self.count >= self.stop_before:
            raise PowerLostError

    def make_folder(self, path: Path) -> None:
        self.step()
        super().make_folder(path)
        self.undo.append((path.parent, "made", path, b""))

    def write(self, path: Path, content: bytes) -> None:
        self.step()
        super().write(path, content)
        self.torn.add(path)
        self.undo.append((path.parent, "made", path, b""))

    def sync_file(self, path: Path) -> None:
        self.step()
        self.torn.discard(path)

    def sync_folder(self, path: Path) -> None:
        self.step()
        self.undo = [entry for entry in self.undo if entry[0] != path]

    def move_folder(self, source: Path, target: Path) -> None:
        self.step()
        super().move_folder(source, target)
        self.torn = {_moved(path, source, target) for path in self.torn}
        self.undo = [
            (_moved(folder, source, target), what, _moved(path, source, target), old)
            for folder, what, path, old in self.undo
            if path != source
        ]
        self.undo.append((target.parent, "made", target, b""))

    def replace_file(self, source: Path, target: Path) -> None:
        self.step()
        old = target.read_bytes()
        super().replace_file(source, target)
        self.torn = {target if path == source else path for path in self.torn}
        self.undo = [entry for entry in self.undo if entry[2] != source]
        self.undo.append((target.parent, "replaced", target, old))

    def lose_power(self, *, tears_files: bool, loses_names: bool) -> None:
        """Do what the loss of power may do."""
        for path in self.torn if tears_files else ():
            if path.exists():
                path.write_bytes(path.read_bytes()[:7])
        for _, what, path, old in reversed(self.undo if loses_names else []):
            if what == "replaced":
                path.write_bytes(old)
            elif path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)


def _moved(path: Path, source: Path, target: Path) -> Path:
    return target / path.relative_to(source) if path.is_relative_to(source) else path


SETTINGS = [
    pytest.param(True, False, id="files torn"),
    pytest.param(False, True, id="names lost"),
    pytest.param(True, True, id="files torn, names lost"),
]


def record_new(store: Store) -> None:
    store.record("elbe-1947", first_act("elbe-1947"))


def record_next(store: Store) -> None:
    store.record("oder-1962", next_act(3, "We shall never sign."))


def heads(store: Store) -> list[str]:
    return [store.head(document) for document in store.documents()]


@pytest.mark.parametrize(("tears_files", "loses_names"), SETTINGS)
@pytest.mark.parametrize("recording", [record_new, record_next])
def test_power_lost_anywhere_leaves_the_old_or_the_new_state(
    fast_path, recording, tears_files, loses_names
):
    template = store_with(fast_path / "template", first_act(), next_act(2)).folder.parent
    shutil.copytree(template, fast_path / "whole")
    files = UnsureFiles()
    recording(Store.open(fast_path / "whole/versions", files=files))
    old = heads(Store.open(template / "versions"))
    new = heads(Store.open(fast_path / "whole/versions"))
    for stop in range(1, files.count + 2):
        folder = shutil.copytree(template, fast_path / f"stop-{stop}") / "versions"
        unsure = UnsureFiles(stop)
        is_acknowledged = True
        try:
            recording(Store.open(folder, files=unsure))
        except PowerLostError:
            is_acknowledged = False
        unsure.lose_power(tears_files=tears_files, loses_names=loses_names)
        store = Store.open(folder, files=FilesWithoutWaiting())
        assert heads(store) in ([new] if is_acknowledged else [old, new]), stop
        for document in store.documents():
            store.record(document, act({}, reason="Seen."))
        assert store.verify() == [], stop
        assert complaints(store) == [], stop
        shutil.rmtree(folder.parent)
