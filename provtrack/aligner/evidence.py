"""Name what speaks for a bead: words, names and figures that answer each other, and lengths.

A lexicon that is induced from the very beads it explains can make a proof of any two rare words
that stand in one bead only. So a pair of words in different spelling is named where it has also
been met elsewhere: in further beads, or in what the store's lexicon knows. Entry point:
`evidence_of`.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from provtrack.aligner.joints import Piece
from provtrack.aligner.likelihood import Layer, standing_in
from provtrack.aligner.matching import Matching
from provtrack.aligner.meetings import TermSides, read_beads, times_met
from provtrack.aligner.pricing import Lengths, Prices, length_gain
from provtrack.aligner.sides import Sides
from provtrack.aligner.terms import is_compared_whole

MOST_EVIDENCE = 6
TELLING = 2.0  # how much likelier than anywhere a term has to be, to be named
LEAST_MET = 3  # beads in which two words stand together, this one among them
SHORT_TEXT = 20  # characters; below, any lengths fit each other
SHORT_WORD = 3  # letters of a word that is named last

Evidence = tuple[str, str, str]  # kind, word of the base, word of the witness


@dataclass(frozen=True, slots=True)
class _Clue:
    """A term that is likelier in its bead than anywhere.

    Attributes:
        base, witness: The terms that answer each other, by number.
    """

    bead: int
    is_name: bool
    base: int
    witness: int


def evidence_of(
    sides: Sides, matching: Matching, beads: Sequence[Piece]
) -> list[tuple[Evidence, ...]]:
    """Name the weightiest evidence for each bead with paragraphs on both sides, the best first."""
    clues = _clues(sides, matching, beads)
    learned = {
        (clue.base, clue.witness)
        for clue in clues
        if not (clue.is_name or (sides.share_language and clue.base == clue.witness))
    }
    unproven = learned - _met_elsewhere(sides.terms, beads, sorted(learned))
    words: list[list[Evidence]] = [[] for _ in beads]
    for clue in clues:
        if clue.is_name or (clue.base, clue.witness) not in unproven:
            words[clue.bead].append(_spelled(sides, clue))
    named = []
    for bead, items in zip(beads, words, strict=True):
        fitting = tuple(_of_lengths(matching.lengths, bead))
        named.append((*list(dict.fromkeys(items))[: MOST_EVIDENCE - len(fitting)], *fitting))
    return named


def _clues(sides: Sides, matching: Matching, beads: Sequence[Piece]) -> list[_Clue]:
    """Find the weightiest terms of each bead; those of one bead stand together, best first."""
    ranked: list[list[tuple[tuple[bool, float, int], bool, int]]] = [[] for _ in beads]
    for layer in matching.layers:
        is_name = layer.witness is sides.names[1]
        spelled = sides.name_spelled[1] if is_name else sides.spelled[1]
        for bead, term, worth in _telling(layer, beads):
            # short texts tell little of rarity: short words last, of like worth the longer first
            is_short = len(spelled[term]) <= SHORT_WORD and is_compared_whole(spelled[term])
            ranked[bead].append(((is_short, -worth, -len(spelled[term])), is_name, term))
    clues = []
    for k, items in enumerate(ranked):
        rows = [sides.terms.base[row] for row in beads[k][0]]
        present = frozenset(np.concatenate(rows).tolist())
        for _, is_name, term in sorted(items)[: 2 * MOST_EVIDENCE]:
            base = term if is_name else _answered(sides, matching, present, term)
            clues.append(_Clue(k, is_name, base, term))
    return clues


def _telling(layer: Layer, beads: Sequence[Piece]) -> Iterator[tuple[int, int, float]]:
    """Give bead, witness term and worth of what is much likelier there than anywhere."""
    seen = standing_in(layer, beads)
    found = layer.found_in_witness[seen.term].astype(np.float64)
    worth = np.log1p(found * (seen.ratio - 1)) * seen.value
    for n in np.flatnonzero(seen.ratio >= TELLING).tolist():
        yield int(seen.bead[n]), int(seen.term[n]), round(float(worth[n]), 1)


def _answered(sides: Sides, matching: Matching, present: Container[int], term: int) -> int:
    """Find the base term, of those present in a bead, that a witness term answers best."""
    table = matching.answers
    if table is None or (sides.share_language and term in present):
        return term
    row = slice(table.starts[term], table.starts[term + 1])
    best, most = term, -np.inf
    for answer, share in zip(table.terms[row].tolist(), table.shares[row].tolist(), strict=True):
        weight = share if answer in present else -1.0
        if weight > most:
            best, most = answer, weight
    return best


def _met_elsewhere(
    terms: TermSides, beads: Sequence[Piece], words: Sequence[tuple[int, int]]
) -> set[tuple[int, int]]:
    """Give the pairs of words that are alike, known of old, or met in several beads."""
    pairs = np.array(words, dtype=np.int64).reshape(-1, 2)
    keys = terms.keys(pairs[:, 0], pairs[:, 1])
    met = times_met(terms, read_beads(terms, [(bead, 1.0) for bead in beads]), keys)
    alike = terms.keys(terms.alike.first, terms.alike.second)
    known = terms.keys(terms.known.first, terms.known.second)
    proven = (met >= LEAST_MET) | np.isin(keys, alike) | np.isin(keys, known)
    return {words[k] for k in np.flatnonzero(proven).tolist()}


def _spelled(sides: Sides, clue: _Clue) -> Evidence:
    """Name a clue as it is spelled on both sides."""
    vocabulary = sides.name_spelled if clue.is_name else sides.spelled
    base, witness = vocabulary[0][clue.base], vocabulary[1][clue.witness]
    kind = "figure" if witness[0].isdecimal() else "name" if clue.is_name else "word"
    return kind, base, witness


def _of_lengths(lengths: Lengths, bead: Piece) -> Iterator[Evidence]:
    """Name the lengths of both sides, in characters, if they speak for the bead."""
    base, witness = (
        float(side[list(rows)].sum())
        for side, rows in zip((lengths.base, lengths.witness), bead, strict=True)
    )
    fits = length_gain(np.array([base]), np.array([witness]), lengths, Prices())[0] > 0
    if fits and min(base, witness) >= SHORT_TEXT:
        yield "length", f"{base:.0f}", f"{witness:.0f}"
