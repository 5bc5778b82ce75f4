"""Search what is recorded: the versions of a store, or the files of a folder, through an index.

The index is kept under ``.provtrack/search/`` and brought up to date first; without a project it is
made in memory, and nothing is written. Entry points: `index_of_store`, `index_of_folder`, `search`.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from provtrack.config import Project, find_project
from provtrack.errors import FormatError, NotInStoreError, StoreError, UsageError
from provtrack.importers import read as read_file
from provtrack.indexing import FileIndex, Refreshed, refresh
from provtrack.model.quotation import Passage
from provtrack.search import IndexedText, Located, locate, occurrences
from provtrack.store import Store, read_place, recorded_texts

SEARCH = "search"
OF_STORE = "versions"
CONTEXT = 60  # characters on either side of a passage
PLAIN = frozenset([".txt", ".text"])
READ = PLAIN | {".md", ".markdown", ".html", ".htm", ".xhtml", ".xml", ".tei", ".docx"}
READ_AT_ONCE = 1 << 18  # bytes
BYTE_ORDER_MARK = b"\xef\xbb\xbf"

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPassage:
    """A passage with the words around it.

    Attributes:
        before, text, after: As recorded; `before` and `after` end at words.
    """

    passage: Passage
    before: str
    text: str
    after: str


class StoreSource:
    """The versions of a store, every revision of each that is not retracted."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def texts(self, known: Mapping[str, Sequence[IndexedText]]) -> Iterator[IndexedText]:
        """List the texts of all documents; those that are unchanged are not read."""
        for document in self._store.documents():
            try:
                fingerprint = self._store.inventory_digest(document)[:32]
                before = known.get(document, ())
                if before and all(text.fingerprint == fingerprint for text in before):
                    yield from before
                else:
                    yield from self._listed(document, fingerprint)
            except (StoreError, FormatError):
                continue  # `provtrack verify` tells what is wrong with it

    def _listed(self, document: str, fingerprint: str) -> Iterator[IndexedText]:
        texts = recorded_texts(self._store, document)
        retracted = {one.version.siglum for one in texts if one.version.retracted}
        for one in texts:
            if one.version.siglum in retracted:
                continue
            source = one.version.source
            yield IndexedText(
                document=document,
                siglum=one.version.siglum,
                revision=one.version.revision,
                file=source.name if source else "",
                place=one.place,
                fingerprint=fingerprint,
            )

    def read(self, about: IndexedText) -> str | None:
        """Read a recorded text; None if it is gone or damaged."""
        try:
            return read_place(self._store, about.place)
        except (OSError, UnicodeDecodeError):
            return None


class FolderSource:
    """The files of a folder and the folders in it; each file is a document named by its path."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def texts(self, known: Mapping[str, Sequence[IndexedText]]) -> Iterator[IndexedText]:
        """List the files that can be read, by name; links are not followed."""
        for name, entry in _files(str(self._folder)):
            ending = os.path.splitext(name)[1].lower()  # noqa: PTH122 - ten thousand files
            if ending in READ:
                about = entry.stat(follow_symlinks=False)
                yield IndexedText(
                    document=name.removesuffix(ending) if ending in PLAIN else name,
                    file=name,
                    place=name,
                    fingerprint=f"{about.st_mtime_ns:x}-{about.st_size:x}",
                )

    def read(self, about: IndexedText) -> str | None:
        """Read a file; None if it is gone or holds no text."""
        path = f"{self._folder}/{about.place}"
        try:
            if about.place.endswith(tuple(PLAIN)):
                content = _content(path)
                if b"\r" not in content and not content.startswith(BYTE_ORDER_MARK):
                    return content.decode("utf-8")
        except UnicodeDecodeError:
            pass  # in another character set, which the importer finds out
        except OSError:
            return None
        try:
            return read_file(Path(path)).versions[0].text
        except (UsageError, FormatError, OSError):
            return None


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
    return refresh(derived / SEARCH / OF_STORE, StoreSource(store), step=step)


def index_of_folder(folder: Path, *, step: Step | None = None) -> tuple[FileIndex, Refreshed]:
    """Bring the index of a folder up to date; it is kept in the project around the program.

    Raises:
        UsageError: There is no such folder.
    """
    if not folder.is_dir():
        raise UsageError(f"cannot search {folder}: there is no such folder.")
    place = str(folder.resolve())
    try:
        derived = find_project(Path.cwd()).derived
    except NotInStoreError:
        return refresh(None, FolderSource(folder), step=step)
    name = hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return refresh(derived / SEARCH / name, FolderSource(folder), step=step)


def open_index(
    project: Callable[[], Project], against: str | None, *, step: Step | None = None
) -> tuple[FileIndex, Refreshed, str | None]:
    """Open the index of what is to be searched: a folder, one document of the store, or all of it.

    Returns:
        The index, what the refresh did, and the document if one is named.

    Raises:
        NotInStoreError: No store, or no such document.
    """
    if against is not None and Path(against).is_dir():
        return *index_of_folder(Path(against), step=step), None
    found = project()
    store = Store.open(found.versions)
    if against is not None and against not in store:
        store.history(against)  # says that there is no such document, and what there is
    return *index_of_store(store, found.derived, step=step), against


def search(words: Sequence[str], index: FileIndex, *, document: str | None = None) -> list[Located]:
    """Find where words stand: exactly, or with changes.

    Args:
        words: Segments that stand in this order, with anything between them.
        document: Look in this document only.
    """
    first = [document] if document else []
    found = locate(words, index, first=first)
    if not found and len(words) == 1:
        found = [
            Located(passages=(passage,), segments=(passage,), similarity=1.0)
            for passage in occurrences(words[0], index)
        ]
    if document is None:
        return found
    return [one for one in found if all(place.document == document for place in one.passages)]


def with_context(passages: Iterable[Passage], index: FileIndex) -> list[FoundPassage]:
    """Read passages with the words around them; those whose text is gone are left out."""
    places = {
        (text.document, text.siglum, text.revision, text.file): (part, number)
        for part, held in enumerate(index.parts)
        for number, text in enumerate(held.texts)
        if number not in held.removed
    }
    found = []
    for one in passages:
        text = index.text(*places[one.document, one.siglum, one.revision, one.file])
        if text is not None:
            start, end = one.span.start, one.span.end
            before = text[max(0, start - CONTEXT) : start]
            after = text[end : end + CONTEXT]
            if start > CONTEXT:
                before = "…" + before.partition(" ")[2]
            if end + CONTEXT < len(text):
                after = after.rpartition(" ")[0] + "…"
            found.append(
                FoundPassage(passage=one, before=before, text=text[start:end], after=after)
            )
    return found
