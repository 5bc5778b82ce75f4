"""Audit the files a user names against what the user names: what ``provtrack audit`` calls."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from provtrack.auditing import audit
from provtrack.auditing.suppressing import read_suppressions
from provtrack.checking.archive import Archive, archive_of_folder, archive_of_store
from provtrack.checking.commented_docx import commented
from provtrack.checking.opened import OpenedSources
from provtrack.config import find_project
from provtrack.errors import FormatError, UsageError
from provtrack.importers import read_publication
from provtrack.importers.source_lists import ListedSource, read_source_list
from provtrack.model.audit import AuditReport
from provtrack.model.publication import Publication
from provtrack.search import IndexedText, MemoryIndex
from provtrack.store import Store, program_name


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRequest:
    """What is asked for.

    Attributes:
        publications: Files.
        against: Folders, or ids of documents; empty means every document of the store.
        catalogue: A list of the files of the folder.
        set_aside: A list of findings set aside.
        charset: Of publications that are text files; None to find out.
        before_changes: Read publications as they were before their tracked changes.
    """

    publications: Sequence[Path]
    against: Sequence[str] = ()
    catalogue: Path | None = None
    set_aside: Path | None = None
    charset: str | None = None
    before_changes: bool = False


def audit_files(
    request: AuditRequest,
    folder: Path,
    *,
    tell: Callable[[str], None],
    progress: Callable[[Sequence[Path]], Iterator[Path]] = iter,
) -> AuditReport:
    """Audit publications.

    Args:
        folder: Where the user is; the store is looked for around it.
        tell: Takes sentences for the reader: what was left out, and why.
        progress: Goes through the files, and may show how far it is.

    Raises:
        UsageError: Nothing can be audited: no such file, folder or document.
        FormatError: No publication can be read, or a list is faulty.
    """
    set_aside = {}
    if request.set_aside is not None:
        words = request.set_aside.read_text("utf-8")
        set_aside = read_suppressions(words, request.set_aside.name)
    sources = _sources(request, folder, tell)
    publications = _publications(progress(request.publications), tell, request)
    return audit(publications, sources, set_aside=set_aside, program=program_name())


def commented_publication(report: AuditReport, request: AuditRequest) -> bytes:
    """Give the one publication of an audit back as a Word file with comments.

    Raises:
        UsageError: Not one Word file was audited.
    """
    if len(request.publications) != 1 or request.publications[0].suffix.lower() != ".docx":
        raise UsageError("comments are written into one Word file: audit one .docx at a time.")
    path = request.publications[0]
    keeps_changes = not request.before_changes
    return commented(path.read_bytes(), path.name, report.findings, keeps_changes=keeps_changes)


def _publications(
    paths: Iterator[Path], tell: Callable[[str], None], request: AuditRequest
) -> Iterator[Publication]:
    """Read publications; one of several that cannot be read is said and left out."""
    read = 0
    for path in paths:
        try:
            publication = read_publication(
                path, charset=request.charset, before_changes=request.before_changes
            )
        except FormatError as error:
            if len(request.publications) == 1:
                raise
            tell(f"{path} was left out: {error}")
            continue
        read += 1
        yield publication
    if not read:
        raise FormatError("no publication could be read; nothing was checked.")


def _sources(request: AuditRequest, folder: Path, tell: Callable[[str], None]) -> OpenedSources:
    """Open what is audited against."""
    folders = [name for name in request.against if (folder / name).is_dir()]
    documents = [name for name in request.against if name not in folders]
    listed = read_source_list(request.catalogue) if request.catalogue else ()
    archives = [
        archive_of_folder(
            folder / name, _of_folder(listed, request.catalogue, folder / name), tell=tell
        )
        for name in folders
    ]
    if documents or not folders:
        store = Store.open(find_project(folder).versions)
        chosen = documents or store.documents()
        archives.append(archive_of_store(store, chosen, tell=tell))
    archive = Archive(
        texts=tuple(text for one in archives for text in one.texts),
        catalogue=tuple(entry for one in archives for entry in one.catalogue),
        alignments={name: some for one in archives for name, some in one.alignments.items()},
    )
    if not archive.texts:
        tell("There is no text to audit against: every quotation will be called not found.")
    return OpenedSources(archive, _index(archive))


def _of_folder(
    listed: Sequence[ListedSource], catalogue: Path | None, folder: Path
) -> Sequence[ListedSource]:
    """Keep what a list says of files; files that are not there are a fault of the list."""
    for one in listed:
        if not (folder / one.file).is_file():
            name = catalogue.name if catalogue else "the list"
            raise UsageError(f"{name} lists {one.file}, which is not in {folder}.")
    return listed


def _index(archive: Archive) -> MemoryIndex:
    return MemoryIndex(
        (
            IndexedText(
                document=one.source.document,
                file=one.source.file,
                siglum=one.source.siglum,
                revision=one.source.revision,
            ),
            one.text,
        )
        for one in archive.texts
    )
