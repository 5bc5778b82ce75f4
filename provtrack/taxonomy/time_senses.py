"""Changes of when something was that no value shows: early against late May, old and new style.

Entry points: `part_of_time`, `other_calendar`, `other_time`, `other_length`.
"""

from collections.abc import Sequence

from provtrack.model.names import Nature
from provtrack.taxonomy.dates import values_of
from provtrack.taxonomy.figures import DATE, FIGURE
from provtrack.taxonomy.hunks import Hunk, around, key_of
from provtrack.taxonomy.ruling import Ruling
from provtrack.text.language_files import letters_of
from provtrack.text.language_rules import LanguageRules

_NEAR = len(" of the ")
_NEXT_WORD = 24  # code points in which the next word stands
_MARKS = ".,;:!?"


def part_of_time(hunk: Hunk) -> Ruling | None:
    """Find another part of a month, year or century: early against late May."""
    parts = hunk.rules.time_parts
    old, new = ([key for key in keys if key in parts] for keys in (hunk.old_keys, hunk.new_keys))
    if old == new:
        return None
    light = parts | hunk.rules.function_words
    if not light.issuperset((*hunk.old_keys, *hunk.new_keys)):
        return None
    if not all(_is_beside_date(side, hunk.rules) for side in (hunk.base, hunk.witness)):
        return None
    said = (
        f"{old[0]} against {new[0]}"
        if old and new
        else f"part of a time {'left out' if old else 'added'}"
    )
    return Ruling(Nature.DATE, f"{hunk.rules.language}-date-3", 0.85, said)


def _is_beside_date(side: tuple[str, int, int], rules: LanguageRules) -> bool:
    """Tell whether a date follows at once, or stands right before where words are not parted."""
    spans, tokens = around(side, rules)
    for value in values_of(tokens, rules.language):
        first, last = spans[value.first][0], spans[value.last - 1][1]
        gap = first - side[2] if first >= side[2] else side[1] - last
        follows = first >= side[2] or bool(rules.words)
        if value.kind == DATE and follows and 0 <= gap <= _NEAR:
            return True
    return False


def other_calendar(hunk: Hunk) -> Ruling | None:
    """Find a date in the old style become one in the new style, by its mark."""
    sides = ((hunk.old_keys, hunk.base), (hunk.new_keys, hunk.witness))
    styles = [_style(keys, side, hunk.rules) for keys, side in sides]
    if styles[0] != styles[1]:
        return Ruling(Nature.DATE, f"{hunk.rules.language}-date-2", 0.8, "another calendar")
    return None


def _style(keys: Sequence[str], side: tuple[str, int, int], rules: LanguageRules) -> str:
    """Name the style a reading is the mark of: "old", "new" or "", as of the initials of a name."""
    letters = letters_of("".join(keys))
    if letters not in rules.old_style and letters not in rules.new_style:
        return ""
    text, _, end = side
    if text[end : end + _NEAR].lstrip(" .")[:1].isupper():
        return ""  # N. S. Khrushchev
    return "old" if letters in rules.old_style else "new"


def other_time(hunk: Hunk) -> Ruling | None:
    """Find another word that says when: yesterday against today, last against this week."""
    rules = hunk.rules
    telling = [
        [key for key in keys if _tells_when(key, rules)] for keys in (hunk.old_keys, hunk.new_keys)
    ]
    if telling[0] == telling[1]:
        return None
    keys = {*hunk.old_keys, *hunk.new_keys}
    light = rules.function_words | rules.date_fillers | rules.periods
    if any(not _tells_when(key, rules) and key not in light for key in keys):
        return None
    are_moments = all(_says_when(words, rules) for words in telling)
    are_periods = all(rules.periods & set(words) for words in (hunk.old_keys, hunk.new_keys))
    if not (are_moments or are_periods) and not all(
        _before_period(side, rules) for side in (hunk.base, hunk.witness)
    ):
        return None
    old, new = (" ".join(words) for words in telling)
    said = f"{old} against {new}" if old and new else f"{old or new} on one side only"
    return Ruling(Nature.DATE, f"{rules.language}-date-4", 0.85, said)


def other_length(hunk: Hunk) -> Ruling | None:
    """Find another length of time or season: six weeks against months, spring against autumn.

    After a figure it is its unit, and the figure is another one.
    """
    rules = hunk.rules
    old, new = (
        [rules.lengths[key] for key in keys if key in rules.lengths]
        for keys in (hunk.old_terms, hunk.new_terms)
    )
    if len(old) != 1 or len(new) != 1 or old == new:
        return None
    light = rules.function_words | rules.date_fillers | rules.relative_times
    keys = (*hunk.old_terms, *hunk.new_terms)
    if not all(key in rules.lengths or key in light for key in keys):
        return None
    counts = all(_follows_figure(side, rules) for side in (hunk.base, hunk.witness))
    nature = Nature.FIGURE if counts else Nature.DATE
    return Ruling(nature, f"{rules.language}-{nature}-5", 0.8, f"{old[0]} against {new[0]}")


def _follows_figure(side: tuple[str, int, int], rules: LanguageRules) -> bool:
    """Tell whether a figure stands right before a place."""
    spans, tokens = around(side, rules)
    return any(
        value.kind == FIGURE and 0 <= side[1] - spans[value.last - 1][1] <= 1
        for value in values_of(tokens, rules.language)
    )


def _tells_when(key: str, rules: LanguageRules) -> bool:
    return key in rules.moments or key in rules.day_halves or key in rules.relative_times


def _says_when(words: list[str], rules: LanguageRules) -> bool:
    """Tell whether words say when without another beside them."""
    return any(word in rules.moments or word in rules.day_halves for word in words)


def _before_period(side: tuple[str, int, int], rules: LanguageRules) -> bool:
    """Tell whether a period of time, or a word for one, follows: last "week"."""
    text, _, end = side
    following = text[end : end + _NEXT_WORD].lstrip()
    if rules.words:
        return following.startswith(tuple(rules.periods))
    words = [key_of(word.strip(_MARKS)) for word in following.split()[:1]]
    return any(
        word in rules.periods or word in rules.moments or word in rules.weekdays for word in words
    )
