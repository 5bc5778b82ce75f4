"""An alignment as tab-separated values, for scripts and scorers.

One bead a line: base positions TAB witness positions TAB confidence; positions count from 0 and
are separated by commas; an empty side is an omission or an addition.
"""

from provtrack.model.alignment import Alignment
from provtrack.model.comparison import ComparedVersion


def alignment_to_tsv(
    alignment: Alignment, base: ComparedVersion, witness: ComparedVersion
) -> bytes:
    """Write one line per bead, in the order of the alignment."""
    lines = (
        "\t".join([_positions(bead.base), _positions(bead.witness), f"{bead.confidence:.4f}"])
        for bead in alignment.beads
    )
    return "".join(line + "\n" for line in lines).encode()


def _positions(paragraphs: tuple[int, ...]) -> str:
    return ",".join(map(str, paragraphs))
