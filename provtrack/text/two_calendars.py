"""One day printed in both calendars, "25 October (7 November) 1917", "14/27 June 1905": the new.

The two are the same day if they lie as far apart as the Julian and the Gregorian calendar did in
that century; only then is the later one taken. Leaves the reading of each to `text.dates`.
Entry point: `day_of_new_style`.
"""

import re

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
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
    # Days between the calendars: a leap day more in each century that is no multiple of 400.
    since = year if month > 2 else year - 1
    gap = since // 100 - since // 400 - 2
    is_one_day = _number(new[0], new[1], new[2]) - _number(year, month, day) == gap > 0
    return "-".join(days[1]) if is_one_day else None


def _number(year: int, month: int, day: int) -> int:
    """Number the days of the Gregorian calendar (each year begins in March)."""
    years = year - (month < 3)
    months = (month - 3) % 12
    return 365 * years + years // 4 - years // 100 + years // 400 + (153 * months + 2) // 5 + day
