"""The findings of an audit as SARIF 2.1.0, which code hosts and editors show beside the text.

Standard: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
"""

import json
from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import quote

from provtrack.auditing.codes import catalogue
from provtrack.auditing.source_lines import OF_QUOTATION, source_lines
from provtrack.model.audit import (
    AuditedPublication,
    AuditedQuotation,
    AuditFinding,
    AuditReport,
    EarlierFinding,
)
from provtrack.model.names import Severity
from provtrack.model.text import Span

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def audit_to_sarif(report: AuditReport) -> bytes:
    """Write findings as one run; beside an earlier audit also those that are gone."""
    codes = sorted({one.code for one in report.findings} | {one.code for one in report.gone})
    texts = {one.name: one for one in report.publications}
    seen = {_place(one): tuple(source_lines(one)) for one in report.quotations}
    run: dict[str, object] = {
        "tool": {
            "driver": {
                "name": "provtrack",
                "version": report.program.rpartition(" ")[2] or "unknown",
                "rules": [_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(one)}} for one in report.publications],
        "results": [
            _result(one, codes.index(one.code), texts[one.publication], seen.get(_place(one), ()))
            for one in report.findings
        ]
        + [_gone(one, codes.index(one.code), texts[one.publication]) for one in report.gone],
    }
    whole = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode(
        errors="backslashreplace"
    )


def _rule(code: str) -> dict[str, object]:
    """Describe a code; those of references are described where they are given."""
    entry = catalogue().get(code)
    if entry is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": entry["means"]},
        "defaultConfiguration": {"level": _level(Severity(entry["severity"]))},
    }


def _uri(publication: AuditedPublication) -> str:
    """Name a file as it was named, so that a code host finds it in the repository."""
    path = PurePath(publication.path or publication.name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _place(one: AuditFinding | AuditedQuotation) -> tuple[str, Span]:
    """Say of which words of which publication something is told."""
    return one.publication, one.span if isinstance(one, AuditFinding) else one.quotation.span


def _result(
    one: AuditFinding, rule: int, publication: AuditedPublication, lines: Sequence[str]
) -> dict[str, object]:
    """Write a finding.

    Args:
        lines: What the sources of the words have, and where.
    """
    told = [one.message, *(lines if one.code in OF_QUOTATION else ())]
    result: dict[str, object] = {
        "ruleId": one.code,
        "ruleIndex": rule,
        "level": _level(one.severity),
        "message": {"text": "\n".join(told)},
        "locations": [_location(one, publication)],
        "partialFingerprints": {"provtrack/v1": one.fingerprint},
    }
    if one.novelty:
        result["baselineState"] = one.novelty.value
    if one.suppressed:
        result["suppressions"] = [{"kind": "inSource", "justification": one.suppressed}]
    return result


def _location(one: AuditFinding, publication: AuditedPublication) -> dict[str, object]:
    """Say where a finding stands; in a file without lines, such as DOCX, by its paragraph too."""
    location: dict[str, object] = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(publication)},
            "region": _region(one, publication),
        }
    }
    place = one.locus.in_words()
    if place and not one.locus.line:
        named = {"name": place, "kind": "element"}
        piece = {"fullyQualifiedName": one.locus.run} if one.locus.run else {}
        location["logicalLocations"] = [named | piece]
    return location


def _gone(one: EarlierFinding, rule: int, publication: AuditedPublication) -> dict[str, object]:
    """Write a finding of the earlier audit that this one does not have."""
    return {
        "ruleId": one.code,
        "ruleIndex": rule,
        "level": _level(one.severity),
        "message": {"text": one.message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(publication)}}}],
        "partialFingerprints": {"provtrack/v1": one.fingerprint},
        "baselineState": "absent",
    }


def _region(one: AuditFinding, publication: AuditedPublication) -> dict[str, object]:
    """Where a finding stands: lines and columns of a text file, positions in every file."""
    region: dict[str, object] = {
        "charOffset": one.span.start,
        "charLength": len(one.span),
        "snippet": {"text": publication.text[one.span.start : one.span.end]},
    }
    if one.locus.line:
        before = publication.text[: one.span.start]
        after = publication.text[: one.span.end]
        region |= {
            "startLine": before.count("\n") + 1,
            "startColumn": len(before) - before.rfind("\n"),
            "endLine": after.count("\n") + 1,
            "endColumn": len(after) - after.rfind("\n"),
        }
    return region


def _level(severity: Severity) -> str:
    return {Severity.ERROR: "error", Severity.WARNING: "warning"}.get(severity, "note")
