"""What a reader is shown beside a quotation: the words of the source and what stands around them.

Entry point: `with_words`.
"""

from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache

from provtrack.auditing.sources import Sources
from provtrack.model.audit import AuditedQuotation, SourceWords
from provtrack.model.quotation import Passage
from provtrack.model.text import Span
from provtrack.text.paragraphs import paragraphs_of

SHOWN = 160  # characters around a passage that a reader is shown
_TEXTS = 64  # whose paragraphs are remembered, as many quotations stand in one


def with_words(audited: AuditedQuotation, sources: Sources) -> AuditedQuotation:
    """Add the words of the source, and those of the original where they are known."""
    passages = audited.judgement.passages
    if not passages:
        return audited
    seen = tuple(_seen(one, sources) for one in passages)
    original = sources.original_of(passages[0])
    answering = original.passage if original else None
    if answering is None:
        return replace(audited, seen=seen)
    return replace(audited, seen=seen, original=_seen(answering, sources), original_at=answering)


def _seen(passage: Passage, sources: Sources) -> SourceWords:
    held = sources.text_of(passage)
    if held is None:
        return SourceWords(words="")
    start, end = passage.span.start, passage.span.end
    return SourceWords(
        words=held.text[start:end],
        before=_whole_words(held.text[max(start - SHOWN, 0) : start].rpartition("\n\n")[2], 0),
        after=_whole_words(held.text[end : end + SHOWN].partition("\n\n")[0], -1),
        language=held.language,
        paragraphs=_numbers(held.text, passage.span),
    )


def _numbers(text: str, span: Span) -> tuple[int, ...]:
    """Number the first and the last paragraph of a span, from 1."""
    starts = _starts(text)
    first = max(bisect_right(starts, span.start), 1)
    return first, max(bisect_right(starts, max(span.end - 1, span.start)), first)


@lru_cache(maxsize=_TEXTS)
def _starts(text: str) -> tuple[int, ...]:
    return tuple(paragraph.span.start for paragraph in paragraphs_of(text))


def _whole_words(text: str, cut: int) -> str:
    """Leave out what is left of a word that was cut, at the start (0) or at the end (-1)."""
    if len(text) < SHOWN // 2:
        return text
    return text.partition(" ")[2] if cut == 0 else text.rpartition(" ")[0]
