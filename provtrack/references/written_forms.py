"""References as plain mappings: our JSON (docs/reference/reference-rules.md) and CSL-JSON.

Entry points: `as_json`, `as_csl`, `location_of`.
"""

from provtrack.model.finding import Finding
from provtrack.model.names import Role, Severity
from provtrack.model.reference import ArchivalReference
from provtrack.references.printing import unitid_of

Form = dict[str, object]
_COLLECTIONS = ("fond", "record_group", "series", "bestand", "zespol", "collection")


def as_json(reference: ArchivalReference) -> Form:
    """Write a reference with its findings; a part whose label stands without value is null.

    A finding about the whole line has the place of the whole line.
    """
    found = reference.repository
    parts: dict[str, str | None] = dict.fromkeys(
        name for name in reference.lost if name != "leaves"
    )
    return {
        "verbatim": reference.verbatim,
        "family": reference.family,
        "repository": {"code": found.code, "name": found.name} if found else None,
        "parts": {**dict(reference.parts), **parts},
        "leaves": [{"start": leaf.start, "end": leaf.end} for leaf in reference.leaves],
        "credits": [{"role": agent.role, "name": agent.name} for agent in reference.credits],
        "others": [as_json(other) for other in reference.others],
        "findings": [_finding(one, len(reference.verbatim)) for one in reference.findings],
    }


def _finding(finding: Finding, length: int) -> Form:
    return {
        "rule": finding.code,
        "severity": finding.severity,
        "start": finding.start if finding.start is not None else 0,
        "end": finding.end if finding.end is not None else length,
        "message": finding.message,
        "suggestions": list(finding.suggestions),
    }


def as_csl(reference: ArchivalReference, number: int) -> Form:
    """Write a reference as a CSL-JSON item.

    Args:
        number: Of the line, from 1; makes the item's id.
    """
    values = dict(reference.parts)
    item: Form = {"id": f"reference-{number}", "type": "document"}
    if reference.repository:
        item["archive"] = reference.repository.name
    if collection := next((values[name] for name in _COLLECTIONS if name in values), None):
        item["archive_collection"] = collection
    leaves = ", ".join(
        f"{one.start}-{one.end}" if one.end else one.start for one in reference.leaves
    )
    if location := location_of(reference):
        item["archive_location"] = location
    if leaves and not is_damaged(reference):  # citation programs complete "120-12" to 120–112
        item["page"] = leaves
    names = [{"literal": a.name} for a in reference.credits if a.role is Role.TRANSLATED]
    if names:
        item["translator"] = names
    item["note"] = reference.verbatim
    return item


def is_damaged(reference: ArchivalReference) -> bool:
    """Whether there is a warning or an error about a reference."""
    return any(one.severity.rank > Severity.NOTE.rank for one in reference.findings)


def location_of(reference: ArchivalReference) -> str:
    """Give the place in the repository: canonical, but of a damaged reference as it is written."""
    if not is_damaged(reference):
        return unitid_of(reference)
    words = reference.verbatim
    if reference.repository is not None:
        words = words.partition(reference.repository.name)[2]
    for agent in reference.credits:
        words = words.partition(agent.words or "\n")[0]
    return words.strip(" \n,.;:)") or unitid_of(reference)
