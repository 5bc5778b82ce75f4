"""Reported speech of a publication beside the document it names: queries, never verdicts.

What a sentence reports belongs to the next note called in its paragraph. A publication that calls
no notes, and is about one document only, is set beside that; if it is short it is an abstract, of
which every sentence reports. Only a version in the language of the paragraph can be asked; where
none can, that is said once for each reason.
Entry points: `reported_speech`, `only_document`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from provtrack.auditing.claims import set_beside
from provtrack.auditing.codes import finding, shortened
from provtrack.auditing.noted_claims import claims_in, mark_behind, marks_in, why_unread
from provtrack.auditing.own_words import OwnParagraph, own_paragraphs
from provtrack.auditing.places import Cited, rank_of
from provtrack.auditing.retold import Claim
from provtrack.auditing.sources import Sources, SourceText
from provtrack.model.audit import AuditedQuotation, AuditFinding, ReportedSpeech
from provtrack.model.citation import Citation
from provtrack.model.comparison import Query, Reading
from provtrack.model.publication import Publication, note_name
from provtrack.model.quotation import Passage, Quotation, QuotationPlace
from provtrack.model.text import Span
from provtrack.text.languages import language_name, share_language
from provtrack.text.paragraphs import paragraphs_of
from provtrack.text.spans import Spans

AROUND = 3_000  # characters of a paragraph before a claim
LONGEST_ABSTRACT = 6_000  # characters
ASKED, UNASKED = "AUD401", "AUD402"
UNNAMED = "names no document that is held"
ONCE = "name"  # topic of a query on who speaks, which is one for all that is said


@dataclass(slots=True)
class _Asking:
    """What is asked of one publication.

    Attributes:
        only: The document it is about, where no notes are called.
        held: Paragraphs of the versions that were read, by document, siglum and language.
        told: What is not said twice.
        quoted: What is in quotation marks, and judged as such.
        claims, beside: Numbers of claims that name a document, and of those set beside a clause.
    """

    publication: Publication
    by_note: Mapping[str, Sequence[Citation]]
    sources: Sources
    only: Cited | None
    held: dict[tuple[str, str, str], tuple[str, ...]] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    quoted: Spans = field(default_factory=lambda: Spans.of(()))
    claims: int = 0
    beside: int = 0

    def unasked(self, why: str, span: Span) -> Iterator[AuditFinding]:
        """Say why something is not asked, once."""
        if why not in self.told:
            self.told.add(why)
            yield finding(UNASKED, self.publication, span, why=why)

    def base(self, cited: Cited, language: str) -> tuple[str, ...]:
        """Read the version that is cited, or the nearest to the document, in a language."""
        key = cited.document, cited.siglum, language
        if key not in self.held:
            text = _text(cited, language, self.sources)
            self.held[key] = tuple(p.text for p in paragraphs_of(text.text)) if text else ()
        return self.held[key]


def reported_speech(
    publication: Publication,
    quotations: Sequence[AuditedQuotation],
    by_note: Mapping[str, Sequence[Citation]],
    sources: Sources,
) -> tuple[list[AuditFinding], ReportedSpeech | None]:
    """Ask where reported speech seems to say something else than the document it names.

    Args:
        quotations: What is quoted, and no reported speech.
        by_note: The citations of each note.

    Returns:
        What is asked, and how much could be; None where nothing reports a document.
    """
    found = [one.quotation for one in quotations]
    marked = (one for one in found if one.place is not QuotationPlace.UNMARKED and not one.ignored)
    asking = _Asking(publication, by_note, sources, only_document(publication, sources))
    asking.quoted = Spans.of(one.span for one in marked)
    findings = list(_findings(asking, found))
    asked = {one.span for one in findings if one.code == ASKED}
    counts = ReportedSpeech(claims=asking.claims, beside=asking.beside, asked=len(asked))
    return findings, counts if asking.claims else None


def _findings(asking: _Asking, quoted: Sequence[Quotation]) -> Iterator[AuditFinding]:
    """Ask of each claim of a publication, paragraph by paragraph."""
    publication, by_note = asking.publication, asking.by_note

    def is_wanted(span: Span) -> bool:
        marks = marks_in(span, publication, by_note)
        is_open = bool(marks) and UNNAMED not in asking.told
        return asking.only is not None or is_open or any(one.cited for one in marks)

    for paragraph in own_paragraphs(publication, quoted, is_wanted):
        marks = marks_in(paragraph.span, publication, by_note)
        why = why_unread(paragraph.language)
        if why and not paragraph.is_short and (asking.only or any(one.cited for one in marks)):
            yield from asking.unasked(why, paragraph.span)
        for claim in claims_in(paragraph, is_abstract=_is_abstract(asking)) if not why else ():
            mark = mark_behind(marks, claim.span.start)
            cited = mark.cited if mark else asking.only
            if _is_quoted(claim, asking):
                continue
            if cited is not None:
                asking.claims += 1
                around = "" if _is_abstract(asking) else _around(claim, paragraph)
                yield from _asked(claim, cited, paragraph.language, asking, around)
            elif mark is not None and mark.label in by_note and UNNAMED not in asking.told:
                asking.told.add(UNNAMED)
                unnamed = f"{note_name(mark.label)} (as perhaps others) {UNNAMED}"
                yield from asking.unasked(unnamed, claim.span)


def only_document(publication: Publication, sources: Sources) -> Cited | None:
    """Tell which document a publication without notes is about: the only one that is searched.

    One in which its quotations happen to stand will not do: a stray phrase would lead to queries
    on every sentence.
    """
    documents = {one.document for one in sources.listed}
    is_one = len(documents) == 1 and not publication.note_marks
    return Cited(document=min(documents)) if is_one else None


def _is_abstract(asking: _Asking) -> bool:
    return asking.only is not None and len(asking.publication.text) <= LONGEST_ABSTRACT


def _is_quoted(claim: Claim, asking: _Asking) -> bool:
    """Tell whether words are quoted, and judged as such; an abstract may quote some of its own."""
    return not _is_abstract(asking) and asking.quoted.touch(claim.span.start, claim.span.end)


def _around(claim: Claim, paragraph: OwnParagraph) -> str:
    """Give the sentences of a paragraph before the one that reports, as far as one looks back."""
    end = claim.span.start - paragraph.span.start
    before = paragraph.text[max(0, end - AROUND) : end]
    return before[: max(map(before.rfind, ".!?。"), default=0) + 1]


def _head(cited: Cited, sources: Sources) -> str:
    """Say what a document is called, and who translated it."""
    known = sources.catalogue.get(cited.document)
    if known is None:
        return ""
    titles = [title.text for title in known.titles]
    return "\n".join([*titles, *(name for _, name in known.translators)])


def _asked(
    claim: Claim, cited: Cited, language: str, asking: _Asking, around: str
) -> Iterator[AuditFinding]:
    """Put what is asked of a claim into sentences."""
    document, base = cited.document, asking.base(cited, language)
    if not base:
        named = language_name(language)
        why = f"no text of {document} in {named} is held that is not an abstract"
        yield from asking.unasked(why, claim.span)
        return
    reading = Reading(paragraph=0, start=0, end=len(claim.text), text=claim.text)
    beside = set_beside(
        reading,
        base,
        language=language,
        speaker=claim.speaker,
        head=_head(cited, asking.sources),
        around=around,
    )
    asking.beside += beside.has_clause
    for query in beside.queries:
        if query.topic == "quotation" and _is_judged(query, claim, asking):
            continue
        if not _is_told(query, document, asking.told):
            said = f"“{shortened(claim.text)}” reports {document}: {_named(query.sentence)}"
            yield finding(ASKED, asking.publication, claim.span, remark=said)


def _is_judged(query: Query, claim: Claim, asking: _Asking) -> bool:
    """Tell whether the words in quotation marks that are asked about get a verdict."""
    part = query.witness
    start = claim.span.start
    return part is not None and asking.quoted.touch(start + part.start, start + part.end)


def _is_told(query: Query, document: str, told: set[str]) -> bool:
    """Tell whether something that is asked once of a document was asked; remember it."""
    if query.topic != ONCE:
        return False
    about = f"{document} {query.sentence}"
    is_told = about in told
    told.add(about)
    return is_told


def _named(sentence: str) -> str:
    """Name the two sides as a reader of an audit knows them."""
    return re.sub(
        r"\b([Tt])he (?:abstract|claim)\b",
        r"\1he publication",
        re.sub(r"\b([Tt])he base\b", r"\1he source", sentence),
    )


def _text(cited: Cited, language: str, sources: Sources) -> SourceText | None:
    """The version in a language that is cited, or the nearest to the document; no abstract."""
    found: list[tuple[bool, int, int, SourceText]] = []
    for one in sources.listed:
        if one.document != cited.document:
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
            found.append((one.siglum != cited.siglum, rank_of(held.kind), len(found), held))
    return min(found, key=lambda one: one[:3])[3] if found else None
