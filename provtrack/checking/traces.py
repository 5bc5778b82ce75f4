"""The way back from what is quoted: each quoted version -> its chain -> archival reference.

Only documents that are quoted are opened. A folder of files has no recorded chains; there the
archival reference of its list is all that is known. Entry point: `with_traces`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from provtrack.checking.archive import Archive
from provtrack.config import find_project
from provtrack.errors import FormatError, StoreError
from provtrack.model.audit import AuditedSource, AuditReport, SourceTrace
from provtrack.model.citation import CataloguedDocument
from provtrack.model.names import VersionKind, natural_order
from provtrack.provenance import chain_of
from provtrack.provenance.ancestry import chain_to
from provtrack.store import Holdings, Store, holdings_of

Version = tuple[str, str]  # document, siglum


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What is known of the versions that were searched."""

    sources: Mapping[Version, AuditedSource]
    kinds: Mapping[Version, VersionKind | None]
    catalogue: Mapping[str, CataloguedDocument]


def with_traces(
    report: AuditReport, archive: Archive, folder: Path, *, tell: Callable[[str], None]
) -> AuditReport:
    """Give a report the trace of each version that is quoted.

    Args:
        archive: What was searched.
        folder: Where the user is; the store is looked for around it, if versions of it are quoted.
        tell: Takes a sentence for each quoted document whose way back cannot be read.
    """
    known = _Known(
        sources={(one.source.document, one.source.siglum): one.source for one in archive.texts},
        kinds={(one.source.document, one.source.siglum): one.kind for one in archive.texts},
        catalogue={one.id: one for one in archive.catalogue},
    )
    return report.model_copy(update={"traces": tuple(_traces(report, known, folder, tell))})


def _traces(
    report: AuditReport, known: _Known, folder: Path, tell: Callable[[str], None]
) -> Iterator[SourceTrace]:
    store: Store | None = None
    opened: dict[str, Holdings | None] = {}
    for document, siglum in _quoted(report):
        if (document, siglum) not in known.sources:
            continue
        if known.kinds[document, siglum] is None:
            yield _of_file(document, siglum, known)
            continue
        store = store or Store.open(find_project(folder).versions)
        if document not in opened:
            opened = {document: _holdings(store, document, tell)}
        if holdings := opened[document]:
            yield _of_version(holdings, siglum)


def _holdings(store: Store, document: str, tell: Callable[[str], None]) -> Holdings | None:
    """Read what a store holds of a document; None if it is damaged, which is told."""
    try:
        return holdings_of(store, document)
    except (StoreError, FormatError) as fault:
        tell(f"Where {document} comes from cannot be told: {fault}")
        return None


def _quoted(report: AuditReport) -> list[Version]:
    """List the versions in which quotations stand, sigla in natural order."""
    places = [passage for one in report.quotations for passage in one.judgement.passages]
    versions = {(one.document, one.siglum) for one in places}
    return sorted(versions, key=lambda one: (one[0], natural_order(one[1])))


def _of_version(holdings: Holdings, siglum: str) -> SourceTrace:
    """Trace a version of the store."""
    document, versions = holdings.document, holdings.versions
    version = versions[siglum]
    return SourceTrace(
        document=document.id,
        siglum=siglum,
        title=document.titles[0].text if document.titles else "",
        kind=version.kind,
        language=version.language,
        references=document.references,
        transcriptions=tuple(
            name for name, one in versions.items() if one.kind is VersionKind.TRANSCRIPTION
        ),
        chain=chain_to(chain_of(document, tuple(versions.values())), siglum),
    )


def _of_file(document: str, siglum: str, known: _Known) -> SourceTrace:
    """Say what the list of a folder tells of a file."""
    entry = known.catalogue.get(document)
    return SourceTrace(
        document=document,
        siglum=siglum,
        title=entry.titles[0].text if entry and entry.titles else "",
        language=known.sources[document, siglum].language,
        references=tuple(one.verbatim for one in entry.references) if entry else (),
    )
