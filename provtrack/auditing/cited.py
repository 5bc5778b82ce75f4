"""What is cited for a quotation, and which of several works it is judged by.

A note may name several works, and "Ibid." behind it any of them: the quotation is judged by the one
that speaks best for it, the nearest first among equals. Entry points: `cited_for`, `by_best_cited`,
`beside_places`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from provtrack.auditing.earlier import Asked
from provtrack.auditing.places import Candidate, Cited
from provtrack.citing import beside_found, note_of_source
from provtrack.model.audit import AuditedQuotation
from provtrack.model.citation import CataloguedDocument, Citation
from provtrack.model.publication import Publication
from provtrack.model.quotation import Quotation, Verdict

_GRADES = {verdict: number for number, verdict in enumerate(Verdict)}  # the gravest first


def cited_for(
    quotation: Quotation, publication: Publication, by_note: Mapping[str, Sequence[Citation]]
) -> tuple[Cited, ...]:
    """Find what is cited for a quotation: by its notes, the nearest first; in a note, by it.

    Returns:
        What the nearest note with a work that is held may mean; nothing if there is none.
    """
    own = publication.locus(quotation.span.start).note
    labels = [own, *quotation.notes] if own else list(quotation.notes)
    if quotation.source:
        labels.append(note_of_source(quotation.source))
    for label in labels:
        resolved = [one for one in by_note.get(label, ()) if one.document]
        if resolved:
            before = [one for one in resolved if one.work.span.start <= quotation.span.start]
            nearest = [before[-1]] if own and before else []
            return _as_cited([*nearest, *resolved])
    return ()


def by_best_cited(asked: Asked, options: Sequence[Cited], candidates: Sequence[Candidate]) -> Asked:
    """Ask by the work that speaks best for a quotation, where its note may mean several."""
    if len(options) < 2:
        return asked
    every = [replace(asked, cited=one) for one in options]
    return max(every, key=lambda one: _GRADES[one.judged(candidates).verdict])


def beside_places(
    citations: Sequence[Citation],
    quotations: Sequence[AuditedQuotation],
    catalogue: Mapping[str, CataloguedDocument],
) -> list[Citation]:
    """Compare references that lead nowhere with the documents in which the words quoted stand."""
    places: dict[str, str] = {}
    for one in quotations:
        if one.cited is None and one.judgement.passages:
            for note in one.quotation.notes:
                places.setdefault(note, one.judgement.passages[0].document)
    return [
        beside_found(one, catalogue[places[one.work.note]])
        if places.get(one.work.note) in catalogue
        else one
        for one in citations
    ]


def _as_cited(citations: Sequence[Citation]) -> tuple[Cited, ...]:
    named = [Cited(document=str(one.document), siglum=one.siglum or "") for one in citations]
    others = [Cited(document=other) for one in citations for other in one.others]
    known = {one.document for one in named}
    return tuple(dict.fromkeys([*named, *(one for one in others if one.document not in known)]))
