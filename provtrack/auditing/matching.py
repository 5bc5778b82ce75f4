"""The words of a quotation beside those of a passage: which answer each other, and what is left.

Word keys are lined up by their longest common subsequence; what lies across an ellipsis is drawn
together, so that the ellipsis answers one stretch of the source. What is left is divided into
pairs as small as their letters allow. Entry point: `match`.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from provtrack.auditing.quoted import GAP, Word
from provtrack.differ.hunks import hunks_of
from provtrack.taxonomy.recognition import distance

INSERTED = "\x01"  # the key of words in brackets, which answer nothing at first
_MOST_SLID = 6  # words drawn across an ellipsis
_CHANCE = 2  # words at an end that may agree by chance, if as far off as
_CHANCE_GAP = 3  # this many words
_LIKE = 0.4  # share of the letters that may differ in two words that answer each other
_LIKE_JOINED = 0.2  # the same where two words answer one
_GAIN = 0.5  # by which joining must bring them nearer
_LARGEST = 150  # pairs of words beyond which a stretch is not divided
_APART = 1.1  # cost of two words that do not answer each other; one lone word costs .6
_LONE = 0.6


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words [s0, s1) of the source and [q0, q1) of the quotation that do not agree.

    `is_swallowed`: an ellipsis stands for the words of the source.
    """

    s0: int
    s1: int
    q0: int
    q1: int
    is_swallowed: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """How a quotation lies on a passage.

    Attributes:
        pairs: (source word, quoted word) that agree, in order.
        stretches: What lies between them, in order.
        first, last: Range of source words from the first to the last that is quoted.
    """

    pairs: tuple[tuple[int, int], ...]
    stretches: tuple[Stretch, ...]
    first: int
    last: int


def match(source: Sequence[Word], quoted: Sequence[Word]) -> Match:
    """Line the words of a quotation up with those of a passage.

    What the passage has before the first and after the last quoted word is left out.
    """
    keys = [INSERTED if word.is_inserted else word.key for word in quoted]
    answers = _answers([word.key for word in source], keys)
    _take_inserted(answers, source, quoted)
    anything = range(len(quoted))
    for number, word in enumerate(quoted):
        if word.key == GAP:
            _draw(answers, source, number, 1, anything)
            _draw(answers, source, number, -1, anything)
    gaps = {number for number, word in enumerate(quoted) if word.key == GAP}
    _gather(answers, source, -1, 1, gaps)
    _gather(answers, source, len(quoted), -1, gaps)
    _fill(answers, source, quoted, 1)
    _fill(answers, source, quoted, -1)
    pairs = [(s, q) for q, s in enumerate(answers) if s is not None]
    stretches = [
        part
        for hunk in _between(pairs, len(source), len(quoted))
        for part in _divided(hunk, source, quoted)
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


def _answers(source: Sequence[str], quoted: Sequence[str]) -> list[int | None]:
    """Give for each quoted word the source word that answers it."""
    answers: list[int | None] = []
    at = 0
    for hunk in hunks_of(source, quoted):
        while len(answers) < hunk.w0:
            answers.append(at)
            at += 1
        answers += [None] * (hunk.w1 - hunk.w0)
        at = hunk.b1
    while len(answers) < len(quoted):
        answers.append(at)
        at += 1
    return answers


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
        if len(run) <= _CHANCE:
            for q, _ in run:
                answers[q] = None


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


def _divided(hunk: Stretch, source: Sequence[Word], quoted: Sequence[Word]) -> list[Stretch]:
    """Divide a stretch at its ellipses or brackets, and what is left into small pairs."""
    gaps = [q for q in range(hunk.q0, hunk.q1) if quoted[q].key == GAP]
    is_swallowed = bool(gaps)
    gaps = gaps or [q for q in range(hunk.q0, hunk.q1) if quoted[q].is_inserted]
    if not gaps:
        return _paired(hunk, source, quoted)
    before, after = gaps[0] - hunk.q0, hunk.q1 - gaps[-1] - 1
    room = hunk.s1 - hunk.s0
    left = hunk.s0 + min(before, room)
    right = max(left, hunk.s1 - after)
    parts = []
    if before:
        parts += _paired(Stretch(hunk.s0, left, hunk.q0, gaps[0]), source, quoted)
    parts.append(Stretch(left, right, gaps[0], gaps[-1] + 1, is_swallowed=is_swallowed))
    if after:
        parts += _paired(Stretch(right, hunk.s1, gaps[-1] + 1, hunk.q1), source, quoted)
    return parts


def _paired(hunk: Stretch, source: Sequence[Word], quoted: Sequence[Word]) -> list[Stretch]:
    """Pair words whose letters are alike, one to one or joined; keep the rest together."""
    rows, columns = hunk.s1 - hunk.s0, hunk.q1 - hunk.q0
    if not rows or not columns or rows * columns > _LARGEST or rows == columns == 1:
        return [hunk]
    best = {(0, 0): (0.0, (0, 0))}
    for i in range(rows + 1):
        for j in range(columns + 1):
            if i or j:
                best[i, j] = min(
                    (best[i - a, j - b][0] + cost, (a, b))
                    for a, b in ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1))
                    if i >= a and j >= b
                    for cost in (_cost(source, hunk.s0 + i - a, a, quoted, hunk.q0 + j - b, b),)
                )
    steps = []
    i, j = rows, columns
    while i or j:
        a, b = best[i, j][1]
        i, j = i - a, j - b
        like = bool(a and b) and _is_like(source, hunk.s0 + i, a, quoted, hunk.q0 + j, b)
        steps.append((Stretch(hunk.s0 + i, hunk.s0 + i + a, hunk.q0 + j, hunk.q0 + j + b), like))
    return _joined(steps[::-1])


