"""What would be recorded: read a file, and say what is in it, what is odd, and what is missing.

A plan writes nothing. `recorded` in `acts` carries it out; if somebody else records in the same
document in between, the plan is made again from what was read.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from provtrack.errors import UsageError
from provtrack.importers import read, read_metadata, received_bytes
from provtrack.lexicons import Lexicons, lexicon_for
from provtrack.model.alignment import StoredAlignment
from provtrack.model.document import Document, SourceFile, Version
from provtrack.model.finding import Finding
from provtrack.model.imported import Imported
from provtrack.model.names import check_document_id
from provtrack.model.stored import dump
from provtrack.provenance import chain_of
from provtrack.recording.alignments import AlignedText, derived_pairs, stored_alignment
from provtrack.recording.describing import contradictions, merged, stated_document, unread_date
from provtrack.recording.metadata import with_metadata
from provtrack.recording.options import RecordingOptions
from provtrack.recording.versions import (
    PlannedVersion,
    oddities,
    plan_versions,
    with_own_title,
)
from provtrack.store import Holdings, Store, holdings_of
from provtrack.store.layout import (
    DOCUMENT,
    alignment_path,
    notes_path,
    safe_source_name,
    source_path,
    text_path,
    version_path,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedFile:
    """A file as received: its name and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingPlan:
    """What recording a file would write.

    Attributes:
        document: The document's metadata as it would be.
        holdings: What the store holds of the document; None for a new one.
        versions: The new versions, the main one first in the file's order.
        findings: What is odd or missing: in the file, against what is recorded, in the chain.
        imported, options, received: What it was made from.
    """

    document: Document
    holdings: Holdings | None
    versions: tuple[PlannedVersion, ...]
    findings: tuple[Finding, ...]
    imported: Imported
    options: RecordingOptions
    received: ReceivedFile | None

    @property
    def head(self) -> str | None:
        """Head of the document it was made for; None for a new document."""
        return self.holdings.head if self.holdings else None

    @property
    def names(self) -> tuple[str, ...]:
        """``SIGLUM@REVISION`` of each new version."""
        return tuple(f"{one.siglum}@{one.version.revision}" for one in self.versions)

    def alignments(self, lexicons: Lexicons | None = None) -> tuple[StoredAlignment, ...]:
        """Align each new version to those of the document it derives from.

        Args:
            lexicons: What is known of two languages; None: nothing.
        """
        texts = {
            one.siglum: AlignedText(version=one.version, text=one.text) for one in self.versions
        }
        versions: dict[str, Version] = dict(self.holdings.versions) if self.holdings else {}
        versions |= {siglum: text.version for siglum, text in texts.items()}
        pairs = [pair for one in self.versions for pair in derived_pairs(one.version, versions)]
        return tuple(
            stored_alignment(
                self._text(base, texts),
                texts[witness],
                lexicon=lexicon_for(
                    lexicons, self.document.id, (versions[base], versions[witness])
                ),
            )
            for base, witness in pairs
        )

    def _text(self, siglum: str, planned: Mapping[str, AlignedText]) -> AlignedText:
        """Find a version and its text among the new ones, else in the store."""
        if siglum in planned or self.holdings is None:
            return planned[siglum]
        return AlignedText(version=self.holdings.version(siglum), text=self.holdings.text(siglum))

    def files(self, lexicons: Lexicons | None = None) -> dict[str, bytes]:
        """Give the files to be written, by path inside the document; alignments are computed."""
        files = {DOCUMENT: dump(self.document)}
        for one in self.versions:
            files |= version_files(one, self.received)
        for alignment in self.alignments(lexicons):
            sigla = (alignment.base.partition("@")[0], alignment.witness.partition("@")[0])
            files[alignment_path(*sigla)] = dump(alignment)
        return files


def version_files(planned: PlannedVersion, received: ReceivedFile | None) -> dict[str, bytes]:
    """Give the files of one version, by path inside the document."""
    files = {
        text_path(planned.siglum): planned.text.encode("utf-8"),
        version_path(planned.siglum): dump(planned.version),
        notes_path(planned.siglum): dump(planned.stored_notes),
    }
    if planned.version.source and received:
        path = source_path(planned.siglum, planned.version.source.name)
        files[path] = received.content
    return files


def plan_recording(
    store: Store, path: Path, options: RecordingOptions, *, metadata: Path | None = None
) -> RecordingPlan:
    """Read a file and plan to record its texts as versions of one document.

    Args:
        path: The file; ``FILE.xml#d85`` selects one part of it.
        metadata: A file of a reference manager that goes before what the file says of itself;
            ``FILE.json#ID`` selects one item of it.

    Raises:
        UsageError: No such file; kind, language, siglum or document neither said nor in the file;
            a siglum that is held (AlreadyHeldError); a source that is not (NotInStoreError).
        FormatError: The file cannot be read.
        StoreError: What the store holds of the document is damaged.
    """
    imported = read(path, format=options.format, charset=options.charset)
    if metadata is not None:
        imported = with_metadata(imported, read_metadata(metadata))
    return plan_imported(store, imported, options, received=receive(path))


def receive(path: Path) -> ReceivedFile:
    """Read the bytes of a file that an importer has read, to be kept as they are."""
    file = path if path.exists() else path.with_name(path.name.rpartition("#")[0])
    name, content = received_bytes(file)
    return ReceivedFile(name=name, content=content)


def plan_imported(
    store: Store,
    imported: Imported,
    options: RecordingOptions,
    *,
    received: ReceivedFile | None = None,
) -> RecordingPlan:
    """Plan to record texts that were read already; as `plan_recording`."""
    if options.document is None:
        raise UsageError("say which document it is a version of: --document ID.")
    name = check_document_id(options.document)
    holdings = holdings_of(store, name) if name in store else None
    held = holdings.versions if holdings else {}
    stated = stated_document(name, imported, options)
    versions = plan_versions(imported, options, source=source_of(imported, received), held=held)
    if holdings and options.title:
        versions = with_own_title(versions, stated.titles[0], holdings.document)
    findings = [*imported.findings, *unread_date(options), *oddities(imported, versions, held)]
    if holdings:
        findings += contradictions(holdings.document, stated)
    document = merged(holdings.document, stated) if holdings else stated
    return RecordingPlan(
        document=document,
        holdings=holdings,
        versions=versions,
        findings=(*findings, *_chain_findings(document, holdings, versions)),
        imported=imported,
        options=options,
        received=received,
    )


def plan_again(store: Store, plan: RecordingPlan) -> RecordingPlan:
    """Make a plan anew for what the store holds now."""
    return plan_imported(store, plan.imported, plan.options, received=plan.received)


def source_of(imported: Imported, received: ReceivedFile | None) -> SourceFile | None:
    """Describe the file that is kept as received."""
    if received is None:
        return None
    return SourceFile(
        name=safe_source_name(received.name),
        importer=imported.importer,
        charset=imported.charset,
        sha512=hashlib.sha512(received.content).hexdigest(),
    )


def _chain_findings(
    document: Document, holdings: Holdings | None, planned: tuple[PlannedVersion, ...]
) -> list[Finding]:
    """Say what would be odd or missing in the document's chain and is not so already."""
    held = tuple(holdings.versions.values()) if holdings else ()
    known = chain_of(holdings.document, held).flags if holdings else ()
    texts = {one.siglum: one.text for one in planned}
    chain = chain_of(document, (*held, *(one.version for one in planned)), texts=texts)
    return [flag for flag in chain.flags if flag not in known]
