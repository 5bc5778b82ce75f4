"""What pins ask of an alignment, as positions; and the lattice that keeps to it.

Beads that a pin forbids are worth nothing in the lattice, and neither are beads with paragraphs
that a must-link has taken. A must-link in reading order is a step every path has to go through:
it cuts the lattice into rectangles that know nothing of each other. Whether a must-link stands in
reading order or is transposed is decided by what it costs the rest.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from provtrack.aligner.binding import BoundPin, bind
from provtrack.aligner.joints import Piece
from provtrack.aligner.lattice import NOWHERE, Band, Lattice, Step, best_path
from provtrack.errors import UsageError
from provtrack.model.alignment import Pin
from provtrack.model.names import PinKind, SideName

IN_ORDER = 12.0  # nats the rest may lose before a must-link counts as transposed: four moves
NOBODY: frozenset[int] = frozenset()
FORCED = 1e4  # nats: more than any path loses by going through a must-link


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Constraints:
    """What pins ask of an alignment.

    Attributes:
        linked: Base and witness paragraphs of the beads that are given, sorted; a paragraph stands
            in one of them at most. One side may be empty.
        pinned_by: For each of them who pinned it, sorted; nobody where it was only kept.
        apart: Base and witness paragraph that never stand in one bead.
        locked: Whether the paragraphing of base and witness is kept.
        taken: The paragraphs of `linked` on each side.
        strangers: `apart` by base paragraph.
    """

    linked: tuple[Piece, ...] = ()
    pinned_by: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
    locked: tuple[bool, bool] = (False, False)
    taken: tuple[frozenset[int], frozenset[int]] = field(init=False, compare=False, repr=False)
    strangers: Mapping[int, set[int]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        taken = tuple(frozenset(k for piece in self.linked for k in piece[side]) for side in (0, 1))
        strangers: dict[int, set[int]] = {}
        for i, j in self.apart:
            strangers.setdefault(i, set()).add(j)
        object.__setattr__(self, "taken", taken)
        object.__setattr__(self, "strangers", strangers)

    def __bool__(self) -> bool:
        return bool(self.linked or self.apart or any(self.locked))

    def mirrored(self) -> "Constraints":
        """The same with base and witness exchanged."""
        linked = sorted(
            ((witness, base), names)
            for (base, witness), names in zip(self.linked, self.pinned_by, strict=True)
        )
        return Constraints(
            linked=tuple(piece for piece, _ in linked),
            pinned_by=tuple(names for _, names in linked),
            apart=tuple(sorted((witness, base) for base, witness in self.apart)),
            locked=self.locked[::-1],
        )

    def fits(self, piece: Piece) -> bool:
        """Tell whether a bead that was found keeps to the pins."""
        for rows, taken, is_locked in zip(piece, self.taken, self.locked, strict=True):
            if (is_locked and len(rows) > 1) or not taken.isdisjoint(rows):
                return False
        return all(self.strangers.get(i, NOBODY).isdisjoint(piece[1]) for i in piece[0])


UNPINNED = Constraints()


def constraints_of(pins: Sequence[Pin], base: Sequence[str], witness: Sequence[str]) -> Constraints:
    """Read what pins ask of two texts; orphans ask nothing, and the order of pins is the same.

    Raises:
        UsageError: Two pins contradict each other; names both.
    """
    bound, _ = bind(pins, base, witness)
    found = contradiction(bound)
    if found:
        raise UsageError(
            f"two pins contradict each other: {found[0]} and {found[1]}; "
            "take one of them back with provtrack unpin."
        )
    linked: dict[Piece, set[str]] = {}
    for one in bound:
        if one.pin.kind is PinKind.MUST_LINK:
            linked.setdefault((one.base, one.witness), set()).add(one.pin.by)
    return Constraints(
        linked=tuple(sorted(linked)),
        pinned_by=tuple(tuple(sorted(linked[piece])) for piece in sorted(linked)),
        apart=tuple(sorted(_apart(bound))),
        locked=(
            any(one.pin.locked is SideName.BASE for one in bound),
            any(one.pin.locked is SideName.WITNESS for one in bound),
        ),
    )


def _apart(bound: Sequence[BoundPin]) -> set[tuple[int, int]]:
    return {
        (i, j)
        for one in bound
        if one.pin.kind is PinKind.CANNOT_LINK
        for i in one.base
        for j in one.witness
    }


def contradiction(bound: Sequence[BoundPin]) -> tuple[BoundPin, BoundPin] | None:
    """Find two pins that cannot both be honoured; None if all can."""
    ordered = sorted(bound, key=lambda one: (one.base, one.witness, str(one), one.pin.when))
    links = [one for one in ordered if one.pin.kind is PinKind.MUST_LINK]
    owners: tuple[dict[int, BoundPin], dict[int, BoundPin]] = ({}, {})
    for one in links:
        for side, rows in enumerate((one.base, one.witness)):
            for k in rows:
                other = owners[side].setdefault(k, one)
                if (other.base, other.witness) != (one.base, one.witness):
                    return other, one
    for one in ordered:
        if one.pin.kind is PinKind.CANNOT_LINK:
            for i in one.base:
                link = owners[0].get(i)
                if link and set(link.witness) & set(one.witness):
                    return link, one
        elif one.pin.kind is PinKind.LOCKED:
            for link in links:
                rows = link.base if one.pin.locked is SideName.BASE else link.witness
                if len(rows) > 1:
                    return link, one
    return None


def settled(
    pins: Sequence[Pin], base: Sequence[str], witness: Sequence[str]
) -> tuple[tuple[BoundPin, ...], tuple[Pin, ...]]:
    """Bind recorded pins; of two that a correction has set against each other the later counts.

    Args:
        pins: In the order in which they were made.

    Returns:
        The pins that can be honoured together, and the orphans; both in the order given.
    """
    bound, _ = bind(pins, base, witness)
    kept = list(bound)
    while found := contradiction(kept):
        kept.remove(min(found, key=bound.index))
    honoured = {one.pin for one in kept}
    return tuple(kept), tuple(pin for pin in pins if pin not in honoured)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confined:
    """The best path of a lattice that keeps to pins.

    Attributes:
        lattice: With the must-links in reading order as steps every path goes through.
        steps: The path without the must-links and their paragraphs.
        cuts: First base and witness paragraph of the must-links in reading order.
    """

    lattice: Lattice
    steps: list[Step]
    cuts: tuple[tuple[int, int], ...] = ()

    def keeps_order(self, piece: Piece) -> bool:
        """Tell whether all paragraphs of a bead stand in one rectangle."""
        sides = zip(piece, zip(*self.cuts, strict=True), strict=True) if self.cuts else ()
        return len({bisect_right(cut, k) for rows, cut in sides for k in rows}) <= 1


def confine(lattice: Lattice, constraints: Constraints) -> Confined:
    """Find the best path that keeps to the pins."""
    if not constraints:
        return Confined(lattice=lattice, steps=best_path(lattice))
    gains = {shape: values.copy() for shape, values in lattice.gains.items()}
    forbidding = Lattice(lattice.band, gains, lattice.gap)
    _forbid(forbidding, constraints)
    starts = [
        (base[0], witness[0])
        for base, witness in constraints.linked
        if base
        and witness
        and lattice.band.holds(base[0], witness[0])
        and lattice.band.holds(base[0] + 1, witness[0] + 1)
    ]
    places = [lattice.band.place(*start) for start in starts]
    gains[1, 1][places] = IN_ORDER
    on_path = set(best_path(forbidding))
    cuts = [start for start in starts if (*start, 1, 1) in on_path]
    gains[1, 1][places] = NOWHERE
    gains[1, 1][[lattice.band.place(*cut) for cut in cuts]] = FORCED
    steps = [step for step in best_path(forbidding) if not _is_taken(step, constraints)]
    return Confined(lattice=forbidding, steps=steps, cuts=tuple(cuts))


def _is_taken(step: Step, constraints: Constraints) -> bool:
    """Tell whether a step is, or leaves unmatched, paragraphs of a must-link."""
    i, j, p, q = step
    base, witness = constraints.taken
    return bool((p and i in base) or (q and j in witness))


def _forbid(lattice: Lattice, constraints: Constraints) -> None:
    """Make the beads worth nothing that do not keep to the pins."""
    band = lattice.band
    rows, columns = _nodes(band)
    for (p, q), values in lattice.gains.items():
        if (p > 1 and constraints.locked[0]) or (q > 1 and constraints.locked[1]):
            values[:] = NOWHERE
            continue
        forbidden = _touching(constraints.taken[0], p, band.rows + 1)[rows]
        forbidden |= _touching(constraints.taken[1], q, int(band.last.max()))[columns]
        values[forbidden] = NOWHERE
        for i, j in constraints.apart:
            for row in range(max(i - p + 1, 0), i + 1):
                for column in range(max(j - q + 1, 0), j + 1):
                    if band.holds(row, column):
                        values[band.place(row, column)] = NOWHERE


def _nodes(band: Band) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give row and column of every node of a band."""
    widths = np.diff(band.starts)
    rows = np.repeat(np.arange(band.rows + 1), widths)
    return rows, np.arange(band.size) - band.starts[rows] + band.first[rows]


def _touching(taken: frozenset[int], size: int, places: int) -> NDArray[np.bool_]:
    """Say for each place whether `size` paragraphs from there on hold one that is taken."""
    touching = np.zeros(places, bool)
    for k in taken:
        touching[max(k - size + 1, 0) : k + 1] = True
    return touching
