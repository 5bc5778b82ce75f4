"""Where the terms of both sides meet in the beads of an alignment, as flat arrays.

Every term of one side of a bead meets every term of the other, which is many meetings: they are
never all held at once. What is asked of them is which pairs meet more than once, and where a few
pairs meet. Leaves to `lexicon` what follows from it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from provtrack.aligner.counts import Doubles, Floats, Integers
from provtrack.aligner.joints import Piece
from provtrack.aligner.known import Known
from provtrack.aligner.spelling import Alike

COMMON = 0.25  # share of many beads a term may stand in
MANY_BEADS = 1500
MOST_MEETINGS = 1_000_000  # pairs of terms in one bead; a page of a book has some 40,000
HEIGHT = 3.0  # how steeply the likelihood falls with the distance in height
MOST_BEADS = 8_000  # of a very long text beads at even distances are learned from
WIDEST = 4  # times as many numbers as there are keys, that are counted one by one
AT_ONCE = 100_000  # meetings looked at together: bounds the memory, and fits the caches

Numbers = NDArray[np.int32]  # enough for the words and pairs of one alignment


@dataclass(frozen=True, slots=True, kw_only=True)
class TermSides:
    """Numbered terms of each paragraph of both sides, in reading order.

    Attributes:
        alike: Terms that are spelled alike, the same or nearly so.
        known: Terms that a lexicon knows to answer each other.
    """

    base: Sequence[Integers]
    witness: Sequence[Integers]
    base_size: int
    witness_size: int
    alike: Alike
    known: Known

    def keys(self, base: Integers, witness: Integers) -> Integers:
        """Number pairs of terms."""
        return base * max(self.witness_size, 1) + witness


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The distinct terms of one side of each bead, by bead and term.

    Attributes:
        bead: Number of the bead each stands in, ascending.
        term: Its number; ascending in each bead.
        height: Where it stands in the bead on the mean, 0.0 to 1.0.
        size: Number of terms in the vocabulary.
    """

    bead: Integers
    term: Integers
    height: Doubles
    size: int

    @classmethod
    def of(cls, terms: Sequence[Integers], groups: Sequence[Sequence[int]], size: int) -> "Words":
        """Read the paragraphs of each group as one."""
        sequences = [terms[row] for rows in groups for row in rows]
        sizes = [sum(len(terms[row]) for row in rows) for rows in groups]
        lengths = np.array(sizes, dtype=np.int64)
        flat = np.concatenate([*sequences, np.zeros(0, np.int64)])
        bead = np.repeat(np.arange(len(groups)), lengths)
        starts = np.repeat(np.cumsum(lengths) - lengths, lengths)
        heights = (np.arange(len(flat)) - starts + 0.5) / np.repeat(lengths, lengths)
        keys, place, repeats = np.unique(
            bead * max(size, 1) + flat, return_inverse=True, return_counts=True
        )
        owners, numbers = np.divmod(keys, max(size, 1))
        means = np.bincount(place, heights, minlength=len(keys)) / repeats
        return cls(bead=owners, term=numbers, height=means, size=size)

    @property
    def keys(self) -> Integers:
        """Bead and term in one number, ascending."""
        return self.bead * max(self.size, 1) + self.term

    def starts(self, beads: int) -> Integers:
        """Where the words of each bead start; one more than there are beads."""
        return np.searchsorted(self.bead, np.arange(beads + 1))

    def kept(self, flags: NDArray[np.bool_]) -> "Words":
        """Keep some of the words."""
        return Words(
            bead=self.bead[flags],
            term=self.term[flags],
            height=self.height[flags],
            size=self.size,
        )

    def spread(self, weights: Doubles) -> Doubles:
        """Add up the weights of the beads each term stands in."""
        summed = np.bincount(self.term, weights[self.bead], minlength=self.size)
        return summed.astype(np.float64)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBeads:
    """Beads to learn from: the words of both sides, and a weight for each bead."""

    base: Words
    witness: Words
    weights: Doubles


@dataclass(frozen=True, slots=True)
class Meetings:
    """Every meeting of two candidate terms in a bead.

    Attributes:
        pair: Number of the candidate pair.
        base_word, witness_word: Number of the word in `ReadBeads`.
        closeness: Falls with the distance of their heights, 0.0 to 1.0.
        weight: Of the bead.
        words: Words of all beads, mean of both sides.
    """

    pair: Numbers
    base_word: Numbers
    witness_word: Numbers
    closeness: Floats
    weight: Floats
    words: float


