"""Dates in figures: 02.11.1962, 1962-11-02, 5/6/1951, and 18.X.1938 with its month in Roman ones.

Entry points: `numeric_date`, `date_with_roman_month`.
"""

import re

from provtrack.taxonomy.figures import DATE, Value, Worth
from provtrack.taxonomy.numerals import roman
from provtrack.text.language_rules import LanguageRules

_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})")
_YEAR_MONTH_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_YEAR = re.compile(r"1\d{3}|20\d{2}")
_ROMAN_PARTS = 5  # 18 . X . 1938
_LAST_DAY, _LAST_MONTH = 31, 12


def numeric_date(token: str, rules: LanguageRules) -> Worth | None:
    """Read 02.11.1962, the day first, and 1962-11-02.

    Where the language leaves open what stands first, 5/6/1951 has both numbers for its month, and
    no day: it is neither of the two dates for certain.
    """
    date = _YEAR_MONTH_DAY.fullmatch(token)
    if date:
        return int(date[1]), int(date[2]), int(date[3])
    date = _DAY_MONTH_YEAR.fullmatch(token)
    if not date:
        return None
    first, second, year = (int(part) for part in date.groups())
    leads_with_day = _are_day_and_month(first, second)
    may_lead_with_month = _are_day_and_month(second, first) and any(
        sign in token for sign in rules.unsure_order
    )
    if leads_with_day and may_lead_with_month and first != second:
        return year, (first, second), None
    if leads_with_day:
        return year, second, first
    return (year, first, second) if may_lead_with_month else None


def _are_day_and_month(day: int, month: int) -> bool:
    return 1 <= day <= _LAST_DAY and 1 <= month <= _LAST_MONTH


def date_with_roman_month(tokens: tuple[str, ...], at: int) -> Value | None:
    """Read 18.X.1938, whose parts are tokens."""
    last = at + _ROMAN_PARTS
    if len(tokens) < last:
        return None
    day, dot, month, other_dot, year = tokens[at:last]
    number = roman(month) or 0
    if dot != "." or other_dot != "." or not _YEAR.fullmatch(year) or not day.isdecimal():
        return None
    is_month = 1 <= number <= _LAST_MONTH
    return Value(DATE, (int(year), number, int(day)), at, last) if is_month else None
