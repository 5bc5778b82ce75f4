"""What publications are audited against: the versions of a store, or the files of a folder.

Both give the same thing: texts with what citations may know them by. Entry points:
`archive_of_store`, `archive_of_folder`.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from provtrack.citing import DocumentWords, catalogued
from provtrack.errors import FormatError, UsageError
from provtrack.importers import read
from provtrack.importers.source_lists import ListedSource
from provtrack.model.alignment import StoredAlignment
from provtrack.model.audit import AuditedSource
from provtrack.model.citation import CataloguedDocument
from provtrack.model.document import Version
from provtrack.model.names import Role, VersionKind
from provtrack.store import Holdings, Store, holdings_of

READ_WHOLE = (".txt", ".md", ".docx", ".html", ".htm", ".xml")
MOST_FILES = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedText:
    """A text to audit against.

    Attributes:
        kind: Of the version; None in a folder of files.
        text: The recorded text.
    """

    source: AuditedSource
    text: str
    kind: VersionKind | None = None

    @property
    def key(self) -> tuple[str, str, int, str]:
        """Document, siglum, revision, file."""
        one = self.source
        return one.document, one.siglum, one.revision, one.file


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Texts and what they may be cited by.

    Attributes:
        texts: In order of document and siglum.
        catalogue: One entry a document.
        alignments: Those recorded of each document; none in a folder of files.
    """

    texts: tuple[ArchivedText, ...]
    catalogue: tuple[CataloguedDocument, ...]
    alignments: Mapping[str, Sequence[StoredAlignment]] = field(default_factory=dict)


def archive_of_store(
    store: Store, documents: Sequence[str], *, tell: Callable[[str], None]
) -> Archive:
    """Open the newest revision of every version of some documents.

    Args:
        tell: Takes a sentence for the reader where a document cannot be read.
    """
    texts: list[ArchivedText] = []
    catalogue: list[CataloguedDocument] = []
    alignments: dict[str, Sequence[StoredAlignment]] = {}
    for document in documents:
        holdings = holdings_of(store, document)
        alignments[document] = holdings.alignments
        texts += _texts_of(holdings)
        catalogue.append(_catalogued(holdings))
    if not texts:
        tell("The store holds no version: nothing can be found.")
    return Archive(texts=tuple(texts), catalogue=tuple(catalogue), alignments=alignments)


def _texts_of(holdings: Holdings) -> Iterator[ArchivedText]:
    for siglum, version in holdings.versions.items():
        source = AuditedSource(
            document=holdings.document.id,
            file=version.source.name if version.source else "text.txt",
            siglum=siglum,
            revision=version.revision,
            language=version.language,
            head=holdings.head,
            text_sha256=version.text_sha256,
        )
        yield ArchivedText(source=source, text=holdings.text(siglum), kind=version.kind)


def _catalogued(holdings: Holdings) -> CataloguedDocument:
    """Say what a recorded document may be cited by."""
    document, versions = holdings.document, holdings.versions
    titles = [one.text for one in document.titles]
    titles += [one.title.text for one in versions.values() if one.title]
    dates = [one.edtf for one in (document.date, *(v.date for v in versions.values())) if one]
    return catalogued(
        DocumentWords(
            id=document.id,
            titles=tuple(dict.fromkeys(titles)),
            dates=tuple(dict.fromkeys(date for date in dates if date)),
            references=document.references,
            published=[(s, words) for s, v in versions.items() for words in v.published_in],
            origins=[one.origin for one in versions.values() if one.origin],
            sigla=tuple(versions),
            translators=[(s, name) for s, v in versions.items() for name in _translators(v)],
        )
    )


def _translators(version: Version) -> list[str]:
    return [agent.name for agent in version.agents if agent.role is Role.TRANSLATED]


def archive_of_folder(
    folder: Path, listed: Sequence[ListedSource] = (), *, tell: Callable[[str], None]
) -> Archive:
    """Read the files of a folder; what a list says of them is what they may be cited by.

    Args:
        listed: One entry a file, paths relative to the folder; files that are not listed are
            searched too, each as a document of its own.
        tell: Takes a sentence for the reader for each file that cannot be read.

    Raises:
        UsageError: There is no such folder, or a listed file lies outside it.
    """
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}.")
    known = {_inside(folder, one.file): one for one in listed}
    texts = [
        text
        for path in sorted({*_files(folder), *known})
        if (text := _read(path, folder, known.get(path), tell))
    ]
    by_document: dict[str, list[ListedSource]] = defaultdict(list)
    for path, one in known.items():
        by_document[_document_of(path, folder, one)].append(one)
    catalogue = [_of_list(document, by_document) for document in sorted(by_document)]
    return Archive(texts=tuple(texts), catalogue=tuple(catalogue))


def _files(folder: Path) -> Iterator[Path]:
    """List the files that can be read, without hidden ones."""
    count = 0
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and path.suffix.lower() in READ_WHOLE and not hidden:
            count += 1
            if count > MOST_FILES:
                raise UsageError(f"{folder} holds more than {MOST_FILES:,} files; name a part.")
            yield path


def _inside(folder: Path, name: str) -> Path:
    """Find a listed file; it may not lie outside the folder."""
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise UsageError(f"{name} lies outside {folder}; list files of the folder only.")
    return path


def _read(
    path: Path, folder: Path, one: ListedSource | None, tell: Callable[[str], None]
) -> ArchivedText | None:
    """Read a file; one that cannot be read is said and left out."""
    try:
        imported = read(path).versions[0]
    except (FormatError, OSError) as error:
        tell(f"{path} was left out: {error}")
        return None
    source = AuditedSource(
        document=_document_of(path, folder, one),
        file=path.relative_to(folder).as_posix(),
        siglum=one.siglum if one else "",
        language=(one.language if one else "") or imported.language or "und",
        text_sha256=hashlib.sha256(imported.text.encode(errors="surrogatepass")).hexdigest(),
    )
    return ArchivedText(source=source, text=imported.text)


def _document_of(path: Path, folder: Path, one: ListedSource | None) -> str:
    """Name a document: as listed, or by its file's name without the ending."""
    if one and one.document:
        return one.document
    return path.relative_to(folder).with_suffix("").as_posix()


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