def _cost(
    source: Sequence[Word], s: int, many_s: int, quoted: Sequence[Word], q: int, many_q: int
) -> float:
    if not many_s or not many_q:
        return _LONE
    if _is_like(source, s, many_s, quoted, q, many_q):
        old, new = _letters(source, s, many_s), _letters(quoted, q, many_q)
        return distance(old, new) / max(len(old), len(new))
    return _APART if many_s == many_q == 1 else 9.0


def _letters(words: Sequence[Word], at: int, many: int) -> str:
    return "".join(word.key for word in words[at : at + many])


def _is_like(
    source: Sequence[Word], s: int, many_s: int, quoted: Sequence[Word], q: int, many_q: int
) -> bool:
    """Tell whether words have mostly the same letters."""
    if any(word.is_inserted for word in quoted[q : q + many_q]):
        return False
    old, new = _letters(source, s, many_s), _letters(quoted, q, many_q)
    if many_s == many_q:
        return distance(old, new) <= _LIKE * max(len(old), len(new))
    single, parts = (old, quoted[q : q + many_q]) if many_s == 1 else (new, source[s : s + many_s])
    nearest = min(distance(single, part.key) for part in parts)
    return distance(old, new) <= min(nearest - _GAIN, _LIKE_JOINED * max(len(old), len(new)))


def _joined(steps: Sequence[tuple[Stretch, bool]]) -> list[Stretch]:
    """Keep pairs that are alike apart, and join the others with their neighbours."""
    parts: list[Stretch] = []
    was_like = True
    for part, like in steps:
        if parts and not like and not was_like:
            last = parts.pop()
            part = Stretch(last.s0, part.s1, last.q0, part.q1)
        parts.append(part)
        was_like = like
    return parts


def _is_outside(part: Stretch, *, at_start: bool, ends: tuple[int, int] = (0, 0)) -> bool:
    """Tell what the passage has before or after the quotation from what the quotation lacks."""
    if part.q0 != part.q1 and not part.is_swallowed:
        return False
    return part.q0 == 0 if at_start else part.q1 == ends[1]
