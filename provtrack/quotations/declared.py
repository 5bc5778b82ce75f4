"""Edits an author declares inside a quotation: ellipses, brackets, [sic], stress, interruption.

Rules after the Chicago Manual of Style, 17th ed., 13.48 to 13.66, and their counterparts elsewhere:
dots in any form leave out, square brackets put in, a bracketed first letter changes case.
Entry point: `declared_in`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from provtrack.model.publication import Publication
from provtrack.model.quotation import DeclaredEdit, DeclaredKind, Quotation
from provtrack.quotations.flows import Flow
from provtrack.quotations.incises import incises_in
from provtrack.quotations.words import emphasis_formulas, sic_marks, signatures

DOTS = r"(?:\*(?:[ \u00a0]\*){2,}|\.{2,}|…+|⋯+|\.(?:[ \u00a0\u202f\u2009]\.){2,})"
EDIT = re.compile(
    rf"(?P<ellipsis>[\[(<]\s?{DOTS}(?:\s?{DOTS})*\s?[\])>]|{DOTS}(?:\s?{DOTS}){{0,3}})"
    r"|\[(?P<square>[^\[\]\n]{1,300})\]"
    r"|\((?P<round>[^()\[\]\n]{1,60})\)"
)
AFTER = re.compile(r"[\s.,;:”\"’'»“)\]]{0,6}[\[(](?P<formula>[^()\[\]\n]{4,60})[\])]")
INITIALS = r"(?:[^\W\d_a-zа-яё]\.[ \u00a0-]?){1,3}"
SIGNED = re.compile(rf"\s*[—–-]\s*(?:(?P<initials>{INITIALS})|(?P<words>[^—–]{{2,24}}))\s*$")
INITIALS_BEHIND = re.compile(rf"\s*[,;:—–-]\s*{INITIALS}\s*$")
INITIALS_BEFORE = re.compile(rf"^{INITIALS}['’]s\s")
STRESS = re.compile(
    r"[*_]{1,3}$|</?(?:em|i|b|strong|u|hi)\b|\\(?:emph|textit|textbf|textsl|underline)\b"
)


def declared_in(
    flow: Flow, start: int, end: int, interruptions: Sequence[tuple[int, int]]
) -> tuple[DeclaredEdit, ...]:
    """List the declared edits of a quotation, in order; stress may be declared just behind it.

    Args:
        start, end: Of the quotation, in the flow.
        interruptions: Reporting clauses between its parts, with their marks, in the flow.
    """
    edits = [_edit(flow, DeclaredKind.INTERRUPTION, *one) for one in interruptions]
    for match in EDIT.finditer(flow.text, start, end):
        kind = _kind(match, flow.text)
        if kind is not None:
            edits.append(_edit(flow, kind, *match.span()))
    edits += [
        _edit(flow, DeclaredKind.INTERRUPTION, *one)
        for one in incises_in(flow, start, end)
        if not any(first < one[1] and one[0] < last for first, last in interruptions)
    ]
    behind = AFTER.match(flow.text, end)
    if behind and _says_emphasis(behind["formula"]):
        place = behind.start("formula") - 1
        edits.append(_edit(flow, DeclaredKind.EMPHASIS, place, behind.end()))
    return tuple(sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)))


def with_stress(quotation: Quotation, publication: Publication) -> Quotation:
    """Add the stress that markup lays on words of a quotation: asterisks, tags, commands."""
    start, end = quotation.span.start, quotation.span.end
    first = bisect_left(publication.skipped, start, key=lambda span: span.start)
    last = bisect_right(publication.skipped, end, key=lambda span: span.end)
    found = []
    for span in publication.skipped[first:last]:
        if STRESS.match(publication.text, span.start, span.end):
            found.append(DeclaredEdit(kind=DeclaredKind.EMPHASIS, span=span))
    if not found:
        return quotation
    every = sorted((*quotation.declared, *found), key=lambda one: (one.span.start, one.span.end))
    return replace(quotation, declared=tuple(every))


def _kind(match: re.Match[str], text: str) -> DeclaredKind | None:
    """Say what a bracket or dots declare; None for brackets of the source."""
    if match["ellipsis"]:
        return DeclaredKind.ELLIPSIS
    inside = match["square"] or match["round"]
    if inside.strip().casefold().rstrip(".") in sic_marks() or inside.strip() in sic_marks():
        return DeclaredKind.SIC
    if _says_emphasis(inside):
        return DeclaredKind.EMPHASIS
    if match["square"] is None:
        return DeclaredKind.INSERTED if _is_signed(inside) else None
    follows = text[match.end() : match.end() + 1]
    if len(inside) == 1 and inside.isalpha() and follows.isalpha():
        return DeclaredKind.CASE
    return DeclaredKind.INSERTED


def _says_emphasis(words: str) -> bool:
    """Tell whether words in brackets declare stress, whoever signs them."""
    own = INITIALS_BEFORE.sub("my ", INITIALS_BEHIND.sub("", words.strip()))
    plain = " ".join(own.replace("’", "'").casefold().split())
    plain = re.split(r"\s*[—–;]\s*", plain)[0].strip(" .,–—-")
    return plain in emphasis_formulas()


def _is_signed(words: str) -> bool:
    """Tell whether words in round parentheses are signed as put in: "(Soviet ones. — A. V.)"."""
    found = SIGNED.search(words)
    if found is None:
        return False
    return bool(found["initials"]) or found["words"].strip().casefold() in signatures()


def _edit(flow: Flow, kind: DeclaredKind, start: int, end: int) -> DeclaredEdit:
    """Make the edit of a place in the flow."""
    words = "" if kind is DeclaredKind.ELLIPSIS else flow.text[start:end].strip("[]() ")
    if kind is DeclaredKind.INTERRUPTION:
        words = words.strip("\"“”„’'«», —–-‘()")
    return DeclaredEdit(kind=kind, span=flow.source_span(start, end), words=words)
