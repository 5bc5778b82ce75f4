"""Dates in words and digits, and all values of a run of tokens.

"2 November 1962", "November 2nd, 1962" and "02.11.1962" are one day. A month or a year may stand
alone. Entry points: `values_of`, `is_valued`, `number_words`.
"""

import re
from dataclasses import replace
from functools import lru_cache

from provtrack.taxonomy.calendars import (
    are_calendars_apart,
    era_at,
    reckoned,
    style_after,
    style_at,
)
from provtrack.taxonomy.centuries import century_at
from provtrack.taxonomy.decades import decade_at
from provtrack.taxonomy.figures import DATE, Value, Worth, figure_at
from provtrack.taxonomy.hours import hour_at
from provtrack.taxonomy.numerals import mixed_number, number_word
from provtrack.taxonomy.numeric_dates import date_with_roman_month, numeric_date
from provtrack.text.language_files import letters_of
from provtrack.text.language_rules import LanguageRules, rules_of

_RANGE = re.compile(r"(\d{1,2})[-\u2010-\u2015\u2212](\d{1,2})")
_YEARS = re.compile(r"(\d{4})[-\u2010-\u2015\u2212](\d{2}|\d{4})")
_FIRST_YEAR = "元"
_ROMAN_LETTERS = frozenset("MDCLXVIХІ")  # of a century; Cyrillic ones too
_APOSTROPHES = frozenset("'’")  # before the year or decade of no century: '42
_YEAR = re.compile(r"1\d{3}|20\d{2}")
_TWO_STYLES = re.compile(r"(\d{1,2})/(\d{1,2})")
_DASHES = frozenset("-‐‑‒–—−")
_MONTH_LENGTH = 30
_LAST_DAY, _LAST_MONTH = 31, 12
_MOST_FILLERS = 2  # "of the"
_YEAR_MARK, _MONTH_MARK, _DAY_MARK = range(3)


@lru_cache(maxsize=4096)
def values_of(tokens: tuple[str, ...], language: str) -> tuple[Value, ...]:
    """Find the figures and dates among tokens, in order, without overlap."""
    rules = rules_of(language)
    found: list[Value] = []
    at = 0
    while at < len(tokens):
        word = tokens[at].casefold()
        if not (
            is_valued(word, language) or _leads(word, rules) or tokens[at][0] in _ROMAN_LETTERS
        ):
            at += 1
            continue
        value = (
            era_at(tokens, at, rules) or _time_at(tokens, at, rules) or _date_at(tokens, at, rules)
        )
        value = value or figure_at(tokens, at, rules)
        if value:
            found.append(value)
        at = value.last if value else at + 1
    return tuple(found)


def _leads(word: str, rules: LanguageRules) -> bool:
    """Tell whether a figure or a date may start with a word that has no value itself."""
    return (
        word in rules.date_fillers
        or word in rules.ones
        or word in rules.eras
        or word in rules.decade_leads
        or letters_of(word) in rules.era_letters
        or word in _APOSTROPHES
    )


