"""Say of a bead how alike its sides are, what speaks for it, and what it leaves unexplained."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Indel

from provtrack.aligner.counts import Doubles, Integers
from provtrack.aligner.evidence import Evidence, evidence_of
from provtrack.aligner.joints import Piece
from provtrack.aligner.likelihood import Layer, Standing, standing_in
from provtrack.aligner.matching import Matching
from provtrack.aligner.sides import Sides
from provtrack.aligner.terms import TermReader

MISSING = 4.0  # nats a run of unexplained terms has to lose to count as uncovered
LONG = 20_000  # code points; above, words are compared instead of characters
MANY_WORDS = 10_000  # on a side; above, their order is no longer looked at


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What is said of one bead."""

    similarity: float
    evidence: tuple[Evidence, ...]
    uncovered: tuple[float, float]


def describe(
    texts: tuple[Sequence[str], Sequence[str]],
    sides: Sides,
    matching: Matching,
    beads: Sequence[Piece],
) -> list[Description]:
    """Describe beads with paragraphs on both sides.

    Returns:
        One description a bead; evidence as (kind, word of the base, word of the witness), the
        weightiest first.
    """
    layer = matching.layers[0]
    mirrored = [(witness, base) for base, witness in beads]
    there, back = standing_in(layer, beads), standing_in(layer.mirrored(), mirrored)
    base_uncovered = _uncovered(sides.terms.base, layer.mirrored(), back, [b for b, _ in beads])
    witness_uncovered = _uncovered(sides.terms.witness, layer, there, [w for _, w in beads])
    explained = (
        _explained(layer, there, len(beads)),
        _explained(layer.mirrored(), back, len(beads)),
    )
    evidence = evidence_of(sides, matching, beads)
    return [
        Description(
            similarity=_similarity(texts, beads[k])
            if sides.share_language
            else round(float(explained[0][k] + explained[1][k]) / 2, 4),
            evidence=evidence[k],
            uncovered=(base_uncovered[k], witness_uncovered[k]),
        )
        for k in range(len(beads))
    ]


def _similarity(texts: tuple[Sequence[str], Sequence[str]], bead: Piece) -> float:
    """Share of characters that stand in the same order on both sides; 1.0 only if identical."""
    ours, theirs = (
        "\n".join(side[k] for k in rows) for side, rows in zip(texts, bead, strict=True)
    )
    if ours == theirs:
        return 1.0
    if len(ours) + len(theirs) > 2 * LONG:
        alike = _words_alike(*(TermReader().words(side) for side in (ours, theirs)))
    else:
        alike = Indel.normalized_similarity(ours, theirs)
    return min(round(alike, 4), 0.9999)


def _words_alike(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """Share of words in the same order; of very many words, share that stands on both sides."""
    if len(ours) + len(theirs) <= 2 * MANY_WORDS:
        return Indel.normalized_similarity(ours, theirs)
    shared = (Counter(ours) & Counter(theirs)).total()
    return 2 * shared / (len(ours) + len(theirs))


def _explained(layer: Layer, seen: Standing, beads: int) -> Doubles:
    """Share of the terms of each bead's witness side that its base side explains."""
    found = layer.found_in_witness[seen.term] * seen.ratio
    part = found / (found + 1 - layer.found_in_witness[seen.term])
    total = np.bincount(seen.bead, seen.value, minlength=beads)
    return np.bincount(seen.bead, seen.value * part, minlength=beads) / np.maximum(total, 1e-9)


def _worth(layer: Layer, seen: Standing) -> Doubles:
    """What each term adds, in nats."""
    found = layer.found_in_witness[seen.term].astype(np.float64)
    return np.log1p(found * (seen.ratio - 1))


def _uncovered(
    sequences: Sequence[Integers],
    layer: Layer,
    seen: Standing,
    rows: Sequence[Sequence[int]],
) -> list[float]:
    """Share of the terms of each bead that stand in runs nothing explains."""
    worth = _worth(layer, seen)
    limits = np.searchsorted(seen.bead, np.arange(len(rows) + 1))
    shares = []
    for k, paragraphs in enumerate(rows):
        order = np.concatenate([sequences[row] for row in paragraphs])
        part = slice(limits[k], limits[k + 1])
        worth_in_order = worth[part][np.searchsorted(seen.term[part], order)]
        missing = sum(end - start for start, end in _losing_runs(worth_in_order))
        shares.append(round(missing / max(len(order), 1), 4))
    return shares


def _losing_runs(worth: Doubles) -> Iterator[tuple[int, int]]:
    """Find the runs that lose most, one after the other, as long as they lose enough."""
    pieces = [(0, len(worth))]
    while pieces:
        start, end = pieces.pop()
        lost = np.concatenate([[0.0], np.cumsum(-worth[start:end])])
        rise = lost - np.minimum.accumulate(lost)
        last = int(np.argmax(rise))
        if rise[last] < MISSING:
            continue
        first = int(np.argmin(lost[: last + 1]))
        yield start + first, start + last
        pieces += [(start, start + first), (start + last, end)]
