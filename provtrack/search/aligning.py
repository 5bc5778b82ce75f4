"""Lay the words of a quotation beside a stretch of a text, and say which words of it they are.

Words are matched by their longest common subsequence (rapidfuzz), the run of matches that is worth
most is kept, and what is left over at either end is compared letter by letter with the words beside
the run: so recognition noise and changed words belong to the passage, and a stray "the" at a
distance does not. A sliding window of the quotation's length, the usual way, cuts such a passage
short. Entry point: `aligned`.
"""

from dataclasses import dataclass

from rapidfuzz.distance import Indel, Levenshtein, MatchingBlock

from provtrack.search.words import Words

MATCHED = 10  # what a word that is the same is worth
REPLACED = 2  # what a word that stands for another costs
SHIFTED = 4  # what a word added or dropped costs
LONGEST_GAP = 30  # words; what stands further apart are two places
ALIKE = 0.4  # letters of an end that are the same, if it is the same end
LONG_END = 4  # words; a shorter end with other words is a change
SLACK = 2  # words that an end may be longer or shorter by
SENTENCE_ENDS = frozenset(".!?\n")


@dataclass(frozen=True, slots=True)
class Aligned:
    """Words of a quotation laid beside words of a text.

    Attributes:
        start, end: The words of the quotation that are covered.
        first, last: The words of the text that they are, [first, last).
        similarity: Of all the words of the quotation to them, 0.0 to 1.0.
    """

    start: int
    end: int
    first: int
    last: int
    similarity: float


def aligned(quoted: Words, source: Words, text: str) -> Aligned | None:
    """Find which words of a text the words of a quotation are.

    Args:
        source: Words of `text`, a stretch somewhat longer than the quotation.

    Returns:
        None if they have no word in common.

    Cost: words of the quotation times words of the stretch, at the speed of bits.
    """
    blocks = Indel.editops(quoted.keys.tolist(), source.keys.tolist()).as_matching_blocks()[:-1]
    if not blocks:
        return None
    head, tail = _best_run(blocks)
    start, first = _head(quoted, source, text, head)
    end, last = _tail(quoted, source, text, tail)
    similarity = Levenshtein.normalized_similarity(
        quoted.letters(0, len(quoted)), source.letters(first, last)
    )
    return Aligned(start, end, first, last, similarity)


def _best_run(blocks: list[MatchingBlock]) -> tuple[MatchingBlock, MatchingBlock]:
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
    return blocks[best[0]], blocks[best[1]]


def _cost(one: MatchingBlock, other: MatchingBlock) -> int:
    """Say what the words between two blocks cost."""
    ours = other.a - one.a - one.size
    theirs = other.b - one.b - one.size
    if theirs > LONGEST_GAP:
        return 1 << 30
    return REPLACED * min(ours, theirs) + SHIFTED * abs(ours - theirs)


def _head(quoted: Words, source: Words, text: str, block: MatchingBlock) -> tuple[int, int]:
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
    if best_likeness >= ALIKE:
        return 0, best
    if block.a >= LONG_END:
        return block.a, block.b
    first = max(0, block.b - block.a)
    gap = text[source.starts[first] : source.starts[block.b]]
    return (0, block.b) if SENTENCE_ENDS & set(gap) else (0, first)


def _tail(quoted: Words, source: Words, text: str, block: MatchingBlock) -> tuple[int, int]:
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
    if best_likeness >= ALIKE:
        return len(quoted), best
    if left >= LONG_END:
        return ours, theirs
    last = min(len(source), theirs + left)
    gap = text[source.ends[theirs - 1] : source.ends[last - 1]].rstrip()
    return len(quoted), theirs if SENTENCE_ENDS & set(gap) else last


def _counts(wanted: int, held: int) -> list[int]:
    """Give how many words an end may be, the likeliest first."""
    counts = range(max(1, wanted - SLACK), min(held, wanted + SLACK) + 1)
    return sorted(counts, key=lambda count: abs(count - wanted))
