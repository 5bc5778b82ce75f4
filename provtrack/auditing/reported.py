"""Reported speech of a publication beside the document its note names: queries, never verdicts.

Only a claim whose sentence calls a note that resolves to a document is looked at, and only beside a
version in the publication's language. Entry point: `claim_findings`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from provtrack.auditing.claims import Claim, claims_of, question
from provtrack.auditing.codes import finding, shortened
from provtrack.auditing.sources import Sources, SourceText
from provtrack.model.audit import AuditFinding
from provtrack.model.citation import Citation
from provtrack.model.comparison import Reading
from provtrack.model.publication import Publication, RegionKind
from provtrack.model.quotation import Passage
from provtrack.model.text import Span
from provtrack.text.languages import share_language
from provtrack.text.paragraphs import paragraphs_of

NEAR = 8  # characters behind the end of a sentence in which its note is called
UNREAD = frozenset({RegionKind.NOTE, RegionKind.BLOCK_QUOTE, RegionKind.COMMENT, RegionKind.CODE})


def claim_findings(
    publication: Publication, by_note: Mapping[str, Sequence[Citation]], sources: Sources
) -> Iterator[AuditFinding]:
    """Ask where reported speech seems to say something else than the document it names.

    Args:
        by_note: The citations of each note.
    """
    held: dict[str, tuple[str, ...]] = {}
    for claim in _claims(publication):
        citation = _cited(claim, publication, by_note)
        if citation is None:
            continue
        document = str(citation.document)
        if document not in held:
            text = _text(citation, publication.language, sources)
            held[document] = tuple(p.text for p in paragraphs_of(text.text)) if text else ()
        reading = Reading(paragraph=0, start=0, end=len(claim.text), text=claim.text)
        language = publication.language
        queries = question(reading, held[document], language=language, speaker=claim.speaker)
        for query in queries if held[document] else ():
            said = f"“{shortened(claim.text)}” reports {document}: {_named(query.sentence)}"
            yield finding("AUD401", publication, claim.span, remark=said)


def _named(sentence: str) -> str:
    """Name the two sides as a reader of an audit knows them."""
    return re.sub(
        r"\b([Tt])he (?:abstract|claim)\b",
        r"\1he publication",
        re.sub(r"\b([Tt])he base\b", r"\1he source", sentence),
    )


def _claims(publication: Publication) -> Iterator[Claim]:
    """Find reported speech paragraph by paragraph; markup and calls of notes are no words of it."""
    apart = [one.span for one in publication.regions if one.kind in UNREAD]
    plain = list(publication.text)
    for span in publication.skipped:
        plain[span.start : span.end] = " " * len(span)
    for region in publication.regions:
        start, end = region.span.start, region.span.end
        is_apart = any(one.start <= start < one.end for one in apart)
        if region.kind is not RegionKind.PARAGRAPH or is_apart:
            continue
        words = "".join(plain[start:end])
        for claim in claims_of(words, language=publication.language):
            span = Span(start + claim.span.start, start + claim.span.end)
            yield Claim(span=span, text=claim.text.rstrip(), speaker=claim.speaker)


def _cited(
    claim: Claim, publication: Publication, by_note: Mapping[str, Sequence[Citation]]
) -> Citation | None:
    """The document that a note in or right behind a claim's sentence resolves to."""
    for mark in publication.note_marks:
        if claim.span.start <= mark.position <= claim.span.end + NEAR:
            for citation in by_note.get(mark.label, ()):
                if citation.document:
                    return citation
    return None


def _text(citation: Citation, language: str, sources: Sources) -> SourceText | None:
    """The version that is cited, or the first of the document in the publication's language."""
    for one in sources.listed:
        if one.document != citation.document or citation.siglum not in (None, one.siglum):
            continue
        place = Passage(
            document=one.document,
            siglum=one.siglum,
            revision=one.revision,
            file=one.file,
            span=Span(0, 0),
        )
        held = sources.text_of(place)
        if held and held.is_current and share_language(held.language, language):
            return held
    return None
