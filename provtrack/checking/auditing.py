"""Audit the files a user names against what the user names: what ``provtrack audit`` calls."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from provtrack.auditing import audit
from provtrack.auditing.suppressing import read_suppressions
from provtrack.checking.archive import archive_of_folder, archive_of_store, joined
from provtrack.checking.commented_docx import commented
from provtrack.checking.opened import OpenedSources
from provtrack.config import find_project
from provtrack.errors import FormatError, UsageError
from provtrack.importers import read_publication
from provtrack.importers.source_lists import ListedSource, read_source_list
from provtrack.model.audit import AuditReport
from provtrack.model.publication import Publication
from provtrack.store import Store, program_name


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRequest:
    """What is asked for.

    Attributes:
        publications: Files.
        against: Folders, or ids of documents; empty means every document of the store.
        catalogue: A list of the files of the folder.
        set_aside: A list of findings set aside.
    """

    publications: Sequence[Path]
    against: Sequence[str] = ()
    catalogue: Path | None = None
    set_aside: Path | None = None


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
    publications = _publications(progress(request.publications), tell, len(request.publications))
    report = audit(publications, sources, set_aside=set_aside, program=program_name())
    for name in sorted({name for one in sources.archive.kept for name in one.vanished}):
        tell(f"{name} vanished or changed while it was searched: what stands in it was not found.")
    return report


def commented_publication(report: AuditReport, request: AuditRequest) -> bytes:
    """Give the one publication of an audit back as a Word file with comments.

    Raises:
        UsageError: Not one Word file was audited.
    """
    if len(request.publications) != 1 or request.publications[0].suffix.lower() != ".docx":
        raise UsageError("comments are written into one Word file: audit one .docx at a time.")
    path = request.publications[0]
    return commented(path.read_bytes(), path.name, report.findings)


def _publications(
    paths: Iterator[Path], tell: Callable[[str], None], count: int
) -> Iterator[Publication]:
    """Read publications; one of several that cannot be read is said and left out."""
    read = 0
    for path in paths:
        try:
            publication = read_publication(path)
        except FormatError as error:
            if count == 1:
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
            folder / name,
            _of_folder(listed, request.catalogue, folder / name),
            around=folder,
            tell=tell,
        )
        for name in folders
    ]
    if documents or not folders:
        project = find_project(folder)
        store = Store.open(project.versions)
        archives.append(archive_of_store(store, documents or None, project.derived, tell=tell))
    archive = joined(archives)
    if not archive.texts:
        tell("There is no text to audit against: every quotation will be called not found.")
    return OpenedSources(archive)


def _of_folder(
    listed: Sequence[ListedSource], catalogue: Path | None, folder: Path
) -> Sequence[ListedSource]:
    """Keep what a list says of files; files that are not there are a fault of the list."""
    for one in listed:
        if not (folder / one.file).is_file():
            name = catalogue.name if catalogue else "the list"
            raise UsageError(f"{name} lists {one.file}, which is not in {folder}.")
    return listed
