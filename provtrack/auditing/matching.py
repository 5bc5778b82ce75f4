"""The words of a quotation beside those of a passage: which answer each other, and what is left.

Words that are the same are lined up first (`pieces`); what lies across an ellipsis is drawn
together, so that the ellipsis answers one stretch of the source. What is left is divided into
pairs as small as their letters allow. Entry point: `match`.
"""

from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

from provtrack.auditing.pairing import Stretch, answer_each_other, loosen, paired
from provtrack.auditing.pieces import answers_of
from provtrack.auditing.quoted import GAP, Word
from provtrack.auditing.turned import SHORTEST_PART, turned_at

INSERTED = "\x01"  # the key of words in brackets, which answer nothing at first
_MOST_SLID = 6  # words drawn across an ellipsis
_CHANCE = 2  # words at an end that may agree by chance, if as far off as
_CHANCE_GAP = 3  # this many words
_LIGHT = 3  # letters of a word that agrees by chance anywhere
_MOST_LONE = 3  # such words at an end
_SURE_LETTERS = 7  # letters of words in a row that do not agree by chance,
_SURE_GAP = 14  # up to this many words off
_FAR_OFF = 6  # words by which they are farther from the first row that agrees than as quoted


@dataclass(frozen=True, slots=True)
class Match:
    """How a quotation lies on a passage.

    Attributes:
        pairs: (source word, quoted word) that agree, in order.
        stretches: What lies between them, in order.
        first, last: Range of source words from the first to the last that is quoted.
        moved: First words of the quotation that stand at the end of the passage.
    """

    pairs: tuple[tuple[int, int], ...]
    stretches: tuple[Stretch, ...]
    first: int
    last: int
    moved: int = 0


def match(
    source: Sequence[Word],
    quoted: Sequence[Word],
    *,
    is_end: Callable[[int, int], bool] | None = None,
) -> Match:
    """Line the words of a quotation up with those of a passage.

    What the passage has before the first and after the last quoted word is left out.

    Args:
        is_end: Tells whether a sentence ends in the passage, and none in the quotation, right
            before the given words of both.
    """
    keys = [INSERTED if word.is_inserted else word.key for word in quoted]
    gaps = [number for number, word in enumerate(quoted) if word.key == GAP]
    answers = answers_of([word.key for word in source], keys, gaps)
    turned = turned_at(source, quoted) if answers.count(None) >= SHORTEST_PART else None
    if turned:
        return _of_turned(*turned, len(quoted))
    _take_inserted(answers, source, quoted)
    anything = range(len(quoted))
    for number in gaps:
        _draw(answers, source, number, 1, anything)
        _draw(answers, source, number, -1, anything)
    _gather(answers, source, -1, 1, gaps)
    _gather(answers, source, len(quoted), -1, gaps)
    for q in (*_far_off(answers, quoted, 1), *_far_off(answers, quoted, -1)):
        answers[q] = None
    _fill(answers, source, quoted, 1)
    _fill(answers, source, quoted, -1)
    loosen(answers, source, quoted)
    pairs = [(s, q) for q, s in enumerate(answers) if s is not None]
    stretches = [
        part
        for hunk in _between(pairs, len(source), len(quoted))
        for part in _divided(_near(hunk, source, quoted, is_end), source, quoted)
    ]
    while stretches and _is_outside(stretches[0], at_start=True):
        stretches.pop(0)
    while stretches and _is_outside(stretches[-1], at_start=False, ends=(len(source), len(quoted))):
        stretches.pop()
    used = [s for s, _ in pairs] + [
        s for part in stretches for s in (part.s0, part.s1 - 1) if part.s0 < part.s1
    ]
    first, last = (min(used), max(used) + 1) if used else (0, 0)
    return Match(tuple(pairs), tuple(stretches), first, last)


def _of_turned(start: int, cut: int, many: int) -> Match:
    """Lay the last words of a quotation on the first of the passage; the first ones are moved."""
    middle, last = start + many - cut, start + many
    pairs = tuple((start + at, cut + at) for at in range(many - cut))
    parts = Stretch(start, start, 0, cut), Stretch(middle, last, many, many)
    return Match(pairs, parts, start, last, moved=cut)


def _take_inserted(
    answers: list[int | None], source: Sequence[Word], quoted: Sequence[Word]
) -> None:
    """Let words in brackets answer the same words of the source, where nothing else does."""
    at = 0
    for number, word in enumerate(quoted):
        answer = answers[number]
        if answer is not None:
            at = answer + 1
        elif (
            word.is_inserted
            and at < len(source)
            and source[at].key == word.key
            and at not in answers
        ):
            answers[number] = at
            at += 1


def _gather(
    answers: list[int | None], source: Sequence[Word], end: int, step: int, stops: Container[int]
) -> None:
    """Draw the first or last words to the others; let go of those that agree by chance, far off."""
    before: list[int | None] = []
    while before != answers:
        before = answers.copy()
        run = _draw(answers, source, end, step, stops)
        if len(run) <= _CHANCE and not _is_sure(run, source, answers):
            for q, _ in run:
                answers[q] = None


def _is_sure(
    run: Sequence[tuple[int, int]], source: Sequence[Word], answers: Sequence[int | None]
) -> bool:
    """Tell words in a row, of some length and not very far off, from those that agree by chance."""
    if len(run) < _CHANCE or sum(len(source[s].key) for _, s in run) < _SURE_LETTERS:
        return False
    (q, s), (other_q, other_s) = run[0], run[-1]
    others = {number for number, _ in run}
    nearest = min(
        (
            abs(answer - s)
            for n, answer in enumerate(answers)
            if answer is not None and n not in others
        ),
        default=_SURE_GAP + 1,
    )
    return other_s - s == other_q - q and nearest <= _SURE_GAP


