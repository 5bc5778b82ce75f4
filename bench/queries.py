"""What the queries between languages find and what they ask for nothing, on real translations.

Every text is read with its gold alignment. First as it stands: what is asked then is counted for
each 100 beads (a question that a reader would call warranted is among them). Then with faults put
in: in every twentieth bead that allows it something of the witness is replaced, a name by another
name of the same text, a figure or a day by another; or taken away: words of negation, quotation
marks; or a word is put in square brackets. Recall is the share of these beads in which a new
question of the topic is asked.

    python -m bench.queries [--shared FOLDER] [--seed N] [--every N] [--list] [CASE ...]
"""

import argparse
import itertools
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench.align_cases import SHARED, Case, bench_cases, document_cases
from provtrack.collation import compare
from provtrack.model.alignment import Alignment, Bead
from provtrack.model.comparison import ComparedVersion, Query
from provtrack.taxonomy.name_likeness import sound_likeness
from provtrack.text.language_rules import rules_of
from provtrack.text.languages import share_language
from provtrack.text.negating import negations_in

TOPICS = ("name", "figure", "date", "negation", "quotation", "bracket", "length")
ALIKE = 0.8  # likeness of a name to a word of the other side, so that transliteration can see it
_CAPITALISED = re.compile(r"(?<=[^\W\d_] )[A-ZА-ЯЁ][^\W\d_]{2,}")
_NAME = re.compile(r"[A-ZА-ЯЁ][^\W\d_]{2,}")
_FIGURE = re.compile(r"\b\d{2,}\b")
_DAY = re.compile(
    r"\b([12]?\d)(?=\.? [^\W\d_]{3,} 1[5-9]\d\d)|(?<=[^\W\d_] )([12]?\d)(?=, 1[5-9]\d\d)"
)
_QUOTES = re.compile(r"[\"“”„«»「」]")
_BRACKETS = re.compile(r"[\[\]]")

_VERBS = {
    "en": ("is|was|are|were|will|shall|has|had|can|could|would|should|may|must", "{} not"),
    "de": ("ist|war|sind|waren|wird|werden|soll|hat|hatte|kann|konnte|muß|muss", "{} nicht"),
    "fr": ("doit|est|a|peut|sont|ont|doivent|peuvent", "ne {} pas"),
    "ru": ("был|была|были|будет|будут|может|могут|имеет|имеют|должен|должны", "не {}"),
    "zh": ("能|会|會|应|應|可以|要|肯", "不{}"),
}  # verbs, and how they are negated

CHINESE = {
    "Moses": "摩西", "Aaron": "亚伦", "Pharaoh": "法老", "Israel": "以色列", "Egypt": "埃及",
    "Joseph": "约瑟", "Jacob": "雅各", "Isaac": "以撒", "Abraham": "亚伯拉罕", "David": "大卫",
    "Saul": "扫罗", "Jesus": "耶稣", "Peter": "彼得", "Paul": "保罗", "John": "约翰",
    "Solomon": "所罗门", "Jerusalem": "耶路撒冷", "Samuel": "撒母耳", "Jonathan": "约拿单",
    "Herod": "希律", "Pilate": "彼拉多", "Judah": "犹大", "Benjamin": "便雅悯", "Esau": "以扫",
}  # fmt: skip

Fault = Callable[[str, str, "Drawer"], str | None]


class Drawer:
    """Chance with a seed, and the names of a text to draw from.

    Names are capitalised words inside sentences, never written small, that have a word of the same
    sound on the other side of their gold bead, or stand in `CHINESE`.
    """

    def __init__(self, case: Case, seed: int) -> None:
        self.chance = random.Random(f"{seed} {case.name}")
        self.language = case.languages[1]
        names: Counter[str] = Counter()
        for bead in gold_of(case).beads:
            base = "\n".join(case.base[place] for place in bead.base)
            names.update({name for k in bead.witness for name in seen_names(base, case.witness[k])})
        small = {word for text in case.witness for word in re.findall(r"\b[^\W\dA-Z_]+", text)}
        words = {name: name.casefold() for name, count in names.items() if count > 1}
        self.names = sorted(name for name, word in words.items() if word not in small)


def seen_names(base: str, witness: str) -> list[str]:
    """List the names of a witness that sound like a name of the base."""
    heard = set(_NAME.findall(base))
    return [
        name
        for name in dict.fromkeys(_CAPITALISED.findall(witness))
        if any(sound_likeness(name, one) >= ALIKE for one in heard)
        or CHINESE.get(name, "*") in base
    ]


def name_fault(base: str, witness: str, drawer: Drawer) -> str | None:
    """Replace a name that the base has by another name."""
    seen = [name for name in seen_names(base, witness) if name in drawer.names]
    others = [name for name in drawer.names if name not in witness]
    if not seen or not others:
        return None
    return re.sub(rf"\b{drawer.chance.choice(seen)}\b", drawer.chance.choice(others), witness)


