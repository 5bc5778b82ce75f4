"""How sure a bead is: the share of all alignments that contain it, made to mean what it says."""

from collections.abc import Sequence

from provtrack.aligner.lattice import Step, posteriors
from provtrack.aligner.matching import Matching

TEMPERATURE = 3.0


def confidences(matching: Matching, steps: Sequence[Step]) -> list[float]:
    """Give the confidence of each bead and each unmatched paragraph, 0.0 to 1.0, to 4 places."""
    moved = set(matching.moved)
    kept = [step for step in steps if step not in moved]
    sure = dict(zip(kept, posteriors(matching.lattice, kept, TEMPERATURE), strict=True))
    return [round(sure.get(step, 0.8), 4) for step in steps]
