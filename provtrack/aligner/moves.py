"""Find what stands elsewhere: match again, in any order, what the monotone path left unmatched.

The paragraphs left over on both sides are put next to each other and aligned once more; beads only
join paragraphs that are neighbours in their text. What is still left over is tried again, so that
blocks which changed places among themselves are found one after the other. Because any paragraph
may now meet any other, a bead has to be worth more than in reading order.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from provtrack.aligner.counts import Integers
from provtrack.aligner.joints import Piece
from provtrack.aligner.lattice import NOWHERE, Band, Lattice, Step, best_path
from provtrack.aligner.pricing import Lengths, Prices, price_lattice
from provtrack.aligner.scoring import Scorer

ROUNDS = 12


def find_moves(
    scorers: Sequence[Scorer], lengths: Lengths, prices: Prices, steps: Sequence[Step]
) -> list[Step]:
    """Match unmatched paragraphs in any order.

    Returns:
        Beads of paragraphs that `steps` leave unmatched.
    """
    found: list[Step] = []
    rows = np.array([i for i, _, p, q in steps if q == 0], dtype=np.int64)
    columns = np.array([j for _, j, p, q in steps if p == 0], dtype=np.int64)
    for _ in range(ROUNDS):
        if not (len(rows) and len(columns)):
            break
        lattice = _lattice_of_rest(scorers, lengths, prices, (rows, columns))
        beads = [step for step in best_path(lattice) if step[2] and step[3]]
        if not beads:
            break
        found += [(int(rows[i]), int(columns[j]), p, q) for i, j, p, q in beads]
        rows = np.delete(rows, [i + k for i, _, p, _ in beads for k in range(p)])
        columns = np.delete(columns, [j + k for _, j, _, q in beads for k in range(q)])
    return found


def _lattice_of_rest(
    scorers: Sequence[Scorer],
    lengths: Lengths,
    prices: Prices,
    rest: tuple[Integers, Integers],
) -> Lattice:
    """Price the beads of paragraphs left over; those that are no neighbours make none."""
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
    )
    joined_rows, joined_columns = _joined(rows), _joined(columns)
    gains = {}
    for (p, q), values in lattice.gains.items():
        fits = np.zeros((len(rows) + 1, len(columns) + 1), bool)
        fits[:-1, :-1] = joined_rows[p - 1][:, None] & joined_columns[q - 1]
        gains[p, q] = np.where(fits.ravel(), values - np.float32(prices.moved), NOWHERE).astype(
            np.float32
        )
    return Lattice(lattice.band, gains)


def _joined(places: Integers) -> list[np.ndarray]:
    """Say for each number of paragraphs whether those from a place on are neighbours."""
    n = len(places)
    joined = [np.ones(n, bool)]
    steps = np.diff(places) == 1
    for size in range(2, 5):
        whole = np.zeros(n, bool)
        if n >= size:
            whole[: n - size + 1] = [all(steps[k : k + size - 1]) for k in range(n - size + 1)]
        joined.append(whole)
    return joined


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
