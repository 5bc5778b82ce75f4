"""Render an audit report as one HTML page: the publication, and beside it what was found.

The page carries everything it needs and asks the network for nothing; the same report gives the
same bytes. It can be read, and filtered, without a script. Entry point: `render_audit`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from provtrack.auditing.tallies import tally
from provtrack.auditing.unheld import unverified
from provtrack.model.audit import (
    AuditedPublication,
    AuditFinding,
    AuditReport,
    EarlierFinding,
    SourceTrace,
)
from provtrack.model.publication import RegionKind
from provtrack.model.quotation import Verdict
from provtrack.model.text import Span
from provtrack.reporting.audit_cards import (
    ELSEWHERE,
    Beside,
    Numbered,
    finding_view,
    note_anchor,
)
from provtrack.reporting.audit_layout import Layout, TextPart, lay_out
from provtrack.reporting.audit_sources import facts_of_audit, quoted_versions, sources_of_audit
from provtrack.reporting.audit_summary import (
    Prepared,
    is_unread,
    leads_of,
    summary_of,
    unchecked_of,
)
from provtrack.reporting.audit_views import (
    AuditView,
    Chip,
    CitationView,
    PassageRow,
    PublicationView,
    QueryCard,
    QuotationView,
    StripMark,
)
from provtrack.reporting.environment import environment, static
from provtrack.reporting.running_text import Mark, running_text, visible
from provtrack.reporting.verdict_words import (
    GRADES,
    NAMES,
    NOT_VERIFIED,
    SIGNS,
    UNVERIFIABLE,
    Grade,
)
from provtrack.reporting.wording import listed
from provtrack.text.plurals import counted

MOST_LEADS = 7
MOST_MARKS = 80  # quotations that the strip shows with their numbers
CSS = {
    RegionKind.HEADING: "head",
    RegionKind.CODE: "code",
    RegionKind.COMMENT: "comment",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quoted:
    """What all publications of a page share.

    Attributes:
        anchors: Of the cards of the versions that are quoted, by document and siglum.
        traces: Of these versions.
        marks: Numbers for the quotations of the page.
    """

    anchors: Mapping[tuple[str, str], str]
    traces: Mapping[tuple[str, str], SourceTrace]
    marks: Iterator[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sorted:
    """One publication with all that stands beside it.

    Attributes:
        queries: Findings on other words than quotations and citations.
        notes: Labels of the notes whose text is shown.
    """

    prepared: Prepared
    queries: Sequence[tuple[AuditFinding, QueryCard]]
    layout: Layout
    notes: frozenset[str]


def render_audit(report: AuditReport) -> str:
    """Render an audit report as an HTML page."""
    names = [visible(one.name) for one in report.publications]
    versions = quoted_versions(report)
    keys = [(trace.document, trace.siglum) for trace in report.traces]
    quoted = _Quoted(
        anchors={key: version.anchor for key, version in zip(keys, versions, strict=True)},
        traces=dict(zip(keys, report.traces, strict=True)),
        marks=count(1),
    )
    view = AuditView(
        page_title=f"Audit: {listed(names[:3])}" if names else "Audit",
        eyebrow=_eyebrow(report),
        title=names[0] if len(names) == 1 else counted(len(names), "publication"),
        publications=tuple(
            _publication(one, f"p{number}", report, quoted)
            for number, one in enumerate(report.publications, 1)
        ),
        chips=tuple(_chips(report)),
        versions=versions,
        facts=facts_of_audit(report),
        searched=len(report.sources),
        is_compared=bool(report.gone) or any(one.novelty for one in report.findings),
    )
    template = environment().get_template("audit.html.j2")
    return template.render(
        page=view,
        style=static(("base.css", "audit.css", "audit_print.css")),
        script=static(("base.js", "audit.js")),
        sources=sources_of_audit(report),
        remarks=[visible(one) for one in report.remarks],
        program=report.program or "provtrack",
    )


def _eyebrow(report: AuditReport) -> str:
    judged = tally(report.quotations, ()).quotations
    return (
        f"Audit of quotations and references. {counted(judged, 'quotation')} and "
        f"{counted(len(report.citations), 'citation')}, beside "
        f"{counted(len(report.sources), 'text')}."
    )


def _chips(report: AuditReport) -> Iterator[Chip]:
    """Count the verdicts, the gravest first, and what could not be verified after them."""
    unheld = unverified(report.quotations, report.findings)
    counts = Counter(
        UNVERIFIABLE
        if (one.publication, one.quotation.span) in unheld
        else one.judgement.verdict.value
        for one in report.quotations
    )
    for verdict in Verdict:
        if counts[verdict] and verdict is not Verdict.IGNORE:
            yield Chip(
                key=verdict,
                sign=SIGNS[GRADES[verdict]],
                label=NAMES[verdict],
                count=counts[verdict],
            )
    if counts[UNVERIFIABLE]:
        yield Chip(
            key=UNVERIFIABLE,
            sign=SIGNS[Grade.OPEN],
            label=NOT_VERIFIED,
            count=counts[UNVERIFIABLE],
        )


def _publication(
    publication: AuditedPublication, anchor: str, report: AuditReport, quoted: _Quoted
) -> PublicationView:
    """Prepare one publication."""
    one = _sorted_out(publication, anchor, report, quoted)
    views = [view for _, view in one.prepared.quotations]
    grades = Counter(view.grade for view in views)
    leads = leads_of(one.prepared)
    unresolved = sum(not view.document for _, view in one.prepared.citations)
    unheld = sum(view.css == UNVERIFIABLE for view in views)
    tally = (len(views), grades["fault"], grades["doubt"], grades["good"], unheld, unresolved)
    return PublicationView(
        name=visible(publication.name),
        anchor=anchor,
        summary=tuple(summary_of(one.prepared)),
        leads=tuple((links, finding_view(found)) for links, found in leads[:MOST_LEADS]),
        more_leads=max(len(leads) - MOST_LEADS, 0),
        unchecked=tuple(unchecked_of(one.prepared)),
        gone=tuple(visible(_gone(each)) for each in one.prepared.gone),
        strip=tuple(_strip(views)),
        rows=tuple(_rows(one, anchor)),
        tally=None if is_unread(one.prepared) else tally,
    )


def _sorted_out(
    publication: AuditedPublication, anchor: str, report: AuditReport, quoted: _Quoted
) -> _Sorted:
    """Sort out what belongs to a publication, and prepare its cards."""
    name = publication.name
    own = [one for one in report.quotations if one.publication == name]
    cited = [one for one in report.citations if one.publication == name]
    findings = [one for one in report.findings if one.publication == name]
    spans = {one.quotation.span for one in own} | {one.citation.work.span for one in cited}
    others = [one for one in findings if one.span not in spans and one.code not in ELSEWHERE]
    layout = lay_out(publication, [*spans, *(one.span for one in others)])
    notes = frozenset(part.note for part in layout.parts if part.is_first)
    beside = Beside(
        anchor, findings, quoted.anchors, quoted.traces, notes, unverified(own, findings)
    )

    def row(span: Span) -> str:
        return f"{anchor}-{layout.number_at(span.start) + 1}"

    judged = [one for one in own if one.judgement.verdict is not Verdict.IGNORE]
    numbered = [Numbered(next(quoted.marks), number, one) for number, one in enumerate(judged, 1)]
    prepared = Prepared(
        publication=publication,
        findings=findings,
        quotations=[
            (one, beside.quotation(one, row(one.audited.quotation.span))) for one in numbered
        ],
        citations=[
            (one, beside.citation(one, f"{anchor}-k{number}"))
            for number, one in enumerate(cited, 1)
        ],
        passed=[
            (one, row(one.quotation.span)) for one in own if one.judgement.verdict is Verdict.IGNORE
        ],
        gone=[one for one in report.gone if one.publication == name],
    )
    queries = [
        (one, beside.query(one, f"{anchor}-f{number}", _words(publication, one.span)))
        for number, one in enumerate(others, 1)
    ]
    return _Sorted(prepared=prepared, queries=queries, layout=layout, notes=notes)


def _words(publication: AuditedPublication, span: Span) -> str:
    return publication.text[span.start : span.end]


def _gone(one: EarlierFinding) -> str:
    place = f"{one.place}: " if one.place else ""
    return f"{one.code} {place}{one.message}"


def _strip(views: Sequence[QuotationView]) -> Iterator[StripMark]:
    """List the quotations in order, for a look at the whole."""
    for view in views:
        yield StripMark(
            href=f"#{view.anchor}",
            grade=view.grade,
            css=view.css,
            label=f"{view.number}\u2009{view.sign}" if len(views) <= MOST_MARKS else "",
            title=f"{view.number}: {view.verdict}",
        )


def _rows(one: _Sorted, anchor: str) -> Iterator[PassageRow]:
    """Lay the publication out part by part, with the cards of what begins in each."""
    layout, prepared = one.layout, one.prepared
    quotations: dict[int, list[QuotationView]] = defaultdict(list)
    citations: dict[int, list[CitationView]] = defaultdict(list)
    queries: dict[int, list[QueryCard]] = defaultdict(list)
    for numbered, quotation in prepared.quotations:
        quotations[layout.number_at(numbered.audited.quotation.span.start)].append(quotation)
    for cited, citation in prepared.citations:
        citations[layout.number_at(cited.citation.work.span.start)].append(citation)
    for found, query in one.queries:
        queries[layout.number_at(found.span.start)].append(query)
    marks = _marks(one)
    for number, part in enumerate(layout.parts):
        grades = [one.grade for one in quotations[number]]
        grades += [one.grade for one in citations[number]]
        grades += [one.grade for one in queries[number]]
        needs_look = bool(queries[number]) or not {Grade.FAULT, Grade.DOUBT}.isdisjoint(grades)
        calls = [_call(place, label, anchor, one.notes) for place, label in part.calls]
        yield PassageRow(
            anchor=f"{anchor}-{number + 1}",
            css=_css(part) + ("" if needs_look else " calm") + ("" if grades else " bare"),
            note=note_anchor(anchor, part.note) if part.is_first else "",
            label=part.note if part.is_first else "",
            language=_language(part, prepared.publication),
            text=running_text(part.text, [*marks[number], *calls]),
            quotations=tuple(quotations[number]),
            citations=tuple(citations[number]),
            queries=tuple(queries[number]),
        )


def _css(part: TextPart) -> str:
    if part.note:
        return "note"
    return "block" if part.is_block else CSS.get(part.kind, "par")


def _language(part: TextPart, publication: AuditedPublication) -> str:
    known = part.language or publication.language
    return "" if known == "und" else known


def _call(place: int, label: str, anchor: str, notes: frozenset[str]) -> Mark:
    """Show the call of a note, as a link where its text is shown."""
    if label not in notes:
        return Mark(place, place + len(label), "sup", "call")
    return Mark(place, place + len(label), "a", "call", href=f"#{note_anchor(anchor, label)}")


def _marks(one: _Sorted) -> dict[int, list[Mark]]:
    """Mark in each part what is quoted, cited and asked about."""
    marks: dict[int, list[Mark]] = defaultdict(list)

    def add(span: Span, mark: Mark) -> None:
        touched = list(one.layout.touched(span))
        for number in touched:
            shown = one.layout.parts[number].shown(span)
            sign = mark.sign if number == touched[-1] else ""
            marks[number].append(mark._replace(start=shown.start, end=shown.end, sign=sign))

    for audited, _ in one.prepared.passed:
        add(audited.quotation.span, Mark(0, 0, "span", "passed"))
    for cited, citation in one.prepared.citations:
        add(cited.citation.work.span, Mark(0, 0, "span", f"cite {citation.grade}"))
    for found, query in one.queries:
        add(found.span, Mark(0, 0, "mark", f"query {query.grade}"))
    for numbered, view in one.prepared.quotations:
        sign, said = f"{view.number}\u2009{view.sign}", f"quotation {view.number}: {view.verdict}"
        mark = Mark(0, 0, "mark", view.grade, number=numbered.mark, sign=sign, sign_label=said)
        add(numbered.audited.quotation.span, mark)
    return marks
