"""Which words of a passage answer those of a quotation, piece by piece between its ellipses.

A longest common subsequence of the whole is blind to ellipses: it takes the first words of a piece
from far before it, if they stand there too. So each piece is looked for by itself, the longest
first, where most of its words stand close together, rare ones before frequent ones.
Entry point: `answers_of`.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from provtrack.differ.hunks import hunks_of
from provtrack.text.close_together import close_together

_CHANCE = 2  # words an ellipsis by which the whole may agree better, by chance

Range = tuple[int, int]


def answers_of(
    source: Sequence[str], quoted: Sequence[str], gaps: Sequence[int]
) -> list[int | None]:
    """Give for each quoted word the number of the source word that answers it, or None.

    Args:
        source, quoted: What words are compared by.
        gaps: Numbers of the quoted words that are ellipses, in order.

    Cost: words of the quotation times words of the passage, at the speed of bits.
    """
    whole = _common(source, quoted)
    pieces = [(q0, q1) for q0, q1 in _between(gaps, len(quoted)) if q0 < q1]
    if len(pieces) < 2:
        return whole
    answers: list[int | None] = [None] * len(quoted)
    for q0, q1 in sorted(pieces, key=lambda piece: piece[0] - piece[1]):
        low = 1 + max((at for at in answers[:q0] if at is not None), default=-1)
        high = min((at for at in answers[q1:] if at is not None), default=len(source))
        answers[q0:q1] = _piece(source, quoted[q0:q1], (low, high), is_first=q0 == pieces[0][0])
    lost = answers.count(None) - whole.count(None)
    return answers if lost <= _CHANCE * (len(pieces) - 1) else whole


def _common(source: Sequence[str], quoted: Sequence[str]) -> list[int | None]:
    """Line up two rows of words by their longest common subsequence."""
    answers: list[int | None] = []
    at = 0
    for hunk in hunks_of(source, quoted):
        kept = hunk.w0 - len(answers)
        answers += [*range(at, at + kept), *[None] * (hunk.w1 - hunk.w0)]
        at = hunk.b1
    return [*answers, *range(at, at + len(quoted) - len(answers))]


def _between(gaps: Sequence[int], end: int) -> Iterator[Range]:
    """Give the ranges between ellipses."""
    for before, after in pairwise((-1, *gaps, end)):
        yield before + 1, after


def _piece(
    source: Sequence[str], piece: Sequence[str], within: Range, *, is_first: bool
) -> list[int | None]:
    """Line a piece up with the words of the source among which most of its own stand."""
    low, high = within
    start, end = close_together(source[low:high], piece, is_last=is_first)  # nearest to the others
    start, end = start + low, end + low
    answers = _common(source[start:end], piece)
    at = _middle(answers)
    _draw_in(answers, piece, source[start:end], range(at, -1, -1))
    _draw_in(answers, piece, source[start:end], range(at, len(piece)))
    return [None if at is None else at + start for at in answers]


def _middle(answers: Sequence[int | None]) -> int:
    """Give the middle of the longest row of words that answer words in a row."""
    longest = row = middle = 0
    for at, answer in enumerate(answers):
        goes_on = at and answer is not None and answers[at - 1] == answer - 1
        row = row + 1 if goes_on else int(answer is not None)
        if row > longest:
            longest, middle = row, at - row // 2
    return middle


def _draw_in(
    answers: list[int | None], piece: Sequence[str], source: Sequence[str], order: Iterable[int]
) -> None:
    """Let words answer their likes nearer to the middle, if these stand as far off as quoted."""
    near: tuple[int, int] | None = None
    for at in order:
        answer = answers[at]
        if answer is None:
            continue
        if near is not None:
            beside = near[1] + at - near[0]
            is_nearer = min(answer, near[1]) < beside < max(answer, near[1])
            if is_nearer and source[beside] == piece[at]:
                answers[at] = answer = beside
        near = at, answer
