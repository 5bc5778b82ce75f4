"""The stack parser: marks of one paragraph to pairs, and what stayed open.

A paragraph is read strictly first. If marks stay unbalanced, it is read again with marks after
figures taken for inches, and with marks that touch words on both sides taken for marks; the reading
that leaves the fewest unbalanced wins, the strict one if equal. Every reading is linear in the
number of marks. Entry point: `pair`.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from provtrack.quotations.habits import Habits, is_clearly_closing, is_clearly_opening
from provtrack.quotations.marks import ANGLES, DASHES, INTRODUCING, Family, Mark, Shape

SIBILANTS = frozenset("sSxXzZ")
FIRM_STOPS = frozenset(".,;:!?…)]")


@dataclass(frozen=True, slots=True)
class Opened:
    """A mark that opened, possibly in an earlier paragraph."""

    mark: Mark
    region: int = -1


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening and a closing mark; `region` is the number of a declared part, or -1."""

    opening: Mark
    closing: Mark
    region: int = -1


@dataclass(slots=True)
class Paired:
    """One reading of a paragraph.

    Attributes:
        pairs: In order of their end.
        open: What stayed open at the end, outermost first.
        stray: Closing marks that nothing opened.
        single_faults: How many single marks stayed alone, where they are the outer ones.
    """

    pairs: list[Pair] = field(default_factory=list)
    open: list[Mark] = field(default_factory=list)
    stray: list[Mark] = field(default_factory=list)
    single_faults: int = 0

    def faults(self) -> int:
        """How many marks that are no apostrophes stayed alone."""
        lone = sum(mark.family is not Family.SINGLE for mark in self.open)
        return lone + len(self.stray) + self.single_faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Leniency:
    """What a reading allows.

    Attributes:
        measures: Marks after figures stand for inches.
        touching: Marks with words on both sides count.
        plurals: Single marks behind s are apostrophes.
    """

    measures: bool = False
    touching: bool = False
    plurals: bool = False


READINGS = tuple(
    Leniency(measures=measures, touching=touching, plurals=plurals)
    for plurals in (False, True)
    for measures, touching in ((False, False), (True, False), (False, True), (True, True))
)


def pair(marks: Sequence[Mark], habits: Habits, carried: Sequence[Mark] = ()) -> Paired:
    """Pair the marks of a paragraph.

    Args:
        marks: In order, borders of declared parts among them.
        carried: Marks that stayed open in the paragraph before and run on, outermost first.
    """
    if not marks and not carried:
        return Paired()
    best: Paired | None = None
    measures, touches = any(m.is_measure for m in marks), any(m.touches for m in marks)
    plurals = habits.prefers_single and any(
        is_plural(m) and m.family is Family.SINGLE for m in marks
    )
    for leniency in READINGS:
        if (leniency.measures and not measures) or (leniency.touching and not touches):
            continue
        if leniency.plurals and not plurals:
            continue
        reading = _Reading(habits=habits, leniency=leniency, carried=carried)
        paired = reading.read(marks)
        if best is None or paired.faults() < best.faults():
            best = paired
        if not best.faults():
            break
    return best if best is not None else Paired()


@dataclass(slots=True)
class _Frame:
    """What is open inside one declared part, or in the paragraph."""

    opened: list[Mark] = field(default_factory=list)
    counts: Counter[Family] = field(default_factory=Counter)
    region: Mark | None = None

    def push(self, mark: Mark) -> None:
        self.opened.append(mark)
        self.counts[mark.family] += 1

    def pop(self) -> Mark:
        mark = self.opened.pop()
        self.counts[mark.family] -= 1
        return mark


