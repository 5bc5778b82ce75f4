"""What publications are audited against: the versions of a store, or the files of a folder.

Both give the same thing: an index of texts, which stay where they are recorded, and what citations
may know the documents by. Entry points: `archive_of_store`, `archive_of_folder`.
"""

import posixpath
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from provtrack.checking.registering import registered
from provtrack.citing import DocumentWords, catalogued
from provtrack.errors import FormatError, ProvtrackError, StoreError
from provtrack.importers import read
from provtrack.importers.source_lists import ListedSource
from provtrack.indexing import FileIndex, Refreshed, refresh
from provtrack.model.alignment import StoredAlignment
from provtrack.model.audit import AuditedSource
from provtrack.model.citation import CataloguedDocument
from provtrack.model.names import VersionKind, natural_order
from provtrack.model.register import RegisteredDocument
from provtrack.search import IndexedText, PassageIndex, View
from provtrack.store import Store, load_alignments
from provtrack.text_sources import (
    OF_STORE,
    SEARCH,
    Step,
    StoreSource,
    index_of_folder,
    index_of_store,
)

NO_SOURCE = "text.txt"  # name of a text that was recorded without a file
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedText:
    """A text to audit against.

    Attributes:
        kind: Of the version; None in a folder of files.
        newer: The newest revision of the version, if this is an earlier one.
        is_retracted: The version was withdrawn.
    """

    source: AuditedSource
    kind: VersionKind | None = None
    newer: int | None = None
    is_retracted: bool = False

    @property
    def key(self) -> tuple[str, str, int, str]:
        """Document, siglum, revision, file."""
        one = self.source
        return one.document, one.siglum, one.revision, one.file

    @property
    def is_current(self) -> bool:
        """Whether it is the newest revision of a version that stands."""
        return self.newer is None and not self.is_retracted


