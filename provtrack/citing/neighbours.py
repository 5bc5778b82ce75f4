"""What references of one publication tell of each other: levels that differ, or are exchanged.

Compared are the references of citations that mean one document, or have the same numbers. Of two
forms that differ the rarer is told, once, where it stands first. A document whose own reference is
recorded decides by itself: what agrees with it is right, what departs from it was told beside it.
Entry point: `beside_neighbours`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from provtrack.citing.departing import departures
from provtrack.model.citation import CataloguedDocument, Citation, CitationForm, Ground
from provtrack.model.finding import Finding
from provtrack.model.names import Severity
from provtrack.model.reference import ArchivalReference
from provtrack.references.in_context import lint_together

LEVELS = ("fond", "opis", "papka", "delo", "archival_unit")
OF_A_DELO = ("fond", "opis", "papka", "delo")
LEAST_LEVELS = 3  # below that the same numbers are a chance
Group = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """Levels as some citations of a group have them.

    Attributes:
        position: Of the first of these citations.
        count: How many they are.
        is_borne_out: Whether the document of one of them has recorded the same.
    """

    reference: ArchivalReference
    position: int
    count: int
    is_borne_out: bool


def beside_neighbours(
    citations: Sequence[Citation], catalogue: Mapping[str, CataloguedDocument]
) -> Iterator[tuple[int, Finding]]:
    """Give (position of the citation, finding) for references that contradict each other.

    What "Ibid." takes over was said where it stands.

    Args:
        catalogue: The documents by id.
    """
    groups: dict[Group, list[_Form]] = defaultdict(list)
    for position, citation in enumerate(citations):
        reference = citation.work.reference
        if reference is None or _is_taken_over(citation):
            continue
        is_right = _is_right(reference, catalogue.get(citation.document or ""))
        if is_right is not False:
            one = _Form(
                reference=reference, position=position, count=1, is_borne_out=bool(is_right)
            )
            for group in _groups_of(citation.document, reference):
                groups[group].append(one)
    for found in groups.values():
        yield from _contradictions(_counted(found))
    yield from _papki_misprinted(citations)


def _groups_of(document: str | None, reference: ArchivalReference) -> Iterator[Group]:
    """Name what a reference is compared with: of levels in another order one is likely a slip."""
    if document:
        yield (document,)
    numbers = sorted(value for name, value in reference.parts if name in LEVELS)
    if len(numbers) >= LEAST_LEVELS:
        yield (reference.repository.name if reference.repository else "", *numbers)


def _counted(found: Iterable[_Form]) -> list[_Form]:
    """Join what has the same levels; first comes what a document bears out, then the usual."""
    joined: dict[tuple[tuple[str, str], ...], _Form] = {}
    for one in found:
        levels = tuple(part for part in one.reference.parts if part[0] in LEVELS)
        first = joined.setdefault(levels, replace(one, count=0))
        is_borne_out = first.is_borne_out or one.is_borne_out
        joined[levels] = replace(first, count=first.count + 1, is_borne_out=is_borne_out)
    return sorted(joined.values(), key=lambda one: (not one.is_borne_out, -one.count))


def _contradictions(forms: Sequence[_Form]) -> Iterator[tuple[int, Finding]]:
    """Set each form that no document bears out beside those before it, until one differs."""
    for place, one in enumerate(forms):
        if one.is_borne_out:
            continue
        for usual in forms[:place]:
            if found := lint_together((usual.reference, one.reference)):
                yield one.position, found[0][1]
                break


def _papki_misprinted(citations: Sequence[Citation]) -> Iterator[tuple[int, Finding]]:
    """Say where the papka of a delo has the figures of an earlier note in another order.

    It may be right: the same number of a delo may stand in two papki.
    """
    known: dict[tuple[str, ...], tuple[str, ArchivalReference]] = {}
    for position, citation in enumerate(citations):
        reference = citation.work.reference
        parts = dict(reference.parts) if reference else {}
        if reference is None or _is_taken_over(citation) or not parts.keys() >= set(OF_A_DELO):
            continue
        figures = "".join(sorted(parts["papka"]))
        key = (*(parts[name] for name in OF_A_DELO if name != "papka"), figures)
        papka, earlier = known.setdefault(key, (parts["papka"], reference))
        if papka != parts["papka"]:
            message = (
                f"The papka is {parts['papka']} here and {papka} in “{earlier.verbatim.strip()}”; "
                "one of the two may be a misprint."
            )
            yield (
                position,
                Finding(
                    code="REF180", severity=Severity.NOTE, message=message, suggestions=(papka,)
                ),
            )


def _is_right(reference: ArchivalReference, document: CataloguedDocument | None) -> bool | None:
    """Whether a reference agrees with what its document has recorded; None if nothing is."""
    known = document.references if document else ()
    held = [one for one in known if one.family == reference.family]
    return any(not departures(reference, one) for one in held) if held else None


def _is_taken_over(citation: Citation) -> bool:
    """Whether a reference is that of a work before: "Ibid.", "see note 1"."""
    return citation.work.form is not CitationForm.FULL or Ground.CHAIN in citation.grounds
