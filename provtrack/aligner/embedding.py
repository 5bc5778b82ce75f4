"""Vectors of paragraphs, made by a plug-in, as one more voice in aligning.

An embedder turns texts into vectors that lie near each other if the texts mean the same. None is
needed and none ships with provtrack: whoever has one can pass it to `align`. A bead's vector is the
sum of its paragraphs' vectors by length; the cosine of both sides is set against the cosines of
paragraphs that do not answer each other, as the ratio of two normal distributions of one width. An
embedder whose best pairs are no better than chance has no say. Entry points: `embedded` and
`hint_of`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from provtrack.aligner.counts import Doubles, Floats, Integers
from provtrack.aligner.scoring import LONGEST, Scorer, Shape, shapes_up_to
from provtrack.errors import EmbedderError, ended

MOST = 8.0  # nats a paragraph of usual length gains at best: words must be able to contradict
LENGTH = 0.6  # exponent of the length, beside the usual one, by which a paragraph counts
SAMPLE = 256  # paragraphs of a side that are set against all of the other, to know chance
FEWEST = 3  # paragraphs a side; with fewer nothing is known of chance
LEAST_WIDTH = 0.02  # of cosines by chance
GRAIN = 4  # decimal places of what is known of chance, so that every machine knows the same


class Embedder(Protocol):
    """Turns texts into vectors; a plug-in.

    Attributes:
        name: Of the model and its version, on one line: another name is another embedder.
    """

    @property
    def name(self) -> str: ...

    def embed(self, texts: list[str]) -> Floats:
        """Give a vector for each text, as an array with one row a text."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """The paragraphs of one version as vectors.

    Attributes:
        vectors: One row a paragraph, of length 1; all zero where nothing is known.
        lengths: In code points.
    """

    vectors: Floats
    lengths: Doubles


def embedded(embedder: Embedder, paragraphs: Sequence[str]) -> Embedded:
    """Have the paragraphs of a version turned into vectors.

    Raises:
        EmbedderError: The embedder fails, or what it gives are not vectors.
    """
    lengths = np.array([len(text) for text in paragraphs], np.float64)
    if not paragraphs:
        return Embedded(vectors=np.zeros((0, 1), np.float32), lengths=lengths)
    numbers = {text: k for k, text in enumerate(dict.fromkeys(paragraphs))}
    vectors = checked_vectors(embedder, list(numbers))
    sizes = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = np.where(sizes > 0, vectors / np.maximum(sizes, 1e-12), 0.0).astype(np.float32)
    return Embedded(vectors=unit[[numbers[text] for text in paragraphs]], lengths=lengths)


def checked_vectors(embedder: Embedder, texts: list[str]) -> Floats:
    """Call an embedder; what it gives has a row for each text, and nothing but numbers."""
    try:
        made = np.asarray(embedder.embed(texts), dtype=np.float64)
    except EmbedderError:
        raise
    except Exception as fault:  # a plug-in of somebody else's: whatever it raises, it fails
        said = ended(f"{type(fault).__name__}: {fault}")
        raise EmbedderError(f"the embedder {embedder.name} failed: {said}") from fault
    if made.ndim != 2 or len(made) != len(texts) or not made.shape[1]:
        raise EmbedderError(
            f"the embedder {embedder.name} gave an array of shape {made.shape} for "
            f"{len(texts)} texts; it has to give one row for each text."
        )
    if not np.isfinite(made).all() or np.abs(made).max() > np.finfo(np.float32).max:
        raise EmbedderError(f"the embedder {embedder.name} gave vectors that are not all numbers.")
    return made.astype(np.float32)


def hint_of(base: Embedded, witness: Embedded) -> list[Scorer]:
    """Make a scorer of the vectors of both sides; none where they cannot tell anything.

    The hint of exchanged sides is the mirror image, to the last bit.
    """
    if _key(witness) < _key(base):
        return [hint.mirrored() for hint in hint_of(witness, base)]
    if min(len(base.lengths), len(witness.lengths)) < FEWEST:
        return []
    if base.vectors.shape[1] != witness.vectors.shape[1]:
        raise EmbedderError("the embedder gave vectors of two sizes for two versions.")
    scores = VectorScores(
        base=_weighed(base),
        witness=_weighed(witness),
        base_shares=_shares(base.lengths),
        witness_shares=_shares(witness.lengths),
        middle=0.0,
        slope=0.0,
    )
    middle, slope = _judged(_against_all(scores))
    return [replace(scores, middle=middle, slope=slope)] if slope > 0.0 else []


def _key(side: Embedded) -> tuple[list[float], bytes]:
    return side.lengths.tolist(), side.vectors.tobytes()


def _weighed(side: Embedded) -> Floats:
    """Vectors as long as the texts, so that their sums are vectors of longer texts."""
    weighed: Floats = side.vectors * side.lengths[:, None].astype(np.float32)
    return weighed


def _shares(lengths: Doubles) -> Doubles:
    """What each paragraph counts beside one of usual length."""
    shares: Doubles = (lengths / max(float(lengths.mean()), 1.0)) ** LENGTH
    return shares


@dataclass(frozen=True, slots=True, kw_only=True)
class VectorScores:
    """Scores beads by the cosine of their sides; a `scoring.Scorer`.

    Attributes:
        base, witness: Vectors of the paragraphs, as long as their texts.
        base_shares, witness_shares: What each paragraph counts.
        middle: The cosine that speaks neither for nor against a bead.
        slope: Nats for each unit of cosine above it.
    """

    base: Floats
    witness: Floats
    base_shares: Doubles
    witness_shares: Doubles
    middle: float
    slope: float

    def scores(
        self, rows: tuple[int, int], columns: tuple[int, int], longest: int = LONGEST
    ) -> Iterator[tuple[Shape, Floats]]:
        """Score the beads that start in a rectangle; as `scoring.Scorer`."""
        here = slice(rows[0], min(rows[1] + longest - 1, len(self.base)))
        there = slice(columns[0], min(columns[1] + longest - 1, len(self.witness)))
        products = self.base[here] @ self.witness[there].T
        high, wide = rows[1] - rows[0], columns[1] - columns[0]
        for p, q in shapes_up_to(longest):
            block = _runs(_runs(products.T, q).T, p)[:high, :wide]
            base = _sizes(self.base[here], p)[: len(block)]
            witness = _sizes(self.witness[there], q)[: block.shape[1]]
            shares = _runs(self.base_shares[here, None], p)[: len(block)]
            shares = shares + _runs(self.witness_shares[there, None], q)[: block.shape[1]].T
            yield (p, q), self._nats(block / (base[:, None] * witness), shares)

    def pooled(self, groups: tuple[Integers, Integers]) -> "VectorScores":
        """The same scorer for units; as `scoring.Scorer`."""
        units = replace(
            self,
            base=_pooled(self.base, groups[0]),
            witness=_pooled(self.witness, groups[1]),
            base_shares=np.bincount(groups[0], self.base_shares).astype(np.float64),
            witness_shares=np.bincount(groups[1], self.witness_shares).astype(np.float64),
        )
        middle, slope = _judged(_against_all(units))  # sums of many texts are more alike
        return replace(units, middle=middle, slope=slope)

    def selected(self, rows: Integers, columns: Integers) -> "VectorScores":
        """The same scorer for some paragraphs only; as `scoring.Scorer`."""
        return replace(
            self,
            base=self.base[rows],
            witness=self.witness[columns],
            base_shares=self.base_shares[rows],
            witness_shares=self.witness_shares[columns],
        )

    def mirrored(self) -> "VectorScores":
        """The same scorer with base and witness exchanged."""
        return replace(
            self,
            base=self.witness,
            witness=self.base,
            base_shares=self.witness_shares,
            witness_shares=self.base_shares,
        )

    def _nats(self, cosines: Floats, shares: Doubles) -> Floats:
        """Turn cosines into nats; a bead counts as its paragraphs do, half from each side."""
        ratio = np.clip(self.slope * (cosines - self.middle), -MOST, MOST)
        nats: Floats = (ratio * shares / 2).astype(np.float32)
        return nats


def _against_all(scores: VectorScores) -> tuple[Floats, Floats]:
    """Cosines of some base paragraphs with all of the witness, and the other way about."""
    sides = scores.base, scores.witness
    unit = [side / _sizes(side, 1)[:, None] for side in sides]
    some = [one[_spread(len(one))] for one in unit]
    return some[0] @ unit[1].T, some[1] @ unit[0].T


def _spread(length: int) -> Integers:
    """Choose paragraphs evenly from a text."""
    return np.unique(np.linspace(0, length - 1, min(length, SAMPLE)).astype(np.int64))


def _judged(cosines: tuple[Floats, Floats]) -> tuple[float, float]:
    """Find the cosine between chance and counterparts, and what more of it is worth.

    Chance is the median of all cosines; its width is taken below the median of each row, where no
    counterparts are: some texts, short ones say, are less like all others. The best cosine of each
    row is a counterpart's, if it is better than the best of as many by chance would be.
    """
    usual = [np.median(part, axis=1, keepdims=True) for part in cosines]
    apart = [part - middle for part, middle in zip(cosines, usual, strict=True)]
    width = -float(np.quantile(np.concatenate([part.ravel() for part in apart]), 0.16))
    width = max(width, LEAST_WIDTH)
    # of an excerpt only one side has counterparts throughout
    best = max(float(np.median(part.max(axis=1))) for part in apart)
    by_luck = width * float(np.sqrt(2.0 * np.log(max(*cosines[0].shape, 2))))
    trusted = max(best - by_luck, 0.0) / max(best, 1e-9)
    # capped, so that of good pairs the better one still gains more
    slope = min(best / width**2 * trusted, 2.0 * MOST / max(best, 1e-9))
    chance = float(np.median(np.concatenate([part.ravel() for part in cosines])))
    return round(chance + best / 2, GRAIN), round(slope, GRAIN)


def _sizes(vectors: Floats, length: int) -> Floats:
    """Size of the sums of `length` neighbouring vectors; never 0."""
    sizes: Floats = np.maximum(np.linalg.norm(_runs(vectors, length), axis=1), 1e-9)
    return sizes


def _pooled(matrix: Floats, groups: Integers) -> Floats:
    """Add up the rows of each group of neighbours."""
    starts = np.searchsorted(groups, np.arange(int(groups[-1]) + 1))
    sums: Floats = np.add.reduceat(matrix, starts, axis=0)
    return sums


def _runs(matrix: Floats, length: int) -> Floats:
    """Sum `length` neighbouring rows, by the first of them."""
    high = max(len(matrix) - length + 1, 0)
    total = matrix[:high].copy()
    for k in range(1, length):
        total += matrix[k : k + high]
    return total
