"""The order of beads, and the same alignment read from the other side."""

from collections.abc import Sequence
from dataclasses import replace

from provtrack.model.alignment import Alignment, Bead, Uncovered

PINNED_BY = "pinned by "  # how the evidence of a pinned bead begins


def mirrored(alignment: Alignment) -> Alignment:
    """See the same alignment from the other side: base and witness exchanged."""
    beads = [
        replace(
            bead,
            base=bead.witness,
            witness=bead.base,
            evidence=tuple(map(_exchanged, bead.evidence)),
            uncovered=Uncovered(base=bead.uncovered.witness, witness=bead.uncovered.base),
        )
        for bead in alignment.beads
    ]
    return replace(alignment, beads=in_reading_order(beads))


def _exchanged(evidence: str) -> str:
    """Write evidence for the other side."""
    if evidence.startswith(PINNED_BY):
        return evidence
    kind, _, words = evidence.partition(": ")
    ours, is_pair, theirs = words.partition(" = ")
    return f"{kind}: {theirs} = {ours}" if is_pair else evidence


def in_reading_order(beads: Sequence[Bead]) -> tuple[Bead, ...]:
    """Order by base; a bead without base follows the witness paragraph before its own."""
    placed = sorted((bead for bead in beads if bead.base), key=lambda bead: bead.base)
    holder = {j: k for k, bead in enumerate(placed) for j in bead.witness}
    after: dict[int, list[Bead]] = {}
    for bead in sorted((b for b in beads if not b.base), key=lambda b: b.witness):
        place = holder.get(bead.witness[0] - 1, -1)
        after.setdefault(place, []).append(bead)
        holder[bead.witness[-1]] = place
    ordered = list(after.get(-1, ()))
    for k, bead in enumerate(placed):
        ordered += [bead, *after.get(k, ())]
    return tuple(ordered)
