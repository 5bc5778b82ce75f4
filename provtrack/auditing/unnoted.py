"""Quotations that were found though no note leads to them: told in one sentence, not in forty.

Where a note stands but names no document that is held, that is told once of each work it names: at
the first quotation, with the notes of the others. Entry point: `summed`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from provtrack.auditing.codes import finding, shortened
from provtrack.auditing.repeated import so_too
from provtrack.citing import note_of_source
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
    meant: Mapping[str, str],
) -> Iterator[AuditFinding]:
    """Bring what is said of quotations without a note that resolves to one sentence.

    Args:
        meant: The works that resolve to nothing, by note.

    Returns:
        The other findings as they are, in order, and behind them the sum.
    """
    found = {one.quotation.span: one for one in quotations}
    without: list[AuditFinding] = []
    unresolved: dict[tuple[str, str], AuditFinding] = {}
    again: dict[tuple[str, str], list[str]] = {}
    for one in findings:
        audited = found.get(one.span) if one.code == UNNOTED else None
        if audited is None:
            yield one
        elif label := _note_of(audited):
            key = meant.get(label) or label, _versions([audited])
            if key in unresolved:
                again.setdefault(key, []).append(f"note {label}")
            else:
                words = {**_words(audited), "note": label}
                unresolved[key] = finding(UNRESOLVED, publication, one.span, **words)
        else:
            without.append(one)
    for key, one in unresolved.items():
        yield replace(one, message=one.message + so_too(again.get(key, ())))
    if len(without) == 1:
        yield from without
    elif without:
        yield _sum([found[one.span] for one in without], publication)


def _note_of(audited: AuditedQuotation) -> str:
    """Name the source of a quotation, its note, or the one it stands in; empty if there is none."""
    if audited.quotation.source:
        return note_of_source(audited.quotation.source)
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
