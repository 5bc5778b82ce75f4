"""What the words of two sides say, before and after a lexicon is learned from beads."""

from collections.abc import Sequence

from provtrack.aligner.joints import Piece
from provtrack.aligner.lexicon import Translations, by_spelling, expect, induce
from provtrack.aligner.likelihood import Layer, layer_of, learn_found, silence
from provtrack.aligner.pricing import Prices
from provtrack.aligner.sides import Sides

TRUST_ONE = 0.8  # in terms spelled alike, in one language
UNSEEN = 200.0  # terms; matters to texts of a few paragraphs only
UNSEEN_KNOWN = 1500.0  # the same where a lexicon tells which words answer each other


def first_layers(sides: Sides, prices: Prices) -> list[Layer]:
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


def learned_from(
    sides: Sides,
    prices: Prices,
    weighted: Sequence[tuple[Piece, float]],
    beads: Sequence[Piece],
) -> tuple[Layer, Translations]:
    """Compare words through the lexicon that beads let induce.

    Args:
        weighted: Beads with the weight they have in the lexicon.
        beads: Those to learn from what share of the words the other side explains.

    Returns:
        The layer, and for each witness term the base terms it answers.
    """
    shared = sides.share_language
    trust = TRUST_ONE if shared else prices.trust_two
    lexicon = induce(sides.terms, weighted, prices, trust)
    layer = _layer(sides, lexicon, prices, prices.found_one if shared else prices.found_two)
    learned = learn_found(layer, beads)
    return silence(learned, prices.strange), lexicon[1]