def read_beads(sides: TermSides, beads: Sequence[tuple[Piece, float]]) -> ReadBeads:
    """Read the words of beads with their weights.

    Of a very long text every second bead, or third, is read. Beads in which too many words meet to
    tell which answers which are left out, and of many beads the terms that stand in most: they cost
    most and tell least. In few beads they stay: they take up what else would be learned by chance.
    """
    beads = beads[:: -(-len(beads) // MOST_BEADS) or 1]
    weights = np.array([weight for _, weight in beads], np.float64)
    base = Words.of(sides.base, [piece[0] for piece, _ in beads], sides.base_size)
    witness = Words.of(sides.witness, [piece[1] for piece, _ in beads], sides.witness_size)
    meeting = np.bincount(base.bead, minlength=len(beads)) * np.bincount(
        witness.bead, minlength=len(beads)
    )
    fits = meeting <= MOST_MEETINGS
    base, witness = (side.kept(fits[side.bead]) for side in (base, witness))
    weights = np.where(fits, weights, 0.0)
    if len(beads) >= MANY_BEADS:
        most = COMMON * float(weights.sum())
        base, witness = (
            side.kept(side.spread(weights)[side.term] <= most) for side in (base, witness)
        )
    return ReadBeads(base=base, witness=witness, weights=weights)


def pairs_that_meet(sides: TermSides, read: ReadBeads, least: int) -> tuple[Integers, Integers]:
    """Find the pairs of terms that meet in at least `least` beads, and in how many.

    Returns:
        Keys of the pairs, ascending, and their numbers of beads.
    """
    in_beads = [
        np.bincount(words.term, minlength=words.size)[words.term] >= least
        for words in (read.base, read.witness)
    ]
    base, witness = read.base.kept(in_beads[0]), read.witness.kept(in_beads[1])
    starts = witness.starts(len(read.weights))
    by_term = np.argsort(base.term, kind="stable")
    bead, term = base.bead[by_term], base.term[by_term]
    partners = starts[bead + 1] - starts[bead]
    # half as wide numbers are sorted twice as fast
    sort_as = np.int32 if sides.base_size * sides.witness_size < 2**31 else np.int64
    keys: list[NDArray[np.integer]] = [np.zeros(0, np.int64)]
    times = [np.zeros(0, np.int64)]
    for part in _portions(partners, term):
        word, other = _expanded(starts[bead[part]], partners[part])
        keys_met = sides.keys(term[part][word], witness.term[other])
        found, together = _numbered(keys_met.astype(sort_as, copy=False))
        keys.append(found[together >= least])
        times.append(together[together >= least])
    return np.concatenate(keys), np.concatenate(times)


def _numbered(keys: NDArray[np.integer]) -> tuple[NDArray[np.integer], Integers]:
    """List the distinct keys in ascending order, and how often each of them stands there."""
    first, last = (int(keys.min()), int(keys.max())) if len(keys) else (0, 0)
    if last - first < WIDEST * len(keys):  # of frequent terms: counting is faster than sorting
        counted = np.bincount(keys - first)
        found = np.flatnonzero(counted)
        return found + first, counted[found]
    ordered = np.sort(keys)
    firsts = np.flatnonzero(np.diff(ordered, prepend=-1))
    return ordered[firsts], np.diff(firsts, append=len(ordered))


def times_met(sides: TermSides, read: ReadBeads, keys: Integers) -> Integers:
    """Count the beads in which each of some pairs of terms meets."""
    first, second = np.divmod(keys, max(sides.witness_size, 1))
    by_term = np.argsort(read.base.term, kind="stable")
    starts = np.searchsorted(read.base.term[by_term], np.arange(sides.base_size + 1))
    pair, word = _expanded(starts[first], starts[first + 1] - starts[first])
    bead = read.base.bead[by_term][word]
    met = _standing(read.witness.keys, bead * max(read.witness.size, 1) + second[pair]) >= 0
    return np.bincount(pair[met], minlength=len(keys))


def meetings_of(sides: TermSides, read: ReadBeads, candidates: Integers) -> Meetings:
    """List where candidate pairs meet.

    Args:
        candidates: Keys of the pairs, ascending.
    """
    first, second = np.divmod(candidates, max(sides.witness_size, 1))
    ours = np.flatnonzero(np.isin(read.base.term, first))
    theirs = np.flatnonzero(np.isin(read.witness.term, second))
    bead = read.base.bead[ours]
    starts = np.searchsorted(read.witness.bead[theirs], np.arange(len(read.weights) + 1))
    partners = starts[bead + 1] - starts[bead]
    columns: tuple[list[Numbers], ...] = ([], [], [])
    for part in _portions(partners, bead):
        word, other = _expanded(starts[bead[part]], partners[part])
        base_word, witness_word = ours[part][word], theirs[other]
        keys = sides.keys(read.base.term[base_word], read.witness.term[witness_word])
        pair = _standing(candidates, keys)
        met = pair >= 0
        for column, numbers in zip(columns, (pair, base_word, witness_word), strict=True):
            column.append(numbers[met].astype(np.int32))
    nothing = np.zeros(0, np.int32)
    met_pair, met_base, met_witness = (
        np.concatenate([nothing, *column]).astype(np.int32, copy=False) for column in columns
    )
    apart = np.abs(read.base.height[met_base] - read.witness.height[met_witness])
    return Meetings(
        met_pair,
        met_base,
        met_witness,
        np.exp(-HEIGHT * apart).astype(np.float32),
        read.weights[read.base.bead[met_base]].astype(np.float32),
        (len(read.base.term) + len(read.witness.term)) / 2,
    )


def _portions(partners: Integers, group: Integers) -> Iterator[slice]:
    """Cut words so that some `AT_ONCE` meetings are looked at together, and no group is torn."""
    ends = np.flatnonzero(np.diff(group, append=-1)) + 1
    total = np.cumsum(partners)[ends - 1] if len(ends) else ends
    start, before = 0, 0
    while start < len(group):
        last = max(int(np.searchsorted(total, before + AT_ONCE, "right")) - 1, 0)
        last = max(last, int(np.searchsorted(ends, start, "right")))
        yield slice(start, int(ends[last]))
        start, before = int(ends[last]), int(total[last])


def _expanded(starts: Integers, lengths: Integers) -> tuple[Integers, Integers]:
    """List runs one after the other: number of the run, and place in it."""
    run = np.repeat(np.arange(len(lengths)), lengths)
    shift = np.repeat(starts - np.cumsum(lengths) + lengths, lengths)
    return run, np.arange(len(run)) + shift


def _standing(ordered: Integers, wanted: Integers) -> Integers:
    """Find where numbers stand in an ascending list; -1 where they do not."""
    if not len(ordered):
        return np.full(len(wanted), -1)
    place = np.minimum(np.searchsorted(ordered, wanted), len(ordered) - 1)
    return np.where(ordered[place] == wanted, place, -1)
