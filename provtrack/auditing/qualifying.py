"""What a cut leaves out and yet does not turn round: "but ..." after a clause, "hoped that" before.

A clause with "but" completes, qualifies, or takes back what is quoted.

Entry points: `answers_negation`, `only_qualifies`, `only_holds`.
"""

import re
from collections.abc import Sequence

from provtrack.auditing.governing import begins_for_now, hedges, leaves_doubt
from provtrack.auditing.quoted import words_of
from provtrack.taxonomy.senses import is_negation
from provtrack.text.language_rules import LanguageRules

_PAUSE = re.compile(r"[,;:—–，；：]")
_OF_ALL = (0, 10)  # strength of none and all


def answers_negation(quoted: str, keys: Sequence[str], rules: LanguageRules) -> bool:
    """Tell "but" that completes "not as a friend": it goes on as the negation did, "but as"."""
    light = rules.fillers | rules.lone_limits
    clause = [word.key for word in words_of(_PAUSE.split(quoted.rstrip(",;:"))[-1], rules)]
    negations = [n for n, key in enumerate(clause) if is_negation(key, rules)]
    if keys[0] not in rules.adversatives or not negations:
        return False
    denied, held = clause[negations[-1] + 1 :], list(keys[1:])
    first, second = (next((k for k in row if k not in light), "") for row in (denied, held))
    return bool(first) and first == second and first in rules.function_words


def only_qualifies(lost: str, text: str, span: tuple[int, int], rules: LanguageRules) -> bool:
    """Tell a clause of its own that only says something against what is quoted: ", but ...".

    "Nobody but the mayor", without a pause before it, is an exception from what holds of all.

    Args:
        lost: What `lost_after` found behind the passage.
        span: Where the passage stands in the text.
    """
    start, end = span
    if not lost:
        return False
    before = text[end - 1 : text.find(lost, end)]
    has_pause = _PAUSE.search(before) is not None
    if rules.words:
        return has_pause and lost.startswith(tuple(rules.adversatives))
    keys = [word.key for word in words_of(lost, rules)]
    if begins_for_now(keys, rules):
        return True
    if keys[0] not in rules.adversatives:
        return False
    has_subject = any(rules.persons.get(key) == key for key in keys[1:2])
    return (
        has_pause
        or has_subject
        or not any(
            is_negation(word.key, rules) or rules.quantifiers.get(word.key) in _OF_ALL
            for word in words_of(text[start:end], rules)
        )
    )


def only_holds(lost: str, rules: LanguageRules) -> bool:
    """Tell "hoped that" before the cut, or "probably": what is quoted is held, and may be so.

    Args:
        lost: What `lost_before` found: it begins with the word that governs.
    """
    if rules.words:
        return lost.startswith(tuple(rules.holding))
    keys = [word.key for word in words_of(lost, rules)]
    if len(keys) == 1 and leaves_doubt(keys[0], rules) and not hedges(keys[0], rules):
        return True
    others = rules.unasserted - rules.holding
    is_held = bool(keys) and keys[0] in rules.holding and others.isdisjoint(keys)
    return is_held and not any(is_negation(key, rules) for key in keys)
