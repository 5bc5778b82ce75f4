"""Printed words to a date in EDTF, in the languages of archives; the words are kept.

Words are put into a row of signs (a figure, a month, a dash ...), the row is cut at range words,
and each end is read by its shape; what one end lacks it has from the other ("24-26 August 1949").
No calendar is converted: a date of the old style stands as printed, unless the new style is printed
beside it. What can mean two days, or two
dates at once, is not read. Entry points: `read_date`, `describe_edtf`.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex  # type: ignore[import-untyped]

from provtrack.model.document import PrintedDate
from provtrack.text import calendar_words as words_of
from provtrack.text.date_phrases import (
    BEFORE_CHRIST_MARK,
    first_year_of_winter,
    in_plain_phrases,
)
from provtrack.text.edtf_dates import describe_edtf, is_edtf
from provtrack.text.month_names import MONTH_NAMES
from provtrack.text.two_calendars import day_of_new_style, halves_of

__all__ = ["describe_edtf", "read_date"]

_MOST_WORDS = 200  # code points: a date is short, and what comes from outside is not trusted
_DASHES = re.compile(r"\s*(?:--+|[‐‑‒–—―−]|(?<=\d)\s*-\s*(?=\d)|\s-\s)\s*")
_TIME = re.compile(
    r"\b\d{1,2}(?::\d{2})?\s*-\s*\d{1,2}(?::\d{2})?\s*[ap]\.?\s?m\b\.?|"
    r"\b\d{1,2}(?::\d{2}){1,2}(?:\s*[ap]\.?\s?m\b\.?)?"
    r"|\b\d{1,2}\s*[ap]\.?\s?m\b\.?|\b\d{1,2}\s*h\s?\d{2}\b"
)
_DECADE = re.compile(
    r"\b(\d{3})0(?:['’]?s\b|\s?er\b(?:\s*jahren?\b)?|ern\b|-?[еых]{1,2}\b|年代)(?:\s*год\w*)?"
)
_DECADE_BEFORE = re.compile(r"\bannées\s+(\d{3})0\b")
_ROMAN_ORDINAL = re.compile(r"\b([ivx]+)(?:e|ème|eme)(?=\s+siècle)")
_IDEOGRAPHIC = re.compile(
    r"(\d{1,4})[年\ub144]\s*(?:(\d{1,2})[月\uc6d4]\s*(?:(\d{1,2})[日號号\uc77c])?)?"
)
_MONTH_DAY = re.compile(r"(\d{1,2})[月\uc6d4]\s*(?:(\d{1,2})[日號号\uc77c])?")
_CENTURY_DECADE = re.compile(r"(\d{1,2})世[纪紀](\d)0(?:年代|s)")
_BEHIND = re.compile(rf"(.*[年月日號号])\s*({'|'.join(words_of.BEHIND)})")
_WINTER = re.compile(rf"\b(?:{'|'.join(words_of.WINTER_WORDS)})(?!\w)")
_DECADE_MARK = "\ue000"  # private use: stands in no date
_SIGN = regex.compile(
    rf"[{_DECADE_MARK}{BEFORE_CHRIST_MARK}]\d+" + r"|\d+|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*|\S"
)
_ROMAN = re.compile(r"x{0,2}(?:ix|iv|v?i{0,3})")
_CJK_DIGITS = {sign: figure for figure, sign in enumerate("〇一二三四五六七八九")} | {"零": 0}
_CJK_NUMBER = re.compile(r"[〇零一二三四五六七八九十元]+(?=[年月日号號]|世[纪紀])")

_NUMERIC = re.compile(r"#(\d{1,4}) ([./-]) #(\d{1,2}) \2 #(\d{1,4})(?: [.])?")
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        r"M(?P<m>\d+)(?: [.])?(?: #(?P<d>\d{1,2}))?(?: [.,])*(?: #(?P<y>\d{3,4}))?",
        r"#(?P<d>\d{1,2})(?: [.])?(?: M(?P<m>\d+)(?: [.,])*(?: #(?P<y>\d{3,4}))?)?",
        r"#(?P<d>\d{1,2}) , #(?P<y>\d{4})",  # June 3-4, 1961: the end of it
        r"#(?P<d>\d{1,2})(?: [./-])? R(?P<m>\d+)(?: [./-])?(?: #(?P<y>\d{3,4}))?",
        r"#(?P<y>\d{3,4})(?: [.,])?(?: M(?P<m>\d+)(?: [.])?(?: #(?P<d>\d{1,2}))?)?",
        r"S(?P<m>\d+)(?: [.,])?(?: #(?P<y>\d{3,4}))?",
        r"#(?P<y>\d{4})(?: [.,])? S(?P<m>\d+)",
        r"D(?P<decade>\d{3})",
        r"C(?P<century>\d{1,2})",
        r"B(?P<before_christ>\d{1,4})",
        r"#(?P<d>\d{1,2}) - M(?P<m>\d+) - #(?P<y>\d{4})",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _End:
    """What one end of a date says; what it does not say is None."""

    year: str | None = None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [self.year or ""]
        parts += [f"{self.month:02d}"] if self.month else []
        parts += [f"{self.day:02d}"] if self.day else []
        return "-".join(parts)


def read_date(words: str) -> PrintedDate:
    """Read a printed date.

    EDTF passes through. A date among few other words is read ("Moscow, November 9, 1960"); of the
    time of day nothing is kept but the words. "Early", "late" and the like are not expressed:
    the month or year they stand with holds the day meant.

    Returns:
        The words as given, with EDTF; None for the EDTF of what is undated,
        ambiguous ("02/11/1962"), impossible ("31 June 1962"), or not understood.
    """
    stripped = words.strip()
    is_bracketed = stripped[:1] == "[" and not re.search(r",|\.\.", stripped)  # "[1962?]" is words
    if is_edtf(stripped) and not is_bracketed:
        return PrintedDate(edtf=stripped, verbatim=words)
    if not stripped or len(stripped) > _MOST_WORDS:
        return PrintedDate(edtf=None, verbatim=words)
    if halves := halves_of(stripped):
        one, other = (read_date(half).edtf for half in halves)
        if day := day_of_new_style(one, other):
            return PrintedDate(edtf=day, verbatim=words)
    signs = _signs(stripped)
    runs = [run for run in _runs(signs) if any(sign[0] in "#MRSDCB" for sign in run)]
    edtf = _read_run(runs[0]) if len(runs) == 1 else None
    # A year alone among other words may be anything: a box, a price, a house.
    if edtf and "W" in signs and not re.search(r"\d{4}-\d\d", edtf):
        edtf = None
    return PrintedDate(edtf=edtf, verbatim=words)


def _signs(words: str) -> list[str]:
    """Put words into signs: #1962, M11 (a month), R11 (Roman), S21, D196, C19, B44 (BC), W ..."""
    text = "".join(
        str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in words
    ).casefold()
    text = _DECADE_BEFORE.sub(rf" {_DECADE_MARK}\1 ", unicodedata.normalize("NFC", text))
    text = in_plain_phrases(text)
    if _WINTER.search(text):
        text = first_year_of_winter(text)
    text = _without_ideographs(_ROMAN_ORDINAL.sub(r"\1", text).replace("0年代", "0s"))
    for name, month in words_of.TWO_WORD_MONTHS.items():
        text = text.replace(name, f" {_month_name(month)} ")
    for phrase, word in words_of.PHRASES.items():
        text = text.replace(phrase, word)
    text = _DECADE.sub(rf" {_DECADE_MARK}\1 ", _TIME.sub(" ", text))
    text = re.sub(r"[\[\]()（）<>«»\"“”]", " ", _DASHES.sub(" - ", text))
    signs: list[str] = []
    found = _SIGN.findall(text)
    is_between = found[0] in words_of.BETWEEN_WORDS if found else False
    for word in found:
        is_and = is_between and word in words_of.AND_WORDS
        signs += ["-"] if is_and else _sign_of(word, signs)
    return signs


