"""What governs a clause after it, so that a cut between them loses what the clause depends on.

A verb that does not assert ("denied that"), a condition ("if"), a hedge beside a noun ("it may be
your view that"), a danger ("creating a situation in which").
Entry points: `governor`, `condition`, `term_at`, `hedges`, `HEDGE`.
"""

from collections.abc import Sequence

from provtrack.auditing.quoted import Word
from provtrack.taxonomy.senses import is_negation
from provtrack.text.language_rules import LanguageRules

_DOUBT = 6  # strength up to which an adverb leaves in doubt what it stands before
_SURE = 10
HEDGE = 3  # strength up to which a word of modality hedges
_LONGEST_TERM = 4
_GOVERNS = 7  # words between a verb that governs and "that"
_RELATED = 24  # words between a danger and the clause about what may come of it
_PAUSES = frozenset(",;:—–")


def governor(
    left: str, words: Sequence[Word], rules: LanguageRules, *, opens_clause: bool
) -> int | None:
    """Find the word left of the cut that takes the assertion out of the clause after it."""
    keys = [word.key for word in words]
    for length in range(min(_LONGEST_TERM, len(keys)), 0, -1):
        if " ".join(keys[-length:]) in rules.conditions:
            return len(keys) - length
    if keys[-1] in rules.complementizers:
        near = range(max(0, len(keys) - 1 - _GOVERNS), len(keys) - 1)
        found = [
            n
            for n in near
            if (keys[n] in rules.unasserted or is_negation(keys[n], rules))
            and _governs(left, words, n, rules)
        ]
        if found and not _is_sure(keys, found, rules):
            return found[0]
        held = [n for n in near if _is_hedged_noun(left, words, n, rules)]
        return held[0] if held and not found else None
    if {keys[-1], " ".join(keys[-2:])} & rules.relatives:
        return _possible(left, words, rules)
    is_sure = " ".join(keys[-2:]) in rules.modality
    if keys[-1] in rules.unasserted and opens_clause and not is_sure:
        return len(keys) - 1
    return None


def _possible(left: str, words: Sequence[Word], rules: LanguageRules) -> int | None:
    """Find a danger or hedge on which "a situation in which" depends, with no pause between."""
    first = max(0, len(words) - _RELATED)
    for at in range(len(words) - 3, first - 1, -1):
        if _PAUSES.intersection(left[words[at].end : words[-1].start]):
            return None
        if words[at].key in rules.unasserted or hedges(words[at].key, rules):
            return at
    return None


def _governs(left: str, words: Sequence[Word], at: int, rules: LanguageRules) -> bool:
    """Tell whether "that" before the cut is that of a word: not "disputes with them, and that"."""
    if words[at + 1].key in rules.complementizers:
        return True
    between = left[words[at].end : words[-1].start]
    if words[-2].key in rules.joins and not is_negation(words[at].key, rules):
        return any(word.key in rules.complementizers for word in words[at + 1 : -1])
    return between.count(",") % 2 == 0


def _is_hedged_noun(left: str, words: Sequence[Word], at: int, rules: LanguageRules) -> bool:
    """Tell "it may be your view that": a hedge, and a noun that only then takes back."""
    noun = words[-2].key
    return hedges(words[at].key, rules) and noun in rules.views and _governs(left, words, at, rules)


def _is_sure(keys: Sequence[str], found: Sequence[int], rules: LanguageRules) -> bool:
    """Tell "there is no doubt that": a negated doubt asserts."""
    doubts = [n for n in found if not is_negation(keys[n], rules)]
    return any(" ".join(keys[n - 1 : n + 1]) in rules.modality for n in doubts if n)


def condition(left: str, words: Sequence[Word], rules: LanguageRules) -> int | None:
    """Find a clause of condition before the cut, which the quoted clause depends on.

    It begins the sentence, or a clause in it: after "that", "and", a comma. Terms of several
    words, which are nothing else (as if), may stand anywhere.
    """
    keys = [word.key for word in words]
    closing = words[-1].start if keys[-1] in rules.resumptives else len(left)
    plain = left[:closing].rstrip().rstrip(",")
    if keys[-1] in rules.function_words and keys[-1] not in rules.resumptives:
        return None
    opening = max((plain.rfind(mark) for mark in ':"“„«‘'), default=-1)
    first = next((n for n, word in enumerate(words) if word.start > opening), len(words))
    for at in range(len(keys) - 1, first - 1, -1):
        if "," in plain[words[at].start :]:
            return None
        length = term_at(keys, at, rules)
        is_opening = at < first + 2 or keys[at - 1] in rules.complementizers | rules.joins
        if length and (is_opening or length > 1 or plain[: words[at].start].rstrip()[-1:] == ","):
            return at
    return None


def term_at(keys: Sequence[str], at: int, rules: LanguageRules) -> int:
    """Count the words of the condition that begins at a place; 0 if none does."""
    for length in range(_LONGEST_TERM, 0, -1):
        if " ".join(keys[at : at + length]) in rules.conditions and len(keys) > at + length:
            return length
    return 0


def begins_for_now(keys: Sequence[str], rules: LanguageRules) -> bool:
    """Tell whether words begin with what limits a denial to the present: at this time."""
    return any(" ".join(keys[:length]) in rules.for_now for length in range(1, _LONGEST_TERM + 1))


def leaves_doubt(key: str, rules: LanguageRules) -> bool:
    """Tell an adverb that leaves in doubt what it stands before: probably, offenbar."""
    return key in rules.doubting_adverbs and rules.modality.get(key, _SURE) <= _DOUBT


def hedges(key: str, rules: LanguageRules) -> bool:
    is_adverb = key not in rules.unasserted or key in rules.doubting_adverbs
    return rules.modality.get(key, 10) <= HEDGE and is_adverb
