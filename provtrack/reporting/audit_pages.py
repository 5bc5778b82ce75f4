"""Render an audit report as one HTML page: the publication, and beside it what was found.

The page carries everything it needs and asks the network for nothing; the same report gives the
same bytes. Entry point: `render_audit`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from provtrack.model.audit import (
    AuditedCitation,
    AuditedPublication,
    AuditedQuotation,
    AuditFinding,
    AuditReport,
    SourceWords,
)
from provtrack.model.names import Severity
from provtrack.model.quotation import Difference, Passage, Verdict
from provtrack.model.text import Paragraph, Span
from provtrack.reporting.audit_views import (
    AuditView,
    CitationView,
    PassageRow,
    PublicationView,
    QuotationView,
    SourceView,
)
from provtrack.reporting.environment import environment, static
from provtrack.reporting.running_text import Mark, running_text, visible
from provtrack.text.paragraphs import paragraphs_of

GRADES = {
    Verdict.NOT_FOUND: "fault",
    Verdict.STITCHED: "fault",
    Verdict.DISTORTED: "fault",
    Verdict.TRUNCATED: "fault",
    Verdict.MISATTRIBUTED: "fault",
    Verdict.OTHER_VERSION: "doubt",
    Verdict.ALTERED: "doubt",
    Verdict.IGNORE: "open",
}
SIGNS = {"fault": "✗", "doubt": "!", "good": "✓", "open": "–"}
WORDS = {
    Verdict.NOT_FOUND: "not found",
    Verdict.STITCHED: "stitched together",
    Verdict.DISTORTED: "distorted",
    Verdict.TRUNCATED: "cut so that the sense is lost",
    Verdict.MISATTRIBUTED: "stands elsewhere",
    Verdict.OTHER_VERSION: "another version",
    Verdict.ALTERED: "altered",
    Verdict.EDITORIAL: "faithful, edits declared",
    Verdict.TYPOGRAPHIC: "faithful, typography apart",
    Verdict.EXACT: "exact",
    Verdict.IGNORE: "no quotation of a source",
}
MOST_LEADS = 5


def render_audit(report: AuditReport) -> str:
    """Render an audit report as an HTML page."""
    names = [one.name for one in report.publications]
    view = AuditView(
        page_title=f"Audit: {', '.join(names)}" if names else "Audit",
        publications=tuple(
            _publication(one, number, report) for number, one in enumerate(report.publications, 1)
        ),
        sources=tuple(
            (one.document, one.siglum, one.file, one.text_sha256[:12]) for one in report.sources
        ),
    )
    template = environment().get_template("audit.html.j2")
    return template.render(
        page=view,
        style=static(("base.css", "audit.css")),
        script=static(("base.js",)),
        sources=(),
        program=report.program or "provtrack",
    )


def _publication(
    publication: AuditedPublication, number: int, report: AuditReport
) -> PublicationView:
    """Prepare one publication."""
    anchor = f"p{number}"
    own = [one for one in report.quotations if one.publication == publication.name]
    cited = [one for one in report.citations if one.publication == publication.name]
    findings = [one for one in report.findings if one.publication == publication.name]
    numbered = [(f"{anchor}q{place}", place, one) for place, one in enumerate(own, 1)]
    return PublicationView(
        name=visible(publication.name),
        anchor=anchor,
        language=publication.language,
        summary=_summary(own, cited),
        counts=tuple(_counts(own)),
        leads=tuple(_leads(findings, numbered)),
        rows=tuple(_rows(publication, anchor, numbered, cited, findings)),
        remarks=tuple(visible(one) for one in publication.remarks),
    )


def _summary(own: Sequence[AuditedQuotation], cited: Sequence[AuditedCitation]) -> str:
    """Say in a sentence or two what was checked."""
    judged = [one for one in own if one.judgement.verdict is not Verdict.IGNORE]
    if not judged:
        return "No quotation was found: nothing was checked, which is not to say that all is right."
    faults = sum(GRADES.get(one.judgement.verdict) == "fault" for one in judged)
    doubts = sum(GRADES.get(one.judgement.verdict) == "doubt" for one in judged)
    resolved = sum(one.citation.document is not None for one in cited)
    words = f"Of {len(judged)} quotations {faults} are faulty and {doubts} are to be looked at."
    if cited:
        words += f" Of {len(cited)} citations {resolved} resolve to a document that was searched."
    return words


def _counts(own: Sequence[AuditedQuotation]) -> Iterator[tuple[str, str, str]]:
    counted = Counter(one.judgement.verdict for one in own)
    for verdict in Verdict:
        if counted[verdict]:
            grade = GRADES.get(verdict, "good")
            yield grade, SIGNS[grade], f"{counted[verdict]} {WORDS[verdict]}"


def _leads(
    findings: Sequence[AuditFinding], numbered: Sequence[tuple[str, int, AuditedQuotation]]
) -> Iterator[tuple[str, str]]:
    """Lead to the gravest findings of quotations that the author has not set aside."""
    anchors = {one.quotation.span: anchor for anchor, _, one in numbered}
    grave = [
        one
        for one in findings
        if one.severity is Severity.ERROR and not one.suppressed and one.span in anchors
    ]
    for one in grave[:MOST_LEADS]:
        yield anchors[one.span], visible(one.message)


def _rows(
    publication: AuditedPublication,
    anchor: str,
    numbered: Sequence[tuple[str, int, AuditedQuotation]],
    cited: Sequence[AuditedCitation],
    findings: Sequence[AuditFinding],
) -> Iterator[PassageRow]:
    """Lay the publication out paragraph by paragraph."""
    for paragraph in paragraphs_of(publication.text):
        here = [one for one in numbered if _begins_in(one[2].quotation.span, paragraph)]
        works = [one for one in cited if _begins_in(one.citation.work.span, paragraph)]
        touching = [one for one in numbered if _touches(one[2].quotation.span, paragraph)]
        yield PassageRow(
            anchor=f"{anchor}-{paragraph.position + 1}",
            text=running_text(paragraph.text, [_mark(one, paragraph) for one in touching]),
            quotations=tuple(_quotation(one, findings) for one in here),
            citations=tuple(_citation(one) for one in works),
        )


def _mark(one: tuple[str, int, AuditedQuotation], paragraph: Paragraph) -> Mark:
    _, number, audited = one
    span, start = audited.quotation.span, paragraph.span.start
    verdict = audited.judgement.verdict
    grade = GRADES.get(verdict, "good")
    return Mark(
        max(span.start - start, 0),
        min(span.end - start, len(paragraph.text)),
        "mark",
        grade,
        sign=f"{number}\u2009{SIGNS[grade]}",
        sign_label=f"quotation {number}: {WORDS[verdict]}",
    )


def _quotation(
    one: tuple[str, int, AuditedQuotation], findings: Sequence[AuditFinding]
) -> QuotationView:
    """Prepare one quotation with its sources."""
    anchor, number, audited = one
    judgement, quotation = audited.judgement, audited.quotation
    grade = GRADES.get(judgement.verdict, "good")
    told = [
        visible(found.message) + (f" (Set aside: {found.suppressed})" if found.suppressed else "")
        for found in findings
        if found.span == quotation.span
    ]
    return QuotationView(
        number=number,
        anchor=anchor,
        grade=grade,
        sign=SIGNS[grade],
        verdict=quotation.ignored or WORDS[judgement.verdict],
        place=audited.locus.in_words(),
        text=running_text(quotation.text, list(_quoted_marks(judgement.differences))),
        cited=_named(*audited.cited) if audited.cited else "",
        findings=tuple(dict.fromkeys(told)),
        sources=tuple(_sources(audited)),
        lost=visible(judgement.lost),
    )


def _quoted_marks(differences: Sequence[Difference]) -> Iterator[Mark]:
    for one in differences:
        if len(one.quoted) and not one.is_declared:
            yield Mark(one.quoted.start, one.quoted.end, "ins", one.significance.value)


def _sources(audited: AuditedQuotation) -> Iterator[SourceView]:
    """Show each passage, and the transcription that answers the first."""
    differences = audited.judgement.differences
    for passage, words in zip(audited.judgement.passages, audited.seen, strict=False):
        yield _source(passage, words, differences)
    if audited.original is not None:
        yield SourceView(
            name="the original, as transcribed",
            language=audited.original.language,
            before="",
            words=running_text(audited.original.words),
            after="",
            is_original=True,
        )


def _source(passage: Passage, words: SourceWords, differences: Sequence[Difference]) -> SourceView:
    marks = [
        Mark(
            one.source.start - passage.span.start,
            one.source.end - passage.span.start,
            "del",
            one.significance.value,
        )
        for one in differences
        if len(one.source) and not one.is_declared and _inside(one.source, passage.span)
    ]
    return SourceView(
        name=_named(passage.document, passage.siglum or None),
        language=words.language,
        before=visible(words.before),
        words=running_text(words.words, marks),
        after=visible(words.after),
    )


def _citation(audited: AuditedCitation) -> CitationView:
    citation = audited.citation
    return CitationView(
        note=citation.work.note,
        text=visible(" ".join(citation.work.text.split())),
        document=_named(citation.document, citation.siglum) if citation.document else "",
        ground=", ".join(citation.grounds),
        findings=tuple(visible(one.message) for one in citation.findings),
    )


def _named(document: str, siglum: str | None) -> str:
    return f"{document}:{siglum}" if siglum else document


def _begins_in(span: Span, paragraph: Paragraph) -> bool:
    return paragraph.span.start <= span.start < max(paragraph.span.end, paragraph.span.start + 1)


def _touches(span: Span, paragraph: Paragraph) -> bool:
    return span.start < paragraph.span.end and paragraph.span.start < span.end


def _inside(span: Span, outer: Span) -> bool:
    return outer.start <= span.start and span.end <= outer.end
