"""Columns of tokens to edits: which white space belongs to an edit, and where paragraphs end.

A column is a stretch of tokens that differ, on one side or on both; between columns stand kept
tokens. Walking both flat texts at once, every character that differs comes into exactly one edit:

- an omission or addition takes the white space after its words, or, where that keeps the gap
  before the next kept word, the one before them;
- so does a substitution of words by marks of punctuation, or the reverse, at that end of it;
- a gap that differs between kept words is an edit of its own, of white space only;
- an edit never crosses a paragraph end: it is cut there, and an end that only one side has is a
  split or merge, paired with the white space that stands there on the other side.

Entry points: `write`, `write_inside`.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from provtrack.differ.sequences import Side
from provtrack.model.edits import Edit, EditKind

PLAIN, RECAST, MOVED = range(3)


class Column(NamedTuple):
    """Token ranges [b0, b1) and [w0, w1) that answer each other without being the same.

    `mark` says how it is shown; `move` ties the two columns of moved words together.
    """

    b0: int
    b1: int
    w0: int
    w1: int
    mark: int = PLAIN
    move: int = -1


class Writing(NamedTuple):
    """Edits in reading order, and for each moved stretch its two flat ranges by number."""

    edits: list[Edit]
    lifted: dict[int, tuple[int, int]]
    landed: dict[int, tuple[int, int]]


def write(base: Side, witness: Side, columns: Iterable[Column]) -> Writing:
    """Turn columns, in reading order of both sides, into edits that account for everything."""
    walk = _Walk(base, witness)
    b = w = 0
    for column in columns:
        walk.keep(b, column.b0, w, column.w0)
        walk.depart(column)
        b, w = column.b1, column.w1
    walk.keep(b, len(base.tokens), w, len(witness.tokens))
    walk.gap(len(base.text), len(witness.text))
    return walk.writing


def write_inside(base: Side, witness: Side, columns: Iterable[Column], moved: Column) -> list[Edit]:
    """Turn the columns inside a moved stretch into edits, from its first token to its last."""
    walk = _Walk(base, witness)
    walk.x, walk.y = base.starts[moved.b0], witness.starts[moved.w0]
    b, w = moved.b0, moved.w0
    for column in columns:
        walk.keep(b, column.b0, w, column.w0)
        walk.depart(column)
        b, w = column.b1, column.w1
    walk.keep(b, moved.b1, w, moved.w1)
    return walk.writing.edits


class _Walk:
    """How far both flat texts are accounted for (x in the base, y in the witness)."""

    def __init__(self, base: Side, witness: Side) -> None:
        self.base = base
        self.witness = witness
        self.x = 0
        self.y = 0
        self.writing = Writing([], {}, {})

    def keep(self, b0: int, b1: int, w0: int, w1: int) -> None:
        """Walk over kept tokens; gaps that differ become edits."""
        if b0 == b1:
            return
        base, witness = self.base, self.witness
        self.gap(base.starts[b0], witness.starts[w0])
        x, y = base.ends[b1 - 1], witness.ends[w1 - 1]
        if base.text[self.x : x] != witness.text[self.y : y]:
            for k in range(b1 - b0 - 1):
                self.x, self.y = base.ends[b0 + k], witness.ends[w0 + k]
                self.gap(base.starts[b0 + k + 1], witness.starts[w0 + k + 1])
        self.x, self.y = x, y

    def gap(self, x: int, y: int) -> None:
        """Account for the white space up to x and y."""
        if self.base.text[self.x : x] != self.witness.text[self.y : y]:
            self._write_gap(self.x, x, self.y, y)
        self.x, self.y = x, y

    def depart(self, column: Column) -> None:
        """Account for the tokens of a column and the white space that goes with them."""
        b0, b1, w0, w1, *_ = column
        base, witness = self.base, self.witness
        here, there = base.start(b0), witness.start(w0)
        if b0 < b1 and w0 < w1:
            x1, y1 = base.ends[b1 - 1], witness.ends[w1 - 1]
            light = _is_punctuation(base.tokens[b0:b1], witness.tokens[w0:w1])
            takes = light or _are_unlike(base.tokens[b0], witness.tokens[w0])
            if not (takes and self._is_one_line(self.x, here, self.y, there)):
                self.gap(here, there)
            elif base.text[self.x : here] == witness.text[self.y : there]:
                self.x, self.y = here, there
            takes = light or _are_unlike(base.tokens[b1 - 1], witness.tokens[w1 - 1])
            after = x1 + len(base.gap(b1)), y1 + len(witness.gap(w1))
            if takes and self._is_one_line(x1, after[0], y1, after[1]):
                blanks = base.gap(b1), witness.gap(w1)
                x1, y1 = after if blanks[0] != blanks[1] else (x1, y1)
            self._write(column, x1, y1)
            return
        kept = base.text[self.x : here] == witness.text[self.y : there]
        if b0 < b1:
            end = base.ends[b1 - 1] + (len(base.gap(b1)) if kept else 0)
            if kept:
                self.x, self.y = here, there
            self._write(column, end, self.y)
        else:
            end = witness.ends[w1 - 1] + (len(witness.gap(w1)) if kept else 0)
            if kept:
                self.x, self.y = here, there
            self._write(column, self.x, end)

    def _is_one_line(self, x0: int, x1: int, y0: int, y1: int) -> bool:
        """Tell whether no paragraph ends in two ranges."""
        return not (self.base.breaks_in(x0, x1) or self.witness.breaks_in(y0, y1))

    def _write(self, column: Column, x1: int, y1: int) -> None:
        """Write the edits from where we are up to x1 and y1, cut at paragraph ends."""
        x0, y0 = self.x, self.y
        self.x, self.y = x1, y1
        if not (self.base.breaks or self.witness.breaks):
            self._add(column, x0, x1, y0, y1)
            return
        cuts = self.base.breaks_in(x0, x1), self.witness.breaks_in(y0, y1)
        for cut, other in zip(*cuts, strict=False):
            self._add(column, x0, cut, y0, other)
            x0, y0 = cut + 1, other + 1
        kept = min(len(cuts[0]), len(cuts[1]))
        for cut in cuts[0][kept:]:
            self._add(column, x0, cut, y0, y1)
            self._add_break(EditKind.MERGE, (cut, cut), (y1, y1))
            x0, y0 = cut + 1, y1
        for cut in cuts[1][kept:]:
            self._add(column, x0, x1, y0, cut)
            self._add_break(EditKind.SPLIT, (x1, x1), (cut, cut))
            x0, y0 = x1, cut + 1
        self._add(column, x0, x1, y0, y1)

    def _add(self, column: Column, x0: int, x1: int, y0: int, y1: int) -> None:
        """Add one edit, free of paragraph ends; nothing where nothing differs."""
        if self.base.text[x0:x1] == self.witness.text[y0:y1]:
            return
        if column.mark == MOVED:
            lifts = column.b0 < column.b1
            start, text = (x0, self.base.text[x0:x1]) if lifts else (y0, self.witness.text[y0:y1])
            if text and not text.isspace():
                side = self.writing.lifted if lifts else self.writing.landed
                side[column.move] = (start, start + len(text))
                return
        kind = EditKind.REPLACE
        if x0 == x1:
            kind = EditKind.INSERT
        elif y0 == y1:
            kind = EditKind.DELETE
        elif column.mark == RECAST:
            kind = EditKind.RECAST
        self._append(kind, (x0, x1), (y0, y1))

    def _add_break(self, kind: EditKind, base: tuple[int, int], witness: tuple[int, int]) -> None:
        self._append(kind, base, witness)

    def _append(self, kind: EditKind, base: tuple[int, int], witness: tuple[int, int]) -> None:
        edit = Edit(kind, self.base.place(*base), self.witness.place(*witness))
        self.writing.edits.append(edit)

    def _write_gap(self, x0: int, x1: int, y0: int, y1: int) -> None:
        """Write two gaps that differ: white space, and paragraph ends on one side or on both."""
        plain = Column(0, 0, 0, 0)
        cuts = self.base.breaks_in(x0, x1), self.witness.breaks_in(y0, y1)
        for cut, other in zip(*cuts, strict=False):
            self._add(plain, x0, cut, y0, other)
            x0, y0 = cut + 1, other + 1
        kept = min(len(cuts[0]), len(cuts[1]))
        if len(cuts[0]) > kept:
            blanks = self.witness.text[y0:y1]
            for a, b, c, d, is_break in _spread(blanks, self.base.text, (x0, x1), cuts[0][kept:]):
                places = (c, d), (y0 + a, y0 + b)
                self._add_piece(EditKind.MERGE, *places, is_break)
        elif len(cuts[1]) > kept:
            blanks = self.base.text[x0:x1]
            for a, b, c, d, is_break in _spread(
                blanks, self.witness.text, (y0, y1), cuts[1][kept:]
            ):
                places = (x0 + a, x0 + b), (c, d)
                self._add_piece(EditKind.SPLIT, *places, is_break)
        else:
            self._add(plain, x0, x1, y0, y1)

    def _add_piece(
        self, kind: EditKind, base: tuple[int, int], witness: tuple[int, int], is_break: bool
    ) -> None:
        if is_break:
            self._add_break(kind, base, witness)
        else:
            self._add(Column(0, 0, 0, 0), *base, *witness)


def _spread(
    blanks: str, text: str, broken: tuple[int, int], cuts: Sequence[int]
) -> list[tuple[int, int, int, int, bool]]:
    """Lay the white space of one side against the paragraph ends of the other.

    Returns:
        Pieces (start and end in `blanks`, start and end in `text`, whether a paragraph ends).
    """
    start, end = broken
    head, tail = text[start : cuts[0]], text[cuts[-1] + 1 : end]
    a, b = 0, len(blanks)
    pieces: list[tuple[int, int, int, int, bool]] = []
    if head and blanks.startswith(head):
        a = len(head)
    elif head:
        pieces.append((0, 0, start, cuts[0], False))
    keeps_tail = bool(tail) and len(blanks) - a >= len(tail) and blanks.endswith(tail)
    b -= len(tail) if keeps_tail else 0
    for number, cut in enumerate(cuts):
        pieces.append((a, b, cut, cut, True))
        a = b
        if number + 1 < len(cuts) and cut + 1 < cuts[number + 1]:
            pieces.append((a, a, cut + 1, cuts[number + 1], False))
    if tail and not keeps_tail:
        pieces.append((b, b, cuts[-1] + 1, end, False))
    return pieces


def _are_unlike(token: str, other: str) -> bool:
    """Tell whether one is a word and the other punctuation: blanks about them differ by nature."""
    return _is_punctuation((token,)) is not _is_punctuation((other,))


def _is_punctuation(*sides: Sequence[str]) -> bool:
    return not any(
        token.isalnum() or any(map(str.isalnum, token)) for tokens in sides for token in tokens
    )
