"""References whose parts are told by labels of one language: Czech, Polish, Hungarian, Romanian.

Each grammar gives its labels; what stands between the repository and the first label is the fond.
Entry point: `read_labelled`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from provtrack.model.finding import Finding
from provtrack.references.grammar import FoundRepository, Part, Reading, error, note
from provtrack.references.leaf_lint import lint_ranges
from provtrack.references.repository_lint import lint_repository
from provtrack.references.segments import read_leaves, segments_of

_ODD_FIGURE = re.compile(r"(?<=\d)[OОlI|]+(?=\d|$)|^[OОlI|]+(?=\d)")
_CITIES = {
    *("Praha", "Prague", "Bratislava", "Warszawa", "Warsaw", "Budapest"),
    *("București", "Bucharest", "Brno"),
}
_YEAR = re.compile(r"(?:1[89]|20)\d\d(?:\s?[-–/]\s?\d{2,4})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The labels of a family.

    Attributes:
        family: Name of the grammar.
        parts: A pattern with one named group for each part's value.
        leaves: A pattern that ends before the first leaf.
        alone: A pattern of labels, as group 1, that stand without a value.
        fond: Name of what stands first, before any label ("fond", "zespol").
        second: Name of what stands second.
    """

    family: str
    parts: re.Pattern[str]
    leaves: re.Pattern[str]
    alone: re.Pattern[str]
    fond: str = "fond"
    second: str = "signature"


def read_labelled(
    head: str, repository: FoundRepository | None, labels: Labels, *, start: int
) -> Reading | None:
    """Read the parts after a place; None if there are none."""
    leaf_label = labels.leaves.search(head, start)
    leaves = read_leaves(head, leaf_label.end()) if leaf_label else ()
    end = leaf_label.start() if leaf_label and leaves else len(head)
    found = list(_labelled(head, labels, (start, end)))
    found += _unlabelled(head, labels, (start, end), found)
    if not found:
        return None
    parts = tuple(sorted(found, key=lambda part: part.start))
    findings = [
        *_lint(head, labels, parts, start=start),
        *lint_repository(head, repository),
        *lint_ranges(leaves),
    ]
    if not leaves and not any(part.name in ("item", "point") for part in parts):
        findings.append(note("REF110", "No leaves are given."))
    return Reading(
        family=labels.family,
        repository=repository,
        parts=parts,
        leaves=leaves,
        findings=tuple(sorted(findings, key=lambda one: (one.start or 0, one.code))),
    )


def _labelled(head: str, labels: Labels, place: tuple[int, int]) -> list[Part]:
    found: dict[str, Part] = {}
    for match in labels.parts.finditer(head, *place):
        for group, value in match.groupdict().items():
            name = group.rstrip("_")  # "fond_" is another way to write a fond
            if value and name not in found:
                found[name] = Part(name, value, match.start(group), match.end(group))
    return list(found.values())


def _unlabelled(
    head: str, labels: Labels, place: tuple[int, int], found: Sequence[Part]
) -> list[Part]:
    """Name segments without a label: the fond first, then the signature, a year, an item."""
    parts: list[Part] = []
    taken = {part.name for part in found}
    for first, last in segments_of(head, *place):
        words = head[first:last]
        if any(part.start < last and first < part.end for part in found):
            continue
        if labels.alone.match(head, first, last + 1) or not re.search(r"[^\W_]", words):
            continue
        if words in _CITIES:
            continue
        if _YEAR.fullmatch(words) and labels.fond in taken:
            name = "year"
        elif any(part.name == labels.fond and part.start > first for part in found):
            name = "collection"
        elif labels.fond not in taken:
            name = labels.fond
        else:
            name = labels.second
        if name not in taken:
            taken.add(name)
            parts.append(Part(name, words, first, last))
    return parts


def _lint(head: str, labels: Labels, parts: Sequence[Part], *, start: int) -> list[Finding]:
    """Labels without a value, and letters in figures."""
    findings = [
        error("REF112", f"“{alone[1]}” stands without a value.", at=alone.span(1))
        for alone in labels.alone.finditer(head, start)
    ]
    for part in parts:
        if part.name in (labels.fond, labels.second):
            continue
        for letter in _ODD_FIGURE.finditer(part.value):
            place = part.start + letter.start()
            message = f"“{part.value}” has “{letter[0]}” where a figure is expected."
            findings.append(error("REF120", message, at=(place, place + len(letter[0]))))
    return findings
