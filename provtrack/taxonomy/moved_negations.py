"""Negations and limits that stand elsewhere: "did not resign because", "resigned, not because".

The word itself is kept, so that no edit holds it; what it is said of has passed from one side of
it to the other, or a comma has. Entry point: `tell_moved_negations`.
"""

from collections.abc import Sequence
from dataclasses import replace

from provtrack.model.comparison import Change
from provtrack.model.names import Nature, Significance
from provtrack.taxonomy.hunks import is_content, is_word, key_of, tokens_of
from provtrack.taxonomy.inflection import is_same_word
from provtrack.text.language_rules import LanguageRules, rules_of

_MOST_BETWEEN = 4  # words kept between the two changes
_LOOKED_AT = 12  # chunks between blanks that show at once that more words are kept
_CONFIDENCE = 0.75
_COMMAS = frozenset(",，、")
_JUDGED = frozenset(
    {Nature.WORDING, Nature.CONTENT, Nature.TENSE, Nature.ATTRIBUTION, Nature.PUNCTUATION}
)


def tell_moved_negations(
    changes: Sequence[Change], base: Sequence[str], positions: Sequence[int], *, language: str
) -> tuple[Change, ...]:
    """Say of two changes between which a negation or limit is kept that it stands elsewhere.

    Args:
        changes: In reading order, inside one bead.
        base: The paragraphs of the base, at `positions`.
    """
    rules = rules_of(language)
    texts = dict(zip(positions, base, strict=True))
    told = list(changes)
    for place in range(len(changes) - 1):
        first, second = changes[place], changes[place + 1]
        if not {first.nature, second.nature} <= _JUDGED:
            continue
        if first.base.paragraph != second.base.paragraph:
            continue
        kept = texts[first.base.paragraph][first.base.end : second.base.start]
        nature = _kept_nature(kept, rules)
        if nature and _pass_it(first, second, kept, rules):
            told[place], told[place + 1] = _told(first, nature), _told(second, nature)
    return tuple(told)


def _kept_nature(kept: str, rules: LanguageRules) -> Nature | None:
    """Tell whether the few words kept hold a negation or a limit."""
    first_chunks = kept.split(maxsplit=_LOOKED_AT)[:_LOOKED_AT]
    if sum(map(str.isalpha, first_chunks)) > _MOST_BETWEEN:
        return None  # most stretches are long, and need no reading
    words = _words(kept, rules)
    if len(words) > _MOST_BETWEEN:
        return None
    if any(word in rules.negations for word in words):
        return Nature.NEGATION
    return Nature.QUANTIFIER if any(word in rules.lone_limits for word in words) else None


def _pass_it(first: Change, second: Change, kept: str, rules: LanguageRules) -> bool:
    """Tell whether a word or comma of one change comes back in the other, on the other side."""
    ways = (
        (first.base.text, second.witness.text),
        (first.witness.text, second.base.text),
    )
    for one, other in ways:
        heavy = [
            [word for word in _words(text, rules) if is_content(word, rules)]
            for text in (one, other)
        ]
        if any(is_same_word(a, b, rules) for a in heavy[0] for b in heavy[1]):
            return True
        is_comma = one.strip() in _COMMAS and other.strip() in _COMMAS
        if is_comma and len(_words(kept, rules)) == 1:
            return True
    return False


def _words(text: str, rules: LanguageRules) -> list[str]:
    return [key_of(token) for token in tokens_of(text, rules.language) if is_word(token)]


def _told(change: Change, nature: Nature) -> Change:
    what = "negation" if nature is Nature.NEGATION else "limiting word"
    return replace(
        change,
        nature=nature,
        significance=Significance.SUBSTANTIVE,
        rule=f"any-{nature.value}-9",
        confidence=_CONFIDENCE,
        explanation=f"the {what} stands elsewhere",
    )
