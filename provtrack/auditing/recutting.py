"""Words that noise has cut otherwise, or that answer others by chance beside garbled ones.

Entry point: `recut`.
"""

from collections.abc import Sequence

from provtrack.auditing.garbling import GAIN, is_garbled
from provtrack.auditing.known_words import tells
from provtrack.auditing.pairing import Stretch, paired
from provtrack.auditing.sides import Sides
from provtrack.taxonomy.recognition import distance

_FEW_SAME = 2  # words between two stretches that may agree by chance


def recut(parts: Sequence[Stretch], sides: Sides) -> list[Stretch]:
    """Join neighbours that noise has cut otherwise: "most important" read as "mo stimportant"."""
    joined: list[Stretch] = []
    for part in _relaid(parts, sides):
        last = joined[-1] if joined else None
        if last and (last.s1, last.q1) == (part.s0, part.q0):
            both = Stretch(last.s0, part.s1, last.q0, part.q1)
            if _is_recut(both, (last, part), sides) and not all(
                is_garbled(one, sides, is_noisy=True) for one in (last, part)
            ):
                joined[-1] = both
                continue
        joined.append(part)
    return joined


def _relaid(parts: Sequence[Stretch], sides: Sides) -> list[Stretch]:
    """Let go of words that agree by chance where all that is beside them is garbled without them.

    "ihre Wagen und ihre" read as "ihreagen uud ihre": its "ihre" had answered the first one.
    """
    relaid: list[Stretch] = []
    for part in parts:
        last = relaid[-1] if relaid else None
        if last and 0 < part.s0 - last.s1 == part.q0 - last.q1 <= _FEW_SAME:
            is_lone = any(one.s0 == one.s1 or one.q0 == one.q1 for one in (last, part))
            whole = Stretch(last.s0, part.s1, last.q0, part.q1)
            pieces = _unlike(whole, sides) if is_lone else []
            if pieces and all(is_garbled(one, sides, is_noisy=True) for one in pieces):
                relaid[-1:] = pieces
                continue
        relaid.append(part)
    return relaid


def _unlike(whole: Stretch, sides: Sides) -> list[Stretch]:
    """Divide a stretch into pairs by their letters, without the words that are the same."""
    pieces = paired(whole, sides.source, sides.quoted.words)
    return [
        one
        for one in pieces
        if [word.key for word in sides.source[one.s0 : one.s1]]
        != [word.key for word in sides.quoted.words[one.q0 : one.q1]]
    ]


def _is_recut(both: Stretch, parts: Sequence[Stretch], sides: Sides) -> bool:
    """Tell words of the same letters, by and large, nearer together than apart; none has sense."""
    old, new = sides.source[both.s0 : both.s1], sides.quoted.words[both.q0 : both.q1]
    if any(tells(word.key, sides.rules) for word in (*old, *new)):
        return False
    apart = sum(_apart(part, sides) for part in parts)
    return _apart(both, sides) + GAIN <= apart and is_garbled(both, sides, is_noisy=True)


def _apart(part: Stretch, sides: Sides) -> float:
    old, new = sides.source[part.s0 : part.s1], sides.quoted.words[part.q0 : part.q1]
    return distance(*("".join(word.key for word in side) for side in (old, new)))
