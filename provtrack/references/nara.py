"""American archives outside the source notes of FRUS: record group, entry, lot, box, file.

"RG 59, Central Decimal File, 691.93/11-262, Box 1413, NARA"; the repository may stand last. Entry
point: `read_nara`.
"""

import re

from provtrack.references.american import find_parts, lint_parts, lost_parts
from provtrack.references.grammar import FoundRepository, Part, Reading, note
from provtrack.references.repository_lint import lint_repository

FAMILY = "nara"
_BEGINS = re.compile(r"\s*(?:RG|R\.G\.|Records? Group(?: \(RG\))?)\s?\d|\s*Lot\s?\d\d\s?[A-Z]\s?\d")
_SHORT = re.compile(
    r"(?<=[,;] )(?:E\.?\s?(?P<entry>[A-Z]{0,2}\d+[A-Z]?)|[Bb]\.\s?(?P<box>\d+[A-Z]?)"
    r"|F\.\s?(?P<folder>\d+[A-Z]?)|(?P<file>\d{3}[A-Z]{0,2}\.\d[\dA-Z]*/\d+))(?=\s*(?:[,;.]|$))"
)
_LEVELS = {"record_group", "lot", "box", "decimal_file", "entry", "file", "folder", "frc", "job"}


def read_nara(head: str, named: FoundRepository | None) -> Reading | None:
    """Read an American reference: after or before its repository, or beginning with "RG 59"."""
    is_known = named is not None and named.family == FAMILY
    if not is_known and not _BEGINS.match(head):
        return None
    repository = named if is_known else None
    start = repository.end if repository and repository.start < 8 else 0
    found = _with_short_labels(head, start, find_parts(head, start, len(head)))
    parts = tuple(_as_file(part) for part in found)
    names = {part.name for part in parts}
    if not names & _LEVELS and "series" not in names:
        return None
    findings = [*lint_repository(head, repository), *lint_parts(head, found, len(head))]
    if "box" in names and not names & {"folder", "file"}:
        findings.append(note("REF113", "A box is given, but no folder."))
    return Reading(
        family=FAMILY,
        repository=repository,
        parts=parts,
        lost=tuple(name for name in lost_parts(head, start, len(head)) if name not in names),
        findings=tuple(sorted(findings, key=lambda one: (one.start or 0, one.code))),
    )


def _with_short_labels(head: str, start: int, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Add what stands after the labels "E.", "B.", "F.", and files numbered without a date."""
    found = {part.name: part for part in parts}
    for match in _SHORT.finditer(head, start):
        name = match.lastgroup or ""
        if name not in found:
            found[name] = Part(name, match[name], *match.span(name))
    return tuple(sorted(found.values(), key=lambda part: part.start))


def _as_file(part: Part) -> Part:
    """Call a decimal file a file, as the finding aids of this archive do."""
    name = "file" if part.name == "decimal_file" else part.name
    return Part(name, part.value, part.start, part.end)
