"""Dates that leave something unsaid: century ('42), half of the day, order of figures.

What a date does not say is taken from the paragraphs around it, or told as doubtful.
Entry points: `is_same_time`, `lacks_century`, `century_ruling`, `are_days_in_other_order`.
"""

import re
from collections.abc import Sequence

from provtrack.model.names import Nature
from provtrack.taxonomy.figures import FIGURE, Worth
from provtrack.taxonomy.hunks import Hunk
from provtrack.taxonomy.ruling import Ruling

_DATE_PARTS = 3  # year, month, day
_CENTURY = 100
_HALF_DAY = 12 * 60  # minutes
_YEAR = re.compile(r"(?<!\d)(1\d|20)\d\d(?!\d)")


def is_same_time(worth: Worth, other: Worth) -> bool:
    """Tell whether two dates differ only in what one of them leaves unsaid.

    That is the century of a year or a decade ('42, the eighties), or the half of the day.
    """
    if worth == other:
        return True
    if len(worth) != len(other) or worth[0] == FIGURE:
        return False
    if worth[0] == other[0] == "hour":
        minutes, others = worth[1], other[1]
        apart = isinstance(minutes, int) and isinstance(others, int) and minutes - others
        return apart == 0 or (worth[2] != other[2] and abs(apart) == _HALF_DAY)
    if worth[0] == other[0] == "decade":
        return worth[2] == other[2] and None in (worth[1], other[1])
    if len(worth) != _DATE_PARTS or worth[1:] != other[1:]:
        return False
    year, second = worth[0], other[0]
    if not (isinstance(year, int) and isinstance(second, int)):
        return False
    return (year < _CENTURY) != (second < _CENTURY) and (year - second) % _CENTURY == 0


def lacks_century(worth: Worth, other: Worth) -> bool:
    """Tell whether just one of two dates that may be the same says its century."""
    return worth != other and _century_of(worth) != _century_of(other)


def _century_of(worth: Worth) -> int | None:
    """Give the hundreds of a year or a decade, None where they are not said."""
    if worth[0] == "decade":
        return worth[1] if isinstance(worth[1], int) else None
    year = worth[0]
    return year // _CENTURY if isinstance(year, int) and year >= _CENTURY else None


def century_ruling(hunk: Hunk, old: Sequence[Worth], new: Sequence[Worth], *, said: str) -> Ruling:
    """Judge '62 against 1862 by the other years in both paragraphs: is one of that century nearest?

    Args:
        old, new: What the dates on both sides are worth, else the same.
        said: The two readings against each other, for the explanation.
    """
    around = _years_around(hunk.base) | _years_around(hunk.witness)
    if not around:
        said = "same date, if the century is the one said"
        return Ruling(Nature.DATE_FORM, "any-date-form-3", 0.6, said)
    years = {year for worth in (*old, *new) if (year := _year_of(worth)) is not None}
    if all(_is_nearest(year, around) for year in years):
        return Ruling(Nature.DATE_FORM, "any-date-form-3", 0.85, "same date, its century unsaid")
    return Ruling(Nature.DATE, "any-date-6", 0.6, f"{said}: another century is as near")


def _year_of(worth: Worth) -> int | None:
    """Give the whole year, or the first one of a decade, None where the century is not said."""
    century = _century_of(worth)
    year = worth[2] if worth[0] == "decade" else worth[0]
    if century is None or not isinstance(year, int):
        return None
    return century * _CENTURY + year % _CENTURY


def _is_nearest(year: int, others: set[int]) -> bool:
    """Tell whether a year is nearer to others than the same year of the centuries beside it."""
    apart = [
        min(abs(one - other) for other in others)
        for one in (year, year - _CENTURY, year + _CENTURY)
    ]
    return apart[0] < min(apart[1:])


def _years_around(side: tuple[str, int, int]) -> set[int]:
    """List all years in a paragraph but those of the reading itself."""
    text, start, end = side
    return {
        int(year[0]) for year in _YEAR.finditer(text) if year.end() <= start or year.start() >= end
    }


def are_days_in_other_order(worth: Worth, other: Worth) -> bool:
    """Tell whether 5/6/1951 may be 5 June or 6 May 1951, which the other side says."""
    for order, day in ((worth, other), (other, worth)):
        if len(order) == len(day) == _DATE_PARTS and isinstance(order[1], tuple):
            return {day[1], day[2]} == set(order[1]) and _is_year(order[0], day[0])
    return False


def _is_year(year: object, other: object) -> bool:
    """Tell whether two years may be one, if the century of one is unsaid."""
    return year == other or is_same_time((year, None, None), (other, None, None))
