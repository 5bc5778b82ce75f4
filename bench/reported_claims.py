"""Measure what is asked of reported speech: faithful claims, altered ones, and those of elsewhere.

The claims are what documents of four volumes (``bench/quotes/corpus``) report themselves, put to
the document they stand in: all are faithful, and none may be asked about. Then one word of each is
altered (a negation dropped or added, a figure, a doubt, a share, a name), and all should be asked
about. Put to the next document they say what it does not: there the names are asked about that it
nowhere has, and little else may be.
Documents are halved by their number: rules are made on one half and measured on the other.
Usage: ``python -m bench.reported_claims [--shared DIR] [--claims N] [--show] [--half 0|1]``.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from bench.cases import SHARED
from bench.editorial_notes import read_volumes
from provtrack.auditing.claims import set_beside
from provtrack.auditing.retold import Claim, claims_of
from provtrack.model.comparison import Query, Reading

SEED = 20
OF_EACH = 3  # claims of one document
LEAST_PARAGRAPHS = 4
Alter = Callable[[str], str]


def main() -> None:
    """Ask and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, default=SHARED)
    options.add_argument("--claims", type=int, default=600)
    options.add_argument("--show", action="store_true")
    options.add_argument("--half", type=int, choices=(0, 1))
    asked = options.parse_args()
    documents = read_volumes(asked.shared / "bench/quotes/corpus").documents
    for half in (0, 1) if asked.half is None else (asked.half,):
        own = [row for number, row in enumerate(documents) if number % 2 == half]
        told = list(claims_in(own, asked.claims))
        print(f"half {half}: {len(told)} claims")
        print_faithful(told, show=asked.show)
        print_altered(told, show=asked.show)


def claims_in(documents: Sequence[dict], most: int) -> Iterator[tuple[Claim, list[str], list[str]]]:
    """Draw claims, each with the paragraphs of its document and of another."""
    chosen = [row["paragraphs"] for row in documents if len(row["paragraphs"]) >= LEAST_PARAGRAPHS]
    draw = random.Random(SEED)
    order = draw.sample(range(len(chosen)), len(chosen))
    count = 0
    for number in order:
        own, other = chosen[number], chosen[(number + 1) % len(chosen)]
        found = [one for text in own for one in claims_of(text, language="en")]
        for claim in draw.sample(found, min(OF_EACH, len(found))):
            yield claim, own, other
            count += 1
        if count >= most:
            return


def print_faithful(told: Sequence[tuple[Claim, list[str], list[str]]], *, show: bool) -> None:
    """Print how many faithful claims are asked about, and how many beside another document."""
    own = [(claim, asked_of(claim.text, claim.speaker, base)) for claim, base, _ in told]
    other = [asked_of(claim.text, claim.speaker, base) for claim, _, base in told]
    wrongly = [(claim.text, queries) for claim, queries in own if queries]
    print(f"  faithful: {len(wrongly)} of {len(told)} asked about; "
          f"beside another document: {sum(map(bool, other))}")  # fmt: skip
    for text, queries in wrongly if show else ():
        print_query(text, queries)


def print_altered(told: Sequence[tuple[Claim, list[str], list[str]]], *, show: bool) -> None:
    """Print how many altered claims are asked about, by kind of change."""
    found, all_of = Counter[str](), Counter[str]()
    for claim, base, _ in told:
        for kind, alter in alterations(base).items():
            text = alter(claim.text)
            if text == claim.text:
                continue
            queries = asked_of(text, claim.speaker, base)
            all_of[kind] += 1
            found[kind] += bool(queries)
            if show and not queries:
                print(f"    missed, {kind}: {text}\n      said: {claim.text}")
    print(f"  altered: {found.total()} of {all_of.total()} asked about")
    for kind, count in sorted(all_of.items()):
        print(f"    {kind:12} {found[kind]:4} of {count:4}")


def alterations(base: Sequence[str]) -> Mapping[str, Alter]:
    """Give the changes by kind; a name is another of the document."""
    names = re.findall(r"(?<=[a-z] )[A-Z][a-z]{4,}(?= [a-z])", " ".join(base))
    return {
        "negation-": lambda text: first(text, r" not\b|n't\b", ""),
        "no-": lambda text: first(text, r"\b(?:no|never)\b ", ""),
        "negation+": lambda text: first(text, r"\b(is|was|were|are|had|would|could)\b", r"\1 not"),
        "figure": lambda text: first(text, r"\b[1-9]\d(?=\b(?!,))", another_figure),
        "doubt": lambda text: first(text, r"\b(?:might|may|could)\b", "will"),
        "share": lambda text: first(text, r"\b(?:some|many|most|several)\b", "all"),
        "number": lambda text: first(text, r"\b(?:two|three|four|five)\b", "nine"),
        "name": lambda text: first(
            text, r"(?<=[a-z] )[A-Z][a-z]{4,}(?= [a-z])", lambda found: another_name(found, names)
        ),
    }


def first(text: str, old: str, new: str | Callable[[re.Match[str]], str]) -> str:
    return re.sub(old, new, text, count=1)


def another_figure(found: re.Match[str]) -> str:
    return str((int(found[0]) + 17) % 90 + 10)


def another_name(found: re.Match[str], names: Sequence[str]) -> str:
    """Take the next name of the document that is another."""
    return next((name for name in names if name != found[0]), found[0])


def asked_of(text: str, speaker: str, base: Sequence[str]) -> Sequence[Query]:
    reading = Reading(paragraph=0, start=0, end=len(text), text=text)
    return set_beside(reading, base, language="en", speaker=speaker).queries


def print_query(text: str, queries: Sequence[Query]) -> None:
    """Print a claim with what is asked of it."""
    print(f"    {text}")
    for query in queries:
        print(f"      {query.sentence}\n      source: {query.base.text if query.base else ''}")


if __name__ == "__main__":
    main()
