"""Audit the files a user names against what the user names: what ``provtrack audit`` calls."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from provtrack.auditing import audit
from provtrack.auditing.codes import finding
from provtrack.auditing.suppressing import read_suppressions, without_effect
from provtrack.checking.archive import archive_of_folder, archive_of_store, joined
from provtrack.checking.baseline import read_baseline, with_baseline
from provtrack.checking.commented_docx import commented
from provtrack.checking.opened import OpenedSources
from provtrack.checking.traces import with_traces
from provtrack.config import Project, find_project
from provtrack.errors import FormatError, NotInStoreError, UsageError
from provtrack.importers import read_publication
from provtrack.importers.source_lists import ListedSource, read_source_list
from provtrack.model.audit import AuditedPublication, AuditReport
from provtrack.model.publication import Publication
from provtrack.model.text import Span
from provtrack.store import Store, program_name
from provtrack.text.plurals import counted
from provtrack.text_sources import Step

UNREAD = "AUD303"
MOST_NAMED = 5  # fingerprints in one sentence


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
        baseline: The JSON of an earlier audit, with which the findings are compared.
    """

    publications: Sequence[Path]
    against: Sequence[str] = ()
    catalogue: Path | None = None
    set_aside: Path | None = None
    charset: str | None = None
    before_changes: bool = False
    baseline: Path | None = None


def audit_files(
    request: AuditRequest,
    folder: Path,
    *,
    tell: Callable[[str], None],
    progress: Callable[[Sequence[Path]], Iterator[Path]] = iter,
    step: Step | None = None,
) -> AuditReport:
    """Audit publications.

    Args:
        folder: Where the user is; the store is looked for around it.
        tell: Takes sentences for the reader: what was left out, and why.
        progress: Goes through the files, and may show how far it is.
        step: Told how many texts of how many are indexed.

    Raises:
        UsageError: Nothing can be audited: no such file, folder or document.
        FormatError: No publication can be read, or a list is faulty.
    """
    set_aside = _set_aside(request.set_aside)
    earlier = read_baseline(request.baseline) if request.baseline else None
    remarks: list[str] = []

    def told(sentence: str) -> None:
        remarks.append(sentence)
        tell(sentence)

    sources = _sources(request, folder, told, step)
    names = _names(request.publications)
    unread: dict[str, str] = {}
    publications = _publications(progress(list(names)), names, unread, request)
    report = audit(publications, sources, set_aside=set_aside, program=program_name())
    if len(unread) == len(names):
        raise FormatError("no publication could be read; nothing was checked.")
    for name in sorted({name for one in sources.archive.kept for name in one.vanished}):
        told(f"{name} vanished or changed while it was searched: what stands in it was not found.")
    report = with_traces(_with_unread(report, unread), sources.archive, folder, tell=told)
    report = report.model_copy(update={"remarks": tuple(remarks)})
    _tell_without_effect(request.set_aside, without_effect(set_aside, report.findings), tell)
    report = _with_paths(report, names)
    return report if earlier is None else with_baseline(report, earlier)


def commented_publications(
    report: AuditReport, request: AuditRequest, *, when: str = ""
) -> dict[str, bytes]:
    """Give the publications of an audit back as Word files with comments.

    Args:
        when: Date and time of the comments, "2026-03-01T10:00:00Z"; empty for none.

    Returns:
        The files by the publication's name in the report.

    Raises:
        UsageError: One that was audited is no Word file.
    """
    names = _names(request.publications)
    others = [name for path, name in names.items() if path.suffix.lower() != ".docx"]
    if others:
        raise UsageError(f"comments are written into Word files, and {others[0]} is none.")
    unread = {one.publication for one in report.findings if one.code == UNREAD}
    return {
        name: commented(
            path.read_bytes(),
            path.name,
            [one for one in report.findings if one.publication == name],
            quotations=[one for one in report.quotations if one.publication == name],
            keeps_changes=not request.before_changes,
            when=when,
        )
        for path, name in names.items()
        if name not in unread
    }


def _set_aside(path: Path | None) -> dict[str, str]:
    """Read the list of findings set aside, if there is one."""
    return {} if path is None else read_suppressions(path.read_text("utf-8"), path.name)


