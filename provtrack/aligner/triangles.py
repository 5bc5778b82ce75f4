"""What third versions say of which paragraphs of two versions answer each other.

If paragraph i is answered by k in a third version, and k by j, then i and j should answer each
other. Each alignment is read as a map from the characters of one version to those of the other,
straight inside each bead; two of them laid over the third version tell which share of i comes out
in j. So a third version that joins two paragraphs does not join them in the others. A link that is
confirmed so gains, one whose paragraphs come out elsewhere loses: the more the surer the beads on
the way are. Everything is counted in whole characters and added without rounding, so that the order
of versions cannot matter. Entry point: `evidence_of`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import fsum, sqrt

import numpy as np

from provtrack.aligner.counts import Doubles
from provtrack.aligner.mirroring import mirrored
from provtrack.aligner.pair_scores import PairScores
from provtrack.model.alignment import Alignment

EVIDENCE = 5.0  # nats a bead gains if all of it comes out in its other side, or loses if nothing
DOUBT = 3.0  # exponent of the confidences: a chain of two doubtful links says next to nothing

Pair = tuple[int, int]  # two versions, by number, the lower first


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Characters [start, end) of a paragraph of the third version, and what they answer."""

    start: int
    end: int
    paragraph: int
    confidence: float


@dataclass(frozen=True, slots=True)
class _Shares:
    """What each third version adds to pairs and paragraphs, to be summed in one go."""

    of_pairs: dict[tuple[int, int], list[float]] = field(default_factory=dict)
    of_base: dict[int, list[float]] = field(default_factory=dict)
    of_witness: dict[int, list[float]] = field(default_factory=dict)


def evidence_of(
    pair: Pair,
    thirds: Sequence[int],
    alignments: Mapping[Pair, Alignment],
    lengths: Sequence[Sequence[int]],
) -> PairScores:
    """Score the pairs of paragraphs of two versions by what third versions say.

    Args:
        thirds: The third versions to ask; for each, both its alignments with the pair are needed.
        alignments: By pair of versions.
        lengths: Of each version's paragraphs, in code points.

    Returns:
        Scores whose mirror image is that of the exchanged pair, to the last bit.
    """
    base, witness = pair
    shares = _Shares()
    for third in thirds:
        ours = _stretches(_seen_from(alignments, third, base), lengths[third], lengths[base])
        theirs = _stretches(
            _seen_from(alignments, third, witness), lengths[third], lengths[witness]
        )
        _add(shares, ours, theirs)
    # third versions repeat each other: they weigh as the root of their number
    weight = 1.0 / sqrt(max(len(thirds), 1))
    return _scores(shares, weight, (len(lengths[base]), len(lengths[witness])))


def _seen_from(alignments: Mapping[Pair, Alignment], first: int, second: int) -> Alignment:
    """The alignment of two versions with the first as its base."""
    if first < second:
        return alignments[first, second]
    return mirrored(alignments[second, first])


def _stretches(
    alignment: Alignment, lengths: Sequence[int], others: Sequence[int]
) -> list[list[_Stretch]]:
    """Say for each paragraph of the base which of its characters which witness paragraph answers.

    Args:
        lengths, others: Of the paragraphs of base and witness.
    """
    found: list[list[_Stretch]] = [[] for _ in lengths]
    for bead in alignment.beads:
        if not (bead.base and bead.witness):
            continue
        edges = _edges([lengths[k] for k in bead.base], [others[i] for i in bead.witness])
        place = 0
        for k in bead.base:
            for i, (start, end) in zip(bead.witness, pairwise(edges), strict=True):
                start, end = max(start - place, 0), min(end - place, lengths[k])
                if start < end:
                    found[k].append(_Stretch(start, end, i, bead.confidence))
            place += lengths[k]
    return found


def _edges(here: Sequence[int], there: Sequence[int]) -> list[int]:
    """Where the paragraphs of one side of a bead begin and end in the characters of the other."""
    whole, total = sum(here), max(sum(there), 1)
    return [sum(there[:n]) * whole // total for n in range(len(there))] + [whole]


def _add(
    shares: _Shares, ours: Sequence[Sequence[_Stretch]], theirs: Sequence[Sequence[_Stretch]]
) -> None:
    """Add what one third version says."""
    sizes = _sizes(ours), _sizes(theirs)
    common: dict[tuple[int, int], list[float]] = {}
    for i, j, characters, sure in _overlaps(ours, theirs):
        common.setdefault((i, j), []).append(characters * sure)
    for (i, j), parts in common.items():
        whole = fsum(parts)
        of_base, of_witness = whole / sizes[0][i], whole / sizes[1][j]
        shares.of_pairs.setdefault((i, j), []).append((of_base + of_witness) / 2)
        shares.of_base.setdefault(i, []).append(of_base / 2)
        shares.of_witness.setdefault(j, []).append(of_witness / 2)


def _sizes(stretches: Sequence[Sequence[_Stretch]]) -> dict[int, int]:
    """Count the characters of the third version that each paragraph answers."""
    sizes: dict[int, int] = {}
    for row in stretches:
        for one in row:
            sizes[one.paragraph] = sizes.get(one.paragraph, 0) + one.end - one.start
    return sizes


def _overlaps(
    ours: Sequence[Sequence[_Stretch]], theirs: Sequence[Sequence[_Stretch]]
) -> Iterator[tuple[int, int, int, float]]:
    """Give base and witness paragraph, characters in common, and how sure the way is."""
    for here, there in zip(ours, theirs, strict=True):
        for one in here:
            for other in there:
                characters = min(one.end, other.end) - max(one.start, other.start)
                if characters > 0:
                    sure = (one.confidence * other.confidence) ** DOUBT
                    yield one.paragraph, other.paragraph, characters, sure


def _scores(shares: _Shares, weight: float, shape: tuple[int, int]) -> PairScores:
    """Turn shares into nats: what comes out in the pair gains, what does not loses."""
    keys = sorted(shares.of_pairs)
    gained = [fsum(shares.of_pairs[key]) for key in keys]
    return PairScores(
        rows=np.array([i for i, _ in keys], np.int64),
        columns=np.array([j for _, j in keys], np.int64),
        values=np.array(gained) * (2.0 * weight * EVIDENCE),
        of_base=_of_side(shares.of_base, weight, shape[0]),
        of_witness=_of_side(shares.of_witness, weight, shape[1]),
    )


def _of_side(shares: Mapping[int, Sequence[float]], weight: float, size: int) -> Doubles:
    """What each paragraph of a side loses wherever it stands, to be gained back in its place."""
    lost = np.zeros(size)
    for k, parts in shares.items():
        lost[k] = -weight * EVIDENCE * fsum(parts)
    return lost
