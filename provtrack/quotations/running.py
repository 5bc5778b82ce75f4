"""Quotations of a flow, paragraph after paragraph: those that run on, and those nothing closes.

A quotation runs on if the next paragraph opens with its mark again, or, where opening and closing
marks differ, if one of the next three paragraphs closes it before anything opens. Whatever else
stays open ends at the next call of a note, at the next such mark, or with its paragraph, and is
told in a remark: it never runs away. Entry point: `quotes_of`.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from provtrack.quotations.flows import Flow, Stretch
from provtrack.quotations.habits import Habits, is_clearly_closing, is_clearly_opening
from provtrack.quotations.lost_opening import begin_of
from provtrack.quotations.marks import Family, Mark, Shape, marks_of, without_code
from provtrack.quotations.pairing import Pair, Paired, is_plural, pair

REACH = 3  # paragraphs in which a mark may be closed without being opened again
MIN_WORDS = 3  # of what follows a mark that nothing closes, to be taken for a quotation


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation as a place in the flow.

    Attributes:
        start, end: Without marks.
        whole_start, whole_end: With marks.
        sign: The opening mark; empty without.
        region: Number of the declared part in the flow's `quoted`; -1 if none.
        block: Number of the block quotation it is; -1 if none.
        left_out: Marks of repeated opening inside, and reporting clauses as (start, end).
        is_guess: Nothing closes it.
    """

    start: int
    end: int
    whole_start: int
    whole_end: int
    sign: str = ""
    region: int = -1
    block: int = -1
    reopened: tuple[tuple[int, int], ...] = ()
    interruptions: tuple[tuple[int, int], ...] = ()
    is_guess: bool = False


@dataclass(slots=True)
class Read:
    """What was read of a flow: its quotations in no order, and places of lone marks."""

    quotes: list[Quote] = field(default_factory=list)
    lone: list[int] = field(default_factory=list)


def marks_by_paragraph(flow: Flow) -> list[list[Mark]]:
    """List the marks of each paragraph, without those in code."""
    code = [(span.start, span.end) for span in flow.code]
    found = []
    for one in flow.paragraphs:
        first = bisect_left(code, one.start, key=lambda span: span[1])
        last = bisect_left(code, one.end, key=lambda span: span[0])
        marks = marks_of(flow.text, one.start, one.end)
        found.append(list(without_code(marks, code[first:last]) if first < last else marks))
    return found


def quotes_of(flow: Flow, marks: Sequence[Sequence[Mark]], habits: Habits) -> Read:
    """Find the marked and the declared quotations of a flow."""
    run = _Run(flow=flow, habits=habits, marks=[list(one) for one in marks])
    run.set_borders()
    for number in range(len(flow.paragraphs)):
        run.paragraph(number)
    return run.read


