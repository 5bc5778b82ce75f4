"""An audit report as JSON, in the form of docs/formats.md."""

import json
from dataclasses import asdict

from provtrack.model.audit import (
    AuditedCitation,
    AuditedQuotation,
    AuditFinding,
    AuditReport,
    SourceTrace,
)
from provtrack.model.publication import Locus
from provtrack.model.quotation import Difference, Passage
from provtrack.model.text import Span

FORMAT = 1


def audit_to_json(report: AuditReport) -> bytes:
    """Write an audit report; positions count code points from 0, spans are half open."""
    whole = {
        "format": FORMAT,
        "program": report.program,
        "publications": [
            {
                "name": one.name,
                "path": one.path or None,
                "text_sha256": one.text_sha256,
                "language": one.language,
                "remarks": list(one.remarks),
                "reported": asdict(one.reported) if one.reported else None,
            }
            for one in report.publications
        ],
        "quotations": [_quotation(one) for one in report.quotations],
        "citations": [_citation(one) for one in report.citations],
        "findings": [_finding(one) for one in report.findings],
        "gone": [asdict(one) for one in report.gone],
        "traces": [_trace(one) for one in report.traces],
        "remarks": list(report.remarks),
        "sources": [asdict(one) for one in report.sources],
    }
    text = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
    return text.encode(errors="backslashreplace")  # halves of surrogate pairs


def _quotation(one: AuditedQuotation) -> dict[str, object]:
    quotation, judgement = one.quotation, one.judgement
    return {
        "publication": one.publication,
        **_span(quotation.span),
        "text": quotation.text,
        "place": quotation.place,
        "locus": _locus(one.locus),
        "ignored": quotation.ignored or None,
        "verdict": judgement.verdict,
        "also": list(judgement.also),
        "meaning_bearing": judgement.is_meaning_bearing,
        "confidence": judgement.confidence,
        "passages": [_passage(passage) for passage in judgement.passages],
        "also_at": [_passage(passage) for passage in judgement.also_at],
        "cited": {"document": one.cited[0], "siglum": one.cited[1]} if one.cited else None,
        "changes": [_difference(change) for change in judgement.differences],
        "lost": judgement.lost or None,
        "source_words": [asdict(words) for words in one.seen],
        "original": _original(one),
    }


def _original(one: AuditedQuotation) -> dict[str, object] | None:
    """The words of the transcription that answer the first passage, and where they stand."""
    if one.original is None or one.original_at is None:
        return None
    return {**_passage(one.original_at), **asdict(one.original)}


def _trace(one: SourceTrace) -> dict[str, object]:
    """The way back from a version that is quoted."""
    chain = one.chain
    labels = {link.id: link.label for link in chain.links} if chain else {}
    return {
        "document": one.document,
        "siglum": one.siglum,
        "title": one.title or None,
        "kind": one.kind,
        "language": one.language,
        "references": list(one.references),
        "transcriptions": list(one.transcriptions),
        "steps": [
            {
                "act": step.act,
                "source": labels.get(step.source or ""),
                "result": labels[step.result],
                "agents": [agent.name for agent in step.agents],
                "certainty": step.certainty,
            }
            for step in (chain.steps if chain else ())
        ],
    }


def _passage(passage: Passage) -> dict[str, object]:
    return {
        "document": passage.document,
        "siglum": passage.siglum,
        "revision": passage.revision,
        "file": passage.file,
        **_span(passage.span),
    }


def _difference(change: Difference) -> dict[str, object]:
    return {
        "kind": _kind(change),
        "significance": change.significance,
        "nature": change.nature,
        "explanation": change.explanation,
        "declared": change.is_declared,
        "quoted": {**_span(change.quoted), "text": change.quoted_words},
        "source": {**_span(change.source), "text": change.source_words},
    }


def _kind(change: Difference) -> str:
    if change.quoted_words and change.source_words:
        return "substitution"
    return "addition" if change.quoted_words else "omission"


def _citation(one: AuditedCitation) -> dict[str, object]:
    citation, work = one.citation, one.citation.work
    return {
        "publication": one.publication,
        **_span(work.span),
        "text": work.text,
        "note": work.note or None,
        "locus": _locus(one.locus),
        "form": work.form,
        "reference": work.reference.verbatim if work.reference else None,
        "date": work.date,
        "document": citation.document,
        "siglum": citation.siglum,
        "grounds": list(citation.grounds),
        "others": list(citation.others),
    }


def _finding(one: AuditFinding) -> dict[str, object]:
    return {
        "publication": one.publication,
        "code": one.code,
        "severity": one.severity,
        "message": one.message,
        **_span(one.span),
        "locus": _locus(one.locus),
        "suggestions": list(one.suggestions),
        "fingerprint": one.fingerprint,
        "where": one.locus.in_words(),
        "suppressed": one.suppressed or None,
        "baseline": one.novelty,
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _locus(locus: Locus) -> dict[str, object]:
    known = asdict(locus)
    return {key: value for key, value in known.items() if key != "start" and value}
