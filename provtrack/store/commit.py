"""Writing one recording: staged beside the store, made durable, put in place by one rename.

Until the rename nothing in ``versions/`` has changed; after it the recording is there for every
reader. The copies of the inventory in the document's folder follow. If a writer is stopped in
between, the next writer of that document finishes the copies (`roll_forward`) and removes what
was left in the staging folder. Callers hold the lock.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from provtrack.errors import StoreError
from provtrack.store.files import Files
from provtrack.store.inventory import Inventory, digest_of, dump_inventory, sidecar_of
from provtrack.store.layout import (
    CONTENT,
    DECLARATION_CONTENT,
    INVENTORY,
    OBJECT_DECLARATION,
    SIDECAR,
)
from provtrack.store.objects import StoredObject


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """What one commit writes.

    Attributes:
        inventory: As it will be, this recording included.
        content: New files by content path in the document's folder.
    """

    inventory: Inventory
    content: Mapping[str, bytes]

    @property
    def folder(self) -> str:
        """Name of the recording's folder, for example ``v3``."""
        return f"v{self.inventory.number}"


def content_paths(files: Mapping[str, bytes], inventory: Inventory | None) -> dict[str, str]:
    """Give each digest that is not held yet its content path; equal files are kept once.

    Of equal files the recorded text goes before the source it was read from, so that a reader
    without a program finds ``text.txt`` where README.txt says.

    Args:
        files: New content by logical path.
        inventory: Of the newest recording; None for a new document.
    """
    number = inventory.number + 1 if inventory else 1
    held = inventory.manifest if inventory else {}
    paths: dict[str, str] = {}
    for path in sorted(files, key=lambda path: ("/source/" in path, path)):
        digest = digest_of(files[path])
        if digest not in held:
            paths.setdefault(digest, f"v{number}/{CONTENT}/{path}")
    return paths


def commit_new(files: Files, folder: Path, staging: Path, recordings: Sequence[Recording]) -> None:
    """Put a new document in place: its whole folder by one rename.

    Args:
        folder: Where the document will stand.
        staging: Where to stage; its parent is there, it is not.
        recordings: One, or the whole history of a document from elsewhere, in order.
    """
    stage = _Stage(files, staging)
    stage.write(OBJECT_DECLARATION, DECLARATION_CONTENT[OBJECT_DECLARATION])
    for recording in recordings:
        _stage_folder(stage, recording)
    stage.write_inventory("", dump_inventory(recordings[-1].inventory))
    stage.wait()
    files.move_folder(staging, folder)
    _confirm(files, folder.parent, folder)


def commit_next(files: Files, stored: StoredObject, staging: Path, recording: Recording) -> None:
    """Put the next recording of a document in place, then refresh the copies of its inventory.

    Args:
        staging: Where to stage; its parent is there, it is not.
    """
    stage = _Stage(files, staging)
    stage.write_inventory("", dump_inventory(recording.inventory))
    _stage_folder(stage, recording)
    stage.wait()
    files.move_folder(staging / recording.folder, stored.folder / recording.folder)
    _confirm(files, stored.folder, stored.folder / recording.folder)
    try:
        _refresh(files, stored.folder, staging)
    except OSError:
        # The recording is in place and durable: readers find it, the next writer refreshes.
        return


def roll_forward(files: Files, stored: StoredObject, staging: Path) -> None:
    """Finish the copies of the inventory where a writer was stopped before it could."""
    if not stored.is_behind:
        return
    stage = _Stage(files, staging)
    stage.write_inventory("", stored.content)
    stage.wait()
    _refresh(files, stored.folder, staging)


class _Stage:
    """A folder being filled, and what of it is not yet known to be on the disk."""

    def __init__(self, files: Files, folder: Path) -> None:
        self._files = files
        self._folder = folder
        self._written: list[Path] = []
        self._folders: list[Path] = []
        self._make(folder)

    def write(self, path: str, content: bytes) -> None:
        """Write a file below the folder, with the folders it stands in."""
        place = self._folder
        for part in path.split("/")[:-1]:
            place = place / part
            self._make(place)
        self._files.write(self._folder / path, content)
        self._written.append(self._folder / path)

    def write_inventory(self, folder: str, content: bytes) -> None:
        """Write an inventory and its sidecar; `folder` ends in a slash or is empty."""
        self.write(f"{folder}{INVENTORY}", content)
        self.write(f"{folder}{SIDECAR}", sidecar_of(content))

    def wait(self) -> None:
        """Wait until everything is on the disk."""
        self._files.sync_all(self._written, self._folders)

    def _make(self, folder: Path) -> None:
        if folder not in self._folders:
            self._files.make_folder(folder)
            self._folders.append(folder)


def _stage_folder(stage: _Stage, recording: Recording) -> None:
    """Write the folder of one recording."""
    stage.write_inventory(f"{recording.folder}/", dump_inventory(recording.inventory))
    for path, content in sorted(recording.content.items()):
        stage.write(path, content)


def _confirm(files: Files, parent: Path, recorded: Path) -> None:
    """Wait until the rename that was the commit is on the disk.

    Raises:
        StoreError: The disk does not say so; readers see the recording all the same.
    """
    try:
        files.sync_folder(parent)
    except OSError as fault:
        raise StoreError(
            f"{recorded} was recorded, but the disk does not confirm it: "
            f"{fault.strerror or fault}. See whether `provtrack log` shows it."
        ) from fault


def _refresh(files: Files, folder: Path, staging: Path) -> None:
    """Move staged copies of inventory and sidecar into the document's folder.

    Nobody waits for the disk here: if these renames are lost, the next writer makes them again.
    """
    files.replace_file(staging / INVENTORY, folder / INVENTORY)
    files.replace_file(staging / SIDECAR, folder / SIDECAR)
    files.remove_folder(staging)
