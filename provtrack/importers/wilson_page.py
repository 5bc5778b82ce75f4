"""Tell the parts of a Wilson Center Digital Archive page: header, text, abstract, fields.

Works from headings' words and from the structure of the page (order, gaps, containers), so that
copied text and saved HTML take the same way. Knows nothing of provenance (`wilson_center`).
"""

import re
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from provtrack.importers.page_blocks import Block
from provtrack.importers.wilson_fields import Field, fields_of
from provtrack.importers.wilson_headings import (
    BODY,
    CERTAIN,
    PILLS,
    SECTION,
    SUMMARY,
    is_chrome,
    key_of,
)
from provtrack.text.languages import detect_language, share_language

HEADER_BLOCKS = 12  # date and title stand at the top; further down a date belongs to the text
LONGEST_TITLE = 400
MIN_ABSTRACT_WORDS = 12
SHORTEST_PROSE = 60  # characters; the gaps around signatures and headings tell nothing
SUPPORT = re.compile(
    r"this document was made possible|with (the )?(generous )?support (from|of)", re.I
)

ABSTRACT_LABEL = re.compile(r"summary|abstract|description|\btext-block\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The parts of a page.

    Attributes:
        body: Blocks of the text of the document.
        abstract: Blocks of the summary; empty where there is none.
        abstract_told_by: "heading", "gap", "container" or "language"; empty where there is none.
        support: Who paid for the translation, as printed.
        left_out: Lines of the page itself, not of the document.
    """

    title: str | None
    date: str | None
    body: tuple[Block, ...]
    abstract: tuple[Block, ...]
    abstract_told_by: str
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
    told = _told_apart(content[:end], header.title or "", description)
    fields = fields_of(content[end:], is_date=is_date)
    return Page(
        title=header.title,
        date=header.date,
        body=told[0],
        abstract=told[1],
        abstract_told_by=told[2],
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
    elif dated and (len(rest) <= dated or _is_prose(rest[dated : dated + 1])):
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


def _told_apart(
    content: list[Block], title: str, description: str
) -> tuple[tuple[Block, ...], tuple[Block, ...], str]:
    """Tell the text from the abstract, and by what they were told apart."""
    content = [one for one in content if not (one.is_heading and key_of(one.text) == BODY)]
    for position, block in enumerate(content):
        if _heading_key(block) == SUMMARY and (split := _by_heading(content, position)):
            return (*split, "heading")
    if split := _by_language(content):
        return (*split, "language")
    if any(block.place for block in content):
        split = _by_container(content, description)
        return (*split, "container" if split[1] else "")
    split = _by_gap(content, title)
    return (*split, "gap" if split[1] else "")


def _by_heading(
    content: list[Block], position: int
) -> tuple[tuple[Block, ...], tuple[Block, ...]] | None:
    """Split at a heading "Summary"; None where what follows is too long to be one."""
    _, _, own = content[position].text.partition("\n")
    first = [Block(text=own, place=content[position].place)] if own.strip() else []
    before, after = content[:position], first + content[position + 1 :]
    if before and _size(after) <= _size(before):
        return tuple(before), tuple(after)
    if not before and len(after) > 1:
        return tuple(after[1:]), tuple(after[:1])
    return None


def _by_language(
    content: list[Block],
) -> tuple[tuple[Block, ...], tuple[Block, ...]] | None:
    """Split where the last prose is in another language than the text before it."""
    for size in (1, 2):
        body, last = content[:-size], content[-size:]
        if not body or any(block.pane for block in last) or not _may_be_abstract(body, last):
            continue
        spoken = [detect_language("\n\n".join(one.text for one in part)) for part in (body, last)]
        sure = not any(tag.startswith("und") for tag in spoken)
        if sure and not share_language(*spoken):
            return tuple(body), tuple(last)
    return None


def _by_container(
    content: list[Block], description: str
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Split saved HTML: an abstract stands in a container of its own, after or before the text."""
    groups: list[list[Block]] = []
    for block in content:
        if groups and groups[-1][-1].place == block.place:
            groups[-1].append(block)
        else:
            groups.append([block])
    beginning = description[:60].strip()
    described = [one for one in groups if beginning and one[0].text.startswith(beginning)]
    named = [one for one in groups if ABSTRACT_LABEL.search(one[0].label)]
    has_panes = any(block.pane for block in content)
    outside = [one for one in groups if has_panes and not one[0].pane and _is_prose(one)]
    last = groups[-1:] if len(groups) == 2 and _is_prose(groups[-1]) else []
    chosen = next((one for one in (*described, *named, *outside, *last)), [])
    if not chosen or 2 * _size(chosen) > _size(content):
        return tuple(content), ()
    ids = {id(block) for block in chosen}
    return tuple(one for one in content if id(one) not in ids), tuple(chosen)


def _by_gap(content: list[Block], title: str) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Split copied text: the abstract stands last, after a gap wider than any in the text."""
    for size in (1, 2, 3):
        split = len(content) - size
        if split < 1:
            break
        body, last = content[:split], content[split:]
        prose = [block for block in body[1:] if len(block.text) >= SHORTEST_PROSE]
        inner = [block.gap for block in (prose or body[1:] or body)]
        gap = last[0].gap
        if any(block.gap >= gap for block in last[1:]) or not _may_be_abstract(body, last):
            continue
        wider = gap > max(inner)
        as_wide = gap == max(inner) > statistics.median(inner) and _shares_words(last, title)
        if (wider and (len(body) > 1 or _shares_words(last, title))) or as_wide:
            return tuple(body), tuple(last)
    return tuple(content), ()


def _may_be_abstract(body: list[Block], last: list[Block]) -> bool:
    numbered = re.match(r"\W*(\d+|[IVX]+)[.)]", last[0].text)
    return _is_prose(last) and _size(last) <= _size(body) and not numbered


def _is_prose(blocks: Sequence[Block]) -> bool:
    """Whether there are whole sentences: words enough, and a mark that closes one at the end."""
    text = blocks[-1].text.rstrip()
    words = sum(len(block.text.split()) for block in blocks)
    return words >= MIN_ABSTRACT_WORDS and bool(re.search(r"[.!?…]['\"”’»)\]]*$", text))


def _shares_words(blocks: Sequence[Block], title: str) -> bool:
    """Whether a name of the title (a word with a capital, not the first) returns in the blocks."""
    names = {word.casefold() for word in re.findall(r"\b[^\W\d_a-z]\w{2,}", title)[1:]}
    words = {word.casefold() for one in blocks for word in re.findall(r"\w+", one.text)}
    return bool(names & words)


def _size(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks)