def figure_fault(base: str, witness: str, drawer: Drawer) -> str | None:
    """Replace a figure that both sides have in digits."""
    shared = sorted(set(_FIGURE.findall(witness)) & set(_FIGURE.findall(base)))
    if not shared:
        return None
    figure = drawer.chance.choice(shared)
    other = str(int(figure) + drawer.chance.choice((3, 10, 27)))
    return re.sub(rf"\b{figure}\b", other, witness)


def date_fault(base: str, witness: str, drawer: Drawer) -> str | None:
    """Move a day of the month, in a date with a year, by a few days."""
    del base
    match = _DAY.search(witness)
    if match is None or len(_DAY.findall(witness)) > 1:
        return None
    day = int(match[0]) % 28 + drawer.chance.choice((1, 2, 3))
    return f"{witness[: match.start()]}{day}{witness[match.end() :]}"


def negation_fault(base: str, witness: str, drawer: Drawer) -> str | None:
    """Take the words of negation away, in a bead where both sides negate."""
    ours = rules_of(drawer.language).negations
    words = re.findall(r"\b[^\W\d_]+\b", witness)
    if not any(word.casefold() in ours for word in words) or not _negates(base):
        return None
    return re.sub(
        r"\b[^\W\d_]+\b ?", lambda m: "" if m[0].strip().casefold() in ours else m[0], witness
    )


def lost_negation_fault(base: str, witness: str, drawer: Drawer) -> str | None:
    """Take the negation of one clause away, in a bead where both sides negate."""
    signs = [one for one in negations_in(witness, drawer.language) if one.is_firm]
    if not signs or not _negates(base):
        return None
    place = drawer.chance.choice(signs).start
    clauses = re.split(r"([,;:—.!?，；：。！？]+)", witness)
    ends = list(itertools.accumulate(map(len, clauses)))
    number = next(n for n, end in enumerate(ends) if place < end)
    clauses[number] = _without_negations(clauses[number], drawer.language)
    return "".join(clauses)


def _without_negations(text: str, language: str) -> str:
    """Take all words of negation out of a clause; "didn't" becomes "did"."""
    for sign in reversed(negations_in(text, language)):
        words = text[sign.start : sign.end].replace("’", "'")
        kept = words.removesuffix("n't") if words.endswith("n't") else ""
        kept = "can" if words == "cannot" else kept
        if not sign.is_implied:
            text = text[: sign.start] + kept + text[sign.end :].removeprefix(" ")
    return text


def added_negation_fault(base: str, witness: str, drawer: Drawer) -> str | None:
    """Negate a verb, in a bead where neither side negates."""
    verbs, negated = _VERBS.get(drawer.language.partition("-")[0], ("", ""))
    edge = "" if drawer.language.startswith("zh") else r"\b"
    places = list(re.finditer(rf"{edge}(?:{verbs}){edge}", witness)) if verbs else []
    if not places or _negates(base) or negations_in(witness, drawer.language):
        return None
    place = drawer.chance.choice(places)
    return f"{witness[: place.start()]}{negated.format(place[0])}{witness[place.end() :]}"


def _negates(base: str) -> bool:
    keys = {word.casefold() for word in re.findall(r"\b[^\W\d_]+\b", base)}
    anywhere = frozenset().union(*(rules_of(tag).negations for tag in ("ru", "de", "en", "fr")))
    return bool(keys & anywhere) or any(sign in base for sign in rules_of("zh").negations)


def quotation_fault(base: str, witness: str, drawer: Drawer) -> str | None:
    """Take the quotation marks away where both sides have some."""
    del drawer
    if len(_QUOTES.findall(base)) < 2 or len(_QUOTES.findall(witness)) < 2:
        return None
    return _QUOTES.sub("", witness)


def bracket_fault(base: str, witness: str, drawer: Drawer) -> str | None:
    """Put a word in square brackets where neither side has any."""
    words = list(re.finditer(r"\b[^\W\d_]{4,}\b", witness))
    if _BRACKETS.search(base + witness) or not words:
        return None
    word = drawer.chance.choice(words)
    return f"{witness[: word.start()]}[{word[0]}]{witness[word.end() :]}"


FAULTS: dict[str, Fault] = {
    "name": name_fault,
    "figure": figure_fault,
    "date": date_fault,
    "negation": negation_fault,
    "one negation": lost_negation_fault,
    "negation added": added_negation_fault,
    "quotation": quotation_fault,
    "bracket": bracket_fault,
}