class _Reading:
    """One pass over the marks of a paragraph."""

    def __init__(self, *, habits: Habits, leniency: Leniency, carried: Sequence[Mark]) -> None:
        self.habits = habits
        self.leniency = leniency
        self.frames = [_Frame()]
        self.last_closers: dict[Family, int] = {}
        self.result = Paired()
        for mark in carried:
            self.frames[0].push(mark)

    def read(self, marks: Sequence[Mark]) -> Paired:
        """Read all marks."""
        firm_ahead = firm_closers_ahead(marks)
        self.last_closers = last_closers(marks)
        for number, mark in enumerate(marks):
            if mark.family is Family.REGION:
                self.border(mark)
            elif mark.family is Family.SINGLE:
                self.single(mark, firm_ahead=firm_ahead[number])
            elif self.is_measure(mark):
                continue
            elif self.is_two_singles(mark):
                for half in halves(mark):
                    self.close(half)
            elif self.opens(mark):
                self.frames[-1].push(mark)
            elif self.may_close(mark):
                self.close(mark)
        while len(self.frames) > 1:
            self.leave_open(self.frames.pop())
        self.leave_open(self.frames[0])
        self.result.open.sort(key=lambda mark: mark.start)
        if self.habits.prefers_single:
            lone = sum(mark.family is Family.SINGLE for mark in self.result.open)
            self.result.single_faults += lone
        return self.result

    def border(self, mark: Mark) -> None:
        """Enter or leave a declared part: no pair crosses its border."""
        if mark.shape is Shape.OPENS:
            self.frames.append(_Frame(region=mark))
        elif len(self.frames) > 1:
            frame = self.frames.pop()
            self.leave_open(frame)
            if frame.region is not None:
                self.result.pairs.append(Pair(frame.region, mark, int(mark.sign)))

    def leave_open(self, frame: _Frame) -> None:
        """Note what nothing closed."""
        self.result.open += frame.opened

    def is_two_singles(self, mark: Mark) -> bool:
        """Whether two apostrophes close two single marks: ‘She told him ‘no.’’"""
        counts = self.frames[-1].counts
        return (
            mark.sign in ("''", "’’")
            and not counts[Family.DOUBLE]
            and counts[Family.SINGLE] > 0
            and not is_clearly_opening(mark)
        )

    def is_measure(self, mark: Mark) -> bool:
        """Whether a straight mark after a figure stands for inches or seconds."""
        if not mark.is_measure:
            return False
        return (
            self.leniency.measures
            or not self.frames[-1].counts[mark.family]
            or self.awaits_other(mark)
        )

    def awaits_other(self, mark: Mark) -> bool:
        """Whether a curly mark that is open is closed by a curly one further on."""
        opened = next(one for one in reversed(self.frames[-1].opened) if one.family is mark.family)
        is_only_measure = mark.sign == '"' and not self.habits.uses_straight
        is_curly = opened.shape is not Shape.STRAIGHT
        return is_curly and (is_only_measure or self.last_closers.get(mark.family, -1) > mark.start)

    def opens(self, mark: Mark) -> bool:
        """Whether a mark that is no single one opens here."""
        is_open = self.frames[-1].counts[mark.family] > 0
        if mark.family in ANGLES:
            return self.angle_opens(mark, is_open=is_open)
        if mark.shape is Shape.STRAIGHT:
            return self.straight_opens(mark, is_open=is_open)
        if mark.family is not Family.DOUBLE:
            return mark.shape is Shape.OPENS
        if mark.shape is Shape.CLOSES:
            if mark.is_spaced and self.habits.closers_open:
                return not is_open
            if not is_clearly_opening(mark):
                return False
            return self.habits.closers_open or not is_open
        if not is_open and mark.sign == "“" and is_clearly_closing(mark):
            return not self.habits.low_opens
        return not (is_open and mark.sign == "“" and self.closes_by_place(mark))

    def closes_by_place(self, mark: Mark) -> bool:
        """Whether “ ends what „ or another “ began, as in German or where a mark is turned."""
        if is_clearly_closing(mark):
            return True
        last = next(one for one in reversed(self.frames[-1].opened) if one.family is mark.family)
        if last.sign not in ("„", ",,"):
            return False
        return not mark.opens or (bool(mark.before.strip()) and mark.before not in DASHES)

    def angle_opens(self, mark: Mark, *, is_open: bool) -> bool:
        """Whether « or » opens, by its place or else by the publication's habit."""
        if self.habits.angles_alike:
            return not is_open
        if is_clearly_opening(mark):
            return True
        if is_clearly_closing(mark):
            return False
        return (mark.shape is Shape.OPENS) is not self.habits.angles_turned

    def straight_opens(self, mark: Mark, *, is_open: bool) -> bool:
        """Whether a straight mark opens, by its place or else by what is open."""
        if is_clearly_opening(mark):
            return True
        if is_clearly_closing(mark):
            return not is_open and mark.before in INTRODUCING and mark.after.isalnum()
        if is_open:
            return False
        if mark.opens or mark.is_spaced:
            return True
        introduced = mark.before in INTRODUCING and mark.after.isalnum()
        return introduced or (self.leniency.touching and mark.touches)

    def may_close(self, mark: Mark) -> bool:
        """Whether a mark that does not open is one that closes at all."""
        if mark.shape is not Shape.STRAIGHT:
            return True
        if mark.touches:
            return self.leniency.touching
        return mark.closes or self.frames[-1].counts[mark.family] > 0

    def close(self, mark: Mark) -> None:
        """Close the nearest mark of the family, giving up what opened inside."""
        frame = self.frames[-1]
        if not frame.counts[mark.family]:
            if mark.closes:
                self.result.stray.append(mark)
            return
        while frame.opened[-1].family is not mark.family:
            self.result.open.append(frame.pop())
        self.result.pairs.append(Pair(frame.pop(), mark))

    def single(self, mark: Mark, *, firm_ahead: int) -> None:
        """Open or close with a single mark, unless it is an apostrophe."""
        depth = self.frames[-1].counts[Family.SINGLE]
        is_open = depth > 0
        if depth > 1:  # two must close: the one behind a stop may be the outer one's
            firm_ahead = min(firm_ahead, 1)
        if mark.shape is Shape.OPENS and not (is_open and self.turned_single(mark)):
            is_apostrophe = mark.touches and mark.before.lower() != mark.before.upper()
            if (mark.after.strip() or self.is_loose(mark)) and not is_apostrophe:
                self.frames[-1].push(mark)
        elif self.single_opens(mark, is_open=is_open):
            self.frames[-1].push(mark)
        elif not is_open:
            is_lone = mark.closes and not is_plural(mark) and not mark.is_measure
            self.result.single_faults += self.habits.prefers_single and is_lone
        elif self.is_loose(mark) or (
            mark.before.strip()
            and not may_be_apostrophe(mark, firm_ahead)
            and not (self.leniency.plurals and is_plural(mark))
            and not self.would_cross(mark)
        ):
            self.close(mark)

    def is_loose(self, mark: Mark) -> bool:
        """Whether a mark stands apart from the words, and is one for all that."""
        stands_apart = not mark.before.strip() and not mark.after.isalnum()
        return self.habits.prefers_single and stands_apart

    def would_cross(self, mark: Mark) -> bool:
        """Whether an apostrophe behind s stands in an inner quotation that is closed further on."""
        inner = self.frames[-1].opened[-1].family
        return (
            is_plural(mark)
            and inner is not Family.SINGLE
            and self.last_closers.get(inner, -1) > mark.start
        )

    def turned_single(self, mark: Mark) -> bool:
        """Whether ‘ ends what ‚ began."""
        return mark.sign == "‘" and is_clearly_closing(mark)

    def single_opens(self, mark: Mark, *, is_open: bool) -> bool:
        """Whether ' or ’ opens."""
        if mark.is_measure and not is_open:
            return False
        if mark.shape is Shape.CLOSES:
            return self.habits.single_closers_open and is_clearly_opening(mark)
        may_open = mark.opens or (mark.is_spaced and self.habits.prefers_single)
        return is_clearly_opening(mark) or (may_open and not is_open)


