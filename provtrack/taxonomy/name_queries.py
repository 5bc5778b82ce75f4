"""Ask about names that one side of a bead has and nothing on the other side answers.

Names are compared by their sounds (`name_likeness`), and by what answers them elsewhere in the same
two versions (`name_answers`). Translators turn names into pronouns and pronouns into names, so
little is asked: where each side has one name that the other lacks; where a name that is otherwise
always answered, or the full name of a person, has no answer. Entry point: `name_queries`.
"""

from collections.abc import Sequence
from itertools import product

from provtrack.model.alignment import Bead
from provtrack.model.comparison import Query, Reading
from provtrack.model.names import Severity
from provtrack.taxonomy.name_answers import Lacking, both_sides
from provtrack.taxonomy.name_likeness import NEAR, VERY_NEAR, come_near
from provtrack.taxonomy.name_sides import Found

TOPIC = "name"
_USUALLY = 0.8  # share of all names that must be answered before one-sided names are asked about
# One-sided names, in all or for each bead. If there are more, the translator supplies or drops
# names as a habit, and no single one is worth a question.
_FEW, _SELDOM = 2, 0.03
_MOST_LONE = 2  # names without an answer in a bead; where there are more, it is a list
_APART = 0.34  # how far apart in their texts two names may stand that are asked about together


def name_queries(
    beads: Sequence[Bead],
    base: Sequence[str],
    witness: Sequence[str],
    *,
    base_language: str,
    witness_language: str,
) -> list[tuple[Query, ...]]:
    """Ask of every bead, knowing all of them.

    Args:
        beads: In any order; those with one side are not asked about.
        base, witness: All paragraphs of both versions.
        base_language, witness_language: BCP 47.

    Returns:
        The queries of each bead.
    """
    both = [bool(bead.base and bead.witness) for bead in beads]
    lacking = both_sides(beads, (base, witness), (base_language, witness_language))
    replaced, only = [], []
    for number in range(len(beads)):
        pairs, rest = _paired(lacking, number)
        replaced.append([_replaced(*pair) for pair in pairs])
        only.append([_only(side, found) for side, found in rest])
    is_rule = sum(map(len, only)) <= max(_FEW, _SELDOM * sum(both))
    return [
        (*pairs, *(rest if is_rule else ())) for pairs, rest in zip(replaced, only, strict=True)
    ]


def _paired(
    lacking: tuple[Lacking, Lacking], number: int
) -> tuple[list[tuple[Found, Found]], list[tuple[str, Found]]]:
    """Set lone names of a bead against each other; list those that stay alone and are sure."""
    ours, theirs = lacking
    pairs, rest = [], []
    lone, others = (
        list({one.keys: one for one in side.by_bead[number][::-1]}.values())[::-1]
        for side in lacking
    )
    if min(len(lone), len(others)) > _MOST_LONE:
        return [], []
    is_list = max(len(lone), len(others)) > _MOST_LONE
    are_only = len(lone) == len(others) == 1
    for found in lone:
        near = [one for one in others if are_only or abs(found.at - one.at) <= _APART]
        if not near:
            rest.append(("base", found))
            continue
        other = min(near, key=lambda one: abs(found.at - one.at))
        others.remove(other)
        if is_list and not (ours.has_own_answer(found) and theirs.has_own_answer(other)):
            continue
        if _are_two(lacking, found, other, are_only=are_only):
            pairs.append((found, other))
    if is_list:
        return pairs, []
    rest += [("witness", other) for other in others]
    return pairs, [(side, one) for side, one in rest if _is_sure(lacking, side, one)]


def _are_two(
    lacking: tuple[Lacking, Lacking], found: Found, other: Found, *, are_only: bool
) -> bool:
    """Tell whether two names without an answer, at one place, are surely not one name."""
    ours, theirs = lacking
    is_usual = min(side.usual_without(1) for side in lacking) >= _USUALLY
    is_checkable = ours.is_checkable(found) or theirs.is_checkable(other)
    both_learned = ours.has_learned(found) and theirs.has_learned(other)
    is_own = ours.has_own_answer(found) or theirs.has_own_answer(other)
    least = VERY_NEAR if both_learned or is_own else NEAR
    return (is_checkable or (are_only and is_usual)) and not _near(found, other, least)


def _near(found: Found, other: Found, least: float) -> bool:
    """Tell whether two names might be one after all."""
    words = product(found.name.words, other.name.words)
    return any(come_near(one, two, least) for one, two in words)


def _is_sure(lacking: tuple[Lacking, Lacking], side: str, found: Found) -> bool:
    """Tell whether a name that stands alone should have had an answer."""
    if min(names.usual for names in lacking) < _USUALLY:
        return False
    return lacking[side == "witness"].is_known(found) or found.name.is_full


def _replaced(found: Found, other: Found) -> Query:
    return Query(
        topic=TOPIC,
        severity=Severity.WARNING,
        sentence=f"Only the base has the name “{_shown(found)}” here, "
        f"and only the witness “{_shown(other)}”.",
        base=_reading(found),
        witness=_reading(other),
    )


def _only(side: str, found: Found) -> Query:
    reading = _reading(found)
    return Query(
        topic=TOPIC,
        severity=Severity.WARNING,
        sentence=f"Only the {side} has the name “{_shown(found)}” here.",
        base=reading if side == "base" else None,
        witness=reading if side == "witness" else None,
    )


def _shown(found: Found) -> str:
    return " ".join(found.text[found.name.start : found.name.end].split())


def _reading(found: Found) -> Reading:
    start, end = found.name.start, found.name.end
    return Reading(paragraph=found.paragraph, start=start, end=end, text=found.text[start:end])
