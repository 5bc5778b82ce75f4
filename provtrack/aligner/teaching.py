"""What one alignment teaches a lexicon: how often its terms answer each other.

Counted from the beads alone, without what a lexicon says of the words, so that what one document
taught is not counted once more through another. Which beads were found may owe something to a
lexicon, so sure beads say more than doubtful ones. Entry point: `taught_by`.
"""

from collections.abc import Sequence

import numpy as np

from provtrack.aligner.joints import Piece
from provtrack.aligner.lexicon import count_meetings
from provtrack.aligner.pricing import Prices
from provtrack.aligner.sides import read_sides
from provtrack.model.alignment import Alignment
from provtrack.model.lexicon import UNIT, Lexicon
from provtrack.text.languages import languages_apart, written_language

SURE = 0.5  # confidence from which a bead teaches, as much as it is sure
LEAST = 0.2  # meetings in one document; what met less is chance, and there is much of it


def taught_by(
    alignment: Alignment,
    base: Sequence[str],
    witness: Sequence[str],
    *,
    base_language: str,
    witness_language: str,
) -> Lexicon | None:
    """Count which terms answer each other in the beads of an alignment.

    Args:
        alignment: Of these two texts, pinned or not, beads out of reading order included.
        base, witness: Paragraphs in reading order.

    Returns:
        A lexicon that reads from the language that comes first in the alphabet to the other one;
        None for texts in one language, or in one that is not known.
    """
    languages = languages_apart(base_language, witness_language)
    if languages is None:
        return None
    beads = [
        ((bead.base, bead.witness), bead.confidence)
        for bead in alignment.beads
        if bead.base and bead.witness and bead.confidence >= SURE
    ]
    if languages[0] == written_language(base_language):
        return _counted((base, witness), beads, languages)
    turned = [((ours, theirs), weight) for (theirs, ours), weight in beads]
    return _counted((witness, base), turned, languages)


def _counted(
    texts: tuple[Sequence[str], Sequence[str]],
    beads: Sequence[tuple[Piece, float]],
    languages: tuple[str, str],
) -> Lexicon:
    """Count the meetings in beads; those too weak to mean anything are left out."""
    sides = read_sides(*texts, share_language=False)
    prices = Prices()
    first, second, agreed = count_meetings(sides.terms, sorted(beads), prices, prices.trust_two)
    kept = agreed >= LEAST
    base, witness = sides.vocabularies
    counts = np.rint(agreed[kept] * UNIT).astype(np.int64).tolist()
    pairs = zip(first[kept].tolist(), second[kept].tolist(), strict=True)
    return Lexicon(
        base_language=languages[0],
        witness_language=languages[1],
        counts={(base[i], witness[j]): count for (i, j), count in zip(pairs, counts, strict=True)},
    )
