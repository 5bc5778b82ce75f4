"""The quotations and findings of an audit as CSV, one row each, for a spreadsheet."""

from provtrack.exporters.spreadsheets import csv_of
from provtrack.model.audit import AuditedQuotation, AuditFinding, AuditReport

COLUMNS = (
    "publication", "what", "place", "start", "end", "words", "verdict", "code", "severity",
    "message", "document", "siglum", "source_start", "source_end", "suppressed", "fingerprint",
    "baseline",
)  # fmt: skip


def audit_to_csv(report: AuditReport) -> bytes:
    """Write quotations, then findings, in the order of the report."""
    texts = {one.name: one.text for one in report.publications}
    rows = [_quotation(one) for one in report.quotations]
    rows += [_finding(one, texts[one.publication]) for one in report.findings]
    return csv_of(COLUMNS, rows)


def _quotation(one: AuditedQuotation) -> dict[str, object]:
    passage = one.judgement.passages[0] if one.judgement.passages else None
    return {
        "publication": one.publication,
        "what": "quotation",
        "place": one.locus.in_words(),
        "start": one.quotation.span.start,
        "end": one.quotation.span.end,
        "words": one.quotation.text,
        "verdict": one.judgement.verdict,
        "document": passage.document if passage else "",
        "siglum": passage.siglum if passage else "",
        "source_start": passage.span.start if passage else "",
        "source_end": passage.span.end if passage else "",
    }


def _finding(one: AuditFinding, text: str) -> dict[str, object]:
    return {
        "publication": one.publication,
        "what": "finding",
        "place": one.locus.in_words(),
        "start": one.span.start,
        "end": one.span.end,
        "words": text[one.span.start : one.span.end],
        "code": one.code,
        "severity": one.severity,
        "message": one.message,
        "suppressed": one.suppressed,
        "fingerprint": one.fingerprint,
        "baseline": one.novelty or "",
    }
