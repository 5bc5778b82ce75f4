"""What is cited for a quotation, and which of several works it is judged by.

A note may name several works, and "Ibid." behind it any of them: the quotation is judged by the one
that speaks best for it, the nearest first among equals. Entry points: `cited_for`, `by_best_cited`,
`beside_places`.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from provtrack.auditing.earlier import Asked
from provtrack.auditing.places import Candidate, Cited
from provtrack.citing import Parenthesis, behind, beside_found, inside, note_of_source
from provtrack.model.audit import AuditedQuotation
from provtrack.model.citation import CataloguedDocument, Citation
from provtrack.model.publication import Publication
from provtrack.model.quotation import Quotation, Verdict
from provtrack.model.text import Span
from provtrack.quotations.surroundings import sentence_around

_GRADES = {verdict: number for number, verdict in enumerate(Verdict)}  # the gravest first

_SIGNS = " \t\n.,;:!?…*_\"'“”’‘„«»‹›「」『』"  # around the words of a quotation
_MARK = re.compile('["“”„«»‹›「」『』]')
_REACH = 4_000  # signs before "(ibid.)" in which the work is looked for


def cited_for(
    quotation: Quotation, publication: Publication, by_note: Mapping[str, Sequence[Citation]]
) -> tuple[Cited, ...]:
    """Find what is cited for a quotation: by its notes, the nearest first; in a note, by it.

    Returns:
        What the nearest note with a work that is held may mean; nothing if there is none.
    """
    own = publication.locus(quotation.span.start).note
    labels = [own] if own else [*_labels(quotation, publication, by_note)]
    if quotation.source:
        labels.append(note_of_source(quotation.source))
    for label in labels:
        resolved = [one for one in by_note.get(label, ()) if one.document]
        if resolved:
            before = [one for one in resolved if one.work.span.start <= quotation.span.start]
            nearest = [before[-1]] if own and before else []
            return _as_cited([*nearest, *resolved])
    return ()


def _labels(quotation: Quotation, publication: Publication, known: Container[str]) -> Iterator[str]:
    """Name the notes of a quotation and the parentheses of its sentence, the nearest first.

    What stands right behind another quotation is asked last, if it comes before this one.
    """
    text, span = publication.text, quotation.span
    own = behind(text, span.end)
    yield own
    sentence = sentence_around(text, span)
    calls = [one for one in publication.note_marks if span.start < one.position <= sentence.end]
    first_call = calls[0].position if calls else sentence.end
    near: list[str] = []
    far: list[str] = []
    last: list[str] = []
    for one in inside(text, sentence):
        if one.label == own and _names_another(one, known):
            near, far, last = [], [], []
            break
        start, end = one.span.start - 1, one.span.end + 1
        is_behind = start >= span.end
        if is_behind or end <= span.start:
            label = _same_before(one, publication, known) if one.is_same else one.label
            between = text[span.end : start] if is_behind else text[end : span.start]
            is_next = not _MARK.search(between.strip(_SIGNS))
            if is_behind and is_next and start < first_call:
                near.append(label)
            elif is_behind or (is_next and text[:start].rstrip()[-1:] not in _SIGNS):
                far.insert(0 if is_next else len(far), label)
            else:
                last.insert(0, label)
    groups = (near, quotation.notes, far) if calls else (near, far, quotation.notes)
    yield from (label for group in (*groups, last) for label in group)


def _names_another(one: Parenthesis, known: Container[str]) -> bool:
    """Whether the parentheses behind a quotation name what is not known: none other counts then."""
    has_number = any(map(str.isdigit, one.words))
    return has_number and one.label not in known and not one.is_same


def _same_before(one: Parenthesis, publication: Publication, known: Container[str]) -> str:
    """Name the parentheses or the note before "(ibid.)" that name a work, the nearest."""
    start = one.span.start
    before = Span(max(0, start - _REACH), start)
    named = [
        (other.span.start, other.label)
        for other in inside(publication.text, before)
        if other.span.start < start and other.label in known
    ]
    named += [(call.position, call.label) for call in publication.note_marks]
    return max((pair for pair in named if pair[0] < start), default=(0, ""))[1]


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
