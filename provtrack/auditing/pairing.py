"""Divide words that do not agree into pairs as small as their letters allow.

Entry points: `Stretch`, `paired`, `answer_each_other`, `loosen`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from provtrack.auditing.quoted import Word
from provtrack.taxonomy.recognition import distance, looks_alike
from provtrack.text.language_rules import LANGUAGES, rules_of

_LIKE = 0.4  # share of the letters that may differ in two words that answer each other
_LIKE_JOINED = 0.2  # the same where two words answer one
_GAIN = 0.5  # by which joining must bring them nearer
_LARGEST = 150  # pairs of words beyond which a stretch is not divided
_APART = 1.1  # cost of two words that do not answer each other; one lone word costs .6
_LONE = 0.6
_LIGHTEST = 3  # letters of a word that agrees by chance


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


def loosen(answers: list[int | None], source: Sequence[Word], quoted: Sequence[Word]) -> None:
    """Let go of a lone short word that had taken another's place, if all answer without it.

    "wished to speak to" read as "wished tospeak to": the last "to" answers the first one at first.
    """
    for q in range(1, len(answers) - 1):
        s = answers[q]
        if s is None or len(quoted[q].key) > _LIGHTEST:
            continue
        before = max((n for n in range(q) if answers[n] is not None), default=-1)
        after = min((n for n in range(q + 1, len(answers)) if answers[n] is not None), default=-1)
        low, high = (answers[n] if n >= 0 else None for n in (before, after))
        if low is None or high is None or (s - low > 1) == (q - before > 1):
            continue
        parts = paired(Stretch(low + 1, high, before + 1, after), source, quoted)
        if all(answer_each_other(part, source, quoted) for part in parts):
            for part in parts:
                is_same = part.s1 - part.s0 == part.q1 - part.q0 == 1
                is_same = is_same and source[part.s0].key == quoted[part.q0].key
                for at in range(part.q0, part.q1):
                    answers[at] = part.s0 if is_same else None


def answer_each_other(part: Stretch, source: Sequence[Word], quoted: Sequence[Word]) -> bool:
    """Tell whether a word and what is beside it, or two words, have mostly the same letters."""
    many = part.s1 - part.s0, part.q1 - part.q0
    if many not in ((1, 1), (1, 2), (2, 1)):
        return False
    return _is_like(source, part.s0, many[0], quoted, part.q0, many[1])


def paired(hunk: Stretch, source: Sequence[Word], quoted: Sequence[Word]) -> list[Stretch]:
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
        return 0.0 if _are_percent(old, new) else distance(old, new) / max(len(old), len(new))
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
    if looks_alike(old, new) or _are_percent(old, new):
        return True
    if many_s == many_q:
        return distance(old, new) <= _LIKE * max(len(old), len(new))
    single, parts = (old, quoted[q : q + many_q]) if many_s == 1 else (new, source[s : s + many_s])
    nearest = min(distance(single, part.key) for part in parts)
    return distance(old, new) <= min(nearest - _GAIN, _LIKE_JOINED * max(len(old), len(new)))


def _are_percent(old: str, new: str) -> bool:
    """Tell whether both are the sign or a word for percent, in letters run together."""
    return {old, new} <= _percent()


@cache
def _percent() -> frozenset[str]:
    forms = (form for tag in LANGUAGES for form in rules_of(tag).percent)
    return frozenset("".join(form.split()) for form in forms)


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
