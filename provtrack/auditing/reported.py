"""Reported speech of a publication beside the document its note names: queries, never verdicts.

Only a claim whose sentence calls a note that resolves to a document is looked at, and only beside a
version in the language of its paragraph; where it cannot be looked at, that is said once for each
reason. Entry point: `claim_findings`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from provtrack.auditing.claims import question
from provtrack.auditing.codes import finding, shortened
from provtrack.auditing.own_words import OwnParagraph, own_paragraphs
from provtrack.auditing.places import rank_of
from provtrack.auditing.retold import Claim, claims_of
from provtrack.auditing.sources import Sources, SourceText
from provtrack.model.audit import AuditFinding
from provtrack.model.citation import Citation
from provtrack.model.comparison import Query, Reading
from provtrack.model.publication import NoteMark, Publication
from provtrack.model.quotation import Passage, Quotation
from provtrack.model.text import Span
from provtrack.text.language_rules import rules_of
from provtrack.text.languages import UNDETERMINED, language_name, share_language
from provtrack.text.paragraphs import paragraphs_of

NEAR = 8  # characters behind the end of a sentence in which its note is called
ASKED, UNASKED = "AUD401", "AUD402"
ONCE = "name"  # topic of a query on who speaks, which is one for all that is said


def claim_findings(
    publication: Publication,
    quotations: Sequence[Quotation],
    by_note: Mapping[str, Sequence[Citation]],
    sources: Sources,
) -> Iterator[AuditFinding]:
    """Ask where reported speech seems to say something else than the document it names.

    Args:
        quotations: What is quoted, and no reported speech.
        by_note: The citations of each note.
    """
    held: dict[tuple[str, str, str], tuple[str, ...]] = {}
    told: set[str] = set()
    for paragraph in own_paragraphs(publication, quotations):
        marks = _naming(paragraph.span, publication.note_marks, by_note)
        why = _unread(paragraph.language) if marks else ""
        if why and why not in told and not paragraph.is_short:
            told.add(why)
            yield finding(UNASKED, publication, paragraph.span, why=why)
        if why or not marks:
            continue
        for claim in _claims(paragraph):
            citation = _cited(claim, marks, by_note)
            if citation is None:
                continue
            document, siglum = str(citation.document), citation.siglum or ""
            key = document, siglum, paragraph.language
            if key not in held:
                text = _text(citation, paragraph.language, sources)
                held[key] = tuple(p.text for p in paragraphs_of(text.text)) if text else ()
            if held[key]:
                for query in _queries(claim, held[key], paragraph.language):
                    about = f"{document} {query.sentence}" if query.topic == ONCE else ""
                    if about not in told:
                        told |= {about} - {""}
                        said = f"“{shortened(claim.text)}” reports {document}: "
                        said += _named(query.sentence)
                        yield finding(ASKED, publication, claim.span, remark=said)
                continue
            named = language_name(paragraph.language)
            why = f"no text of {document} in {named} is held that is not an abstract"
            if why not in told:
                told.add(why)
                yield finding(UNASKED, publication, claim.span, why=why)


def _naming(
    span: Span, marks: Sequence[NoteMark], by_note: Mapping[str, Sequence[Citation]]
) -> list[NoteMark]:
    """List the calls, in or right behind a paragraph, of notes that name a document held."""
    first = bisect_left(marks, span.start, key=lambda mark: mark.position)
    last = bisect_right(marks, span.end + NEAR, key=lambda mark: mark.position)
    near = marks[first:last]
    return [mark for mark in near if any(one.document for one in by_note.get(mark.label, ()))]


def _unread(language: str) -> str:
    """Say why reported speech in a language cannot be found; "" where it can."""
    if language.startswith(UNDETERMINED):
        return "the file does not state the language, and the words do not tell it"
    if not rules_of(language).attributions:
        return f"provtrack has no rules for {language_name(language)}"
    return ""


def _queries(claim: Claim, base: Sequence[str], language: str) -> Sequence[Query]:
    reading = Reading(paragraph=0, start=0, end=len(claim.text), text=claim.text)
    return question(reading, base, language=language, speaker=claim.speaker)


def _named(sentence: str) -> str:
    """Name the two sides as a reader of an audit knows them."""
    return re.sub(
        r"\b([Tt])he (?:abstract|claim)\b",
        r"\1he publication",
        re.sub(r"\b([Tt])he base\b", r"\1he source", sentence),
    )


def _claims(paragraph: OwnParagraph) -> Iterator[Claim]:
    """Find reported speech in a paragraph."""
    at = paragraph.span.start
    for claim in claims_of(paragraph.text, language=paragraph.language):
        span = Span(at + claim.span.start, at + claim.span.end)
        yield Claim(span=span, text=claim.text.rstrip(), speaker=claim.speaker)


def _cited(
    claim: Claim, marks: Sequence[NoteMark], by_note: Mapping[str, Sequence[Citation]]
) -> Citation | None:
    """The document that a note in or right behind a claim's sentence resolves to."""
    for mark in marks:
        if claim.span.start <= mark.position <= claim.span.end + NEAR:
            for citation in by_note.get(mark.label, ()):
                if citation.document:
                    return citation
    return None


def _text(citation: Citation, language: str, sources: Sources) -> SourceText | None:
    """The version in a language that is cited, or the nearest to the document; no abstract."""
    found: list[tuple[bool, int, int, SourceText]] = []
    for one in sources.listed:
        if one.document != citation.document:
            continue
        place = Passage(
            document=one.document,
            siglum=one.siglum,
            revision=one.revision,
            file=one.file,
            span=Span(0, 0),
        )
        held = sources.text_of(place)
        is_source = held and held.is_current and not held.is_abstract
        if held and is_source and share_language(held.language, language):
            found.append((one.siglum != citation.siglum, rank_of(held.kind), len(found), held))
    return min(found, key=lambda one: one[:3])[3] if found else None
