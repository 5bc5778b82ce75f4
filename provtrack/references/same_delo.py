"""References to one delo, compared: what a line alone cannot tell.

A delo lies in one papka, and an opis holds it once. Where two lines give other papki for the same
delo, or exchange opis and delo for the same leaves or papka, one of them is wrong. The form that
fewer lines have is flagged; where both are as frequent, each gets a note, since nothing tells which
one errs. Entry points: `with_findings_across`, `lint_same_delo`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from provtrack.model.finding import Finding
from provtrack.model.reference import ArchivalReference
from provtrack.references.grammar import note, warning

Delo = tuple[str, str, str, str]  # repository, fond, opis, delo


def with_findings_across(
    references: Sequence[ArchivalReference],
) -> tuple[ArchivalReference, ...]:
    """Add to each of some references what the others tell of it, in the order of its places."""
    found: dict[int, list[Finding]] = defaultdict(list)
    for position, finding in lint_same_delo(references):
        found[position].append(finding)
    return tuple(
        replace(one, findings=_sorted([*one.findings, *found[position]]))
        if position in found
        else one
        for position, one in enumerate(references)
    )


def _sorted(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda one: (one.start or 0, one.code)))


def lint_same_delo(
    references: Sequence[ArchivalReference], *, names: Sequence[str] | None = None
) -> tuple[tuple[int, Finding], ...]:
    """Say where references of one or of many documents to one delo contradict each other.

    Args:
        names: What to call each reference in a sentence; None: "Line 1", "Line 2" ...

    Only references to the same repository (or to none) are compared. Time grows with their number.

    Returns:
        (position of the reference, finding), in order of position.
    """
    called = names or [f"Line {number}" for number in range(1, len(references) + 1)]
    places = places_of(references)
    found = [*_papki(references, places, called), *_exchanged(references, places, called)]
    return tuple(sorted(found, key=lambda one: (one[0], one[1].code)))


def places_of(references: Sequence[ArchivalReference]) -> Mapping[Delo, Sequence[int]]:
    """Give the positions of the references to each delo, in order."""
    places: dict[Delo, list[int]] = defaultdict(list)
    for position, one in enumerate(references):
        if delo := _delo_of(one):
            places[delo].append(position)
    return places


def _delo_of(reference: ArchivalReference) -> Delo | None:
    """Name the delo a reference is to; None where a level is lacking."""
    parts = dict(reference.parts)
    if not {"fond", "opis", "delo"} <= set(parts):
        return None
    found = reference.repository
    repository = (found.code or found.name.casefold()) if found else ""
    return repository, parts["fond"], parts["opis"], parts["delo"]


def _papki(
    references: Sequence[ArchivalReference],
    places: Mapping[Delo, Sequence[int]],
    called: Sequence[str],
) -> Iterator[tuple[int, Finding]]:
    """One delo in several papki."""
    for positions in places.values():
        papki = {
            position: papka
            for position in positions
            if (papka := dict(references[position].parts).get("papka"))
        }
        counts = Counter(papki.values())
        frequent = counts.most_common(2)
        firsts = {papka: place for place, papka in reversed(papki.items())}
        for position, papka in papki.items():
            usual = next((other for other, _ in frequent if other != papka), None)
            if usual is None:
                continue
            first = firsts[usual]
            message = (
                f"{called[first]} gives papka {usual} for the same delo, this one {papka}; one of "
                "the two is wrong, or “p.” means pages."
            )
            if finding := _weighed(
                "REF182", message, references[position], "papka", counts[usual] - counts[papka]
            ):
                yield position, finding


def _exchanged(
    references: Sequence[ArchivalReference],
    places: Mapping[Delo, Sequence[int]],
    called: Sequence[str],
) -> Iterator[tuple[int, Finding]]:
    """Opis and delo exchanged, with leaves or a papka that say it is the same delo."""
    for (repository, fond, opis, delo), positions in places.items():
        others = places.get((repository, fond, delo, opis), ())
        if opis == delo or not others:
            continue
        marks: dict[object, int] = {}
        for place in others:
            for mark in _marks(references[place]):
                marks.setdefault(mark, place)
        for position in positions:
            same = [marks[mark] for mark in _marks(references[position]) if mark in marks]
            if not same:
                continue
            message = (
                f"{called[min(same)]} has opis {delo} and delo {opis}, this one has them "
                "exchanged; one of the two is wrong."
            )
            surplus = len(others) - len(positions)
            if finding := _weighed("REF181", message, references[position], "opis", surplus):
                yield position, finding


def _marks(reference: ArchivalReference) -> Iterator[object]:
    """Give what tells that two references are to one place: their leaves, their papka."""
    if reference.leaves:
        yield reference.leaves
    if papka := dict(reference.parts).get("papka"):
        yield papka


def _weighed(
    code: str, message: str, reference: ArchivalReference, part: str, surplus: int
) -> Finding | None:
    """Flag the rarer form, note both of equal ones, leave the more frequent alone."""
    names = [name for name, _ in reference.parts]
    span = reference.places[names.index(part)]
    at = (span.start, span.end)
    if surplus < 0:
        return None
    return warning(code, message, at=at) if surplus else note(code, message, at=at)
