"""Writing one recording: staged beside the store, made durable, put in place by one rename.

Until the rename nothing in ``versions/`` has changed; after it the recording is there for every
reader. The copies of the inventory in the document's folder follow. If a writer is stopped in
between, the next writer of that document finishes the copies (`roll_forward`) and removes what
was left in the staging folder. Callers hold the lock.
"""

from collections.abc import Mapping
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


def commit_new(files: Files, folder: Path, staging: Path, recording: Recording) -> None:
    """Put a new document in place: its whole folder by one rename.

    Args:
        folder: Where the document will stand.
        staging: Where to stage; its parent is there, it is not.
    """
    copy = dump_inventory(recording.inventory)
    files.make_folder(staging)
    declaration = DECLARATION_CONTENT[OBJECT_DECLARATION]
    written = [_write(files, staging / OBJECT_DECLARATION, declaration)]
    written += _write_inventory(files, staging, copy)
    _stage_version(files, staging, recording, copy)
    for path in written:
        files.sync_file(path)
    files.sync_folder(staging)
    files.move_folder(staging, folder)
    _confirm(files, folder.parent, folder)


def commit_next(files: Files, stored: StoredObject, staging: Path, recording: Recording) -> None:
    """Put the next recording of a document in place, then refresh the copies of its inventory.

    Args:
        staging: Where to stage; its parent is there, it is not.
    """
    files.make_folder(staging)
    copy = dump_inventory(recording.inventory)
    copies = _write_inventory(files, staging, copy)
    _stage_version(files, staging, recording, copy)
    for path in copies:
        files.sync_file(path)
    files.move_folder(staging / recording.folder, stored.folder / recording.folder)
    _confirm(files, stored.folder, stored.folder / recording.folder)
    try:
        _refresh(files, stored.folder, staging)
    except OSError:
        # The recording is in place and durable: readers find it, the next writer refreshes.
        return


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


def roll_forward(files: Files, stored: StoredObject, staging: Path) -> None:
    """Finish the copies of the inventory where a writer was stopped before it could."""
    if not stored.is_behind:
        return
    files.make_folder(staging)
    for path in _write_inventory(files, staging, stored.content):
        files.sync_file(path)
    _refresh(files, stored.folder, staging)


def _refresh(files: Files, folder: Path, staging: Path) -> None:
    """Move staged copies of inventory and sidecar into the document's folder."""
    files.replace_file(staging / INVENTORY, folder / INVENTORY)
    files.replace_file(staging / SIDECAR, folder / SIDECAR)
    files.sync_folder(folder)
    files.remove_folder(staging)


def _stage_version(files: Files, staging: Path, recording: Recording, inventory: bytes) -> None:
    """Write the folder of one recording and make it durable, inmost folders first."""
    version = staging / recording.folder
    folders: list[Path] = []
    _make_once(files, version, folders)
    written = _write_inventory(files, version, inventory)
    for path, content in sorted(recording.content.items()):
        place = staging
        for part in path.split("/")[:-1]:
            place = place / part
            _make_once(files, place, folders)
        written.append(_write(files, staging / path, content))
    for path_written in written:
        files.sync_file(path_written)
    for folder in reversed(folders):
        files.sync_folder(folder)


def _make_once(files: Files, folder: Path, made: list[Path]) -> None:
    """Make a folder unless it is among those made."""
    if folder not in made:
        files.make_folder(folder)
        made.append(folder)


def _write_inventory(files: Files, folder: Path, content: bytes) -> list[Path]:
    """Write an inventory and its sidecar."""
    return [
        _write(files, folder / INVENTORY, content),
        _write(files, folder / SIDECAR, sidecar_of(content)),
    ]


def _write(files: Files, path: Path, content: bytes) -> Path:
    files.write(path, content)
    return path
