"""The first and the last day an EDTF date can mean.

A day is (year, month, day), astronomical: year 0 is 1 BC. Bounds come twice: strict, as written;
and wide, with a margin for what is uncertain or about: one unit of the part that is qualified
(year, month, day; a decade or century where the last figures are not known), two where it is both.
Where a season runs past its year it is cut at the end of it. Entry points: `bounds_of`,
`wide_bounds_of`.
"""

from calendar import monthrange

from provtrack.text.edtf_dates import (
    GROUPS,
    Day,
    EdtfDate,
    days_of,
    months_of,
    parse_edtf,
    parse_set,
    year_of,
)

Bounds = tuple[Day | None, Day | None]
_UNITS = {"": 0, "?": 1, "~": 1, "%": 2}


def bounds_of(edtf: str) -> Bounds:
    """Give the first and the last day; None for an end that is open, unknown, or no EDTF."""
    return _bounds(edtf, is_wide=False)


def wide_bounds_of(edtf: str) -> Bounds:
    """Give the first and the last day with the margin of what is uncertain or about."""
    return _bounds(edtf, is_wide=True)


def _bounds(edtf: str, *, is_wide: bool) -> Bounds:
    if edtf[:1] in "[{":
        edtf = edtf.replace(", ", ",")  # no EDTF, but what other programs print
    elements = parse_set(edtf) or ((parse_edtf(edtf),) if parse_edtf(edtf) else ())
    if not elements:
        return None, None
    firsts = [_first(element[0], is_wide=is_wide) for element in elements]
    lasts = [_last(element[-1], is_wide=is_wide) for element in elements]
    return (
        min((one for one in firsts if one), default=None) if all(firsts) else None,
        max((one for one in lasts if one), default=None) if all(lasts) else None,
    )


def _first(date: EdtfDate | None, *, is_wide: bool) -> Day | None:
    if date is None:
        return None
    if not is_wide:
        return date.earliest
    year, month, day = date.earliest
    return _moved((_significant(date, year)[0], month, day), date, by=-1)


def _last(date: EdtfDate | None, *, is_wide: bool) -> Day | None:
    if date is None:
        return None
    last = _last_day(date)
    if not is_wide:
        return last
    return _moved((_significant(date, last[0])[1], *last[1:]), date, by=1)


def _last_day(date: EdtfDate) -> Day:
    """Give the last day a date can mean."""
    year = year_of(date.year, latest=True)
    if not date.month:
        return year, 12, 31
    months = months_of(date.month)
    if not date.day:
        month = GROUPS[months[-1]][1] if months[-1] in GROUPS else months[-1]
        return year, month, _length(year, month)
    for month in reversed(months):
        if days := days_of(date.day, None if "X" in date.year else year, month):
            return year, month, days[-1]
    return year, months[-1], 1


def _significant(date: EdtfDate, year: int) -> tuple[int, int]:
    """Give the years between which a year of few significant figures lies."""
    if date.figures is None:
        return year, year
    unit = 10 ** max(0, len(str(abs(year))) - date.figures)
    start = year // unit * unit
    return start, start + unit - 1


def _moved(day: Day, date: EdtfDate, *, by: int) -> Day:
    """Move a day by the margins of the parts of its date, year first."""
    years, months, days = (by * _UNITS[sign] for sign in date.qualifiers)
    unit = 10 ** (len(date.year) - len(date.year.rstrip("X")))
    total = (day[0] + years * unit) * 12 + day[1] - 1 + (months if date.month else 0)
    year, month = total // 12, total % 12 + 1
    return _days_later((year, month, min(day[2], _length(year, month))), days if date.day else 0)


def _days_later(day: Day, days: int) -> Day:
    """Add up to two days, or take them away."""
    year, month, number = day[0], day[1], day[2] + days
    if number < 1:
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
        return year, month, number + _length(year, month)
    length = _length(year, month)
    if number > length:
        following = (year, month + 1) if month < 12 else (year + 1, 1)
        return *following, number - length
    return year, month, number


def _length(year: int, month: int) -> int:
    return monthrange(year % 400 + 400, month)[1]  # the calendar repeats; from year 1 on
