"""Tell whether two texts in different languages have anything to do with each other.

An alignment makes its own lexicon, and finds some sense in any two texts. So it is put to the test:
a lexicon learned from one half of the beads has to explain the other half better than it explains
the same paragraphs with others near by that are as long, and the other way round. Where it does
not, the order may have misled it: a text whose parts changed places is tried in other orders. The
weights were fitted to some 1,700 pairs of texts, related and not
(docs/decisions/0013-relatedness.md). Entry point: `related`. In one language see `strangers`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from provtrack.aligner.confidence import SURE, confidences
from provtrack.aligner.counts import Doubles, Floats, Integers
from provtrack.aligner.joints import Piece
from provtrack.aligner.learning import learned_from
from provtrack.aligner.likelihood import Layer, standing_in, worths
from provtrack.aligner.matching import SOFT_NODES, Matching, match
from provtrack.aligner.pricing import Prices
from provtrack.aligner.sides import Sides

MOST_JUDGED = 400  # beads
LEAST_JUDGED = 4  # beads, to put them to the test at all
TOO_FEW_TO_TELL = 0.95  # the most that can be likely of fewer
WRONG = 6  # partners that are not its own, for each bead that is judged
GIANT = 50.0  # times the usual length, from which a bead is not judged
NEAR = 12  # beads away, where those are looked for
# intercept, beads (logarithm), how surely right beads beat wrong ones, mean confidence of beads,
# share of paragraphs in beads, on the side where it is higher
ODDS = (-7.2, -3.48, 1.57, 10.3, 7.45)
USUALLY = 1.4  # nats: of five pairs of texts that people compare four are related, or more
TURNS = (0.5, 0.25, 0.75)  # of the length: where a text may have been cut and turned round
MOVED = 0.1  # share of beads that stand elsewhere, from which they are learned from too
SURELY = 0.99  # likelihood from which texts are called related, in whatever order
HOPELESS = 0.01  # likelihood below which what stands elsewhere is not learned from
FIRST_ROUND = 1  # of learning; enough to tell whether another order makes sense


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An alignment, and how likely its texts are to be related, 0.0 to 1.0."""

    found: Matching
    likely: float


def related(found: Matching, sides: Sides, prices: Prices) -> Judged:
    """Judge an alignment between two languages; what is likelier chance is taken apart.

    Costs two more rounds of learning. Of texts with at most `matching.SOFT_NODES` pairs of
    paragraphs one further alignment where much stands elsewhere, and up to three short ones and
    another whole one where the texts may be unrelated.
    """
    is_small = len(sides.lengths[0]) * len(sides.lengths[1]) <= SOFT_NODES
    likely = _likely(found, sides, prices)
    if is_small and likely >= HOPELESS and len(found.moved) > MOVED * len(found.beads()):
        found = match(sides, prices, taught=found.beads())
        likely = _likely(found, sides, prices)
    for turned in _turned(sides, prices) if is_small and likely < SURELY else ():
        again = match(sides, prices, taught=turned)
        likely_again = _likely(again, sides, prices)
        if likely_again >= SURELY:
            return Judged(found=again, likely=likely_again)
    if likely >= 0.5:
        return Judged(found=found, likely=likely)
    return Judged(found=taken_apart(found, {*found.pieces, *found.moved}), likely=likely)


def doubted(confidence: float, piece: Piece, likely: float) -> float:
    """Bring the chance that the texts are unrelated into the confidence of a piece.

    A bead of unrelated texts is wrong, and a paragraph without a partner right. Readers rely on
    beads from `confidence.SURE`: none is called so sure while it is open whether the texts are
    related.
    """
    if not all(piece):
        return round(max(confidence, 1.0 - likely), 4)
    most = 1.0 if likely >= SURELY else SURE - 1e-4
    return round(min(confidence * likely, most), 4)


def taken_apart(found: Matching, beads: set[Piece]) -> Matching:
    """Leave the paragraphs of some beads unmatched."""
    left = [piece for piece in (*found.pieces, *found.moved) if piece in beads]
    alone = [((i,), ()) for base, _ in left for i in base]
    others = [((), (j,)) for _, witness in left for j in witness]
    kept = [piece for piece in found.pieces if piece not in beads]
    moved = tuple(piece for piece in found.moved if piece not in beads)
    return replace(found, pieces=(*kept, *alone, *others), moved=moved)


def worth_of_term(found: Matching, beads: Sequence[Piece]) -> float:
    """Mean worth of the terms of all beads, both sides, in nats."""
    by_bead, weight = worths_of(found.layers[0], beads)
    return float(by_bead.sum()) / max(weight, 1e-9)


