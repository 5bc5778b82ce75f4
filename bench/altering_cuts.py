"""Further ways to quote: ellipses, brackets, cuts, seams. They register in `altering.WAYS`.

Entry point: `WAYS`, filled.
"""

import random
import re

from bench import altering_forms, altering_unseen  # register their ways
from bench import altering_words as lists
from bench.altering import WAYS, Altered, of, way
from bench.drawn_sentences import Draw

__all__ = ["WAYS", "altering_forms", "altering_unseen"]

DOTS = ["...", "…", "[...]", "[…]", ". . .", "(...)", "[. . .]", "....", ". . . ."]
BEARS = re.compile(
    r"(?i)\b(?:not|no|nor|never|none|without|hardly|if|unless|but|whether|may|might|could|can|"
    r"perhaps|possibly|probably|except|provided|although|though|until|only|would|should|must|"
    r"не|ни|нет|если|но|бы|может|хотя|nicht|kein\w*|wenn|aber|vielleicht|kann|ohne|nie|"
    r"ne|pas|si|mais|peut|sans|jamais|ni|sauf)\b|n['’]|[不没未若如但无非否]"
)
THAT = {"en": "that", "ru": "что", "de": "daß|dass", "fr": "que"}


@way("editorial")
def clause_left_out(draw: Draw, rng: random.Random) -> str | None:
    """A clause between commas left out, with a sign."""
    found = [
        hit
        for hit in re.finditer(r"(?<=[,，]) ?[^,，;.]{4,90}[,，]", draw.words)
        if not BEARS.search(hit[0]) and hit.start() > 8 and hit.end() < len(draw.words) - 8
    ]
    if not found:
        return None
    hit = rng.choice(found)
    front = draw.words[: hit.start()].rstrip(",， ")
    return f"{front} {rng.choice(DOTS)} {draw.words[hit.end() :].lstrip()}"


@way("editorial", held=True)
def end_left_out(draw: Draw, rng: random.Random) -> Altered | None:
    """The end of a sentence left out, with a sign."""
    cut = [hit.start() for hit in re.finditer(r"[,，;]", draw.words)]
    cut = [at for at in cut if at > 20 and not BEARS.search(draw.words[at:])]
    if not cut or BEARS.search(draw.words[: cut[0]][-40:]):
        return None
    at = rng.choice(cut)
    return Altered(f"{draw.words[:at]} {rng.choice(DOTS[:5])}", draw.start, draw.start + at)


@way("editorial", held=True, only="en")
def pronoun_named(draw: Draw, rng: random.Random) -> str | None:
    """A name in brackets in the place of a pronoun or beside it."""
    found = list(re.finditer(r"(?<= )(?:he|they|she|him|them)(?= )", draw.words))
    if not found:
        return None
    hit = rng.choice(found)
    put = rng.choice(["[the Minister]", f"{hit[0]} [the envoys]", "[Petrov]"])
    return draw.words[: hit.start()] + put + draw.words[hit.end() :]


@way("editorial")
def gloss(draw: Draw, rng: random.Random) -> str | None:
    """Words in brackets put in."""
    found = [hit.end() for hit in re.finditer(r"(?<= )\w{6,}(?=[ ,])", draw.words)]
    if not found:
        return None
    at = rng.choice(found)
    put = {"ru": " [так называли тогда]", "de": " [das heißt dort]", "fr": " [comme on disait]"}
    said = put.get(
        draw.document.language, rng.choice([" [i.e. the embassy]", " [illegible]", " [in 1961]"])
    )
    return draw.words[:at] + said + draw.words[at:]


@way("editorial")
def sic(draw: Draw, rng: random.Random) -> str | None:
    """A word called so."""
    found = [hit.end() for hit in re.finditer(r"(?<= )\w{5,}(?=[ ,])", draw.words)]
    if not found:
        return None
    at = rng.choice(found)
    return (
        draw.words[:at] + rng.choice([" [sic]", " (sic)", " [sic!]", " [*sic*]"]) + draw.words[at:]
    )


@way("editorial", held=True, only="en")
def tense_in_brackets(draw: Draw, rng: random.Random) -> str | None:
    """The ending of a verb changed in brackets."""
    turned = re.sub(r"(?<= )([a-z]{4,}[^e\W])ed(?= )", r"\1[s]", draw.words, count=1)
    return turned if turned != draw.words else None


@way("distorted", group="swap")
def ellipsis_hides_negation(draw: Draw, rng: random.Random) -> str | None:
    """An ellipsis in the place of a negation and a word or two before it."""
    words = of(lists.NEGATIONS, draw).replace(" ", "|")
    blank = "" if draw.document.language == "zh" else r"\b"
    found = list(re.finditer(rf"(?<=[\w,]) ?{blank}(?:{words}){blank}", draw.words))
    found = [hit for hit in found if hit.start() > 6]
    if not found:
        return None
    hit = rng.choice(found)
    rest = draw.words[hit.end() :].lstrip()
    return f"{draw.words[: hit.start()]} {rng.choice(DOTS)} {rest}" if rest[:1].isalpha() else None


