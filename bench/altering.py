"""Ways to quote a sentence wrongly, or rightly, and the verdicts that DESIGN §5 has for each.

A way takes a drawn sentence and gives the words of the quotation, or None where the sentence does
not lend itself to it. Every second way is held out: what is mended is looked at in the others only.
What turns the sense is here; form stands in `bench.altering_forms`.
Entry points: `WAYS`, `Altered`, `Way`.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from bench import altering_words as lists
from bench.drawn_sentences import Draw

FRONT = {"zh": ""}
Maker = Callable[[Draw, random.Random], "Altered | str | None"]


@dataclass(frozen=True, slots=True)
class Altered:
    """The words of a quotation and the span of the document that they stand for."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Way:
    """A way to quote: its maker, the verdicts that are right, and what kind of check it is."""

    name: str
    make: Maker
    right: tuple[str, ...]
    is_held_out: bool
    group: str = ""
    languages: tuple[str, ...] = field(default=("en", "ru", "de", "fr", "zh"))


WAYS: dict[str, Way] = {}


def way(
    *right: str, held: bool = False, group: str = "", only: str = ""
) -> Callable[[Maker], Maker]:
    """Register a way to quote under the name of its function."""

    def put(make: Maker) -> Maker:
        languages = tuple(only.split()) or ("en", "ru", "de", "fr", "zh")
        name = make.__name__.strip("_")
        WAYS[name] = Way(name, make, right, held, group, languages)
        return make

    return put


def pairs(words: str) -> list[tuple[str, str]]:
    """Read "old|new old|new"; a low line stands for a blank."""
    return [tuple(one.replace("_", " ").split("|")) for one in words.split()]  # type: ignore[misc]


def replaced(draw: Draw, words: str, rng: random.Random) -> str | None:
    """Put one of the new words in the place of its old one, where the sentence has one."""
    text, found = draw.words, []
    for old, new in pairs(words):
        found += [(hit.span(), new) for hit in _hits(old, text, draw)]
    if not found:
        return None
    (start, end), new = rng.choice(found)
    new = new[:1].upper() + new[1:] if text[start].isupper() else new
    return text[:start] + new + text[end:]


def _hits(old: str, text: str, draw: Draw) -> list[re.Match[str]]:
    if draw.document.language == "zh":
        return list(re.finditer(re.escape(old), text))
    return list(re.finditer(rf"(?<![\w-]){re.escape(old)}(?![\w-])", text))


def without(draw: Draw, words: str, rng: random.Random) -> str | None:
    """Leave one of some words out."""
    found = [
        hit.span()
        for old in words.split()
        for hit in _hits(old.replace("_", " "), draw.words, draw)
    ]
    found = [span for span in found if span[0]]
    if not found:
        return None
    start, end = rng.choice(found)
    return draw.words[:start].rstrip() + draw.words[end:]


def after(draw: Draw, words: str, put: str, rng: random.Random) -> str | None:
    """Put words in after one of some words."""
    found = [hit.end() for old in words.split() for hit in _hits(old, draw.words, draw)]
    if not found:
        return None
    at = rng.choice(found)
    blank = FRONT.get(draw.document.language, " ")
    return draw.words[:at] + blank + put + draw.words[at:]


def of(table: dict[str, str], draw: Draw) -> str:
    return table.get(draw.document.language, "")


@way("exact")
def whole(draw: Draw, rng: random.Random) -> str:
    """A sentence as it is."""
    return draw.words


@way("distorted", group="swap")
def antonym(draw: Draw, rng: random.Random) -> str | None:
    """A word for its contrary."""
    return replaced(draw, of(lists.ANTONYMS, draw), rng)


@way("distorted", held=True, group="swap")
def modal(draw: Draw, rng: random.Random) -> str | None:
    """A stronger or weaker verb of modality."""
    return replaced(draw, of(lists.MODALS, draw), rng)


@way("distorted", group="swap")
def quantifier(draw: Draw, rng: random.Random) -> str | None:
    """Another share of the whole."""
    return replaced(draw, of(lists.QUANTIFIERS, draw), rng)


@way("distorted", held=True, group="swap")
def number_word(draw: Draw, rng: random.Random) -> str | None:
    """Another number in words."""
    return replaced(draw, of(lists.NUMBERS, draw), rng)


@way("distorted", group="swap")
def figure(draw: Draw, rng: random.Random) -> str | None:
    """Another figure."""
    found = list(re.finditer(r"(?<![\w.,-])\d{1,4}(?![\w-]|[.,]\d)", draw.words))
    if not found:
        return None
    hit = rng.choice(found)
    number = str(int(hit[0]) + rng.choice([1, 2, 10, 30]))
    return draw.words[: hit.start()] + number + draw.words[hit.end() :]


@way("distorted", held=True, group="swap")
def digits_turned(draw: Draw, rng: random.Random) -> str | None:
    """Two digits in the other order, or one too many."""
    found = list(re.finditer(r"(?<![\w.,-])\d{2,}(?:,\d{3})*(?![\w-])", draw.words))
    if not found:
        return None
    hit = rng.choice(found)
    turned = hit[0][1] + hit[0][0] + hit[0][2:] if hit[0][1].isdigit() else hit[0]
    number = turned if turned != hit[0] and turned[0] != "0" else hit[0] + "0"
    return draw.words[: hit.start()] + number + draw.words[hit.end() :]


