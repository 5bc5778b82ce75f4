"""The line under a block quotation that names its source: "— Minutes of the Council, 3 May 1911".

It may be the last line or paragraph of the block, or the paragraph behind it. In formats whose
markup does not tell it (HTML's ``footer`` does) it is made a note of the block's own, if it ends
with a date, a page or another figure behind a comma or in parentheses: anything else may be of the
words that are quoted, or speech. A block with a call of a note keeps that; one with several lines
that begin with a dash is a dialogue.
Entry point: `with_source_lines`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from provtrack.model.publication import NoteMark, Region, RegionKind
from provtrack.model.text import Span
from provtrack.text.spans import Spans

_SIGN = r"[>*_]|\\[a-z]+(?![a-z{])|<[^<>\n]*>"  # "> ", \hfill, tags
_DASH = r"(?:—|–|―|--{1,2}|&[mn]dash;)[ \t*_]*"
_WORDS = r"(?P<words>(?:[^\W\d_]|[\[“„«\x22‘]|\\emph)[^\n<]{3,250}?)"
_NAMED = rf"(?P<dash>{_DASH}){_WORDS}(?P<end>(?:[*_ \t\\]|<[^<>\n]*>)*$)"
_LINE = re.compile(rf"^(?:[ \t]|{_SIGN})*{_NAMED}", re.MULTILINE)
_BEHIND = re.compile(rf"(?:\s|\\end\{{\w+\*?\}}|{_SIGN})*{_NAMED}", re.MULTILINE)
_DASHED = re.compile(rf"^(?:[ \t]|{_SIGN})*{_DASH}", re.MULTILINE)
_BLANK = re.compile(r"\s*\n")
_FIGURE_AT_END = re.compile(r"[,;:(]\s*(?:[^\s,;:()]+\s+){0,4}[^\s,;:()]*\d\S*$")
_SPEECH = re.compile(r"\s(?:—|–|―|--)\s|[!?]$")
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
    last = sum(one.label.startswith("source ") for one in regions)
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
        last += 1
        found[place] = replace(one, source=f"#{last}")
        words = Span(*line.span("words"))
        notes.append(Region(kind=RegionKind.NOTE, span=words, label=f"source {last}"))
        dashes.append(Span(*line.span("dash")))
        end = max(end, line.end())
    return [*found, *notes], dashes


def _line_of(text: str, block: Span) -> re.Match[str] | None:
    """Find the line that names the source of a block, at its end or right behind it."""
    first = text.rfind("\n", 0, block.start) + 1
    dashed = [*_DASHED.finditer(text, first, block.end)]
    if dashed:
        line = _LINE.match(text, dashed[0].start(), block.end)
        if line is None or len(dashed) > 1 or line.start("dash") <= block.start:
            return None
        is_last = not text[line.end() : block.end].strip()
        return line if is_last and _names_source(line["words"]) else None
    line = _BEHIND.match(text, block.end)
    if line is None or "\n" not in text[block.end : line.start("dash")]:
        return None
    is_alone = text[line.end() : line.end() + 2].strip() in ("", "<")
    blank = _BLANK.match(text, line.end())
    is_list = blank is not None and _DASHED.match(text, blank.end()) is not None
    return line if is_alone and not is_list and _names_source(line["words"]) else None


def _names_source(words: str) -> bool:
    """Tell what cites from what speaks: it ends with a figure that stands apart."""
    return _FIGURE_AT_END.search(words) is not None and _SPEECH.search(words) is None


def _calls_in(calls: Sequence[NoteMark], start: int, end: int) -> bool:
    place = bisect_left(calls, start, key=lambda call: call.position)
    return place < len(calls) and calls[place].position <= end
