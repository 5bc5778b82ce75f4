"""From two sides to beads: price, find the path, learn from it, and again.

In one language words are first taken as they are; then a lexicon is induced from the beads found,
so that what two translations say in other words counts as well. Between languages names and figures
give the first path, and the lexicon grows in a few rounds.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from provtrack.aligner.band import choose_band
from provtrack.aligner.counts import Doubles
from provtrack.aligner.enclosures import Enclosures
from provtrack.aligner.holding import held_by
from provtrack.aligner.joints import Piece, Terms, rejoin
from provtrack.aligner.lattice import Lattice, Step, gain_of
from provtrack.aligner.lexicon import Translations, by_spelling, expect, induce
from provtrack.aligner.likelihood import (
    Layer,
    Standing,
    layer_of,
    learn_found,
    silence,
    standing_in,
    worths,
)
from provtrack.aligner.moves import find_moves
from provtrack.aligner.pinning import IN_ORDER, UNPINNED, Constraints, confine
from provtrack.aligner.posteriors import likely_beads
from provtrack.aligner.pricing import Lengths, Prices, price_lattice
from provtrack.aligner.scoring import Scorer
from provtrack.aligner.sides import Sides

TRUST_ONE, TRUST_TWO = (
    0.8,
    0.3,
)  # in terms spelled alike, in one language and between two
SOFT_NODES = 200_000  # nodes up to which all likely beads are learned from
LIKELY = 0.05
LEARNING_TEMPERATURE = 1.0
UNSEEN = 200.0  # terms; matters to texts of a few paragraphs only
UNSEEN_KNOWN = 1500.0  # the same where a lexicon tells which words answer each other
FEW_TERMS = 400  # on one side; below, words that are shared by chance look telling
ENOUGH_LETTERS = 24.0  # of weight, both sides together, to judge a single bead by
RELATED = 0.15  # of the weight of words that have to stand on both sides of the beads
LIGHT = 3  # letters that a word may have without weighing anything
MOST_UNLIKE = 2.0  # the ratio of the wholes and that of the usual paragraphs, in a whole text
ENOUGH_BEADS = 6  # to tell the ratio of lengths from beads


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """Beads and unmatched paragraphs, with what they were found by.

    Attributes:
        pieces: In reading order; each paragraph once, those of `moved` left out.
        moved: Beads out of reading order.
        linked: Beads and unmatched paragraphs that pins give; not in `pieces` and `moved`.
        keeps_order: Whether a bead lies between the must-links around it.
        steps: The path in reading order, without must-links.
        gain: Of the path in reading order, in nats.
        answers: For each witness term the base terms it answers; None before anything is learned.
    """

    layers: tuple[Layer, ...]
    lengths: Lengths
    lattice: Lattice
    pieces: tuple[Piece, ...]
    moved: tuple[Piece, ...]
    linked: tuple[Piece, ...]
    keeps_order: Callable[[Piece], bool]
    steps: tuple[Step, ...]
    gain: float
    answers: Translations | None

    def beads(self) -> list[Piece]:
        """Those with paragraphs on both sides."""
        every = (*self.pieces, *self.moved, *self.linked)
        return [piece for piece in every if all(piece)]


def match(
    sides: Sides,
    prices: Prices,
    constraints: Constraints = UNPINNED,
    hints: Sequence[Scorer] = (),
    enclosures: Enclosures | None = None,
) -> Matching:
    """Find the beads of two sides; what pins ask is kept to.

    Args:
        hints: What else speaks for or against beads, beside words, names and lengths.
        enclosures: Beads lie inside these, in reading order; the first path learns from them.
    """
    lengths = Lengths(
        base=sides.lengths[0],
        witness=sides.lengths[1],
        base_texts=sides.texts[0],
        witness_texts=sides.texts[1],
    )
    first = _first_layers(sides, prices)
    asked = _Asked(
        prices=prices, constraints=constraints, hints=tuple(hints), enclosures=enclosures
    )
    found = _first_match(sides, first, lengths, asked)
    for _ in range(prices.rounds_one if sides.share_language else prices.rounds_two):
        lengths = replace(lengths, ratio=_ratio(found, lengths))
        weighted = _to_learn_from(found, sides.share_language)
        learned, answers = _learned(sides, prices, weighted, found.beads())
        layers = [learned, *first[1:]]
        found = _match_once(layers, lengths, asked, found, answers)

    def fits_between_pins(piece: Piece) -> bool:
        is_inside = enclosures is None or enclosures.fits(piece)
        return is_inside and constraints.fits(piece) and found.keeps_order(piece)

    terms = Terms(found.layers[0], sides.terms.base, sides.terms.witness)
    held = held_by(hints, found.beads())
    rejoined = replace(
        found,
        pieces=tuple(rejoin(terms, found.pieces, prices, fits_between_pins, held)),
        moved=tuple(rejoin(terms, found.moved, prices, constraints.fits, held)),
    )
    if enclosures or not sides.share_language:
        return rejoined
    return _without_unrelated(rejoined, first[0], sides)


def _first_match(
    sides: Sides, first: Sequence[Layer], lengths: Lengths, asked: "_Asked"
) -> Matching:
    """Find the first path, before anything is learned from beads but those of whole enclosures."""
    if asked.enclosures:
        whole = asked.enclosures.pieces()
        weighted = [(piece, 1.0) for piece in whole]
        learned, answers = _learned(sides, asked.prices, weighted, whole)
        lengths = replace(lengths, ratio=_ratios(sides)[-1])
        return _match_once([learned, *first[1:]], lengths, asked, answers=answers)
    return max(
        (_match_once(first, replace(lengths, ratio=one), asked) for one in _ratios(sides)),
        key=lambda one: one.gain,
    )


def _without_unrelated(found: Matching, plain: Layer, sides: Sides) -> Matching:
    """Take beads apart that owe themselves to lengths and order alone: unrelated texts.

    In a long text a bead may: a date line in another form between paragraphs that answer each
    other. There the whole has to speak against the beads. A text of a few paragraphs cannot tell
    which of its words are rare, so there each bead is looked at.

    Args:
        plain: The words as they are, before anything is learned from the beads.
    """
    beads = found.beads()
    turned = [(witness, base) for base, witness in beads]
    is_short = float(plain.base.totals().sum()) < FEW_TERMS
    halves = ((found.layers[0], beads), (found.layers[0].mirrored(), turned))
    worth = sum(float(worths(one, standing_in(one, some)).sum()) for one, some in halves)
    if not beads or (worth >= 0.0 and not is_short):
        return found
    forth = _answered(standing_in(plain, beads), sides.spelled[1], len(beads))
    back = _answered(standing_in(plain.mirrored(), turned), sides.spelled[0], len(beads))
    answered, weight = forth[0] + back[0], forth[1] + back[1]
    same = _identical(found, beads)
    if not same.any() and answered.sum() < RELATED * weight.sum():
        return _taken_apart(found, set(beads))
    strange = (answered < RELATED * weight) & (weight >= ENOUGH_LETTERS) & ~same & is_short
    return _taken_apart(found, {bead for bead, is_it in zip(beads, strange, strict=True) if is_it})


def _identical(found: Matching, beads: Sequence[Piece]) -> NDArray[np.bool_]:
    """Tell which beads have the same text on both sides."""
    texts = found.lengths.base_texts, found.lengths.witness_texts
    same = [np.array_equal(texts[0][list(b)], texts[1][list(w)]) for b, w in beads]
    return np.array(same, bool)


def _answered(seen: Standing, spelled: Sequence[str], beads: int) -> tuple[Doubles, Doubles]:
    """Weigh the words on one side of each bead: those that stand on the other side too, and all.

    A word weighs as many letters as it has beyond `LIGHT`: long words are rarely shared by chance.
    """
    weight = np.array([max(len(spelled[term]) - LIGHT, 0) for term in seen.term.tolist()], float)
    weight *= seen.value
    every = np.bincount(seen.bead, weight, minlength=beads).astype(np.float64)
    found = np.bincount(seen.bead, weight * (seen.ratio > 0.0), minlength=beads)
    return found.astype(np.float64), every


def _taken_apart(found: Matching, beads: set[Piece]) -> Matching:
    """Leave the paragraphs of some beads unmatched."""
    left = [piece for piece in (*found.pieces, *found.moved) if piece in beads]
    alone = [((i,), ()) for base, _ in left for i in base]
    others = [((), (j,)) for _, witness in left for j in witness]
    kept = [piece for piece in found.pieces if piece not in beads]
    moved = tuple(piece for piece in found.moved if piece not in beads)
    return replace(found, pieces=(*kept, *alone, *others), moved=moved)


def _ratios(sides: Sides) -> list[float]:
    """Ratios of lengths that may hold: of the usual paragraphs, right for excerpts; of the wholes,
    right for short texts that are divided differently.
    """
    base, witness = sides.lengths
    if not (len(base) and len(witness)):
        return [1.0]
    usual = max(float(np.median(witness)), 1.0) / max(float(np.median(base)), 1.0)
    whole = max(float(witness.sum()), 1.0) / max(float(base.sum()), 1.0)
    is_likely = MOST_UNLIKE > whole / usual > 1.0 / MOST_UNLIKE
    return [usual, whole] if is_likely and len(base) * len(witness) <= SOFT_NODES else [usual]


def _ratio(found: Matching, lengths: Lengths) -> float:
    """Ratio of lengths in the beads found."""
    beads = [bead for bead in found.beads() if lengths.base[list(bead[0])].any()]
    if len(beads) < ENOUGH_BEADS:
        return lengths.ratio
    base = [max(float(lengths.base[list(rows)].sum()), 1.0) for rows, _ in beads]
    witness = [max(float(lengths.witness[list(rows)].sum()), 1.0) for _, rows in beads]
    return float(np.median(np.array(witness) / np.array(base)))


def _first_layers(sides: Sides, prices: Prices) -> list[Layer]:
    """Compare words by their spelling, and names and figures where the languages differ."""
    if sides.share_language:
        return [_layer(sides, by_spelling(sides.terms, 1.0, prices), prices, prices.found_one)]
    found = prices.found_two if sides.terms.known else prices.found_first
    lexicon = by_spelling(sides.terms, prices.trust_two, prices)
    by_words = silence(_layer(sides, lexicon, prices, found), prices.strange_first)
    return [by_words, _names_layer(sides, prices)]


def _names_layer(sides: Sides, prices: Prices) -> Layer:
    """Compare names and figures as they are."""
    return layer_of(
        sides.names,
        sides.names,
        prices.found_names,
        prices.words * prices.names,
        dilution=prices.dilution,
    )


def _layer(
    sides: Sides,
    lexicon: tuple[Translations, Translations],
    prices: Prices,
    found: float,
) -> Layer:
    base, witness = sides.counts
    unseen = UNSEEN_KNOWN if sides.terms.known else 0.0
    return layer_of(
        sides.counts,
        (expect(base, lexicon[0]), expect(witness, lexicon[1])),
        found,
        prices.words,
        dilution=prices.dilution,
        most_found=prices.most_found,
        unseen=UNSEEN if sides.share_language else unseen,
    )


def _learned(
    sides: Sides, prices: Prices, weighted: list[tuple[Piece, float]], beads: Sequence[Piece]
) -> tuple[Layer, Translations]:
    """Compare words through the lexicon that the beads found so far let induce."""
    shared = sides.share_language
    trust = TRUST_ONE if shared else prices.trust_two
    lexicon = induce(sides.terms, weighted, prices, trust)
    layer = _layer(sides, lexicon, prices, prices.found_one if shared else prices.found_two)
    learned = learn_found(layer, beads)
    return silence(learned, prices.strange), lexicon[1]


def _to_learn_from(found: Matching, is_one_language: bool) -> list[tuple[Piece, float]]:
    """Choose the beads to learn from, with their weights.

    Between two languages the first paths are half wrong: all likely beads have a say. In one
    language, and in texts too large for it, those of the best path do.
    """
    if is_one_language or found.lattice.band.size > SOFT_NODES:
        return [(bead, 1.0) for bead in found.beads()]
    likely = likely_beads(found.lattice, LEARNING_TEMPERATURE, LIKELY)
    return [(piece_of(step), weight) for step, weight in likely] + [(b, 1.0) for b in found.moved]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What stays the same in every round."""

    prices: Prices
    constraints: Constraints
    hints: tuple[Scorer, ...]
    enclosures: Enclosures | None = None


