"""Clauses that stand elsewhere in the same bead: moved, perhaps with edits inside.

What one hunk lacks and another has is compared; four content words in common, and most of the
clause, make a move. Entry point: `move`.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from provtrack.differ.columns import MOVED, Column
from provtrack.differ.hunks import Hunk
from provtrack.differ.sequences import Side
from provtrack.differ.weights import Weights

_LEAST_CONTENT = 4
_LEAST_KEPT = 0.6  # of the words of the moved clause
_MOST_PAIRS = 2_000
_LONGEST = 400  # tokens of a hunk that is searched


class _Move(NamedTuple):
    """Tokens [b0, b1) of a hunk that stand as [w0, w1) in another."""

    content: int
    source: int
    target: int
    b0: int
    b1: int
    w0: int
    w1: int


def move(hunks: Sequence[Hunk], base: Side, witness: Side, weights: Weights) -> list[Column]:
    """Turn hunks into columns, those of moved clauses marked and tied by number."""
    moves = _chosen(_candidates(hunks, base, witness, weights))
    leaving = {found.source: (number, found) for number, found in enumerate(moves)}
    coming = {found.target: (number, found) for number, found in enumerate(moves)}
    columns: list[Column] = []
    for place, hunk in enumerate(hunks):
        if place not in leaving and place not in coming:
            columns.append(Column(*hunk))
            continue
        b_cuts = (hunk.b1, hunk.b1) if place not in leaving else leaving[place][1][3:5]
        w_cuts = (hunk.w1, hunk.w1) if place not in coming else coming[place][1][5:7]
        rows = (
            Column(hunk.b0, b_cuts[0], hunk.w0, w_cuts[0]),
            Column(*b_cuts, w_cuts[0], w_cuts[0], MOVED, leaving.get(place, (-1,))[0]),
            Column(b_cuts[1], b_cuts[1], *w_cuts, MOVED, coming.get(place, (-1,))[0]),
            Column(b_cuts[1], hunk.b1, w_cuts[1], hunk.w1),
        )
        columns += [row for row in rows if row.b0 < row.b1 or row.w0 < row.w1]
    return columns


def _candidates(hunks: Sequence[Hunk], base: Side, witness: Side, weights: Weights) -> list[_Move]:
    """Compare every hunk with words only the base has with every one of the witness."""
    lacking = [
        (place, [token.casefold() for token in base.tokens[hunk.b0 : hunk.b1]])
        for place, hunk in enumerate(hunks)
        if _LEAST_CONTENT <= hunk.b1 - hunk.b0 <= _LONGEST
    ]
    having = [
        (place, [token.casefold() for token in witness.tokens[hunk.w0 : hunk.w1]])
        for place, hunk in enumerate(hunks)
        if _LEAST_CONTENT <= hunk.w1 - hunk.w0 <= _LONGEST
    ]
    if not lacking or not having or len(lacking) * len(having) > _MOST_PAIRS:
        return []
    bags = {place: Counter(tokens) for place, tokens in having}
    found = []
    for source, old in lacking:
        bag = Counter(old)
        for target, new in having:
            if source == target or weights.count((bag & bags[target]).elements()) < _LEAST_CONTENT:
                continue
            stretch = _stretch(old, new, weights)
            if stretch:
                content, b0, b1, w0, w1 = stretch
                b, w = hunks[source].b0, hunks[target].w0
                if not _crosses_paragraph(base, b + b0, b + b1) and not _crosses_paragraph(
                    witness, w + w0, w + w1
                ):
                    found.append(_Move(content, source, target, b + b0, b + b1, w + w0, w + w1))
    return found


def _stretch(
    old: Sequence[str], new: Sequence[str], weights: Weights
) -> tuple[int, int, int, int, int] | None:
    """Find the stretch two hunks share: content words kept, and its ends in both."""
    blocks = [
        (block.a, block.b, block.size)
        for block in Indel.opcodes(list(old), list(new)).as_matching_blocks()
        if block.size
    ]
    while blocks:
        (a, b, _), (c, d, size) = blocks[0], blocks[-1]
        kept = sum(weights.count(old[at : at + length]) for at, _, length in blocks)
        if kept < _LEAST_CONTENT:
            return None
        words = weights.count(old[a : c + size]), weights.count(new[b : d + size])
        if kept >= _LEAST_KEPT * max(words):
            return kept, a, c + size, b, d + size
        light_first = weights.count(old[a : a + blocks[0][2]]) <= weights.count(old[c : c + size])
        blocks.pop(0 if light_first else -1)
    return None


def _crosses_paragraph(side: Side, first: int, last: int) -> bool:
    return bool(side.breaks_in(side.starts[first], side.ends[last - 1]))


def _chosen(candidates: list[_Move]) -> list[_Move]:
    """Take the weightiest moves first, each hunk once on each side; then in reading order."""
    chosen: list[_Move] = []
    for found in sorted(candidates, key=lambda m: (-m.content, m.source, m.target)):
        if all(found.source != m.source and found.target != m.target for m in chosen):
            chosen.append(found)
    return sorted(chosen, key=lambda m: m.b0)
