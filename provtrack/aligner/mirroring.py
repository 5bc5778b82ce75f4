"""The same alignment read from the other side: `align(a, b)` is `align(b, a)` mirrored."""

from dataclasses import replace

from provtrack.aligner.engine import in_reading_order
from provtrack.model.alignment import Alignment, Uncovered


def mirrored(alignment: Alignment) -> Alignment:
    """Exchange base and witness; beads come in the reading order of the new base."""
    beads = [
        replace(
            bead,
            base=bead.witness,
            witness=bead.base,
            uncovered=Uncovered(base=bead.uncovered.witness, witness=bead.uncovered.base),
        )
        for bead in alignment.beads
    ]
    return replace(alignment, beads=in_reading_order(beads))
