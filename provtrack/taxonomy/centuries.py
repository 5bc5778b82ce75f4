"""Centuries in words, digits and Roman numerals: XVIII век, the eighteenth century.

Entry point: `century_at`.
"""

from provtrack.taxonomy.figures import DATE, Value
from provtrack.taxonomy.numerals import number_word, ordinal_figure, roman
from provtrack.text.calendar_words import CENTURY_WORDS
from provtrack.text.language_rules import LanguageRules


def century_at(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> Value | None:
    """Read "eighteenth century", "XVIIIe siècle", "18. Jahrhundert"."""
    place = at + 1 + ("." in tokens[at + 1 : at + 2])
    if place >= len(tokens) or tokens[place].casefold() not in CENTURY_WORDS:
        return None
    number = _century_number(tokens[at], rules)
    return Value(DATE, ("century", number), at, place + 1) if number else None


def _century_number(token: str, rules: LanguageRules) -> int | None:
    """Read the number of a century: in words, digits, or Roman with or without an ending."""
    word = token.casefold()
    if word.isdecimal():
        return int(word) if len(word) <= len("21") else None
    ending = next((end for end in rules.ordinal_suffixes if token.endswith(end)), "")
    worth, is_ordinal = number_word(word, rules)
    known = roman(token.removesuffix(ending)) or ordinal_figure(token, rules)
    return known or (worth if is_ordinal else None)
