"""How sure a bead is: a calibrated probability that it is exactly right.

Four things are known of each bead: its share among all paths through the lattice, how little runs
across the joints at its ends, how well its words answer each other, and how much text there was to
learn from. Two logistic functions, one for beads and one for unmatched paragraphs, were fitted to
make of them what gold alignments say (docs/decisions/0010-aligner-again.md). Readers rely on what
is .9 and more: only what is at least `SURE_FROM` sure is called so, the rest is kept below.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from provtrack.aligner.counts import Doubles
from provtrack.aligner.joints import Piece, Terms, across
from provtrack.aligner.lattice import Step
from provtrack.aligner.likelihood import standing_in
from provtrack.aligner.matching import Matching
from provtrack.aligner.posteriors import posteriors
from provtrack.aligner.scoring import MOST
from provtrack.aligner.sides import Sides

TEMPERATURE = 3.0
MOST_SURE = 6.0  # posteriors count up to this many nats of odds
STRONG = 9.0  # nats that run across a joint when it is closed

# intercept, odds of the share, weakest joint inside, strongest joint at the ends, worth of a term,
# terms (logarithm), moved, two languages, size of the texts, the same between two languages
BEAD = (1.665, 0.434, 1.23, -2.845, 0.886, -0.328, -0.369, -0.796, 0.402, -0.146)
UNMATCHED = (0.222, 0.234, 1.062, -1.936, 0.0, 0.267, 0.097, -1.63, 0.076, 0.667)
USUAL_SIZE = 20_000  # terms of both texts, from which their size is counted, in logarithms
SIZES = (-2.5, 1.5)  # beyond these nothing was measured
SURE_FROM, SURE = 0.95, 0.9  # of what is at least so sure, 98 of 100 were exactly right
DOUBTFUL = 0.8  # from here to `SURE_FROM` confidences are pressed together below `SURE`


def confidences(sides: Sides, matching: Matching) -> dict[Piece, float]:
    """Give the confidence of each bead and each unmatched paragraph, 0.0 to 1.0, to 4 places."""
    pieces = [*matching.pieces, *matching.moved]
    known = features(sides, matching)
    weights = np.array([BEAD if all(piece) else UNMATCHED for piece in pieces]).reshape(
        -1, len(BEAD)
    )
    sure = _pressed(1.0 / (1.0 + np.exp(-(known * weights).sum(axis=1))))
    return {piece: round(float(share), 4) for piece, share in zip(pieces, sure, strict=True)}


def _pressed(sure: Doubles) -> Doubles:
    """Keep below `SURE` what is not so sure that readers may rely on it; the order stays."""
    share = (SURE - 1e-4 - DOUBTFUL) / (SURE_FROM - DOUBTFUL)
    pressed = DOUBTFUL + (sure - DOUBTFUL) * share
    return np.where((sure > DOUBTFUL) & (sure < SURE_FROM), pressed, sure)


def features(sides: Sides, matching: Matching) -> Doubles:
    """Say of each piece what its confidence is made of; one row each, moved beads last."""
    pieces = [*matching.pieces, *matching.moved]
    terms = Terms(matching.layers[0], sides.terms.base, sides.terms.witness)
    ends = [*_at_ends(terms, matching.pieces), *_at_ends(terms, matching.moved)]
    count = [
        sum(len(sides.terms.base[i]) for i in base)
        + sum(len(sides.terms.witness[j]) for j in witness)
        for base, witness in pieces
    ]
    two = 0.0 if sides.share_language else 1.0
    size = _size(sides)
    columns = [
        np.ones(len(pieces)),
        np.array(_odds(matching)),
        np.array(_inside(terms, pieces)) / STRONG,
        np.array(ends) / STRONG,
        _worth(matching, pieces),
        np.log1p(np.array(count, dtype=np.float64)),
        np.repeat([0.0, 1.0], [len(matching.pieces), len(matching.moved)]),
        np.full(len(pieces), two),
        np.full(len(pieces), size),
        np.full(len(pieces), two * size),
    ]
    return np.stack(columns, axis=1)


def _size(sides: Sides) -> float:
    """How much text there is, in logarithms, from `USUAL_SIZE`."""
    terms = sum(len(row) for side in (sides.terms.base, sides.terms.witness) for row in side)
    return float(np.clip(np.log(max(terms, 1) / USUAL_SIZE), *SIZES))


def _odds(matching: Matching) -> list[float]:
    """Log odds of the share of paths that hold each piece; 0.0 where the lattice cannot tell."""
    pieces = [*matching.pieces, *matching.moved]
    steps = {k: step for k, piece in enumerate(matching.pieces) if (step := _step_of(piece))}
    shares = posteriors(matching.lattice, list(steps.values()), TEMPERATURE)
    known = dict(zip(steps, shares, strict=True))
    least = 1.0 / (1.0 + np.exp(MOST_SURE))
    clipped = [min(max(known.get(k, 0.5), least), 1.0 - least) for k in range(len(pieces))]
    return [float(np.log(share / (1.0 - share))) for share in clipped]


def _step_of(piece: Piece) -> Step | None:
    """The step of the lattice a piece is; None if it has none."""
    base, witness = piece
    if len(base) + len(witness) > MOST:
        return None
    return (
        base[0] if base else 0,
        witness[0] if witness else 0,
        len(base),
        len(witness),
    )


def _inside(terms: Terms, pieces: Sequence[Piece]) -> list[float]:
    """How much runs across the weakest joint inside each bead; twice `STRONG` if it has none."""
    cuts = []
    for k, (base, witness) in enumerate(pieces):
        for i in range(1, len(base)):
            j = round(i * len(witness) / len(base))
            cuts.append((k, ((base[:i], witness[:j]), (base[i:], witness[j:]))))
        for j in range(1, len(witness)):
            i = round(j * len(base) / len(witness))
            cuts.append((k, ((base[:i], witness[:j]), (base[i:], witness[j:]))))
    weakest = [2 * STRONG] * len(pieces)
    for (k, _), strength in zip(cuts, across(terms, [cut for _, cut in cuts]), strict=True):
        weakest[k] = min(weakest[k], strength)
    return weakest


def _at_ends(terms: Terms, pieces: Sequence[Piece]) -> list[float]:
    """How much runs across the joints of each piece with the pieces before and after it."""
    strengths = across(terms, list(pairwise(pieces)))
    padded = [0.0, *strengths, 0.0]
    return [min(max(padded[k], padded[k + 1]), STRONG) for k in range(len(pieces))]


def _worth(matching: Matching, pieces: Sequence[Piece]) -> Doubles:
    """Mean worth of the terms of a bead, both sides, in nats; 0.0 for unmatched paragraphs."""
    layer = matching.layers[0]
    total, weight = np.zeros(len(pieces)), np.full(len(pieces), 1e-9)
    for one, beads in (
        (layer, list(pieces)),
        (layer.mirrored(), [(witness, base) for base, witness in pieces]),
    ):
        seen = standing_in(one, beads)
        worth = np.log1p(one.found_in_witness[seen.term].astype(np.float64) * (seen.ratio - 1.0))
        total += np.bincount(seen.bead, worth * seen.value, minlength=len(pieces))
        weight += np.bincount(seen.bead, seen.value, minlength=len(pieces))
    has_both = np.array([all(piece) for piece in pieces], dtype=bool)
    return np.where(has_both, total / weight, 0.0)
