"""How sure a bead of sentences is, given that the paragraphs around it answer each other.

As `confidence`, with what only a known paragraph bead can tell: that a sentence is answered by
nothing is the likelier, the better the lengths of the two sides fit without it, and the less likely
if the other side too has something that answers nothing. Fitted on the benchmark's units grouped to
paragraphs (``bench/sentences.py``, docs/decisions/0010-aligner-again.md).
"""

from collections.abc import Sequence

import numpy as np

from provtrack.aligner.confidence import features
from provtrack.aligner.counts import Doubles, Integers
from provtrack.aligner.enclosures import Enclosures
from provtrack.aligner.joints import Piece
from provtrack.aligner.matching import Matching
from provtrack.aligner.pricing import Prices, length_gain
from provtrack.aligner.sides import Sides

MOST_TOLD = 8.0  # nats lengths can tell for or against

# those of `confidence` without moved, then: what lengths say, something on the other side too
BEAD = (4.627, 1.28, -0.325, -2.528, -0.359, -0.293, -0.812, 0.268, -0.424, 0.0, 0.0)
UNMATCHED = (-1.033, 1.188, 0.518, -0.919, 0.0, 0.5, -0.012, 0.524, -0.201, 0.6, -1.191)
MOVED = 6  # column of `confidence.features` that is always 0 here


def sentence_confidences(
    sides: Sides, matching: Matching, enclosures: Enclosures
) -> dict[Piece, float]:
    """Give the confidence of each bead and each unmatched unit, 0.0 to 1.0, to 4 places."""
    pieces = matching.pieces
    known = sentence_features(sides, matching, enclosures)
    chosen = [BEAD if all(piece) else UNMATCHED for piece in pieces]
    weights = np.array(chosen).reshape(-1, len(BEAD))
    sure = 1.0 / (1.0 + np.exp(-(known * weights).sum(axis=1)))
    return {piece: round(float(share), 4) for piece, share in zip(pieces, sure, strict=True)}


def sentence_features(sides: Sides, matching: Matching, enclosures: Enclosures) -> Doubles:
    """Say of each piece what its confidence is made of; one row each."""
    usual = np.delete(features(sides, matching), MOVED, axis=1)
    return np.concatenate([usual, _of_lengths(matching, enclosures)], axis=1)


def _of_lengths(matching: Matching, enclosures: Enclosures) -> Doubles:
    """Say of each unmatched unit what the lengths around it say; 0.0 for beads."""
    pieces = matching.pieces
    owners = np.array([_owner(piece, enclosures) for piece in pieces], np.int64)
    parts = int(owners.max(initial=-1)) + 1
    lengths = matching.lengths
    whole = [
        np.bincount(one, values, minlength=parts).astype(np.float64)
        for one, values in (
            (enclosures.base, lengths.base),
            (enclosures.witness, lengths.witness),
        )
    ]
    left = [
        _unmatched(pieces, owners, side, values, parts)
        for side, values in ((0, lengths.base), (1, lengths.witness))
    ]
    prices = Prices()
    fit = length_gain(whole[0], whole[1], lengths, prices)
    gained = [
        length_gain(whole[0] - left[0], whole[1], lengths, prices) - fit,
        length_gain(whole[0], whole[1] - left[1], lengths, prices) - fit,
    ]
    rows = np.zeros((len(pieces), 2))
    for k, (piece, owner) in enumerate(zip(pieces, owners.tolist(), strict=True)):
        if not all(piece):
            side = 0 if piece[0] else 1
            told = float(np.clip(gained[side][owner], -MOST_TOLD, MOST_TOLD))
            rows[k] = told / MOST_TOLD, float(left[1 - side][owner] > 0)
    return rows


def _owner(piece: Piece, enclosures: Enclosures) -> int:
    base, witness = piece
    return int(enclosures.base[base[0]] if base else enclosures.witness[witness[0]])


def _unmatched(
    pieces: Sequence[Piece], owners: Integers, side: int, lengths: np.ndarray, parts: int
) -> Doubles:
    """Add up for each part the lengths of one side's unmatched units."""
    left = np.zeros(parts)
    for piece, owner in zip(pieces, owners.tolist(), strict=True):
        if not piece[1 - side]:
            left[owner] += float(lengths[list(piece[side])].sum())
    return left
