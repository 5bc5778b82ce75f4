"""Times of day in words and digits: half past four, 4.30 p.m., 2300 hours, 17 h 30, halb vier.

Entry point: `hour_at`.
"""

import re

from provtrack.taxonomy.figures import DATE, Value
from provtrack.taxonomy.numerals import number_word
from provtrack.text.language_rules import LanguageRules

_CLOCK = re.compile(r"([01]?\d|2[0-4])([:h.])([0-5]\d)")
_ROW = re.compile(r"([01]\d|2[0-4])([0-5]\d)")  # 2300 hours
_MOST_HOURS, _MOST_MINUTES = 24, 59
_HALF_DAY = 12
_HALF, _HOUR = 30, 60


def hour_at(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> Value | None:
    """Read a time of day that starts at a token, if one does.

    Returns:
        A date whose worth is ("hour", minutes after midnight, whether only words say it); of
        words it stays open which half of the day is meant.
    """
    past = _past(tokens, at, rules)
    if past:
        minutes, last = past
        return Value(DATE, ("hour", minutes, True), at, last)
    is_led = at > 0 and tokens[at - 1].casefold() in rules.hour_leads
    clock = _clock(tokens, at, is_led, rules) or _with_word(tokens, at, is_led, rules)
    if not clock:
        return None
    minutes, last = clock
    in_words = not any(map(str.isdecimal, tokens[at]))
    half, last = _half_of_day(tokens, last, rules)
    if half is not None:
        minutes, in_words = minutes % (_HALF_DAY * _HOUR) + half * _HOUR, False
    return Value(DATE, ("hour", minutes, in_words), at, last)


def _past(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> tuple[int, int] | None:
    """Read "half past four" and "halb vier"."""
    for words, minutes in rules.hour_phrases.items():
        last = at + len(words.split())
        if " ".join(tokens[at:last]).casefold() == words and last < len(tokens):
            hour = _number(tokens[last], rules)
            if hour is not None and 0 < hour <= _HALF_DAY:
                return hour * _HOUR + minutes, last + 1
    return None


def _clock(
    tokens: tuple[str, ...], at: int, is_led: bool, rules: LanguageRules
) -> tuple[int, int] | None:
    """Read 17:30, 17h30, at 4.30, 15.30 Uhr, 2300 hours."""
    following = tokens[at + 1].casefold() if at + 1 < len(tokens) else ""
    is_said = following in rules.hour_words or following in rules.day_halves
    clock = _CLOCK.fullmatch(tokens[at])
    if clock and (clock[2] != "." or is_said or (is_led and following not in rules.percent)):
        last = at + 1 + (following in rules.hour_words)
        return int(clock[1]) * _HOUR + int(clock[3]), last
    row = _ROW.fullmatch(tokens[at])
    if row and is_led and following in rules.row_words:
        return int(row[1]) * _HOUR + int(row[2]), at + 2
    return None


def _with_word(
    tokens: tuple[str, ...], at: int, is_led: bool, rules: LanguageRules
) -> tuple[int, int] | None:
    """Read 5 o'clock, 17 h 30, 17 час. 30 мин., 三点半, 5 p.m."""
    hour = _number(tokens[at], rules)
    if hour is None or hour > _MOST_HOURS or at + 1 == len(tokens):
        return None
    if tokens[at + 1].casefold() in rules.day_halves:
        return hour * _HOUR, at + 1
    if tokens[at + 1].casefold() not in rules.hour_words:
        return None
    place = at + 2
    place += place < len(tokens) and tokens[place] == "."
    minutes = _number(tokens[place], rules) if place < len(tokens) else None
    if place < len(tokens) and tokens[place] in rules.half_hours:
        return hour * _HOUR + _HALF, place + 1
    if minutes is None or minutes > _MOST_MINUTES:
        is_sure = is_led or tokens[at + 1].casefold() in rules.clock_words
        return (hour * _HOUR, at + 2) if is_sure else None
    place += 1
    place += place < len(tokens) and tokens[place].casefold() in rules.minute_words
    place += place < len(tokens) and tokens[place] == "." and tokens[place - 1].isalpha()
    return hour * _HOUR + minutes, place


def _half_of_day(
    tokens: tuple[str, ...], last: int, rules: LanguageRules
) -> tuple[int | None, int]:
    """Read a mark of the half of the day, in hours to add: p.m."""
    mark = tokens[last].casefold() if last < len(tokens) else ""
    return (rules.day_halves[mark], last + 1) if mark in rules.day_halves else (None, last)


def _number(token: str, rules: LanguageRules) -> int | None:
    if token.isdecimal():
        return int(token) if len(token) <= len("24") else None
    number, is_ordinal = number_word(token.casefold(), rules)
    return None if is_ordinal else number
