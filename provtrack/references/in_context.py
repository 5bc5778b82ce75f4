"""What is odd in a reference beside its document or beside other references.

A line alone cannot tell that a series began later, that a date in a code is another date, or that
opis and delo are exchanged; the document and its other references can. Entry points:
`lint_with_document`, `lint_together`.
"""

import re
from collections.abc import Iterator, Sequence

from provtrack.model.finding import Finding
from provtrack.model.reference import ArchivalReference
from provtrack.model.text import Span
from provtrack.references.grammar import note, warning

# First years of British series (The National Archives, Discovery catalogue).
_SERIES_BEGIN = {"FO 371": 1906, "PREM 11": 1951, "CAB 128": 1945, "CAB 129": 1945, "DEFE 4": 1947}
_CODE_DATE = re.compile(r"/(\d{1,2})[-–](\d{1,2})(\d\d)$")
_LEVELS = ("fond", "opis", "papka", "delo", "archival_unit")


def lint_with_document(
    reference: ArchivalReference, *, date: str | None = None, leaf_count: int | None = None
) -> tuple[Finding, ...]:
    """Say what in a reference conflicts with its document.

    Args:
        date: Of the document, EDTF; only a year or a whole day is compared.
        leaf_count: Leaves or pages of the scan that is held.
    """
    found = [*_dates(reference, date)] if date else []
    if leaf_count is not None:
        found += _extent(reference, leaf_count)
    return tuple(sorted(found, key=lambda one: (one.start or 0, one.code)))


def lint_together(references: Sequence[ArchivalReference]) -> tuple[tuple[int, Finding], ...]:
    """Say where references that should agree do not: those of the versions of one document.

    Returns:
        (position of the reference, finding), in order.
    """
    found: list[tuple[int, Finding]] = []
    for later, one in enumerate(references):
        for earlier in references[:later]:
            if finding := _disagreement(earlier, one):
                found.append((later, finding))
                break
    return tuple(found)


def _place(reference: ArchivalReference, name: str) -> Span:
    names = [part for part, _ in reference.parts]
    return reference.places[names.index(name)]


def _dates(reference: ArchivalReference, date: str) -> Iterator[Finding]:
    """A series that began later, and a date in a decimal file that is another day."""
    parts = dict(reference.parts)
    year = re.match(r"(\d{4})(?:-(\d\d)-(\d\d))?", date)
    if year is None:
        return
    begins = _SERIES_BEGIN.get(parts.get("series", ""))
    if begins and int(year[1]) < begins:
        place = _place(reference, "series")
        message = f"{parts['series']} begins in {begins}; the document is of {year[1]}."
        yield warning("REF160", message, at=(place.start, place.end))
    for name in ("decimal_file", "file"):
        printed = _CODE_DATE.search(parts.get(name, ""))
        if printed and year[2]:
            month, day, short = (int(figure) for figure in printed.groups())
            if (month, day, short) != (int(year[2]), int(year[3]), int(year[1]) % 100):
                place = _place(reference, name)
                message = (
                    f"The code ends in a date, {month}-{day}-{short:02}; the document is of {date}."
                )
                yield warning("REF161", message, at=(place.start, place.end))


def _extent(reference: ArchivalReference, leaf_count: int) -> Iterator[Finding]:
    """More leaves cited than are held."""
    figures = [
        (int(start[0]), int(end[0]))
        for leaf in reference.leaves
        if (start := re.match(r"\d+", leaf.start)) and (end := re.match(r"\d+", leaf.end or "x"))
    ]
    cited = sum(end - start + 1 for start, end in figures if end >= start)
    if cited > 2 * leaf_count:
        message = f"{cited} leaves are cited, {leaf_count} are held."
        yield warning("REF105", message)


def _shown(reference: ArchivalReference) -> str:
    """Repeat a reference on one line, without the blanks that stand for what is no part of it."""
    return re.sub(r"\s+(?=[,;.)])", "", " ".join(reference.verbatim.split()))


def _disagreement(base: ArchivalReference, witness: ArchivalReference) -> Finding | None:
    """Compare two references: exchanged levels, else another value of the same level."""
    left, right = dict(base.parts), dict(witness.parts)
    both = [name for name in _LEVELS if name in left and name in right]
    odd = [name for name in both if left[name] != right[name]]
    if not odd or base.family != witness.family:
        return None
    place = _place(witness, odd[0])
    at = (place.start, place.end)
    if len(odd) == 2 and (left[odd[0]], left[odd[1]]) == (right[odd[1]], right[odd[0]]):
        message = (
            f"{odd[0].capitalize()} and {odd[1]} are exchanged against “{_shown(base)}”; "
            "one of the two references is wrong."
        )
        return warning("REF181", message, at=at)
    if left.get("fond") != right.get("fond"):
        return note("REF180", f"This is another reference than “{_shown(base)}”.", at=at)
    words = ", ".join(f"{name} {left[name]} / {right[name]}" for name in odd)
    return warning("REF180", f"It differs from “{_shown(base)}”: {words}.", at=at)
