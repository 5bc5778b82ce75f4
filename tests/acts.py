"""Acts and stores for tests: a small invented document, recorded with one line."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import ocfl

from provtrack.model.document import Document, Version
from provtrack.model.history import Act
from provtrack.model.names import EventKind, VersionKind
from provtrack.model.stored import dump
from provtrack.store import Store
from provtrack.store.files import Files

BY = "A. Editor"
WHEN = "2024-05-31T09:15:00Z"


class FilesWithoutWaiting(Files):
    """The disk, without waiting for it: for tests of anything but durability."""

    def sync_all(self, files: Sequence[Path], folders: Sequence[Path]) -> None:
        """Do not wait, one after the other."""
        for path in files:
            self.sync_file(path)
        for path in folders:
            self.sync_folder(path)

    def sync_file(self, path: Path) -> None:
        """Do not wait."""

    def sync_folder(self, path: Path) -> None:
        """Do not wait."""


def version_files(siglum: str = "E1", text: str = "We shall not sign.", revision: int = 1, **more):
    """Make the files of a version."""
    version = Version(
        **{
            "siglum": siglum,
            "revision": revision,
            "kind": VersionKind.TRANSLATION,
            "language": "en",
            "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
            **more,
        }
    )
    return {
        f"texts/{siglum}/text.txt": text.encode(),
        f"texts/{siglum}/version.json": dump(version),
    }


def act(files, *, kind=EventKind.RECORD, versions=(), reason=None, by=BY, when=WHEN) -> Act:
    """Make an act with the usual recorder and time."""
    return Act(kind=kind, by=by, when=when, files=files, versions=versions, reason=reason)


def first_act(document: str = "oder-1962", text: str = "We shall not sign.") -> Act:
    """Make the act that records a new document with the version E1."""
    files = {"document.json": dump(Document(id=document)), **version_files(text=text)}
    return act(files, versions=("E1@1",))


def next_act(revision: int = 2, text: str = "We shall sign.") -> Act:
    """Make the act that corrects E1."""
    return act(
        version_files(text=text, revision=revision),
        kind=EventKind.CORRECT,
        versions=(f"E1@{revision}",),
        reason="Misread.",
    )


def store_with(folder: Path, *acts: Act, document: str = "oder-1962") -> Store:
    """Make a store with one document, act by act."""
    store = Store.create(folder / "versions", files=FilesWithoutWaiting())
    for one in acts:
        store.record(document, one)
    return store


def complaints(store: Store) -> list[str]:
    """List what ocfl-py, the oracle, says against a store: errors and warnings."""
    root = ocfl.StorageRoot(root=str(store.folder))
    is_valid = root.validate(log_warnings=True)
    said = [message for _, message in root.errors]
    said += [root.log.status_str()] if root.log.status_str() else []
    if not is_valid or root.good_objects != root.num_objects:
        said.append("not valid")
    if root.num_objects != len(store.documents()):
        said.append(f"{root.num_objects} objects for {len(store.documents())} documents")
    return said


def snapshot(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder by its path."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
