"""Tell the parts of a Wilson Center Digital Archive page: header, text, abstract, fields.

Works from headings' words and from the structure of the page (order, gaps, containers), so that
copied text and saved HTML take the same way. Knows nothing of provenance (`wilson_center`).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from provtrack.importers.page_blocks import Block
from provtrack.importers.wilson_abstract import Split, is_prose, split_abstract
from provtrack.importers.wilson_fields import Field, fields_of
from provtrack.importers.wilson_headings import (
    CERTAIN,
    PILLS,
    SECTION,
    SUMMARY,
    is_chrome,
    key_of,
)

HEADER_BLOCKS = 12  # date and title stand at the top; further down a date belongs to the text
LONGEST_TITLE = 400
SUPPORT = re.compile(
    r"this document was made possible|with (the )?(generous )?support (from|of)", re.I
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The parts of a page.

    Attributes:
        split: The text of the document and the abstract.
        support: Who paid for the translation, as printed.
        left_out: Lines of the page itself, not of the document.
    """

    title: str | None
    date: str | None
    split: Split
    fields: tuple[Field, ...]
    support: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(slots=True)
class _Header:
    title: str | None = None
    date: str | None = None
    support: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def page_of(
    blocks: Sequence[Block], *, is_date: Callable[[str], bool], description: str = ""
) -> Page:
    """Tell the parts of a page.

    Args:
        is_date: Whether words can be read as a date.
        description: What the head of a saved page gives as its description, often the abstract.
    """
    header, content = _header(list(blocks), is_date)
    end = _fields_begin(content)
    split = split_abstract(content[:end], header.title or "", description)
    fields = fields_of(content[end:], is_date=is_date)
    return Page(
        title=header.title,
        date=header.date,
        split=split,
        fields=fields,
        support=tuple(header.support),
        left_out=tuple(header.left_out),
    )


def _header(blocks: list[Block], is_date: Callable[[str], bool]) -> tuple[_Header, list[Block]]:
    """Take date, title and lines of the page from the top."""
    header = _Header()
    rest: list[Block] = []
    ends = (n for n, one in enumerate(blocks) if _heading_key(one) or len(one.text) > LONGEST_TITLE)
    end = min(HEADER_BLOCKS, next(ends, HEADER_BLOCKS))
    for position, block in enumerate(blocks):
        if position < end and all(is_chrome(line) for line in block.text.split("\n")):
            header.left_out.append(block.text)
        else:
            rest.append(block)
    top = next((n for n, one in enumerate(rest) if one.label.startswith("h1")), 0) + 4
    dated = next((n for n, one in enumerate(rest[:top]) if _is_dateline(one, is_date)), None)
    if dated is not None:
        header.date = rest.pop(dated).text
    titled = _title_position(rest, dated)
    if titled is not None:
        header.title = " ".join(rest.pop(titled).text.split())
        header.left_out += [block.text for block in rest[:titled]]
        del rest[:titled]
    for block in rest[:3]:
        if SUPPORT.search(block.text) and len(block.text) < LONGEST_TITLE:
            header.support.append(block.text)
            rest.remove(block)
    return header, rest


def _is_dateline(block: Block, is_date: Callable[[str], bool]) -> bool:
    return block.is_line and len(block.text) <= 60 and is_date(block.text)


def _title_position(rest: list[Block], dated: int | None) -> int | None:
    """Find the title: what HTML marks so, else what follows the date, else what precedes it."""
    marked = [n for n, block in enumerate(rest[:HEADER_BLOCKS]) if block.label.startswith("h1")]
    if marked:
        return marked[0]
    if dated is None:
        order = [0]
    elif dated and (len(rest) <= dated or is_prose(rest[dated : dated + 1])):
        order = [dated - 1]
    else:
        order = [dated, dated - 1]
    return next((n for n in order if 0 <= n < len(rest) and _may_be_title(rest[n])), None)


def _may_be_title(block: Block) -> bool:
    return (
        len(block.text) <= LONGEST_TITLE
        and block.text.count("\n") <= 2
        and key_of(block.text) is None
    )


def _fields_begin(content: list[Block]) -> int:
    """Find where the text ends and the fields begin: at a heading, or the end of the page."""
    keys = [_heading_key(block) for block in content]
    sections = [n for n, key in enumerate(keys) if key == SECTION]
    if sections:
        end = sections[-1]
    else:
        certain = [n for n, key in enumerate(keys) if key in CERTAIN]
        several = len({keys[n] for n in certain}) >= 2
        end = certain[0] if several else len(content)
    for position in range(end):
        if keys[position] in PILLS and _are_short(content[position:end], keys[position:end]):
            return position
    return end


def _heading_key(block: Block) -> str | None:
    """The key of a block that is a heading, or begins with one on a line of its own."""
    return key_of(block.text.split("\n", 1)[0])


def _are_short(blocks: Sequence[Block], keys: Sequence[str | None]) -> bool:
    """Whether all lines are as short as names and subjects are, but for a summary."""
    for block, key in zip(blocks, keys, strict=True):
        if key == SUMMARY:
            return True
        if any(len(line) > 160 for line in block.text.split("\n")):
            return False
    return True
