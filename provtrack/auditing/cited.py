"""What is cited for a quotation, and which of several works it is judged by.

A note may name several works, and "Ibid." behind it any of them: the quotation is judged by the one
that speaks best for it, the nearest first among equals. Entry points: `cited_for`, `by_best_cited`,
`words_confirm_numbers`, `beside_places`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import Enum

from provtrack.auditing.earlier import Asked
from provtrack.auditing.places import Candidate, Cited
from provtrack.citing import Parenthesis, behind, beside_found, inside, is_bare, note_of_source
from provtrack.model.audit import AuditedQuotation
from provtrack.model.citation import CataloguedDocument, Citation
from provtrack.model.publication import Publication, RegionKind
from provtrack.model.quotation import Quotation, QuotationPlace, Verdict
from provtrack.model.text import Span
from provtrack.quotations.surroundings import sentence_around

_GRADES = {verdict: number for number, verdict in enumerate(Verdict)}  # the gravest first

_SIGNS = " \t\n.,;:!?…*_\"'“”’‘„«»‹›「」『』"  # around the words of a quotation
_MARK = re.compile('["“”„«»‹›「」『』]')
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_LEAD_IN = re.compile(r":[\s>*_]*$|:\s*\n[^\w]*$")  # before a block
_LEAD = 200  # signs, markup too, that are looked at before a block or parentheses
_REACH = 4_000  # signs before "(ibid.)" in which the work is looked for


def cited_for(
    quotation: Quotation, publication: Publication, by_note: Mapping[str, Sequence[Citation]]
) -> tuple[Cited, ...]:
    """Find what is cited for a quotation: by its notes, the nearest first; in a note, by it.

    Returns:
        What the nearest note with a work that is held may mean; nothing if there is none, or if
        in a note another work stands before the words: "But see Tomlin (1980), 12, who says “…””.
    """
    own = publication.locus(quotation.span.start).note
    if own and _is_of_another(quotation, publication.text, by_note.get(own, ())):
        return ()
    for label in _labels_of(quotation, publication, by_note):
        resolved = [one for one in by_note.get(label, ()) if one.document]
        if resolved:
            before = [one for one in resolved if one.work.span.start <= quotation.span.start]
            nearest = [before[-1]] if own and before else []
            return _as_cited([*nearest, *resolved])
    return ()


def _is_of_another(quotation: Quotation, text: str, cited: Sequence[Citation]) -> bool:
    """Whether a quotation in a note stands behind the year of a work that is not held."""
    start = quotation.span.start
    around = (one for one in cited if one.work.span.start < start < one.work.span.end)
    return any(
        one.document is None
        and not one.others
        and _YEAR.search(text, one.work.span.start, start) is not None
        for one in around
    )


def _labels_of(
    quotation: Quotation, publication: Publication, known: Container[str]
) -> Iterator[str]:
    """Name what may say what a quotation is taken from: its source in the markup, its notes.

    Where the markup ties it to a note of its own, no other is asked.
    """
    own = publication.locus(quotation.span.start).note
    if quotation.source:
        yield note_of_source(quotation.source)
    if own:
        yield own
    elif not quotation.source.removeprefix("#").isdecimal():
        yield from _labels(quotation, publication, known)


def _labels(quotation: Quotation, publication: Publication, known: Container[str]) -> Iterator[str]:
    """Name the notes of a quotation and the parentheses of its sentence, the nearest first.

    What stands right behind another quotation is asked last, if it comes before this one.
    """
    own = behind(publication.text, quotation.span.end)
    yield own
    sentence = _sentence_of(quotation, publication)
    first_call = _first_call(publication, Span(quotation.span.start, sentence.end))
    ranked: dict[_Rank, list[str]] = {rank: [] for rank in _Rank}
    for one in inside(publication.text, sentence):
        if one.label == own and _names_another(one, known):
            ranked = {rank: [] for rank in _Rank}
            break
        rank = _rank(one, quotation, publication.text, first_call)
        if rank is not None:
            label = _same_before(one, publication, known) if one.is_same else one.label
            ranked[rank].append(label)
    near, far = ranked[_Rank.NEXT], [*ranked[_Rank.FARTHER][::-1], *ranked[_Rank.FAR]]
    yield from near
    has_call = first_call is not None
    yield from (*quotation.notes, *far) if has_call else (*far, *quotation.notes)
    yield from ranked[_Rank.OF_ANOTHER][::-1]


def _sentence_of(quotation: Quotation, publication: Publication) -> Span:
    """Say where the sentence of a quotation is; that of a block begins with what leads to it.

    What another block before it cites is of that block.
    """
    text = publication.text
    own = sentence_around(text, quotation.span)
    if quotation.place is not QuotationPlace.BLOCK:
        return own
    lead = _LEAD_IN.search(text, max(0, own.start - _LEAD), quotation.span.start)
    if lead is not None:
        before = sentence_around(text, Span(lead.start(), lead.start()))
        return Span(min(before.start, own.start), own.end)
    blocks = (one.span.end for one in publication.regions if one.kind is RegionKind.BLOCK_QUOTE)
    ended = max((end for end in blocks if end <= quotation.span.start), default=0)
    return Span(max(own.start, ended), own.end)


def _first_call(publication: Publication, span: Span) -> int | None:
    """Where the first note mark behind the start of a span stands, if it is in it."""
    calls = publication.note_marks
    place = bisect_right(calls, span.start, key=lambda one: one.position)
    within = place < len(calls) and calls[place].position <= span.end
    return calls[place].position if within else None


class _Rank(Enum):
    """How near parentheses stand to a quotation."""

    NEXT = "right behind it, before a note mark"
    FARTHER = "beside it, with nothing quoted between"
    FAR = "behind another quotation behind it"
    OF_ANOTHER = "before it, behind another quotation"


def _rank(
    one: Parenthesis, quotation: Quotation, text: str, first_call: int | None
) -> _Rank | None:
    """Rank parentheses of the sentence of a quotation; None if they stand within it."""
    start, end = one.span.start - 1, one.span.end + 1
    span = quotation.span
    if start >= span.end:
        if _MARK.search(text[span.end : start].strip(_SIGNS)):
            return _Rank.FAR
        is_before_call = first_call is None or start < first_call
        return _Rank.NEXT if is_before_call else _Rank.FARTHER
    if end > span.start:
        return None
    is_next = not _MARK.search(text[end : span.start].strip(_SIGNS))
    is_behind_another = text[max(0, start - _LEAD) : start].rstrip()[-1:] in _SIGNS
    return _Rank.FARTHER if is_next and not is_behind_another else _Rank.OF_ANOTHER


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
    calls = publication.note_marks
    place = bisect_left(calls, start, key=lambda call: call.position)
    named += [(call.position, call.label) for call in calls[max(0, place - 1) : place]]
    return max(named, default=(0, ""))[1]


def by_best_cited(asked: Asked, options: Sequence[Cited], candidates: Sequence[Candidate]) -> Asked:
    """Ask by the work that speaks best for a quotation, where its note may mean several."""
    if len(options) < 2:
        return asked
    every = [replace(asked, cited=one) for one in options]
    return max(every, key=lambda one: _GRADES[one.judged(candidates).verdict])


def words_confirm_numbers(
    publication: Publication,
    quotations: Sequence[AuditedQuotation],
    by_note: Mapping[str, Sequence[Citation]],
) -> bool:
    """Whether numbers that may be of pages ("XIX, 60") are those of documents, by what is quoted.

    More quotations must stand in the document of the number in their note than in another one.
    """
    numbered = {
        note: {document for one in cited if not one.document for document in one.others}
        for note, cited in by_note.items()
        if any(is_bare(one.work) for one in cited)
    }
    if not any(numbered.values()):
        return False
    agreed = []
    for one in quotations:
        labels = _labels_of(one.quotation, publication, by_note)
        meant = next((numbered[label] for label in labels if numbered.get(label)), set())
        stands = {passage.document for passage in one.judgement.passages}
        if meant and stands:
            agreed.append(not meant.isdisjoint(stands))
    return agreed.count(True) > agreed.count(False)


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