def _time_at(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> Value | None:
    """Read a century, a decade or a time of day."""
    return (
        century_at(tokens, at, rules) or decade_at(tokens, at, rules) or hour_at(tokens, at, rules)
    )


@lru_cache(maxsize=16)
def number_words(language: str) -> frozenset[str]:
    """Give every word of a language that can be part of a figure or a date."""
    rules = rules_of(language)
    lists = (
        rules.months,
        rules.weekdays,
        rules.cardinals,
        rules.multipliers,
        rules.ordinals,
        rules.fractions,
        rules.percent,
        rules.units,
        rules.mixed_numbers,
        rules.multiples,
        rules.decades,
    )
    return frozenset(word for words in lists for word in words)


@lru_cache(maxsize=1 << 14)
def is_valued(word: str, language: str) -> bool:
    """Tell whether a casefolded word can be part of a figure or a date."""
    words = number_words(language)
    if any(map(str.isnumeric, word)) or not words.isdisjoint((word, *word.split("-"))):
        return True
    rules = rules_of(language)
    return number_word(word, rules)[0] is not None or mixed_number(word, rules) is not None


def _date_at(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> Value | None:
    """Read a date that starts at a token, if one does, with the mark of its calendar."""
    value = _unmarked_date_at(tokens, at, rules)
    style = style_after(tokens, value.last, rules) if value and value.is_whole_day else None
    if not value or not style:
        return value
    is_old, last = style
    return replace(value, worth=reckoned(value.worth, is_old=is_old), last=last)


def _unmarked_date_at(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> Value | None:
    """Read a date by day, month and year."""
    if rules.date_marks:
        marked = _marked_date(tokens, at, rules)
        if marked:
            return marked
    word = tokens[at].casefold()
    numeric = numeric_date(tokens[at], rules)
    if numeric:
        return Value(DATE, numeric, at, at + 1)
    with_roman = date_with_roman_month(tokens, at)
    if with_roman:
        return with_roman
    is_short = len(word) <= len("sun") and not rules.words
    if word in rules.weekdays and (not is_short or tokens[at][0].isupper()):
        return Value(DATE, ("weekday", rules.weekdays[word]), at, at + 1)
    reading = _Date(rules)
    place = last = at + 1 if word in rules.date_fillers else at
    while place < len(tokens) and place - last <= _MOST_FILLERS:
        width = reading.take_range(tokens, place) or reading.take_new_style(tokens, place)
        if width:
            last = place = place + width
            continue
        if reading.take(tokens[place]):
            last = place + 1
        elif not (reading.begun and _fills(tokens[place], tokens[place - 1].casefold(), rules)):
            break
        place += 1
    if reading.month is None or not reading.is_sure:
        return _year_at(tokens, at, rules)
    if reading.year is not None:
        last = _after_year_word(tokens, last, rules)
    first = at - (
        reading.has_range_word and at > 0 and tokens[at - 1].casefold() in rules.range_leads
    )
    worth = reading.year, reading.month, reading.day
    return Value(DATE, worth, first, last, other=reading.of_old_style())


def _marked_date(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> Value | None:
    """Read 一九六二年十一月二日, or a part of it: each number with the mark that names it."""
    parts: dict[int, int] = {}
    era = rules.eras.get(tokens[at], 0)
    place = at + bool(era)
    while place + 1 < len(tokens) and tokens[place + 1] in rules.date_marks:
        mark = min(rules.date_marks.index(tokens[place + 1]), _DAY_MARK)
        number = _whole(tokens[place], rules)
        if era and mark == _YEAR_MARK:
            first = 1 if tokens[place] == _FIRST_YEAR else number
            number = None if first is None else first + era
        if number is None or (parts and mark <= max(parts)):
            break
        parts[mark] = number
        place += 2
    if not parts or (_YEAR_MARK in parts and not _YEAR.fullmatch(str(parts[_YEAR_MARK]))):
        return None
    worth = tuple(parts.get(mark) for mark in (_YEAR_MARK, _MONTH_MARK, _DAY_MARK))
    return Value(DATE, worth, at, place)


def _whole(token: str, rules: LanguageRules) -> int | None:
    return int(token) if token.isdecimal() else number_word(token, rules)[0]


class _Date:
    """Day, month and year as they come, in whatever order."""

    def __init__(self, rules: LanguageRules) -> None:
        self.rules = rules
        self.day: object | None = None
        self.month: int | None = None
        self.year: int | None = None
        self.looks_like_month = False
        self.has_range_word = False
        self.old_day: tuple[int | None, int] | None = None  # month and day of the old style

    def of_old_style(self) -> Worth:
        """Give the day in the old style, where both are told; nothing else."""
        if self.old_day is None or self.month is None:
            return ()
        month, day = self.old_day
        if month is None and isinstance(self.day, int):  # 30 (12) March: the old one in February
            month = (self.month - 2) % _LAST_MONTH + 1 if day > self.day else self.month
        return self.year, month, day

    @property
    def begun(self) -> bool:
        return self.day is not None or self.month is not None

    @property
    def is_sure(self) -> bool:
        """Tell a month from a word that looks like one ("may", "march")."""
        return self.looks_like_month or self.day is not None or self.year is not None

    def take(self, token: str) -> bool:
        """Take a token as day, month or year, whichever is still open."""
        word = token.casefold()
        if self.month is None and word in self.rules.months:
            self.month = self.rules.months[word]
            rules = self.rules
            short = word in rules.modality or word in rules.telling_capitals or len(word) <= 3
            is_cut = len(word) <= len("jun") and _is_cut_short(word, self.rules)
            self.looks_like_month = (token[0].isupper() and not is_cut) or not short
            return True
        if self.year is None and self.month is not None and _YEAR.fullmatch(token):
            self.year = int(token)
            return True
        if self.day is None and self.year is None:
            self.day = _day(token, self.rules)
            return self.day is not None
        return False

    def take_range(self, tokens: tuple[str, ...], place: int) -> int:
        """Take "to 9" after a day, as in "3 to 9 August"; gives the number of tokens taken."""
        token = tokens[place].casefold()
        is_word = token in self.rules.range_words
        if not isinstance(self.day, int) or not (is_word or token in _DASHES):
            return 0
        end = _day(tokens[place + 1], self.rules) if place + 1 < len(tokens) else None
        if not isinstance(end, int) or end <= self.day:
            return 0
        self.day, self.has_range_word = (self.day, end), is_word
        return 2

    def take_new_style(self, tokens: tuple[str, ...], place: int) -> int:
        """Take "(7 November)" after "25 October": the same day in the new calendar."""
        if tokens[place] != "(" or not isinstance(self.day, int):
            return 0
        if not self.month:
            return self._take_new_day(tokens, place)
        other = _Date(self.rules)
        last = place + 1
        while last < len(tokens) and (
            other.take(tokens[last])
            or (other.begun and _fills(tokens[last], tokens[last - 1].casefold(), self.rules))
        ):
            last += 1
        style = style_at(tokens, last, self.rules)
        last = style[1] if style else last
        if last >= len(tokens) or tokens[last] != ")" or not isinstance(other.day, int):
            return 0
        days = (self.month, self.day), (other.month or self.month, other.day)
        if _are_both_styles(*days):
            self.old_day, (self.month, self.day) = days
            self.year = other.year or self.year
        elif _are_both_styles(*days[::-1]):
            self.old_day, self.year = days[1], self.year or other.year
        else:
            return 0
        return last + 1 - place

    def _take_new_day(self, tokens: tuple[str, ...], place: int) -> int:
        """Take "(25)" after "12" and before the month: the same day in the new calendar."""
        day = _day(tokens[place + 1], self.rules) if tokens[place + 2 : place + 3] == (")",) else 0
        if not (isinstance(day, int) and isinstance(self.day, int)):
            return 0
        if not are_calendars_apart((day - self.day) % _MONTH_LENGTH):
            return 0
        self.old_day, self.day = (None, self.day), day
        return 3  # the brackets and the day


def _is_cut_short(month: str, rules: LanguageRules) -> bool:
    """Tell "Jun", which may be a name, from May: there is a longer form that begins so."""
    return any(
        len(form) > len(month) and form.startswith(month) and number == rules.months[month]
        for form, number in rules.months.items()
    )


def _are_both_styles(old: tuple[int, int], new: tuple[int, int]) -> bool:
    """Tell whether two (month, day) are one day in the old and in the new style."""
    months = (new[0] - old[0]) % _LAST_MONTH
    return are_calendars_apart(months * _MONTH_LENGTH + new[1] - old[1])


def _day(token: str, rules: LanguageRules) -> object | None:
    """Read a day of the month: 2, 2nd, second, 20-31."""
    word = token.casefold()
    number, is_ordinal = number_word(word, rules)
    if is_ordinal and number is not None and number <= _LAST_DAY:
        return number
    both = _TWO_STYLES.fullmatch(token)
    if both and are_calendars_apart((int(both[2]) - int(both[1])) % _MONTH_LENGTH):
        return int(both[2])
    days = _RANGE.fullmatch(token)
    if days and int(days[1]) <= _LAST_DAY and int(days[2]) <= _LAST_DAY:
        return int(days[1]), int(days[2])
    for suffix in rules.ordinal_suffixes:
        word = word.removesuffix(suffix)
    if word.isdecimal() and len(word) <= len("31") and 1 <= int(word) <= _LAST_DAY:
        return int(word)
    return None


def _fills(sign: str, before: str, rules: LanguageRules) -> bool:
    """Tell whether a sign can stand inside a date; a period after a short month, or by rule."""
    if sign == ".":
        return before in rules.months or "." in rules.date_fillers
    return sign == "," or sign.casefold() in rules.date_fillers


def _year_at(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> Value | None:
    """Read a year by itself: after a light word ("in", "since"), and counting nothing."""
    if tokens[at] in _APOSTROPHES:
        return _short_year(tokens, at, rules)
    years = _YEARS.fullmatch(tokens[at])
    if years:
        last = years[2] if len(years[2]) == len("1962") else years[1][:2] + years[2]
        return Value(DATE, ((int(years[1]), int(last)), None, None), at, at + 1)
    if not _YEAR.fullmatch(tokens[at]) or at == 0:
        return None
    last = _after_year_word(tokens, at + 1, rules)
    if last > at + 1:
        return Value(DATE, (int(tokens[at]), None, None), at, last)
    after = tokens[at + 1] if at + 1 < len(tokens) else "."
    before = tokens[at - 1].casefold()
    if before in rules.year_leads or before in rules.moments:
        return Value(DATE, (int(tokens[at]), None, None), at, at + 1)
    if before not in rules.function_words or _is_counted(after, rules):
        return None
    return Value(DATE, (int(tokens[at]), None, None), at, at + 1)


def _short_year(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> Value | None:
    """Read '42 after a light word: the year of a century that is not said."""
    year = tokens[at + 1] if 0 < at < len(tokens) - 1 else ""
    if not (year.isdecimal() and len(year) == len("42")):
        return None
    if tokens[at - 1].casefold() not in rules.function_words | rules.year_leads:
        return None
    return Value(DATE, (int(year), None, None), at, at + 2)


def _is_counted(word: str, rules: LanguageRules) -> bool:
    """Tell whether a word after a figure can be what is counted, so that the figure is no year."""
    if not rules.capitals_mark_names:
        return word[0].isupper()  # German nouns
    is_plural = word.endswith(("s", "x")) or "s" not in rules.inflection_suffixes
    return word[0].islower() and word.casefold() not in rules.function_words and is_plural


def _after_year_word(tokens: tuple[str, ...], place: int, rules: LanguageRules) -> int:
    """Step over a word that only says that a year stands before it, and its period."""
    if place < len(tokens) and tokens[place].casefold() in rules.year_words:
        place += 1
        is_short = len(tokens[place - 1]) <= len("гг")
        place += is_short and place < len(tokens) and tokens[place] == "."
    return place
