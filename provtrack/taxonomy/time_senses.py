"""Changes of when something was that no value shows: early against late May, old and new style.

Entry points: `part_of_time`, `other_calendar`.
"""

from provtrack.model.names import Nature
from provtrack.taxonomy.dates import values_of
from provtrack.taxonomy.figures import DATE
from provtrack.taxonomy.hunks import Hunk, around
from provtrack.taxonomy.ruling import Ruling
from provtrack.text.language_rules import LanguageRules

_NEAR = len(" of the ")


def part_of_time(hunk: Hunk) -> Ruling | None:
    """Find another part of a month, year or century: early against late May."""
    parts = hunk.rules.time_parts
    old, new = ([key for key in keys if key in parts] for keys in (hunk.old_keys, hunk.new_keys))
    light = parts | hunk.rules.function_words
    if old == new or not light.issuperset((*hunk.old_keys, *hunk.new_keys)):
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
    keys = {*hunk.old_keys, *hunk.new_keys}
    if keys and keys <= hunk.rules.calendars and hunk.old_keys != hunk.new_keys:
        return Ruling(Nature.DATE, f"{hunk.rules.language}-date-2", 0.8, "another calendar")
    return None
