"""Decades in words and digits: the 1880s, the '80s, the eighties, 80er Jahre, 八十年代.

Entry point: `decade_at`.
"""

import re

from provtrack.taxonomy.figures import DATE, Value
from provtrack.taxonomy.numerals import number_word
from provtrack.text.language_rules import LanguageRules

_DIGITS = re.compile(r"(\d\d)?(\d0)(['’]?s|er|-[хеx])?")
_ENGLISH = "s"


def decade_at(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> Value | None:
    """Read a decade that starts at a token, if one does.

    Returns:
        A date whose worth is ("decade", hundreds or None, tens).
    """
    leads = tokens[at].casefold() in rules.decade_leads
    place = at + leads
    place += place < len(tokens) and tokens[place] in {"'", "’"}
    decade = _decade(tokens[place], rules) if place < len(tokens) else None
    if not decade:
        return None
    words = rules.decade_words
    last = place + 1
    if tokens[last : last + len(words)] and tokens[last].casefold() in words:
        last += 1
    elif rules.date_marks and tokens[last : last + 2] == rules.decade_marks:
        last += 2
    elif not (leads or _is_plural(tokens[place], rules)):
        return None
    return Value(DATE, ("decade", *decade), at, last)


def _is_plural(token: str, rules: LanguageRules) -> bool:
    """Tell the 1880s, the eighties; quatre-vingts is a number, whatever it ends with."""
    is_decade = token[0].isdecimal() or token.casefold().rpartition("-")[2] in rules.decades
    return is_decade and token.endswith(_ENGLISH)


def _decade(token: str, rules: LanguageRules) -> tuple[int | None, int] | None:
    """Read a token as hundreds, where said, and tens."""
    digits = _DIGITS.fullmatch(token)
    if digits:
        return (int(digits[1]) if digits[1] else None), int(digits[2])
    word = token.casefold()
    if word in rules.decades:
        return None, rules.decades[word]
    first, _, rest = word.rpartition("-")
    if first in rules.cardinals and rest in rules.decades:
        return rules.cardinals[first], rules.decades[rest]
    number, is_ordinal = number_word(word, rules)
    if number and not is_ordinal and number % 10 == 0 and 10 < number < 100:
        return None, number
    return None
