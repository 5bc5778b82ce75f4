"""Findings that an author has set aside, with the reason: in the manuscript, or in a list.

In the manuscript a comment of its format says ``provtrack: ignore AUD107 the author's own
modernisation``. It speaks of its paragraph, or, alone in a paragraph, of the one that follows; a
comment of a word processor speaks of the paragraph it is tied to. A list has one finding a line:
fingerprint, blank, reason. Without a code or a reason nothing is set aside, and that is said, as of
a comment that speaks of nothing found.
Entry points: `suppressed`, `read_suppressions`, `without_effect`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from provtrack.auditing.codes import finding
from provtrack.errors import FormatError
from provtrack.model.audit import AuditFinding
from provtrack.model.publication import Publication, Region, RegionKind
from provtrack.model.text import Span

_COMMENT = re.compile(
    r"provtrack:[ \t]*ignore\b[ \t]*(?:(?P<code>[A-Z]{3}\d{3})\b)?[ \t:,]*"
    r"(?P<reason>[^\n]*?)[ \t]*(?:-->|\*/|$)",
    re.MULTILINE,
)
_PARAGRAPHS = (RegionKind.PARAGRAPH, RegionKind.HEADING)
_BLANK = re.compile(r"\n[ \t]*\n")
_LINE = re.compile(r"(?P<fingerprint>[0-9a-f]{16})\s+(?P<reason>\S.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Comment:
    code: str
    reason: str
    place: Span  # of the comment
    span: Span  # of the paragraph it speaks of


def suppressed(
    findings: Sequence[AuditFinding],
    publication: Publication,
    listed: Mapping[str, str] | None = None,
) -> tuple[AuditFinding, ...]:
    """Give findings the reason for which they were set aside; the others stay as they are.

    Args:
        listed: Reasons by fingerprint.

    Returns:
        The findings, then a note on each comment that sets nothing aside.
    """
    comments = list(_comments(publication))
    told = [replace(one, suppressed=_reason(one, comments, listed or {})) for one in findings]
    return (*told, *_without_effect(findings, comments, publication))


def _reason(one: AuditFinding, comments: Sequence[_Comment], listed: Mapping[str, str]) -> str:
    for comment in comments:
        if comment.reason and _concerns(comment, one):
            return comment.reason
    return listed.get(one.fingerprint, "")


def _concerns(comment: _Comment, one: AuditFinding) -> bool:
    inside = comment.span.start <= one.span.start < comment.span.end
    return comment.code == one.code and inside


def _without_effect(
    findings: Sequence[AuditFinding], comments: Sequence[_Comment], publication: Publication
) -> Iterator[AuditFinding]:
    """Say of comments that they give no reason, or speak of nothing that was found."""
    for comment in comments:
        if not comment.code:
            why = "it names no code, such as AUD107"
        elif not comment.reason:
            why = "it gives no reason"
        elif not any(_concerns(comment, one) for one in findings):
            why = "there is no such finding in its paragraph"
        else:
            continue
        ignored = comment.code or (f"“{comment.reason}”" if comment.reason else "no code")
        yield finding("AUD304", publication, comment.place, ignored=ignored, why=why)


def _comments(publication: Publication) -> Iterator[_Comment]:
    """Find the comments that set findings aside, each with the paragraph it speaks of."""
    text = publication.text
    if "provtrack:" not in text:
        return
    paragraphs = [one.span for one in publication.regions if one.kind in _PARAGRAPHS]
    tied = [one for one in publication.regions if one.anchor is not None]
    for found in _COMMENT.finditer(text):
        place = Span(*found.span())
        anchor = _anchor_of(place, tied)
        if anchor is not None:
            span = _paragraph_at(anchor, paragraphs)
        else:
            span = _region_of(place, paragraphs, text) if paragraphs else _lines_of(place, text)
        yield _Comment(code=found["code"] or "", reason=found["reason"], place=place, span=span)


def _anchor_of(place: Span, tied: Sequence[Region]) -> int | None:
    """Give what the word processor's comment that holds a place is tied to."""
    return next((one.anchor for one in tied if one.span.start <= place.start < one.span.end), None)


def _paragraph_at(position: int, paragraphs: Sequence[Span]) -> Span:
    """Give the innermost paragraph around a position, or the position alone."""
    around = [one for one in paragraphs if one.start <= position <= one.end]
    return around[-1] if around else Span(position, position)


def _region_of(place: Span, paragraphs: Sequence[Span], text: str) -> Span:
    """Give the paragraph that holds a comment and has other words, else the next one."""
    for one in reversed(paragraphs):
        if one.start <= place.start and place.end <= one.end:
            rest = text[one.start : place.start] + text[place.end : one.end]
            if re.search(r"\w", rest):
                return one
    return next((one for one in paragraphs if one.start >= place.end), place)


def _lines_of(place: Span, text: str) -> Span:
    """Give the lines between blank ones that hold a comment; alone there, also the next lines."""
    breaks = [0, *(found.end() for found in _BLANK.finditer(text)), len(text)]
    k = max(k for k, start in enumerate(breaks[:-1]) if start <= place.start)
    start, end = breaks[k], breaks[k + 1]
    rest = text[start : place.start] + text[place.end : end]
    if not re.search(r"\w", rest) and k + 2 < len(breaks):
        end = breaks[k + 2]
    return Span(start, end)


def read_suppressions(text: str, name: str) -> dict[str, str]:
    """Read a list of findings set aside: reasons by fingerprint.

    Raises:
        FormatError: A line is no fingerprint with a reason; says which.
    """
    reasons = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _LINE.fullmatch(line.strip())
        if found is None:
            raise FormatError(
                f"{name}, line {number}: write a fingerprint, a blank and the reason."
            )
        reasons[found["fingerprint"]] = found["reason"]
    return reasons


def without_effect(listed: Mapping[str, str], findings: Sequence[AuditFinding]) -> tuple[str, ...]:
    """Give the fingerprints of a list that name none of the findings, in the order of the list."""
    known = {one.fingerprint for one in findings}
    return tuple(one for one in listed if one not in known)
