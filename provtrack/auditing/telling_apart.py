"""Titles and terms whose place speaks for them, told apart from quotations by what was found.

What stands at the head of a work in a note may be a quotation whose source follows, and a word or
two in a sentence without a note may be quoted; if their words stand in no text, and the work is no
document that is held, they are taken for a title or a term, and passed over. Words of a title that
the catalogue gives of the document are the title, wherever they stand. Entry point: `told_apart`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from provtrack.auditing.sources import Sources
from provtrack.model.audit import AuditedQuotation
from provtrack.model.citation import Citation
from provtrack.model.publication import Publication
from provtrack.model.quotation import Judgement, Verdict
from provtrack.quotations.note_titles import HEAD, TITLE
from provtrack.quotations.surroundings import WORD

_NOT_THERE = (Verdict.NOT_FOUND, Verdict.MISATTRIBUTED)


def told_apart(
    audited: AuditedQuotation,
    publication: Publication,
    by_note: Mapping[str, Sequence[Citation]],
    sources: Sources,
) -> AuditedQuotation:
    """Pass over what is a title or a term after all; give the rest as it is."""
    quotation = audited.quotation
    if not quotation.perhaps:
        return audited
    is_term = quotation.perhaps == "term"
    is_passed = audited.judgement.verdict in _NOT_THERE
    if not is_term:
        work = _work_at(audited, publication, by_note)
        document = work.document if work is not None else None
        if quotation.perhaps == HEAD and document is not None:
            is_passed = False
        is_passed = is_passed or _is_title_of(audited, document, sources)
    if not is_passed:
        return audited
    return replace(
        audited,
        quotation=replace(quotation, ignored="term" if is_term else TITLE),
        judgement=Judgement(verdict=Verdict.IGNORE, confidence=1.0),
        cited=None,
        newer=None,
    )


def _work_at(
    audited: AuditedQuotation, publication: Publication, by_note: Mapping[str, Sequence[Citation]]
) -> Citation | None:
    """Find the work of a note in which words stand, or at whose head."""
    span = audited.quotation.span
    own = publication.locus(span.start).note
    works = [one for one in by_note.get(own or "", ()) if one.work.span.end > span.start]
    return min(works, key=lambda one: one.work.span.start, default=None)


def _is_title_of(audited: AuditedQuotation, document: str | None, sources: Sources) -> bool:
    """Tell whether words begin a title of the document that is cited, or where they stand."""
    words = _folded(audited.quotation.text)
    found = [one.document for one in audited.judgement.passages]
    known = (sources.catalogue.get(one) for one in {document or "", *found})
    titles = [_folded(title.text) for one in known if one is not None for title in one.titles]
    return any(title[: len(words)] == words for title in titles)


def _folded(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]
