"""Negations that balance each other: one goes and one comes inside one rewording.

"No; it makes absolutely no difference" against "Oh no. None whatsoever" negates as often as before.
Both changes stay negations, for a negation that has moved to another verb turns the sense; but
where each stands among other words that changed too, they are told as doubtful. Where one word
carries in itself what two say ("not ... anything", "nothing"), nothing is negated otherwise.
Entry points: `doubt_balanced`, `CARRIED`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from provtrack.model.comparison import Change, Reading
from provtrack.model.names import Nature
from provtrack.taxonomy.hunks import is_word, key_of, tokens_of
from provtrack.text.language_rules import LanguageRules, rules_of

CARRIED = "carried-negation-1"
_MOST_BETWEEN = 4  # words kept between the two: more, and they are two statements
_DOUBTFUL = 0.5
_SURE = 0.85


def doubt_balanced(
    changes: Sequence[Change], base: Sequence[str], positions: Sequence[int], *, language: str
) -> tuple[Change, ...]:
    """Lower the confidence of neighbours that take a negation away and put one in.

    Args:
        changes: In reading order, inside one bead.
        base: The paragraphs of the base, at `positions`.
    """
    rules = rules_of(language)
    doubted = _with_carried(changes, base, positions, rules)
    for place, (change, other) in enumerate(pairwise(doubted)):
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


def _with_carried(
    changes: Sequence[Change], base: Sequence[str], positions: Sequence[int], rules: LanguageRules
) -> list[Change]:
    """Tell negations that one word carries; the form of the verb may change between the two."""
    told = list(changes)
    for place, change in enumerate(changes):
        for further in range(place + 1, min(place + 3, len(changes))):
            other = changes[further]
            if not (_is_counted(change) and _is_counted(other)) or _way(change) == _way(other):
                continue
            carrier = _carrier(change, other, rules)
            between = _between(change.base, other.base, base, positions, rules.language)
            if between is None or len(between) > _MOST_BETWEEN:
                continue
            if carrier and rules.complementizers.isdisjoint(between):
                told[place], told[further] = _carried(change, carrier), _carried(other, carrier)
    return told


def _carrier(change: Change, other: Change, rules: LanguageRules) -> str:
    """Say which word carries a negation that stands by itself on the other side; or nothing."""
    for alone, carrying in ((change, other), (other, change)):
        way = _way(alone)
        parted, rest = _sides(alone, way)
        weak, joined = _sides(carrying, way)
        is_bare = bool(parted) and all(
            key in rules.negations | rules.auxiliaries | rules.function_words
            or key.endswith(rules.negation_suffixes)
            for key in map(key_of, _words(parted, rules.language))
        )
        if is_bare and not rest and (key_of(weak), key_of(joined)) in rules.carried_negations:
            return f"{parted} … {weak}, {joined}"
    return ""


def _sides(change: Change, way: str) -> tuple[str, str]:
    """Give the words of the side that has a negation by itself, then those of the other."""
    base, witness = change.base.text.strip(), change.witness.text.strip()
    return (base, witness) if way == "removed" else (witness, base)


def _carried(change: Change, words: str) -> Change:
    """Tell a change as wording: the same is negated."""
    said = f"the same negation in other words: {words}"
    return replace(change, nature=Nature.WORDING, rule=CARRIED, confidence=_SURE, explanation=said)


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
    between = _between(first, second, base, positions, language)
    return between is not None and len(between) <= _MOST_BETWEEN


def _between(
    first: Reading, second: Reading, base: Sequence[str], positions: Sequence[int], language: str
) -> list[str] | None:
    """List the words between two readings, folded; None where they stand in two paragraphs."""
    if first.paragraph != second.paragraph:
        return None
    text = base[positions.index(first.paragraph)]
    return [key_of(word) for word in _words(text[first.end : second.start], language)]


def _words(text: str, language: str) -> Iterable[str]:
    return filter(is_word, tokens_of(text, language))


def _doubted(change: Change) -> Change:
    said = "added" if _way(change) == "removed" else "removed"
    explanation = f"{change.explanation}, but one {said} beside it"
    return replace(change, confidence=_DOUBTFUL, explanation=explanation)
