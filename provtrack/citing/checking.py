"""What is odd in a citation: in the reference itself, beside its document, beside its neighbours.

Nothing is repaired: what the document's reference has is offered as a suggestion. Entry
points: `check_citations`, `beside_found`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from provtrack.citing.departing import departures, folded, other_levels, other_number
from provtrack.citing.neighbours import LEAST_LEVELS, beside_neighbours
from provtrack.citing.numbering import is_bare
from provtrack.citing.resolving import leaf_numbers
from provtrack.model.citation import CataloguedDocument, Citation
from provtrack.model.finding import Finding
from provtrack.model.names import Severity
from provtrack.model.reference import ArchivalReference


def check_citations(
    citations: Sequence[Citation], catalogue: Mapping[str, CataloguedDocument]
) -> tuple[Citation, ...]:
    """Add what is odd to the findings of citations, in their order.

    Args:
        catalogue: The documents by id.
    """
    checked = []
    for citation in citations:
        document = catalogue.get(citation.document or "")
        found = [*_alone(citation), *(_beside(citation, document) if document else ())]
        checked.append(replace(citation, findings=(*citation.findings, *found)))
    for position, finding in beside_neighbours(citations, catalogue):
        one = checked[position]
        if finding.message not in {known.message for known in one.findings}:
            checked[position] = replace(one, findings=(*one.findings, finding))
    return tuple(checked)


def _alone(citation: Citation) -> Iterator[Finding]:
    """Say what is odd in the reference itself, and that no document was found."""
    reference = citation.work.reference
    if reference is not None:
        yield from reference.findings
    if citation.document is not None:
        if citation.others:
            names = ", ".join(citation.others)
            message = f"Taken for {citation.document}; the note before it names {names} too."
            yield _finding("CIT003", Severity.NOTE, message)
        return
    if citation.others and is_bare(citation.work):
        names = ", ".join(citation.others)
        message = f"The number may be that of a page; the document of that number is {names}."
        yield _finding("CIT004", Severity.NOTE, message)
    elif citation.others:
        names = ", ".join(citation.others)
        yield _finding("CIT002", Severity.WARNING, f"Fits several documents: {names}.")
    else:
        yield _finding("CIT001", Severity.NOTE, "Resolves to no document that is held.")


def _beside(citation: Citation, document: CataloguedDocument) -> Iterator[Finding]:
    """Say where a citation departs from what is recorded of its document."""
    work = citation.work
    if work.date and document.dates and work.date[:10] not in {d[:10] for d in document.dates}:
        held = ", ".join(document.dates)
        message = f"Dated {work.date}; the document is dated {held}."
        if len(work.date) == len(document.dates[0][:10]):
            yield _finding("CIT010", Severity.WARNING, message, document.dates)
    yield from other_number(citation, document)
    if work.reference is None or not document.references:
        return
    held_references = [one for one in document.references if one.family == work.reference.family]
    if not held_references:
        return
    differing = min((departures(work.reference, one) for one in held_references), key=len)
    yield from other_levels(differing)
    if not differing:
        yield from _leaves_outside(work.reference, held_references)


def beside_found(citation: Citation, document: CataloguedDocument) -> Citation:
    """Compare an unresolved reference with the document in which the words it is given for stand.

    Returns:
        The citation, with a finding if the two references differ in one level, or in two exchanged.
    """
    reference = citation.work.reference
    if citation.document or reference is None:
        return citation
    for held in document.references:
        differing = departures(reference, held) if held.family == reference.family else []
        levels = {folded(value) for name, value in held.parts if name not in dict(reference.parts)}
        misread = any(folded(value) in levels for _, value, _ in differing)  # 90/24/44/5
        compared = [name for name, _ in reference.parts if name in dict(held.parts)]
        exchanged = len({frozenset(map(folded, pair[1:])) for pair in differing}) == 1
        if differing and exchanged and not misread and len(compared) >= LEAST_LEVELS:
            ours = ", ".join(f"{name} {value}" for name, value, _ in differing)
            theirs = ", ".join(f"{name} {value}" for name, _, value in differing)
            message = f"Gives {ours}; the words stand in {document.id}, held under {theirs}."
            found = _finding("CIT013", Severity.WARNING, message, (theirs,))
            return replace(citation, findings=(*citation.findings, found))
    return citation


def _leaves_outside(
    cited: ArchivalReference, held: Sequence[ArchivalReference]
) -> Iterator[Finding]:
    """Say which leaves are not those of the document; a damaged range tells nothing."""
    known = [set(leaf_numbers(one.start, one.end)) for other in held for one in other.leaves]
    if not known or not all(known):
        return
    every = set().union(*known)
    for leaves in cited.leaves:
        numbers = set(leaf_numbers(leaves.start, leaves.end))
        if numbers and not numbers & every:
            printed = leaves.start if leaves.end is None else f"{leaves.start}-{leaves.end}"
            message = f"Leaves {printed} are outside those of the document ({_range(every)})."
            yield _finding("CIT012", Severity.WARNING, message)


def _range(numbers: set[int]) -> str:
    low, high = min(numbers), max(numbers)
    return str(low) if low == high else f"{low}-{high}"


def _finding(
    code: str, severity: Severity, message: str, suggestions: Sequence[str] = ()
) -> Finding:
    return Finding(code=code, severity=severity, message=message, suggestions=tuple(suggestions))
