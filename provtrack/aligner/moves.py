"""Find what stands elsewhere: match again, in any order, what the monotone path left unmatched.

The paragraphs left over on both sides are put next to each other and aligned once more; beads only
join paragraphs that are neighbours in their text. What is still left over is tried again, so that
blocks which changed places among themselves are found one after the other. Because any paragraph
may now meet any other, a bead has to be worth more than in reading order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from provtrack.aligner.counts import Floats, Integers
from provtrack.aligner.joints import Piece
from provtrack.aligner.lattice import NOWHERE, Band, Lattice, Step, best_path
from provtrack.aligner.pricing import Lengths, Prices, price_lattice
from provtrack.aligner.scoring import LONGEST, Scorer, Shape

ROUNDS = 12
MANY = 1_000_000  # pairs of paragraphs left over; above, only the promising ones are priced
AT_ONCE = 2000  # paragraphs a side, of these
FEW, CROWD = 5_000, 0.8  # pairs left over, and nats a move costs more for e times as many
SLACK = 2.0  # nats that a pair may lack and still be part of a bead

Flags = NDArray[np.bool_]


def find_moves(
    scorers: Sequence[Scorer], lengths: Lengths, prices: Prices, steps: Sequence[Step]
) -> list[Step]:
    """Match unmatched paragraphs in any order.

    Returns:
        Beads of paragraphs that `steps` leave unmatched.
    """
    rows = np.array(sorted(i for i, _, p, q in steps if q == 0), dtype=np.int64)
    columns = np.array(sorted(j for _, j, p, q in steps if p == 0), dtype=np.int64)
    if len(rows) * len(columns) > MANY:
        rows, columns = _promising(scorers, lengths, prices, (rows, columns))
    if not (len(rows) and len(columns)):
        return []
    found: list[Step] = []
    gains = _gains_of_rest(scorers, lengths, prices, (rows, columns))
    left, right = np.ones(len(rows), bool), np.ones(len(columns), bool)
    for _ in range(ROUNDS):
        beads = [step for step in best_path(_lattice(gains, left, right)) if step[2] and step[3]]
        if not beads:
            break
        places = np.flatnonzero(left), np.flatnonzero(right)
        for i, j, p, q in beads:
            found.append((int(rows[places[0][i]]), int(columns[places[1][j]]), p, q))
            left[places[0][i : i + p]] = False
            right[places[1][j : j + q]] = False
        if not (left.any() and right.any()):
            break
    return found


def _promising(
    scorers: Sequence[Scorer],
    lengths: Lengths,
    prices: Prices,
    rest: tuple[Integers, Integers],
) -> tuple[Integers, Integers]:
    """Keep the paragraphs that alone are worth most with another one that is left over."""
    rows, columns = rest
    parts = [rows[k : k + AT_ONCE] for k in range(0, len(rows), AT_ONCE)]
    others = [columns[k : k + AT_ONCE] for k in range(0, len(columns), AT_ONCE)]
    best = [np.full(len(side), NOWHERE) for side in rest]
    for m, part in enumerate(parts):
        for n, other in enumerate(others):
            gains = _gains_of_rest(scorers, lengths, prices, (part, other), longest=1)[1, 1]
            here, there = slice(m * AT_ONCE, None), slice(n * AT_ONCE, None)
            for side, place, axis in ((best[0], here, 1), (best[1], there, 0)):
                part_of = side[place][: gains.shape[1 - axis]]
                np.maximum(part_of, gains.max(axis=axis), out=part_of)
    kept = [np.sort(np.argsort(-gains, kind="stable")[: int(MANY**0.5)]) for gains in best]
    return (
        rows[kept[0][best[0][kept[0]] > -SLACK]],
        columns[kept[1][best[1][kept[1]] > -SLACK]],
    )


def _gains_of_rest(
    scorers: Sequence[Scorer],
    lengths: Lengths,
    prices: Prices,
    rest: tuple[Integers, Integers],
    longest: int = LONGEST,
) -> dict[Shape, Floats]:
    """Price the beads of paragraphs left over; those that are no neighbours make none.

    Returns:
        For each shape the gains by first row and first column.
    """
    rows, columns = rest
    lattice = price_lattice(
        [scorer.selected(rows, columns) for scorer in scorers],
        replace(
            lengths,
            base=lengths.base[rows],
            witness=lengths.witness[columns],
            # that two paragraphs are one text says little where any may meet any
            base_texts=np.full(len(rows), -1),
            witness_texts=np.full(len(columns), -2),
        ),
        Band.whole(len(rows), len(columns)),
        prices,
        longest,
    )
    # the more may meet, the more do by chance
    price = np.float32(prices.moved + CROWD * max(np.log(len(rows) * len(columns) / FEW), 0.0))
    joined_rows, joined_columns = _joined(rows), _joined(columns)
    gains = {}
    for (p, q), values in lattice.gains.items():
        square = values.reshape(len(rows) + 1, len(columns) + 1)[:-1, :-1]
        fits = joined_rows[p - 1][:, None] & joined_columns[q - 1]
        gains[p, q] = np.where(fits, square - price, NOWHERE).astype(np.float32)
    return gains


def _lattice(gains: Mapping[Shape, Floats], left: Flags, right: Flags) -> Lattice:
    """Keep the beads whose paragraphs are all still left over.

    What is taken between two paragraphs makes no neighbours of them, so no gain changes.
    """
    rows, columns = np.flatnonzero(left), np.flatnonzero(right)
    whole_rows, whole_columns = _whole(left), _whole(right)
    kept = {}
    for (p, q), values in gains.items():
        fits = whole_rows[p - 1][rows][:, None] & whole_columns[q - 1][columns]
        square = np.full((len(rows) + 1, len(columns) + 1), NOWHERE, np.float32)
        square[:-1, :-1] = np.where(fits, values[np.ix_(rows, columns)], NOWHERE)
        kept[p, q] = square.ravel()
    return Lattice(Band.whole(len(rows), len(columns)), kept)


def _joined(places: Integers) -> list[Flags]:
    """Say for each number of paragraphs whether those from a place on are neighbours."""
    return [
        _reaching(np.diff(places) == 1, size - 1, len(places)) for size in range(1, LONGEST + 1)
    ]


def _whole(present: Flags) -> list[Flags]:
    """Say for each number of paragraphs whether all from a place on are present."""
    return [
        present & _reaching(present[1:], size - 1, len(present)) for size in range(1, LONGEST + 1)
    ]


def _reaching(steps: Flags, size: int, places: int) -> Flags:
    """Say of each place whether the `size` steps from there on are all true."""
    last = max(places - size, 0)
    reaching = np.arange(places) < last
    for k in range(size):
        reaching[:last] &= steps[k : last + k]
    return reaching


def heaviest_chain(beads: Sequence[tuple[int, int, int]]) -> set[int]:
    """Choose the beads that keep reading order: the heaviest chain rising on both lengths.

    Args:
        beads: (first base position, first witness position, weight), by base position.

    Returns:
        Positions in `beads`. Of equal chains the one found first.
    """
    order = sorted(range(len(beads)), key=lambda k: beads[k][1])
    rank = {k: r + 1 for r, k in enumerate(order)}
    tree = [(0, -1)] * (len(beads) + 1)
    before: list[int] = []
    for k, (_, _, weight) in enumerate(beads):
        best, place = (0, -1), rank[k] - 1
        while place > 0:
            best = max(best, tree[place])
            place -= place & -place
        before.append(best[1])
        value, place = (best[0] + weight, k), rank[k]
        while place <= len(beads):
            tree[place] = max(tree[place], value)
            place += place & -place
    best, place = (0, -1), len(beads)
    while place > 0:
        best = max(best, tree[place])
        place -= place & -place
    chain, k = set(), best[1]
    while k >= 0:
        chain.add(k)
        k = before[k]
    return chain


def crossing(beads: Sequence[Piece]) -> set[Piece]:
    """Give the beads that stand outside the heaviest chain in reading order."""
    ordered = sorted(beads)
    chain = heaviest_chain([(b[0], w[0], len(b) + len(w)) for b, w in ordered])
    return {bead for k, bead in enumerate(ordered) if k not in chain}
