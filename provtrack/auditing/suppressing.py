"""Findings that an author has set aside, with the reason: in the manuscript, or in a list.

In the manuscript a comment of its format says ``provtrack: ignore AUD107 the author's own
modernisation``. It speaks of its paragraph, or, alone in a paragraph, of the one that follows. A
list has one finding a line: fingerprint, blank, reason. Without a reason nothing is set aside.
Entry points: `suppressed`, `read_suppressions`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from provtrack.errors import FormatError
from provtrack.model.audit import AuditFinding
from provtrack.model.publication import Publication
from provtrack.model.text import Span

_COMMENT = re.compile(
    r"provtrack:[ \t]*ignore[ \t]+(?P<code>[A-Z]{3}\d{3})[ \t:,]*"
    r"(?P<reason>[^\n]*?)[ \t]*(?:-->|\*/|$)",
    re.MULTILINE,
)
_BLANK = re.compile(r"\n[ \t]*\n")
_LINE = re.compile(r"(?P<fingerprint>[0-9a-f]{16})\s+(?P<reason>\S.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Comment:
    code: str
    reason: str
    span: Span  # of the paragraph it speaks of


def suppressed(
    findings: Sequence[AuditFinding],
    publication: Publication,
    listed: Mapping[str, str] | None = None,
) -> tuple[AuditFinding, ...]:
    """Give findings the reason for which they were set aside; the others stay as they are.

    Args:
        listed: Reasons by fingerprint.
    """
    comments = list(_comments(publication.text))
    return tuple(replace(one, suppressed=_reason(one, comments, listed or {})) for one in findings)


def _reason(one: AuditFinding, comments: Sequence[_Comment], listed: Mapping[str, str]) -> str:
    for comment in comments:
        inside = comment.span.start <= one.span.start < comment.span.end
        if comment.code == one.code and inside:
            return comment.reason
    return listed.get(one.fingerprint, "")


def _comments(text: str) -> Iterator[_Comment]:
    """Find the comments that give a reason."""
    if "provtrack:" not in text:
        return
    breaks = [0, *(found.end() for found in _BLANK.finditer(text)), len(text)]
    for found in _COMMENT.finditer(text):
        if not found["reason"]:
            continue
        k = max(k for k, start in enumerate(breaks[:-1]) if start <= found.start())
        start, end = breaks[k], breaks[k + 1]
        rest = text[start : found.start()] + text[found.end() : end]
        if not re.search(r"\w", rest) and k + 2 < len(breaks):
            end = breaks[k + 2]
        yield _Comment(code=found["code"], reason=found["reason"], span=Span(start, end))


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
