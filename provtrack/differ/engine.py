"""Compare the paragraphs of one bead: sides -> hunks -> columns -> edits."""

from collections.abc import Sequence

from provtrack.differ.cleaning import join, recast, slide, with_forms
from provtrack.differ.columns import MOVED, Column, write, write_inside
from provtrack.differ.exchanges import exchanged
from provtrack.differ.hunks import hunks_of
from provtrack.differ.moves import freed, move
from provtrack.differ.pairing import pair
from provtrack.differ.quote_marks import part_marks
from provtrack.differ.sequences import Side
from provtrack.differ.weights import Weights, weights_of
from provtrack.model.edits import Edit, EditKind
from provtrack.text.language_rules import LanguageRules, rules_of

_MIRRORED = {
    EditKind.DELETE: EditKind.INSERT,
    EditKind.INSERT: EditKind.DELETE,
    EditKind.SPLIT: EditKind.MERGE,
    EditKind.MERGE: EditKind.SPLIT,
}


def diff(base: Sequence[str], witness: Sequence[str], *, language: str = "und") -> tuple[Edit, ...]:
    """Find every place where the witness departs from the base, in one bead.

    Args:
        base, witness: The paragraphs of the bead on each side, at least one each.
        language: BCP 47; tells which words are too light to part two edits.

    Returns:
        Edits in reading order, moves where the base has the moved words. No edit crosses a
        paragraph; together they account for every character that differs.
    """
    base, witness = tuple(base), tuple(witness)
    if base == witness:
        return ()
    weights, rules = weights_of(language), rules_of(language)
    if witness < base:
        left, right = Side(witness, rules), Side(base, rules)
        edits = [_mirrored(edit) for edit in _edits(left, right, weights, rules)]
    else:
        left, right = Side(base, rules), Side(witness, rules)
        edits = _edits(left, right, weights, rules)
    return _in_reading_order(edits)


def _edits(base: Side, witness: Side, weights: Weights, rules: LanguageRules) -> list[Edit]:
    """Compare the two sides, which stand in canonical order."""
    hunks = hunks_of(base.keys, witness.keys)
    keys, places = exchanged(hunks, (base, witness), weights, rules)
    if places:
        hunks = hunks_of(*keys)
    hunks = freed(hunks, (base, witness), weights, keys=keys)
    hunks = slide(hunks, base.keys, witness.keys)
    columns = move(hunks, base, witness, weights, exchanged=places)
    columns = recast(columns, base, witness, weights, exchanged=places)
    columns = part_marks(columns, base, witness)
    columns = with_forms(columns, base, witness)
    columns = pair(columns, base, witness, weights)
    columns = join(columns, base, witness, weights)
    writing = write(base, witness, columns)
    return [*writing.edits, *_moves(base, witness, columns, writing.lifted, writing.landed)]


def _moves(
    base: Side,
    witness: Side,
    columns: Sequence[Column],
    lifted: dict[int, tuple[int, int]],
    landed: dict[int, tuple[int, int]],
) -> list[Edit]:
    """Make an edit of each moved stretch, with the edits inside it."""
    moved = [column for column in columns if column.mark == MOVED]
    old = {column.move: (column.b0, column.b1) for column in moved if column.b0 < column.b1}
    new = {column.move: (column.w0, column.w1) for column in moved if column.w0 < column.w1}
    edits = []
    for number in sorted(old):
        b0, b1 = old[number]
        w0, w1 = new[number]
        hunks = hunks_of(base.tokens[b0:b1], witness.tokens[w0:w1])
        inner = [Column(h.b0 + b0, h.b1 + b0, h.w0 + w0, h.w1 + w0) for h in hunks]
        inside = tuple(write_inside(base, witness, inner, Column(b0, b1, w0, w1)))
        places = base.place(*lifted[number]), witness.place(*landed[number])
        edits.append(Edit(EditKind.MOVE, *places, inside))
    return edits


def _in_reading_order(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Put moves among the other edits, which are in order, by their place in the base."""
    result = [edit for edit in edits if edit.kind is not EditKind.MOVE]
    for moved in sorted(
        (edit for edit in edits if edit.kind is EditKind.MOVE),
        key=lambda edit: (edit.base.paragraph, edit.base.start),
        reverse=True,
    ):
        place = (moved.base.paragraph, moved.base.end)
        later = (
            number
            for number, edit in enumerate(result)
            if (edit.base.paragraph, edit.base.start) >= place
        )
        result.insert(next(later, len(result)), moved)
    return tuple(result)


def _mirrored(edit: Edit) -> Edit:
    """See an edit from the other side."""
    kind = _MIRRORED.get(edit.kind, edit.kind)
    return Edit(kind, edit.witness, edit.base, tuple(_mirrored(part) for part in edit.inside))
