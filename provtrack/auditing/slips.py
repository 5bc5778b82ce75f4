"""What a writer or printer does to words without changing them.

Wide spaces, words written twice, ё printed as е, Cyrillic о for Latin o, words divided at the end
of a line.
Entry points: `is_spaced_out`, `is_written_twice`, `set_otherwise`, `TWO_SCRIPTS`.
"""

import re
from itertools import pairwise

from provtrack.auditing.pairing import Stretch
from provtrack.auditing.quoted import Word
from provtrack.auditing.sides import Sides
from provtrack.taxonomy.senses import is_negation
from provtrack.text.letter_forms import LATIN_FOR_CYRILLIC

TWO_SCRIPTS = "letters of two scripts that look the same"
_SPACED = 3  # letters that stand apart
_DIVISION = re.compile(r"(?<=[^\W\d_]{2})[-‐¬\u00ad]\s+(?=[^\W\d_]{2})")
_YO = str.maketrans("ё", "е")


def is_spaced_out(part: Stretch, sides: Sides) -> bool:
    """Tell a word whose letters stand apart on one side, as printers set emphasis."""
    old, new = sides.source[part.s0 : part.s1], sides.quoted.words[part.q0 : part.q1]
    letters, read = ("".join(word.key for word in side) for side in (old, new))
    return letters == read and (
        any(
            len(side) >= _SPACED and all(len(word.key) == 1 for word in side) for side in (old, new)
        )
        or any(_stands_wide(word, sides) for word in new)
    )


def _stands_wide(word: Word, sides: Sides) -> bool:
    """Tell a word whose letters stand apart in the quotation, where they were drawn together."""
    places = sides.quoted.origins[word.start : word.end]
    return len(places) > _SPACED and all(after - at > 1 for at, after in pairwise(places))


def is_written_twice(part: Stretch, sides: Sides) -> bool:
    """Tell words that stand beside themselves on one side: the the, of the of the."""
    is_source = part.q0 == part.q1
    words = sides.source if is_source else sides.quoted.words
    first, last = (part.s0, part.s1) if is_source else (part.q0, part.q1)
    if (part.s0 < part.s1) == (part.q0 < part.q1):
        return False
    keys = [word.key for word in words]
    own, size = keys[first:last], last - first
    if any(is_negation(key, sides.rules) for key in own):
        return False
    return own in (keys[max(0, first - size) : first], keys[last : last + size])


def set_otherwise(part: Stretch, sides: Sides) -> str:
    """Say how the same words are set on both sides, if only print differs; empty if more does.

    Russian print may leave the points of ё away; who puts them on все says something else.
    """
    (s0, s1), (q0, q1) = sides.spans(part)
    old, new = sides.text[s0:s1].casefold(), sides.quoted.text[q0:q1].casefold()
    if not old or not new:
        return ""
    if (old, new) != ("все", "всё") and old.translate(_YO) == new.translate(_YO):
        return "ё printed as е, or back"
    if any(map(_has_latin, (old, new))) and (
        old.translate(LATIN_FOR_CYRILLIC) == new.translate(LATIN_FOR_CYRILLIC)
    ):
        return TWO_SCRIPTS
    if _DIVISION.sub("", old) == _DIVISION.sub("", new):
        return "divided at the end of a line"
    return ""


def _has_latin(word: str) -> bool:
    return any("a" <= letter <= "z" for letter in word)
