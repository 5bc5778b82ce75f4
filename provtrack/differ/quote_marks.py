"""Cut quotation marks of another form off the words beside them: 'Yes against "No.

Where two editions use other quotation marks, every speech begins with a mark that differs. Left in
one column with the first words of the speech, it makes one change of two; an editor sees a matter
of form beside a change of words. Entry point: `part_marks`.
"""

from collections.abc import Iterator, Sequence

from provtrack.differ.columns import MOVED, Column
from provtrack.differ.sequences import Side

QUOTE_MARKS = frozenset("\"'“”„‟‘’‚‛«»‹›「」『』《》")


def part_marks(columns: Sequence[Column], base: Side, witness: Side) -> list[Column]:
    """Give quotation marks that answer each other, at an end of a column, a column of their own."""
    return [part for column in columns for part in _parts(column, base, witness)]


def _parts(column: Column, base: Side, witness: Side) -> Iterator[Column]:
    rest = column
    if column.mark != MOVED and _are_marks(column, base, witness, first=True):
        rest = column._replace(b0=column.b0 + 1, w0=column.w0 + 1)
        yield from _mark(column.b0, column.w0, base, witness)
    if rest.b0 == rest.b1 and rest.w0 == rest.w1:
        return
    if rest.mark != MOVED and _are_marks(rest, base, witness, first=False):
        yield from _left(rest._replace(b1=rest.b1 - 1, w1=rest.w1 - 1))
        yield from _mark(rest.b1 - 1, rest.w1 - 1, base, witness)
    else:
        yield rest


def _are_marks(column: Column, base: Side, witness: Side, *, first: bool) -> bool:
    """Tell whether both sides of a column have a quotation mark at its first or last place."""
    if column.b0 == column.b1 or column.w0 == column.w1:
        return False
    b, w = (column.b0, column.w0) if first else (column.b1 - 1, column.w1 - 1)
    return base.tokens[b] in QUOTE_MARKS and witness.tokens[w] in QUOTE_MARKS


def _mark(b: int, w: int, base: Side, witness: Side) -> Iterator[Column]:
    """Make a column of two marks; none of the same one, which is kept."""
    if base.tokens[b] != witness.tokens[w]:
        yield Column(b, b + 1, w, w + 1)


def _left(column: Column) -> Iterator[Column]:
    """Give what is left of a column, if anything."""
    if column.b0 < column.b1 or column.w0 < column.w1:
        yield column
