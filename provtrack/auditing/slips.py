"""What a writer or printer does to words without changing them: wide spaces, words written twice.

Entry points: `is_spaced_out`, `is_written_twice`.
"""

from provtrack.auditing.pairing import Stretch
from provtrack.auditing.sides import Sides
from provtrack.taxonomy.senses import is_negation

_SPACED = 3  # letters that stand apart


def is_spaced_out(part: Stretch, sides: Sides) -> bool:
    """Tell a word whose letters stand apart on one side, as printers set emphasis."""
    old, new = sides.source[part.s0 : part.s1], sides.quoted.words[part.q0 : part.q1]
    letters, read = ("".join(word.key for word in side) for side in (old, new))
    return letters == read and any(
        len(side) >= _SPACED and all(len(word.key) == 1 for word in side) for side in (old, new)
    )


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
