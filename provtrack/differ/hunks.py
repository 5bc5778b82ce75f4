"""Token keys of both sides to hunks: the stretches in which they differ.

Indel (longest common subsequence) rather than Levenshtein, which prefers substitutions and loses
anchors. White space is no token, so nothing lines up on blanks. Entry point: `hunks_of`.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel


class Hunk(NamedTuple):
    """Token ranges [b0, b1) of the base and [w0, w1) of the witness that differ."""

    b0: int
    b1: int
    w0: int
    w1: int


def hunks_of(base: Sequence[str], witness: Sequence[str]) -> list[Hunk]:
    """Find where two token sequences differ, in reading order, with kept tokens between."""
    numbers = {token: number for number, token in enumerate(dict.fromkeys((*base, *witness)))}
    left, right = (list(map(numbers.__getitem__, side)) for side in (base, witness))
    hunks: list[Hunk] = []
    b = w = 0
    for kept in Indel.opcodes(left, right).as_matching_blocks():  # the last is empty, at the ends
        if b < kept.a or w < kept.b:
            hunks.append(Hunk(b, kept.a, w, kept.b))
        b, w = kept.a + kept.size, kept.b + kept.size
    return hunks
