"""What can be asked of two paragraphs in different languages without translating them.

Figures, dates, quotation marks, square brackets, negations and length answer each other in most
translations. A query says where they seem not to; it is never a change. Translators turn figures
into words, negations into antonyms and speech into dashes, so each check asks only where these
ways out are closed: a list of doubtful questions is worthless. Entry point: `queries`.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from provtrack.model.comparison import Query
from provtrack.model.names import Severity
from provtrack.taxonomy.dates import values_of
from provtrack.taxonomy.figures import DATE, FIGURE, Value
from provtrack.taxonomy.hunks import is_word, key_of, tokens_of
from provtrack.text.language_rules import LanguageRules, rules_of

_QUOTED = re.compile(r"[\"“”„«»「」『』]")
_DASH_SPEECH = re.compile(r"(?:^|\n|[.!?…,]\s*)[-–—]{1,2}\s*\S")
_SQUARE = re.compile(r"\[[^\]]+\]")
_DIGITS = re.compile(r"\d+")
_LEAST_FIGURE = 4  # smaller numbers in words turn into pronouns and articles
_LEAST_UNREAD = 100  # smaller numbers may stand in words that no file of the language tells
_LEAST_LENGTH = 120  # characters of the longer side, before lengths are compared
_MOST_UNLIKE = 2.5  # how much longer or shorter than usual a side is before it is asked about
_OLD_STYLE = frozenset({11, 12, 13})  # days between the Julian and the Gregorian calendar
_MONTH_LENGTH = 31


class _Side:
    """One side of a bead with what can be read in it."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.rules: LanguageRules = rules_of(language)
        self.tokens = tokens_of(text, self.rules.language)
        self.keys = [key_of(token) for token in self.tokens if is_word(token)]
        self.values = values_of(self.tokens, self.rules.language)
        self.digits = frozenset(_DIGITS.findall(text))

    def words(self, value: Value) -> str:
        """Give the words of a value."""
        joint = "" if self.rules.words else " "
        return joint.join(self.tokens[value.first : value.last])

    def numbers(self) -> frozenset[object]:
        """Give every number that stands in a figure or a date, alone or as a part."""
        numbers: set[object] = {int(digits) for digits in self.digits}
        for value in self.values:
            for part in value.worth:
                numbers |= set(part) if isinstance(part, tuple) else {part}
        return frozenset(numbers)


def queries(
    base: str,
    witness: str,
    *,
    base_language: str,
    witness_language: str,
    usual_ratio: float | None = None,
    both_quote: bool = True,
    both_bracket: bool = True,
) -> tuple[Query, ...]:
    """Ask where the two sides of a bead seem not to agree.

    Args:
        base, witness: All the text of the bead on each side.
        base_language, witness_language: BCP 47.
        usual_ratio: Characters of the witness to one of the base in the whole comparison;
            without it lengths are not compared.
        both_quote: Both versions set quotation marks, as a rule; else they are not compared.
        both_bracket: Neither version sets square brackets as a habit that the other has not.

    Returns:
        Queries in a fixed order of topics; none where nothing is sure enough to ask.
    """
    left, right = _Side(base, base_language), _Side(witness, witness_language)
    return (
        *_dates(left, right),
        *_figures(left, right),
        *(_quotations(left, right) if both_quote else ()),
        *(_brackets(left, right) if both_bracket else ()),
        *_length(left, right, usual_ratio),
    )


def _dates(base: _Side, witness: _Side) -> Iterator[Query]:
    """Ask about days of the year that only one side names, where both name some."""
    ours, theirs = (_days(side.values) for side in (base, witness))
    if not ours or not theirs:
        return
    missing = [day for day in ours if not any(_same_day(day, other) for other in theirs)]
    extra = [day for day in theirs if not any(_same_day(day, other) for other in ours)]
    if not missing or not extra:
        return
    old, new = base.words(ours[missing[0]]), witness.words(theirs[extra[0]])
    style = " (old style and new style?)" if _is_old_style(missing[0], extra[0]) else ""
    yield Query(
        topic="date",
        severity=Severity.WARNING,
        sentence=f"The base has the date “{old}”, the witness “{new}”{style}.",
    )