@dataclass(slots=True)
class _Run:
    """The paragraphs of a flow as they are read, with what runs on."""

    flow: Flow
    habits: Habits
    marks: list[list[Mark]]
    read: Read = field(default_factory=Read)
    carried: list[Mark] = field(default_factory=list)
    reopened: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def set_borders(self) -> None:
        """Set the borders of declared parts among the marks; parts of several paragraphs apart."""
        starts = [one.start for one in self.flow.paragraphs]
        borders: dict[int, list[tuple[tuple[int, int, int], Mark]]] = {}
        for number, (span, _) in enumerate(self.flow.quoted):
            place = bisect_left(starts, span.start + 1) - 1
            if place >= 0 and span.end <= self.flow.paragraphs[place].end:
                borders.setdefault(place, []).extend(_borders(number, span.start, span.end))
            elif len(span):
                ends = (span.start, span.end)
                self.read.quotes.append(Quote(*ends, *ends, region=number))
        for place, own in borders.items():
            keyed = [((mark.start, 2, 0), mark) for mark in self.marks[place]]
            self.marks[place] = [mark for _, mark in sorted(keyed + own, key=lambda one: one[0])]

    def paragraph(self, number: int) -> None:
        """Read one paragraph, with what runs on into it and out of it."""
        own = self.marks[number]
        paired = self._carried_on(number, own)
        for one in paired.pairs:
            self.read.quotes.append(self.quote(one))
        self.carried = self.running_on(number, paired)
        kept = {mark.start for mark in self.carried}
        rest = [mark for mark in paired.open if mark.start not in kept]
        self.read.quotes += self.bounded(number, rest, paired)
        self.read.quotes += self.begun(number, paired)
        self.read.lone += [mark.start for mark in paired.stray if is_firm(mark)]

    def _carried_on(self, number: int, own: list[Mark]) -> Paired:
        """Read with what is carried, its repeated marks taken out."""
        leading = len(self.carried) and self.repeated(number, self.carried)
        for outer, mark in zip(self.carried, own[:leading], strict=False):
            self.reopened.setdefault(outer.start, []).append((mark.start, mark.end))
        paired = pair(own[leading:], self.habits, self.carried)
        doubtful = self.doubtful_end(number, paired)
        if doubtful is None:
            return paired
        without = [mark for mark in own[leading:] if mark is not doubtful]
        running = pair(without, self.habits, self.carried)
        return running if running.faults() == len(running.open) == 1 else paired

    def doubtful_end(self, number: int, paired: Paired) -> Mark | None:
        """The mark that ends an introduced quotation before its paragraph, but may be none.

        An apostrophe behind s and the sign of inches are none where the next paragraph opens again.
        """
        if not paired.pairs or not self.continues(number, number + 1):
            return None
        last = paired.pairs[-1]
        opening, closing = last.opening, last.closing
        may_be_none = closing.is_measure or (closing.family is Family.SINGLE and is_plural(closing))
        is_inside = closing.after.isspace() and not paired.open
        lead = self.flow.text[max(0, opening.start - 2) : opening.start].rstrip()
        if may_be_none and is_inside and lead.endswith((":", ",", "：")):
            return closing if self.repeated(number + 1, [opening]) else None
        return None

    def quote(self, one: Pair) -> Quote:
        """Make the quotation of a pair."""
        if one.region >= 0:
            span = self.flow.quoted[one.region][0]
            return Quote(span.start, span.end, span.start, span.end, region=one.region)
        opening, closing = one.opening, one.closing
        return Quote(
            opening.end,
            max(opening.end, closing.start),
            opening.start,
            closing.end,
            sign=opening.sign,
            reopened=tuple(self.reopened.pop(opening.start, ())),
        )

    def running_on(self, number: int, paired: Paired) -> list[Mark]:
        """Say which open marks run on into the next paragraph, outermost first."""
        if not paired.open or not self.continues(number, number + 1):
            return []
        candidates = [mark for mark in paired.open if is_firm(mark) or self.habits.prefers_single]
        repeated = self.repeated(number + 1, candidates[:4])
        if repeated:
            return candidates[:repeated] if self.gains(number, candidates[:repeated]) else []
        for mark in candidates[:1]:
            if mark.shape is Shape.OPENS and is_firm(mark) and self.is_closed_later(number, mark):
                return [mark]
        return []

    def continues(self, number: int, other: int) -> bool:
        """Whether a paragraph may go on with what stands in another."""
        paragraphs = self.flow.paragraphs
        if other >= len(paragraphs):
            return False
        return paragraphs[number].block == paragraphs[other].block and not (
            paragraphs[other].is_heading or paragraphs[number].is_heading
        )

    def repeated(self, number: int, opened: Sequence[Mark]) -> int:
        """Count the marks at the start of a paragraph that repeat open ones, in their order."""
        position = self.first_word(self.flow.paragraphs[number])
        count = 0
        for outer, mark in zip(opened, self.marks[number], strict=False):
            if mark.start != position or not _repeats(mark, outer):
                break
            position, count = mark.end, count + 1
        return count

    def first_word(self, stretch: Stretch) -> int:
        """Where the first sign of a paragraph stands."""
        words = self.flow.text[stretch.start : stretch.end]
        return stretch.start + len(words) - len(words.lstrip())

    def gains(self, number: int, opened: Sequence[Mark]) -> bool:
        """Whether the next paragraph reads better if what is open runs on into it."""
        if self.first_call(opened[0].end, self.flow.paragraphs[number].end - 1) is not None:
            return False
        following = self.marks[number + 1]
        runs_on = pair(following[len(opened) :], self.habits, opened)
        alone = pair(following, self.habits)
        return runs_on.faults() <= alone.faults() + len(opened)

    def is_closed_later(self, number: int, opened: Mark) -> bool:
        """Whether one of the next paragraphs closes a mark before another of its family opens."""
        for other in range(number + 1, number + 1 + REACH):
            if not self.continues(number, other):
                return False
            first = next((m for m in self.marks[other] if m.family is opened.family), None)
            if first is not None:
                closes = pair([first], self.habits, [opened]).pairs
                return bool(closes)
        return False

    def first_call(self, start: int, end: int) -> int | None:
        """Where the first note is called between two places."""
        calls = self.flow.note_marks
        place = bisect_left(calls, start, key=lambda call: call.position)
        if place < len(calls) and calls[place].position < end:
            return calls[place].position
        return None

    def bounded(self, number: int, opened: Sequence[Mark], paired: Paired) -> Iterator[Quote]:
        """End what nothing closes where it can end at the latest."""
        firm = [mark for mark in opened if is_firm(mark) or self.habits.prefers_single]
        firm = [mark for mark in firm if mark.shape is not Shape.STRAIGHT or mark.opens]
        last_angle = max(
            (one.closing for one in paired.pairs if one.closing.family is Family.ANGLE),
            key=lambda mark: mark.start,
            default=None,
        )
        for place, mark in enumerate(firm):
            following = firm[place + 1] if place + 1 < len(firm) else None
            end = self.flow.paragraphs[number].end
            runs_here = mark.start < self.flow.paragraphs[number].start
            if runs_here and mark.start not in self.reopened:
                end = self.end_of_paragraph(mark.start)
            elif (
                mark.family is Family.ANGLE
                and following is None
                and last_angle is not None
                and last_angle.start > mark.start
                and self.first_call(mark.end, last_angle.start) is None
            ):
                # «… «Мельник»: where two closing marks would meet, Russian prints one.
                ends = (last_angle.start, mark.start, last_angle.end)
                yield Quote(mark.end, *ends, sign=mark.sign)
                continue
            call = self.first_call(mark.end, end)
            limits = [end, call if call is not None else end]
            end = min(limits if following is None else [*limits, following.start])
            if mark.family is Family.SINGLE and not self.habits.prefers_single:
                continue
            self.read.lone.append(mark.start)
            if len(self.flow.text[mark.end : end].split()) >= MIN_WORDS:
                again = tuple(self.reopened.pop(mark.start, ()))
                whole = Quote(mark.end, end, mark.start, end, sign=mark.sign, is_guess=True)
                yield replace(whole, reopened=again)

    def begun(self, number: int, paired: Paired) -> Iterator[Quote]:
        """Begin what only a closing mark shows, behind the words that bring it in."""
        before = [one.closing.end for one in paired.pairs] + [one.end for one in paired.open]
        before = sorted([*before, *(one.end for one in paired.stray)])
        for mark in paired.stray:
            if not is_clearly_closing(mark):
                continue
            place = bisect_left(before, mark.end) - 1
            first = self.flow.paragraphs[number].start if place < 0 else before[place]
            begin = begin_of(self.flow.text, first, mark.start)
            if begin is not None:
                ends = (mark.start, begin, mark.end)
                yield Quote(begin, *ends, sign=mark.sign, is_guess=True)

    def end_of_paragraph(self, position: int) -> int:
        """Where the paragraph of a position ends."""
        paragraphs = self.flow.paragraphs
        place = bisect_left(paragraphs, position + 1, key=lambda one: one.start) - 1
        return paragraphs[place].end


def _repeats(mark: Mark, outer: Mark) -> bool:
    """Whether a mark is the open one again, or one of its family that recognition left of it."""
    is_alike = mark.family is outer.family and is_clearly_opening(mark)
    return mark.sign == outer.sign or is_alike


def _borders(number: int, start: int, end: int) -> list[tuple[tuple[int, int, int], Mark]]:
    """The borders of a declared part as marks, with their order among those of one place."""
    border = Mark(
        start=start,
        end=start,
        sign=str(number),
        family=Family.REGION,
        shape=Shape.OPENS,
        before="",
        after="",
        opens=True,
        closes=False,
        is_measure=False,
        is_spaced=False,
        touches=False,
    )
    closing = replace(border, start=end, end=end, shape=Shape.CLOSES)
    return [((start, 1, -end), border), ((end, 0, -start), closing)]


def is_firm(mark: Mark) -> bool:
    """Whether a mark is none that can be an apostrophe."""
    return mark.family not in (Family.SINGLE, Family.REGION)
