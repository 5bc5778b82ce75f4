"""Figures in words and digits: what they are worth, not how they are written.

"1,250", "1250" and "twelve hundred and fifty" are one value. Reads tokens of one language with the
lists of `text.language_rules`; dates are `taxonomy.dates`. Single tokens are read by
`taxonomy.numerals`. Entry point: `figure_at`.
"""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from provtrack.taxonomy.numerals import (
    fraction_word,
    mixed_number,
    number_word,
    numeral,
    ordinal_figure,
)
from provtrack.text.language_rules import LanguageRules

FIGURE = "figure"
DATE = "date"
Worth = tuple[object, ...]

_RANGE = re.compile(r"(\d+)[-\u2010-\u2015\u2212](\d+)")
_THOUSAND = 1000
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Value:
    """A figure or a date in a run of tokens.

    Attributes:
        kind: `FIGURE` or `DATE`.
        worth: Equal for equal values; of a date (year, month, day), None where not said.
        first, last: Token positions [first, last).
        unit: What a figure counts, in one form for all its forms ("km"); "" where not known, two
            with a bar between them where it may be either.
        other: Of a date told in both calendars, the day of the old style.
    """

    kind: str
    worth: Worth
    first: int
    last: int
    unit: str = ""
    other: Worth = ()

    @property
    def is_whole_day(self) -> bool:
        """Tell whether this is a date with year, month and day."""
        return (
            self.kind == DATE
            and len(self.worth) == len("ymd")
            and all(isinstance(part, int) for part in self.worth)
        )


