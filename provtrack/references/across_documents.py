"""References of several documents, compared: what is wrong with one of them, or with both.

Two documents may end and begin on one leaf, and one may be an enclosure in the other. But leaves of
one delo that overlap otherwise, and one reference for documents of different days, are a sign that
a leaf, a delo or a date is wrong, or that one document was recorded twice. Papki and exchanged
levels are told by `same_delo`. Entry point: `lint_documents`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from provtrack.model.finding import Finding
from provtrack.model.reference import ArchivalReference, Leaves
from provtrack.references.grammar import note, warning
from provtrack.references.same_delo import lint_same_delo, places_of
from provtrack.text.edtf_bounds import bounds_of

_FIGURES = re.compile(r"\d+")
_MOST_OF_A_DELO = 500  # documents compared pairwise; of a delo with more, only neighbours are
_Range = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferredDocument:
    """A document with one of its references.

    Attributes:
        name: What to call it in a sentence: its id.
        date: EDTF; None if it has none.
    """

    name: str
    reference: ArchivalReference
    date: str | None = None


def lint_documents(documents: Sequence[ReferredDocument]) -> tuple[Finding, ...]:
    """Say which references of documents do not go together.

    References of one and the same document are not compared with each other.

    Returns:
        Findings whose place is the name of a document, in the order of the documents; spans count
        code points of its reference. Time grows with the number of documents, and within a delo
        with its square.
    """
    references = [one.reference for one in documents]
    names = [one.name for one in documents]
    found = list(lint_same_delo(references, names=names))
    for positions in places_of(references).values():
        for first, last in _pairs(documents, positions):
            if finding := _conflict(documents[first], documents[last]):
                found.append((last, finding))
    found.sort(key=lambda one: (one[0], one[1].code))
    return tuple(
        replace(one, place=names[place], message=f"{names[place]}: {one.message}")
        for place, one in found
    )


def _pairs(
    documents: Sequence[ReferredDocument], positions: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of references to one delo that have leaves and are of different documents."""
    with_leaves = [one for one in positions if _ranges(documents[one].reference)]
    if len(with_leaves) > _MOST_OF_A_DELO:
        with_leaves.sort(key=lambda one: _ranges(documents[one].reference)[0])
        pairs = list(pairwise(with_leaves))
    else:
        pairs = list(combinations(with_leaves, 2))
    for one, other in pairs:
        if documents[one].name != documents[other].name:
            yield min(one, other), max(one, other)


def _conflict(one: ReferredDocument, other: ReferredDocument) -> Finding | None:
    """Compare two documents in one delo by their leaves and dates."""
    if _volume(one.reference) != _volume(other.reference):
        return None
    ours, theirs = _ranges(one.reference), _ranges(other.reference)
    if ours == theirs:
        return _same_place(one, other)
    if _is_within(ours, theirs) or _is_within(theirs, ours):
        return None  # an enclosure
    shared = sum(_shared(a, b) for a in ours for b in theirs)
    if shared <= 1:
        return None  # one ends and the other begins on the same leaf
    message = (
        f"Its leaves ({_printed(other.reference)}) overlap with those of {one.name} "
        f"({_printed(one.reference)}) in the same delo by {shared} leaves; one of the two ranges "
        "may be wrong."
    )
    return warning("REF183", message)


def _same_place(one: ReferredDocument, other: ReferredDocument) -> Finding:
    """Say that two documents have the same leaves, and whether their dates agree."""
    words = f"{one.name} has the same reference, to the same leaves"
    if one.date and other.date and not _may_agree(one.date, other.date):
        message = f"{words}, but is of {one.date}, this one of {other.date}; one of them is wrong."
        return warning("REF184", message)
    return note("REF184", f"{words}; the two may be one document.")


def _may_agree(one: str, other: str) -> bool:
    """Whether two dates have a day in common; an end that is open or unknown agrees with all."""
    (first, last), (other_first, other_last) = bounds_of(one), bounds_of(other)
    begins_late = first and other_last and first > other_last
    ends_early = last and other_first and last < other_first
    return not (begins_late or ends_early)


def _ranges(reference: ArchivalReference) -> list[_Range]:
    """Give the leaves in figures; a range that descends is not compared."""
    ranges = [_range(leaf) for leaf in reference.leaves]
    return [one for one in ranges if one is not None and one[0] <= one[1]]


def _range(leaf: Leaves) -> _Range | None:
    first = _FIGURES.match(leaf.start)
    last = _FIGURES.match(leaf.end) if leaf.end else first
    return (int(first[0]), int(last[0])) if first and last else None


def _volume(reference: ArchivalReference) -> tuple[str | None, str | None]:
    parts = dict(reference.parts)
    return parts.get("volume"), parts.get("part")


def _shared(one: _Range, other: _Range) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]) + 1)


def _is_within(inner: Sequence[_Range], outer: Sequence[_Range]) -> bool:
    return all(any(b[0] <= a[0] and a[1] <= b[1] for b in outer) for a in inner)


def _printed(reference: ArchivalReference) -> str:
    return ", ".join(
        f"{leaf.start}-{leaf.end}" if leaf.end else leaf.start for leaf in reference.leaves
    )
