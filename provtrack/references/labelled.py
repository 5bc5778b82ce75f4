"""References whose parts are told by labels of one language: Czech, Polish, Hungarian, Romanian.

Each grammar gives its labels; what stands between the repository and the first label is the fond.
Entry point: `read_labelled`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provtrack.model.finding import Finding
from provtrack.references.figure_lint import lint_figures
from provtrack.references.grammar import FoundRepository, LeafRange, Part, Reading, error, note
from provtrack.references.leaf_lint import lint_ranges
from provtrack.references.repository_lint import lint_repository
from provtrack.references.segments import read_leaves, segments_of

_NUMBER_OF_FOND = re.compile(r"[\dOolI|]*\d[\dOolI|]*")  # a fond is often words or a code
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
        second: Name of what stands second; what has no figure is then a series.
        leaves_before: A pattern of leaves, as group 1, whose label stands after them.
        ladder: Levels of which a middle one is never left out.
        odd_fond: A pattern of letters in a fond where figures are expected.
    """

    family: str
    parts: re.Pattern[str]
    leaves: re.Pattern[str]
    alone: re.Pattern[str]
    fond: str = "fond"
    second: str = "signature"
    leaves_before: re.Pattern[str] | None = None
    ladder: tuple[str, ...] = ()
    odd_fond: re.Pattern[str] | None = None


def read_labelled(
    head: str, repository: FoundRepository | None, labels: Labels, *, start: int
) -> Reading | None:
    """Read the parts after a place; None if there are none."""
    leaves, end = _leaves(head, labels, start)
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
        lost=tuple(_lost(head, labels, start, {part.name for part in parts})),
        findings=tuple(sorted(findings, key=lambda one: (one.start or 0, one.code))),
    )


def _leaves(head: str, labels: Labels, start: int) -> tuple[tuple[LeafRange, ...], int]:
    """Read the leaves, and say where they begin; at the end of the line if there are none."""
    if labels.leaves_before and (before := labels.leaves_before.search(head, start)):
        return read_leaves(head[: before.end(1)], before.start(1)), before.start(1)
    label = labels.leaves.search(head, start)
    leaves = read_leaves(head, label.end()) if label else ()
    return leaves, label.start() if label and leaves else len(head)


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
        if words.strip("()") in _CITIES:
            continue
        if _YEAR.fullmatch(words) and labels.fond in taken:
            name = "year"
        elif any(part.name == labels.fond and part.start > first for part in found):
            name = "collection"
        elif labels.fond not in taken:
            name = labels.fond
        elif labels.second == "item" and not re.search(r"\d", words):
            name = "series"  # "XIX-J-1-j, Vietnam, 1966"
        else:
            name = labels.second
        if name not in taken:
            taken.add(name)
            parts.append(Part(name, words, first, last))
    return parts


def _lint(head: str, labels: Labels, parts: Sequence[Part], *, start: int) -> list[Finding]:
    """Labels without a value, letters in figures, a level left out."""
    findings = [
        error("REF112", f"“{alone[1]}” stands without a value.", at=alone.span(1))
        for alone in labels.alone.finditer(head, start)
    ]
    numbers = [
        part
        for part in parts
        if part.name not in (labels.fond, labels.second, "series", "collection", "problem")
        or (part.name == labels.fond and _NUMBER_OF_FOND.fullmatch(part.value))
    ]
    findings += lint_figures(numbers)
    findings += _odd_fond(labels, parts)
    present = [level for level in labels.ladder if any(part.name == level for part in parts)]
    for level in labels.ladder[1:-1]:
        if {labels.ladder[0], labels.ladder[-1]} <= set(present) and level not in present:
            findings.append(error("REF112", f"No {level} is given.", at=_place_of(parts)))
    return findings


def _lost(head: str, labels: Labels, start: int, present: set[str]) -> Iterator[str]:
    """Name the parts whose label stands without a value: what it would name with one."""
    for alone in labels.alone.finditer(head, start):
        for probe in (f"{alone[1]}. 7", f"{alone[1]} 7", f"7. {alone[1]}"):
            named = labels.parts.match(probe)
            name = (named.lastgroup or "").rstrip("_") if named else ""
            if name and name not in present:
                yield name
                break


def _odd_fond(labels: Labels, parts: Sequence[Part]) -> Iterator[Finding]:
    for part in parts:
        if labels.odd_fond is None or part.name != labels.fond:
            continue
        if letter := labels.odd_fond.search(part.value):
            message = f"“{part.value}” has “{letter[0]}” where a figure is expected."
            at = (part.start + letter.start(), part.start + letter.end())
            yield error("REF120", message, at=at)


def _place_of(parts: Sequence[Part]) -> tuple[int, int]:
    return parts[0].start, parts[-1].end
