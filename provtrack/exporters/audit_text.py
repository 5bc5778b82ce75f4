"""An audit report as text, for a terminal or a mail: findings by publication, worst first."""

from collections import Counter
from collections.abc import Iterator

from provtrack.model.audit import AuditedPublication, AuditFinding, AuditReport
from provtrack.model.names import Severity
from provtrack.model.quotation import Verdict

MOST_SUGGESTIONS = 4
SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.NOTE: "·"}


def audit_to_text(report: AuditReport) -> bytes:
    """Write what was found, publication by publication."""
    lines = [line for one in report.publications for line in _publication(one, report)]
    return ("\n".join(lines) + "\n").encode(errors="backslashreplace")


def _publication(publication: AuditedPublication, report: AuditReport) -> Iterator[str]:
    findings = [one for one in report.findings if one.publication == publication.name]
    yield publication.name
    yield "  " + summary(publication.name, report)
    for one in findings:
        if not one.suppressed:
            yield from _finding(one)
    aside = sum(bool(one.suppressed) for one in findings)
    if aside:
        yield f"  {aside} set aside by the author, with a reason."
    yield ""


def summary(name: str, report: AuditReport) -> str:
    """Say in one sentence what was checked of a publication, and what came of it."""
    verdicts = Counter(
        one.judgement.verdict for one in report.quotations if one.publication == name
    )
    ignored = verdicts.pop(Verdict.IGNORE, 0)
    total = sum(verdicts.values())
    if not total:
        return "No quotation was found; nothing was checked."
    told = ", ".join(
        f"{count} {verdict.replace('_', ' ')}" for verdict, count in _ordered(verdicts)
    )
    passed = f"; {ignored} passed over as titles, terms or the like" if ignored else ""
    cited = [one for one in report.citations if one.publication == name]
    resolved = sum(one.citation.document is not None for one in cited)
    notes = f" {resolved} of {len(cited)} citations resolve to a document." if cited else ""
    return f"{total} quotations: {told}{passed}.{notes}"


def _ordered(verdicts: "Counter[Verdict]") -> list[tuple[Verdict, int]]:
    return [(verdict, verdicts[verdict]) for verdict in Verdict if verdicts[verdict]]


def _finding(one: AuditFinding) -> Iterator[str]:
    place = one.locus.in_words()
    yield f"  {SIGNS[one.severity]} {one.code} {place + ': ' if place else ''}{one.message}"
    if one.suggestions:
        shown = ", ".join(one.suggestions[:MOST_SUGGESTIONS])
        more = len(one.suggestions) - MOST_SUGGESTIONS
        yield f"      perhaps {shown}" + (f" and {more} more" if more > 0 else "")