@cache
def _month_name(month: int) -> str:
    return next(name for name, number in MONTH_NAMES.items() if number == month)


def _without_ideographs(text: str) -> str:
    """Write 一九六二年十一月二日, 昭和37年 and 1962年11月2日 as 1962, month, day."""
    text = _CJK_NUMBER.sub(lambda found: str(_ideographic_number(found[0])), text)
    text = _CENTURY_DECADE.sub(_decade_of_century, text)
    if found := _BEHIND.fullmatch(text.strip()):
        text = f"{words_of.BEHIND[found[2]]} {found[1]}"
    for era, offset in words_of.ERAS.items():
        text = re.sub(
            rf"{era}\s*(\d{{1,2}})(?=年)",
            lambda found, offset=offset: str(offset + int(found[1])),  # type: ignore[misc]
            text,
        )
    return _MONTH_DAY.sub(_spell_out_month, _IDEOGRAPHIC.sub(_spell_out, text))


def _decade_of_century(found: re.Match[str]) -> str:
    """Write 20世纪30年代 as the decade it is: 193."""
    return f" {_DECADE_MARK}{int(found[1]) - 1:02d}{found[2]} " if int(found[1]) else found[0]


def _spell_out(found: re.Match[str]) -> str:
    month = int(found[2] or 0)
    if month > 12:
        return found[0]
    name = f" {_month_name(month)} {found[3] or ''}" if month else ""
    return f" {found[1]}{name} "


