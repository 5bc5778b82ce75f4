"""Reported speech of a paragraph, and the notes that say what it reports.

What a sentence reports belongs to the next note called in its paragraph, or right behind it.
Entry points: `claims_in`, `marks_in`, `mark_behind`, `why_unread`, `without_reported`.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from provtrack.auditing.own_words import OwnParagraph, own_paragraphs
from provtrack.auditing.places import Cited
from provtrack.auditing.retold import Claim, claims_of, sentences_as_claims
from provtrack.model.audit import AuditedQuotation, AuditFinding
from provtrack.model.citation import Citation
from provtrack.model.publication import Publication
from provtrack.model.quotation import Quotation, QuotationPlace
from provtrack.model.text import Span
from provtrack.text.language_rules import rules_of
from provtrack.text.languages import UNDETERMINED, language_name
from provtrack.text.spans import Spans

NEAR = 8  # characters behind the end of a paragraph in which its note is called
UNMARKED = "AUD501"


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a note is called, and the document it names, if it names one that is held."""

    position: int
    label: str
    cited: Cited | None


def marks_in(
    span: Span, publication: Publication, by_note: Mapping[str, Sequence[Citation]]
) -> list[Mark]:
    """List the notes called in a paragraph or right behind it, in order."""
    marks = publication.note_marks
    first = bisect_left(marks, span.start, key=attrgetter("position"))
    last = bisect_right(marks, span.end + NEAR, key=attrgetter("position"))
    found = []
    for mark in marks[first:last]:
        named = next((one for one in by_note.get(mark.label, ()) if one.document), None)
        cited = Cited(document=str(named.document), siglum=named.siglum or "") if named else None
        found.append(Mark(mark.position, mark.label, cited))
    return found


def mark_behind(marks: Sequence[Mark], position: int) -> Mark | None:
    """Give the first of some marks, in order, that does not stand before a place."""
    at = bisect_left(marks, position, key=attrgetter("position"))
    return marks[at] if at < len(marks) else None


def why_unread(language: str) -> str:
    """Say why reported speech in a language cannot be found; "" where it can."""
    if language.startswith(UNDETERMINED):
        return "the file does not state the language, and the words do not tell it"
    if not rules_of(language).attributions:
        return f"provtrack has no rules for {language_name(language)}"
    return ""


def claims_in(paragraph: OwnParagraph, *, is_abstract: bool) -> Iterator[Claim]:
    """Find reported speech in a paragraph; the whole of an abstract is."""
    at, find = paragraph.span.start, sentences_as_claims if is_abstract else claims_of
    for claim in find(paragraph.text, language=paragraph.language):
        span = Span(at + claim.span.start, at + claim.span.end)
        yield Claim(span=span, text=claim.text.rstrip(), speaker=claim.speaker)


def without_reported(
    findings: Sequence[AuditFinding],
    publication: Publication,
    quotations: Sequence[AuditedQuotation],
    by_note: Mapping[str, Sequence[Citation]],
) -> list[AuditFinding]:
    """Leave out that words lack quotation marks where somebody is said to say them, with a note.

    The note must name the document in which they stand. That their sense is changed stays.
    """
    if not any(one.code == UNMARKED for one in findings):
        return list(findings)
    stands = {
        one.quotation.span: {place.document for place in one.judgement.passages}
        for one in quotations
        if one.quotation.place is QuotationPlace.UNMARKED
    }
    reported = _reported(publication, [one.quotation for one in quotations], by_note)

    def is_reported(span: Span) -> bool:
        named = (reported[one] for one in stands.get(span, ()) if one in reported)
        return any(spans.touch(span.start, span.end) for spans in named)

    return [one for one in findings if one.code != UNMARKED or not is_reported(one.span)]


def _reported(
    publication: Publication,
    quotations: Sequence[Quotation],
    by_note: Mapping[str, Sequence[Citation]],
) -> Mapping[str, Spans]:
    """Give what a publication reports with a note, by the document that the note names."""

    def is_wanted(span: Span) -> bool:
        return any(mark.cited for mark in marks_in(span, publication, by_note))

    found: dict[str, list[Span]] = defaultdict(list)
    marked = [one for one in quotations if one.place is not QuotationPlace.UNMARKED]
    for paragraph in own_paragraphs(publication, marked, is_wanted):
        if why_unread(paragraph.language):
            continue
        marks = marks_in(paragraph.span, publication, by_note)
        for claim in claims_in(paragraph, is_abstract=False):
            mark = mark_behind(marks, claim.span.start)
            if mark is not None and mark.cited is not None:
                found[mark.cited.document].append(claim.span)
    return {document: Spans.of(spans) for document, spans in found.items()}
