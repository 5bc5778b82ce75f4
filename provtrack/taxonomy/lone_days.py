"""Days of a month that is not said: on the 14th, le 14, am 14., 14-го.

A number is such a day where a word that leads to days stands before it and nothing it could count
or number follows. Entry point: `is_lone_day`.
"""

from provtrack.taxonomy.figures import FIGURE, Worth
from provtrack.taxonomy.hunks import key_of
from provtrack.text.language_rules import LanguageRules

_LAST_DAY = 31
_NEAR = 24  # code points in which the words beside a figure stand
_MARKS = '.,;:!?)]"”»'


def is_lone_day(kind: str, worth: Worth, side: tuple[str, int, int], rules: LanguageRules) -> bool:
    """Tell whether a figure is a day of a month that is not said.

    Args:
        side: The paragraph, and where the figure starts and ends in it.
    """
    number, *rest = worth
    if kind != FIGURE or number not in range(1, _LAST_DAY + 1) or rest not in ([], ["ordinal"]):
        return False
    text, start, end = side
    if not rest:
        if rules.bare_days is None or not text.startswith(rules.bare_days, end):
            return False
        if not text[start:end].isdecimal():
            return False
        end += len(rules.bare_days)
    is_led_to = _is_led_to(text[max(0, start - _NEAR) : start], rules)
    tells = any(text[start:end].endswith(ending) for ending in rules.day_endings)
    return (is_led_to or tells) and not _counts_what_follows(text[end : end + _NEAR], rules)


def _is_led_to(before: str, rules: LanguageRules) -> bool:
    """Tell whether the word before leads to a day, articles left out."""
    words = [key_of(word) for word in before.split()]
    while words and words[-1] in rules.date_fillers and words[-1] not in rules.day_leads:
        words.pop()
    return bool(words) and words[-1] in rules.day_leads


def _counts_what_follows(after: str, rules: LanguageRules) -> bool:
    """Tell whether the word after a number can be what it counts or numbers."""
    if not after or after[0] in _MARKS:
        return False
    word = next(iter(after.split()), "").strip(_MARKS)
    if not word or not word[0].isalpha():
        return False
    if not rules.capitals_mark_names:
        return word[0].isupper()
    return key_of(word) not in rules.function_words | rules.date_fillers
