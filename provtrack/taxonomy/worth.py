"""What the figures and dates in and around a hunk are worth, on both sides.

A date may hold several edits ("2 November 1962", "November 2, 1962"): `touched` gives the places
of the values an edit touches, so that edits in one value can be judged together.
Entry points: `has_values`, `is_unit`, `touched`, `value_ruling`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from provtrack.model.names import Nature
from provtrack.taxonomy.dates import is_valued, values_of
from provtrack.taxonomy.figures import DATE, FIGURE, Value, Worth
from provtrack.taxonomy.hunks import Hunk, around, is_word, key_of, spans_of
from provtrack.taxonomy.lone_days import is_lone_day
from provtrack.taxonomy.numerals import roman_number
from provtrack.taxonomy.ruling import Ruling
from provtrack.text.language_rules import LanguageRules

_DATE_PARTS = 3  # year, month, day
_CENTURY = 100
_SENTENCE_ENDS = frozenset(".;!?")
_HALF_DAY = 12 * 60  # minutes
_HOUR = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d")


@dataclass(frozen=True, slots=True)
class Touched:
    """A value that an edit touches: where it stands in its paragraph.

    `core` is where it starts without the words that only lead to it ("on", "the"); `text` holds
    its words from there.
    """

    kind: str
    worth: Worth
    start: int
    core: int
    end: int
    text: str


def has_values(hunk: Hunk) -> bool:
    """Tell quickly whether an edit can touch a figure or a date."""
    language = hunk.rules.language
    return (
        any(is_valued(key, language) for key in hunk.old_keys)
        or any(is_valued(key, language) for key in hunk.new_keys)
        or _beside_digits(hunk)
        or any(roman_number(word, hunk.rules) for word in (*hunk.old_words, *hunk.new_words))
    )


def _beside_digits(hunk: Hunk) -> bool:
    """Tell whether a light change stands beside a figure: "the 5th of June", "2, 1962"."""
    rules = hunk.rules
    fillers = (rules.date_fillers, rules.range_leads, rules.range_words)
    for key in (*hunk.old_keys, *hunk.new_keys):
        if not any(key in words for words in fillers):
            return False
    if _SENTENCE_ENDS.issuperset((*hunk.old.strip(), *hunk.new.strip())):  # 2. May, not 1962.
        return any(
            any(map(str.isnumeric, text[end : end + 4]))
            for text, _, end in (hunk.base, hunk.witness)
        )
    return any(
        any(character.isnumeric() for character in text[max(0, start - 4) : end + 4])
        for text, start, end in (hunk.base, hunk.witness)
    )


def is_unit(hunk: Hunk) -> bool:
    """Tell whether only a unit comes or goes: £500, 500 pounds."""
    tokens = (*hunk.old_tokens, *hunk.new_tokens)
    return bool(tokens) and all(token.casefold() in hunk.rules.units for token in tokens)


def touched(
    side: tuple[str, int, int], rules: LanguageRules, *, is_unit: bool = False
) -> list[Touched]:
    """List the values an edit touches on one side; where nothing stands, those around it.

    Args:
        is_unit: The edit is a unit: a figure right beside the place where none stands counts.
    """
    _, start, end = side
    spans, tokens = around(side, rules)
    found = []
    for value in values_of(tokens, rules.language):
        first, last = spans[value.first][0], spans[value.last - 1][1]
        if start == end:
            if value.kind == DATE:
                near = first <= start <= last
            else:
                near = first - is_unit < start < last + 2 * is_unit
        else:
            near = first < end and start < last
        if near:
            worth = (*value.worth, value.unit) if value.unit else value.worth
            core = spans[_core(value, tokens, rules)][0]
            found.append(Touched(value.kind, worth, first, core, last, side[0][core:last]))
    return found


def _core(value: Value, tokens: Sequence[str], rules: LanguageRules) -> int:
    """Give the first token of a value after words that only lead to it: "on", "the"."""
    first = value.first
    while first < value.last - 1 and tokens[first].casefold() in rules.date_fillers:
        first += 1
    return first


def value_ruling(hunk: Hunk, old: Sequence[Touched], new: Sequence[Touched]) -> Ruling | None:
    """Compare the values two readings touch; None where neither touches one."""
    old, new = _counted(hunk.old_keys, old, new), _counted(hunk.new_keys, new, old)
    if not old and not new:
        return None
    is_date = any(value.kind == DATE for value in (*old, *new))
    kind = "date" if is_date else "figure"
    if _is_one_hour(old, new):
        return Ruling(Nature.DATE_FORM, "any-date-form-2", 0.9, "same hour, other form")
    if _are_same(old, new) or _is_roman(hunk, old, new):
        if _rest(hunk.base, old, hunk.rules) != _rest(hunk.witness, new, hunk.rules):
            return None
        nature = Nature.DATE_FORM if is_date else Nature.FIGURE_FORM
        return Ruling(nature, f"any-{kind}-form-1", 0.95, f"same {kind}, other form")
    if not is_date and _are_lone_days(hunk, old, new):
        return Ruling(Nature.DATE, "any-date-2", 0.8, _against(old, new))
    nature = Nature.DATE if is_date else Nature.FIGURE
    return Ruling(nature, f"any-{kind}-1", 0.95, _against(old, new))


def _are_lone_days(hunk: Hunk, old: Sequence[Touched], new: Sequence[Touched]) -> bool:
    """Tell whether all figures are days of a month that is not said."""
    sides = ((hunk.base[0], old), (hunk.witness[0], new))
    return bool(old and new) and all(
        is_lone_day(one.kind, one.worth, (text, one.start, one.end), hunk.rules)
        for text, values in sides
        for one in values
    )


def _counted(
    keys: Sequence[str], values: Sequence[Touched], others: Sequence[Touched]
) -> Sequence[Touched]:
    """Leave out the word "one" where the other side has no figure: it is no count there."""
    if others:
        return values
    return [value for value in values if value.worth != (1,) or value.text.isdecimal()]


def _are_same(old: Sequence[Touched], new: Sequence[Touched]) -> bool:
    """Tell whether two readings have the same values; one date may leave out the century."""
    worths = [value.worth for value in old], [value.worth for value in new]
    if Counter(worths[0]) == Counter(worths[1]):
        return True
    return len(worths[0]) == len(worths[1]) and all(map(_is_same_time, *worths))


def _is_same_time(worth: Worth, other: Worth) -> bool:
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


def _is_one_hour(old: Sequence[Touched], new: Sequence[Touched]) -> bool:
    """Tell whether 7:15 and 7.15 are one time of day."""
    if len(old) != 1 or len(new) != 1:
        return False
    texts = old[0].text, new[0].text
    is_hour = any(map(_HOUR.fullmatch, texts))
    return (
        is_hour
        and texts[0] != texts[1]
        and texts[0].replace(".", ":") == texts[1].replace(".", ":")
    )


def _is_roman(hunk: Hunk, old: Sequence[Touched], new: Sequence[Touched]) -> bool:
    """Tell whether one side has in Roman numerals what the other has in digits or words."""
    for words, others in ((hunk.old_words, new), (hunk.new_words, old)):
        if len(words) == 1 and len(others) == 1:
            number = roman_number(words[0].rstrip("."), hunk.rules)
            if number is not None and others[0].worth[0] == number:
                return True
    return False


def _rest(side: tuple[str, int, int], values: Sequence[Touched], rules: LanguageRules) -> list[str]:
    """List the words of a reading that belong to no value."""
    text, start, end = side
    return [
        key_of(token)
        for first, last in spans_of(text[start:end], rules)
        for token in (text[start + first : start + last],)
        if is_word(token)
        and not any(v.start <= start + first and start + last <= v.end for v in values)
        and key_of(token) not in rules.date_fillers
        and roman_number(token, rules) is None
    ]


def _against(old: Sequence[Touched], new: Sequence[Touched]) -> str:
    before, after = (", ".join(value.text for value in values) for values in (old, new))
    if before and after:
        return f"{before} against {after}"
    return f"{before or after} {'left out' if before else 'added'}"
