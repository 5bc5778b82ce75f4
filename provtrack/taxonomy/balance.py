"""Negations that balance each other: one goes and one comes inside one rewording.

"No; it makes absolutely no difference" against "Oh no. None whatsoever" negates as often as before.
Both changes stay negations, for a negation that has moved to another verb turns the sense; but
where each stands among other words that changed too, they are told as doubtful.
Entry point: `doubt_balanced`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from provtrack.model.comparison import Change, Reading
from provtrack.model.names import Nature
from provtrack.taxonomy.hunks import is_word, key_of, tokens_of
from provtrack.text.language_rules import LanguageRules, rules_of

_MOST_BETWEEN = 4  # words kept between the two: more, and they are two statements
_DOUBTFUL = 0.5


def doubt_balanced(
    changes: Sequence[Change], base: Sequence[str], positions: Sequence[int], *, language: str
) -> tuple[Change, ...]:
    """Lower the confidence of neighbours that take a negation away and put one in.

    Args:
        changes: In reading order, inside one bead.
        base: The paragraphs of the base, at `positions`.
    """
    rules = rules_of(language)
    doubted = list(changes)
    for place, (change, other) in enumerate(pairwise(changes)):
        if not (_is_counted(change) and _is_counted(other)):
            continue
        if _way(change) == _way(other):
            continue  # both removed, or both added
        is_rewording = _has_more(change, rules) and _has_more(other, rules)
        if is_rewording and _are_near(change.base, other.base, base, positions, language):
            doubted[place], doubted[place + 1] = _doubted(change), _doubted(other)
    return tuple(doubted)


def _is_counted(change: Change) -> bool:
    return change.nature is Nature.NEGATION and change.rule.endswith("-negation-1")


def _way(change: Change) -> str:
    """Give "removed" or "added"."""
    return "removed" if change.explanation.startswith("negation removed") else "added"


def _has_more(change: Change, rules: LanguageRules) -> bool:
    """Tell whether words of weight change beside the negation."""
    words = (
        *_words(change.base.text, rules.language),
        *_words(change.witness.text, rules.language),
    )
    light = rules.function_words | rules.negations
    return any(key_of(word) not in light for word in words)


def _are_near(
    first: Reading, second: Reading, base: Sequence[str], positions: Sequence[int], language: str
) -> bool:
    if first.paragraph != second.paragraph:
        return False
    text = base[positions.index(first.paragraph)]
    return len(list(_words(text[first.end : second.start], language))) <= _MOST_BETWEEN


def _words(text: str, language: str) -> Iterable[str]:
    return filter(is_word, tokens_of(text, language))


def _doubted(change: Change) -> Change:
    said = "added" if _way(change) == "removed" else "removed"
    explanation = f"{change.explanation}, but one {said} beside it"
    return replace(change, confidence=_DOUBTFUL, explanation=explanation)
