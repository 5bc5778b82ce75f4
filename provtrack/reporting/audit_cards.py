"""What stands beside a publication on the page of its audit: quotations, citations, queries.

Entry points: `Beside`, which prepares the cards of one publication, and `woven_markup`.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

from markupsafe import Markup

from provtrack.auditing.codes import shortened
from provtrack.auditing.woven import PieceKind, woven
from provtrack.model.audit import (
    AuditedCitation,
    AuditedQuotation,
    AuditFinding,
    Novelty,
    SourceTrace,
    SourceWords,
)
from provtrack.model.names import Severity, Significance, version_name
from provtrack.model.publication import note_name
from provtrack.model.quotation import Difference, Passage, QuotationPlace
from provtrack.model.text import Span
from provtrack.reporting.audit_views import (
    CitationView,
    FindingView,
    QueryCard,
    QuotationView,
    SourceView,
)
from provtrack.reporting.running_text import Mark, escaped, running_text, visible
from provtrack.reporting.verdict_words import (
    GRADES,
    NAMES,
    NOT_VERIFIED,
    OF_SEVERITY,
    SIGNS,
    UNVERIFIABLE,
    Grade,
)
from provtrack.reporting.views import Part, Sentence
from provtrack.reporting.wording import capitalised, listed, paragraph_label

ELSEWHERE = frozenset(
    {"AUD201", "AUD202", "AUD204", "AUD301", "AUD302", "AUD303"}
)  # said of a whole file
# The card says so itself, as of a citation that is not resolved.
NOWHERE = frozenset({"AUD110", "AUD119", "AUD121"})
NOT_RESOLVED = "CIT001"
QUERY = "?"
MOST_SUGGESTIONS = 4


@dataclass(frozen=True, slots=True)
class Numbered:
    """A judged quotation with its number: on the page, and in its publication."""

    mark: int
    number: int
    audited: AuditedQuotation

    @property
    def anchor(self) -> str:
        """Where its card stands."""
        return f"c{self.mark}"


@dataclass(slots=True)
class Beside:
    """Prepares the cards of one publication.

    Attributes:
        anchor: Of the publication.
        findings: Of this publication.
        versions: Cards of the versions that are quoted: anchor by document and siglum.
        traces: Of these versions.
        notes: Labels of the notes whose text is shown.
        unverified: Quotations that could not be verified, by publication and place.
    """

    anchor: str
    findings: Sequence[AuditFinding]
    versions: Mapping[tuple[str, str], str]
    traces: Mapping[tuple[str, str], SourceTrace]
    notes: frozenset[str]
    unverified: Set[tuple[str, Span]]
    _by_span: dict[Span, list[AuditFinding]] = field(init=False)

    def __post_init__(self) -> None:
        self._by_span = defaultdict(list)
        for one in self.findings:
            if one.code not in ELSEWHERE:
                self._by_span[one.span].append(one)

    def quotation(self, one: Numbered, row: str) -> QuotationView:
        """Prepare the card of a quotation."""
        audited, quotation, judgement = one.audited, one.audited.quotation, one.audited.judgement
        found = self._by_span.get(quotation.span, [])
        told = [finding_view(each, quotation.text) for each in found if each.code not in NOWHERE]
        is_unheld = (audited.publication, quotation.span) in self.unverified
        grade = Grade.OPEN if is_unheld else grade_of(audited, found)
        verdict = NOT_VERIFIED if is_unheld else NAMES[judgement.verdict]
        if quotation.place is QuotationPlace.UNMARKED:
            verdict = f"without quotation marks, {verdict}"
        return QuotationView(
            number=one.number,
            anchor=one.anchor,
            row=row,
            grade=grade,
            sign=SIGNS[grade],
            css=UNVERIFIABLE if is_unheld else judgement.verdict,
            verdict=verdict,
            place=audited.locus.in_words(),
            woven=woven_markup(quotation.text, judgement.differences),
            cited=version_name(*audited.cited) if audited.cited else "",
            cited_href=self._cited_href(audited),
            findings=tuple(dict.fromkeys(told)),
            sources=tuple(self._sources(audited)),
            way=self._way(audited),
            lost=visible(judgement.lost),
            is_new=any(each.is_new and each.grade != Grade.OPEN for each in told),
        )

    def citation(self, one: AuditedCitation, anchor: str) -> CitationView:
        """Prepare the card of a citation."""
        citation = one.citation
        found = self._by_span.get(citation.work.span, [])
        told = [finding_view(each) for each in found if each.code != NOT_RESOLVED]
        grade = Grade.GOOD if citation.document else Grade.OPEN
        for worse in (Grade.DOUBT, Grade.FAULT):
            if any(each.grade == worse and not each.aside for each in told):
                grade = worse
        document, siglum = citation.document, citation.siglum
        return CitationView(
            anchor=anchor,
            grade=grade,
            sign=SIGNS[grade],
            note=note_name(one.locus.note) if one.locus.note else "",
            words="" if document else visible(shortened(citation.work.text)),
            document=version_name(document, siglum) if document else "",
            href=self._version_href(document, siglum or "") if document else "",
            ground=", ".join(citation.grounds),
            others=listed(citation.others),
            findings=tuple(dict.fromkeys(told)),
        )

    def query(self, one: AuditFinding, anchor: str, words: str) -> QueryCard:
        """Prepare the card of a finding on other words."""
        is_note = one.severity is Severity.NOTE
        return QueryCard(
            anchor=anchor,
            grade=Grade.OPEN if one.suppressed else OF_SEVERITY[one.severity],
            sign=QUERY if is_note else SIGNS[OF_SEVERITY[one.severity]],
            place=one.locus.in_words(),
            words=visible(shortened(words)),
            finding=finding_view(one),
        )

    def _cited_href(self, audited: AuditedQuotation) -> str:
        """Lead to the note that cites, if its text is shown."""
        own = audited.locus.note
        labels = [own, *audited.quotation.notes] if own else audited.quotation.notes
        label = next((label for label in labels if label in self.notes), None)
        return "" if label is None else f"#{note_anchor(self.anchor, label)}"

    def _version_href(self, document: str, siglum: str) -> str:
        """Lead to the card of a version, or of another version of the document."""
        found = self.versions.get((document, siglum)) or next(
            (anchor for (name, _), anchor in self.versions.items() if name == document), ""
        )
        return f"#{found}" if found else ""

    def _sources(self, audited: AuditedQuotation) -> Iterator[SourceView]:
        """Show each passage, and the transcription that answers the first."""
        differences = audited.judgement.differences
        for passage, words in zip(audited.judgement.passages, audited.seen, strict=False):
            yield SourceView(
                name=version_name(passage.document, passage.siglum),
                href=self._version_href(passage.document, passage.siglum),
                where=_paragraphs(words),
                language=words.language,
                before=visible(words.before),
                words=running_text(words.words, list(_source_marks(passage, differences))),
                after=visible(words.after),
            )
        if audited.original is not None and audited.original_at is not None:
            place = audited.original_at
            yield SourceView(
                name=version_name(place.document, place.siglum),
                href="",
                where=_paragraphs(audited.original),
                language=audited.original.language,
                before="",
                words=running_text(audited.original.words),
                after="",
                is_original=True,
            )

    def _way(self, audited: AuditedQuotation) -> Sentence:
        """Tell how a quotation leads back: passage, paragraph of the transcription, reference."""
        if not audited.judgement.passages:
            return ()
        passage = audited.judgement.passages[0]
        trace = self.traces.get((passage.document, passage.siglum))
        if trace is None:
            return ()
        here = version_name(passage.document, passage.siglum)
        parts = [Part(text=here, href=self._version_href(passage.document, passage.siglum))]
        if audited.original is not None and audited.original_at is not None:
            siglum, paragraphs = audited.original_at.siglum, _paragraphs(audited.original)
            parts.append(Part(text=f" ← transcription {siglum}, {paragraphs}"))
        elif passage.siglum not in trace.transcriptions:
            parts.append(Part(text=" ← " + _transcription(trace)))
        parts.append(Part(text=" ← " + (trace.references[0] if trace.references else "original")))
        return tuple(parts)


def _transcription(trace: SourceTrace) -> str:
    """Say what is held of the original where no paragraph of it answers a passage."""
    if trace.transcriptions:
        return f"transcription {listed(trace.transcriptions)}, no paragraph of it aligned"
    return "no transcription held"


def grade_of(audited: AuditedQuotation, found: Sequence[AuditFinding]) -> Grade:
    """Grade a quotation by its verdict; what is set aside with a reason is open."""
    grade = GRADES[audited.judgement.verdict]
    grave = [one for one in found if OF_SEVERITY[one.severity] is not Grade.OPEN]
    if grave and all(one.suppressed for one in grave):
        return Grade.OPEN
    standing = [OF_SEVERITY[one.severity] for one in grave if not one.suppressed]
    return Grade.DOUBT if grade is Grade.GOOD and standing else grade


def note_anchor(publication: str, label: str) -> str:
    """Name the place of a note on the page."""
    return f"{publication}-note-{'-'.join(str(ord(sign)) for sign in label)}"


def woven_markup(text: str, differences: Sequence[Difference]) -> Markup:
    """Write the difference inside the quotation; empty where there is none to show."""
    pieces = woven(text, differences)
    if all(piece.kind is PieceKind.BOTH for piece in pieces):
        return Markup()
    tags = {PieceKind.SOURCE: "del", PieceKind.QUOTED: "ins"}
    written = []
    for piece in pieces:
        words = escaped(piece.text)
        if piece.kind in tags:
            css = "s" if piece.significance is Significance.SUBSTANTIVE else "a"
            words = f'<{tags[piece.kind]} class="k {css}">{words}</{tags[piece.kind]}>'
        written.append(words)
    return Markup("".join(written))  # noqa: S704 - every text in it is escaped


def _source_marks(passage: Passage, differences: Sequence[Difference]) -> Iterator[Mark]:
    """Mark in a passage what the quotation has otherwise or, as it declares, leaves out."""
    start = passage.span.start
    for one in differences:
        inside = start <= one.source.start and one.source.end <= passage.span.end
        if not len(one.source) or not inside:
            continue
        css = "s" if one.significance is Significance.SUBSTANTIVE else "a"
        tag, css = ("span", "dc") if one.is_declared else ("del", css)
        yield Mark(one.source.start - start, one.source.end - start, tag, css)


def _paragraphs(words: SourceWords) -> str:
    """Name the paragraphs that words stand in: "§ 3", "§§ 3–4"."""
    if not words.paragraphs:
        return ""
    first, last = words.paragraphs
    return paragraph_label(list(range(first - 1, last)))


def finding_view(one: AuditFinding, quoted: str = "") -> FindingView:
    """Say a finding; the words of a quotation shown beside it are not said again."""
    sentence = one.message
    opening = f"“{shortened(quoted)}” "
    if quoted and sentence.startswith(opening):
        sentence = capitalised(sentence.removeprefix(opening))
    shown = ", ".join(one.suggestions[:MOST_SUGGESTIONS])
    more = len(one.suggestions) - MOST_SUGGESTIONS
    return FindingView(
        code=one.code,
        grade=OF_SEVERITY[one.severity],
        sentence=visible(sentence),
        suggestions=visible(shown + (f" and {more} more" if more > 0 else "")),
        aside=visible(one.suppressed),
        is_new=one.novelty is Novelty.NEW,
    )
