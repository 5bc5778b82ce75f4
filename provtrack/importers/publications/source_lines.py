"""The line under a block quotation that names its source: "— Minutes of the Council, 3 May 1911".

It may be the last line or paragraph of the block, or the paragraph behind it. In formats whose
markup does not tell it (HTML's ``footer`` does) it is made a note of the block's own. A block with
a call of a note keeps that; one with several lines that begin with a dash is a dialogue.
Entry point: `with_source_lines`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from provtrack.model.publication import NoteMark, Region, RegionKind
from provtrack.model.text import Span
from provtrack.text.spans import Spans

_LEAD = r"^(?:[ \t>*_]|\\[a-z]+[ \t]|<[^<>\n]*>)*"  # "> ", \hfill, tags
_DASH = r"(?:—|–|―|--{1,2}|&[mn]dash;)[ \t*_]*"
_LINE = re.compile(
    rf"{_LEAD}(?P<dash>{_DASH})(?P<words>[^\W\d_][^\n<]{{3,250}}?)(?:[*_ \t\\]|<[^<>\n]*>)*$",
    re.MULTILINE,
)
_DASHED = re.compile(rf"{_LEAD}{_DASH}", re.MULTILINE)
_BETWEEN = re.compile(r"(?:\s|\\end\{\w+\*?\}|<[^<>\n]*>)*")
_MOST_WORDS = 8  # of a name without a date or number
_APART = frozenset([RegionKind.NOTE, RegionKind.COMMENT, RegionKind.CODE, RegionKind.HIDDEN])


def with_source_lines(
    text: str, regions: Sequence[Region], calls: Sequence[NoteMark]
) -> tuple[list[Region], list[Span]]:
    """Make notes of the lines that name the sources of blocks.

    Args:
        regions: In order, outer ones first.
        calls: In order.

    Returns:
        The regions, blocks with their sources, and behind them the new notes; the dashes before
        these, which are markup.
    """
    told = sum(one.label.startswith("source ") for one in regions)
    apart = Spans.of(one.span for one in regions if one.kind in _APART)
    found, notes, dashes, end = list(regions), list[Region](), list[Span](), 0
    for place, one in enumerate(regions):
        if one.kind is not RegionKind.BLOCK_QUOTE or one.span.start < end:
            continue
        end = one.span.end
        line = None if one.source else _line_of(text, one.span)
        if line is None or _calls_in(calls, one.span.start, line.end()):
            continue
        if apart.touch(line.start("dash"), line.end()):
            continue
        told += 1
        found[place] = replace(one, source=f"#{told}")
        words = Span(*line.span("words"))
        notes.append(Region(kind=RegionKind.NOTE, span=words, label=f"source {told}"))
        dashes.append(Span(*line.span("dash")))
        end = max(end, line.end())
    return [*found, *notes], dashes


def _line_of(text: str, block: Span) -> re.Match[str] | None:
    """Find the line that names the source of a block, at its end or right behind it."""
    dashed = [*_DASHED.finditer(text, block.start, block.end)]
    if dashed:
        line = _LINE.match(text, dashed[0].start(), block.end)
        is_last = line is not None and line.end() == block.end and line.start() > block.start
        is_only = is_last and len(dashed) == 1
        return line if line and is_only and _names(line["words"]) else None
    between = _BETWEEN.match(text, block.end)
    line = _LINE.match(text, between.end() if between else block.end)
    if line is None or "\n" not in text[block.end : line.start("dash")]:
        return None
    is_alone = not text[line.end() : line.end() + 2].strip()
    return line if is_alone and _names(line["words"]) else None


def _names(words: str) -> bool:
    """Tell the name of a source from speech: it has a number, or is short and no sentence."""
    if re.search(r"\d", words):
        return not words.endswith(("!", "?"))
    return len(words.split()) <= _MOST_WORDS and words[-1] not in ".!?…" and words[0].isupper()


def _calls_in(calls: Sequence[NoteMark], start: int, end: int) -> bool:
    place = bisect_left(calls, start, key=lambda call: call.position)
    return place < len(calls) and calls[place].position <= end
