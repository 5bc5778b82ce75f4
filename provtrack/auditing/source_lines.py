"""The words of the source beside a finding, for outputs that show no page: comments, lists.

Entry point: `source_lines`.
"""

from collections.abc import Iterator

from provtrack.model.audit import AuditedQuotation, SourceWords
from provtrack.model.names import version_name
from provtrack.text.shortening import cut_in_middle

# Findings beside which the words of the source tell what to correct.
OF_QUOTATION = (
    "AUD102", "AUD103", "AUD104", "AUD105", "AUD106", "AUD107", "AUD108", "AUD114", "AUD115",
    "AUD120", "AUD501", "AUD502",
)  # fmt: skip
_AROUND = 60  # characters shown on each side of a passage
_LONGEST = 600  # characters of a passage that are shown whole


def source_lines(audited: AuditedQuotation) -> Iterator[str]:
    """Say of each passage what the source has, and where: document, version, paragraph."""
    for passage, seen in zip(audited.judgement.passages, audited.seen, strict=False):
        if seen.words:
            named = version_name(passage.document, passage.siglum)
            paragraph = f", paragraph {seen.paragraphs[0]}" if seen.paragraphs else ""
            yield f"{named}{paragraph}: “{_shown(seen)}”"


def _shown(seen: SourceWords) -> str:
    """Write a passage with some words around it: … that the mayor opened the gates at noon …"""
    before, words, after = seen.before, cut_in_middle(seen.words, _LONGEST), seen.after
    if len(before) > _AROUND:
        before = f"… {before[-_AROUND:].partition(' ')[2]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND].rpartition(' ')[0]} …"
    return " ".join(f"{before}{words}{after}".split())
