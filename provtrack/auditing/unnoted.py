"""Quotations that were found though no note leads to them: told in one sentence, not in forty.

Where a note stands but names no document that is held, that is told of each quotation, since each
has a note to be mended. Entry point: `summed`.
"""

from collections.abc import Iterable, Iterator, Sequence

from provtrack.auditing.codes import finding, shortened
from provtrack.model.audit import AuditedQuotation, AuditFinding
from provtrack.model.names import version_name
from provtrack.model.publication import Publication
from provtrack.text.plurals import counted

UNNOTED, UNRESOLVED, SEVERAL = "AUD110", "AUD118", "AUD119"
MOST_NAMED = 5  # versions in one sentence


def summed(
    findings: Iterable[AuditFinding],
    quotations: Sequence[AuditedQuotation],
    publication: Publication,
) -> Iterator[AuditFinding]:
    """Bring what is said of quotations without a note that resolves to one sentence.

    Returns:
        The other findings as they are, in order, and behind them the sum.
    """
    found = {one.quotation.span: one for one in quotations}
    without: list[AuditFinding] = []
    for one in findings:
        audited = found.get(one.span) if one.code == UNNOTED else None
        if audited is None:
            yield one
        elif label := _note_of(audited):
            yield finding(UNRESOLVED, publication, one.span, **_words(audited), note=label)
        else:
            without.append(one)
    if len(without) == 1:
        yield from without
    elif without:
        yield _sum([found[one.span] for one in without], publication)


def _note_of(audited: AuditedQuotation) -> str:
    """Name the note of a quotation, or the one it stands in; empty if there is none."""
    return next(iter(audited.quotation.notes), "") or audited.locus.note


def _words(audited: AuditedQuotation) -> dict[str, str]:
    return {"quoted": shortened(audited.quotation.text), "found": _versions([audited])}


def _versions(quotations: Sequence[AuditedQuotation]) -> str:
    """List the versions quotations stand in, those with most first."""
    places = [place for one in quotations for place in one.judgement.passages]
    names = [version_name(place.document, place.siglum) for place in places]
    ordered = sorted(dict.fromkeys(names), key=lambda name: -names.count(name))
    more = len(ordered) - MOST_NAMED
    return ", ".join(ordered[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _sum(quotations: Sequence[AuditedQuotation], publication: Publication) -> AuditFinding:
    places = [one.locus.in_words() for one in quotations[:MOST_NAMED]]
    more = len(quotations) - MOST_NAMED
    where = "; ".join(filter(None, places)) + (f"; and {more} more" if more > 0 else "")
    return finding(
        SEVERAL,
        publication,
        quotations[0].quotation.span,
        count=counted(len(quotations), "quotation"),
        found=_versions(quotations),
        where=where or "the whole text",
    )
