"""Ways to quote a sentence in another form: light words, spelling, noise, marks.

Registers its ways in `bench.altering.WAYS` when it is imported.
"""

import random
import re

from bench import altering_words as lists
from bench.altering import Maker, of, pairs, replaced, way, without
from bench.drawn_sentences import Draw
from bench.recognition_noise import misread


@way("altered", only="en ru de fr")
def light_word(draw: Draw, rng: random.Random) -> str | None:
    """Another light word."""
    both = of(lists.LIGHT, draw)
    return replaced(draw, both, rng)


@way("altered", held=True)
def filler_dropped(draw: Draw, rng: random.Random) -> str | None:
    """A filler left out."""
    return without(draw, of(lists.FILLERS, draw), rng)


@way("altered", held=True, only="en de")
def spelling(draw: Draw, rng: random.Random) -> str | None:
    """Another spelling of the same word."""
    both = of(lists.SPELLINGS, draw)
    return replaced(draw, both + " " + " ".join(f"{b}|{a}" for a, b in pairs(both)), rng)


@way("altered", held=True, only="en")
def long_form(draw: Draw, rng: random.Random) -> str | None:
    """An abbreviation written out."""
    return replaced(draw, lists.LONG_FORMS["en"], rng)


@way("altered", "typographic", held=True)
def figure_form(draw: Draw, rng: random.Random) -> str | None:
    """The same figure set otherwise."""
    if not re.search(r"\d,\d{3}", draw.words):
        return None
    return re.sub(r"(?<=\d),(?=\d{3})", rng.choice([".", " ", "\u00a0", "’"]), draw.words)


@way("altered", only="en")
def date_form(draw: Draw, rng: random.Random) -> str | None:
    """The same date in another order."""
    months = lists.MONTHS["en"].replace(" ", "|")
    turned = re.sub(
        rf"\b({months}) (\d{{1,2}})(?:, (?=\d{{4}}))?(?!\d)", r"\2 \1 ", draw.words, count=1
    )
    turned = re.sub(r" +(?=[ ,.;)])", "", turned)
    return turned if turned != draw.words else None


def _noisy(share: float) -> Maker:
    def make(draw: Draw, rng: random.Random) -> str | None:
        return misread(draw.words, share, rng, language=draw.document.language)

    return make


for _share, _held in ((1, False), (2, True), (3, False), (5, True), (8, True)):
    _make = _noisy(_share / 100)
    _make.__name__ = f"noise_{_share}"
    way("altered", held=_held, group="noise")(_make)


@way("typographic")
def other_marks(draw: Draw, rng: random.Random) -> str | None:
    """Dashes, apostrophes and blanks of another style."""
    turned = draw.words.translate(str.maketrans({"’": "'", "—": "–", "'": "’"}))
    turned = re.sub(r"–(?=\w)", " – ", turned) if rng.random() < 0.5 else turned
    turned = turned.replace(" ", "\u00a0", 1) if turned == draw.words else turned
    return turned if turned != draw.words else None


@way("typographic", held=True)
def first_letter(draw: Draw, rng: random.Random) -> str | None:
    """The first letter in the other case, with or without brackets."""
    first, rest = draw.words[0], draw.words[1:]
    if not first.isalpha() or first.swapcase() == first or rest[:1].isupper():
        return None
    return rng.choice(["[{}]{}", "{}{}"]).format(first.swapcase(), rest)


@way("typographic", "exact", held=True)
def last_sign(draw: Draw, rng: random.Random) -> str | None:
    """The closing stop left out or made a comma."""
    return draw.words[:-1] + rng.choice(["", ","]) if draw.words[-1] in ".。" else None


@way("typographic", only="en ru de fr")
def emphasised(draw: Draw, rng: random.Random) -> str | None:
    """A word set off, and said so or not."""
    found = list(re.finditer(r"(?<= )\w{5,}(?= )", draw.words))
    if not found:
        return None
    hit = rng.choice(found)
    said = rng.choice(["", " [emphasis added]", " (my emphasis)", " [italics mine]"])
    said = said if draw.document.language == "en" else ""
    return draw.words[: hit.start()] + f"*{hit[0]}*" + draw.words[hit.end() :] + said