def _tell_without_effect(
    path: Path | None, unmet: Sequence[str], tell: Callable[[str], None]
) -> None:
    """Say in one sentence which lines of a list set nothing aside."""
    if path is None or not unmet:
        return
    shown = ", ".join(unmet[:MOST_NAMED]) + (", …" if len(unmet) > MOST_NAMED else "")
    lines = counted(len(unmet), "line")
    tell(f"{path.name}: {lines} set nothing aside, since no finding of this audit is {shown}.")


def _names(paths: Sequence[Path]) -> dict[Path, str]:
    """Name each file once: by its file name, or as it was named where two have the same."""
    once = list(dict.fromkeys(paths))
    counted = Counter(path.name for path in once)
    return {path: path.name if counted[path.name] == 1 else path.as_posix() for path in once}


def _with_paths(report: AuditReport, names: Mapping[Path, str]) -> AuditReport:
    """Tell of each publication how its file was named."""
    paths = {name: path.as_posix() for path, name in names.items()}
    told = tuple(replace(one, path=paths[one.name]) for one in report.publications)
    return report.model_copy(update={"publications": told})


def _publications(
    paths: Iterator[Path],
    names: Mapping[Path, str],
    unread: dict[str, str],
    request: AuditRequest,
) -> Iterator[Publication]:
    """Read publications; why one of several cannot be read is kept by its name."""
    for path in paths:
        try:
            publication = read_publication(
                path, charset=request.charset, before_changes=request.before_changes
            )
            yield replace(publication, name=names[path])
        except (FormatError, UsageError) as error:
            if len(names) == 1:
                raise
            unread[names[path]] = str(error)


def _with_unread(report: AuditReport, unread: Mapping[str, str]) -> AuditReport:
    """Say of each publication that could not be read that nothing of it was checked."""
    if not unread:
        return report
    publications, findings = list(report.publications), list(report.findings)
    for name, reason in unread.items():
        empty = Publication(name=name, text="", text_sha256=hashlib.sha256(b"").hexdigest())
        publications.append(
            AuditedPublication(
                name=name, text="", text_sha256=empty.text_sha256, language="und", remarks=(reason,)
            )
        )
        findings.append(finding(UNREAD, empty, Span(0, 0), reason=reason.rstrip(".")))
    return report.model_copy(
        update={
            "publications": tuple(sorted(publications, key=lambda one: one.name)),
            "findings": tuple(sorted(findings, key=lambda one: one.publication)),
        }
    )


def _sources(
    request: AuditRequest, folder: Path, tell: Callable[[str], None], step: Step | None
) -> OpenedSources:
    """Open what is audited against."""
    folders = [name for name in request.against if (folder / name).is_dir()]
    documents = [_document(name) for name in request.against if name not in folders]
    listed = read_source_list(request.catalogue) if request.catalogue else ()
    archives = [
        archive_of_folder(
            folder / name,
            _of_folder(listed, request.catalogue, folder / name),
            around=folder,
            tell=tell,
            step=step,
        )
        for name in folders
    ]
    if documents or not folders:
        project = _project(folder, documents)
        store = Store.open(project.versions)
        archives.append(
            archive_of_store(store, documents or None, project.derived, tell=tell, step=step)
        )
    archive = joined(archives)
    if not archive.texts:
        tell("There is no text to audit against: only the form of references is checked.")
    return OpenedSources(archive)


def _document(name: str) -> str:
    """Give the id of a document.

    Raises:
        UsageError: It is the name of a version; all versions of a document are looked at.
    """
    document, colon, siglum = name.partition(":")
    if document and colon and siglum and not any(sign in siglum for sign in "/\\"):
        raise UsageError(
            f"--against takes a document with all its versions, not one of them: say --against "
            f"{document}."
        )
    return name


def _project(folder: Path, documents: Sequence[str]) -> Project:
    """Find the store in which documents are held.

    Raises:
        NotInStoreError: There is none; says that what is named is no folder either.
    """
    try:
        return find_project(folder)
    except NotInStoreError as error:
        if not documents:
            raise
        raise NotInStoreError(
            f"--against {documents[0]}: there is no such folder, and no store in {folder} or above "
            "it that could hold a document of this id."
        ) from error


def _of_folder(
    listed: Sequence[ListedSource], catalogue: Path | None, folder: Path
) -> Sequence[ListedSource]:
    """Keep what a list says of files; files that are not there are a fault of the list."""
    for one in listed:
        if not (folder / one.file).is_file():
            name = catalogue.name if catalogue else "the list"
            raise UsageError(f"{name} lists {one.file}, which is not in {folder}.")
    return listed
