"""EDTF, levels 0 to 2: check a date, order the ends of an interval, say it in words.

Extended Date/Time Format, ISO 8601-2:2019, https://www.loc.gov/standards/datetime/: dates,
intervals, sets, unspecified figures (156X), qualified parts (2004-06~-11), seasons, years of more
than four figures. Read by a parser of our own: the `edtf` package takes intervals that run
backwards and warns when imported; it stays the oracle in tests. Leaves printed words to
`text.dates`, and first and last days to `text.edtf_bounds`.
Entry points: `is_edtf`, `parse_edtf`, `parse_set`, `describe_edtf`.
"""

import re
from calendar import monthrange
from dataclasses import dataclass

from provtrack.text.month_names import ENGLISH_MONTHS

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
# First and last month of what is numbered like a month: seasons (of no, the northern and the
# southern hemisphere), quarters, thirds and halves of a year. A winter ends with its year.
_NORTH = ((3, 5), (6, 8), (9, 11), (12, 12))
_SOUTH = ((9, 11), (12, 12), (3, 5), (6, 8))
GROUPS = {
    **dict(zip(range(21, 33), (*_NORTH, *_NORTH, *_SOUTH), strict=True)),
    **{33 + quarter: (3 * quarter + 1, 3 * quarter + 3) for quarter in range(4)},
    **{37 + third: (4 * third + 1, 4 * third + 4) for third in range(3)},
    **{40 + half: (6 * half + 1, 6 * half + 6) for half in range(2)},
}
_GROUP_NAMES = {
    **{25 + place: f"{name} (northern)" for place, name in enumerate(SEASONS.values())},
    **{29 + place: f"{name} (southern)" for place, name in enumerate(SEASONS.values())},
    **{33 + place: f"{name} quarter of" for place, name in enumerate(("1st", "2nd", "3rd", "4th"))},
    **{37 + place: f"{name} third of" for place, name in enumerate(("1st", "2nd", "3rd"))},
    **{40 + place: f"{name} half of" for place, name in enumerate(("1st", "2nd"))},
}

_DATE = re.compile(
    r"(?P<before_year>[?~%])?(?P<year>-?[\dX]{4})(?:S(?P<figures>[1-9]\d?))?(?P<after_year>[?~%])?"
    r"(?:-(?P<before_month>[?~%])?(?P<month>[\dX]{2})(?P<after_month>[?~%])?"
    r"(?:-(?P<before_day>[?~%])?(?P<day>[\dX]{2})(?P<after_day>[?~%])?)?)?"
    r"(?P<time>T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d)?)?)?",
    re.ASCII,
)
_LONG_YEAR = re.compile(
    r"(?P<year>Y-?(?:[1-9]\d{4,11}|[1-9]\d{0,8}E[1-9]))(?:S(?P<figures>[1-9]\d?))?"
    r"(?P<qualifier>[?~%])?",
    re.ASCII,
)
_ABOUT = {"~": "about {}", "?": "{}, uncertain", "%": "about {}, uncertain", "": "{}"}
_QUALIFIED = {"~": "about", "?": "uncertain", "%": "about and uncertain"}
_MOST_ELEMENTS = 200  # of a set

Day = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class EdtfDate:
    """One date of an EDTF string; an X stands for a figure that is given but not known.

    Attributes:
        year: As written: "1962", "196X", "-0043", "Y170000002", "Y17E7".
        month: "01" to "12", a season or other group of months "21" to "41", with X or empty.
        time: As written after the T; empty if none.
        qualifiers: Of year, month and day: "?" uncertain, "~" about, "%" both, or empty.
        figures: How many figures of the year are significant; None if all are.
    """

    year: str
    month: str = ""
    day: str = ""
    time: str = ""
    qualifiers: tuple[str, str, str] = ("", "", "")
    figures: int | None = None

    @property
    def qualifier(self) -> str:
        """The qualifier of the whole date; empty if its parts have several or none."""
        given = self.qualifiers[: 1 + bool(self.month) + bool(self.day)]
        return given[0] if len(set(given)) == 1 else ""

    @property
    def earliest(self) -> Day:
        """The first day it can mean, as (year, month, day)."""
        return self._beginning(latest=False)

    @property
    def latest_beginning(self) -> Day:
        """The first day, if every figure that is not known were the highest it can be."""
        return self._beginning(latest=True)

    def _beginning(self, *, latest: bool) -> Day:
        year = year_of(self.year, latest=latest)
        months = months_of(self.month) or [1]
        month = months[-1] if latest else months[0]
        if not self.day:
            return year, GROUPS[month][0] if month in GROUPS else month, 1
        for possible in reversed(months) if latest else months:
            days = days_of(self.day, year if "X" not in self.year else None, possible)
            if days:
                return year, possible, days[-1] if latest else days[0]
        return year, month, 1


