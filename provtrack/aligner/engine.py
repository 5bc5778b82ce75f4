"""Align the paragraphs of two versions: terms -> layers -> lattice -> path -> beads."""

from collections.abc import Sequence

import numpy as np

from provtrack.aligner.counts import Counts, Vocabulary, count, sequences
from provtrack.aligner.lexicon import TermSides, expect, induce
from provtrack.aligner.lattice import Band, Step, best_path, posteriors
from provtrack.aligner.likelihood import Layer, layer_of
from provtrack.aligner.moves import find_moves
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
    base: Sequence[str], witness: Sequence[str], shared: bool, prices: Prices | None = None
) -> tuple[list[Step], list[float]]:
    prices = prices or Prices()
    lengths = [np.array([len(t) for t in side], np.float32) for side in (base, witness)]
    band = Band.whole(len(base), len(witness))
    sides = Sides(base=lengths[0], witness=lengths[1], ratio=ratio_of(lengths))
    terms, counted = read_terms(base, witness, shared)
    layers = []
    if shared:
        layers = [plain(counted, prices.found_one, 1.0, prices.dilution)]
    else:
        names = plain_layer(
            [names_of(t) for t in base],
            [names_of(t) for t in witness],
            prices.found_names,
            prices.names,
            prices.dilution,
        )
        layers = [names]
    lattice = price_lattice(layers, sides, band, prices)
    steps = steps_all = best_path(lattice)
    for round in range(prices.rounds_one if shared else prices.rounds_two):
        forward, backward = induce(terms, steps_all, 0.8 if shared else 0.3)
        layer = layer_of(
            counted,
            (expect(counted[0], forward), expect(counted[1], backward)),
            found=prices.found_one if shared else prices.found_two,
            weight=1.0,
            dilution=prices.dilution,
        )
        layers = [layer] if shared else [layer, names]
        sides = Sides(base=lengths[0], witness=lengths[1], ratio=ratio_steps(lengths, steps_all))
        lattice = price_lattice(layers, sides, band, prices)
        steps = best_path(lattice)
        moved = find_moves(layers, sides, prices, steps)
        steps_all = with_moves(steps, moved)
    if not shared or prices.rounds_one:
        return steps_all, [1.0] * len(steps_all)
    return steps, posteriors(lattice, steps, TEMPERATURE)


def with_moves(steps, moved):
    rows = {i + k for i, _, p, _ in moved for k in range(p)}
    cols = {j + k for _, j, _, q in moved for k in range(q)}
    return [
        s
        for s in steps
        if (s[2] and s[3]) or (s[2] and s[0] not in rows) or (s[3] and s[1] not in cols)
    ] + moved


def ratio_steps(lengths, steps):
    r = [
        lengths[1][j : j + q].sum() / max(lengths[0][i : i + p].sum(), 1)
        for i, j, p, q in steps
        if p and q
    ]
    return float(np.median(r)) if len(r) > 5 else ratio_of(lengths)


def ratio_of(lengths):
    if not all(len(side) for side in lengths):
        return 1.0
    return float(np.median(lengths[1]) / max(np.median(lengths[0]), 1.0))


def read_terms(base, witness, shared):
    first = Vocabulary()
    second = first if shared else Vocabulary()
    a = sequences([terms_of(t) for t in base], first)
    b = sequences([terms_of(t) for t in witness], second)
    alike = [(first[t], second[t]) for t in first if t in second]
    ts = TermSides(
        base=a,
        witness=b,
        base_size=len(first),
        witness_size=len(second),
        alike=np.array(alike, dtype=np.int64).reshape(-1, 2),
    )
    return ts, (count(a, len(first)), count(b, len(second)))


def plain(counted, found, weight, dilution):
    return layer_of(counted, counted, found, weight, dilution)


def plain_layer(
    base: Sequence[Sequence[str]],
    witness: Sequence[Sequence[str]],
    found: float,
    weight: float,
    dilution: float,
) -> Layer:
    """Compare terms as they are."""
    vocabulary = Vocabulary()
    rows = sequences([*base, *witness], vocabulary)
    first: Counts = count(rows[: len(base)], len(vocabulary))
    second: Counts = count(rows[len(base) :], len(vocabulary))
    return plain((first, second), found, weight, dilution)
