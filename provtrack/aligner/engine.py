"""The door: `align` two versions.

Paragraphs -> terms (`sides`) -> rounds of pricing, path and learning (`matching`, `moves`) -> beads
with confidence and description. Why the objective is what it is, and what was tried beside it:
docs/decisions/aligner-objective.md.
"""

from collections.abc import Sequence

from provtrack.aligner.confidence import confidences
from provtrack.aligner.description import Description, describe
from provtrack.aligner.joints import Piece
from provtrack.aligner.matching import match
from provtrack.aligner.mirroring import in_reading_order, mirrored
from provtrack.aligner.moves import crossing
from provtrack.aligner.pricing import Prices
from provtrack.aligner.sides import read_sides
from provtrack.model.alignment import Alignment, Bead, Uncovered
from provtrack.text.languages import share_language

METHOD = "likelihood-lattice-1"


def align(
    base: Sequence[str],
    witness: Sequence[str],
    *,
    base_language: str,
    witness_language: str,
) -> Alignment:
    """Find which paragraphs of a witness answer which paragraphs of the base.

    Args:
        base, witness: Paragraphs in reading order.
        base_language, witness_language: BCP 47 tags.

    Returns:
        Beads in reading order of the base; each paragraph of both sides stands in exactly one. The
        same beads with the same confidences come out if the sides are exchanged. Time and memory
        grow with the product of the two numbers of paragraphs up to some 400 x 400, above that
        with their sum.
    """
    # rounding and ties may favour a side: which one must not depend on the caller's order
    if (witness_language, tuple(witness)) < (base_language, tuple(base)):
        return mirrored(
            _align(witness, base, languages=(witness_language, base_language))
        )
    return _align(base, witness, languages=(base_language, witness_language))


def _align(
    base: Sequence[str], witness: Sequence[str], *, languages: tuple[str, str]
) -> Alignment:
    sides = read_sides(base, witness, share_language=share_language(*languages))
    matching = match(sides, Prices())
    paired = matching.beads()
    crossed = crossing(paired)
    described = dict(
        zip(paired, describe((base, witness), sides, matching, paired), strict=True)
    )
    beads = [
        _bead(piece, confidence, described.get(piece), is_transposed=piece in crossed)
        for piece, confidence in confidences(sides, matching).items()
    ]
    return Alignment(beads=in_reading_order(beads), method=METHOD)


def _bead(
    piece: Piece,
    confidence: float,
    description: Description | None,
    *,
    is_transposed: bool,
) -> Bead:
    base, witness = piece
    if description is None:
        gone = Uncovered(base=1.0 if base else 0.0, witness=1.0 if witness else 0.0)
        return Bead(base=base, witness=witness, confidence=confidence, uncovered=gone)
    return Bead(
        base=base,
        witness=witness,
        confidence=confidence,
        similarity=description.similarity,
        transposed=is_transposed,
        evidence=tuple(map(_in_words, description.evidence)),
        uncovered=Uncovered(
            base=description.uncovered[0], witness=description.uncovered[1]
        ),
    )


def _in_words(evidence: tuple[str, str, str]) -> str:
    """Write evidence out: "word: Ladakh", "name: Неру = Nehru"."""
    kind, ours, theirs = evidence
    return f"{kind}: {ours}" if ours == theirs else f"{kind}: {ours} = {theirs}"
