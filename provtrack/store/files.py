"""Every operation of the store on the disk goes through `Files`, one method for one operation.

The seam exists so that tests can stop a recording before any single operation, or let it fail as a
full or broken disk would, and look at what is left. Nothing here knows what the files mean.
"""

import os
import stat
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from pathlib import Path

WAITING_TOGETHER = 4  # more threads did not wait for less


class EntryKind(Enum):
    """What stands at a path; links are never followed."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    OTHER = "other"


class Files:
    """The disk. Failures are the built-in `OSError`; callers put them into their own words."""

    def read(self, path: Path | str) -> bytes:
        """Read a whole file."""
        with open(path, "rb") as stream:  # noqa: PTH123 - verify reads a million; `Path` costs more
            return stream.read()

    def names(self, folder: Path) -> list[str]:
        """List the names in a folder, sorted."""
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries)

    def entries(self, folder: Path | str) -> dict[str, EntryKind]:
        """Say what stands in a folder, by name, in no order."""
        with os.scandir(folder) as entries:
            return {entry.name: _kind_of(entry) for entry in entries}

    def kind(self, path: Path) -> EntryKind | None:
        """Say what stands at a path, without following links; None if nothing does."""
        try:
            mode = os.lstat(path).st_mode
        except (FileNotFoundError, NotADirectoryError):
            return None
        if stat.S_ISREG(mode):
            return EntryKind.FILE
        if stat.S_ISDIR(mode):
            return EntryKind.FOLDER
        return EntryKind.LINK if stat.S_ISLNK(mode) else EntryKind.OTHER

    def make_folder(self, path: Path) -> None:
        """Make a folder; its parent must exist and it must not."""
        path.mkdir()

    def write(self, path: Path, content: bytes) -> None:
        """Write a new file; it must not exist. Not durable before `sync_file`."""
        with path.open("xb") as stream:
            stream.write(content)

    def sync_file(self, path: Path) -> None:
        """Wait until the content of a file is on the disk."""
        with path.open("r+b") as stream:
            os.fsync(stream.fileno())

    def sync_folder(self, path: Path) -> None:
        """Wait until the names in a folder are on the disk."""
        if os.name == "nt":  # Windows cannot open folders; its file system journals names itself
            return
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def sync_all(self, files: Sequence[Path], folders: Sequence[Path]) -> None:
        """Wait until files and folders are on the disk, several at a time.

        A journaling file system writes its journal once for all that wait together: on a busy
        disk this took 8 ms where one after the other took 48.
        """
        with ThreadPoolExecutor(WAITING_TOGETHER) as pool:
            waiting = [pool.submit(self.sync_file, path) for path in files]
            waiting += [pool.submit(self.sync_folder, path) for path in folders]
        for one in waiting:
            one.result()

    def move_folder(self, source: Path, target: Path) -> None:
        """Give a folder another place in one step; nothing may stand there."""
        source.rename(target)

    def replace_file(self, source: Path, target: Path) -> None:
        """Put a file in the place of another in one step."""
        source.replace(target)

    def remove_file(self, path: Path) -> None:
        """Remove a file or a link."""
        path.unlink()

    def remove_folder(self, path: Path) -> None:
        """Remove an empty folder."""
        path.rmdir()


def _kind_of(entry: "os.DirEntry[str]") -> EntryKind:
    """Say what an entry of a folder is, without following links."""
    if entry.is_file(follow_symlinks=False):
        return EntryKind.FILE
    if entry.is_dir(follow_symlinks=False):
        return EntryKind.FOLDER
    return EntryKind.LINK if entry.is_symlink() else EntryKind.OTHER


def remove_tree(files: Files, path: Path) -> None:
    """Remove whatever stands at a path, links without following them; nothing there is fine."""
    kind = files.kind(path)
    if kind is None:
        return
    if kind is not EntryKind.FOLDER:
        files.remove_file(path)
        return
    for name in files.names(path):
        remove_tree(files, path / name)
    files.remove_folder(path)


def make_folders(files: Files, path: Path) -> None:
    """Make a folder and those above it that are missing; another process may do the same."""
    if files.kind(path) is not None:
        return
    make_folders(files, path.parent)
    try:
        files.make_folder(path)
    except FileExistsError:
        return
