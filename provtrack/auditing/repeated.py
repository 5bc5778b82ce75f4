"""Faults of a reference that is written in many notes: told once, with the notes that repeat it.

That a work is not held is told once too, where it is named; "Ibid." goes back to it.

Entry points: `told_once`, `works_meant`, `so_too`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from provtrack.model.audit import AuditedCitation, AuditFinding
from provtrack.model.citation import CitationForm

OF_REFERENCES = "REF"  # codes of what is odd in a reference by itself
UNRESOLVED = "CIT001"
MOST_NAMED = 8  # places in one sentence


def told_once(
    found: Iterable[tuple[AuditedCitation, AuditFinding]],
) -> Iterator[AuditFinding]:
    """Tell what is odd in a reference where it stands first; name the other places.

    Args:
        found: Findings with their citations, in order.
    """
    kept: dict[tuple[str, ...], AuditFinding] = {}
    again: dict[tuple[str, ...], list[str]] = {}
    work = ""
    for citation, one in found:
        if one.code == UNRESOLVED:
            work = _work_meant(citation, before=work)
            key: tuple[str, ...] = (one.code, work)
        elif one.code.startswith(OF_REFERENCES):
            reference = citation.citation.work.reference
            written = () if one.suggestions or reference is None else (reference.verbatim,)
            key = one.code, one.message, *one.suggestions, *written
        else:
            yield one
            continue
        if key in kept and one.locus == kept[key].locus:
            continue
        if key in kept:
            again.setdefault(key, []).append(one.locus.in_words())
        else:
            kept[key] = one
    for key, one in kept.items():
        yield replace(one, message=one.message + so_too(again.get(key, ())))


def works_meant(citations: Iterable[AuditedCitation]) -> dict[str, str]:
    """Give by note the words of the works that resolve to nothing, as they were first named."""
    meant: dict[str, str] = {}
    work = ""
    for one in citations:
        if one.citation.document is None:
            work = _work_meant(one, before=work)
            note = one.citation.work.note
            meant[note] = "; ".join(filter(None, (meant.get(note, ""), work)))
    return meant


def _work_meant(citation: AuditedCitation, *, before: str) -> str:
    """Give the words of the work that a citation names, or goes back to."""
    work = citation.citation.work
    goes_back = work.form is CitationForm.NAMED_EARLIER and not work.names  # "op. cit., 12"
    if before and (goes_back or work.form is CitationForm.SAME_AS_BEFORE):
        return before
    return " ".join(work.text.split()).rstrip(".").casefold()


def so_too(places: Iterable[str]) -> str:
    """Say where else something stands."""
    named = [place for place in dict.fromkeys(places) if place]
    if not named:
        return ""
    more = len(named) - MOST_NAMED
    return f" So too: {'; '.join(named[:MOST_NAMED])}" + (
        f"; and {more} more." if more > 0 else "."
    )
