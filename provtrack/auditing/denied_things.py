"""What the source denies and a claim tells: "made military preparations" of "did not make any".

Two words that stand side by side in the claim and once in its source name a thing, whatever stands
around them. Where the source denies it right before, and the claim denies nothing, it is asked.
Entry point: `denied_queries`.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from provtrack.auditing.quoted import Word, words_of
from provtrack.model.comparison import Query, Reading
from provtrack.model.names import Severity
from provtrack.taxonomy.senses import is_negation
from provtrack.text.language_rules import LanguageRules
from provtrack.text.negating import negations_in
from provtrack.text.retelling import retelling_of

_STEM = 6  # letters of a word that count across inflections
_REACH = 4  # words between a negation and the thing it denies
_LEAST = 4  # letters of a telling word
_STOPS = frozenset(",;:.!?()—–，；：。")


def denied_queries(claim: Reading, base: Sequence[str], rules: LanguageRules) -> Iterator[Query]:
    """Ask where the source denies what a claim tells.

    Args:
        base: All paragraphs of the source.
    """
    said = words_of(claim.text, rules)
    denies = negations_in(claim.text, rules.language)
    if rules.words or denies or any(is_negation(word.key, rules) for word in said):
        return
    own = _pairs(said, rules)
    found: dict[tuple[str, str], list[tuple[int, list[Word], int]]] = {pair: [] for pair in own}
    for place, text in enumerate(base):
        words = words_of(text, rules)
        for number, (one, other) in enumerate(pairwise(words)):
            if (pair := (one.key[:_STEM], other.key[:_STEM])) in found:
                found[pair].append((place, words, number))
    for places in found.values():
        if len(places) != 1:
            continue
        place, words, number = places[0]
        start = _denial_before(base[place], words, number, rules)
        if start is not None:
            first, last = words[start], words[number + 1]
            text = base[place][first.start : last.end]
            yield Query(
                topic="negation",
                severity=Severity.WARNING,
                sentence=f"The source says “{text}”; the claim denies nothing.",
                base=Reading(paragraph=place, start=first.start, end=last.end, text=text),
                witness=claim,
            )
            return


def _pairs(words: Sequence[Word], rules: LanguageRules) -> set[tuple[str, str]]:
    """List two telling words side by side; a name beside a name names somebody."""
    return {
        (one.key[:_STEM], other.key[:_STEM])
        for one, other in pairwise(words)
        if _tells(one, rules) and _tells(other, rules)
    }


def _tells(word: Word, rules: LanguageRules) -> bool:
    is_light = word.key in rules.function_words or word.key in rules.fillers
    is_said = word.key in rules.attributions or word.key in rules.modality
    is_name = rules.capitals_mark_names and word.text[:1].isupper()
    return len(word.key) >= _LEAST and not is_light and not is_said and not is_name


def _denial_before(
    text: str, words: Sequence[Word], number: int, rules: LanguageRules
) -> int | None:
    """Give the number of a negation a few words before, in the same clause."""
    for at in range(number - 1, max(-1, number - 2 - _REACH), -1):
        if _STOPS & set(text[words[at].end : words[at + 1].start]):
            return None
        if is_negation(words[at].key, rules):
            is_part = words[at + 1].key in retelling_of(rules.language).limits
            return None if is_part else at
        if words[at].key in rules.complementizers or words[at].key in rules.conditions:
            return None
    return None
