"""Damage that a historian meets in quotations, written down after the rules: all held out.

Each way states what DESIGN §5 has for it; where a reader may weigh it in two ways, both are right.
Registers its ways in `bench.altering.WAYS` when it is imported.
"""

import random
import re

from bench.altering import of, replaced, way
from bench.drawn_sentences import Draw
from bench.recognition_noise import misread

LETTERS = "en ru de fr"
TENSES = {
    "en": "is|was are|were was|is were|are has|had have|had had|has says|said",
    "ru": "был|есть была|будет было|будет говорит|говорил сказал|скажет",
    "de": "ist|war war|ist sind|waren waren|sind hat|hatte hatte|hat",
    "fr": "est|était était|est sont|étaient ont|avaient avait|a",
}
PERSONS = {
    "en": "we|they they|we he|she I|he us|them our|their their|our",
    "ru": "мы|они они|мы он|она я|он нас|их",
    "de": "wir|sie er|wir ich|er uns|ihnen",
    "fr": "nous|ils il|elle je|il notre|leur",
}
ROMANISED = (
    "Khrushchev|Khruschev Peking|Beijing Mao_Tse-tung|Mao_Zedong Chou_En-lai|Zhou_Enlai "
    "Gromyko|Gromyko Mikoyan|Mikojan Chiang_Kai-shek|Jiang_Jieshi Nanking|Nanjing "
    "Canton|Guangzhou Kiev|Kyiv Molotov|Molotow Formosa|Taiwan Bombay|Mumbai"
)
WRITTEN = {
    "en": "2|two 3|three 4|four 5|five 6|six 7|seven 8|eight 9|nine 10|ten 12|twelve",
    "ru": "2|два 3|три 4|четыре 5|пять 10|десять",
    "de": "2|zwei 3|drei 4|vier 5|fünf 10|zehn",
    "fr": "2|deux 3|trois 4|quatre 5|cinq 10|dix",
}
MISREAD_DIGITS = {"0": "8", "1": "7", "3": "8", "5": "6", "6": "5", "7": "1", "8": "3", "9": "0"}


def _inside(draw: Draw, rng: random.Random, put: str) -> str | None:
    """Put something in after a word, right behind it."""
    found = [hit.end() for hit in re.finditer(r"(?<= )[^\W\d_]{5,}(?=[ ,])", draw.words)]
    if not found:
        return None
    at = rng.choice(found)
    return draw.words[:at] + put + draw.words[at:]


@way("editorial", held=True, group="unseen")
def page_inside(draw: Draw, rng: random.Random) -> str | None:
    """The page on which the source goes on, in brackets."""
    page = rng.randrange(9, 240)
    put = {"en": f" [p. {page}]", "ru": f" [с. {page}]", "de": f" [S. {page}]"}
    return _inside(draw, rng, put.get(draw.document.language, f" [p. {page}]"))


@way("typographic", "altered", "editorial", held=True, group="unseen")
def note_sign_inside(draw: Draw, rng: random.Random) -> str | None:
    """The sign of a note of the source, left standing in the words."""
    return _inside(draw, rng, rng.choice(["³", "¹²", "[3]", "*", "†"]))


@way("typographic", held=True, group="unseen", only=LETTERS)
def soft_hyphens(draw: Draw, rng: random.Random) -> str | None:
    """Hyphens that are seen at line ends only."""
    turned = re.sub(r"(?<=\w{3})(?=\w{4})", "\u00ad", draw.words)
    return turned if turned != draw.words else None


@way("typographic", "altered", held=True, group="unseen", only=LETTERS)
def divided(draw: Draw, rng: random.Random) -> str | None:
    """A word divided as at the end of a line."""
    found = list(re.finditer(r"(?<= )[^\W\d_A-ZА-Я]{8,}(?=[ ,])", draw.words))
    if not found:
        return None
    at = rng.choice(found).start() + 4
    return f"{draw.words[:at]}- {draw.words[at:]}"


@way("typographic", held=True, group="unseen", only=LETTERS)
def spaced_out(draw: Draw, rng: random.Random) -> str | None:
    """A word set with wide spaces, as printers set emphasis."""
    found = list(re.finditer(r"(?<= )[^\W\d_A-ZА-Я]{5,}(?=[ ,])", draw.words))
    if not found:
        return None
    hit = rng.choice(found)
    return f"{draw.words[: hit.start()]}{' '.join(hit[0])}{draw.words[hit.end() :]}"


@way("typographic", held=True, group="unseen", only=LETTERS)
def in_capitals(draw: Draw, rng: random.Random) -> str | None:
    """A word set in capitals."""
    found = list(re.finditer(r"(?<= )[a-zа-я]{5,}(?=[ ,])", draw.words))
    if not found:
        return None
    hit = rng.choice(found)
    return draw.words[: hit.start()] + hit[0].upper() + draw.words[hit.end() :]


@way("typographic", held=True, group="unseen", only="en de fr")
def joined_letters(draw: Draw, rng: random.Random) -> str | None:
    """Letters that print joins."""
    turned = draw.words.replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ")
    return turned if turned != draw.words else None