def figure_at(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> Value | None:
    """Read the figure that starts at a token, with the words that multiply it and its unit."""
    unit = rules.units.get(tokens[at].casefold(), "")
    if unit:
        figure = _figure_after(tokens, at + 1, rules) if not tokens[at].islower() else None
        return replace(figure, first=at, unit=unit) if figure else None
    figure = _half_of(tokens, at, rules) or _parts_of(tokens, at, rules)
    if figure:
        return figure
    if tokens[at].casefold() in rules.ones:
        figure = _part_of(tokens, at, rules)
        if not figure and at + 1 < len(tokens) and tokens[at + 1].casefold() in rules.multipliers:
            figure = _figure_at(tokens, at + 1, rules)
        figure = replace(figure, first=at) if figure else None
    else:
        figure = _figure_at(tokens, at, rules)
    if figure and _is_cut_short(tokens, figure.last, rules):
        figure = replace(figure, last=figure.last + 1)
    if figure and figure.last < len(tokens):
        unit = _unit(tokens, figure.last, rules)
        return replace(figure, last=figure.last + 1, unit=unit) if unit else figure
    return figure


def _is_cut_short(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> bool:
    """Tell whether a period only closes a multiplier before a unit: 3 тыс. рублей."""
    is_period = tokens[at : at + 1] == (".",) and at + 1 < len(tokens)
    word = tokens[at - 1].casefold()
    return is_period and (
        word in rules.multipliers
        and word in rules.abbreviations
        and tokens[at + 1].casefold() in rules.units
    )


def _unit(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> str:
    """Read a unit after its figure: a word of two senses by whether something is measured."""
    unit = rules.units.get(tokens[at].casefold(), "")
    is_measured = at + 1 < len(tokens) and tokens[at + 1].casefold() in rules.measured
    return unit.partition("|")[0] if is_measured else unit


def _part_of(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> Value | None:
    """Read "a third of": a fraction after an article, and not "a third man"."""
    words = [token.casefold() for token in tokens[at + 1 : at + 3]]
    if len(words) < 2 or words[0] not in rules.fractions or words[1] not in rules.function_words:
        return None
    return Value(FIGURE, (Fraction(1, rules.fractions[words[0]]),), at, at + 2)


def _half_of(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> Value | None:
    """Read "half a million", "eine halbe Million", "half a dozen"."""
    part, *rest = (token.casefold() for token in tokens[at : at + 3])
    if part in rules.ones and rest:
        part, rest[0] = rest[0], part
    if part not in rules.fractions or len(rest) != 2 or rest[0] not in rules.ones:
        return None
    if rest[1] not in rules.multipliers:
        return None
    worth = Fraction(rules.multipliers[rest[1]], rules.fractions[part])
    return Value(FIGURE, (worth,), at, at + 3)


def _parts_of(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> Value | None:
    """Read 三分之一: the parts first, how many of them last."""
    marks = rules.fraction_marks
    if not marks or tokens[at + 1 : at + 1 + len(marks)] != marks:
        return None
    last = at + 1 + len(marks)
    if last >= len(tokens):
        return None
    parts, count = (_whole(tokens[place], rules) for place in (at, last))
    if not parts or count is None:
        return None
    return Value(FIGURE, (Fraction(count, parts),), at, last + 1)


def _whole(token: str, rules: LanguageRules) -> int | None:
    return int(token) if token.isdecimal() else number_word(token, rules)[0]


def _figure_after(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> Value | None:
    """Read the digits after a currency, which may be an abbreviation: £500, Rs. 500."""
    at += at < len(tokens) and tokens[at] == "."
    starts = at < len(tokens) and tokens[at][0].isdecimal()
    return _figure_at(tokens, at, rules) if starts else None


def _figure_at(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> Value | None:
    """Read a figure without its unit."""
    code = _code(tokens[at], rules)
    if code:
        return Value(FIGURE, code, at, at + 1)
    ordinal = ordinal_figure(tokens[at], rules)
    if ordinal is not None:
        return Value(FIGURE, (ordinal, "ordinal"), at, at + 1)
    times = rules.multiples.get(tokens[at].casefold())
    if times:
        return Value(FIGURE, (times, "times"), at, at + 1)
    reading = _Reading(rules)
    last = place = at
    while place < len(tokens) and reading.take(tokens, place):
        place += 1
        if not reading.waits:
            last = place
    if last == at:
        return None
    worth: Worth = (reading.total + (reading.group or 0),)
    if reading.is_vague:
        return Value(FIGURE, (*worth, "vague"), at, last)
    if reading.is_ordinal:
        return Value(FIGURE, (*worth, "ordinal"), at, last)
    for words in (2, 1):
        if " ".join(tokens[last : last + words]).casefold() in rules.percent and last < len(tokens):
            share = (reading.total + (reading.group or 0)) / _HUNDRED
            return Value(FIGURE, (share,), at, min(last + words, len(tokens)))
    return Value(FIGURE, worth, at, last)


class _Reading:
    """Adds and multiplies number words as they come: "two hundred and fifty thousand"."""

    def __init__(self, rules: LanguageRules) -> None:
        self.rules = rules
        self.total = Fraction(0)
        self.group: Fraction | None = None
        self.waits = False  # the last token only joins ("and")
        self.is_ordinal = False
        self.is_done = False
        self.is_vague = False  # "hundreds", which are no number of hundreds
        self.has_part = False  # "two and a half", which only millions can follow
        self.adds_part = False  # "five and a" waits for "half"

    def take(self, tokens: tuple[str, ...], place: int) -> bool:
        """Take one more token, if it goes on with the figure."""
        rules, word = self.rules, tokens[place].casefold()
        if self.is_done:
            return self.has_part and self._take_power(word)
        digits = numeral(tokens[place], rules)
        begun = self.group is not None or self.total > 0
        if digits is not None:
            return self._take_digits(digits, tokens, place)
        if self.adds_part:
            return self._add_part(word)
        fraction = None if begun else fraction_word(word, rules)
        mixed = None if begun else mixed_number(word, rules)
        if fraction is not None:
            self.group, self.is_done = fraction, True
        elif mixed is not None:
            self.group = mixed
        elif begun and word in rules.fractions:
            self.group, self.is_done = (self.group or Fraction(1)) / rules.fractions[word], True
        elif word in rules.multipliers:
            self.is_vague = self.is_vague or (not begun and word in rules.vague)
            self._multiply(rules.multipliers[word])
        elif begun and word in rules.part_connectors and self._part_follows(tokens, place + 1):
            self.adds_part = self.waits = True
            return True
        elif begun and word in rules.number_connectors and self._is_round():
            self.waits = True
            return place + 1 < len(tokens) and self._follows(tokens[place + 1])
        else:
            return self._add(word)
        self.waits = False
        return True

    def _take_power(self, word: str) -> bool:
        """Take "million" after "two and a half"."""
        factor = self.rules.multipliers.get(word, 0)
        if factor >= _THOUSAND:
            self._multiply(factor)
            self.has_part = False
        return factor >= _THOUSAND

    def _part_follows(self, tokens: tuple[str, ...], place: int) -> bool:
        """Tell whether "half" or "a quarter" stands at a place, and no more than that."""
        place += place < len(tokens) and tokens[place].casefold() in self.rules.ones
        return place < len(tokens) and tokens[place].casefold() in self.rules.fractions

    def _add_part(self, word: str) -> bool:
        """Add the part after "five and": an article, then the word for the part."""
        if word in self.rules.fractions:
            self.group = (self.group or Fraction(0)) + Fraction(1, self.rules.fractions[word])
            self.is_done, self.waits, self.has_part = True, False, True
            self.adds_part = False
        return word in self.rules.fractions or word in self.rules.ones

    def _take_digits(self, digits: Fraction, tokens: tuple[str, ...], place: int) -> bool:
        """Take digits at the start, the next three of 12 500, or the fraction of 3½."""
        self.waits = False
        if self.group is None and not self.total:
            self.group = digits
        elif self._goes_on_with(tokens, place):
            self.group = (self.group or 0) * _THOUSAND + digits
        elif digits < 1 and tokens[place - 1].isdecimal():
            self.group, self.is_done = (self.group or 0) + digits, True
            self.has_part = True
        else:
            return False
        return True

    def _goes_on_with(self, tokens: tuple[str, ...], place: int) -> bool:
        """Tell whether digits are the next three of a figure written with blanks: 12 500."""
        before, here = tokens[place - 1], tokens[place]
        return (
            len(here) == len("500")
            and here.isdecimal()
            and before.isdecimal()
            and len(before) <= len("500")
        )

    def _multiply(self, factor: int) -> None:
        if factor > _THOUSAND and self.group is None and 0 < self.total < factor:
            self.total *= factor  # two thousand million
        elif factor < _THOUSAND:
            self.group = (Fraction(1) if self.group is None else self.group) * factor
        else:
            self.total += (Fraction(1) if self.group is None else self.group) * factor
            self.group = None

    def _add(self, word: str) -> bool:
        """Add a cardinal or a closing ordinal: "twenty", "twenty-five", "fifth"."""
        worth, is_ordinal = number_word(word, self.rules)
        if worth is None or not self._fits(worth):
            return False
        self.group = (self.group or Fraction(0)) + worth
        self.is_ordinal = self.is_done = is_ordinal
        self.waits = False
        return True

    def _fits(self, worth: int) -> bool:
        """Tell whether a smaller number may follow the one so far."""
        if not self.group:
            return True
        tens, hundreds = self.group % 10 == 0, self.group % _HUNDRED == 0
        return (worth < 10 and tens and self.group % _HUNDRED >= 20) or (
            worth < _HUNDRED and hundreds
        )

    def _is_round(self) -> bool:
        return self.group is None or self.group % _HUNDRED == 0

    def _follows(self, token: str) -> bool:
        return number_word(token.casefold(), self.rules)[0] is not None


def _code(token: str, rules: LanguageRules) -> Worth | None:
    """Read a token with digits that counts nothing: a range, a time, a type, a signature."""
    if not any(character.isdecimal() for character in token):
        return None
    pages = _RANGE.fullmatch(token)
    if pages:
        first, last = pages[1], pages[2]
        is_short = len(last) < len(first) > len("17")  # 17–4 is a vote, and no row of pages
        full = first[: len(first) - len(last)] + last if is_short else last
        return int(first), int(full), "range"
    if numeral(token, rules) is not None or ordinal_figure(token, rules) is not None:
        return None
    return (re.sub(r"[\u2010-\u2015\u2212]", "-", token.casefold()), "code")
