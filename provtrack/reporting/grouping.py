"""Group the beads of all witnesses into the rows of a report.

A row holds the base paragraphs that any witness joins, and what every witness has for them. Beads
of different witnesses that share a base paragraph stand in one row (union-find over base
positions). Paragraphs that only a witness has get a row of their own after the row of the
paragraph before them in that witness.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from provtrack.model.comparison import Collation, ComparedBead


@dataclass(frozen=True, slots=True, kw_only=True)
class RowGroup:
    """The beads of one row.

    Attributes:
        base: Base paragraph positions, ascending; empty for paragraphs of a witness only.
        beads: Per witness, in the order of the collation, the beads of this row.
    """

    base: tuple[int, ...]
    beads: tuple[tuple[ComparedBead, ...], ...]

    @property
    def owner(self) -> int | None:
        """Index of the witness that alone has this row; None where the base has it."""
        if self.base:
            return None
        return next(index for index, beads in enumerate(self.beads) if beads)


def group_rows(collation: Collation) -> tuple[RowGroup, ...]:
    """Group beads into rows, in reading order of the base."""
    roots = _joined_positions(collation)
    members: dict[int, list[int]] = {}
    for position, root in enumerate(roots):
        members.setdefault(root, []).append(position)
    width = len(collation.witnesses)
    answering: dict[int, list[list[ComparedBead]]] = {
        root: [[] for _ in range(width)] for root in members
    }
    following: dict[int, list[RowGroup]] = {}
    for index, witness in enumerate(collation.witnesses):
        row = -1
        for bead in witness.beads:
            if bead.base:
                row = roots[bead.base[0]]
                answering[row][index].append(bead)
            else:
                following.setdefault(row, []).append(_addition(bead, index, width))
    return tuple(_in_order(members, answering, following))


def _joined_positions(collation: Collation) -> list[int]:
    """Map each base position to the first position of its row."""
    roots = list(range(len(collation.base.paragraphs)))

    def find(position: int) -> int:
        while roots[position] != position:
            roots[position] = roots[roots[position]]
            position = roots[position]
        return position

    for witness in collation.witnesses:
        for bead in witness.beads:
            for position in bead.base[1:]:
                first, second = sorted((find(bead.base[0]), find(position)))
                roots[second] = first
    return [find(position) for position in range(len(roots))]


def _addition(bead: ComparedBead, index: int, width: int) -> RowGroup:
    """Make the row of paragraphs that only one witness has."""
    return RowGroup(base=(), beads=tuple((bead,) if at == index else () for at in range(width)))


def _in_order(
    members: dict[int, list[int]],
    answering: dict[int, list[list[ComparedBead]]],
    following: dict[int, list[RowGroup]],
) -> Iterator[RowGroup]:
    """Yield rows of the base in order, each followed by what only witnesses have after it."""
    yield from following.get(-1, ())
    for root, positions in members.items():
        yield RowGroup(base=tuple(positions), beads=tuple(tuple(b) for b in answering[root]))
        yield from following.get(root, ())
