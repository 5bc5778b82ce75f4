"""The National Archives of Australia: series and control symbol, "NAA: A1838, 3034/2/1 PART 3".

Entry point: `read_australian`.
"""

import re

from provtrack.references.figure_lint import lint_figures
from provtrack.references.grammar import FoundRepository, Part, Reading, error, note
from provtrack.references.leaf_lint import lint_ranges
from provtrack.references.repository_lint import lint_repository
from provtrack.references.segments import find_leaves

FAMILY = "generic"
ARCHIVES = "AU-NAA"
_SERIES = re.compile(
    r"(?<![\w/])(?:[Ss]eries\s+)?(?P<series>[A-Z]{1,3}\d{1,5}(?:/\d{1,3})?)(?![\w/])"
)
_ITEM = re.compile(
    r"\s*[,:;]\s*(?:(?:[Ii]tem|[Cc]ontrol [Ss]ymbol)\s+)?(?P<item>[\w/.()-]*[\dlOI][\w/.()-]*)"
    r"(?:[\s,]+(?i:parts?|pt\.?)\s?(?P<part>\d+[A-Z]?))?"
)
_BARCODE = re.compile(r"(?i:barcode|item id|id)[\s:]*(?P<barcode>\d{5,9})\b")


def read_australian(head: str, named: FoundRepository | None) -> Reading | None:
    """Read a series with its control symbol; None of other archives, and without a series."""
    if named is None or named.code != ARCHIVES:
        return None
    series = _SERIES.search(head, named.end) or _SERIES.search(head, 0, named.start)
    if series is None:
        return None
    leaves, end = find_leaves(head, series.end())
    item = _ITEM.match(head, series.end(), end)
    barcode = _BARCODE.search(head, series.end())
    parts = [
        Part(name, found[name], *found.span(name))
        for found in (series, item, barcode)
        if found
        for name in found.groupdict()
        if found[name]
    ]
    findings = [*lint_repository(head, named), *lint_ranges(leaves)]
    findings += lint_figures([part for part in parts if part.name != "series"])
    if item is None:
        message = f"“{series['series']}” is a whole series: no control symbol is given."
        findings.append(error("REF112", message, at=series.span("series")))
    if not leaves:
        findings.append(note("REF110", "No leaves are given."))
    return Reading(
        family=FAMILY,
        repository=named,
        parts=tuple(parts),
        leaves=leaves,
        lost=() if item else ("item",),
        findings=tuple(sorted(findings, key=lambda one: (one.start or 0, one.code))),
    )
