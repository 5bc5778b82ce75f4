"""Beads that hints hold together although no words run across their joints.

Joints are opened by words alone. Where hints say clearly more for a bead than for the best two
parts it could be cut into, its joints are left as they are. Entry point: `held_by`.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from provtrack.aligner.joints import Piece
from provtrack.aligner.scoring import MOST, Scorer, Shape

HELD = 6.0  # nats the whole has to gain over its parts

Parts = tuple[tuple[int, int, Shape], ...]


def held_by(hints: Sequence[Scorer], pieces: Sequence[Piece]) -> set[Piece]:
    """Find the beads that hints hold together."""
    if not hints:
        return set()
    larger = [piece for piece in pieces if all(piece) and 2 < sum(map(len, piece)) <= MOST]
    return {piece for piece in larger if _gain(hints, piece) >= HELD}


def _gain(hints: Sequence[Scorer], piece: Piece) -> float:
    """How much more hints say for a bead than for its best two parts."""
    high, wide = map(len, piece)
    scores: dict[tuple[int, int, Shape], float] = {}
    for hint in hints:
        for shape, block in _alone(hint, piece).scores((0, high), (0, wide)):
            for i in range(block.shape[0]):
                for j in range(block.shape[1]):
                    key = i, j, shape
                    scores[key] = scores.get(key, 0.0) + float(block[i, j])
    whole = scores[0, 0, (high, wide)]
    return whole - max(sum(scores[part] for part in parts) for parts in _cuts(high, wide))


def _alone(hint: Scorer, piece: Piece) -> Scorer:
    """See the paragraphs of one bead only."""
    rows, columns = (np.array(side, np.int64) for side in piece)
    return hint.selected(rows, columns)


def _cuts(high: int, wide: int) -> Iterator[Parts]:
    """Give the beads of each cut in two that keeps reading order."""
    for i in range(high + 1):
        for j in range(wide + 1):
            parts = (0, 0, (i, j)), (i, j, (high - i, wide - j))
            beads = tuple(part for part in parts if all(part[2]))
            if beads and beads[0][2] != (high, wide):
                yield beads
