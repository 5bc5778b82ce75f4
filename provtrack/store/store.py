"""`Store`: a ``versions/`` folder, read and written.

One document is one OCFL object, one recording is one OCFL version with one event. Events are bound
to each other by digest: the head of a document, the sha512 of its newest event, fixes its history.
How a recording is written stands in `commit`, how a document is read in `objects`, what is checked
beforehand in `admission`, and how a store is verified in `verifying`.
"""

from collections.abc import Iterable
from pathlib import Path

from provtrack.errors import (
    AlreadyHeldError,
    HeadMovedError,
    NameFormatError,
    NewerFormatError,
    NotInStoreError,
    StoreError,
)
from provtrack.model.finding import Finding
from provtrack.model.history import Act, Event, History
from provtrack.model.names import DEFAULT_ID_PREFIX, check_document_id, check_id_prefix
from provtrack.model.package import Package
from provtrack.store.admission import check_act
from provtrack.store.adopting import how_held, package_of, recordings_of
from provtrack.store.commit import commit_new, commit_next, roll_forward
from provtrack.store.failures import in_words_on_reading, in_words_on_writing
from provtrack.store.files import EntryKind, Files
from provtrack.store.layout import EVENT, OBJECT_DECLARATION, ROOT_DECLARATION
from provtrack.store.locks import locked
from provtrack.store.objects import (
    StoredObject,
    history_of,
    inventory_digest,
    newest_number,
    newest_of,
    open_object,
)
from provtrack.store.preparing import prepare
from provtrack.store.staging import Staging, create_root
from provtrack.store.verifying import verify_documents, verify_root

LOCK_TIMEOUT_S = 120.0
ANY_HEAD = ""  # no digest; None stands for a document that is not there
NAMES_SHOWN = 12


