"""Tell the abstract of a Wilson Center page from the text of its document.

Evidence, the strongest first: a heading, a note that a program wrote the summary, another language,
a container of its own, and in copied text a gap wider than any between the paragraphs of the text.
"""

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from provtrack.importers.page_blocks import Block
from provtrack.importers.wilson_headings import BODY, SUMMARY, key_of
from provtrack.text.languages import detect_language, share_language

MIN_ABSTRACT_WORDS = 12
SHORTEST_PROSE = 60  # characters; the gaps around signatures and headings tell nothing
ABSTRACT_LABEL = re.compile(r"summary|abstract|description|\btext-block\b")
BY_PROGRAM = re.compile(r"summary was (generated|written|produced) by\b", re.I)

Parts = tuple[tuple[Block, ...], tuple[Block, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The text and the abstract of a page.

    Attributes:
        told_by: "heading", "note", "language", "container" or "gap"; empty without an abstract.
        program_note: The sentence that says a program wrote the abstract.
        is_doubtful: There is no abstract, but the last paragraph may be one.
    """

    body: tuple[Block, ...]
    abstract: tuple[Block, ...] = ()
    told_by: str = ""
    program_note: str | None = None
    is_doubtful: bool = False


def split_abstract(content: Sequence[Block], title: str, description: str) -> Split:
    """Tell the text from the abstract.

    Args:
        content: The blocks between header and fields.
        description: What the head of a saved page gives as its description; may be empty.
    """
    blocks = [one for one in content if not (one.is_heading and key_of(one.text) == BODY)]
    noted = next((n for n, one in enumerate(blocks) if BY_PROGRAM.search(one.text)), None)
    note = None if noted is None else blocks.pop(noted).text
    told_by, parts = _told_apart(blocks, title, description)
    if not told_by and noted is not None and 0 < noted <= len(blocks) and len(blocks) > 1:
        told_by = "note"
        parts = (*blocks[: noted - 1], *blocks[noted:]), (blocks[noted - 1],)
    body, abstract = parts
    last = body[-1:]
    doubt = not abstract and _may_be_abstract(body[:-1], last) and _shares_words(last, title)
    return Split(
        body=body, abstract=abstract, told_by=told_by, program_note=note, is_doubtful=doubt
    )


def _told_apart(content: list[Block], title: str, description: str) -> tuple[str, Parts]:
    """Try each kind of evidence; the empty word where none tells."""
    for position, block in enumerate(content):
        is_heading = key_of(block.text.split("\n", 1)[0]) == SUMMARY
        if is_heading and (split := _by_heading(content, position)):
            return "heading", split
    if split := _by_language(content):
        return "language", split
    if any(block.place for block in content):
        split = _by_container(content, description)
        return ("container" if split[1] else ""), split
    split = _by_gap(content, title)
    return ("gap" if split[1] else ""), split


def _by_heading(content: list[Block], position: int) -> Parts | None:
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
) -> Parts | None:
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


def _by_container(content: list[Block], description: str) -> Parts:
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
    outside = [one for one in groups if has_panes and not one[0].pane and is_prose(one)]
    last = groups[-1:] if len(groups) == 2 and is_prose(groups[-1]) else []
    chosen = next((one for one in (*described, *named, *outside, *last)), [])
    if not chosen or 2 * _size(chosen) > _size(content):
        return tuple(content), ()
    ids = {id(block) for block in chosen}
    return tuple(one for one in content if id(one) not in ids), tuple(chosen)


def _by_gap(content: list[Block], title: str) -> Parts:
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


def _may_be_abstract(body: Sequence[Block], last: Sequence[Block]) -> bool:
    if not body or not last:
        return False
    numbered = re.match(r"\W*(\d+|[IVX]+)[.)]", last[0].text)
    return is_prose(last) and _size(last) <= _size(body) and not numbered


def is_prose(blocks: Sequence[Block]) -> bool:
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