def year_of(year: str, *, latest: bool) -> int:
    """Give the lowest or the highest year that a year as written can mean."""
    is_negative = year.removeprefix("Y").startswith("-")
    mantissa, _, exponent = year.removeprefix("Y").partition("E")
    filled = mantissa.replace("X", "9" if latest != is_negative else "0")
    return int(filled + "0" * int(exponent or 0))


def months_of(month: str) -> list[int]:
    """List the months, seasons or groups that a month as written can mean, in order."""
    if month.isdigit():
        return [int(month)] if 1 <= int(month) <= 12 or int(month) in GROUPS else []
    return [number for number in range(1, 13) if _fits(month, number)] if month else []


def days_of(day: str, year: int | None, month: int) -> list[int]:
    """List the days that a day as written can mean; a year of None may be a leap year."""
    # The calendar repeats; monthrange wants a year from 1 on. 1600 was a leap year.
    last = monthrange(1600 if year is None else year % 400 + 400, month)[1]
    return [number for number in range(1, last + 1) if _fits(day, number)]


def _fits(written: str, number: int) -> bool:
    return all(sign in ("X", figure) for sign, figure in zip(written, f"{number:02}", strict=True))


def is_edtf(text: str) -> bool:
    """Tell whether a text is a date, an interval or a set of EDTF, and a possible one."""
    return bool(parse_edtf(text) or parse_set(text))


def parse_edtf(text: str) -> tuple[EdtfDate | None, ...]:
    """Read EDTF: one date, or the two ends of an interval; an open or unknown end is None.

    Returns:
        Empty if it is neither, or cannot be: 30 February, an interval that runs backwards.
    """
    ends = text.split("/")
    if len(ends) == 1:
        date = _parse_date(text)
        return (date,) if date else ()
    if len(ends) > 2 or not set(ends) - {""}:
        return ()
    return _parse_ends(ends[0], ends[1])


def parse_set(text: str) -> tuple[tuple[EdtfDate | None, ...], ...]:
    """Read a set, "[1667,1670..1672]" (one of these) or "{1960,1961-12}" (all of these).

    Returns:
        Its elements: a date, or the two ends of a range, None for an open one. Empty if it is none.
    """
    if (text[:1], text[-1:]) not in (("[", "]"), ("{", "}")):
        return ()
    words = text[1:-1].split(",")
    if len(words) > _MOST_ELEMENTS:
        return ()
    elements = [_parse_element(word) for word in words]
    return tuple(elements) if all(elements) else ()


def _parse_element(text: str) -> tuple[EdtfDate | None, ...]:
    first, dots, last = text.partition("..")
    if not dots:
        date = _parse_date(text, in_interval=True)
        return (date,) if date else ()
    return _parse_ends(first, last) if first or last else ()


def _parse_ends(*ends: str) -> tuple[EdtfDate | None, ...]:
    """Read the two ends of an interval; empty if one is no date, or they run backwards."""
    dates = [None if end in ("", "..") else _parse_date(end, in_interval=True) for end in ends]
    is_read = all(date or end in ("", "..") for date, end in zip(dates, ends, strict=True))
    first, last = dates
    if not is_read or (first and last and first.earliest > last.latest_beginning):
        return ()
    return first, last


def _parse_date(text: str, *, in_interval: bool = False) -> EdtfDate | None:
    if found := _LONG_YEAR.fullmatch(text):
        return EdtfDate(
            year=found["year"],
            qualifiers=(found["qualifier"] or "", "", ""),
            figures=int(found["figures"]) if found["figures"] else None,
        )
    found = _DATE.fullmatch(text)
    if found is None or (in_interval and found["time"]):
        return None
    date = EdtfDate(
        year=found["year"],
        month=found["month"] or "",
        day=found["day"] or "",
        time=found["time"] or "",
        qualifiers=_qualifiers(found),
        figures=int(found["figures"]) if found["figures"] else None,
    )
    return date if _is_possible(date) else None


