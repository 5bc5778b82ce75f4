"""From two sides to beads: price, find the path, learn from it, and again.

In one language words are first taken as they are; then a lexicon is induced from the beads found,
so that what two translations say in other words counts as well. Between languages names and figures
give the first path, and the lexicon grows in a few rounds.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from provtrack.aligner.band import choose_band
from provtrack.aligner.enclosures import Enclosures
from provtrack.aligner.holding import held_by
from provtrack.aligner.joints import Piece, Terms, rejoin
from provtrack.aligner.lattice import Lattice, Step, gain_of
from provtrack.aligner.learning import first_layers, learned_from
from provtrack.aligner.lexicon import Translations
from provtrack.aligner.likelihood import Layer
from provtrack.aligner.moves import find_moves
from provtrack.aligner.pinning import IN_ORDER, UNPINNED, Constraints, confine
from provtrack.aligner.posteriors import likely_beads
from provtrack.aligner.pricing import Lengths, Prices, price_lattice
from provtrack.aligner.scoring import Scorer
from provtrack.aligner.sides import Sides

SOFT_NODES = 200_000  # nodes up to which all likely beads are learned from
LIKELY = 0.05
LEARNING_TEMPERATURE = 1.0
WEAK = 2.0  # nats; a bead worth less is given up if its paragraphs are found elsewhere
MOST_UNLIKE = 2.0  # the ratio of the wholes and that of the usual paragraphs, in a whole text
ENOUGH_TO_LEARN = 3  # beads, in one language
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
        plain: The words as they are, before anything is learned from beads.
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
    plain: Layer
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
    taught: Sequence[Piece] = (),
) -> Matching:
    """Find the beads of two sides; what pins ask is kept to.

    Args:
        hints: What else speaks for or against beads, beside words, names and lengths.
        taught: Beads, in any order, that the first path learns from.
        enclosures: Beads lie inside these, in reading order; the first path learns from them.
    """
    lengths = Lengths(
        base=sides.lengths[0],
        witness=sides.lengths[1],
        base_texts=sides.texts[0],
        witness_texts=sides.texts[1],
        spread=prices.spread_one if sides.share_language else prices.spread_two,
    )
    if sides.share_language:
        prices = replace(prices, moved=prices.moved_one)
    first = first_layers(sides, prices)
    asked = _Asked(
        prices=prices,
        constraints=constraints,
        hints=tuple(hints),
        enclosures=enclosures,
        taught=enclosures.pieces() if enclosures else taught,
    )
    found = _first_match(sides, first, lengths, asked)
    for _ in range(prices.rounds_one if sides.share_language else prices.rounds_two):
        if sides.share_language and len(found.beads()) < ENOUGH_TO_LEARN:
            break  # one bead teaches nothing but itself, and its words are known already
        lengths = replace(lengths, ratio=_ratio(found, lengths))
        weighted = _to_learn_from(found, sides.share_language)
        learned, answers = learned_from(sides, prices, weighted, found.beads())
        layers = [learned, *first[1:]]
        found = replace(_match_once(layers, lengths, asked, found, answers), plain=first[0])
    rejoined = _rejoined(sides, found, asked)
    return rejoined if enclosures else _moved_again(rejoined, asked)


def _rejoined(sides: Sides, found: Matching, asked: "_Asked") -> Matching:
    """Open and close the joints of what was found, as far as pins and enclosures allow."""
    prices, inside = asked.prices, asked.enclosures

    def fits_between_pins(piece: Piece) -> bool:
        is_inside = inside is None or inside.fits(piece)
        return is_inside and asked.constraints.fits(piece) and found.keeps_order(piece)

    terms = Terms(found.layers[0], sides.terms.base, sides.terms.witness)
    held = held_by(asked.hints, found.beads())
    if not sides.share_language:
        prices = replace(prices, closed=prices.closed_two)
    return replace(
        found,
        pieces=tuple(rejoin(terms, found.pieces, prices, fits_between_pins, held)),
        moved=tuple(rejoin(terms, found.moved, prices, asked.constraints.fits, held)),
    )


def _moved_again(found: Matching, asked: "_Asked") -> Matching:
    """Look for moves among what was left over when joints were opened."""
    alone = [piece for piece in (*found.pieces, *found.moved) if not all(piece)]
    steps = [(base[0], 0, 1, 0) for base, _ in alone if base]
    steps += [(0, witness[0], 0, 1) for _, witness in alone if witness]
    scorers = (*found.layers, *asked.hints)
    elsewhere = find_moves(scorers, found.lengths, asked.prices, steps)
    moved = [step for step in elsewhere if asked.constraints.fits(piece_of(step))]
    return replace(
        found,
        pieces=tuple(_without(found.pieces, moved)),
        moved=(*_without(found.moved, moved), *map(piece_of, moved)),
    )


def _first_match(
    sides: Sides, first: Sequence[Layer], lengths: Lengths, asked: "_Asked"
) -> Matching:
    """Find the first path, before anything is learned from beads but those it is taught by."""
    if asked.taught:
        weighted = [(piece, 1.0) for piece in asked.taught]
        learned, answers = learned_from(sides, asked.prices, weighted, asked.taught)
        lengths = replace(lengths, ratio=_ratios(sides)[-1])
        return _match_once([learned, *first[1:]], lengths, asked, answers=answers)
    return max(
        (_match_once(first, replace(lengths, ratio=one), asked) for one in _ratios(sides)),
        key=lambda one: one.gain,
    )


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
    enclosures: Enclosures | None
    taught: Sequence[Piece]


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
    given_up = _without_weak(confined.lattice, steps)
    # of long texts the first path is only learned from, and leaves much over that is not moved
    is_rough = before is None and band.size > SOFT_NODES
    elsewhere = [] if inside or is_rough else find_moves(scorers, lengths, prices, given_up)
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
        plain=layers[0],
        answers=answers,
    )


def piece_of(step: Step) -> Piece:
    """Name the paragraphs of a step."""
    i, j, p, q = step
    return tuple(range(i, i + p)), tuple(range(j, j + q))


def _without_weak(lattice: Lattice, steps: Sequence[Step]) -> list[Step]:
    """Give up the beads that are worth next to nothing, if their paragraphs belong elsewhere."""
    found: list[Step] = []
    for step in steps:
        i, j, p, q = step
        if p and q and gain_of(lattice, [step]) < WEAK:
            found += [(i + k, j, 1, 0) for k in range(p)]
            found += [(i + p, j + k, 0, 1) for k in range(q)]
        else:
            found.append(step)
    return found


def _without(pieces: Iterable[Piece], moved: Sequence[Step]) -> Iterator[Piece]:
    """Leave out what is matched elsewhere; a weak bead that loses a paragraph is taken apart."""
    rows = {i + k for i, _, p, _ in moved for k in range(p)}
    columns = {j + k for _, j, _, q in moved for k in range(q)}
    for base, witness in pieces:
        if rows.isdisjoint(base) and columns.isdisjoint(witness):
            yield base, witness
        else:
            yield from (((i,), ()) for i in base if i not in rows)
            yield from (((), (j,)) for j in witness if j not in columns)
