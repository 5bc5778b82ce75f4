"""Whether letters are a word, and one that carries sense by itself.

Entry points: `tells`, `is_known`, `is_mixed`.
"""

from provtrack.auditing.sides import Sides
from provtrack.taxonomy.dates import is_valued
from provtrack.taxonomy.senses import is_negation
from provtrack.text.language_rules import LanguageRules

_SHORTEST = 2


def tells(key: str, rules: LanguageRules) -> bool:
    """Tell words that carry sense by themselves; a short unit does beside a figure only."""
    if len(key) <= _SHORTEST and key in rules.units:
        return False
    return (
        is_negation(key, rules)
        or key in rules.modality
        or key in rules.quantifiers
        or key in rules.lone_limits
        or key in rules.persons
        or is_valued(key, rules.language)
    )


def is_known(key: str, sides: Sides, *, is_noisy: bool = False) -> bool:
    """Tell whether letters are a word: of the language's lists, of the source, of the archive.

    A lone letter stands in every text; among noise it is a word only if it is one that carries
    sense or joins others.
    """
    rules = sides.rules
    key = key.removesuffix("'s")
    if is_mixed(key):
        return False
    if len(key) == 1 and is_noisy:
        return key in rules.function_words or tells(key, rules)
    if len(key) <= _SHORTEST and key.isascii():
        lists = (rules.function_words, rules.abbreviations)
        return any(key in words for words in lists) or tells(key, rules)
    return (
        key in rules.function_words
        or key in rules.light
        or tells(key, rules)
        or key in rules.fillers
        or key in rules.inflections
        or key in rules.attributions
        or key in rules.spellings
        or key in rules.abbreviations
        or sides.knows(key)
    )


def is_mixed(read: str) -> bool:
    """Tell letters with a digit among them, which no word has: sh0uld, legis1ation."""
    read = read.replace("-", "").replace("'", "")
    return read.isalnum() and any(map(str.isalpha, read)) and any(map(str.isdecimal, read))
