"""What the store holds of a document, as nouns: the document, its versions, texts, alignments.

A version is named ``DOCUMENT:SIGLUM[@REVISION]``. Every revision ever recorded can be read: the
document is opened as it was after the last event in which that revision was the newest.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from provtrack.errors import NotInStoreError, StoreError, UsageError
from provtrack.model.alignment import StoredAlignment
from provtrack.model.document import Document, Note, Notes, Version
from provtrack.model.history import History
from provtrack.model.names import check_document_id, check_siglum, natural_order
from provtrack.model.review import Reviews
from provtrack.model.stored import load
from provtrack.store.failures import in_words_on_reading
from provtrack.store.layout import (
    DOCUMENT,
    REVIEWS,
    notes_path,
    source_path,
    text_path,
    version_path,
)
from provtrack.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionName:
    """The name of a version on the command line; revision None means the newest."""

    document: str
    siglum: str
    revision: int | None = None

    def __str__(self) -> str:
        revision = "" if self.revision is None else f"@{self.revision}"
        return f"{self.document}:{self.siglum}{revision}"


def parse_version_name(name: str) -> VersionName:
    """Read ``DOCUMENT:SIGLUM`` or ``DOCUMENT:SIGLUM@REVISION``.

    Raises:
        UsageError: It is not such a name; says what one looks like.
    """
    match = re.fullmatch(r"([^:@]+):([^:@]+)(?:@([1-9]\d{0,8}))?", name)
    if not match:
        raise UsageError(
            f"not a version: {name!r}. Name it DOCUMENT:SIGLUM or DOCUMENT:SIGLUM@REVISION, "
            "for example benediktov-1962:E1 or benediktov-1962:E1@2."
        )
    document, siglum, revision = match.groups()
    return VersionName(
        document=check_document_id(document),
        siglum=check_siglum(siglum),
        revision=int(revision) if revision else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What the store holds of one document, read at its newest event.

    Attributes:
        document: Its metadata.
        versions: The newest revision of each version by siglum, sigla in natural order.
        alignments: Those recorded, in order of their sigla.
        reviews: What editors decided on changes, in order.
        history: Its events, and its files as bytes.
    """

    store: Store
    document: Document
    versions: Mapping[str, Version]
    alignments: tuple[StoredAlignment, ...]
    reviews: Reviews
    history: History

    @property
    def head(self) -> str:
        """Digest of the newest event, in hexadecimal."""
        return self.history.head

    def version(self, siglum: str, revision: int | None = None) -> Version:
        """Give the metadata of a version; revision None means the newest.

        Raises:
            NotInStoreError: No such version or revision; says what there is.
        """
        held = self._held(siglum)
        if revision in (None, held.revision):
            return held
        return _load_version(self._history_of(siglum, revision), siglum)

    def text(self, siglum: str, revision: int | None = None) -> str:
        """Give the recorded text of a version; revision None means the newest.

        Raises:
            NotInStoreError: No such version or revision; says what there is.
            StoreError: The text is damaged.
        """
        return self._history_of(siglum, revision).files[text_path(siglum)].decode("utf-8")

    def notes(self, siglum: str, revision: int | None = None) -> tuple[Note, ...]:
        """Give the notes of a version in order of position; revision None means the newest.

        Raises:
            NotInStoreError: No such version or revision; says what there is.
        """
        files = self._history_of(siglum, revision).files
        path = notes_path(siglum)
        return load(Notes, files[path], place=path).notes if path in files else ()

    def alignments_of(self, revisions: Mapping[str, int | None]) -> tuple[StoredAlignment, ...]:
        """Give the alignments recorded when revisions were last the newest together.

        Args:
            revisions: By siglum; None means the newest. Where one is older, the document is read
                once more, as it was before the first of them was corrected.

        Raises:
            NotInStoreError: No such version or revision; says what there is.
        """
        until = [self._last_event(siglum, revision) for siglum, revision in revisions.items()]
        older = [number for number in until if number is not None]
        if not older:
            return self.alignments
        return load_alignments(self.store.history(self.document.id, number=min(older)))

    def source(self, siglum: str, revision: int | None = None) -> bytes:
        """Give the file a version was read from, exactly as received.

        Raises:
            NotInStoreError: No such version or revision, or it was recorded without a file.
        """
        source = self.version(siglum, revision).source
        if source is None:
            raise NotInStoreError(f"{self.document.id}:{siglum} was recorded without a file.")
        return self._history_of(siglum, revision).files[source_path(siglum, source.name)]

    def _held(self, siglum: str) -> Version:
        """Give the newest revision of a version."""
        if siglum in self.versions:
            return self.versions[siglum]
        there = ", ".join(self.versions) or "no version"
        raise NotInStoreError(f"{self.document.id} has no version {siglum!r}; it has {there}.")

    def _history_of(self, siglum: str, revision: int | None) -> History:
        """Open the document as it was when a revision was the newest."""
        number = self._last_event(siglum, revision)
        if number is None:
            return self.history
        return self.store.history(self.document.id, number=number)

    def _last_event(self, siglum: str, revision: int | None) -> int | None:
        """Number the last event in which a revision was the newest; None: it still is."""
        newest = self._held(siglum).revision
        if revision in (None, newest):
            return None
        number = self._last_event_with(siglum, revision) if revision <= newest else None
        if number is None:
            revisions = "revision 1 only" if newest == 1 else f"the revisions 1 to {newest}"
            raise NotInStoreError(
                f"{self.document.id}:{siglum} has {revisions}; there is no {revision}."
            )
        return number

    def _last_event_with(self, siglum: str, revision: int) -> int | None:
        """Number the event before the one that made the next revision."""
        for event in self.history.events:
            if f"{siglum}@{revision + 1}" in event.versions:
                return event.number - 1
        return None


