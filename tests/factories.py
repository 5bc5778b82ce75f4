"""Small invented values for tests: what a line of Python can say, JSON need not."""

import hashlib

from provtrack.model.alignment import Alignment, Bead
from provtrack.model.comparison import (
    Change,
    Collation,
    ComparedBead,
    ComparedVersion,
    Comparison,
    Reading,
)
from provtrack.model.names import ChangeKind, Nature, Significance


def compared(name: str, *paragraphs: str, language: str = "en") -> ComparedVersion:
    """Make a version as it enters a comparison, as if read from a plain file."""
    text = "\n\n".join(paragraphs)
    return ComparedVersion(
        name=name,
        language=language,
        text_sha256=hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest(),
        paragraphs=paragraphs,
    )


def bead(base: tuple[int, ...], witness: tuple[int, ...], confidence: float = 1.0) -> Bead:
    """Make a bead without evidence."""
    return Bead(base=base, witness=witness, confidence=confidence)


def alignment(*beads: Bead) -> Alignment:
    """Make an alignment as if by hand."""
    return Alignment(beads=beads, method="by hand")


def reading(text: str, start: int = 0, paragraph: int = 0) -> Reading:
    """Make a reading that starts at a code point of a paragraph."""
    return Reading(paragraph=paragraph, start=start, end=start + len(text), text=text)


def negation_dropped() -> Collation:
    """Make a collation of one sentence whose witness has lost its "not "."""
    base = compared("A", "We shall not sign.")
    witness = compared("B", "We shall sign.")
    change = Change(
        kind=ChangeKind.OMISSION,
        significance=Significance.SUBSTANTIVE,
        nature=Nature.NEGATION,
        rule="en-negation-1",
        confidence=0.95,
        explanation="negation removed",
        base=reading("not ", start=9),
        witness=reading("", start=9),
    )
    comparison = Comparison(
        name=witness.name,
        language=witness.language,
        text_sha256=witness.text_sha256,
        paragraphs=witness.paragraphs,
        beads=(ComparedBead(base=(0,), witness=(0,), confidence=0.99, changes=(change,)),),
    )
    return Collation(base=base, witnesses=(comparison,), program="provtrack test")
