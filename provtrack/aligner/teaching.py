"""What one alignment teaches a lexicon: how often its terms answer each other.

Counted from the beads alone, never with the help of a lexicon: else a lexicon would in time be made
of its own output. Sure beads say more than doubtful ones. Entry point: `taught_by`.
"""

from collections.abc import Sequence

import numpy as np

from provtrack.aligner.joints import Piece
from provtrack.aligner.lexicon import count_meetings
from provtrack.aligner.pricing import Prices
from provtrack.aligner.sides import read_sides
from provtrack.model.alignment import Alignment
from provtrack.model.lexicon import UNIT, Lexicon, lexicon_of
from provtrack.text.languages import share_language, written_language

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
    names = written_language(base_language), written_language(witness_language)
    if share_language(base_language, witness_language) or any(n.startswith("und") for n in names):
        return None
    beads = [
        ((bead.base, bead.witness), bead.confidence)
        for bead in alignment.beads
        if bead.base and bead.witness and bead.confidence >= SURE
    ]
    if names[0] < names[1]:
        return _counted((base, witness), beads, names)
    turned = [((ours, theirs), weight) for (theirs, ours), weight in beads]
    return _counted((witness, base), turned, names[::-1])


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
    return lexicon_of(
        languages,
        {(base[i], witness[j]): count for (i, j), count in zip(pairs, counts, strict=True)},
    )