def worths_of(layer: Layer, beads: Sequence[Piece]) -> tuple[Doubles, float]:
    """Worth of the words of each bead, both sides, in nats, and how many there are in all."""
    turned = [(witness, base) for base, witness in beads]
    total, weight = np.zeros(len(beads)), 0.0
    for one, some in ((layer, beads), (layer.mirrored(), turned)):
        seen = standing_in(one, some)
        total += np.bincount(seen.bead, worths(one, seen), minlength=len(beads))
        weight += float(seen.value.sum())
    return total, weight


def _likely(found: Matching, sides: Sides, prices: Prices) -> float:
    """How likely the two texts are to be related, as far as their words tell, 0.0 to 1.0."""
    beads = _telling(sorted(found.beads()), sides)
    if not beads:
        return 0.0
    judged = beads[:: -(-len(beads) // MOST_JUDGED)]
    is_enough = len(judged) >= LEAST_JUDGED
    surely = _surely_better(sides, prices, judged) if is_enough else 0.0
    usual = confidences(sides, found)
    sure = float(np.mean([usual[bead] for bead in beads]))
    known = (1.0, float(np.log(len(judged))), surely, sure, share_paired(beads, sides))
    odds = USUALLY + sum(weight * value for weight, value in zip(ODDS, known, strict=True))
    likely = float(1.0 / (1.0 + np.exp(-np.clip(odds, -30.0, 30.0))))
    return likely if is_enough else min(likely, TOO_FEW_TO_TELL)


def share_paired(beads: Sequence[Piece], sides: Sides) -> float:
    """Share of paragraphs that stand in beads, on the side where it is higher, 0.0 to 1.0."""
    counts = (sum(len(piece[side]) for piece in beads) for side in (0, 1))
    return max(count / len(sides.lengths[side]) for side, count in enumerate(counts))


def _telling(beads: Sequence[Piece], sides: Sides) -> list[Piece]:
    """Leave out beads so much longer than the others that they hold whatever word is asked for."""
    size = [sum(float(sides.lengths[k][list(bead[k])].sum()) for k in (0, 1)) for bead in beads]
    limit = GIANT * float(np.median(size)) if size else 0.0
    return [bead for bead, held in zip(beads, size, strict=True) if held <= limit]


def _surely_better(sides: Sides, prices: Prices, beads: Sequence[Piece]) -> float:
    """By how many standard errors right beads are worth more than wrong ones, by other beads."""
    better = []
    for half in (0, 1):
        held, others = beads[half::2], beads[1 - half :: 2]
        layer, _ = learned_from(sides, prices, [(bead, 1.0) for bead in others], others)
        wrong = [worths_of(layer, beads)[0] for beads in _wrongly_paired(held, sides.lengths[1])]
        better.append(worths_of(layer, held)[0] - np.mean(wrong, axis=0))
    gains = np.concatenate(better)
    return float(gains.mean() / (gains.std() / np.sqrt(len(gains)) + 1e-6))


def _wrongly_paired(beads: Sequence[Piece], lengths: Floats) -> Iterator[list[Piece]]:
    """Give each bead the witness side of another one near by, as long as its own if there is one.

    Near by, since what a text is about changes slowly; as long, since the words of headings stand
    in short paragraphs, and short ones answer short ones whatever they say.
    """
    size = [float(np.log1p(sum(lengths[row] for row in there))) for _, there in beads]
    others = [_like(place, size) for place in range(len(beads))]
    for wrong in zip(*others, strict=False):
        yield [(base, beads[k][1]) for (base, _), k in zip(beads, wrong, strict=True)]


def _like(place: int, size: Sequence[float]) -> list[int]:
    """Find the places near one that are most like it in size."""
    near = range(max(place - NEAR, 0), min(place + NEAR + 1, len(size)))
    others = [k for k in near if k != place]
    others.sort(key=lambda k: (abs(size[k] - size[place]), abs(k - place), k))
    return others[:WRONG]


def _turned(sides: Sides, prices: Prices) -> Iterator[list[Piece]]:
    """Find beads after exchanging parts of the witness, where the order then makes sense."""
    rows, columns = (np.arange(len(lengths)) for lengths in sides.lengths)
    for share in TURNS:
        order = np.roll(columns, -round(share * len(columns)))
        part = sides.selected(rows, order)
        found = match(part, replace(prices, rounds_two=FIRST_ROUND))
        if _likely(found, part, prices) >= SURELY:
            yield [_in_place(bead, order) for bead in found.beads()]


def _in_place(bead: Piece, order: Integers) -> Piece:
    """Give a bead its witness paragraphs' places before they were put into another order."""
    base, witness = bead
    return base, tuple(sorted(order[list(witness)].tolist()))
