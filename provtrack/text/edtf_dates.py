"""EDTF, levels 0 and 1: check a date, order its bounds, say it in words.

Extended Date/Time Format, ISO 8601-2:2019, https://www.loc.gov/standards/datetime/. Read by a
parser of our own: the `edtf` package takes intervals that run backwards and warns when imported;
it stays the oracle in tests. Leaves printed words to `text.dates`.
Entry points: `is_edtf`, `describe_edtf`.
"""

import re
from calendar import monthrange
from dataclasses import dataclass

from provtrack.text.month_names import ENGLISH_MONTHS

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}

_DATE = re.compile(
    r"(?P<year>-?\d{4}|-?\d{3}X|-?\d{2}XX|Y-?[1-9]\d{4,})"
    r"(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?"
    r"(?P<time>T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?)?"
    r"(?P<qualifier>[?~%])?",
    re.ASCII,
)
_ABOUT = {"~": "about {}", "?": "{}, uncertain", "%": "about {}, uncertain", "": "{}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class EdtfDate:
    """One date of an EDTF string; month and day "XX" are given but not known.

    Attributes:
        year: As written: "1962", "196X", "-0043", "Y170000002".
        month: "01" to "12", a season "21" to "24", "XX", or empty.
        time: As written after the T; empty if none.
        qualifier: "?" uncertain, "~" about, "%" both, or empty.
    """

    year: str
    month: str = ""
    day: str = ""
    time: str = ""
    qualifier: str = ""

    @property
    def earliest(self) -> tuple[int, int, int]:
        """The first day it can mean, as (year, month, day)."""
        year = int(self.year.removeprefix("Y").replace("X", "9" if self.year[0] == "-" else "0"))
        month = int(self.month) if self.month.isdigit() else 1
        return year, _SEASON_STARTS.get(month, month), int(self.day) if self.day.isdigit() else 1


def is_edtf(text: str) -> bool:
    """Tell whether a text is a date or an interval of EDTF level 0 or 1, and a possible one."""
    return bool(parse_edtf(text))


def parse_edtf(text: str) -> tuple[EdtfDate | None, ...]:
    """Read EDTF: one date, or the two ends of an interval; an open or unknown end is None.

    Returns:
        Empty if it is not EDTF of level 0 or 1, or cannot be: 30 February, an interval that runs
        backwards.
    """
    ends = text.split("/")
    if len(ends) == 1:
        date = _parse_date(text)
        return (date,) if date else ()
    if len(ends) > 2 or not set(ends) - {""}:
        return ()
    dates = [None if end in ("", "..") else _parse_date(end, in_interval=True) for end in ends]
    is_read = all(date or end in ("", "..") for date, end in zip(dates, ends, strict=True))
    first, last = dates
    if not is_read or (first and last and first.earliest > last.earliest):
        return ()
    return first, last


def _parse_date(text: str, *, in_interval: bool = False) -> EdtfDate | None:
    found = _DATE.fullmatch(text)
    if found is None or (in_interval and found["time"]):
        return None
    date = EdtfDate(**{name: value or "" for name, value in found.groupdict().items()})
    return date if _is_possible(date) else None


def _is_possible(date: EdtfDate) -> bool:
    if date.year == "-0000" or (date.year.startswith("Y") and (date.month or date.time)):
        return False
    if date.time and (not date.day.isdigit() or date.qualifier):
        return False
    if date.month == "XX":
        return date.day in ("", "XX")
    if not date.month:
        return True
    if "X" in date.year:
        return False
    month = int(date.month)
    if month in SEASONS:
        return not date.day
    if not 1 <= month <= 12:
        return False
    year = date.earliest[0] % 400 + 400  # the calendar repeats; monthrange wants a year from 1 on
    return not date.day.isdigit() or 1 <= int(date.day) <= monthrange(year, month)[1]


def describe_edtf(edtf: str) -> str:
    """Say an EDTF date in English words for readers: "2 November 1962", "about 1962".

    What is not EDTF of level 0 or 1 is returned as it is.
    """
    dates = parse_edtf(edtf)
    if not dates:
        return edtf
    if len(dates) == 1:
        return _describe_date(dates[0]) if dates[0] else edtf
    first, last = dates
    if first and last:
        return _describe_interval(first, last)
    beginning, _, end = edtf.partition("/")
    if first:
        return f"from {_describe_date(first)}" + ("" if end else ", end not known")
    return (
        f"until {_describe_date(last)}" + ("" if beginning else ", beginning not known")
        if last
        else "at any time"
    )


def _describe_date(date: EdtfDate) -> str:
    return _ABOUT[date.qualifier].format(_plain(date))


def _plain(date: EdtfDate) -> str:
    """Say a date without its qualifier."""
    year = _describe_year(date.year)
    if not date.month:
        return year
    if date.month == "XX":
        return f"a day of {year}" if date.day else f"a month of {year}"
    month = int(date.month)
    named = SEASONS.get(month) or ENGLISH_MONTHS[month - 1]
    if not date.day:
        return f"{named} {year}"
    day = f"a day of {named}" if date.day == "XX" else f"{int(date.day)} {named}"
    return f"{day} {year}" + (f", {date.time[1:]}" if date.time else "")


def _describe_year(year: str) -> str:
    if year.endswith("XX"):
        return f"the years {year[:-2]}00 to {year[:-2]}99"
    if year.endswith("X"):
        return f"the {year[:-1]}0s"
    number = int(year.removeprefix("Y"))
    return str(number) if number > 0 else f"{1 - number} BC"


def _describe_interval(first: EdtfDate, last: EdtfDate) -> str:
    """Say an interval, naming a month or year that both ends share once."""
    if first.qualifier != last.qualifier or not (first.month and last.month):
        return f"{_describe_date(first)} to {_describe_date(last)}"
    shares_year = first.year == last.year
    is_plain = first.month.isdigit() and (first.day.isdigit() or not first.day)
    if not shares_year or not is_plain or bool(first.day) != bool(last.day):
        return f"{_describe_date(first)} to {_describe_date(last)}"
    opening = _plain(first).removesuffix(f" {_describe_year(first.year)}")
    if first.month == last.month and first.day:
        opening = opening.partition(" ")[0]
    return _ABOUT[first.qualifier].format(f"{opening} to {_plain(last)}")
