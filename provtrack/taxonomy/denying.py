"""A claim that denies in other words what its source denies with "not".

"Disapproved" retells "does not approve", "unable" retells "cannot", "parliament would first have to
approve it" retells "not before parliament approves it". Such a word answers a negation if the text
on the other side has it not: what both say answers nothing.
Entry points: `denies_otherwise`, `denies_as_much`.
"""

import re
from functools import lru_cache

from provtrack.text.language_rules import LanguageRules
from provtrack.text.negating import negations_in
from provtrack.text.retelling import retelling_of

_STEM = 6  # letters of a word that count across inflections


def denies_otherwise(text: str, other: str, rules: LanguageRules) -> bool:
    """Tell whether a text denies by a word that another text, which negates, has not."""
    folded = other.casefold()
    return any(word[:_STEM] not in folded for word in denying_words(text, rules))


def denies_as_much(text: str, other: str, rules: LanguageRules) -> bool:
    """Tell the same of words that say no more than "not": not of "opposed"."""
    stronger, folded = retelling_of(rules.language).stronger, other.casefold()
    words = (word for word in denying_words(text, rules) if word not in stronger)
    return any(word[:_STEM] not in folded for word in words)


def denying_words(text: str, rules: LanguageRules) -> list[str]:
    """List what denies in a text, casefolded: negations, words that imply one, or stand for one."""
    found = [text[one.start : one.end].casefold() for one in negations_in(text, rules.language)]
    return found + [match[0].casefold() for match in _standing(rules.language).finditer(text)]


@lru_cache(maxsize=16)
def _standing(language: str) -> re.Pattern[str]:
    """Find what can stand for a negation with a limit or a condition: only, first, more than."""
    terms = sorted(retelling_of(language).instead)
    either = "|".join(re.escape(term).replace(r"\ ", r"\s+") for term in terms) or r"(?!)"
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
