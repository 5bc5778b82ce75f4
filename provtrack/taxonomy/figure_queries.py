"""Ask where a claim has a figure, a date or a length of time that the text beside it has not.

A date is known if the text has one that agrees in all that both name: "March 3" of "3.3.1958". A
figure in words may be a way of speaking ("one thing"), so it is asked about only where the text
counts the same thing and counts it otherwise: percent, hours, votes.
Entry point: `figure_queries`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from provtrack.model.comparison import Query, Reading
from provtrack.model.names import Severity
from provtrack.taxonomy.dates import values_of
from provtrack.taxonomy.figures import DATE, Value
from provtrack.taxonomy.hunks import is_word, key_of, tokens_of
from provtrack.text.language_rules import LanguageRules

_STEM = 6  # letters of a word that count across inflections
_PARTS = 3  # of a date: year, month, day
_BESIDE = 2  # tokens between "4" and "7 percent" in "from 4 to 7 percent"
_PERCENT, _TIME = "percent", "time"
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Counted:
    """A value of a text with its words and what it counts.

    Attributes:
        thing: A measure, or the stem of the word behind it; "" where nothing tells.
        amount: Of a measure: a share, minutes, or how many of its unit.
    """

    value: Value
    words: str
    thing: str = ""
    amount: Fraction | None = None

    @property
    def is_day(self) -> bool:
        return self.value.kind == DATE and len(self.value.worth) == _PARTS

    @property
    def has_digits(self) -> bool:
        return any(character.isdecimal() for character in self.words)


def figure_queries(clause: Reading, texts: Sequence[str], rules: LanguageRules) -> Iterator[Query]:
    """Ask about figures and dates of a clause that the paragraphs beside it do not have."""
    if not texts:
        return
    known = [one for text in texts for one in counted_in(text, rules)]
    for one in counted_in(clause.text, rules):
        if _is_missed(one, known) and not _stands_so(one.words, texts, rules):
            yield Query(
                topic=one.value.kind,
                severity=Severity.WARNING,
                sentence=f"The base does not have the {one.value.kind} “{one.words}” here.",
                witness=clause,
            )


def counted_in(text: str, rules: LanguageRules) -> list[Counted]:
    """List the values of a text; "4" in "from 4 to 7 percent" counts percent as well."""
    tokens = tokens_of(text, rules.language)
    found = [_counted(value, tokens, rules) for value in values_of(tokens, rules.language)]
    for at in range(len(found) - 2, -1, -1):
        one, following = found[at], found[at + 1]
        is_beside = following.value.first - one.value.last <= _BESIDE
        if not one.thing and one.value.kind != DATE and is_beside and following.amount is not None:
            found[at] = _measured(one, following)
    return found


def _counted(value: Value, tokens: tuple[str, ...], rules: LanguageRules) -> Counted:
    """Read what a value counts: its unit, or the word behind it."""
    one = Counted(value, " ".join(tokens[value.first : value.last]))
    if value.kind == DATE:
        return one
    number = value.worth[0] if len(value.worth) == 1 else None
    if not isinstance(number, Fraction):
        return one
    ending = one.words.casefold()
    if any(ending.endswith(word) for word in rules.percent):
        return replace(one, thing=_PERCENT, amount=number)
    following = key_of(tokens[value.last]) if value.last < len(tokens) else ""
    length = rules.lengths.get(value.unit or following, value.unit)
    minutes = rules.length_minutes.get(length)
    if minutes:
        words = one.words if value.unit else f"{one.words} {tokens[value.last]}"
        return replace(one, words=words, thing=_TIME, amount=number * minutes)
    if value.unit:
        return replace(one, thing=value.unit, amount=number)
    is_thing = following and following not in rules.function_words and is_word(tokens[value.last])
    return replace(one, thing=following[:_STEM]) if is_thing else one


def _measured(one: Counted, following: Counted) -> Counted:
    """Give a plain figure the measure of the one that follows it."""
    number, worth = one.value.worth[0], following.value.worth[0]
    if len(one.value.worth) > 1 or not isinstance(number, Fraction):
        return one
    if following.thing == _PERCENT:
        return replace(one, thing=_PERCENT, amount=number / _HUNDRED)
    if isinstance(worth, Fraction) and worth and following.amount is not None:
        number = number * following.amount / worth
    return replace(one, thing=following.thing, amount=number)


def _is_missed(one: Counted, known: Sequence[Counted]) -> bool:
    """Tell whether a value is exact and none of those known is the same."""
    if one.is_day:
        return one.has_digits and not any(_agree(one, other) for other in known)
    same = [other for other in known if one.thing and other.thing == one.thing]
    if one.amount is not None and same:
        return all(other.amount != one.amount for other in same)
    worth = one.value.worth
    numbers = {other.value.worth[0] for other in known} - {None}
    is_known = any(worth == other.value.worth for other in known) or worth[0] in numbers
    return (one.has_digits or bool(same)) and not is_known


def _agree(one: Counted, other: Counted) -> bool:
    """Tell whether two dates may be one: what both name is the same, and there is something."""
    if not other.is_day:
        return len(one.value.worth) > 1 and one.value.worth[:1] == other.value.worth
    pairs = zip(one.value.worth, other.value.worth, strict=True)
    both = [(ours, theirs) for ours, theirs in pairs if None not in (ours, theirs)]
    return bool(both) and all(ours == theirs for ours, theirs in both)


def _stands_so(words: str, texts: Sequence[str], rules: LanguageRules) -> bool:
    """Tell whether words of a day and month stand somewhere as they are, with any year."""
    tokens = tokens_of(words, rules.language)
    own = [token for token in tokens if key_of(token) not in rules.function_words]
    pattern = re.compile(r"\b" + r"\W+".join(map(re.escape, own)) + r"\b", re.IGNORECASE)
    return len(own) > 1 and any(pattern.search(text) for text in texts)
