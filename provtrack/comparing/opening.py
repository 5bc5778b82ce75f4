"""Find the version that an argument of the command line names.

A version is named ``DOCUMENT:SIGLUM[@REVISION]``; an argument that is an existing file is a file,
and needs no store.
"""

import hashlib
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from provtrack.config import Project, find_project
from provtrack.errors import EncodingError, UsageError
from provtrack.importers import read
from provtrack.importers.charsets import asked_codec
from provtrack.model.comparison import ComparedVersion
from provtrack.model.document import Version
from provtrack.model.imported import Imported
from provtrack.store import Holdings, Store, VersionName, holdings_of, parse_version_name
from provtrack.text.languages import check_language_tag, detect_language
from provtrack.text.paragraphs import line_paragraphs_of, paragraphs_of

UTF_8 = (None, "ascii", "utf-8")  # None: of a container, such as DOCX, that knows better


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainReading:
    """How a plain file is to be read; None and False: as it looks.

    Attributes:
        language: BCP 47 tag; else it is detected.
        by_line: Each line is a paragraph.
        charset: Character set of a file that is not UTF-8; else it is detected.
    """

    language: str | None = None
    by_line: bool = False
    charset: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedVersion:
    """A version ready to be compared, with what the store knows around it.

    Attributes:
        argument: As the user named it.
        holdings: Of its document; None for a plain file.
        project: Where its store is; None for a plain file.
        reading: How it was read; None for a recorded version.
    """

    argument: str
    version: ComparedVersion
    holdings: Holdings | None = None
    project: Project | None = None
    reading: PlainReading | None = None


def open_version(
    argument: str, folder: Path, *, reading: PlainReading | None = None
) -> OpenedVersion:
    """Find what an argument names: a plain file, or a version of the store around `folder`.

    Args:
        reading: How to read a plain file.

    Raises:
        UsageError: Neither a file nor a version of a store.
        FormatError: The file cannot be read.
    """
    path = Path(argument)
    if path.exists() or Path(argument.partition("#")[0]).is_file():
        reading = reading or PlainReading()
        version = _read_file(path, reading)
        return OpenedVersion(argument=argument, version=version, reading=reading)
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


def _read_file(path: Path, reading: PlainReading) -> ComparedVersion:
    """Read a plain file as a version without document."""
    imported = _imported(path, reading.charset).versions[0]
    split = line_paragraphs_of if reading.by_line else paragraphs_of
    tag = check_language_tag(reading.language) if reading.language else imported.language
    return ComparedVersion(
        name=path.name,
        language=tag or detect_language(imported.text),
        text_sha256=hashlib.sha256(imported.text.encode()).hexdigest(),
        paragraphs=tuple(paragraph.text for paragraph in split(imported.text)),
        kind=imported.kind,
        title=imported.title,
        agents=imported.agents,
    )


def _imported(path: Path, charset: str | None) -> Imported:
    """Read a file; one that is UTF-8 is read as that, since one option is for all files."""
    if charset is None:
        return read(path)
    asked_codec(charset)
    with suppress(EncodingError):
        detected = read(path)
        if detected.charset in UTF_8:
            return detected
    return read(path, charset=charset)


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
