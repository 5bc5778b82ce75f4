"""The staging folder ``.provtrack/staging/versions/``: one folder for each commit.

Whoever holds the lock of a document owns its staging folder, so what stands there when the lock is
taken was left by a writer that was stopped. What a writer leaves for other documents is removed
when their locks are free. It may be deleted whenever nobody writes.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from provtrack.errors import AlreadyHeldError, StoreError
from provtrack.output_files import DERIVED
from provtrack.store.files import EntryKind, Files, make_folders, remove_tree
from provtrack.store.layout import (
    DECLARATION_CONTENT,
    OBJECT_DECLARATION,
    README,
    ROOT_DECLARATION,
    readme_text,
)
from provtrack.store.locks import locked_if_free

NEW = ".new"  # ends the folder of a document that is not there yet; no document id has a full stop


def staging_folder(store: Path) -> Path:
    """Name the folder where a store stages; stores beside each other do not share one."""
    return store.parent / DERIVED / "staging" / store.name


class Staging:
    """The staging folder of one store."""

    def __init__(self, files: Files, store: Path) -> None:
        self._files = files
        self._store = store
        self._folder = staging_folder(store)

    @contextmanager
    def of(self, document: str) -> Iterator[Path]:
        """Give the place to stage the next recording of a document whose lock is held."""
        with self._cleaned_up(self._folder / document) as place:
            yield place

    @contextmanager
    def of_new(self, document: str) -> Iterator[Path]:
        """Give the place to stage a new document while the store's lock is held."""
        self._sweep()
        with self._cleaned_up(self._folder / f"{document}{NEW}") as place:
            yield place

    @contextmanager
    def _cleaned_up(self, place: Path) -> Iterator[Path]:
        """Give a place that is empty, and removed again if the disk fails."""
        remove_tree(self._files, place)
        make_folders(self._files, place.parent)
        try:
            yield place
        except OSError:
            with suppress(OSError):  # the failure that is on its way says what is wrong
                remove_tree(self._files, place)
            raise

    def _sweep(self) -> None:
        """Remove what stopped writers left; the store's lock is held, so no document is in the
        making, and a document's staging folder is stale if the document's lock is free."""
        if self._files.kind(self._folder) is None:
            return
        for name in self._files.names(self._folder):
            declaration = self._store / name / OBJECT_DECLARATION
            if name.endswith(NEW) or self._files.kind(declaration) is None:
                remove_tree(self._files, self._folder / name)
                continue
            with locked_if_free(declaration) as is_ours:
                if is_ours:
                    remove_tree(self._files, self._folder / name)


def create_root(files: Files, folder: Path) -> None:
    """Make an empty store at a place, by one rename.

    Raises:
        AlreadyHeldError: A store stands there.
        StoreError: Something else stands there.
    """
    kind = files.kind(folder)
    if kind is EntryKind.FOLDER:
        names = files.names(folder)
        if any(name.startswith("0=ocfl_") for name in names):
            raise AlreadyHeldError(f"there is a store at {folder} already.")
        if names:
            raise StoreError(f"cannot make a store at {folder}: it holds {names[0]}.")
    elif kind is not None:
        raise StoreError(f"cannot make a store at {folder}: something else stands there.")
    staging = staging_folder(folder) / f"{folder.name}{NEW}"
    remove_tree(files, staging)
    make_folders(files, staging.parent)
    files.make_folder(staging)
    for name, content in (
        (README, readme_text()),
        (ROOT_DECLARATION, DECLARATION_CONTENT[ROOT_DECLARATION]),
    ):
        files.write(staging / name, content)
        files.sync_file(staging / name)
    files.sync_folder(staging)
    if kind is EntryKind.FOLDER:
        files.remove_folder(folder)
    files.move_folder(staging, folder)
    files.sync_folder(folder.parent)
