"""Two simple aligners to measure against: lengths alone, and the most similar pair first.

Gale and Church (1993) with their own constants, and a greedy matcher by rapidfuzz as one would
write it in an afternoon. Both are ours and short; neither is used by the program.
"""

from collections.abc import Sequence

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

Bead = tuple[tuple[int, ...], tuple[int, ...]]
SHAPES = {(1, 1): 0.89, (1, 0): 0.0099, (0, 1): 0.0099, (2, 1): 0.089, (1, 2): 0.089, (2, 2): 0.011}
VARIANCE = 6.8
LEAST_ALIKE = 55.0


def gale_church(base: Sequence[str], witness: Sequence[str]) -> list[Bead]:
    """Align by lengths alone. Time and memory grow with the product of both numbers."""
    ours, theirs = (np.array([0.0, *map(len, side)]).cumsum() for side in (base, witness))
    ratio = max(theirs[-1], 1.0) / max(ours[-1], 1.0)
    n, m = len(base), len(witness)
    cost = np.full((n + 1, m + 1), np.inf)
    chosen = np.zeros((n + 1, m + 1), np.int8)
    cost[0, 0] = 0.0
    shapes = sorted(SHAPES)
    for i in range(n + 1):
        for k, (p, q) in enumerate(shapes):
            if p == 0 or p > i or q > m:
                continue
            lengths = ours[i] - ours[i - p], theirs[q:] - theirs[: m + 1 - q]
            value = cost[i - p, : m + 1 - q] + _cost(*lengths, ratio) - np.log(SHAPES[p, q])
            better = value < cost[i, q:]
            cost[i, q:][better] = value[better]
            chosen[i, q:][better] = k
        for j in range(1, m + 1):  # additions: each depends on the place before it
            value = cost[i, j - 1] + _cost(0.0, theirs[j] - theirs[j - 1], ratio)
            value -= np.log(SHAPES[0, 1])
            if value < cost[i, j]:
                cost[i, j], chosen[i, j] = value, shapes.index((0, 1))
    return _walk_back(chosen, shapes)


def _cost(ours: float, theirs: np.ndarray | float, ratio: float) -> np.ndarray:
    """Negative logarithm of the likelihood of two lengths, up to a constant."""
    mean = np.maximum((ours * ratio + np.asarray(theirs)) / 2, 1.0)
    return (np.asarray(theirs) - ours * ratio) ** 2 / (2 * VARIANCE * mean)


def _walk_back(chosen: np.ndarray, shapes: Sequence[tuple[int, int]]) -> list[Bead]:
    beads = []
    i, j = chosen.shape[0] - 1, chosen.shape[1] - 1
    while i or j:
        p, q = shapes[chosen[i, j]]
        beads.append((tuple(range(i - p, i)), tuple(range(j - q, j))))
        i, j = i - p, j - q
    return beads[::-1]


def greedy(base: Sequence[str], witness: Sequence[str]) -> list[Bead]:
    """Take the most similar pair of paragraphs, then the next; splits are tacked on afterwards."""
    if not (base and witness):
        return []
    alike = cdist(base, witness, scorer=fuzz.token_set_ratio, dtype=np.float32)
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for place in np.argsort(-alike, axis=None, kind="stable").tolist():
        i, j = divmod(place, len(witness))
        if alike[i, j] < LEAST_ALIKE:
            break
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    joined = {i: {j} for i, j in partner.items()}
    for j in set(range(len(witness))) - taken:
        i = int(np.argmax(alike[:, j]))
        near = i in joined and min(abs(j - k) for k in joined[i]) == 1
        if near and alike[i, j] >= LEAST_ALIKE:
            joined[i].add(j)
    return [((i,), tuple(sorted(found))) for i, found in sorted(joined.items())]
