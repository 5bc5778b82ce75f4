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
    numbers: dict[str, int] = {}
    left = [numbers.setdefault(token, len(numbers)) for token in base]
    right = [numbers.setdefault(token, len(numbers)) for token in witness]
    hunks: list[Hunk] = []
    for code in Indel.opcodes(left, right):
        if code.tag == "equal":
            continue
        if hunks and hunks[-1].b1 == code.src_start and hunks[-1].w1 == code.dest_start:
            last = hunks.pop()
            hunks.append(Hunk(last.b0, code.src_end, last.w0, code.dest_end))
        else:
            hunks.append(Hunk(code.src_start, code.src_end, code.dest_start, code.dest_end))
    return hunks
