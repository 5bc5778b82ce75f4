"""What an ellipsis swallowed that the kept words depend on: a negation, a hedge, a condition.

A hedge bears on the kept word right after it, or is all that was swallowed; so do limits (simply,
almost), verbs that do not assert (hoped to), and exceptions (except the French).

Entry point: `lost_within`.
"""

import re
from collections.abc import Sequence

from provtrack.auditing.governing import HEDGE
from provtrack.auditing.quoted import Word
from provtrack.model.quotation import Verdict
from provtrack.taxonomy.senses import is_negation
from provtrack.text.language_rules import LanguageRules

_REACH = 3  # words of the swallowed end that belong to the kept words after it
_NEXT = 2  # the same for a hedge, which belongs to the verb right after it
_UNSURE = 6  # strength up to which a word says that something is not certain
_FAR = 9  # the same for a negation with no comma after it
_LAST_WORD = re.compile(r"(\w+)\s+$")
_COMMAS = (",", "，")


def lost_within(
    words: Sequence[Word], text: str, *, rules: LanguageRules
) -> tuple[Verdict, str] | None:
    """Say what an ellipsis swallowed that the kept words depend on.

    Args:
        words: Those of the source that it stands for.
        text: The source they stand in.

    Returns:
        Distorted if a negation, truncated if a hedge or condition; and the word. None else.
    """
    if not words:
        return None
    keys = [word.key for word in words]
    for at in range(len(keys)):
        if is_negation(keys[at], rules) and _negates_kept(words, at, text):
            return Verdict.DISTORTED, words[at].text
    before = _LAST_WORD.search(text[: words[0].start])
    if before and f"{before[1].casefold()} {keys[0]}" in rules.unnegating:
        return Verdict.DISTORTED, words[0].text  # "not simply" is no "not"
    if _has_stop(words, text):
        return None
    for at, key in enumerate(keys):
        opens = at == 0 or (at == 1 and keys[0] in rules.complementizers | rules.joins)
        if key in rules.conditions and (opens or len(keys) - 1 - at < _REACH):
            return Verdict.TRUNCATED, words[at].text
    qualifying = _qualifying(words, text, rules)
    return None if qualifying is None else (Verdict.TRUNCATED, qualifying)


def _qualifying(words: Sequence[Word], text: str, rules: LanguageRules) -> str | None:
    """Find what qualifies the kept words: all that was swallowed, the end of it, an exception."""
    keys = [word.key for word in words]
    if all(_qualifies(key, rules) or key in rules.fillers for key in keys):
        return next((word.text for word in words if _qualifies(word.key, rules)), None)
    if any(" ".join(keys[:length]) in rules.exempting for length in (1, 2, 3)):
        return words[0].text
    for at in range(len(keys) - 1, max(-1, len(keys) - 1 - _NEXT), -1):
        if "," in text[words[at].end : words[-1].end + 1]:
            return None
        is_weak = rules.modality.get(keys[at], 10) <= HEDGE or keys[at] in rules.unasserted
        if is_weak or (at == len(keys) - 1 and _qualifies(keys[at], rules)):
            return words[at].text
    return None


def _qualifies(key: str, rules: LanguageRules) -> bool:
    """Tell a word of modality that is no certainty, or of limit that is no filler."""
    is_limit = key in rules.limits and key not in rules.fillers
    return rules.modality.get(key, 10) <= _UNSURE or is_limit


def _negates_kept(words: Sequence[Word], at: int, text: str) -> bool:
    """Tell whether a swallowed negation bears on the words after or around the ellipsis.

    It does if nothing closes its clause before the ellipsis ends; after many words it has found
    what it negates.
    """
    between = text[words[at].end : words[-1].end + 1]
    if any(mark in between for mark in ".;!?。；！？"):
        return False
    if _is_closed_clause(words, text):
        return False
    left = len(words) - 1 - at
    return left < _REACH or at == 0 or ("," not in between and left < _FAR)


def _is_closed_clause(words: Sequence[Word], text: str) -> bool:
    """Tell a whole clause between two commas: what negates in it negates nothing else."""
    return text[: words[0].start].rstrip()[-1:] in _COMMAS and text[words[-1].end :][:1] in _COMMAS


def _has_stop(words: Sequence[Word], text: str) -> bool:
    return any(mark in text[words[0].start : words[-1].end + 1] for mark in ".;!?。；！？")
