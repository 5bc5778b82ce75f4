"""What is odd in a citation: in the reference itself, beside its document, beside its neighbours.

Nothing is repaired: what the document's reference has is offered as a suggestion. Entry
points: `check_citations`, `beside_found`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from textwrap import shorten

from provtrack.citing.departing import departures, folded, other_levels, other_number
from provtrack.citing.leaves import leaf_numbers
from provtrack.citing.neighbours import LEAST_LEVELS, beside_neighbours
from provtrack.citing.numbering import is_bare
from provtrack.model.citation import CataloguedDocument, Citation
from provtrack.model.finding import Finding
from provtrack.model.names import Severity
from provtrack.model.reference import ArchivalReference

LONGEST_WORDS = 120  # characters of a work that are given


def check_citations(
    citations: Sequence[Citation], catalogue: Mapping[str, CataloguedDocument]
) -> tuple[Citation, ...]:
    """Add what is odd to the findings of citations, in their order.

    Args:
        catalogue: The documents by id.
    """
    texts: dict[str, set[str]] = {}
    for one in citations:
        texts.setdefault(one.work.note, set()).add(one.work.text)
    checked = []
    for citation in citations:
        document = catalogue.get(citation.document or "")
        is_one_of_several = len(texts[citation.work.note]) > 1
        alone = [
            _as_recorded(one, citation.work.reference, document)
            for one in _alone(citation, is_one_of_several=is_one_of_several)
        ]
        found = [*alone, *(_beside(citation, document) if document else ())]
        checked.append(replace(citation, findings=(*citation.findings, *found)))
    for position, finding in beside_neighbours(citations, catalogue):
        one = checked[position]
        if finding.message not in {known.message for known in one.findings}:
            checked[position] = replace(one, findings=(*one.findings, finding))
    return tuple(checked)


def _alone(citation: Citation, *, is_one_of_several: bool) -> Iterator[Finding]:
    """Say what is odd in the reference itself, and that no document was found.

    Args:
        is_one_of_several: Its note names other works too: its own words are given.
    """
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
        words = shorten(citation.work.text, LONGEST_WORDS, placeholder=" …").strip(" ;,.")
        message = f"“{words}” resolves" if is_one_of_several else "Resolves"
        yield _finding("CIT001", Severity.NOTE, f"{message} to no document that is held.")


def _as_recorded(
    found: Finding, cited: ArchivalReference | None, document: CataloguedDocument | None
) -> Finding:
    """Lower what is as odd in the reference that is recorded: the author repeats it."""
    if cited is None or document is None or found not in cited.findings:
        return found
    for one in document.references:
        is_repeated = set(one.parts) == set(cited.parts) and one.leaves == cited.leaves
        if is_repeated and found.code in {odd.code for odd in one.findings}:
            message = f"{found.message} It is so in the document's reference too."
            return replace(found, severity=Severity.NOTE, message=message)
    return found


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
        if outside := numbers - every:
            printed = leaves.start if leaves.end is None else f"{leaves.start}-{leaves.end}"
            of = f"{_range(outside)} of " if len(outside) < len(numbers) else ""
            what = "Leaf" if len(outside) == 1 else "Leaves"
            are = "is" if len(outside) == 1 else "are"
            message = f"{what} {of}{printed} {are} outside those of the document ({_range(every)})."
            yield _finding("CIT012", Severity.WARNING, message)


def _range(numbers: set[int]) -> str:
    low, high = min(numbers), max(numbers)
    return str(low) if low == high else f"{low}-{high}"


def _finding(
    code: str, severity: Severity, message: str, suggestions: Sequence[str] = ()
) -> Finding:
    return Finding(code=code, severity=severity, message=message, suggestions=tuple(suggestions))
