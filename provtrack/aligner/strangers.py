"""Take beads apart that owe themselves to lengths and order alone, in one language.

There the words tell: what shares none of its words is no version of the other. Entry point:
`without_strangers`. Between two languages see `relatedness`.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from provtrack.aligner.counts import Doubles
from provtrack.aligner.joints import Piece
from provtrack.aligner.likelihood import Standing, standing_in
from provtrack.aligner.matching import Matching
from provtrack.aligner.relatedness import (
    share_paired,
    taken_apart,
    worth_of_term,
    worths_of,
)
from provtrack.aligner.sides import Sides

FEW_TERMS = 400  # on one side; below, words that are shared by chance look telling
ENOUGH_LETTERS = 24.0  # of weight, both sides together, to judge a single bead by
MANY_LETTERS = 60.0  # of weight, from which a bead has to share words
NOTHING = 0.01  # of the weight: as good as nothing is shared
RELATED = 0.15  # of the weight of words that have to stand on both sides of the beads
APART = 0.25  # share of paragraphs in beads, on the side where it is higher; below, strangers
BEYOND_CHANCE = 6.0  # nats that a bead of strangers is worth beyond the best of all wrong pairs
LIGHT = 3  # letters that a word may have without weighing anything


def without_strangers(found: Matching, sides: Sides) -> Matching:
    """Take beads apart that share too few of their words.

    In a long text a bead may share none: a date line in another form between paragraphs that
    answer each other. There the whole has to speak against the beads, or a bead of many words has
    to share none. A text of a few paragraphs cannot tell which of its words are rare, so there each
    bead is looked at more strictly. Texts are strangers where most paragraphs have no partner, or
    where the words speak against the usual bead: lengths made it. There each bead is the best of as
    many pairs as there are, and has to be worth more than the best of so many by chance.
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
    is_doubtful = is_short or worth_of_term(found, beads) < 0.0
    if is_doubtful and not same.any() and answered.sum() < RELATED * weight.sum():
        return taken_apart(found, set(beads))
    strange = (answered < NOTHING * weight) & (weight >= MANY_LETTERS)
    if is_short:
        strange |= (answered < RELATED * weight) & (weight >= ENOUGH_LETTERS)
    worth, _ = worths_of(plain, beads)
    spoken_against = not is_short and np.median(worth) < 0.0
    if spoken_against or share_paired(beads, sides) < APART:
        pairs = len(sides.lengths[0]) * len(sides.lengths[1])
        strange |= worth < np.log(pairs) + BEYOND_CHANCE
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