def main() -> None:
    """Print one table of untouched beads and one of faults put in."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=20)
    parser.add_argument("--turned", action="store_true", help="with base and witness exchanged")
    parser.add_argument("--list", action="store_true", help="print every question asked")
    parser.add_argument("cases", nargs="*")
    given = parser.parse_args()
    beads: Counter[str] = Counter()
    made: Counter[str] = Counter()
    found: Counter[str] = Counter()
    print("untouched: questions for 100 beads\n" + _row("case", "beads", *TOPICS))
    for case in cases(given.shared, given.cases):
        case = Turned.of(case) if given.turned else case
        alignment = gold_of(case)
        before = asked(case, case.witness, alignment)
        matched = sum(bool(bead.base and bead.witness) for bead in alignment.beads)
        counts = Counter(query.topic for queries in before for query in queries)
        beads += counts + Counter({"beads": matched})
        print(_row(case.name, matched, *(_per_100(counts[t], matched) for t in TOPICS)), flush=True)
        if given.list:
            print_questions(alignment, before)
        for topic, fault in FAULTS.items():
            tally(case, alignment, before, (topic, fault, given), made, found)
    print(_row("all", beads["beads"], *(_per_100(beads[t], beads["beads"]) for t in TOPICS)))
    print("\nfaults put in\n" + _row("topic", "made", "found", "recall"))
    for topic in FAULTS:
        share = f"{found[topic] / made[topic]:.2f}" if made[topic] else "-"
        print(_row(topic, made[topic], found[topic], share))


def cases(shared: Path, wanted: Sequence[str]) -> Iterator[Case]:
    """Give the cases in two languages, those named only if some are named."""
    for case in itertools.chain(bench_cases(shared), document_cases(shared)):
        is_wanted = not wanted or any(name in case.name for name in wanted)
        if is_wanted and case.is_strict and not share_language(*case.languages):
            yield case


class Turned(Case):
    """A case with base and witness exchanged; its gold file is not."""

    __slots__ = ()

    @classmethod
    def of(cls, case: Case) -> "Turned":
        """Exchange the sides of a case."""
        return cls(
            name=f"{case.name} turned",
            kind=case.kind,
            base=case.witness,
            witness=case.base,
            languages=(case.languages[1], case.languages[0]),
            gold=case.gold,
            is_strict=case.is_strict,
        )


def gold_of(case: Case) -> Alignment:
    """Read the gold beads of a case."""
    lines = (line.split("\t") for line in case.gold.read_text("utf-8").splitlines())
    sides = [[tuple(int(k) for k in side.split(",") if k) for side in line[:2]] for line in lines]
    sides = [side[::-1] for side in sides] if isinstance(case, Turned) else sides
    beads = tuple(Bead(base=base, witness=witness, confidence=1.0) for base, witness in sides)
    return Alignment(beads=beads, method="gold")


def asked(case: Case, witness: Sequence[str], alignment: Alignment) -> list[tuple[Query, ...]]:
    """Give the queries of every bead."""
    versions = [
        ComparedVersion(name=name, language=language, text_sha256="", paragraphs=tuple(texts))
        for name, language, texts in zip(
            ("base", "witness"), case.languages, (case.base, witness), strict=True
        )
    ]
    return [bead.queries for bead in compare(*versions, alignment=alignment).beads]


def tally(
    case: Case,
    alignment: Alignment,
    before: Sequence[Sequence[Query]],
    faults: tuple[str, Fault, argparse.Namespace],
    made: Counter[str],
    found: Counter[str],
) -> None:
    """Put faults of one topic into some beads that allows one, and count those asked about."""
    topic, fault, given = faults
    drawer = Drawer(case, given.seed)
    witness, touched, allowed = list(case.witness), [], 0
    for number, bead in enumerate(alignment.beads):
        if not bead.base or len(bead.witness) != 1:
            continue
        base = "\n".join(case.base[place] for place in bead.base)
        faulty = fault(base, witness[bead.witness[0]], drawer)
        allowed += faulty is not None
        if faulty is not None and (allowed + given.seed) % given.every == 0:
            witness[bead.witness[0]] = faulty
            touched.append(number)
    if not touched:
        return
    after = asked(case, witness, alignment)
    for number in touched:
        about = "negation" if "negation" in topic else topic
        old = {query.sentence for query in before[number] if query.topic == about}
        new = {query.sentence for query in after[number] if query.topic == about}
        made[topic] += 1
        found[topic] += bool(new - old)
        if given.list and not new - old:
            text = witness[alignment.beads[number].witness[0]]
            print(f"  missed {topic} in bead {number}: {text[:300]}")


def print_questions(alignment: Alignment, before: Sequence[Sequence[Query]]) -> None:
    """Print what is asked of each bead."""
    for bead, queries in zip(alignment.beads, before, strict=True):
        for query in queries:
            print(f"  {bead.base} {bead.witness} {query.topic}: {query.sentence}")


def _per_100(count: int, beads: int) -> str:
    return f"{100 * count / max(beads, 1):.1f}"


def _row(name: object, *cells: object) -> str:
    return f"{name!s:<34}" + "".join(f"{cell!s:>10}" for cell in cells)


if __name__ == "__main__":
    main()
