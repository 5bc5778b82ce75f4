"""Quotations that were found though no note leads to them: told in one sentence, not in forty.

Where a note stands but names no document that is held, that is told once of each work it names: at
the first quotation, with the notes of the others. Of a PDF nothing surer is said than that no note
was found. Entry point: `summed`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from provtrack.auditing.codes import finding, shortened
from provtrack.auditing.repeated import so_too
from provtrack.citing import note_of_source
from provtrack.model.audit import AuditedQuotation, AuditFinding
from provtrack.model.names import version_name
from provtrack.model.publication import Publication, RegionKind, note_name
from provtrack.text.plurals import counted

UNNOTED, UNRESOLVED, SEVERAL = "AUD110", "AUD118", "AUD119"
UNCERTAIN = "AUD121"
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
    is_uncertain = publication.locus(0).page > 0
    noted = {one.label for one in publication.regions if one.kind is RegionKind.NOTE}
    without: list[AuditFinding] = []
    unresolved: dict[tuple[str, str], AuditFinding] = {}
    again: dict[tuple[str, str], list[str]] = {}
    for one in findings:
        audited = found.get(one.span) if one.code == UNNOTED else None
        if audited is None:
            yield one
        elif (label := _note_of(audited)) and not (is_uncertain and label not in noted):
            key = meant.get(label) or label, _versions([audited])
            if key in unresolved:
                again.setdefault(key, []).append(note_name(label))
            else:
                words = {**_words(audited), "note": note_name(label)}
                unresolved[key] = finding(UNRESOLVED, publication, one.span, **words)
        else:
            without.append(one)
    for key, one in unresolved.items():
        yield replace(one, message=one.message + so_too(again.get(key, ())))
    if len(without) == 1 and not is_uncertain:
        yield from without
    elif without:
        code = UNCERTAIN if is_uncertain else SEVERAL
        yield _sum(code, [found[one.span] for one in without], publication)


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


def _sum(
    code: str, quotations: Sequence[AuditedQuotation], publication: Publication
) -> AuditFinding:
    places = [one.locus.in_words() for one in quotations[:MOST_NAMED]]
    more = len(quotations) - MOST_NAMED
    where = "; ".join(filter(None, places)) + (f"; and {more} more" if more > 0 else "")
    return finding(
        code,
        publication,
        quotations[0].quotation.span,
        count=counted(len(quotations), "quotation"),
        found=_versions(quotations),
        where=where or "the whole text",
    )
