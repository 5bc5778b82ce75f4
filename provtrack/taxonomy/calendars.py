"""Marks of the old and the new style beside dates: 25 October 1917 (O.S.), 25 октября (ст. ст.).

A day of the old style is reckoned over to the new one, so that it can be compared by what it is.
The reckoning is `text.two_calendars`. Entry points: `style_after`, `style_at`, `is_style`,
`reckoned`, `are_calendars_apart`.
"""

from collections.abc import Iterable
from functools import lru_cache

from provtrack.taxonomy.figures import Worth
from provtrack.text.language_files import letters_of
from provtrack.text.language_rules import LanguageRules, rules_of
from provtrack.text.two_calendars import in_new_style

_LONGEST_MARK = 6  # tokens: по стар . стилю
_OPENERS = frozenset("([,")
_CLOSERS = frozenset(")]")
_LEAST_APART, _MOST_APART = 10, 14  # days; months are counted as 30


def are_calendars_apart(days: int) -> bool:
    """Tell whether two days are as far apart as the Julian and the Gregorian calendar."""
    return _LEAST_APART <= days <= _MOST_APART


def style_after(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> tuple[bool, int] | None:
    """Read the mark of a calendar right after a date, in brackets or after a comma or by itself.

    Returns:
        Whether it is the old style, and the token after the mark and its bracket; None if no mark.
    """
    if not rules.old_style or at >= len(tokens):
        return None
    first = at + (tokens[at] in _OPENERS)
    found = style_at(tokens, first, rules)
    if not found:
        return None
    is_old, last = found
    is_open = tokens[at] in _OPENERS and tokens[at] != ","
    if is_open and not (last < len(tokens) and tokens[last] in _CLOSERS):
        return None
    return is_old, last + is_open


def style_at(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> tuple[bool, int] | None:
    """Read a mark of a calendar that begins at a token; a period that closes it belongs to it."""
    letters = ""
    for place in range(at, min(at + _LONGEST_MARK, len(tokens))):
        letters += letters_of(tokens[place])
        for style, is_old in ((rules.old_style, True), (rules.new_style, False)):
            if letters in style:
                last = place + 1
                is_closed = tokens[last : last + 1] == (".",) and tokens[place - 1] == "."
                return is_old, last + is_closed
    return None


def is_style(keys: Iterable[str], rules: LanguageRules) -> bool:
    """Tell whether words are a mark of a calendar, or part of one."""
    letters = [letters_of(key) for key in keys]
    return bool(letters) and _words_of_styles(rules.language).issuperset(letters)


@lru_cache(maxsize=16)
def _words_of_styles(language: str) -> frozenset[str]:
    rules = rules_of(language)
    words = {word for term in rules.style_terms for word in term.replace(".", " ").split()}
    return frozenset((*words, *rules.old_style, *rules.new_style))


def reckoned(worth: Worth, *, is_old: bool) -> Worth:
    """Give a whole day (year, month, day) in the new style; what is no whole day stays as it is."""
    year, month, day = worth
    if not (is_old and isinstance(year, int) and isinstance(month, int) and isinstance(day, int)):
        return worth
    return in_new_style(year, month, day) or worth
