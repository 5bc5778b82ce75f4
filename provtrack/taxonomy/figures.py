"""Figures in words and digits: what they are worth, not how they are written.

"1,250", "1250" and "twelve hundred and fifty" are one value. Reads tokens of one language with the
lists of `text.language_rules`; dates are `taxonomy.dates`. Entry points: `figure_at`, `roman`.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from fractions import Fraction

from provtrack.text.language_rules import LanguageRules

FIGURE = "figure"
DATE = "date"
Worth = tuple[object, ...]

_SEPARATORS = r".,’'\u00a0\u2007\u2009\u202f\u066b\u066c"
_GROUPED = re.compile(rf"\d{{1,3}}(?:([{_SEPARATORS}])\d{{3}})+")
_DECIMAL = re.compile(r"(\d[\d,.’'\u00a0\u2009\u202f]*)[.,\u066b](\d+)")
_RANGE = re.compile(r"(\d+)[-\u2010-\u2015\u2212](\d+)")
_ROMAN = re.compile(r"(?=[MDCLXVI])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_NOT_DIGITS = re.compile(r"\D")
_THOUSAND = 1000
_HUNDRED = 100
_SCORE = 20
_SHORTEST_COMPOUND = 7


@dataclass(frozen=True, slots=True)
class Value:
    """A figure or a date in a run of tokens.

    Attributes:
        kind: `FIGURE` or `DATE`.
        worth: Equal for equal values; of a date (year, month, day), None where not said.
        first, last: Token positions [first, last).
        unit: What a figure counts, in one form for all its forms ("km"); "" where not known.
    """

    kind: str
    worth: Worth
    first: int
    last: int
    unit: str = ""


def figure_at(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> Value | None:
    """Read the figure that starts at a token, with the words that multiply it and its unit."""
    unit = rules.units.get(tokens[at].casefold(), "")
    if unit:
        figure = _figure_after(tokens, at + 1, rules) if not tokens[at].islower() else None
        return replace(figure, first=at, unit=unit) if figure else None
    if tokens[at].casefold() in rules.ones:
        figure = _part_of(tokens, at, rules)
        if not figure and at + 1 < len(tokens) and tokens[at + 1].casefold() in rules.multipliers:
            figure = _figure_at(tokens, at + 1, rules)
        figure = replace(figure, first=at) if figure else None
    else:
        figure = _figure_at(tokens, at, rules)
    if figure and figure.last < len(tokens):
        unit = rules.units.get(tokens[figure.last].casefold(), "")
        return replace(figure, last=figure.last + 1, unit=unit) if unit else figure
    return figure


def _part_of(tokens: tuple[str, ...], at: int, rules: LanguageRules) -> Value | None:
    """Read "a third of": a fraction after an article, and not "a third man"."""
    words = [token.casefold() for token in tokens[at + 1 : at + 3]]
    if len(words) < 2 or words[0] not in rules.fractions or words[1] not in rules.function_words:
        return None
    return Value(FIGURE, (Fraction(1, rules.fractions[words[0]]),), at, at + 2)


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
    reading = _Reading(rules)
    last = place = at
    while place < len(tokens) and reading.take(tokens, place):
        place += 1
        if not reading.waits:
            last = place
    if last == at:
        return None
    worth: Worth = (reading.total + (reading.group or 0),)
    if reading.is_ordinal:
        return Value(FIGURE, (*worth, "ordinal"), at, last)
    for words in (2, 1):
        if " ".join(tokens[last : last + words]).casefold() in rules.percent and last < len(tokens):
            return Value(FIGURE, (*worth, "percent"), at, min(last + words, len(tokens)))
    return Value(FIGURE, worth, at, last)


def roman(token: str) -> int | None:
    """Read a Roman numeral in capitals; None if it is none."""
    if not _ROMAN.fullmatch(token):
        return None
    digits = [_ROMAN_WORTH[letter] for letter in token]
    return sum(
        -digit if digit < max(digits[place:]) else digit for place, digit in enumerate(digits)
    )


class _Reading:
    """Adds and multiplies number words as they come: "two hundred and fifty thousand"."""

    def __init__(self, rules: LanguageRules) -> None:
        self.rules = rules
        self.total = Fraction(0)
        self.group: Fraction | None = None
        self.waits = False  # the last token only joins ("and")
        self.is_ordinal = False
        self.is_done = False

    def take(self, tokens: tuple[str, ...], place: int) -> bool:
        """Take one more token, if it goes on with the figure."""
        if self.is_done:
            return False
        rules, word = self.rules, tokens[place].casefold()
        digits = numeral(tokens[place], rules)
        begun = self.group is not None or self.total > 0
        if digits is not None:
            return self._take_digits(digits, tokens, place)
        fraction = None if begun else _fraction(word, rules)
        if fraction is not None:
            self.group, self.is_done = fraction, True
        elif begun and word in rules.fractions:
            self.group, self.is_done = (self.group or Fraction(1)) / rules.fractions[word], True
        elif word in rules.multipliers:
            self._multiply(rules.multipliers[word])
        elif begun and word in rules.number_connectors and self._is_round():
            self.waits = True
            return place + 1 < len(tokens) and self._follows(tokens[place + 1])
        else:
            return self._add(word)
        self.waits = False
        return True

    def _take_digits(self, digits: Fraction, tokens: tuple[str, ...], place: int) -> bool:
        """Take digits at the start, the next three of 12 500, or the fraction of 3½."""
        self.waits = False
        if self.group is None and not self.total:
            self.group = digits
        elif self._goes_on_with(tokens, place):
            self.group = (self.group or 0) * _THOUSAND + digits
        elif digits < 1 and not tokens[place].isascii() and tokens[place - 1].isdecimal():
            self.group, self.is_done = (self.group or 0) + digits, True
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
        if factor < _THOUSAND:
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


def number_word(word: str, rules: LanguageRules) -> tuple[int | None, bool]:
    """Read one word as a number, hyphens included; tells whether it is an ordinal."""
    if word in rules.cardinals:
        return rules.cardinals[word], False
    if rules.words and word and all(c in rules.cardinals or c in rules.multipliers for c in word):
        return _in_characters(word, rules), False
    if word in rules.ordinals:
        return rules.ordinals[word], True
    return _compound(word.replace("\u2010", "-"), rules)


def _fraction(word: str, rules: LanguageRules) -> Fraction | None:
    """Read "two-thirds"; "twenty-fifth" is an ordinal."""
    count, _, part = word.replace("\u2010", "-").partition("-")
    if part not in rules.fractions or rules.cardinals.get(count, _SCORE) >= _SCORE:
        return None
    return Fraction(rules.cardinals[count], rules.fractions[part])


def _in_characters(word: str, rules: LanguageRules) -> int:
    """Read a figure in Chinese characters, by places (一九六二) or by powers (三千五百)."""
    if all(character in rules.cardinals for character in word):
        return int("".join(str(rules.cardinals[character]) for character in word))
    total = section = digit = 0
    for character in word:
        if character in rules.cardinals:
            digit = rules.cardinals[character]
            continue
        power = rules.multipliers[character]
        if power > _THOUSAND:
            total += (section + digit or 1) * power
            section = 0
        else:
            section += (digit or 1) * power
        digit = 0
    return total + section + digit


def _compound(word: str, rules: LanguageRules) -> tuple[int | None, bool]:
    """Read parts with hyphens (twenty-five, quatre-vingt-deux) or without (fünfundzwanzig)."""
    first, hyphen, rest = word.rpartition("-")
    while hyphen:
        if first in rules.cardinals:
            worth, is_ordinal = number_word(rest, rules)
            return (None if worth is None else rules.cardinals[first] + worth), is_ordinal
        first, hyphen, more = first.rpartition("-")
        rest = rest if more in rules.number_connectors else f"{more}-{rest}"
    if rules.numbers_joined_by is None or len(word) < _SHORTEST_COMPOUND:
        return None, False
    return _joined(word, rules, rules.numbers_joined_by), False


def _joined(word: str, rules: LanguageRules, joint: str) -> int | None:
    """Read a number word written together: thousands, hundreds, units before tens."""
    if word in rules.cardinals:
        return rules.cardinals[word]
    for factor in (_THOUSAND, _HUNDRED):
        for name in (name for name, worth in rules.multipliers.items() if worth == factor):
            before, found, after = word.partition(name)
            if found:
                times = _joined(before, rules, joint) if before else 1
                rest = _joined(after.removeprefix(joint), rules, joint) if after else 0
                return None if times is None or rest is None else times * factor + rest
    unit, found, tens = word.partition(joint)
    if found and unit in rules.cardinals and tens in rules.cardinals:
        return rules.cardinals[unit] + rules.cardinals[tens]
    return None


def numeral(token: str, rules: LanguageRules) -> Fraction | None:
    """Read digits with their separators; a lone "," or "." before three digits by language."""
    if token.isdecimal():
        return Fraction(int(token))
    if len(token) == 1 and token.isnumeric() and not token.isalpha():
        return Fraction(unicodedata.numeric(token)).limit_denominator(_HUNDRED)
    grouped = _GROUPED.fullmatch(token)
    if grouped and (grouped[1] != rules.decimal or token.count(rules.decimal) > 1):
        return Fraction(int(_NOT_DIGITS.sub("", token)))
    decimal = _DECIMAL.fullmatch(token)
    if decimal:
        whole = _NOT_DIGITS.sub("", decimal[1])
        return Fraction(f"{int(whole)}.{''.join(str(int(digit)) for digit in decimal[2])}")
    return None


def ordinal_figure(token: str, rules: LanguageRules) -> int | None:
    """Read 5th, 5-го, 5e."""
    for suffix in rules.ordinal_suffixes:
        stem = token.casefold().removesuffix(suffix)
        if stem != token.casefold() and stem.isdecimal():
            return int(stem)
    return None


def _code(token: str, rules: LanguageRules) -> Worth | None:
    """Read a token with digits that counts nothing: a range, a time, a type, a signature."""
    if not any(character.isdecimal() for character in token):
        return None
    pages = _RANGE.fullmatch(token)
    if pages:
        first, last = pages[1], pages[2]
        full = first[: len(first) - len(last)] + last if len(last) < len(first) else last
        return int(first), int(full), "range"
    if numeral(token, rules) is not None or ordinal_figure(token, rules) is not None:
        return None
    return (re.sub(r"[\u2010-\u2015\u2212]", "-", token.casefold()), "code")