def _none_recorded(document: str) -> Sequence[StoredAlignment]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Texts and what they may be cited by.

    Attributes:
        texts: In order of document and siglum, the newest revision of each version first.
        catalogue: One entry a document.
        index: In which the texts are looked through, under the same names.
        alignments: Gives those recorded of a document; none in a folder of files.
        kept: The indexes behind `index`: they know which texts could not be read any more.
    """

    texts: tuple[ArchivedText, ...]
    catalogue: tuple[CataloguedDocument, ...]
    index: PassageIndex
    alignments: Callable[[str], Sequence[StoredAlignment]] = _none_recorded
    kept: tuple[FileIndex, ...] = ()


def joined(archives: Sequence[Archive]) -> Archive:
    """Make several archives one."""
    if len(archives) == 1:
        return archives[0]
    return Archive(
        texts=tuple(text for one in archives for text in one.texts),
        catalogue=tuple(entry for one in archives for entry in one.catalogue),
        index=View([one.index for one in archives], lambda text: text),
        alignments=lambda document: [
            stored for one in archives for stored in one.alignments(document)
        ],
        kept=tuple(index for one in archives for index in one.kept),
    )


def archive_of_store(
    store: Store,
    documents: Sequence[str] | None,
    derived: Path,
    *,
    tell: Tell,
    step: Step | None = None,
) -> Archive:
    """Open every revision of every version of some documents, or of all.

    Args:
        documents: None: all; their index is kept.
        derived: The project's ``.provtrack``.
        tell: Takes a sentence for the reader: where a document cannot be read, or where the index
            had to be made anew.
        step: Told how many texts of how many are indexed.
    """
    for document in documents or ():
        if document not in store:
            store.history(document)  # says that there is no such document, and what there is
    if documents is None:
        index, done = index_of_store(store, derived, step=step)
        kept, chosen = derived / SEARCH / OF_STORE, store.documents()
    else:
        index, done = refresh(None, StoreSource(store, documents), step=step)
        kept, chosen = None, list(documents)
    for place in tell_of(done, tell):
        tell(f"{place} was not searched: its recorded text is gone or damaged.")
    register = registered(store, chosen, kept, tell=tell)
    view = View([index], lambda text: _of_store(text, register))
    texts = _archived(view, register)
    if not texts:
        tell("The store holds no version: nothing can be found.")
    return Archive(
        texts=texts,
        catalogue=tuple(_catalogued(name, one) for name, one in register.items()),
        index=view,
        alignments=lambda document: _aligned(store, document, tell) if document in register else (),
        kept=(index,),
    )


def _aligned(store: Store, document: str, tell: Tell) -> Sequence[StoredAlignment]:
    """Read the alignments of a document; none if they cannot be read, which is told."""
    try:
        return load_alignments(store.history(document))
    except (StoreError, FormatError) as fault:
        tell(f"The alignments of {document} cannot be read: {fault}")
        return ()


def tell_of(done: Refreshed, tell: Tell) -> Sequence[str]:
    """Say if an index had to be made anew; give the files that could not be read."""
    if done.fault:
        tell(f"The index was made anew: {done.fault}")
    return done.unread


def _of_store(text: IndexedText, register: Mapping[str, RegisteredDocument]) -> IndexedText | None:
    """Name a text of a store; documents that cannot be read are left out."""
    if text.document not in register:
        return None
    return text if text.file else replace(text, file=NO_SOURCE)


def _archived(view: View, register: Mapping[str, RegisteredDocument]) -> tuple[ArchivedText, ...]:
    """List the texts of a store with what is known of them."""
    there = list(_texts_of(view))
    newest: dict[tuple[str, str], int] = {}
    for text in there:
        version = text.document, text.siglum
        newest[version] = max(text.revision, newest.get(version, 0))
    there.sort(key=lambda one: (one.document, natural_order(one.siglum), -one.revision))
    return tuple(
        ArchivedText(
            source=_source(text, register[text.document].head),
            kind=register[text.document].kinds.get(text.siglum),
            newer=last if (last := newest[text.document, text.siglum]) > text.revision else None,
            is_retracted=text.is_retracted,
        )
        for text in there
    )


def _texts_of(index: PassageIndex) -> Iterable[IndexedText]:
    """List the texts of an index that can be found."""
    for part in index.parts:
        for number, text in enumerate(part.texts):
            if number not in part.removed:
                yield text


def _source(text: IndexedText, head: str = "") -> AuditedSource:
    return AuditedSource(
        document=text.document,
        file=text.file,
        siglum=text.siglum,
        revision=text.revision,
        language=text.language or "und",
        head=head,
        text_sha256=text.text_sha256,
    )


def _catalogued(document: str, known: RegisteredDocument) -> CataloguedDocument:
    """Say what a recorded document may be cited by."""
    return catalogued(
        DocumentWords(
            id=document,
            titles=known.titles,
            dates=known.dates,
            references=known.references,
            published=known.published,
            origins=known.origins,
            sigla=tuple(known.kinds),
            translators=known.translators,
        )
    )


def archive_of_folder(
    folder: Path,
    listed: Sequence[ListedSource] = (),
    *,
    around: Path,
    tell: Tell,
    step: Step | None = None,
) -> Archive:
    """Open the files of a folder; what a list says of them is what they may be cited by.

    Args:
        listed: One entry a file, paths relative to the folder; files that are not listed are
            searched too, each as a document of its own.
        around: The index is kept in the project around this folder; in memory if there is none.
        tell: Takes a sentence for the reader for each file that cannot be read, and where the
            index had to be made anew.
        step: Told how many texts of how many are indexed.

    Raises:
        UsageError: There is no such folder, or a listed file lies outside it.
    """
    known = {posixpath.normpath(one.file.replace("\\", "/")): one for one in listed}
    index, done = index_of_folder(folder, known.keys(), around=around, step=step)
    for name in tell_of(done, tell):
        tell(f"{folder / name} was not searched: {_why(folder / name)}")
    view = View([index], lambda text: _of_folder(text, known.get(text.file)))
    texts = sorted(_texts_of(view), key=lambda one: one.file.split("/"))
    by_document: dict[str, list[ListedSource]] = defaultdict(list)
    for name, one in known.items():
        by_document[_document_of(name, one)].append(one)
    return Archive(
        texts=tuple(ArchivedText(source=_source(text)) for text in texts),
        catalogue=tuple(_of_list(document, by_document) for document in sorted(by_document)),
        index=view,
        kept=(index,),
    )


def _why(path: Path) -> str:
    """Say why a file cannot be read."""
    try:
        read(path)
    except (ProvtrackError, OSError) as fault:
        return str(fault)
    return "it could not be read a moment ago."


def _of_folder(text: IndexedText, one: ListedSource | None) -> IndexedText:
    """Name a file of a folder as the list does, or by its own name."""
    return replace(
        text,
        document=_document_of(text.file, one),
        siglum=one.siglum if one else "",
        language=(one.language if one else "") or text.language,
    )


def _document_of(name: str, one: ListedSource | None) -> str:
    """Name a document: as listed, or by its file's name without the ending."""
    return one.document if one and one.document else str(PurePosixPath(name).with_suffix(""))


def _of_list(
    document: str, by_document: Mapping[str, Sequence[ListedSource]]
) -> CataloguedDocument:
    rows = by_document[document]
    return catalogued(
        DocumentWords(
            id=document,
            titles=tuple(dict.fromkeys(one.title for one in rows if one.title)),
            dates=tuple(dict.fromkeys(one.date for one in rows if one.date)),
            references=tuple(dict.fromkeys(one.reference for one in rows if one.reference)),
            published=[(one.siglum, one.published) for one in rows if one.published],
            origins=[one.origin for one in rows if one.origin],
            sigla=tuple(one.siglum for one in rows if one.siglum),
            translators=[(one.siglum, one.translator) for one in rows if one.translator],
        )
    )