def _match_once(
    layers: Sequence[Layer],
    lengths: Lengths,
    asked: "_Asked",
    before: Matching | None = None,
    answers: Translations | None = None,
) -> Matching:
    prices, constraints = asked.prices, asked.constraints
    scorers: Sequence[Scorer] = (*layers, *asked.hints)
    pinned = [(base[0], witness[0]) for base, witness in constraints.linked if base and witness]
    shape = len(lengths.base), len(lengths.witness)
    inside = asked.enclosures
    path = before.steps if before else ()
    band = inside.band(scorers) if inside else choose_band(scorers, shape, pinned, IN_ORDER, path)
    lattice = price_lattice(scorers, lengths, band, prices)
    confined = confine(inside.closed(lattice) if inside else lattice, constraints)
    steps = confined.steps
    elsewhere = [] if inside else find_moves(scorers, lengths, prices, steps)
    moved = [step for step in elsewhere if constraints.fits(piece_of(step))]
    return Matching(
        layers=tuple(layers),
        lengths=lengths,
        lattice=confined.lattice,
        pieces=tuple(_without(map(piece_of, steps), moved)),
        moved=tuple(map(piece_of, moved)),
        linked=constraints.linked,
        keeps_order=confined.keeps_order,
        steps=tuple(steps),
        gain=gain_of(confined.lattice, steps),
        answers=answers,
    )


def piece_of(step: Step) -> Piece:
    """Name the paragraphs of a step."""
    i, j, p, q = step
    return tuple(range(i, i + p)), tuple(range(j, j + q))


def _without(pieces: Iterable[Piece], moved: Sequence[Step]) -> Iterator[Piece]:
    """Leave out the unmatched paragraphs that are matched elsewhere."""
    rows = {i + k for i, _, p, _ in moved for k in range(p)}
    columns = {j + k for _, j, _, q in moved for k in range(q)}
    for base, witness in pieces:
        if (base and witness) or not (rows & set(base) or columns & set(witness)):
            yield base, witness
