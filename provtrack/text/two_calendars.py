"""One day printed in both calendars, "25 October (7 November) 1917", "14/27 June 1905": the new.

The two are the same day if they lie as far apart as the Julian and the Gregorian calendar did in
that century; only then is the later one taken. Leaves the reading of each to `text.dates`.
Entry points: `day_of_new_style`, `in_new_style`.
"""

import re

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_FEBRUARY = 2
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # days of the months
_SLASHED = re.compile(  # "14/27 June 1905", "30 August/12 September 1917"
    r"(?P<day>\d{1,2})\.?(?:\s+(?P<month>[^\W\d_]+))?\s?/\s?(?P<other>\d{1,2})\.?\s+"
    r"(?P<rest>[^\W\d_]+\s+(?P<year>\d{4})\b.*)"
)
_BOTH = re.compile(r"([^()\[\]]*\d[^()\[\]]*)[(\[]([^()\[\]]*\d[^()\[\]]*)[)\]](.*)", re.DOTALL)


def halves_of(words: str) -> tuple[str, str] | None:
    """Part words into two dates, each with the rest: outside and inside brackets, or at a slash."""
    if found := _BOTH.fullmatch(words):
        return f"{found[1]} {found[3]}", f"{found[2]} {found[3]}"
    if found := _SLASHED.fullmatch(words):
        rest = found["year"] if found["month"] else found["rest"]
        return f"{found['day']} {found['month'] or ''} {rest}", f"{found['other']} {found['rest']}"
    return None


def day_of_new_style(one: str | None, other: str | None) -> str | None:
    """Give the later of two whole days in EDTF if they are one day in both calendars."""
    days = sorted(found.groups() for day in (one, other) if (found := _DAY.fullmatch(day or "")))
    if len(days) < 2:
        return None
    (year, month, day), new = ([int(figure) for figure in found] for found in days)
    gap = _gap(year, month)
    is_one_day = _number(new[0], new[1], new[2]) - _number(year, month, day) == gap > 0
    return "-".join(days[1]) if is_one_day else None


def in_new_style(year: int, month: int, day: int) -> tuple[int, int, int] | None:
    """Reckon a day of the Julian calendar over to the Gregorian one; None if it is no day."""
    if not (1 <= month <= len(_LENGTHS) and 1 <= day <= _length(month, is_leap=year % 4 == 0)):
        return None
    day += _gap(year, month)
    is_leap = year % 4 == 0 and (year % 100 > 0 or year % 400 == 0)
    if day <= _length(month, is_leap=is_leap):
        return year, month, day
    day -= _length(month, is_leap=is_leap)
    return (year, month + 1, day) if month < len(_LENGTHS) else (year + 1, 1, day)


def _length(month: int, *, is_leap: bool) -> int:
    return _LENGTHS[month - 1] + (is_leap and month == _FEBRUARY)


def _gap(year: int, month: int) -> int:
    """Count the days between the calendars: one more in each century that is no multiple of 400."""
    since = year if month > _FEBRUARY else year - 1
    return since // 100 - since // 400 - 2


def _number(year: int, month: int, day: int) -> int:
    """Number the days of the Gregorian calendar (each year begins in March)."""
    years = year - (month < 3)
    months = (month - 3) % 12
    return 365 * years + years // 4 - years // 100 + years // 400 + (153 * months + 2) // 5 + day
