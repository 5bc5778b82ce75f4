"""How a publication marks its quotations, learned from all its marks before any is paired.

The same sign opens in one country and closes in the next (» « and « », “ ” and „ “); what most
marks do whose place leaves no doubt is the publication's own habit. Entry point: `habits_of`.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from provtrack.quotations.marks import ANGLES, Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """The habits of one publication.

    Attributes:
        angles_turned: » opens and « closes, as in German and Danish books.
        angles_alike: » opens and closes, as in Finnish and Swedish books.
        closers_open: ” opens and closes, as in Swedish and Finnish books.
        single_closers_open: ’ does so.
        prefers_single: Single marks are the outer ones.
        low_opens: „ opens, and “ closes.
        uses_straight: The typewriter's " is a mark here, not only the sign of inches.
    """

    angles_turned: bool = False
    angles_alike: bool = False
    closers_open: bool = False
    single_closers_open: bool = False
    prefers_single: bool = False
    low_opens: bool = False
    uses_straight: bool = False


def habits_of(marks: Iterable[Mark]) -> Habits:
    """Learn the habits from every mark of a publication."""
    seen: Counter[str] = Counter()
    opening: Counter[str] = Counter()
    firm: Counter[str] = Counter()
    for mark in marks:
        sign = mark.sign
        if mark.family in ANGLES:
            sign = "«" if mark.sign in ("«", "‹", "<<") else "»"
        seen[sign] += 1
        opening[sign] += mark.opens and not mark.closes
        firm[sign] += not mark.is_measure
    doubles = sum(opening[sign] for sign in ('"', "“", "„", "``", "«", "»"))
    singles = opening["'"] + opening["‘"] + opening["‚"]
    return Habits(
        angles_turned=opening["»"] > opening["«"] and seen["«"] > 0,
        angles_alike=opening["»"] > 0 and seen["«"] == 0,
        closers_open=opening["”"] > 0 and seen["“"] == 0 and seen["„"] == 0,
        single_closers_open=opening["’"] > 1 and seen["‘"] + seen["‚"] + doubles == 0,
        prefers_single=singles > doubles,
        low_opens=opening["„"] + opening[",,"] > 0,
        uses_straight=firm['"'] > 0,
    )


def is_clearly_opening(mark: Mark) -> bool:
    """Whether the place alone says that a mark opens."""
    return mark.opens and not mark.closes


def is_clearly_closing(mark: Mark) -> bool:
    """Whether the place alone says that a mark closes."""
    return mark.closes and not mark.opens
