"""Tell whether two versions have enough to do with each other for their comparison to be trusted.

The thresholds were measured again after docs/decisions/0013-relatedness.md. Of 103 pairs of related
texts (both sets of the benchmark and real documents in several versions) the usual bead of one was
.78 sure, that of all others .87 or more, and of the shorter side .55 or more found an answer. Of
289 unrelated pairs in two languages (beginnings of 12 and 40 paragraphs) 249 have no bead at all,
and 32 of the rest fall below. Related texts of a few paragraphs may fall below too: too short to
tell.
"""

from collections.abc import Sequence
from enum import StrEnum
from statistics import median

from provtrack.model.alignment import Bead
from provtrack.model.comparison import ComparedVersion
from provtrack.text.languages import share_language

DOUBTFUL_CONFIDENCE = 0.7  # below this, a reader is told that the alignment may be wrong
ALIKE = 0.6  # so alike in one language, two paragraphs answer each other wherever they stand
FEW_ANSWERED = 0.2  # of the paragraphs of the shorter side
CHECK = "Look at who answers whom before you rely on what is said to differ."


class Doubt(StrEnum):
    """What speaks against an alignment as a whole."""

    NOTHING = "nothing answers"
    FEW = "few paragraphs are answered"
    UNSURE = "the usual bead is doubtful"


def doubt_on(
    beads: Sequence[Bead], base: ComparedVersion, witness: ComparedVersion
) -> Doubt | None:
    """Find what speaks against an alignment of two versions; None if nothing does."""
    paired = [bead for bead in beads if bead.base and bead.witness]
    if not paired:
        return Doubt.NOTHING if beads else None
    if _answered(paired, base, witness) < FEW_ANSWERED:
        return Doubt.FEW
    one_language = share_language(base.language, witness.language)
    is_unsure = median(sureness(bead, one_language=one_language) for bead in paired)
    return Doubt.UNSURE if is_unsure < DOUBTFUL_CONFIDENCE else None


def _answered(paired: Sequence[Bead], base: ComparedVersion, witness: ComparedVersion) -> float:
    """Share of the paragraphs of the shorter side that are answered."""
    counts = len(base.paragraphs), len(witness.paragraphs)
    found = sum(len(bead.base) for bead in paired), sum(len(bead.witness) for bead in paired)
    shorter = counts.index(min(counts))
    return found[shorter] / counts[shorter]


def sureness(bead: Bead, *, one_language: bool) -> float:
    """How sure it is that two sides have to do with each other, 0.0 to 1.0.

    A confidence says whether a bead is exactly right, also in its place and bounds: that of a
    moved paragraph may be low though its words leave no doubt. Likeness between two languages is
    no such proof.
    """
    return 1.0 if one_language and bead.similarity >= ALIKE else bead.confidence


def in_words(doubt: Doubt, base: str, witness: str) -> str:
    """Say what speaks against the alignment of two versions, by their names."""
    if doubt is Doubt.NOTHING:
        return (
            f"No paragraph of {witness} answers one of {base}: the two seem to have nothing to do "
            "with each other, or too little to tell. If they do, name their languages, or record "
            "both and pin a few paragraphs."
        )
    if doubt is Doubt.FEW:
        return (
            f"Few paragraphs of {base} and {witness} answer each other: the two may have little "
            f"to do with each other. {CHECK}"
        )
    return (
        f"It is doubtful which paragraphs of {base} and {witness} answer each other: the two are "
        f"hardly related, or too short to tell. {CHECK}"
    )
