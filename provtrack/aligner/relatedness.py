"""Tell whether two texts have anything to do with each other, and take beads apart if not.

In one language the words tell. Between two, an alignment makes its own lexicon, and finds some
sense in any two texts: so it is set against alignments of the same texts in an order that cannot
be right. What gains no more than these is chance. Entry points: `without_strangers`, `is_chance`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from provtrack.aligner.counts import Doubles, Integers
from provtrack.aligner.joints import Piece
from provtrack.aligner.likelihood import Standing, standing_in, worths
from provtrack.aligner.matching import Matching, match
from provtrack.aligner.pricing import Prices
from provtrack.aligner.sides import Sides

FEW_TERMS = 400  # on one side; below, words that are shared by chance look telling
ENOUGH_LETTERS = 24.0  # of weight, both sides together, to judge a single bead by
MANY_LETTERS = 60.0  # of weight, from which a bead has to share words
NOTHING = 0.01  # of the weight: as good as nothing is shared
RELATED = 0.15  # of the weight of words that have to stand on both sides of the beads
LIGHT = 3  # letters that a word may have without weighing anything

FEW_ROWS, MANY_ROWS = 20, 100  # paragraphs of the shorter side; below the first nothing is told
SURE_WORTH = 0.4  # nats a term; chance does not reach it
MOVED = 0.1  # share of beads; blocks that changed places are no chance, and weaken the path
SAMPLE = 40_000  # pairs of paragraphs that are looked at
BEADS = 120  # of a larger text, from its middle
ABOVE_CHANCE = 0.97, 1.4  # times the gain of the best wrong order, with few rows and with many
OTHER_ORDER = 1.5  # times the gain: then the wrong order is the right one, and the text was turned
STRIDES = (0.382, 0.618)  # of the length: steps through a text that leave no neighbours together


def without_strangers(found: Matching, sides: Sides) -> Matching:
    """Take beads apart that owe themselves to lengths and order alone, in one language.

    In a long text a bead may: a date line in another form between paragraphs that answer each
    other. There the whole has to speak against the beads, or a bead of many words has to share
    none. A text of a few paragraphs cannot tell which of its words are rare, so there each bead is
    looked at more strictly.
    """
    beads = found.beads()
    if not beads:
        return found
    plain = found.plain
    turned = [(witness, base) for base, witness in beads]
    forth = _answered(standing_in(plain, beads), sides.spelled[1], len(beads))
    back = _answered(standing_in(plain.mirrored(), turned), sides.spelled[0], len(beads))
    answered, weight = forth[0] + back[0], forth[1] + back[1]
    same = _identical(found, beads)
    is_short = float(plain.base.totals().sum()) < FEW_TERMS
    is_doubtful = is_short or _worth_of_term(found, beads) < 0.0
    if is_doubtful and not same.any() and answered.sum() < RELATED * weight.sum():
        return taken_apart(found, set(beads))
    strange = (answered < NOTHING * weight) & (weight >= MANY_LETTERS)
    if is_short:
        strange |= (answered < RELATED * weight) & (weight >= ENOUGH_LETTERS)
    flags = (strange & ~same).tolist()
    return taken_apart(found, {bead for bead, is_it in zip(beads, flags, strict=True) if is_it})


def _identical(found: Matching, beads: Sequence[Piece]) -> NDArray[np.bool_]:
    """Tell which beads have the same text on both sides."""
    texts = found.lengths.base_texts, found.lengths.witness_texts
    same = [np.array_equal(texts[0][list(b)], texts[1][list(w)]) for b, w in beads]
    return np.array(same, bool)


def _answered(seen: Standing, spelled: Sequence[str], beads: int) -> tuple[Doubles, Doubles]:
    """Weigh the words on one side of each bead: those that stand on the other side too, and all.

    A word weighs as many letters as it has beyond `LIGHT`: long words are rarely shared by chance.
    """
    weight = np.array([max(len(spelled[term]) - LIGHT, 0) for term in seen.term.tolist()], float)
    weight *= seen.value
    every = np.bincount(seen.bead, weight, minlength=beads).astype(np.float64)
    found = np.bincount(seen.bead, weight * (seen.ratio > 0.0), minlength=beads)
    return found.astype(np.float64), every


def taken_apart(found: Matching, beads: set[Piece]) -> Matching:
    """Leave the paragraphs of some beads unmatched."""
    left = [piece for piece in (*found.pieces, *found.moved) if piece in beads]
    alone = [((i,), ()) for base, _ in left for i in base]
    others = [((), (j,)) for _, witness in left for j in witness]
    kept = [piece for piece in found.pieces if piece not in beads]
    moved = tuple(piece for piece in found.moved if piece not in beads)
    return replace(found, pieces=(*kept, *alone, *others), moved=moved)


def is_chance(found: Matching, sides: Sides, prices: Prices) -> bool:
    """Tell whether an alignment between two languages gains no more than one of a wrong order.

    Costs three further alignments, of at most `SAMPLE` pairs of paragraphs, where it is in doubt.
    """
    beads = found.beads()
    shorter = min(len(sides.lengths[0]), len(sides.lengths[1]))
    if shorter < FEW_ROWS or not beads:
        return False
    if len(found.moved) > MOVED * len(beads) or _worth_of_term(found, beads) >= SURE_WORTH:
        return False
    rows, columns = (np.arange(len(lengths)) for lengths in sides.lengths)
    gain = found.gain
    if len(rows) * len(columns) > SAMPLE:
        rows, columns = _middle(sorted(beads))
        gain = match(sides.selected(rows, columns), prices).gain
    wrong = max(
        match(sides.selected(rows, columns[order]), prices).gain for order in _orders(len(columns))
    )
    needed = float(np.interp(shorter, (FEW_ROWS, MANY_ROWS), ABOVE_CHANCE))
    return gain < needed * wrong and wrong < OTHER_ORDER * gain


def _worth_of_term(found: Matching, beads: Sequence[Piece]) -> float:
    """Mean worth of the terms of all beads, both sides, in nats."""
    worth = weight = 0.0
    turned = [(witness, base) for base, witness in beads]
    for layer, some in ((found.layers[0], beads), (found.layers[0].mirrored(), turned)):
        seen = standing_in(layer, some)
        worth += float(worths(layer, seen).sum())
        weight += float(seen.value.sum())
    return worth / max(weight, 1e-9)


def _middle(beads: Sequence[Piece]) -> tuple[Integers, Integers]:
    """Take the paragraphs around the middle bead, at most `SAMPLE` pairs."""
    start = max((len(beads) - BEADS) // 2, 0)
    part = beads[start : start + BEADS]
    sides = []
    for side in (0, 1):
        places = sorted(k for piece in part for k in piece[side])
        most = int(SAMPLE**0.5)
        sides.append(np.array(places[:most], dtype=np.int64))
    return sides[0], sides[1]


def _orders(length: int) -> Iterator[Integers]:
    """Give orders of a text that cannot be right: backwards, and in long strides."""
    yield np.arange(length)[::-1]
    for share in STRIDES:
        stride = next(
            k
            for k in range(max(round(share * length), 2), 2 * length + 3)
            if np.gcd(k, length) == 1
        )
        yield np.arange(length) * stride % length