def _far_off(answers: Sequence[int | None], quoted: Sequence[Word], step: int) -> list[int]:
    """List light words at an end that agree by chance, far off the first row that agrees."""
    order = range(len(answers)) if step > 0 else range(len(answers) - 1, -1, -1)
    lone: list[tuple[int, int]] = []
    for q in order:
        s = answers[q]
        if quoted[q].key == GAP:
            break
        if s is None:
            continue
        row = [answers[q + step * n] if 0 <= q + step * n < len(answers) else None for n in (1, 2)]
        if row == [s + step, s + 2 * step]:
            return [other for other, at in lone if abs((s - at) - (q - other)) > _FAR_OFF]
        lone.append((q, s))
        if len(lone) > _MOST_LONE or len(quoted[q].key) > _LIGHT:
            break
    return []


def _fill(
    answers: list[int | None], source: Sequence[Word], quoted: Sequence[Word], step: int
) -> None:
    """Let words right beside those that agree agree too, which a farther place had taken."""
    order = range(len(answers)) if step > 0 else range(len(answers) - 1, -1, -1)
    taken = {answer for answer in answers if answer is not None}
    for q in order:
        before = answers[q - step] if 0 <= q - step < len(answers) else None
        if answers[q] is None and before is not None:
            s = before + step
            if 0 <= s < len(source) and s not in taken and source[s].key == quoted[q].key:
                answers[q] = s
                taken.add(s)


def _draw(
    answers: list[int | None], source: Sequence[Word], gap: int, step: int, stops: Container[int]
) -> list[tuple[int, int]]:
    """Draw words beside an ellipsis to those that follow them, if the source has them there too.

    Returns:
        The (quoted, source) words that stand by themselves, far from the next that agree.
    """
    run: list[tuple[int, int]] = []
    at = gap + step
    while 0 <= at < len(answers) and len(run) <= _MOST_SLID:
        answer = answers[at]
        if answer is None:
            if at in stops:
                return []
            at += step
            continue
        if run and answer - run[-1][1] != at - run[-1][0]:
            jump = answer - run[-1][1] - (at - run[-1][0])
            moved = [(q, s + jump) for q, s in run]
            if all(
                0 <= t < len(source) and source[s].key == source[t].key
                for (_, s), (_, t) in zip(run, moved, strict=True)
            ):
                for q, s in moved:
                    answers[q] = s
                return []
            return run if abs(jump) > _CHANCE_GAP else []
        run.append((at, answer))
        at += step
    return []


def _between(pairs: Sequence[tuple[int, int]], s_end: int, q_end: int) -> list[Stretch]:
    """List what lies between the words that agree."""
    found = []
    s = q = 0
    for next_s, next_q in [*pairs, (s_end, q_end)]:
        if s < next_s or q < next_q:
            found.append(Stretch(s, next_s, q, next_q))
        s, q = next_s + 1, next_q + 1
    return found


def _near(
    hunk: Stretch,
    source: Sequence[Word],
    quoted: Sequence[Word],
    is_end: Callable[[int, int], bool] | None,
) -> Stretch:
    """Set words at an end of the quotation beside those of the source that are next to the rest."""
    if any(word.key == GAP for word in quoted[hunk.q0 : hunk.q1]) or hunk.q0 == hunk.q1:
        return hunk
    room = hunk.q1 - hunk.q0 + _CHANCE_GAP
    s0, s1 = hunk.s0, hunk.s1
    if hunk.q0 == 0 and s1 < len(source):
        s0 = max(s0, s1 - room)
        beside, beyond, here = -1, Stretch(s1, s1, hunk.q0, hunk.q1), (s1, hunk.q1)
    elif hunk.q1 == len(quoted) and s0 > 0:
        s1 = min(s1, s0 + room)
        beside, beyond, here = 0, Stretch(s0, s0, hunk.q0, hunk.q1), (s0, hunk.q0)
    else:
        return hunk
    near = Stretch(s0, s1, hunk.q0, hunk.q1)
    if is_end is None or not is_end(*here):
        return near
    neighbour = paired(near, source, quoted)[beside]
    return near if answer_each_other(neighbour, source, quoted) else beyond


def _divided(hunk: Stretch, source: Sequence[Word], quoted: Sequence[Word]) -> list[Stretch]:
    """Divide a stretch at its ellipses or brackets, and what is left into small pairs."""
    gaps = [q for q in range(hunk.q0, hunk.q1) if quoted[q].key == GAP]
    is_swallowed = bool(gaps)
    gaps = gaps or [q for q in range(hunk.q0, hunk.q1) if quoted[q].is_inserted]
    if not gaps:
        return paired(hunk, source, quoted)
    before, after = gaps[0] - hunk.q0, hunk.q1 - gaps[-1] - 1
    room = hunk.s1 - hunk.s0
    left = hunk.s0 + min(before, room)
    right = max(left, hunk.s1 - after)
    parts = []
    if before:
        parts += paired(Stretch(hunk.s0, left, hunk.q0, gaps[0]), source, quoted)
    parts.append(Stretch(left, right, gaps[0], gaps[-1] + 1, is_swallowed=is_swallowed))
    if after:
        parts += paired(Stretch(right, hunk.s1, gaps[-1] + 1, hunk.q1), source, quoted)
    return parts


def _is_outside(part: Stretch, *, at_start: bool, ends: tuple[int, int] = (0, 0)) -> bool:
    """Tell what the passage has before or after the quotation from what the quotation lacks."""
    if part.q0 != part.q1 and not part.is_swallowed:
        return False
    return part.q0 == 0 if at_start else part.q1 == ends[1]
