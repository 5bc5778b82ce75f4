"""How sure a bead is: a calibrated probability that it is exactly right.

Three things are known of each bead: its share among all paths through the lattice, how little runs
across the joints at its ends, and how well its words answer each other. Two logistic functions, one
for beads and one for unmatched paragraphs, were fitted to make of them what the gold alignments of
the benchmark say (docs/decisions/0003-aligner-objective.md).
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
# terms (logarithm), moved, two languages
BEAD = (2.50, 0.70, 0.78, -2.51, -0.04, -0.25, -1.66, -0.84)
UNMATCHED = (1.44, 0.67, -0.17, -1.60, 0.0, 0.04, 0.0, -1.33)


def confidences(sides: Sides, matching: Matching) -> dict[Piece, float]:
    """Give the confidence of each bead and each unmatched paragraph, 0.0 to 1.0, to 4 places."""
    pieces = [*matching.pieces, *matching.moved]
    known = features(sides, matching)
    weights = np.array([BEAD if all(piece) else UNMATCHED for piece in pieces]).reshape(-1, 8)
    sure = 1.0 / (1.0 + np.exp(-(known * weights).sum(axis=1)))
    return {piece: round(float(share), 4) for piece, share in zip(pieces, sure, strict=True)}


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
    columns = [
        np.ones(len(pieces)),
        np.array(_odds(matching)),
        np.array(_inside(terms, pieces)) / STRONG,
        np.array(ends) / STRONG,
        _worth(matching, pieces),
        np.log1p(np.array(count, dtype=np.float64)),
        np.repeat([0.0, 1.0], [len(matching.pieces), len(matching.moved)]),
        np.full(len(pieces), 0.0 if sides.share_language else 1.0),
    ]
    return np.stack(columns, axis=1)


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
