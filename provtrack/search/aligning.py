"""Lay the words of a quotation beside a stretch of a text, and say which words of it they are.

Words are matched by their longest common subsequence (rapidfuzz), the run of matches that is worth
most is kept, and what is left over at either end is compared letter by letter with the words beside
the run: so recognition noise and changed words belong to the passage, and a stray "the" at a
distance does not. A sliding window of the quotation's length, the usual way, cuts such a passage
short. Entry point: `aligned`.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import Indel, Levenshtein

from provtrack.search.words import Words

MATCHED = 10  # what a word that is the same is worth
REPLACED = 4  # what a word that stands for another costs
SHIFTED = 4  # what a word added or dropped costs
LONGEST_GAP = 30  # words; what stands further apart are two places
ALIKE = 0.4  # letters of an end that are the same, if it is the same end
LONG_END = 4  # words; a shorter end with other words is a change
ALIKE_LONG = 0.6  # the same, of a long end: whole phrases have letters enough in common by chance
SLACK = 2  # words that an end may be longer or shorter by
SENTENCE_ENDS = frozenset(".!?\n")
SHORT_FORM = re.compile(r"\b[^\W\d_a-zа-яё][a-zа-яё]{0,2}\.")


class Block(NamedTuple):
    """Words that are the same: `size` of them, from `a` in the quotation and `b` in the text."""

    a: int
    b: int
    size: int


@dataclass(frozen=True, slots=True)
class Aligned:
    """Words of a quotation laid beside words of a text.

    Attributes:
        start, end: The words of the quotation that are covered.
        first, last: The words of the text that they are, [first, last).
        similarity: Of all the words of the quotation to them, 0.0 to 1.0.
        blocks: The words that are the same, from `start` to `end`.
    """

    start: int
    end: int
    first: int
    last: int
    similarity: float
    blocks: tuple[Block, ...] = ()


def aligned(quoted: Words, source: Words, text: str) -> Aligned | None:
    """Find which words of a text the words of a quotation are.

    Args:
        source: Words of `text`, a stretch somewhat longer than the quotation.

    Returns:
        None if they have no word in common.

    Cost: words of the quotation times words of the stretch, at the speed of bits.
    """
    blocks = matched_blocks(quoted.keys.tolist(), source.keys.tolist())
    if not blocks:
        return None
    first_block, last_block = best_run(blocks)
    head, tail = blocks[first_block], blocks[last_block]
    start, first = _head(quoted, source, text, head)
    end, last = _tail(quoted, source, text, tail)
    similarity = Levenshtein.normalized_similarity(
        quoted.letters(0, len(quoted)), source.letters(first, last)
    )
    own = tuple(blocks[first_block : last_block + 1])
    return Aligned(start, end, first, last, similarity, own)


def matched_blocks(ours: list[int], theirs: list[int]) -> list[Block]:
    """Match the words of two texts by their keys."""
    blocks = [
        Block(block.a, block.b, block.size)
        for block in Indel.editops(ours, theirs).as_matching_blocks()[:-1]
    ]
    return _drawn_together(blocks, ours, theirs) if blocks else []


def _drawn_together(blocks: list[Block], ours: list[int], theirs: list[int]) -> list[Block]:
    """Match a word with its like next to the middle of the passage, not with one further out.

    A longest common subsequence does not care which "the" it takes.
    """
    middle = max(range(len(blocks)), key=lambda number: blocks[number].size)
    for number in range(middle, 0, -1):
        outer, inner = blocks[number - 1], blocks[number]
        while outer.size and outer.a + outer.size == inner.a:
            if inner.b == outer.b + outer.size or ours[inner.a - 1] != theirs[inner.b - 1]:
                break
            outer = Block(outer.a, outer.b, outer.size - 1)
            inner = Block(inner.a - 1, inner.b - 1, inner.size + 1)
        blocks[number - 1 : number + 1] = outer, inner
    for number in range(middle, len(blocks) - 1):
        inner, outer = blocks[number], blocks[number + 1]
        while outer.size and inner.a + inner.size == outer.a:
            after = inner.b + inner.size
            if after == outer.b or ours[outer.a] != theirs[after]:
                break
            outer = Block(outer.a + 1, outer.b + 1, outer.size - 1)
            inner = Block(inner.a, inner.b, inner.size + 1)
        blocks[number : number + 2] = inner, outer
    return [block for block in blocks if block.size]


def best_run(blocks: list[Block]) -> tuple[int, int]:
    """Choose the first and the last block of the run that is worth most."""
    best_worth, best = 0, (0, 0)
    worth, begun = 0, 0
    for number, block in enumerate(blocks):
        if number:
            worth -= _cost(blocks[number - 1], block)
        if number == 0 or worth <= 0:
            worth, begun = 0, number
        worth += MATCHED * block.size
        if worth > best_worth:
            best_worth, best = worth, (begun, number)
    return best


def _cost(one: Block, other: Block) -> int:
    """Say what the words between two blocks cost."""
    ours = other.a - one.a - one.size
    theirs = other.b - one.b - one.size
    if theirs > LONGEST_GAP:
        return 1 << 30
    return REPLACED * min(ours, theirs) + SHIFTED * abs(ours - theirs)


def _head(quoted: Words, source: Words, text: str, block: Block) -> tuple[int, int]:
    """Say where the passage begins: word of the quotation, word of the text."""
    wanted = quoted.letters(0, block.a)
    if not block.a:
        return 0, block.b
    best_likeness, best = 0.0, block.b
    for count in _counts(block.a, block.b):
        letters = source.letters(block.b - count, block.b)
        likeness = Levenshtein.normalized_similarity(wanted, letters)
        if likeness > best_likeness:
            best_likeness, best = likeness, block.b - count
    if best_likeness >= _alike(block.a):
        return 0, best
    if block.a >= LONG_END:
        return block.a, block.b
    first = max(0, block.b - block.a)
    gap = text[source.starts[first] : source.starts[block.b]]
    return (0, block.b) if _has_end(gap) else (0, first)


def _tail(quoted: Words, source: Words, text: str, block: Block) -> tuple[int, int]:
    """Say where the passage ends: words of the quotation and of the text up to there."""
    ours, theirs = block.a + block.size, block.b + block.size
    left = len(quoted) - ours
    if not left:
        return ours, theirs
    wanted = quoted.letters(ours, len(quoted))
    best_likeness, best = 0.0, theirs
    for count in _counts(left, len(source) - theirs):
        letters = source.letters(theirs, theirs + count)
        likeness = Levenshtein.normalized_similarity(wanted, letters)
        if likeness > best_likeness:
            best_likeness, best = likeness, theirs + count
    if best_likeness >= _alike(left):
        return len(quoted), best
    if left >= LONG_END:
        return ours, theirs
    last = min(len(source), theirs + left)
    gap = text[source.ends[theirs - 1] : source.ends[last - 1]].rstrip()
    return len(quoted), theirs if _has_end(gap) else last


def _has_end(text: str) -> bool:
    """Tell whether a sentence ends in a text; the stop of "Mr." or "St." ends none."""
    return bool(SENTENCE_ENDS & set(SHORT_FORM.sub("", text)))


def _alike(words: int) -> float:
    """Give how alike an end of so many words must be to belong to the passage."""
    return ALIKE_LONG if words >= LONG_END else ALIKE


def _counts(wanted: int, held: int) -> list[int]:
    """Give how many words an end may be, the likeliest first."""
    counts = range(max(1, wanted - SLACK), min(held, wanted + SLACK) + 1)
    return sorted(counts, key=lambda count: abs(count - wanted))
