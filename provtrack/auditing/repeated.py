"""Faults of a reference that is written in many notes: told once, with the notes that repeat it.

Entry point: `told_once`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from provtrack.model.audit import AuditedCitation, AuditFinding

OF_REFERENCES = "REF"  # codes of what is odd in a reference by itself
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
    for citation, one in found:
        if not one.code.startswith(OF_REFERENCES):
            yield one
            continue
        reference = citation.citation.work.reference
        written = () if one.suggestions or reference is None else (reference.verbatim,)
        key = one.code, one.message, *one.suggestions, *written
        if key in kept:
            again.setdefault(key, []).append(one.locus.in_words())
        else:
            kept[key] = one
    for key, one in kept.items():
        yield replace(one, message=one.message + _again(again.get(key, ())))


def _again(places: Iterable[str]) -> str:
    """Say where else something stands."""
    named = [place for place in dict.fromkeys(places) if place]
    if not named:
        return ""
    more = len(named) - MOST_NAMED
    return f" So too: {'; '.join(named[:MOST_NAMED])}" + (
        f"; and {more} more." if more > 0 else "."
    )
