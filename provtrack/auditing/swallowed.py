"""What an ellipsis swallowed that the kept words depend on: a negation, a hedge, a condition.

Entry point: `lost_within`.
"""

from collections.abc import Sequence

from provtrack.auditing.governing import HEDGE
from provtrack.auditing.quoted import Word
from provtrack.model.quotation import Verdict
from provtrack.taxonomy.senses import is_negation
from provtrack.text.language_rules import LanguageRules

_REACH = 3  # words of the swallowed end that belong to the kept words after it
_NEXT = 2  # the same for a hedge, which belongs to the verb right after it
_FAR = 9  # the same for a negation with no comma after it
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
    if _has_stop(words, text):
        return None
    for at, key in enumerate(keys):
        left = len(keys) - 1 - at
        if rules.modality.get(key, 10) <= HEDGE and left < _NEXT:
            return Verdict.TRUNCATED, words[at].text
        opens = at == 0 or (at == 1 and keys[0] in rules.complementizers | rules.joins)
        if key in rules.conditions and (opens or left < _REACH):
            return Verdict.TRUNCATED, words[at].text
    return None


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
