"""What the places of a PDF's lines tell: running heads, page numbers, where paragraphs begin.

A line at the head or foot of a page is no text if it stands on at least three pages but for its
figures, or is nothing but a number that counts the pages. A paragraph begins at an indent, after a
wider gap, with another size of letters, with a bullet, or after a sentence that ends in a short
line. All this is inferred, and told by `pdf`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from provtrack.importers.line_joining import ENDS_SENTENCE, PageLine, PageOfLines
from provtrack.importers.pdf_lines import PdfLine
from provtrack.importers.pdf_pages import PdfPage

MARGIN_LINES = 2  # lines at the head and foot of a page that may be no text
REPEATED_PAGES = 3
NUMBER = re.compile(r"\W{0,3}(\d{1,5})\W{0,3}")
FIGURES = re.compile(r"\d+")
INDENT = 0.7  # of the size of letters, as all that follow
WIDEST_LEADING = 1.7  # a larger distance between lines is none inside a paragraph
WIDER_GAP = 1.3  # of the usual distance between lines
OTHER_SIZE = 0.12
SAME_COLUMN = 8.0
NEAR = 5  # lines before and after, which show how wide the column is
SHORT = 0.15  # of the width of the column
BULLETS = frozenset("•◦▪■●‣∙·")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Pages of lines, and the repeated lines that were left out of them."""

    pages: tuple[PageOfLines, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    """The lines of a page that are text; its printed number or label, its number in the file."""

    label: str
    number: int
    lines: tuple[PdfLine, ...]


def layout_of(pages: Sequence[PdfPage]) -> Layout:
    """Find the text lines of pages and where paragraphs begin."""
    kept, left_out = text_pages(pages)
    laid = [PageOfLines(label=one.label, lines=with_beginnings(one.lines)) for one in kept]
    return Layout(pages=tuple(laid), left_out=left_out)


def text_pages(pages: Sequence[PdfPage]) -> tuple[tuple[TextPage, ...], tuple[str, ...]]:
    """Find the text lines of pages.

    Returns:
        The pages, and the repeated heads, feet and page numbers that were left out.
    """
    repeated = _repeated(pages)
    offsets = _number_offsets(pages)
    left_out: list[str] = []
    found: list[TextPage] = []
    for page in pages:
        kept: list[PdfLine] = []
        printed = ""
        for position, line in enumerate(page.lines):
            offset = _offset(page, line) if _is_marginal(page, position) else None
            if offset is not None and offset in offsets:
                printed = printed or (NUMBER.fullmatch(line.text) or [""])[0].strip()
            elif not (_is_marginal(page, position) and _pattern(line) in repeated):
                kept.append(line)
                continue
            left_out.append(line.text)
        label = printed or page.label or str(page.number)
        found.append(TextPage(label=label, number=page.number, lines=tuple(kept)))
    return tuple(found), tuple(left_out)


def _is_marginal(page: PdfPage, position: int) -> bool:
    return min(position, len(page.lines) - 1 - position) < MARGIN_LINES


def _pattern(line: PdfLine) -> str:
    """A line but for its figures."""
    return FIGURES.sub("#", line.text.casefold())


def _repeated(pages: Sequence[PdfPage]) -> frozenset[str]:
    """Lines that stand at heads or feet of at least three pages."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update(
            {
                _pattern(line)
                for position, line in enumerate(page.lines)
                if _is_marginal(page, position) and not NUMBER.fullmatch(line.text)
            }
        )
    return frozenset(line for line, count in counts.items() if count >= REPEATED_PAGES)


def _offset(page: PdfPage, line: PdfLine) -> int | None:
    """How far a printed number is from the number of its page; None for other lines."""
    match = NUMBER.fullmatch(line.text)
    return int(match.group(1)) - page.number if match else None


def _number_offsets(pages: Sequence[PdfPage]) -> frozenset[int]:
    """Offsets that at least two pages share: then the numbers are those of the pages."""
    counts: Counter[int] = Counter()
    for page in pages:
        offsets = {
            _offset(page, line)
            for position, line in enumerate(page.lines)
            if _is_marginal(page, position)
        }
        counts.update(one for one in offsets if one is not None)
    return frozenset(offset for offset, count in counts.items() if count > 1)


def with_beginnings(lines: Sequence[PdfLine]) -> tuple[PageLine, ...]:
    """Mark the lines that begin a paragraph."""
    gaps = [a.bottom - b.bottom for a, b in pairwise(lines)]
    sizes = [line.size for line in lines]
    widest = WIDEST_LEADING * median(sizes or [0.0])
    usual = min(median([gap for gap in gaps if gap > 0] or [widest]), widest)
    return tuple(
        PageLine(
            text=line.text,
            begins=number == 0
            or _is_apart(lines[number - 1], line, usual=usual)
            or _is_indented(lines[number - 1 : number + 2])
            or _ends_short(lines, number - 1),
        )
        for number, line in enumerate(lines)
    )


def _is_apart(before: PdfLine, line: PdfLine, *, usual: float) -> bool:
    """Whether a gap, another size of letters or a bullet sets a line apart."""
    gap = before.bottom - line.bottom
    is_other = abs(line.size - before.size) > OTHER_SIZE * max(line.size, 1.0)
    return is_other or gap > max(WIDER_GAP * usual, usual + 2) or line.text[0] in BULLETS


def _is_indented(lines: Sequence[PdfLine]) -> bool:
    """Whether the second of two or three lines stands to the right of those around it."""
    before, line, *after = lines
    size = max(line.size, 1.0)
    is_below = before.bottom > line.bottom and before.text[0] not in BULLETS
    indents = [line.left - one.left for one in (before, *after)]
    return (
        is_below and indents[0] < SAME_COLUMN * size and all(one > INDENT * size for one in indents)
    )


def _ends_short(lines: Sequence[PdfLine], number: int) -> bool:
    """Whether a sentence ends with a line that its column would have room to go on with."""
    line = lines[number]
    near = lines[max(0, number - NEAR) : number + NEAR + 1]
    column = [one.right for one in near if abs(one.left - line.left) < INDENT * NEAR * line.size]
    edge = max(column, default=line.right)
    room = edge - line.right
    return line.text[-1] in ENDS_SENTENCE and room > SHORT * (edge - line.left)
