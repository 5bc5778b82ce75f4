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
from provtrack.taxonomy.calendars import is_style
from provtrack.taxonomy.dates import is_valued, values_of
from provtrack.taxonomy.figures import DATE, Value, Worth
from provtrack.taxonomy.hunks import Hunk, around, is_word, key_of, spans_of, word_before
from provtrack.taxonomy.lone_days import is_lone_day
from provtrack.taxonomy.numerals import roman_number
from provtrack.taxonomy.ruling import Ruling
from provtrack.taxonomy.unsaid_times import (
    are_days_in_other_order,
    century_ruling,
    is_same_time,
    lacks_century,
)
from provtrack.text.language_rules import LanguageRules

_AFTER_MARK = 5  # characters: A.D. 62
_BEFORE_MARK = 20  # characters between a date and the last word of its calendar
_SENTENCE_ENDS = frozenset(".;!?")
_HOUR = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d")


@dataclass(frozen=True, slots=True)
class Touched:
    """A value that an edit touches: where it stands in its paragraph.

    `core` is where it starts without the words that only lead to it ("on", "the"); `text` holds
    its words from there. `other` is the day of the old style where both styles are told.
    """

    kind: str
    worth: Worth
    start: int
    core: int
    end: int
    text: str
    other: Worth = ()


def has_values(hunk: Hunk) -> bool:
    """Tell quickly whether an edit can touch a figure or a date."""
    language = hunk.rules.language
    return (
        any(is_valued(key, language) for key in hunk.old_keys)
        or any(is_valued(key, language) for key in hunk.new_keys)
        or _beside_digits(hunk)
        or _is_style_of_date(hunk)
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


def _is_style_of_date(hunk: Hunk) -> bool:
    """Tell whether a change touches a mark of a calendar or era by a figure: 1881 г. (ст. ст.)."""
    return is_style((*hunk.old_keys, *hunk.new_keys), hunk.rules) and any(
        any(map(str.isnumeric, text[max(0, start - _BEFORE_MARK) : end + _AFTER_MARK]))
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
    text, start, end = side
    spans, tokens = around(side, rules)
    leads = [key_of(word) for word in text[start:end].split()]
    is_lead = bool(leads) and rules.date_fillers.issuperset(leads)
    found = []
    for value in values_of(tokens, rules.language):
        first, last = spans[value.first][0], spans[value.last - 1][1]
        if start == end:
            if value.kind == DATE:
                near = first <= start <= last
            else:
                near = first - is_unit < start < last + 2 * is_unit
        else:
            near = first < end + is_lead and start - is_lead < last  # "of" 1848
        if near:
            worth = (*value.worth, value.unit) if value.unit else value.worth
            core = spans[_core(value, tokens, rules)][0]
            found.append(
                Touched(value.kind, worth, first, core, last, side[0][core:last], value.other)
            )
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
    if _is_told_in_old_style(old, new):
        return Ruling(Nature.DATE_FORM, "any-date-form-4", 0.6, "the day of the old style alone")
    if _is_one_hour(old, new):
        return Ruling(Nature.DATE_FORM, "any-date-form-2", 0.9, "same hour, other form")
    if _are_same(old, new) or _is_roman(hunk, old, new):
        if _rest(hunk.base, old, hunk.rules) != _rest(hunk.witness, new, hunk.rules):
            return None
        if is_date and any(map(lacks_century, _worths(old), _worths(new))):
            return century_ruling(hunk, _worths(old), _worths(new), said=_against(hunk, old, new))
        nature = Nature.DATE_FORM if is_date else Nature.FIGURE_FORM
        return Ruling(nature, f"any-{kind}-form-1", 0.95, f"same {kind}, other form")
    said = _against(hunk, old, new)
    if any(map(are_days_in_other_order, _worths(old), _worths(new))):
        return Ruling(Nature.DATE, "any-date-5", 0.5, f"{said}: day or month may stand first")
    if not is_date and _are_lone_days(hunk, old, new):
        return Ruling(Nature.DATE, "any-date-2", 0.8, _against(hunk, old, new))
    nature = Nature.DATE if is_date else Nature.FIGURE
    return Ruling(nature, f"any-{kind}-1", 0.95, said)


def _is_told_in_old_style(old: Sequence[Touched], new: Sequence[Touched]) -> bool:
    """Tell whether one side has both styles of a day, and the other only the old one."""
    if len(old) != 1 or len(new) != 1 or old[0].worth == new[0].worth:
        return False
    return old[0].other == new[0].worth or new[0].other == old[0].worth


def _worths(values: Sequence[Touched]) -> list[Worth]:
    return [value.worth for value in values]


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
    worths = _worths(old), _worths(new)
    if Counter(worths[0]) == Counter(worths[1]):
        return True
    return len(worths[0]) == len(worths[1]) and all(
        is_same_time(worth, other) or _has_same_unit(worth, other)
        for worth, other in zip(*worths, strict=True)
    )


def _has_same_unit(worth: Worth, other: Worth) -> bool:
    """Tell whether two figures agree in one sense of their unit: 20 pounds and £20."""
    units = worth[-1], other[-1]
    if worth[:-1] != other[:-1] or not all(isinstance(unit, str) for unit in units):
        return False
    return not set(str(units[0]).split("|")).isdisjoint(str(units[1]).split("|"))


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
    for words, others, side in (
        (hunk.old_words, new, hunk.base),
        (hunk.new_words, old, hunk.witness),
    ):
        if len(words) == 1 and len(others) == 1 and not _is_pronoun(words[0], side, hunk.rules):
            number = roman_number(words[0].rstrip("."), hunk.rules)
            if number is not None and others[0].worth[0] == number:
                return True
    return False


def _is_pronoun(word: str, side: tuple[str, int, int], rules: LanguageRules) -> bool:
    """Tell "I was told" from Napoleon I: a light word with no name before it."""
    is_light = word.casefold() in rules.function_words
    return is_light and not word_before(*side[:2])[:1].isupper()


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


def _against(hunk: Hunk, old: Sequence[Touched], new: Sequence[Touched]) -> str:
    """Set the values of two readings against each other, or the words where one has no value."""
    before, after = (", ".join(value.text for value in values) for values in (old, new))
    if before and after:
        return f"{before} against {after}"
    if hunk.old_words and hunk.new_words:
        return f"{before or hunk.old.strip()} against {after or hunk.new.strip()}"
    return f"{before or after} {'left out' if before else 'added'}"
