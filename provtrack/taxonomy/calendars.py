"""Marks of the old and the new style beside dates: 25 October 1917 (O.S.), 25 октября (ст. ст.).

A day of the old style is reckoned over to the new one, so that it can be compared by what it is.
The reckoning is `text.two_calendars`. Entry points: `style_after`, `style_at`, `is_style`,
`reckoned`, `are_calendars_apart`, `era_at`.
"""

from collections.abc import Container, Iterable
from functools import lru_cache

from provtrack.taxonomy.figures import DATE, Value, Worth
from provtrack.text.language_files import letters_of
from provtrack.text.language_rules import LanguageRules, rules_of
from provtrack.text.two_calendars import in_new_style

_LONGEST_MARK = 6  # tokens: по стар . стилю
_LONGEST_YEAR = len("1204")
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
    return _mark_at(tokens, at, rules.old_style, rules.new_style)


def _mark_at(
    tokens: tuple[str, ...], at: int, first: Container[str], second: Container[str]
) -> tuple[bool, int] | None:
    """Read one of two kinds of marks by its letters; tells whether it is of the first kind."""
    letters = ""
    for place in range(at, min(at + _LONGEST_MARK, len(tokens))):
        letters += letters_of(tokens[place])
        if letters in first or letters in second:
            last = place + 1
            is_closed = tokens[last : last + 1] == (".",) and "." in tokens[at:place]
            return letters in first, last + is_closed
    return None


def era_at(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> Value | None:
    """Read 44 BC, A.D. 120: a year with the mark of its era, before or after it.

    Returns:
        A date whose worth is ("era", year), the years before Christ below nothing; a later year of
        four figures needs no mark, and is worth the same without it.
    """
    place = at + tokens[at].isdecimal()
    if place >= len(tokens) or letters_of(tokens[place]) not in rules.era_letters:
        return None
    if tokens[at].isdecimal():
        year, mark = tokens[at], _mark_at(tokens, at + 1, rules.before_christ, rules.after_christ)
        last = mark[1] if mark else 0
    else:
        mark = _mark_at(tokens, at, rules.before_christ, rules.after_christ)
        year = tokens[mark[1]] if mark and mark[1] < len(tokens) else ""
        last = mark[1] + 1 if mark else 0
    if not mark or not year.isdecimal() or len(year) > _LONGEST_YEAR:
        return None
    if not mark[0] and len(year) == _LONGEST_YEAR:
        return Value(DATE, (int(year), None, None), at, last)
    return Value(DATE, ("era", -int(year) if mark[0] else int(year)), at, last)


def is_style(keys: Iterable[str], rules: LanguageRules) -> bool:
    """Tell whether words are a mark of a calendar or an era, or part of one."""
    words = _words_of_styles(rules.language)
    found = False
    for key in keys:
        if letters_of(key) not in words:
            return False
        found = True
    return found


@lru_cache(maxsize=16)
def _words_of_styles(language: str) -> frozenset[str]:
    rules = rules_of(language)
    words = {word for term in rules.style_terms for word in term.replace(".", " ").split()}
    return frozenset((*words, *rules.old_style, *rules.new_style, *rules.era_letters))


def reckoned(worth: Worth, *, is_old: bool) -> Worth:
    """Give a whole day (year, month, day) in the new style; what is no whole day stays as it is."""
    year, month, day = worth
    if not (is_old and isinstance(year, int) and isinstance(month, int) and isinstance(day, int)):
        return worth
    return in_new_style(year, month, day) or worth
