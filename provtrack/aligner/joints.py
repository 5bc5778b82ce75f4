"""Look again at every joint of the path: do the texts on its two sides run into each other?

The lattice sees a paragraph as a bag of terms. Where the paragraphs of two versions overlap by a
sentence, that is little beside the whole; but it is a run of terms at the very end of one paragraph
that the first paragraph after the joint explains and its own bead does not. Such a joint is closed,
and a joint inside a bead where nothing runs across is opened.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from provtrack.aligner.counts import Doubles, Integers
from provtrack.aligner.likelihood import Layer, standing_in
from provtrack.aligner.pricing import Prices

Rows = tuple[int, ...]
Piece = tuple[Rows, Rows]  # base and witness paragraphs, one side may be empty
Joint = tuple[Piece, Piece]  # the pieces before and after it
Strengths = dict[Joint, float]
ROUNDS = 4
LONG_UNIT, SHORTER = 45.0, 0.4  # terms, of a unit that is no sentence; exponent below that
LONGEST_JOINED = 6  # paragraphs on one side of a bead, at most


@dataclass(frozen=True, slots=True)
class Terms:
    """What the joints are judged by: a layer and its terms in reading order."""

    layer: Layer
    base: Sequence[Integers]
    witness: Sequence[Integers]


def anything_fits(piece: Piece) -> bool:
    """Let every bead be made."""
    return any(piece)


def rejoin(
    terms: Terms,
    pieces: Sequence[Piece],
    prices: Prices,
    fits: Callable[[Piece], bool] = anything_fits,
    held: Collection[Piece] = (),
) -> list[Piece]:
    """Open and close joints between pieces that follow each other in reading order.

    Args:
        fits: Whether a bead may be made by closing a joint.
        held: Beads whose joints are not opened.
    """
    current = list(pieces)
    known: Strengths = {}
    prices = _for_length(prices, terms.layer)
    for _ in range(ROUNDS):
        opened = _opened(terms, current, (prices, held), known)
        if opened == current:
            break
        current = opened
    for _ in range(ROUNDS):
        closed = _closed(terms, current, (prices, fits), known)
        if closed == current:
            break
        current = closed
    return current


def _for_length(prices: Prices, layer: Layer) -> Prices:
    """Ask less to run across the joints of short units: sentences have few words to share."""
    usual = (layer.usual_base + layer.usual_witness) / 2
    share = min(usual / LONG_UNIT, 1.0) ** SHORTER
    return replace(prices, opened=prices.opened * share, closed=prices.closed * share)


def _opened(
    terms: Terms,
    pieces: Sequence[Piece],
    rule: tuple[Prices, Collection[Piece]],
    known: Strengths,
) -> list[Piece]:
    """Cut each bead at its weakest joint, if nothing runs across it."""
    prices, held = rule
    free = [(k, piece) for k, piece in enumerate(pieces) if piece not in held]
    cuts = [(k, cut) for k, piece in free for cut in _cuts(piece)]
    strengths = _weighed(terms, [cut for _, cut in cuts], known)
    weakest: dict[int, tuple[float, tuple[Piece, Piece]]] = {}
    for (k, cut), strength in zip(cuts, strengths, strict=True):
        if strength < prices.opened and (k not in weakest or strength < weakest[k][0]):
            weakest[k] = (strength, cut)
    found: list[Piece] = []
    for k, piece in enumerate(pieces):
        found += weakest[k][1] if k in weakest else (piece,)
    return found


def _cuts(piece: Piece) -> Iterator[tuple[Piece, Piece]]:
    """Give every way to cut a bead in two that both keep reading order."""
    base, witness = piece
    if not (base and witness):
        return
    for i in range(len(base) + 1):
        for j in range(len(witness) + 1):
            first, second = (base[:i], witness[:j]), (base[i:], witness[j:])
            has_bead = (i and j) or (i < len(base) and j < len(witness))
            if has_bead and any(first) and any(second):
                yield first, second


def _closed(
    terms: Terms,
    pieces: Sequence[Piece],
    rule: tuple[Prices, Callable[[Piece], bool]],
    known: Strengths,
) -> list[Piece]:
    """Join neighbours where the texts run into each other, the strongest joint first."""
    prices, fits = rule
    joints = [
        k
        for k, (first, second) in enumerate(pairwise(pieces))
        if _may_join(first, second) and fits((first[0] + second[0], first[1] + second[1]))
    ]
    strengths = _weighed(terms, [(pieces[k], pieces[k + 1]) for k in joints], known)
    strong = sorted((-s, k) for s, k in zip(strengths, joints, strict=True) if s >= prices.closed)
    return list(_with_joined(pieces, [k for _, k in strong]))


def _may_join(first: Piece, second: Piece) -> bool:
    """Join neighbours only, and not without end."""
    joined = first[0] + second[0], first[1] + second[1]
    return all(joined) and all(
        len(rows) <= LONGEST_JOINED and rows[-1] - rows[0] < len(rows) for rows in joined
    )


def _with_joined(pieces: Sequence[Piece], strongest_first: Sequence[int]) -> Iterator[Piece]:
    taken: set[int] = set()
    starts: set[int] = set()
    for k in strongest_first:
        if not {k, k + 1} & taken:
            taken |= {k, k + 1}
            starts.add(k)
    for k, piece in enumerate(pieces):
        if k in starts:
            following = pieces[k + 1]
            yield piece[0] + following[0], piece[1] + following[1]
        elif k - 1 not in starts:
            yield piece


def _weighed(terms: Terms, joints: Sequence[Joint], known: Strengths) -> list[float]:
    """Weigh joints, those met before from memory."""
    new = [joint for joint in dict.fromkeys(joints) if joint not in known]
    known.update(zip(new, across(terms, new), strict=True))
    return [known[joint] for joint in joints]


def across(terms: Terms, joints: Sequence[Joint]) -> list[float]:
    """Say how much runs across each joint, in nats."""
    (there, back) = (
        _running(terms, joints, first=0),
        _running(terms, joints, first=1),
    )
    return [max(one, other) for one, other in zip(there, back, strict=True)]


def _running(terms: Terms, joints: Sequence[Joint], first: int) -> list[float]:
    """Weigh the end of one side before the joint against the start of the other side after it.

    Args:
        first: 0 if it is the base that is ahead: its end answers the witness after the joint.
    """
    ahead = [joint[0][first] for joint in joints]
    ahead_own = [joint[0][1 - first] for joint in joints]
    late = [joint[1][1 - first] for joint in joints]
    late_own = [joint[1][first] for joint in joints]
    ends = _gains(terms, first, ahead, ahead_own, late).best_ends()
    starts = _gains(terms, 1 - first, late, late_own, ahead).best_starts()
    # both sides have to speak for it: what only one says is chance
    strengths: list[float] = (2.0 * np.sqrt(ends * starts)).tolist()
    return strengths


@dataclass(frozen=True, slots=True)
class _Runs:
    """Values of terms in reading order, one run for each joint.

    Attributes:
        limits: Where each run starts; one more than there are runs.
    """

    values: Doubles
    limits: Integers

    def best_starts(self) -> Doubles:
        """For each run the highest sum of its first terms, however many."""
        total = self._summed()
        return self._reduced(np.maximum, total) - total[self.limits[:-1]]

    def best_ends(self) -> Doubles:
        """For each run the highest sum of its last terms, however many."""
        total = self._summed()
        return total[self.limits[1:]] - self._reduced(np.minimum, total)

    def _summed(self) -> Doubles:
        return np.concatenate([[0.0], np.cumsum(self.values)])

    def _reduced(self, choose: np.ufunc, total: Doubles) -> Doubles:
        """Choose among the sums at the two limits of each run and all between."""
        bounds = np.stack([self.limits[:-1], self.limits[1:]], axis=1).ravel()
        inner = choose.reduceat(np.append(total, total[-1]), bounds)[::2]
        chosen: Doubles = choose(inner, total[self.limits[1:]])
        return chosen


def _gains(
    terms: Terms,
    side: int,
    rows: Sequence[Rows],
    own: Sequence[Rows],
    other: Sequence[Rows],
) -> _Runs:
    """What each term would gain if it stood with the other paragraphs instead of its own."""
    sequences = terms.witness if side else terms.base
    lengths = [sum(len(sequences[r]) for r in row) for row in rows]
    group = np.repeat(np.arange(len(rows)), lengths)
    order = np.concatenate([np.zeros(0, np.int64), *(sequences[r] for row in rows for r in row)])
    keys, gained = _worths(terms, side, rows, other)
    gained -= _worths(terms, side, rows, own)[1]
    size = max((terms.layer.witness if side else terms.layer.base).size, 1)
    place = np.searchsorted(keys, group * size + order)
    return _Runs(gained[place], np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64))


def _worths(
    terms: Terms,
    side: int,
    rows: Sequence[Rows],
    answers: Sequence[Rows],
) -> tuple[Integers, Doubles]:
    """What each term of `rows` is worth beside `answers`; alone, nothing.

    Returns:
        Number of the rows and the term in one number, ascending, whatever the answers; its worth.
    """
    layer = terms.layer if side else terms.layer.mirrored()
    seen = standing_in(layer, [(answer, row) for answer, row in zip(answers, rows, strict=True)])
    worth = np.log1p(layer.found_in_witness[seen.term].astype(np.float64) * (seen.ratio - 1.0))
    size = max(layer.witness.size, 1)
    is_answered = np.array([bool(answer) for answer in answers], dtype=bool)
    return seen.bead * size + seen.term, np.where(is_answered[seen.bead], worth, 0.0)