def halves(mark: Mark) -> tuple[Mark, Mark]:
    """Two single marks that were read as one double one."""
    middle, sign = mark.start + 1, mark.sign[0]
    first = replace(mark, end=middle, sign=sign, family=Family.SINGLE, closes=False)
    return first, replace(mark, start=middle, sign=sign, family=Family.SINGLE, closes=False)


def may_be_apostrophe(mark: Mark, firm_ahead: int) -> bool:
    """Whether a single mark that could close is the apostrophe of a plural, or noise in a word.

    A mark behind a stop further on must close something: what stands before it then does not.

    Args:
        firm_ahead: As of `firm_closers_ahead`.
    """
    if mark.touches or not mark.closes or not mark.before.isalpha():
        return False
    needed = 1 if mark.before in SIBILANTS else 2
    return firm_ahead >= needed and not mark.after.strip()


def last_closers(marks: Sequence[Mark]) -> dict[Family, int]:
    """Where the last mark of each family stands that closes by its shape or its place."""
    return {
        mark.family: mark.start
        for mark in marks
        if mark.shape is Shape.CLOSES or (mark.closes and not mark.is_measure)
    }


def is_plural(mark: Mark) -> bool:
    """Whether a mark may be the apostrophe of a plural: the horses’ stables."""
    return mark.before in SIBILANTS and mark.closes and not mark.after.strip()


def firm_closers_ahead(marks: Sequence[Mark]) -> list[int]:
    """For each mark, how surely a single mark closes before another opens.

    Returns:
        2 if one behind a stop does, 1 if one before a stop or behind no s does, else 0.
    """
    ahead, answers = 0, []
    for mark in reversed(marks):
        answers.append(ahead)
        if mark.family is not Family.SINGLE:
            continue
        if is_clearly_opening(mark) and mark.shape is not Shape.CLOSES:
            ahead = 0
        elif mark.before in FIRM_STOPS:
            ahead = 2
        elif mark.closes and (mark.after in FIRM_STOPS or mark.before not in SIBILANTS):
            ahead = max(ahead, 1)
    return answers[::-1]