@way("altered", "distorted", held=True, group="unseen", only=LETTERS)
def tense(draw: Draw, rng: random.Random) -> str | None:
    """Another tense, not declared."""
    return replaced(draw, of(TENSES, draw), rng)


@way("altered", "distorted", held=True, group="unseen", only="en")
def plural(draw: Draw, rng: random.Random) -> str | None:
    """A plural for a singular."""
    found = list(re.finditer(r"(?<=\bthe )[a-z]{4,}[b-rt-x](?=[ ,.])", draw.words))
    if not found:
        return None
    hit = rng.choice(found)
    return f"{draw.words[: hit.end()]}s{draw.words[hit.end() :]}"


@way("distorted", held=True, group="unseen", only=LETTERS)
def another_person(draw: Draw, rng: random.Random) -> str | None:
    """Another person speaks or is spoken of, not declared."""
    return replaced(draw, of(PERSONS, draw), rng)


@way("distorted", held=True, group="unseen", only="en")
def weakened(draw: Draw, rng: random.Random) -> str | None:
    """A verb of modality a little weaker or stronger."""
    return replaced(draw, "may|might might|may can|could shall|should would|should", rng)


@way("altered", "distorted", held=True, group="unseen", only=LETTERS)
def words_turned(draw: Draw, rng: random.Random) -> str | None:
    """Two words beside each other in the other order."""
    found = list(re.finditer(r"(?<= )([a-zа-яß-ÿ]{3,}) ([a-zа-яß-ÿ]{3,})(?= )", draw.words))
    found = [hit for hit in found if hit[1] != hit[2]]
    if not found:
        return None
    hit = rng.choice(found)
    return f"{draw.words[: hit.start()]}{hit[2]} {hit[1]}{draw.words[hit.end() :]}"


@way("altered", held=True, group="unseen", only=LETTERS)
def written_twice(draw: Draw, rng: random.Random) -> str | None:
    """A light word written twice."""
    found = list(re.finditer(r"(?<= )[a-zа-яß-ÿ]{2,4} ", draw.words))
    if not found:
        return None
    hit = rng.choice(found)
    return draw.words[: hit.end()] + hit[0] + draw.words[hit.end() :]


@way("stitched", "distorted", held=True, group="unseen", only=LETTERS)
def halves_turned(draw: Draw, rng: random.Random) -> str | None:
    """Two clauses, each in the other's place."""
    half = draw.words[:-1].split("; ") if "; " in draw.words else draw.words[:-1].split(", ")
    if len(half) != 2 or min(len(part.split()) for part in half) < 6:
        return None
    joint = "; " if "; " in draw.words else ", "
    return f"{half[1]}{joint}{half[0]}{draw.words[-1]}"


@way("distorted", held=True, group="unseen", only="en")
def wrong_name_in_brackets(draw: Draw, rng: random.Random) -> str | None:
    """A name of the source gone, another in brackets in its place."""
    found = list(re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{4,}(?=[ ,.]+(?:[a-z]|$))", draw.words))
    if not found:
        return None
    hit = rng.choice(found)
    other = rng.choice([n for n in ("Kennedy", "Petrov", "Nehru", "Erhard") if n != hit[0]])
    return f"{draw.words[: hit.start()]}[{other}]{draw.words[hit.end() :]}"


@way("altered", held=True, group="unseen", only="en")
def romanised(draw: Draw, rng: random.Random) -> str | None:
    """A name of a place or person written by another system."""
    return replaced(draw, ROMANISED, rng)


@way("altered", held=True, group="unseen", only=LETTERS)
def figure_written(draw: Draw, rng: random.Random) -> str | None:
    """A figure written out."""
    words = re.sub(r"\S+(?<![\w.,:/-])\d[\d.,:/-]+\d\S*", "", draw.words)
    if not re.search(r"(?<![\w.,:/°-])(?:[2-9]|1[02])(?= [a-zа-я])", words):
        return None
    return replaced(draw, of(WRITTEN, draw), rng)


@way("altered", "typographic", held=True, group="unseen", only="en")
def signs_written(draw: Draw, rng: random.Random) -> str | None:
    """A sign for a word, or a word for a sign."""
    turned = draw.words.replace("%", " percent", 1)
    if turned != draw.words:
        return turned
    return draw.words.replace(" and ", " & ", 1) if " and " in draw.words else None


@way("distorted", held=True, group="swap")
def figure_misread(draw: Draw, rng: random.Random) -> str | None:
    """A digit misread as another, among letters misread."""
    found = list(re.finditer(r"(?<![\w.,])\d{2,4}(?![\w]|[.,]\d)", draw.words))
    if not found:
        return None
    hit = rng.choice(found)
    at = rng.randrange(hit.start(), hit.end())
    digit = MISREAD_DIGITS.get(draw.words[at])
    if digit is None or (digit == "0" and at == hit.start()):
        return None
    changed = draw.words[:at] + digit + draw.words[at + 1 :]
    return misread(changed, 0.03, rng, language=draw.document.language)


@way("editorial", held=True, group="unseen")
def astonished(draw: Draw, rng: random.Random) -> str | None:
    """The author wonders at a word."""
    return _inside(draw, rng, rng.choice([" [!]", " (!)", " [?]", " (sic!)"]))