def _spell_out_month(found: re.Match[str]) -> str:
    """Write the end of a range, 5月 or 5月3日, whose year stands with its beginning."""
    month = int(found[1])
    return f" {_month_name(month)} {found[2] or ''} " if 1 <= month <= 12 else found[0]


def _ideographic_number(signs: str) -> int:
    """Read 十一, 二十三 by value and 一九六二 by position; 元年 is the first year of an era."""
    if signs == "元":
        return 1
    if "十" not in signs:
        return int("".join(str(_CJK_DIGITS.get(sign, 0)) for sign in signs))
    tens, _, ones = signs.partition("十")
    return 10 * (_CJK_DIGITS.get(tens, 1) if tens else 1) + _CJK_DIGITS.get(ones, 0)


def _sign_of(word: str, before: list[str]) -> list[str]:
    """Give the signs of one word; `before` are those read so far."""
    if word.isdecimal():
        return [f"#{word}"] if len(word) <= 4 else ["W"]
    if word.startswith(_DECADE_MARK):
        return [f"D{word[1:]}"]
    if word.startswith(BEFORE_CHRIST_MARK):
        return [f"B{word[1:]}"]
    if not word[0].isalpha():
        return [word]
    if word in words_of.AND_WORDS and before:
        return ["&"]
    if word in words_of.CENTURY_WORDS and before[-1:] == ["."] and len(before) > 1:
        before.pop()  # "19. Jahrhundert"
    if word in words_of.CENTURY_WORDS and before and re.fullmatch(r"[#R]\d{1,2}", before[-1]):
        return [f"C{before.pop()[1:]}"]
    if month := MONTH_NAMES.get(word) or MONTH_NAMES.get(word.removeprefix("ב")):
        return [f"M{month}"]
    if _ROMAN.fullmatch(word):
        return [f"R{_roman_number(word)}"]
    return _role_of(word, is_first=not before)


def _roman_number(word: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[sign] for sign in word]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def _role_of(word: str, *, is_first: bool) -> list[str]:
    """Tell what a word does: opens, joins, qualifies, fills, or is none of a date's words."""
    if word in words_of.SEASON_WORDS:
        return [f"S{words_of.SEASON_WORDS[word]}"]
    if word in words_of.ABOUT_WORDS:
        return ["~"]
    if word in words_of.UNCERTAIN_WORDS:
        return ["?"]
    if is_first and word in words_of.BEFORE_WORDS:
        return ["<"]
    if is_first and word in words_of.AFTER_WORDS:
        return [">"]
    if is_first and word in words_of.FROM_WORDS:
        return []
    if word in words_of.RANGE_WORDS and not is_first:
        return ["-"]
    return [] if word in words_of.FILLERS else ["W"]


def _runs(signs: list[str]) -> Iterator[list[str]]:
    """Yield the signs between words that have nothing to do with a date."""
    run: list[str] = []
    for sign in [*signs, "W"]:
        if sign == "W":
            yield run
            run = []
        else:
            run.append(sign)