def holdings_of(store: Store, document: str) -> Holdings:
    """Read what the store holds of a document.

    Raises:
        NotInStoreError: No such document; says what there is.
        StoreError: The document is damaged.
    """
    history = store.history(document)
    with in_words_on_reading(store.folder / document):
        return Holdings(
            store=store,
            document=load_document(history),
            versions=load_versions(history),
            alignments=load_alignments(history),
            reviews=_load_reviews(history),
            history=history,
        )


def load_document(history: History) -> Document:
    """Read ``document.json`` from a document's files.

    Raises:
        StoreError: There is none.
        FormatError: It is damaged.
    """
    if DOCUMENT not in history.files:
        raise StoreError(f"{history.document} has no {DOCUMENT}; it is damaged.")
    return load(Document, history.files[DOCUMENT], place=f"{history.document}/{DOCUMENT}")


def load_alignments(history: History) -> tuple[StoredAlignment, ...]:
    """Read the alignments among a document's files, in order of their sigla."""
    return tuple(
        load(StoredAlignment, history.files[path], place=path)
        for path in history.files
        if path.startswith("alignments/")
    )


def _load_reviews(history: History) -> Reviews:
    """Read the decisions on changes; none where nothing is decided."""
    content = history.files.get(REVIEWS)
    return load(Reviews, content, place=f"{history.document}/{REVIEWS}") if content else Reviews()


def load_versions(history: History) -> dict[str, Version]:
    """Read the newest revision of each version, sigla in natural order (E2 before E10)."""
    sigla = {path.split("/")[1] for path in history.files if path.startswith("texts/")}
    return {siglum: _load_version(history, siglum) for siglum in sorted(sigla, key=natural_order)}


def _load_version(history: History, siglum: str) -> Version:
    """Read the metadata of one version from a document's files."""
    path = version_path(siglum)
    if path not in history.files:
        raise StoreError(f"{history.document} has no {path}; it is damaged.")
    return load(Version, history.files[path], place=f"{history.document}/{path}")
