"""Words in brackets that take the place of a word of the source: "a [message]" for its "letter".

Brackets say that the words are the author's; what stood there nobody sees. A pronoun that is named,
an abbreviation written out, another form of the word are what brackets are for.
Entry point: `bracketed`.
"""

from collections.abc import Iterator
from dataclasses import replace

from provtrack.auditing.bracketing import IN_BRACKETS
from provtrack.auditing.contrasting import contrast
from provtrack.auditing.quoted import Word, words_of
from provtrack.model.audit import AuditedQuotation
from provtrack.model.quotation import Difference
from provtrack.taxonomy.inflection import is_same_word
from provtrack.text.language_rules import LanguageRules, rules_of

_LEAST = 4  # letters of a word that tells


def bracketed(audited: AuditedQuotation) -> Iterator[str]:
    """Say of each word that brackets replace: “[message]” for the source’s “letter”."""
    if not audited.seen:
        return
    rules = rules_of(audited.seen[0].language)
    for one in audited.judgement.differences:
        if one.explanation == IN_BRACKETS and _is_replaced(one, rules):
            yield contrast(replace(one, explanation=""))


def _is_replaced(one: Difference, rules: LanguageRules) -> bool:
    """Tell whether a telling word of the source goes, and another comes for it."""
    old, new = words_of(one.source_words, rules), words_of(one.quoted_words, rules)
    gone = [word for word in old if _tells(word, rules)]
    come = [word for word in new if _tells(word, rules)]
    return bool(come) and any(
        not any(_is_one(word.key, other.key, rules) for other in new) for word in gone
    )


def _tells(word: Word, rules: LanguageRules) -> bool:
    if not rules.words and len(word.key) < _LEAST:
        return False
    light = rules.function_words | rules.fillers | rules.titles
    return word.key not in light and word.key not in rules.persons


def _is_one(key: str, other: str, rules: LanguageRules) -> bool:
    """Tell forms of one word, and a short form from the word: gov and government."""
    return other.startswith(key.rstrip(".")) or is_same_word(key, other, rules)