class Store:
    """A ``versions/`` folder. Reading writes nothing; writing is one commit for one act.

    A store may be used by several processes at once: writers of one document wait for each
    other, readers wait for nobody.
    """

    def __init__(
        self, folder: Path, *, id_prefix: str, files: Files, lock_timeout_s: float = LOCK_TIMEOUT_S
    ) -> None:
        self.folder = folder
        self.id_prefix = check_id_prefix(id_prefix)
        self.files = files
        self._lock_timeout_s = lock_timeout_s
        self._staging = Staging(files, folder)

    @classmethod
    def create(
        cls, folder: Path, *, id_prefix: str = DEFAULT_ID_PREFIX, files: Files | None = None
    ) -> "Store":
        """Make an empty store.

        Args:
            folder: The ``versions`` folder; it may be there if it is empty. What is staged goes
                to ``.provtrack/staging/versions`` beside it.
            id_prefix: Beginning of the URI of each document made in it.

        Raises:
            AlreadyHeldError: There is a store already.
            StoreError: The folder holds something else, or cannot be written.
        """
        files = files or Files()
        store = cls(folder, id_prefix=id_prefix, files=files)
        with in_words_on_writing(folder):
            create_root(files, folder)
        return store

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        id_prefix: str = DEFAULT_ID_PREFIX,
        files: Files | None = None,
        lock_timeout_s: float = LOCK_TIMEOUT_S,
    ) -> "Store":
        """Open the store in a ``versions`` folder.

        Args:
            id_prefix: Beginning of the URI of documents that are made from now on.
            lock_timeout_s: Seconds to wait for another writer of the same document.

        Raises:
            NotInStoreError: No such folder.
            NewerFormatError: A later OCFL version than 1.1.
            StoreError: Not a store of provtrack.
        """
        files = files or Files()
        with in_words_on_reading(folder):
            _check_declared(files, folder)
        return cls(folder, id_prefix=id_prefix, files=files, lock_timeout_s=lock_timeout_s)

    def documents(self) -> list[str]:
        """List the ids of the documents, in alphabetical order."""
        with in_words_on_reading(self.folder):
            return [name for name in self.files.names(self.folder) if _is_document_id(name)]

    def __contains__(self, document: object) -> bool:
        return (
            isinstance(document, str)
            and _is_document_id(document)
            and self.files.kind(self.folder / document) is EntryKind.FOLDER
        )

    def history(self, document: str, *, number: int | None = None) -> History:
        """Read a document's events and files.

        Args:
            number: Read it as it was after this event, from 1; None: the newest.

        Raises:
            NotInStoreError: No such document or event.
            StoreError: The document is damaged.
        """
        stored = self._stored(document)
        newest = stored.inventory.number
        if number is not None and not 1 <= number <= newest:
            raise NotInStoreError(f"{document} has the events 1 to {newest}; there is no {number}.")
        with in_words_on_reading(stored.folder):
            return history_of(self.files, stored, number=number)

    def newest(self, document: str) -> History:
        """Read a document's files and its newest event only: what a listing needs.

        Raises:
            NotInStoreError: No such document.
            StoreError: The document is damaged.
        """
        stored = self._stored(document)
        with in_words_on_reading(stored.folder):
            return newest_of(self.files, stored)

    def head(self, document: str) -> str:
        """Give the digest of a document's newest event, in hexadecimal.

        Raises:
            NotInStoreError: No such document.
            StoreError: The document is damaged.
        """
        return self._stored(document).inventory.state[EVENT]

    def inventory_digest(self, document: str) -> str:
        """Give the digest of a document's newest inventory: it changes with every recording.

        No file but the inventories is read, so that many documents can be looked through for
        changes.

        Raises:
            StoreError: No such document, or its inventories are damaged.
        """
        folder = self.folder / document
        with in_words_on_reading(folder):
            return inventory_digest(self.files, folder)

    def heads_in_chain(self, document: str, head: str) -> bool:
        """Tell whether a head, for example one printed in a report, is in a document's history.

        Raises:
            NotInStoreError: No such document.
            StoreError: The document is damaged.
        """
        return head in self.history(document).heads

    def record(self, document: str, act: Act, *, onto: str | None = ANY_HEAD) -> Event:
        """Record one act on a document, which is made if it is not there.

        When this returns, the event is on the disk and survives a crash; when it raises, the
        document is as it was.

        Args:
            onto: The head the act was prepared for, None for a document that is to be new;
                left out, the act is recorded on whatever is there.

        Raises:
            UsageError, FormatError: The act is not one that can be recorded.
            HeadMovedError: The document has another head than `onto`.
            StoreError: The document is damaged, or the disk cannot be written.
        """
        check_document_id(document)
        check_act(act)
        folder = self.folder / document
        with in_words_on_writing(folder):
            kind = self.files.kind(folder)
            if kind not in (None, EntryKind.FOLDER):
                raise StoreError(f"{folder} is no folder; it does not belong in a store.")
            if kind is None:
                with locked(self.folder / ROOT_DECLARATION, timeout_s=self._lock_timeout_s):
                    if self.files.kind(folder) is None:
                        _check_head(document, None, onto)
                        return self._record_first(document, act)
            return self._record_next(document, act, onto)

    def package(self, document: str) -> Package:
        """Read a document with everything it ever held, to carry it elsewhere.

        Raises:
            NotInStoreError: No such document.
            StoreError: The document is damaged.
        """
        stored = self._stored(document)
        with in_words_on_reading(stored.folder):
            return package_of(self.files, stored)

    def adopt(self, package: Package) -> int:
        """Put a document from elsewhere into the store, with its history and its heads.

        Everything is checked first. A new document is written whole or not at all. Of one that is
        held with the first events of the package, the later ones are added one by one: if the
        machine stops between two, what is there is sound, and adopting again goes on.

        Returns:
            How many events were new here.

        Raises:
            AlreadyHeldError: The store has a document of this id that the package does not
                continue; says how the two differ.
            FormatError, UsageError: The package is not one that may be recorded.
            StoreError: The disk cannot be written.
        """
        recordings = recordings_of(package)
        folder = self.folder / package.document
        with (
            in_words_on_writing(folder),
            locked(self.folder / ROOT_DECLARATION, timeout_s=self._lock_timeout_s),
        ):
            if self.files.kind(folder) is None:
                with self._staging.of_new(package.document) as staging:
                    commit_new(self.files, folder, staging, recordings)
                return len(recordings)
        return self._catch_up(package)

    def _catch_up(self, package: Package) -> int:
        """Add the later events of a package, which is checked, to the document it continues."""
        folder = self.folder / package.document
        with (
            in_words_on_writing(folder),
            locked(folder / OBJECT_DECLARATION, timeout_s=self._lock_timeout_s),
        ):
            stored = open_object(self.files, folder)
            held = self.history(package.document).heads
            if held == package.heads or held != package.heads[: len(held)]:
                raise AlreadyHeldError(how_held(package, held))
            if package.uri != stored.inventory.id:
                raise AlreadyHeldError(
                    f"{package.document} is held already as {stored.inventory.id}; the other one "
                    f"is {package.uri}."
                )
            recordings = recordings_of(package, onto=stored.inventory)
            for recording in recordings:
                with self._staging.of(package.document) as staging:
                    roll_forward(self.files, stored, staging)
                with self._staging.of(package.document) as staging:
                    commit_next(self.files, stored, staging, recording)
                stored = open_object(self.files, folder)
            return len(recordings)

    def verify(self, documents: Iterable[str] | None = None) -> list[Finding]:
        """Check every digest, inventory, event and path; write nothing.

        Args:
            documents: Check these only; None: all, and what stands beside them.

        Returns:
            What is wrong, with codes of `probe`; nothing for a store that is whole.
        """
        if documents is not None:
            return list(verify_documents(self.files, self.folder, documents))
        held = self.documents()
        return [
            *verify_root(self.files, self.folder, held),
            *verify_documents(self.files, self.folder, held),
        ]

    def _record_first(self, document: str, act: Act) -> Event:
        """Make a document with its first event; the caller holds the store's lock."""
        event, recording = prepare(self.files, document, act, stored=None, id_prefix=self.id_prefix)
        with self._staging.of_new(document) as staging:
            commit_new(self.files, self.folder / document, staging, (recording,))
        return event

    def _record_next(self, document: str, act: Act, onto: str | None) -> Event:
        """Add an event to a document that is there."""
        folder = self.folder / document
        newest_number(self.files, folder)  # refuses what is no document before it is locked
        with locked(folder / OBJECT_DECLARATION, timeout_s=self._lock_timeout_s):
            stored = open_object(self.files, folder)
            _check_head(document, stored.inventory.state[EVENT], onto)
            event, recording = prepare(
                self.files, document, act, stored=stored, id_prefix=self.id_prefix
            )
            with self._staging.of(document) as staging:
                roll_forward(self.files, stored, staging)
                commit_next(self.files, stored, staging, recording)
        return event

    def _stored(self, document: str) -> StoredObject:
        """Open a document at its newest recording."""
        if document not in self:
            raise NotInStoreError(f"no document {document!r} in {self.folder}; {self._what_is()}")
        with in_words_on_reading(self.folder / document):
            return open_object(self.files, self.folder / document)

    def _what_is(self) -> str:
        """Say in words which documents there are."""
        names = self.documents()
        if not names:
            return "the store is empty."
        more = f" and {len(names) - NAMES_SHOWN} more" if len(names) > NAMES_SHOWN else ""
        return f"it holds {', '.join(names[:NAMES_SHOWN])}{more}."


def _check_head(document: str, head: str | None, onto: str | None) -> None:
    """See that a document is as it was when an act was prepared."""
    if onto not in (head, ANY_HEAD):
        raise HeadMovedError(f"somebody else recorded in {document} meanwhile; try again.")


def _check_declared(files: Files, folder: Path) -> None:
    """See by its declaration that a folder is a store of a kind we know."""
    if files.kind(folder) is None:
        raise NotInStoreError(f"no store at {folder}. `provtrack init` makes one.")
    names = files.names(folder)
    declared = [name for name in names if name.startswith("0=ocfl_")]
    if declared == [ROOT_DECLARATION]:
        return
    if any(name > ROOT_DECLARATION for name in declared):
        raise NewerFormatError(
            f"{folder} is declared as {declared[-1][2:]}; this provtrack reads OCFL 1.1. "
            "Install a newer provtrack to read it."
        )
    raise StoreError(f"{folder} lacks the file {ROOT_DECLARATION}; it is no store of provtrack.")


def _is_document_id(name: str) -> bool:
    """Tell whether a name can be a document's."""
    try:
        check_document_id(name)
    except NameFormatError:
        return False
    return True
