"""How sure a bead is: the share of all alignments that contain it, made to mean what it says."""

from provtrack.aligner.joints import Piece
from provtrack.aligner.lattice import Step, posteriors
from provtrack.aligner.likelihood import LONGEST
from provtrack.aligner.matching import Matching
from provtrack.aligner.sides import Sides

TEMPERATURE = 3.0


def confidences(sides: Sides, matching: Matching) -> dict[Piece, float]:
    """Give the confidence of each bead and each unmatched paragraph, 0.0 to 1.0, to 4 places."""
    pieces = [*matching.pieces, *matching.moved]
    shares = _shares(matching)
    return {piece: round(share, 4) for piece, share in zip(pieces, shares, strict=True)}


def _shares(matching: Matching) -> list[float]:
    """Share of all paths in reading order that hold each piece; 0.5 where none can."""
    pieces = [*matching.pieces, *matching.moved]
    steps = {
        k: step
        for k, piece in enumerate(pieces)
        if (step := _step_of(piece)) is not None
    }
    known = dict(
        zip(
            steps,
            posteriors(matching.lattice, list(steps.values()), TEMPERATURE),
            strict=True,
        )
    )
    return [known.get(k, 0.5) for k in range(len(pieces))]


def _step_of(piece: Piece) -> Step | None:
    """The step of the lattice a piece is; None if it has none."""
    base, witness = piece
    if max(len(base), len(witness)) > LONGEST:
        return None
    return (
        base[0] if base else 0,
        witness[0] if witness else 0,
        len(base),
        len(witness),
    )
