"""Chinese archives: the record number of the Foreign Ministry (105-01234-05), and of others.

Entry point: `read_chinese`.
"""

import re

from provtrack.references.figure_lint import lint_figures
from provtrack.references.grammar import FoundRepository, Part, Reading, note, warning
from provtrack.references.leaf_lint import lint_ranges
from provtrack.references.repository_lint import lint_repository
from provtrack.references.segments import bare_leaves, find_leaves, read_leaves

FAMILY = "chinese"
_MINISTRY = "CN-FMA"
_RECORD = re.compile(
    r"(?<![A-Za-z\d-])[A-ZlO]{0,2}\d{1,4}[OlI]?\s?[-–]\s?[A-Zl\d]{1,6}\s?[-–]\s?\d{1,6}(?:\s?[-–]\s?\d{1,6})?(?![A-Za-z\d-])"
)
_SHORT_RECORD = re.compile(r"(?<![\w-])[A-Z]{0,3}\d{2,5}[-–]\d{1,5}[-–]?(?![\w-])")
_MINISTRY_SHAPE = re.compile(r"\d{3}-\d{5}-\d{2}")
_UNNAMED = re.compile(r"(?<![\w-])\d{3}-\d{5}-\d{2}(?![\w-])")
_PAGES = re.compile(r"第\s?(\d+)(?:\s?[-–—至]\s?(\d+))?\s?页|页\s?(?=\d)")


def read_chinese(head: str, named: FoundRepository | None) -> Reading | None:
    """Read a record number after a Chinese repository, or one of the ministry's shape alone."""
    is_known = named is not None and named.family == FAMILY
    if not is_known:
        found = _UNNAMED.match(head.strip()) and _UNNAMED.search(head)
    else:
        assert named is not None  # noqa: S101
        found = _RECORD.search(head, named.end) or _RECORD.search(head, 0, named.start)
        if not found:
            found = _SHORT_RECORD.search(head, named.end)
    if not found:
        return None
    repository = named if is_known else None
    record = Part("record", found[0], found.start(), found.end())
    leaves, _ = find_leaves(head, found.end())
    is_bare = not leaves
    leaves = leaves or bare_leaves(head, found.end())
    if pages := _PAGES.search(head, found.end()):
        leaves = read_leaves(head, pages.start(1) if pages[1] else pages.end())
    findings = [*lint_repository(head, repository), *lint_ranges(leaves)]
    if not leaves:
        findings.append(note("REF110", "No pages are given."))
    elif is_bare and not pages:
        at = (leaves[0].start, leaves[-1].end)
        message = f"“{head[slice(*at)]}” has no label; pages (pp.) may be meant."
        findings.append(note("REF111", message, at=at, suggestions=("pp.",)))
    is_ministry = repository is None or repository.code == _MINISTRY
    if is_ministry and not _MINISTRY_SHAPE.fullmatch(re.sub(r"\s?[-–]\s?", "-", found[0])):
        message = (
            f"“{found[0]}” has not the shape of the ministry's record numbers (105-01234-05: "
            "three, five and two figures)."
        )
        findings.append(warning("REF114", message, at=found.span()))
        findings += lint_figures([record])
    return Reading(
        family=FAMILY,
        repository=repository,
        parts=(record,),
        leaves=leaves,
        findings=tuple(sorted(findings, key=lambda one: (one.start or 0, one.code))),
    )
