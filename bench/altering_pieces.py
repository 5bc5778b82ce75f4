"""Quotations of two pieces, the second from a later sentence: what is changed stands in it.

Registers its ways in `bench.altering.WAYS` when it is imported; all are held out.
"""

import random

from bench.altering import WAYS, Altered, way
from bench.altering_cuts import BEARS, DOTS
from bench.drawn_sentences import Draw, sentences

REACH = 1_500  # code points between the pieces


def _behind(draw: Draw, rng: random.Random, name: str = "") -> Altered | None:
    """Quote a sentence, an ellipsis, and a later one of the document as a way alters it."""
    later = [
        one
        for one in sentences(draw.document)
        if draw.end + 20 < one.start < draw.end + REACH
        and not BEARS.search(one.words if not name else "")
        and "\n\n" not in draw.document.text[draw.end : one.start]
    ]
    if not later:
        return None
    chosen = min(later, key=lambda one: len(one.words))
    words = WAYS[name].make(chosen, rng) if name else chosen.words
    if not isinstance(words, str):
        return None
    return Altered(f"{draw.words} {rng.choice(DOTS)} {words}", draw.start, chosen.end)


@way("editorial", "truncated", held=True)
def sentences_left_out(draw: Draw, rng: random.Random) -> Altered | None:
    """Sentences left out with a sign; where what is left out turns the rest, it is a cut."""
    return _behind(draw, rng)


@way("distorted", held=True, group="swap")
def contrary_behind(draw: Draw, rng: random.Random) -> Altered | None:
    """A contrary in the second piece."""
    return _behind(draw, rng, "antonym")


@way("distorted", held=True, group="swap")
def figure_behind(draw: Draw, rng: random.Random) -> Altered | None:
    """Another figure in the second piece."""
    return _behind(draw, rng, "figure")


@way("distorted", held=True, group="swap")
def negated_behind(draw: Draw, rng: random.Random) -> Altered | None:
    """A negation put into the second piece."""
    return _behind(draw, rng, "negated")


@way("distorted", held=True, group="swap", only="en ru de fr")
def hedge_lost_behind(draw: Draw, rng: random.Random) -> Altered | None:
    """A hedge taken out of the second piece."""
    return _behind(draw, rng, "unhedged")
