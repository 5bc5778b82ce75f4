"""Compare versions that stand in a store or in plain files: find, align, collate, write.

The composition of `store`, `importers`, `collation`, `provenance` and `reporting` that the command
line calls. A version is named ``DOCUMENT:SIGLUM[@REVISION]``; an argument that is an existing file
is a file, and needs no store.
"""

import hashlib
import shlex
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from provtrack.aligner import align
from provtrack.aligner.mirroring import mirrored
from provtrack.collation import collate
from provtrack.config import Project, find_project
from provtrack.errors import NotInStoreError
from provtrack.importers import read
from provtrack.model.alignment import Alignment
from provtrack.model.comparison import Collation, ComparedVersion
from provtrack.model.document import Version
from provtrack.model.finding import Finding
from provtrack.model.names import Severity
from provtrack.provenance import chain_of
from provtrack.reporting import ReportSource, made_from, render, write_page
from provtrack.store import Holdings, Store, holdings_of, parse_version_name, program_name
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedVersions:
    """A collation with what its report shows beside it."""

    collation: Collation
    opened: tuple[OpenedVersion, ...]

    def write_report(self, folder: Path, *, output: Path | None, force: bool = False) -> Path:
        """Write the report and return its path.

        Args:
            folder: Where reports of plain files go.
            output: Where to write instead of the default place.
            force: Replace a file that is not a report of ours at its default path.
        """
        path = output or self._default_path(folder)
        if output is None:
            path.parent.mkdir(exist_ok=True)
        write_page(self.page(), path, replace_report=output is None, force=force)
        return path

    def page(self) -> str:
        """Render the report."""
        holdings = self._common_holdings()
        if holdings is None:
            return render(self.collation, command=self.command)
        versions = tuple(holdings.versions.values())
        texts = {siglum: holdings.text(siglum) for siglum in holdings.versions}
        return render(
            self.collation,
            document=holdings.document,
            versions=versions,
            chain=chain_of(holdings.document, versions, texts=texts),
            command=self.command,
        )

    @property
    def command(self) -> str:
        """The command that makes this report again."""
        return shlex.join(["provtrack", "compare", *(item.argument for item in self.opened)])

    def _common_holdings(self) -> Holdings | None:
        """Return the holdings if all versions are of one document."""
        first = self.opened[0].holdings
        documents = {item.version.document for item in self.opened}
        return first if len(documents) == 1 else None

    def _default_path(self, folder: Path) -> Path:
        """``reports/<document>.<base>--<witness>.html`` beside the store, else in `folder`."""
        project = next((item.project for item in self.opened if item.project), None)
        documents = {item.version.document for item in self.opened}
        if project and len(documents) == 1:
            names = "--".join(item.version.name for item in self.opened)
            return project.reports / f"{documents.pop()}.{names}.html"
        names = "--".join(_file_stem(item) for item in self.opened)
        return folder / f"{names}.html"


def _file_stem(opened: OpenedVersion) -> str:
    """Name a version in a file name."""
    version = opened.version
    return f"{version.document}.{version.name}" if version.document else Path(version.name).stem


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
    if path.exists():
        version = _read_file(path, language=language, by_line=by_line)
        return OpenedVersion(argument=argument, version=version)
    name = parse_version_name(argument)
    project = find_project(folder)
    holdings = holdings_of(Store.open(project.versions), name.document)
    version = _compared(holdings, holdings.version(name.siglum, name.revision))
    return OpenedVersion(argument=argument, version=version, holdings=holdings, project=project)


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


def compare_versions(base: OpenedVersion, witnesses: Sequence[OpenedVersion]) -> ComparedVersions:
    """Collate witnesses with a base; a pair whose alignment is stored keeps it."""
    names = _unique_names([base, *witnesses])
    opened = tuple(
        replace(item, version=replace(item.version, name=name))
        for item, name in zip([base, *witnesses], names, strict=True)
    )
    stored = {
        item.version.name: alignment
        for item in opened[1:]
        if (alignment := _stored_alignment(base, item)) is not None
    }
    collation = collate(
        opened[0].version,
        tuple(item.version for item in opened[1:]),
        alignments=stored,
        program=program_name(),
    )
    return ComparedVersions(collation=collation, opened=opened)


def _unique_names(opened: Sequence[OpenedVersion]) -> list[str]:
    """Name versions so that no two have one name: with their folder or document where needed."""
    names = [item.version.name for item in opened]
    if len(set(names)) == len(names):
        return names
    return [item.argument for item in opened]


def align_versions(base: OpenedVersion, witness: OpenedVersion) -> Alignment:
    """Align two versions, or return the alignment that is recorded for them."""
    stored = _stored_alignment(base, witness)
    return stored or align(
        base.version.paragraphs,
        witness.version.paragraphs,
        base_language=base.version.language,
        witness_language=witness.version.language,
    )


def _stored_alignment(base: OpenedVersion, witness: OpenedVersion) -> Alignment | None:
    """Return the recorded alignment of exactly these two texts, mirrored where needed."""
    if base.holdings is None or witness.version.document != base.version.document:
        return None
    for stored in base.holdings.alignments:
        pair = (stored.base_sha256, stored.witness_sha256)
        if pair == (base.version.text_sha256, witness.version.text_sha256):
            return stored.alignment
        if pair == (witness.version.text_sha256, base.version.text_sha256):
            return mirrored(stored.alignment)
    return None


def verify_report(store: Store, report: Path) -> list[Finding]:
    """Check that a report was made from what a store holds.

    Returns:
        One finding for each text or head that the store does not hold.

    Raises:
        FormatError: The file is not a report of ours.
    """
    faults = (_fault_of(store, source) for source in made_from(report))
    return [
        Finding(code="STO100", severity=Severity.ERROR, message=fault, place=str(report))
        for fault in faults
        if fault
    ]


def _fault_of(store: Store, source: ReportSource) -> str | None:
    """Say what keeps one text of a report from being one the store holds."""
    if source.document is None or source.siglum is None:
        return f"{source.name} was read from a plain file, not from a store."
    name = f"{source.document}:{source.siglum}@{source.revision}"
    try:
        holdings = holdings_of(store, source.document)
        version = holdings.version(source.siglum, source.revision)
    except NotInStoreError as fault:
        return f"{name} is not in this store: {fault}"
    if version.text_sha256 != source.text_sha256:
        return f"{name} has another text here than the report was made from."
    if source.head not in holdings.history.heads:
        return f"the head {(source.head or '')[:12]} of {source.document} is not in its history."
    return None
