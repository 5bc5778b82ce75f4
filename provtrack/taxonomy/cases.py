"""Edits on their way to changes: each with the values it touches, alone or joined to neighbours.

Entry points: `Case`, `case_of`, `joined`, `whole_date`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from provtrack.model.edits import Edit, EditKind, Place
from provtrack.taxonomy.hunks import Hunk
from provtrack.taxonomy.worth import Touched, has_values, is_unit, touched
from provtrack.text.language_rules import LanguageRules

BREAKS = (EditKind.SPLIT, EditKind.MERGE)


@dataclass(slots=True)
class Case:
    """An edit on its way to a change, with the values it touches on each side."""

    edit: Edit
    hunk: Hunk
    old: list[Touched] = field(default_factory=list)
    new: list[Touched] = field(default_factory=list)

    def goes_with(self, other: "Case") -> bool:
        """Tell whether the next edit touches the same value, or stands right beside this one."""
        if not _in_one_paragraph(self.edit, other.edit):
            return False
        return self._shares_a_value(other) or self.touches(other)

    def _shares_a_value(self, other: "Case") -> bool:
        return any(
            value.start == second.start
            for ours, theirs in ((self.old, other.old), (self.new, other.new))
            for value in ours
            for second in theirs
        )

    def parts(self, one: "Case", next_one: "Case") -> bool:
        """Tell whether this edit stands between two others, in either text."""
        return _stands_between(one.edit.base, self.edit.base, next_one.edit.base) or (
            _stands_between(one.edit.witness, self.edit.witness, next_one.edit.witness)
        )

    def covers(self, other: "Case") -> bool:
        """Tell whether another edit stands within this one, on either side."""
        return any(
            ours.paragraph == theirs.paragraph
            and ours.start < theirs.end
            and theirs.start < ours.end
            for ours, theirs in (
                (self.edit.base, other.edit.base),
                (self.edit.witness, other.edit.witness),
            )
        )

    def has_words(self) -> bool:
        """Tell whether either reading has words."""
        return bool(self.hunk.old_words or self.hunk.new_words)

    def touches(self, other: "Case") -> bool:
        """Tell whether only white space stands between this edit and the next, on both sides."""
        return all(
            not text[end:start] or text[end:start].isspace()
            for (text, _, end), (_, start, _) in (
                (self.hunk.base, other.hunk.base),
                (self.hunk.witness, other.hunk.witness),
            )
        )


def case_of(edit: Edit, base: Sequence[str], witness: Sequence[str], rules: LanguageRules) -> Case:
    """Look at an edit and, if it can touch one, at the values around it."""
    hunk = Hunk(_side(edit.base, base), _side(edit.witness, witness), rules=rules)
    case = Case(edit, hunk)
    if edit.kind not in (*BREAKS, EditKind.MOVE, EditKind.RECAST) and has_values(hunk):
        unit = is_unit(hunk)
        case.old = touched(hunk.base, rules, is_unit=unit)
        case.new = touched(hunk.witness, rules, is_unit=unit)
    return case


def _side(place: Place, paragraphs: Sequence[str]) -> tuple[str, int, int]:
    return paragraphs[place.paragraph], place.start, place.end


def _stands_between(one: Place, between: Place, next_one: Place) -> bool:
    is_here = one.paragraph == between.paragraph == next_one.paragraph
    return is_here and one.end <= between.start < between.end <= next_one.start


def _in_one_paragraph(edit: Edit, other: Edit) -> bool:
    return (
        edit.base.paragraph == other.base.paragraph
        and edit.witness.paragraph == other.witness.paragraph
    )


def joined(
    parts: list[Case], base: Sequence[str], witness: Sequence[str], rules: LanguageRules
) -> Case:
    """See neighbours as one edit that touches all the values they touch."""
    edit = _hull(parts)
    hunk = Hunk(_side(edit.base, base), _side(edit.witness, witness), rules=rules)
    old = {value.start: value for part in parts for value in part.old}
    new = {value.start: value for part in parts for value in part.new}
    return Case(edit, hunk, list(old.values()), list(new.values()))


def spanning(
    parts: Sequence[Case], base: Sequence[str], witness: Sequence[str], rules: LanguageRules
) -> Case:
    """See edits of one paragraph, moves among them, as one from the first place to the last."""
    first, second = (
        Place(row[0].paragraph, min(p.start for p in row), max(p.end for p in row))
        for row in ([part.edit.base for part in parts], [part.edit.witness for part in parts])
    )
    return _case_between(first, second, (base, witness), rules)


def _case_between(
    first: Place,
    second: Place,
    texts: tuple[Sequence[str], Sequence[str]],
    rules: LanguageRules,
) -> Case:
    """Make a case of two places, without the blanks that both end with."""
    old, new = (side[0][side[1] : side[2]] for side in map(_side, (first, second), texts))
    if old.strip() and new.strip():
        blanks = min(len(old) - len(old.rstrip()), len(new) - len(new.rstrip()))
        if blanks and old[-blanks:] == new[-blanks:]:
            first = replace(first, end=first.end - blanks)
            second = replace(second, end=second.end - blanks)
    sides = _side(first, texts[0]), _side(second, texts[1])
    return Case(Edit(EditKind.REPLACE, first, second), Hunk(*sides, rules=rules))


def _hull(group: list[Case]) -> Edit:
    """Make one edit that reaches from the first to the last of a group."""
    first, last = group[0], group[-1]
    base = Place(first.edit.base.paragraph, first.edit.base.start, last.edit.base.end)
    witness = Place(first.edit.witness.paragraph, first.edit.witness.start, last.edit.witness.end)
    old = first.hunk.base[0][base.start : base.end]
    new = first.hunk.witness[0][witness.start : witness.end]
    blanks = len(old) - len(old.rstrip())
    if blanks and old.strip() and new.strip() and old[-blanks:] == new[len(new.rstrip()) :]:
        base = Place(base.paragraph, base.start, base.end - blanks)
        witness = Place(witness.paragraph, witness.start, witness.end - blanks)
    return Edit(EditKind.REPLACE, base, witness)


def whole_date(
    case: Case, edits: Sequence[Edit], base: Sequence[str], witness: Sequence[str]
) -> Case:
    """Draw a date that is written in other order whole, with the words both sides have."""
    hunk = case.hunk
    if not (len(case.old) == len(case.new) == 1 and hunk.old_words and hunk.new_words):
        return case
    if max(len(hunk.old_words), len(hunk.new_words)) == 1:
        return case
    (text, start, end), (other, start2, end2) = hunk.base, hunk.witness
    old, new = case.old[0], case.new[0]
    before = min(start - old.core, start2 - new.core)
    after = min(old.end - end, new.end - end2)
    before = (
        before
        if before > 0 and text[start - before : start] == other[start2 - before : start2]
        else 0
    )
    after = after if after > 0 and text[end : end + after] == other[end2 : end2 + after] else 0
    place = replace(case.edit.base, start=start - before, end=end + after)
    place2 = replace(case.edit.witness, start=start2 - before, end=end2 + after)
    for edit in edits:
        if edit is not case.edit and (
            _overlap(edit.base, place, case.edit.base)
            or _overlap(edit.witness, place2, case.edit.witness)
        ):
            return case
    edit = Edit(EditKind.REPLACE, place, place2)
    sides = _side(place, base), _side(place2, witness)
    return Case(edit, Hunk(*sides, rules=hunk.rules), case.old, case.new)


def _overlap(place: Place, grown: Place, inner: Place) -> bool:
    """Tell whether a place lies in what was added to an inner one."""
    is_inner = inner.start <= place.start and place.end <= inner.end + 1  # a blank was left out
    if place.paragraph != grown.paragraph or is_inner:
        return False
    return place.start <= grown.end and grown.start <= place.end