@way("distorted", group="swap")
def month(draw: Draw, rng: random.Random) -> str | None:
    """Another month."""
    names = of(lists.MONTHS, draw).split()
    turned = " ".join(f"{name}|{rng.choice([n for n in names if n != name])}" for name in names)
    return replaced(draw, turned, rng)


@way("distorted", held=True, group="swap", only="en")
def unit(draw: Draw, rng: random.Random) -> str | None:
    """Another unit."""
    return replaced(draw, lists.UNITS, rng)


@way("distorted", held=True, group="swap")
def prefixed(draw: Draw, rng: random.Random) -> str | None:
    """A prefix that negates, put on or taken off."""
    turned = of(lists.PREFIXED, draw)
    back = " ".join(f"{new}|{old}" for old, new in pairs(turned))
    return replaced(draw, f"{turned} {back}", rng)


@way("distorted", group="swap")
def negated(draw: Draw, rng: random.Random) -> str | None:
    """A negation put in."""
    put, places = lists.NEGATION[draw.document.language]
    if draw.document.language == "zh":
        return _before(draw, places, put, rng)
    if re.search(rf"(?i)\b(?:{put}|ne|n't|never|nor|no)\b", draw.words):
        return None
    return after(draw, places, put, rng)


def _before(draw: Draw, places: str, put: str, rng: random.Random) -> str | None:
    spots = [hit.start() for one in places.split() for hit in re.finditer(one, draw.words)]
    if not spots:
        return None
    at = rng.choice(spots)
    return draw.words[:at] + put + draw.words[at:]


@way("distorted", held=True, group="swap")
def unnegated(draw: Draw, rng: random.Random) -> str | None:
    """A negation taken out."""
    return without(draw, of(lists.NEGATIONS, draw), rng)


@way("distorted", held=True, group="swap", only="en")
def negation_moved(draw: Draw, rng: random.Random) -> str | None:
    """A negation moved to another verb."""
    _, places = lists.NEGATION["en"]
    plain = without(draw, "not", rng)
    if plain is None:
        return None
    at = draw.words.find(" not ")
    verbs = "|".join(places.split())
    spots = [
        hit.end() for hit in re.finditer(rf"\b(?:{verbs})\b", plain) if abs(hit.end() - at) > 8
    ]
    if not spots:
        return None
    to = rng.choice(spots)
    return f"{plain[:to]} not{plain[to:]}"


@way("distorted", group="swap", only="en")
def another_name(draw: Draw, rng: random.Random) -> str | None:
    """A name for another of the same document."""
    pattern = r"(?<=[a-z,] )[A-Z][a-z]{4,}(?=[ ,.]+(?:[a-z]|$))"
    names = sorted(set(re.findall(pattern, draw.document.text)))
    found = list(re.finditer(pattern, draw.words))
    if not found or len(names) < 5:
        return None
    hit = rng.choice(found)
    others = [name for name in names if name[:3] != hit[0][:3] and name not in draw.words]
    other = rng.choice(others) if others else None
    return draw.words[: hit.start()] + other + draw.words[hit.end() :] if other else None


@way("distorted", held=True, group="swap", only="en")
def names_turned(draw: Draw, rng: random.Random) -> str | None:
    """Two names, each in the other's place."""
    found = list(re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{4,}(?=[ ,.]+(?:[a-z]|$))", draw.words))
    if len(found) < 2 or found[0][0] == found[-1][0] or found[-1].start() - found[0].end() < 6:
        return None
    one, two = found[0], found[-1]
    between = draw.words[one.end() : two.start()]
    if re.fullmatch(r",?\s(?:and|or)\s|,\s.*", between):
        return None
    return draw.words[: one.start()] + two[0] + between + one[0] + draw.words[two.end() :]


@way("distorted", held=True, group="swap", only="en")
def another_title(draw: Draw, rng: random.Random) -> str | None:
    """Another office."""
    return replaced(draw, lists.TITLES, rng)


@way("distorted", group="swap")
def unhedged(draw: Draw, rng: random.Random) -> str | None:
    """A hedge taken out."""
    return without(draw, of(lists.HEDGES, draw), rng)


@way("distorted")
def words_added(draw: Draw, rng: random.Random) -> str | None:
    """Words that tell something put in."""
    spots = [hit.start() for hit in re.finditer(r"[,，]|(?<=[a-zа-я]{5})[ .]", draw.words)]
    added = rng.choice(of(lists.ADDED, draw).split("|"))
    spots = [spot for spot in spots if spot > 12] or [len(draw.words) - 1]
    at = rng.choice(spots)
    rest = draw.words[at:]
    added = added.rstrip(",，") if rest[0] in ",.，" else added
    return draw.words[:at] + added + rest


@way("distorted", held=True)
def words_dropped(draw: Draw, rng: random.Random) -> str | None:
    """A clause between two commas left out without a sign."""
    found = list(re.finditer(r"[,，][^,，;.]{14,70}(?=[,，])", draw.words))
    if draw.document.language == "zh":
        found = list(re.finditer(r"[,，][^,，;。]{5,30}(?=[,，])", draw.words))
    if not found:
        return None
    hit = rng.choice(found)
    return draw.words[: hit.start()] + draw.words[hit.end() :]


@way("distorted", held=True, group="swap", only="en")
def condition_turned(draw: Draw, rng: random.Random) -> str | None:
    """If for unless, before for after."""
    return replaced(draw, "if|unless unless|if before|after after|before because|although", rng)
