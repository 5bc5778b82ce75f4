"""Align the paragraphs of two versions: terms -> layers -> lattice -> path -> beads."""

from collections.abc import Sequence

import numpy as np

from provtrack.aligner.counts import Counts, Vocabulary, count, sequences
from provtrack.aligner.lattice import Band, Step, best_path, posteriors
from provtrack.aligner.likelihood import Layer
from provtrack.aligner.pricing import Prices, Sides, price_lattice
from provtrack.aligner.terms import names_of, terms_of
from provtrack.model.alignment import Alignment, Bead

METHOD = "likelihood lattice"
TEMPERATURE = 3.0


def align(
    base: Sequence[str],
    witness: Sequence[str],
    *,
    base_language: str,
    witness_language: str,
    lexicon: None = None,
) -> Alignment:
    """Find which paragraphs of a witness answer which paragraphs of the base.

    Args:
        base, witness: Paragraphs of recorded text.
        base_language, witness_language: BCP 47 tags.

    Returns:
        Beads in reading order of the base; each paragraph of both sides stands in exactly one.
    """
    swapped = (witness_language, tuple(witness)) < (base_language, tuple(base))
    if swapped:
        base, witness = witness, base
    shared = share_language(base_language, witness_language)
    steps, weights = _matched(base, witness, shared)
    beads = [
        Bead(
            base=tuple(range(i, i + p)),
            witness=tuple(range(j, j + q)),
            confidence=round(weight, 4),
        )
        for (i, j, p, q), weight in zip(steps, weights, strict=True)
    ]
    if swapped:
        beads = [
            Bead(base=bead.witness, witness=bead.base, confidence=bead.confidence) for bead in beads
        ]
    return Alignment(beads=in_reading_order(beads), method=METHOD)


def share_language(base: str, witness: str) -> bool:
    """Compare primary subtags, until the text package answers this."""
    return base.lower().split("-")[0] == witness.lower().split("-")[0]


def in_reading_order(beads: Sequence[Bead]) -> tuple[Bead, ...]:
    """Order by base; a bead without base follows the one that holds the paragraph before its own."""
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


def _matched(
    base: Sequence[str], witness: Sequence[str], shared: bool
) -> tuple[list[Step], list[float]]:
    prices = Prices()
    if shared:
        layer = _plain_layer([terms_of(t) for t in base], [terms_of(t) for t in witness], 0.5, 1.0)
    else:
        layer = _plain_layer([names_of(t) for t in base], [names_of(t) for t in witness], 0.3, 1.0)
    lengths = [np.array([len(t) for t in side], np.float32) for side in (base, witness)]
    sides = Sides(
        base=lengths[0], witness=lengths[1], ratio=lengths[1].sum() / max(lengths[0].sum(), 1)
    )
    band = Band.whole(len(base), len(witness))
    lattice = price_lattice([layer], sides, band, prices)
    steps = best_path(lattice)
    return steps, posteriors(lattice, steps, TEMPERATURE)


def _plain_layer(
    base: Sequence[Sequence[str]], witness: Sequence[Sequence[str]], found: float, weight: float
) -> Layer:
    """Compare terms as they are."""
    vocabulary = Vocabulary()
    rows = sequences([*base, *witness], vocabulary)
    first: Counts = count(rows[: len(base)], len(vocabulary))
    second: Counts = count(rows[len(base) :], len(vocabulary))
    return Layer(
        base=first,
        witness=second,
        expected_in_witness=first,
        expected_in_base=second,
        found=found,
        weight=weight,
    )
