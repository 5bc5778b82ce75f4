"""Clauses that stand elsewhere in the same bead: moved, perhaps with edits inside.

What one hunk lacks and another has is compared; four content words in common, and most of the
clause, make a move; so does a shorter phrase that has moved almost unchanged, or one of any length
that is all that is lacking at one place and all that is there at another. A clause of which the
common subsequence has kept a scrap is first set free, so that it can be seen as one.
Entry points: `freed`, `move`.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from provtrack.differ.columns import MOVED, Column
from provtrack.differ.hunks import Hunk, hunks_of
from provtrack.differ.sequences import BREAK, Side
from provtrack.differ.weights import Weights

_LEAST_CONTENT = 4
_LEAST_WHOLE = 4  # tokens of a shorter phrase that has moved with two or three content words
_LEAST_IN_WHOLE = 2
_LEAST_WAY = 3  # tokens such a phrase moves: "November 21" is no move
_LEAST_LETTERS = 7  # of a phrase that is all two hunks hold; it moves with one content word
_MOST_OF_WHOLE = 0.75  # share of the tokens of such a phrase that must be kept
_LEAST_KEPT = 0.6  # of the words of the moved clause
_MOST_PAIRS = 2_000
_LONGEST = 400  # tokens of a hunk that is searched
_SEED = 3  # tokens in a row that lead to a clause standing elsewhere
_MOST_PLACES = 4  # of a seed; one that stands in more leads nowhere
_MOST_SCRAPS = 0.5  # share of a clause that may be kept where it does not belong
_COMMAS = frozenset(",，、،;；")

_Stretch = tuple[int, int, int, int, int]  # content words; first and last token on both sides


class _Move(NamedTuple):
    """Tokens [b0, b1) of a hunk that stand as [w0, w1) in another."""

    content: int
    source: int
    target: int
    b0: int
    b1: int
    w0: int
    w1: int


def freed(
    hunks: Sequence[Hunk],
    sides: tuple[Side, Side],
    weights: Weights,
    *,
    keys: tuple[Sequence[str], Sequence[str]],
) -> list[Hunk]:
    """Find the hunks again with clauses that stand elsewhere kept out of the common subsequence.

    Args:
        keys: By which the tokens of both sides answer each other.
    """
    base, witness = sides
    runs = _runs(hunks, base, witness, weights) if len(hunks) > 1 else []
    if not runs:
        return list(hunks)
    old, new = list(keys[0]), list(keys[1])
    for b, w, length in runs:
        old[b : b + length] = [f"{BREAK}{b + k}" for k in range(length)]
        new[w : w + length] = [f"{BREAK}{BREAK}{w + k}" for k in range(length)]
    return hunks_of(old, new)


def _runs(
    hunks: Sequence[Hunk], base: Side, witness: Side, weights: Weights
) -> list[tuple[int, int, int]]:
    """Find clauses in common that stand elsewhere: (base token, witness token, length)."""
    old, new = base.folded, witness.folded
    places: dict[tuple[str, ...], list[int]] = {}
    for w in _near([(hunk.w0, hunk.w1) for hunk in hunks], len(new)):
        places.setdefault(tuple(new[w : w + _SEED]), []).append(w)
    seeds: list[tuple[int, int]] = []
    for b in _near([(hunk.b0, hunk.b1) for hunk in hunks], len(old)):
        starts = places.get(tuple(old[b : b + _SEED]), ())
        if len(starts) <= _MOST_PLACES:
            seeds += [(b, w) for w in starts]
    if not seeds:
        return []
    kept = _kept(hunks, len(old))
    kept_there = set(kept.values())
    found = {_grown(b, w, old, new) for b, w in seeds if kept.get(b) != w}
    weighed = sorted(
        ((weights.count(old[b : b + length]), b, w, length) for b, w, length in found),
        key=lambda run: (-run[0], run[1], run[2]),
    )
    chosen: list[tuple[int, int, int]] = []
    for content, b, w, length in weighed:
        scraps = max(
            sum(place in kept for place in range(b, b + length)),
            sum(place in kept_there for place in range(w, w + length)),
        )
        is_apart = all(
            (b + length <= b2 or b2 + n <= b) and (w + length <= w2 or w2 + n <= w)
            for b2, w2, n in chosen
        )
        if content >= _LEAST_CONTENT and scraps <= _MOST_SCRAPS * length and is_apart:
            chosen.append((b, w, length))
    return chosen


def _near(ranges: Sequence[tuple[int, int]], end: int) -> list[int]:
    """List where a seed that touches one of the ranges can start."""
    starts = {
        place
        for first, last in ranges
        if last > first
        for place in range(max(0, first - _SEED + 1), last)
    }
    return sorted(place for place in starts if place + _SEED <= end)


def _kept(hunks: Sequence[Hunk], end: int) -> dict[int, int]:
    """Map each kept token of the base to its token in the witness."""
    kept: dict[int, int] = {}
    b = w = 0
    for b0, b1, _, w1 in (*hunks, Hunk(end, end, 0, 0)):
        kept.update(zip(range(b, b0), range(w, w + b0 - b), strict=True))
        b, w = b1, w1
    return kept


def _grown(b: int, w: int, old: Sequence[str], new: Sequence[str]) -> tuple[int, int, int]:
    """Grow a seed to all the tokens in common around it."""
    while b and w and old[b - 1] == new[w - 1]:
        b, w = b - 1, w - 1
    length = _SEED
    while b + length < len(old) and w + length < len(new) and old[b + length] == new[w + length]:
        length += 1
    return b, w, length


def move(
    hunks: Sequence[Hunk],
    base: Side,
    witness: Side,
    weights: Weights,
    *,
    exchanged: frozenset[int] = frozenset(),
) -> list[Column]:
    """Turn hunks into columns, those of moved clauses marked and tied by number.

    Args:
        exchanged: Where in the base a hunk begins that answers the words opposite it.
    """
    candidates = _candidates(hunks, base, witness, weights)
    moves = _chosen(
        [
            found
            for found in candidates
            if exchanged.isdisjoint((hunks[found.source].b0, hunks[found.target].b0))
        ]
    )
    leaving = {found.source: (number, found) for number, found in enumerate(moves)}
    coming = {found.target: (number, found) for number, found in enumerate(moves)}
    columns: list[Column] = []
    for place, hunk in enumerate(hunks):
        if place not in leaving and place not in coming:
            columns.append(Column(*hunk))
            continue
        b_cuts, w_cuts = (hunk.b1, hunk.b1), (hunk.w1, hunk.w1)
        if place in leaving:
            b_cuts = leaving[place][1][3:5]
        if place in coming:
            w_cuts = coming[place][1][5:7]
        if place not in leaving and w_cuts[0] == hunk.w0:
            b_cuts = (hunk.b0, hunk.b0)  # what is left stands after the words that came
        if place not in coming and b_cuts[0] == hunk.b0:
            w_cuts = (hunk.w0, hunk.w0)
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
        (place, base.folded[hunk.b0 : hunk.b1])
        for place, hunk in enumerate(hunks)
        if 0 < hunk.b1 - hunk.b0 <= _LONGEST
    ]
    there = {
        place: frozenset(witness.folded[hunk.w0 : hunk.w1])
        for place, hunk in enumerate(hunks)
        if 0 < hunk.w1 - hunk.w0 <= _LONGEST
    }
    if not lacking or not there or len(lacking) * len(there) > _MOST_PAIRS:
        return []
    found = []
    for source, old in lacking:
        here = frozenset(old)
        for target in there:
            if source == target or here.isdisjoint(there[target]):
                continue
            stretch = _shared(hunks[source], hunks[target], (base, witness), weights)
            if stretch:
                content, b0, b1, w0, w1 = stretch
                b, w = hunks[source].b0, hunks[target].w0
                if not _crosses_paragraph(base, b + b0, b + b1) and not _crosses_paragraph(
                    witness, w + w0, w + w1
                ):
                    found.append(_Move(content, source, target, b + b0, b + b1, w + w0, w + w1))
    return found


def _shared(
    leaving: Hunk, coming: Hunk, sides: tuple[Side, Side], weights: Weights
) -> _Stretch | None:
    """Find what one hunk lacks and another has: all of it, or the stretch both share."""
    base, witness = sides
    old, new = base.folded[leaving.b0 : leaving.b1], witness.folded[coming.w0 : coming.w1]
    lone = (
        _lone(old, witness.folded[leaving.w0 : leaving.w1]),
        _lone(new, base.folded[coming.b0 : coming.b1]),
    )
    phrase = old[slice(*lone[0])]
    words = (
        base.tokens[leaving.b0 : leaving.b1][slice(*lone[0])],
        witness.tokens[coming.w0 : coming.w1][slice(*lone[1])],
    )
    way = min(abs(leaving.b0 - coming.b0), abs(leaving.w0 - coming.w0))
    if way >= _LEAST_WAY and phrase == new[slice(*lone[1])] and _is_phrase(words, weights):
        return weights.count(phrase), *lone[0], *lone[1]
    if weights.count((Counter(old) & Counter(new)).elements()) < _LEAST_IN_WHOLE:
        return None
    return _stretch(old, new, weights)


def _stretch(old: Sequence[str], new: Sequence[str], weights: Weights) -> _Stretch | None:
    """Find the stretch two hunks share: content words kept, and its ends in both."""
    blocks = [
        (block.a, block.b, block.size)
        for block in Indel.opcodes(list(old), list(new)).as_matching_blocks()
        if block.size
    ]
    while blocks:
        (a, b, _), (c, d, size) = blocks[0], blocks[-1]
        kept = sum(weights.count(old[at : at + length]) for at, _, length in blocks)
        if kept < _LEAST_IN_WHOLE:
            return None
        words = weights.count(old[a : c + size]), weights.count(new[b : d + size])
        is_enough = kept >= _LEAST_CONTENT or _is_whole_phrase(blocks)
        if is_enough and kept >= _LEAST_KEPT * max(words):
            return kept, a, c + size, b, d + size
        light_first = weights.count(old[a : a + blocks[0][2]]) <= weights.count(old[c : c + size])
        blocks.pop(0 if light_first else -1)
    return None


def _lone(tokens: Sequence[str], across: Sequence[str]) -> tuple[int, int]:
    """Leave out at both ends of a hunk what stands across in other case: "министр", "Министр".

    Then commas too: a phrase that opens a sentence has one that it loses at the end of it.
    """
    first, last = 0, len(tokens)
    while first < min(last, len(across)) and tokens[first] == across[first]:
        first += 1
    while last > first and len(tokens) - last < len(across) - first:
        if tokens[last - 1] != across[len(across) - 1 - (len(tokens) - last)]:
            break
        last -= 1
    while last > first and tokens[last - 1] in _COMMAS:
        last -= 1
    while first < last and tokens[first] in _COMMAS:
        first += 1
    return first, last


def _is_phrase(sides: tuple[Sequence[str], Sequence[str]], weights: Weights) -> bool:
    """Tell whether words that are all one hunk lacks and all another has can move as they are.

    A name alone cannot: where it stands says who did it.
    """
    tokens = sides[0]
    if len(tokens) == 1 and all(side[0][0].isupper() for side in sides):
        return False
    return weights.count(tokens) > 0 and sum(map(len, tokens)) >= _LEAST_LETTERS


def _is_whole_phrase(blocks: Sequence[tuple[int, int, int]]) -> bool:
    """Tell whether a short phrase has moved almost unchanged: "with his hat in his hand"."""
    (a, b, _), (c, d, size) = blocks[0], blocks[-1]
    kept = sum(length for _, _, length in blocks)
    return kept >= max(_LEAST_WHOLE, _MOST_OF_WHOLE * max(c + size - a, d + size - b))


def _crosses_paragraph(side: Side, first: int, last: int) -> bool:
    return bool(side.breaks_in(side.starts[first], side.ends[last - 1]))


def _chosen(candidates: list[_Move]) -> list[_Move]:
    """Take the weightiest moves first, each hunk once on each side; then in reading order."""
    chosen: list[_Move] = []
    for found in sorted(candidates, key=lambda m: (-m.content, m.source, m.target)):
        if all(found.source != m.source and found.target != m.target for m in chosen):
            chosen.append(found)
    return sorted(chosen, key=lambda m: m.b0)
