"""Where the texts of a search come from: the versions of a store, or the files of a folder.

Both are sources of an index, which is kept in the project's ``.provtrack/search/`` and brought up
to date first; without a project it is made in memory, and nothing is written. Entry points:
`index_of_store`, `index_of_folder`.
"""

import hashlib
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from provtrack.config import find_project
from provtrack.errors import FormatError, ProvtrackError, StoreError, UsageError
from provtrack.importers import read as read_file
from provtrack.indexing import FileIndex, ReadText, Refreshed, refresh
from provtrack.search import IndexedText
from provtrack.store import Store, read_place, recorded_texts

SEARCH = "search"
OF_STORE = "versions"
PLAIN = frozenset([".txt", ".text"])
READ = PLAIN | {".md", ".markdown", ".html", ".htm", ".xhtml", ".xml", ".tei", ".docx"}
READ_AT_ONCE = 1 << 18  # bytes
BYTE_ORDER_MARK = b"\xef\xbb\xbf"

Step = Callable[[int, int], None]


class StoreSource:
    """The versions of a store, every revision of each.

    Args:
        documents: Those that are meant; None: all.

    Attributes:
        unlisted: Documents that were damaged when the texts were listed.
    """

    def __init__(self, store: Store, documents: Sequence[str] | None = None) -> None:
        self._store = store
        self._documents = documents
        self.unlisted: list[str] = []

    def texts(self, known: Mapping[str, Sequence[IndexedText]]) -> Iterator[IndexedText]:
        """List the texts of all documents; those that are unchanged are not read."""
        chosen = self._store.documents() if self._documents is None else self._documents
        for document in chosen:
            try:
                fingerprint = self._store.inventory_digest(document)[:32]
                before = known.get(document, ())
                if before and all(text.fingerprint == fingerprint for text in before):
                    yield from before
                else:
                    yield from self._listed(document, fingerprint)
            except (StoreError, FormatError):
                self.unlisted.append(document)  # `provtrack verify` tells what is wrong with it

    def _listed(self, document: str, fingerprint: str) -> Iterator[IndexedText]:
        texts = recorded_texts(self._store, document)
        retracted = {one.version.siglum for one in texts if one.version.retracted}
        for one in texts:
            source = one.version.source
            yield IndexedText(
                document=document,
                siglum=one.version.siglum,
                revision=one.version.revision,
                file=source.name if source else "",
                place=one.place,
                fingerprint=fingerprint,
                is_retracted=one.version.siglum in retracted,
                language=one.version.language,
                text_sha256=one.version.text_sha256,
            )

    def read(self, about: IndexedText) -> ReadText | None:
        """Read a recorded text; None if it is gone or damaged."""
        try:
            text = read_place(self._store, about.place)
        except (OSError, UnicodeDecodeError):
            return None
        digest = hashlib.sha256(text.encode()).hexdigest()
        return ReadText(text) if digest == about.text_sha256 else None


class FolderSource:
    """The files of a folder and the folders in it; each file is a document named by its path.

    Args:
        listed: Files that are meant whatever they are called: paths relative to the folder.
    """

    def __init__(self, folder: Path, listed: Collection[str] = ()) -> None:
        self._folder = folder
        self._listed = frozenset(listed)

    def texts(self, known: Mapping[str, Sequence[IndexedText]]) -> Iterator[IndexedText]:
        """List the files that can be read, by name; links are followed only if they are listed.

        Raises:
            UsageError: A listed file lies outside the folder.
        """
        further = set(self._listed)
        for name, entry in _files(str(self._folder)):
            ending = os.path.splitext(name)[1].lower()  # noqa: PTH122 - ten thousand files
            if ending in READ or name in further:
                further.discard(name)
                yield _of_file(name, entry.stat(follow_symlinks=False))
        for name in sorted(further):
            path = self._folder / name
            if not path.resolve().is_relative_to(self._folder.resolve()):
                raise UsageError(
                    f"{name} lies outside {self._folder}; list files of the folder only."
                )
            if path.is_file():
                yield _of_file(name, path.stat())

    def read(self, about: IndexedText) -> ReadText | None:
        """Read a file; None if it is gone or holds no text."""
        path = f"{self._folder}/{about.place}"
        try:
            if about.place.endswith(tuple(PLAIN)):
                content = _content(path)
                if b"\r" not in content and not content.startswith(BYTE_ORDER_MARK):
                    return ReadText(content.decode("utf-8"))
        except UnicodeDecodeError:
            pass  # in another character set, which the importer finds out
        except OSError:
            return None
        try:
            read = read_file(Path(path)).versions[0]
            return ReadText(read.text, read.language or "")
        except (UsageError, FormatError, OSError):
            return None


def _of_file(name: str, about: os.stat_result) -> IndexedText:
    """Describe a file of a folder."""
    ending = os.path.splitext(name)[1].lower()  # noqa: PTH122 - ten thousand files
    return IndexedText(
        document=name[: -len(ending)] if ending in PLAIN else name,
        file=name,
        place=name,
        fingerprint=f"{about.st_mtime_ns:x}-{about.st_size:x}",
    )


def _content(path: str) -> bytes:
    """Read a file by as few calls as can be: a search reads thousands of small ones."""
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        pieces = [os.read(file, READ_AT_ONCE)]
        while len(pieces[-1]) == READ_AT_ONCE:
            pieces.append(os.read(file, READ_AT_ONCE))
    finally:
        os.close(file)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def _files(folder: str, above: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Walk a folder in the order of names: path relative to it, and entry."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{above}{entry.name}/")
        elif entry.is_file(follow_symlinks=False):
            yield f"{above}{entry.name}", entry


def index_of_store(
    store: Store, derived: Path, *, step: Step | None = None
) -> tuple[FileIndex, Refreshed]:
    """Bring the index of a store up to date, and open it.

    Args:
        derived: The project's ``.provtrack``.
        step: Told how many texts of how many are read.
    """
    source = StoreSource(store)
    index, done = refresh(derived / SEARCH / OF_STORE, source, step=step)
    return index, replace(done, unlisted=tuple(source.unlisted))


def index_of_folder(
    folder: Path, listed: Collection[str] = (), *, around: Path, step: Step | None = None
) -> tuple[FileIndex, Refreshed]:
    """Bring the index of a folder up to date.

    Args:
        listed: Files that are meant whatever they are called.
        around: The index is kept in the project around this folder; in memory if there is none.

    Raises:
        UsageError: There is no such folder, or a listed file lies outside it.
    """
    if not folder.is_dir():
        raise UsageError(f"cannot search {folder}: there is no such folder.")
    source = FolderSource(folder, listed)
    try:
        derived = find_project(around).derived
    except ProvtrackError:  # files are read anywhere: a faulty project is not their matter
        return refresh(None, source, step=step)
    place = str(folder.resolve()).encode("utf-8", "surrogateescape")
    name = hashlib.sha256(place).hexdigest()[:16]
    return refresh(derived / SEARCH / name, source, step=step)