@way("truncated", held=True)
def ellipsis_hides_condition(draw: Draw, rng: random.Random) -> str | None:
    """An ellipsis in the place of a clause of condition inside the sentence."""
    words = of(lists.CONDITIONS, draw).replace(" when", "").replace(" ", "|").replace("_", " ")
    found = list(re.finditer(rf"[,，] ?(?:{words})\b[^,，]{{5,80}}[,，]", draw.words))
    if draw.document.language == "zh" or not found:
        return None
    hit = rng.choice(found)
    if BEARS.search(draw.words[hit.start() + 8 : hit.end()]):
        return None
    return f"{draw.words[: hit.start()]} {rng.choice(DOTS)} {draw.words[hit.end() :].lstrip()}"


@way("truncated")
def governor_cut(draw: Draw, rng: random.Random) -> Altered | None:
    """Begun after "they doubted that"."""
    language = draw.document.language
    if language not in THAT:
        return None
    words = lists.DOUBTS[language].replace(" ", "|")
    hit = re.search(rf"\b(?:{words})\b,? (?:{THAT[language]}) ", draw.words)
    if hit is None or len(draw.words) - hit.end() < 30:
        return None
    return Altered(draw.words[hit.end() :], draw.start + hit.end(), draw.end)


@way("truncated", held=True, only="en")
def untruth_cut(draw: Draw, rng: random.Random) -> Altered | None:
    """Begun after "it is not true that", "there was no evidence that"."""
    hit = re.search(
        r"\b(?:not|no|n't|n’t|never|false|untrue|unlikely|impossible|doubtful)(?: \w+){0,4} that ",
        draw.words,
    )
    if (
        hit is None
        or len(draw.words) - hit.end() < 30
        or re.search(r"\b(?:no doubt|not only|no question)\b", hit[0])
    ):
        return None
    return Altered(draw.words[hit.end() :], draw.start + hit.end(), draw.end)


@way("truncated", held=True)
def stopped_at_but(draw: Draw, rng: random.Random) -> Altered | None:
    """Ended before what takes it back."""
    words = of(lists.AGAINST, draw).replace(" ", "|")
    edge = "" if draw.document.language == "zh" else " "
    hit = re.search(rf"[,，;]{edge}(?:{words}){edge}", draw.words)
    if (
        hit is None
        or hit.start() < (8 if not edge else 30)
        or re.search(r"not |nicht |не |pas |不", draw.words[: hit.start()])
    ):
        return None
    return Altered(draw.words[: hit.start()], draw.start, draw.start + hit.start())


@way("truncated", only="en de fr ru")
def stopped_at_if(draw: Draw, rng: random.Random) -> Altered | None:
    """Ended before its condition."""
    words = of(lists.CONDITIONS, draw).replace(" when", "").replace(" ", "|").replace("_", " ")
    hit = re.search(rf",? (?:{words}) ", draw.words)
    if hit is None or hit.start() < 30 or len(draw.words) - hit.end() < 12:
        return None
    before = draw.words[: hit.start()]
    if re.search(
        r"\b(?:as|even|and|see|know|ask\w*|wonder\w*|say|что|als|wie|comme|même|même|et|und|sehen)$",
        before,
    ):
        return None
    return Altered(before, draw.start, draw.start + hit.start())


@way("exact", held=True)
def few_words(draw: Draw, rng: random.Random) -> Altered | None:
    """Four to seven words of a sentence that nothing turns."""
    if draw.document.language == "zh" or BEARS.search(draw.words):
        return None
    doubts = of(lists.DOUBTS, draw).replace(" ", "|")
    if re.search(rf"\b(?:{doubts}|seem\w*|appear\w*|likely)\b", draw.words):
        return None
    spans = [hit.span() for hit in re.finditer(r"\S+", draw.words)]
    if len(spans) < 10:
        return None
    at, many = rng.randrange(1, len(spans) - 8), rng.randrange(4, 8)
    start, end = spans[at][0], spans[at + many - 1][1]
    words = draw.words[start:end].rstrip(",;:.")
    if not re.fullmatch(r"[\w ,’'-]+", words) or draw.document.text.count(words) != 1:
        return None
    return Altered(words, draw.start + start, draw.start + start + len(words))


@way("exact", held=True)
def more_sentences(draw: Draw, rng: random.Random) -> Altered | None:
    """A sentence with what follows it in the paragraph."""
    text = draw.document.text
    stop = text.find("\n\n", draw.end)
    end = draw.end + 400
    hits = [
        h.end() for h in re.finditer(r"[.!?。](?= |$|[^\W\d_])", text[draw.end : min(stop, end)])
    ]
    if stop < 0 or not hits:
        return None
    words = text[draw.start : draw.end + hits[-1]]
    if re.search(r"[\"“”«»„\[\]*_<>…\n]|\.\.|(?<!\w)['‘]|['’](?!\w)", words):
        return None
    return Altered(words, draw.start, draw.end + hits[-1])


@way("distorted", "stitched", held=True)
def part_invented(draw: Draw, rng: random.Random) -> str | None:
    """A true sentence and one that stands nowhere."""
    put = {
        "en": "The flotilla will sail at dawn with forty barrels of salted herring aboard.",
        "ru": "На рассвете флотилия выйдет в море с бочками солёной сельди.",
        "de": "Bei Tagesanbruch läuft die Flotille mit Fässern voller Salzheringe aus.",
        "fr": "À l'aube, la flottille appareillera chargée de tonneaux de harengs salés.",
        "zh": "黎明时船队将满载咸鱼出海远航。",
    }[draw.document.language]
    blank = "" if draw.document.language == "zh" else " "
    return draw.words + blank + put
