"""Words of two texts that are the same, or were before letters of them were misread.

Between blocks of equal words and beside them, words are compared letter by letter. Recognition also
parts words and joins them, so that two may stand for one. Entry point: `alike_runs`.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from provtrack.search.aligning import Block, best_run
from provtrack.search.words import Words

ALIKE = 0.6  # letters of a word that are the same: one of three may be misread
SHORT = 2  # letters of a word of which one may be misread
LETTERS_PER_FAULT = 4  # at the ends of a passage, where less tells that words belong together
LONG = 6  # letters
STEPS = ((1, 1), (2, 1), (1, 2))  # words of ours that stand for words of theirs
LONGEST_GAP = 8  # words between two blocks that are compared as one


class AlikeRun(NamedTuple):
    """Words that follow each other: ours [a, a_end), theirs [b, b_end), `words` of them alike."""

    a: int
    a_end: int
    b: int
    b_end: int
    words: int


def alike_runs(blocks: Sequence[Block], ours: Words, theirs: Words) -> list[AlikeRun]:
    """Widen the run of blocks that is worth most by the words that are alike.

    Returns:
        Runs in order, neighbours joined; empty without blocks.
    """
    if not blocks:
        return []
    first, last = best_run(list(blocks))
    own = blocks[first : last + 1]
    runs = list(_filled(own, ours, theirs))
    is_damaged = len(runs) > len(own)
    before = _before(runs[0], ours, theirs, is_damaged=is_damaged)
    behind = _behind(runs[-1], ours, theirs, is_damaged=is_damaged)
    return list(_joined([*before, *runs, *behind]))


def _filled(blocks: Sequence[Block], ours: Words, theirs: Words) -> Iterator[AlikeRun]:
    """Yield the blocks, and what is alike between two of them."""
    a, b = blocks[0].a, blocks[0].b
    for block in blocks:
        gap = block.a - a, block.b - b
        if min(gap) > 0 and max(gap) <= LONGEST_GAP:
            yield from _between(ours, theirs, (a, block.a), (b, block.b))
        a, b = block.a + block.size, block.b + block.size
        yield AlikeRun(block.a, a, block.b, b, block.size)


def _between(
    ours: Words, theirs: Words, own: tuple[int, int], other: tuple[int, int]
) -> Iterator[AlikeRun]:
    """Yield what is alike in a gap: word by word where they are as many, else as a whole."""
    if own[1] - own[0] == other[1] - other[0]:
        for a, b in zip(range(*own), range(*other), strict=True):
            if _alike(ours.letters(a, a + 1), theirs.letters(b, b + 1)):
                yield AlikeRun(a, a + 1, b, b + 1, 1)
    elif _alike(ours.letters(*own), theirs.letters(*other)):
        yield AlikeRun(*own, *other, min(own[1] - own[0], other[1] - other[0]))


def _alike(word: str, other: str) -> bool:
    """Whether words are the same but for letters misread."""
    if len(word) == len(other) == SHORT:
        return Levenshtein.distance(word, other) <= 1
    return Levenshtein.normalized_similarity(word, other) >= ALIKE


def _before(head: AlikeRun, ours: Words, theirs: Words, *, is_damaged: bool) -> list[AlikeRun]:
    """What is alike before a run."""
    found: list[AlikeRun] = []
    a, b = head.a, head.b
    while step := next(
        (
            (x, y)
            for x, y in STEPS
            if a >= x
            and b >= y
            and _goes_on(ours.letters(a - x, a), theirs.letters(b - y, b), is_damaged=is_damaged)
        ),
        None,
    ):
        found.append(AlikeRun(a - step[0], a, b - step[1], b, 1))
        a, b = a - step[0], b - step[1]
    return found[::-1]


def _behind(tail: AlikeRun, ours: Words, theirs: Words, *, is_damaged: bool) -> list[AlikeRun]:
    """What is alike behind a run."""
    found: list[AlikeRun] = []
    a, b = tail.a_end, tail.b_end
    while step := next(
        (
            (x, y)
            for x, y in STEPS
            if a + x <= len(ours)
            and b + y <= len(theirs)
            and _goes_on(ours.letters(a, a + x), theirs.letters(b, b + y), is_damaged=is_damaged)
        ),
        None,
    ):
        found.append(AlikeRun(a, a + step[0], b, b + step[1], 1))
        a, b = a + step[0], b + step[1]
    return found


def _goes_on(word: str, other: str, *, is_damaged: bool) -> bool:
    """Whether a passage goes on with a word at its end that is not quite the same.

    Where no letter inside it is misread, only a long word with one other letter is: short words of
    the writer and of the source are often alike by chance.
    """
    distance = Levenshtein.distance(word, other)
    longer = max(len(word), len(other))
    if is_damaged:
        return distance <= max(1, longer // LETTERS_PER_FAULT) and longer > 1
    return distance <= 1 and longer >= LONG


def _joined(runs: Sequence[AlikeRun]) -> Iterator[AlikeRun]:
    """Join runs that meet in both texts."""
    current = runs[0]
    for one in runs[1:]:
        if one.a == current.a_end and one.b == current.b_end:
            words = current.words + one.words
            current = AlikeRun(current.a, one.a_end, current.b, one.b_end, words)
        else:
            yield current
            current = one
    yield current