def _qualifiers(found: re.Match[str]) -> tuple[str, str, str]:
    """Give the qualifiers of the parts: after a part it is of all before, before it of it alone."""
    qualifiers = ["", "", ""]
    for place, name in enumerate(("year", "month", "day")):
        if after := found[f"after_{name}"]:
            qualifiers[: place + 1] = [_both(one, after) for one in qualifiers[: place + 1]]
        if before := found[f"before_{name}"]:
            qualifiers[place] = _both(qualifiers[place], before)
    return qualifiers[0], qualifiers[1], qualifiers[2]


def _both(one: str, other: str) -> str:
    return other if one in ("", other) else "%"


def _is_possible(date: EdtfDate) -> bool:
    if date.year == "-0000" or (date.figures and date.month):
        return False
    if date.time and ("X" in f"{date.year}{date.month}{date.day}" or not date.day):
        return False
    if date.time and any(date.qualifiers):
        return False
    if not date.month:
        return True
    months = months_of(date.month)
    if not date.day:
        return bool(months)
    year = None if "X" in date.year else year_of(date.year, latest=False)
    return any(month <= 12 and days_of(date.day, year, month) for month in months)


def describe_edtf(edtf: str) -> str:
    """Say an EDTF date in English words for readers: "2 November 1962", "about 1962".

    What is not EDTF is returned as it is; a date with unknown figures in the middle, or with unlike
    qualifiers, keeps its signs.
    """
    if elements := parse_set(edtf):
        words = [_describe_element(element) for element in elements]
        joined = ", ".join(words[:-1]) + (" and " if edtf[0] == "{" else " or ") + words[-1]
        return joined if len(words) > 1 else words[0]
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


def _describe_element(element: tuple[EdtfDate | None, ...]) -> str:
    if len(element) == 1 and element[0]:
        return _describe_date(element[0])
    first, last = element
    if first and last:
        return _describe_interval(first, last)
    return (
        f"{_describe_date(first)} or later"
        if first
        else f"{_describe_date(last)} or earlier"
        if last
        else ""
    )


def _describe_date(date: EdtfDate) -> str:
    words = _ABOUT[date.qualifier].format(_plain(date))
    given = zip(("year", "month", "day"), date.qualifiers, strict=True)
    parts = [f"{name} {_QUALIFIED[sign]}" for name, sign in given if sign and not date.qualifier]
    words += f" ({', '.join(parts)})" if parts else ""
    return words + (f" ({date.figures} figures of it significant)" if date.figures else "")


def _plain(date: EdtfDate) -> str:
    """Say a date without its qualifier."""
    year = _describe_year(date.year)
    if not date.month:
        return year
    if date.month == "XX" and date.day in ("", "XX"):
        return f"a day of {year}" if date.day else f"a month of {year}"
    is_partly_known = "X" in date.month or ("X" in date.day and date.day != "XX")
    if is_partly_known or ("X" in date.year and date.day):
        return "-".join(filter(None, (date.year, date.month, date.day)))
    month = int(date.month)
    named = SEASONS.get(month) or _GROUP_NAMES.get(month) or ENGLISH_MONTHS[month - 1]
    if not date.day:
        return f"{named} {year}"
    day = f"a day of {named}" if date.day == "XX" else f"{int(date.day)} {named}"
    return f"{day} {year}" + (f", {date.time[1:]}" if date.time else "")


def _describe_year(year: str) -> str:
    if year.endswith("X") and year.lstrip("-")[:-1].isdigit():
        return f"the {year[:-1]}0s"
    if year.rstrip("X").lstrip("-").isdigit() and "X" in year:
        lowest, highest = (abs(year_of(year, latest=latest)) for latest in (False, True))
        return f"the years {lowest:04} to {highest:04}" + (" BC" if year[0] == "-" else "")
    if "X" in year:
        return f"{year} (figures not known)"
    number = year_of(year, latest=False)
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
