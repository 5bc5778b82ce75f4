"""Find the version that an argument of the command line names.

A version is named ``DOCUMENT:SIGLUM[@REVISION]``; an argument that is an existing file is a file,
and needs no store.
"""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from provtrack.config import Project, find_project
from provtrack.errors import UsageError
from provtrack.importers import read
from provtrack.model.comparison import ComparedVersion
from provtrack.model.document import Version
from provtrack.store import Holdings, Store, VersionName, holdings_of, parse_version_name
from provtrack.text.languages import check_language_tag, detect_language
from provtrack.text.paragraphs import line_paragraphs_of, paragraphs_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedVersion:
    """A version ready to be compared, with what the store knows around it.

    Attributes:
        argument: As the user named it.
        holdings: Of its document; None for a plain file.
        project: Where its store is; None for a plain file.
    """

    argument: str
    version: ComparedVersion
    holdings: Holdings | None = None
    project: Project | None = None


def open_version(
    argument: str, folder: Path, *, language: str | None = None, by_line: bool = False
) -> OpenedVersion:
    """Find what an argument names: a plain file, or a version of the store around `folder`.

    Args:
        language: BCP 47 tag of a plain file; detected if not given.
        by_line: In a plain file each line is a paragraph.

    Raises:
        UsageError: Neither a file nor a version of a store.
        FormatError: The file cannot be read.
    """
    path = Path(argument)
    if path.exists() or Path(argument.partition("#")[0]).is_file():
        version = _read_file(path, language=language, by_line=by_line)
        return OpenedVersion(argument=argument, version=version)
    if ":" not in argument:
        raise UsageError(
            f"there is no file {argument}; a version in the store is named DOCUMENT:SIGLUM."
        )
    name = parse_version_name(argument)
    project = find_project(folder)
    holdings = holdings_of(Store.open(project.versions), name.document)
    return replace(held_version(holdings, name), argument=argument, project=project)


def held_version(holdings: Holdings, name: VersionName) -> OpenedVersion:
    """Open a version of a document that is read already.

    Raises:
        NotInStoreError: No such version or revision.
    """
    version = _compared(holdings, holdings.version(name.siglum, name.revision))
    return OpenedVersion(argument=str(name), version=version, holdings=holdings)


def _read_file(path: Path, *, language: str | None, by_line: bool) -> ComparedVersion:
    """Read a plain file as a version without document."""
    imported = read(path).versions[0]
    split = line_paragraphs_of if by_line else paragraphs_of
    tag = check_language_tag(language) if language else imported.language
    return ComparedVersion(
        name=path.name,
        language=tag or detect_language(imported.text),
        text_sha256=hashlib.sha256(imported.text.encode()).hexdigest(),
        paragraphs=tuple(paragraph.text for paragraph in split(imported.text)),
        kind=imported.kind,
        title=imported.title,
        agents=imported.agents,
    )


def _compared(holdings: Holdings, version: Version) -> ComparedVersion:
    """Return a recorded version as it enters a comparison."""
    text = holdings.text(version.siglum, version.revision)
    return ComparedVersion(
        name=version.siglum,
        document=holdings.document.id,
        siglum=version.siglum,
        revision=version.revision,
        kind=version.kind,
        extent=version.extent,
        language=version.language,
        title=version.title,
        agents=version.agents,
        text_sha256=version.text_sha256,
        head=holdings.head,
        paragraphs=tuple(paragraph.text for paragraph in paragraphs_of(text)),
    )