def _read_run(run: list[str]) -> str | None:
    """Read one date or interval with its qualifiers; None if it is none."""
    qualifiers = _qualifiers(run)
    row = " ".join(sign for sign in run if sign not in ("~", "?", "<", ">")).strip(" .,;:-/&")
    ends = _read_ends(row)
    if not ends or any(end.year is None or (end.day and not end.month) for end in ends):
        return None
    dates = list(dict.fromkeys(f"{end}{mark}" for end, mark in zip(ends, qualifiers, strict=False)))
    if len(dates) == 1 and run[0] in ("<", ">"):
        dates = ["..", dates[0]] if run[0] == "<" else [dates[0], ".."]
    edtf = "/".join(dates)
    return edtf if is_edtf(edtf) else None


def _qualifiers(run: list[str]) -> tuple[str, str]:
    """Give the qualifiers of both ends; in "1917?-1921" the mark is of the first alone."""
    about, uncertain = "~" in run, "?" in run
    both = "%" if about and uncertain else "~" * about + "?" * uncertain
    place = run.index("?") if uncertain else 0
    is_of_first = place and run[place - 1][0] == "#" and "-" in run[place:]
    return both, ("~" * about if is_of_first else both)


def _read_ends(row: str) -> list[_End]:
    """Read a row of signs as one date, or as two that share what one of them lacks."""
    if numeric := _NUMERIC.fullmatch(row):
        return _read_numeric(numeric)
    if single := _read_end(row):
        return [single]
    for mark in (" - ", " / "):
        first, found, last = row.partition(mark)
        if found and mark not in last:
            return _share(_read_end(first.strip(" .,")), _read_end(last.strip(" .,")))
    first, _, last = row.partition(" & ")
    ends = _share(_read_end(first.strip(" .,")), _read_end(last.strip(" .,")))
    return ends if _are_next_days(ends) else []


def _are_next_days(ends: list[_End]) -> bool:
    """Two days in a row, "8 and 9 August", are an interval; others are two dates."""
    days = [end.day or 0 for end in ends]
    return len({(end.year, end.month) for end in ends}) == 1 and days[-1] == days[0] + 1


def _read_numeric(found: re.Match[str]) -> list[_End]:
    """Read three figures; with slashes or hyphens day and month must tell themselves apart."""
    first, separator, second, last = found.groups()
    if len(first) == 4 and len(last) <= 2:
        return [_End(year=first, month=int(second), day=int(last))]
    if len(first) > 2 or len(last) != 4:
        return []
    a, b = int(first), int(second)
    if a <= 12 < b:
        return [_End(year=last, month=a, day=b)]
    # 2.11.1962 is the day first wherever periods are used.
    is_plain = separator == "." or a > 12 or a == b
    return [_End(year=last, month=b, day=a)] if is_plain else []


def _read_end(row: str) -> _End | None:
    """Read one end by its shape."""
    for shape in _SHAPES:
        if found := shape.fullmatch(row):
            return _end_of(found.groupdict())
    return None


def _end_of(found: dict[str, str | None]) -> _End | None:
    if decade := found.get("decade"):
        return _End(year=f"{decade}X")
    if century := found.get("century"):
        return _End(year=f"{int(century) - 1:02d}XX") if int(century) else None
    if before_christ := int(found.get("before_christ") or 0):
        return _End(year=f"-{before_christ - 1:04d}" if before_christ > 1 else "0000")
    year, month, day = (found.get(name) for name in "ymd")
    if year and len(year) == 3:
        return _End(year=f"0{year}", month=int(month), day=int(day or 0) or None) if month else None
    return _End(year=year, month=int(month) if month else None, day=int(day) if day else None)


def _share(first: _End | None, last: _End | None) -> list[_End]:
    """Give each end the year and month that only the other has."""
    if first is None or last is None:
        return []
    if first.year and not first.month and last.day and not last.month and not last.year:
        # 1962-63: the figures are the last two of a year.
        return [first, _End(year=f"{first.year[:2]}{last.day:02d}")]
    year_first, year_last = first.year or last.year, last.year or first.year
    month_first = first.month or (last.month if first.day else None)
    month_last = last.month or (first.month if last.day else None)
    return [
        _End(year=year_first, month=month_first, day=first.day),
        _End(year=year_last, month=month_last, day=last.day),
    ]
