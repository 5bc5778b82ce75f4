"""The foot and the sources of an audit's page: who is quoted, the way back, how to do it again."""

import json
import shlex
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict

from provtrack.model.audit import AuditedSource, AuditReport, SourceTrace
from provtrack.model.names import version_name
from provtrack.provenance.naming import kind_in_words
from provtrack.reporting.audit_views import QuotedVersion
from provtrack.reporting.chain_boxes import chain_in_words
from provtrack.reporting.chain_narrow import draw_narrow
from provtrack.reporting.chain_wide import draw_wide
from provtrack.reporting.reproduction import ReportSource
from provtrack.reporting.running_text import visible
from provtrack.reporting.views import Fact
from provtrack.reporting.wording import capitalised, listed
from provtrack.text.plurals import counted

NARROW_WIDTH = 372  # pixels: a phone, less its margins
DEEP_WIDTH = 640  # of one too deep for columns
MOST_LISTED = 60  # texts that were searched and not quoted, by name


def quoted_versions(report: AuditReport) -> tuple[QuotedVersion, ...]:
    """Prepare a card for each version that is quoted."""
    quoted = Counter(
        (passage.document, passage.siglum)
        for one in report.quotations
        for passage in one.judgement.passages[:1]
    )
    return tuple(
        _version(trace, f"s{number}", quoted[trace.document, trace.siglum])
        for number, trace in enumerate(report.traces, 1)
    )


def _version(trace: SourceTrace, anchor: str, quoted: int) -> QuotedVersion:
    lines = []
    if trace.kind:
        lines.append(capitalised(kind_in_words(trace.kind, trace.language)))
    lines.append(f"{counted(quoted, 'quotation')} judged against it")
    lines += [f"Original: {reference}" for reference in trace.references]
    chain = trace.chain if trace.chain and trace.chain.links else None
    return QuotedVersion(
        anchor=anchor,
        name=version_name(trace.document, trace.siglum),
        title=trace.title,
        language=trace.language,
        lines=tuple(visible(line) for line in lines),
        original=_original(trace),
        is_held=bool(trace.transcriptions),
        wide=(draw_wide(chain) or draw_narrow(chain, DEEP_WIDTH)) if chain else None,
        narrow=draw_narrow(chain, NARROW_WIDTH) if chain else None,
        words=tuple(chain_in_words(chain)) if chain else (),
    )


def _original(trace: SourceTrace) -> str:
    """Say what is held of the original."""
    if trace.siglum in trace.transcriptions:
        return "A transcription of the original."
    if trace.transcriptions:
        return f"Transcription held: {listed(trace.transcriptions)}."
    return "No transcription held: it cannot be verified against the original."


def sources_of_audit(report: AuditReport) -> tuple[str, ...]:
    """Write the versions that are quoted as JSON, for the page's meta elements."""
    return tuple(
        json.dumps(
            {
                key: value
                for key, value in asdict(_report_source(one)).items()
                if key not in ("embedder", "lexicon_sha256")
            },
            sort_keys=True,
        )
        for one in _quoted(report)
    )


def _report_source(one: AuditedSource) -> ReportSource:
    is_recorded = bool(one.head)
    return ReportSource(
        name=version_name(one.document, one.siglum) if is_recorded else one.file,
        text_sha256=one.text_sha256,
        document=one.document if is_recorded else None,
        siglum=one.siglum if is_recorded else None,
        revision=one.revision if is_recorded else None,
        head=one.head or None,
    )


def _quoted(report: AuditReport) -> list[AuditedSource]:
    traced = {(one.document, one.siglum) for one in report.traces}
    return [one for one in report.sources if (one.document, one.siglum) in traced]


def facts_of_audit(report: AuditReport) -> tuple[Fact, ...]:
    """List how to make the audit again: command, texts with their digests, program."""
    paths = [one.path or one.name for one in report.publications]
    command = shlex.join(["provtrack", "audit", *paths])
    facts = [Fact(name="Command", values=(command,), is_code=True)]
    for one in report.publications:
        digest = f"sha256 {one.text_sha256}"
        facts.append(Fact(name=f"Text of {one.name}", values=(digest,), is_code=True))
    for source in _quoted(report):
        name = version_name(source.document, source.siglum)
        values = (f"{source.file}, sha256 {source.text_sha256}",)
        facts.append(Fact(name=f"Quoted: {name}", values=values, is_code=True))
    heads = {one.document: one.head for one in _quoted(report) if one.head}
    for document, head in heads.items():
        facts.append(Fact(name=f"Head of {document}", values=(f"sha512 {head}",), is_code=True))
    facts.append(Fact(name="Searched too", values=tuple(_others(report))))
    facts.append(Fact(name="Program", values=(report.program or "not stated",)))
    return tuple(facts)


def _others(report: AuditReport) -> Iterator[str]:
    """Name the texts that were searched and are not quoted, the first of them."""
    quoted = {(one.document, one.siglum) for one in report.traces}
    names = dict.fromkeys(
        version_name(one.document, one.siglum)
        for one in report.sources
        if (one.document, one.siglum) not in quoted
    )
    shown = list(names)[:MOST_LISTED]
    yield ", ".join(shown) if shown else "Nothing else."
    if len(names) > len(shown):
        yield f"and {len(names) - len(shown):,} more; the JSON of the audit lists all."
