"""What a summary counts, and what it counts apart."""

from provtrack.auditing.codes import finding
from provtrack.auditing.tallies import tally
from provtrack.model.audit import AuditedQuotation
from provtrack.model.publication import Locus, Publication
from provtrack.model.quotation import Judgement, Quotation, QuotationPlace, Verdict
from provtrack.model.text import Span

TEXT = "The bridge was shut. The gate was open."


def audited(span: Span, verdict: Verdict, place: QuotationPlace) -> AuditedQuotation:
    quotation = Quotation(span=span, text=TEXT[span.start : span.end], place=place)
    return AuditedQuotation(
        publication="a.md",
        quotation=quotation,
        judgement=Judgement(verdict=verdict, confidence=1.0),
        locus=Locus(start=span.start),
    )


def test_a_passage_without_marks_is_counted_apart():
    lifted = audited(Span(0, 20), Verdict.EXACT, QuotationPlace.UNMARKED)
    marked = audited(Span(21, 39), Verdict.EXACT, QuotationPlace.INLINE)
    counts = tally([lifted, marked], [])
    assert (counts.quotations, counts.unmarked) == (1, 1)


def test_words_in_a_language_that_is_not_held_are_not_counted_as_not_found():
    one = audited(Span(0, 20), Verdict.NOT_FOUND, QuotationPlace.INLINE)
    publication = Publication(name="a.md", text=TEXT, text_sha256="0" * 64)
    told = finding("AUD203", publication, Span(0, 20), quoted="x", of="", language="German")
    counts = tally([one], [told])
    assert (dict(counts.verdicts), counts.unverifiable, counts.quotations) == ({}, 1, 1)
