"""Audit publications: quotations found, located, judged; notes resolved; findings in words.

The result does not depend on the order of the publications. Entry point: `audit`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from provtrack.auditing.attributed import with_speakers
from provtrack.auditing.cited import beside_places, cited_for, words_confirm_numbers
from provtrack.auditing.codes import finding, numbered
from provtrack.auditing.judged_quotations import Tools, judged_one, lifted_passages
from provtrack.auditing.noted_claims import without_reported
from provtrack.auditing.own_words import with_language
from provtrack.auditing.repeated import UNRESOLVED, told_once, works_meant
from provtrack.auditing.reported import reported_speech
from provtrack.auditing.seeking import Seeker
from provtrack.auditing.sources import Sources
from provtrack.auditing.suppressing import suppressed
from provtrack.auditing.telling_apart import told_apart
from provtrack.auditing.unheld import without_unheld
from provtrack.auditing.unnoted import summed
from provtrack.auditing.vocabulary import Vocabulary
from provtrack.auditing.wording import (
    DISTORTED,
    citation_findings,
    from_abstracts,
    quotation_findings,
    unverifiable,
)
from provtrack.citing import KnownDocuments, check_citations, cited_works, in_text, resolve
from provtrack.model.audit import (
    AuditedCitation,
    AuditedPublication,
    AuditedQuotation,
    AuditFinding,
    AuditReport,
)
from provtrack.model.citation import Citation, CitedWork
from provtrack.model.publication import Publication
from provtrack.model.quotation import Quotation, Verdict
from provtrack.model.text import Span
from provtrack.quotations import find_with_remarks
from provtrack.text.spans import Spans


@dataclass(frozen=True, slots=True)
class _Audited:
    """What the audit of one publication gives."""

    publication: AuditedPublication
    quotations: tuple[AuditedQuotation, ...]
    citations: tuple[AuditedCitation, ...]
    findings: tuple[AuditFinding, ...]


def audit(
    publications: Iterable[Publication],
    sources: Sources,
    *,
    set_aside: Mapping[str, str] | None = None,
    program: str = "",
) -> AuditReport:
    """Audit publications against sources.

    Args:
        set_aside: Reasons for which findings were set aside, by fingerprint.
        program: Name and version of the program, for the report.

    Returns:
        Publications in order of their names; quotations, citations and findings in order of their
        places.
    """
    tools = Tools(
        Vocabulary(sources),
        Seeker(sources.index),
        Seeker(sources.earlier) if sources.earlier is not None else None,
        KnownDocuments.of(sources.catalogue.values()),
    )
    audited = sorted(
        (_audited(one, sources, set_aside or {}, tools) for one in publications),
        key=lambda one: one.publication.name,
    )
    return AuditReport(
        program=program,
        publications=tuple(one.publication for one in audited),
        quotations=tuple(quotation for one in audited for quotation in one.quotations),
        citations=tuple(citation for one in audited for citation in one.citations),
        findings=tuple(found for one in audited for found in one.findings),
        sources=tuple(sources.listed),
    )


def _audited(
    publication: Publication,
    sources: Sources,
    set_aside: Mapping[str, str],
    tools: Tools,
) -> _Audited:
    """Audit one publication."""
    works = cited_works(publication)
    found = find_with_remarks(publication, sources=in_text(works))
    publication = with_language(publication, found.quotations)
    found = replace(found, quotations=with_speakers(found.quotations, publication))
    citations, quotations = _cited_and_judged(
        publication, works, found.quotations, sources, tools=tools
    )
    by_note = _by_note(citations)
    quotations += lifted_passages(publication, found.quotations, sources, tools.knows)
    quotations.sort(key=lambda one: (one.quotation.span.start, -one.quotation.span.end))
    cited = [
        AuditedCitation(
            publication=publication.name,
            citation=one,
            locus=publication.locus(one.work.span.start),
        )
        for one in beside_places(citations, quotations, sources.catalogue)
    ]
    remarks = (*publication.remarks, *found.remarks)
    findings = list(_findings(publication, quotations, cited, sources))
    findings = without_reported(findings, publication, quotations, by_note)
    asked, reported = reported_speech(publication, quotations, by_note, sources)
    findings += _untold(asked, findings)
    findings += [finding("AUD302", publication, Span(0, 0), remark=one) for one in remarks]
    if not any(one.judgement.verdict is not Verdict.IGNORE for one in quotations):
        is_read = reported is not None and max(reported.beside, reported.asked) > 0
        parts = [*["citations"] * bool(cited), *["reported speech"] * is_read]
        checked = f"only its {' and '.join(parts)}" if parts else "nothing"
        checked += " were checked" if cited else " was checked"
        known = {"publication": publication.name, "checked": checked}
        findings.append(finding("AUD301", publication, Span(0, 0), **known))
    findings.sort(key=lambda one: (one.span.start, one.span.end, one.code, one.message))
    return _Audited(
        replace(_as_audited(publication, remarks), reported=reported),
        tuple(quotations),
        tuple(cited),
        suppressed(list(numbered(findings)), publication, set_aside),
    )


def _cited_and_judged(
    publication: Publication,
    works: Sequence[CitedWork],
    found: Sequence[Quotation],
    sources: Sources,
    *,
    tools: Tools,
) -> tuple[tuple[Citation, ...], list[AuditedQuotation]]:
    """Resolve what is cited, and judge the quotations by it.

    If the quotations tell that numbers without a word are those of documents, both is done again.
    """
    resolved = resolve(works, tools.known)
    by_note = _by_note(resolved)
    options = [cited_for(one, publication, by_note) for one in found]
    judged = [
        judged_one(one, publication, sources, cited, tools=tools)
        for one, cited in zip(found, options, strict=True)
    ]
    if words_confirm_numbers(publication, judged, by_note):
        resolved = resolve(works, tools.known, by_number=True)
        by_note = _by_note(resolved)
        for place, one in enumerate(found):
            cited = cited_for(one, publication, by_note)
            if cited != options[place]:
                judged[place] = judged_one(one, publication, sources, cited, tools=tools)
    judged = [told_apart(one, publication, by_note, sources) for one in judged]
    return check_citations(resolved, sources.catalogue), judged


def _as_audited(publication: Publication, remarks: tuple[str, ...]) -> AuditedPublication:
    """Take over what a report shows of a publication."""
    return AuditedPublication(
        name=publication.name,
        text=publication.text,
        text_sha256=publication.text_sha256,
        language=publication.language,
        remarks=remarks,
        regions=publication.regions,
        note_marks=publication.note_marks,
        skipped=publication.skipped,
        replaced=publication.replaced,
    )


def _untold(asked: Iterable[AuditFinding], told: Sequence[AuditFinding]) -> Iterable[AuditFinding]:
    """Leave out what is asked of words that are told to be taken over with another sense."""
    distorted = Spans.of(one.span for one in told if one.code == DISTORTED)
    return (one for one in asked if not distorted.touch(one.span.start, one.span.end))


def _by_note(citations: Sequence[Citation]) -> Mapping[str, list[Citation]]:
    by_note: dict[str, list[Citation]] = defaultdict(list)
    for one in citations:
        by_note[one.work.note].append(one)
    return by_note


def _findings(
    publication: Publication,
    quotations: Sequence[AuditedQuotation],
    citations: Sequence[AuditedCitation],
    sources: Sources,
) -> Iterable[AuditFinding]:
    searched = len(sources.listed)
    told: Iterable[AuditFinding] = (
        one
        for audited in quotations
        for one in quotation_findings(publication, audited, searched=searched)
    )
    told = without_unheld(told, quotations, publication, sources)
    yield from summed(told, quotations, publication, works_meant(citations))
    yield from from_abstracts(publication, quotations, sources)
    yield from unverifiable(publication, quotations, sources)
    yield from told_once(
        (citation, replace(one, locus=citation.locus))
        for citation in citations
        for one in citation_findings(publication, citation)
        if sources.listed or one.code != UNRESOLVED  # said of the whole publication
    )
