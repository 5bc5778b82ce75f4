"""Compare the paragraphs of one bead: sides -> hunks -> columns -> edits."""

from collections.abc import Sequence

from provtrack.differ.columns import Column, write
from provtrack.differ.hunks import hunks_of
from provtrack.differ.sequences import Side
from provtrack.model.edits import Edit, EditKind

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
    if witness < base:
        return tuple(_mirrored(edit) for edit in _edits(witness, base))
    return tuple(_edits(base, witness))


def _edits(base: Sequence[str], witness: Sequence[str]) -> list[Edit]:
    """Compare the two sides in canonical order."""
    left, right = Side(base), Side(witness)
    columns = [Column(*hunk) for hunk in hunks_of(left.tokens, right.tokens)]
    return [edit for _, edit in write(left, right, columns).edits]


def _mirrored(edit: Edit) -> Edit:
    """See an edit from the other side."""
    kind = _MIRRORED.get(edit.kind, edit.kind)
    return Edit(kind, edit.witness, edit.base, tuple(_mirrored(part) for part in edit.inside))
