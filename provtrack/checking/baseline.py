"""A second run shows what is new: findings beside those of an earlier audit.

The earlier audit is the JSON that ``provtrack audit --format json`` wrote. Findings are known again
by their fingerprints. Where words stand several times in a publication each place has its own;
audits that did not tell them apart yet are numbered in the same way. Only publications audited both
times are compared. Entry points: `read_baseline`, `with_baseline`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from provtrack.auditing.codes import numbered
from provtrack.errors import FormatError, UsageError
from provtrack.model.audit import AuditFinding, AuditReport, EarlierFinding, Novelty
from provtrack.model.names import Severity
from provtrack.model.stored import parse_json

Key = tuple[str, str]  # publication, fingerprint


def read_baseline(path: Path) -> tuple[EarlierFinding, ...]:
    """Read the findings of an earlier audit from its JSON.

    Raises:
        UsageError: There is no such file, or it cannot be opened.
        FormatError: It is not the JSON of an audit.
    """
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise UsageError(f"cannot read the baseline {path}: {fault.strerror or fault}.") from fault
    whole = parse_json(content, place=path.name)
    try:
        return tuple(numbered(_earlier(one) for one in whole["findings"]))
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise FormatError(
            f"{path.name} is no baseline: write one with `provtrack audit --format json`."
        ) from fault


def _earlier(one: Mapping[str, str]) -> EarlierFinding:
    return EarlierFinding(
        publication=str(one["publication"]),
        code=str(one["code"]),
        severity=Severity(one["severity"]),
        message=str(one["message"]),
        fingerprint=str(one["fingerprint"]),
        place=str(one.get("where", "")),
    )


def with_baseline(report: AuditReport, earlier: Sequence[EarlierFinding]) -> AuditReport:
    """Say of each finding whether it is new, and list those that are gone."""
    audited = {one.name for one in report.publications}
    known = Counter(_key(one) for one in earlier)
    findings = tuple(_told(report.findings, known))
    gone = tuple(one for one in _left(earlier, known) if one.publication in audited)
    return report.model_copy(update={"findings": findings, "gone": gone})


def _told(findings: Sequence[AuditFinding], known: "Counter[Key]") -> Iterator[AuditFinding]:
    """Say of findings whether they are known, and take what is known away."""
    for one in findings:
        is_known = known[_key(one)] > 0
        known[_key(one)] -= is_known
        yield replace(one, novelty=Novelty.UNCHANGED if is_known else Novelty.NEW)


def _left(earlier: Sequence[EarlierFinding], known: "Counter[Key]") -> Iterator[EarlierFinding]:
    """List the earlier findings that none of this run answers."""
    for one in earlier:
        if known[_key(one)] > 0:
            known[_key(one)] -= 1
            yield one


def _key(one: AuditFinding | EarlierFinding) -> Key:
    return one.publication, one.fingerprint