def _days(values: Sequence[Value]) -> dict[tuple[object, ...], Value]:
    """Give the dates with day and month, by their worth."""
    return {
        value.worth: value
        for value in values
        if value.kind == DATE and len(value.worth) == 3 and all(value.worth[1:])
    }


def _same_day(day: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Compare dates; a year that one side leaves out agrees with every year."""
    return day[1:] == other[1:] and (None in (day[0], other[0]) or day[0] == other[0])


def _is_old_style(day: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Tell whether two days are as far apart as the calendars are."""
    days = [
        month * _MONTH_LENGTH + number
        for _, month, number in (day, other)
        if isinstance(month, int) and isinstance(number, int)
    ]
    return len(days) == len((day, other)) and abs(days[0] - days[1]) in _OLD_STYLE


def _figures(base: _Side, witness: _Side) -> Iterator[Query]:
    """Ask about figures of one side that the other has neither in digits nor in words."""
    for side, other, names in ((base, witness, "base"), (witness, base, "witness")):
        known = other.numbers()
        can_read_words = bool(other.rules.cardinals)
        for value in side.values:
            words, number = side.words(value), value.worth[0]
            if value.kind != FIGURE or len(value.worth) > 1 or number in known:
                continue
            if not isinstance(number, Fraction) or number.denominator != 1:
                continue
            if number < _LEAST_FIGURE or not any(map(str.isdecimal, words)):
                continue
            if can_read_words or (other.digits and number >= _LEAST_UNREAD):
                yield Query(
                    topic="figure",
                    severity=Severity.WARNING,
                    sentence=f"Only the {names} has the figure “{words}”.",
                )


def has_quotation(text: str) -> bool:
    """Tell whether a text has a pair of double quotation marks."""
    return len(_QUOTED.findall(text)) > 1


def has_brackets(text: str) -> bool:
    """Tell whether a text has words in square brackets."""
    return bool(_SQUARE.search(text))


def _quotations(base: _Side, witness: _Side) -> Iterator[Query]:
    """Ask about quotation marks that only one side has."""
    quoted = [has_quotation(side.text) for side in (base, witness)]
    if quoted[0] != quoted[1]:
        bare = witness if quoted[0] else base
        if not _DASH_SPEECH.search(bare.text) and not re.search(r"['‘’‚‹›]", bare.text):
            yield Query(
                topic="quotation",
                severity=Severity.NOTE,
                sentence=f"Only the {'base' if quoted[0] else 'witness'} has quotation marks here.",
            )


def _brackets(base: _Side, witness: _Side) -> Iterator[Query]:
    """Ask about words in square brackets that only one side has."""
    brackets = [len(_SQUARE.findall(side.text)) for side in (base, witness)]
    if bool(brackets[0]) != bool(brackets[1]):
        yield Query(
            topic="bracket",
            severity=Severity.NOTE,
            sentence=f"Only the {'base' if brackets[0] else 'witness'} has words in brackets [ ].",
        )


def _length(base: _Side, witness: _Side, usual_ratio: float | None) -> Iterator[Query]:
    """Ask where a side is much longer than the other lets expect."""
    lengths = len(base.text), len(witness.text)
    if not usual_ratio or min(lengths) == 0:
        return
    expected = lengths[0] * usual_ratio
    if max(expected, lengths[1]) < _LEAST_LENGTH:
        return
    ratio = lengths[1] / expected
    if 1 / _MOST_UNLIKE < ratio < _MOST_UNLIKE:
        return
    longer, times = ("witness", ratio) if ratio > 1 else ("base", 1 / ratio)
    yield Query(
        topic="length",
        severity=Severity.NOTE,
        sentence=f"The {longer} is {times:.1f} times as long here as elsewhere.",
    )
