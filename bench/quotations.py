"""Measure the finding of quotations against gold, beside a plain pattern, in one run.

    python -m bench.quotations [--details]

The gold lies beside the project, not in it (bench/quotes, cases/manuscripts). Rules are those of
its scorer: spans match from half of their union on, one to one; records with verdict "ignore"
count neither way; what is found without marks is not counted here. Quotations inside others are
words of the source and no predictions.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from bench.cases import SHARED
from provtrack.importers import read_publication
from provtrack.model.publication import Publication
from provtrack.model.quotation import DeclaredKind, Quotation
from provtrack.quotations import find

QUOTES = SHARED / "bench" / "quotes"
MANUSCRIPTS = SHARED / "cases" / "manuscripts"
HALF = 0.5

PATTERN = re.compile(r'"([^"]+)"|“([^”]+)”|(?<!\w)‘((?:[^’]|’(?=\w))+)’|^((?:> [^\n]*\n?)+)', re.M)
SHORTEST = 12  # code points; the plain pattern takes shorter ones for scare quotes

Spans: TypeAlias = list[tuple[int, int]]
Finder: TypeAlias = Callable[[Publication], Spans]


@dataclass(slots=True)
class Tally:
    """Right, wrong and missed, and the missed by place and marks."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    groups: defaultdict[tuple[str, str], Counter[str]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    details: list[str] = field(default_factory=list)

    def figures(self) -> str:
        """Precision, recall and F1 in one line."""
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        counts = f"{self.right} right, {self.wrong} wrong, {self.missed} missed"
        return f"P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}   {counts}"


def rules(publication: Publication) -> Spans:
    """Spans as the program finds them."""
    return [(one.span.start, one.span.end) for one in quoted(publication)]


def quoted(publication: Publication) -> list[Quotation]:
    """Quotations of a source that lie in no other."""
    return [one for one in find(publication) if one.outer is None and not one.ignored]


def pattern(publication: Publication) -> Spans:
    """Spans as one plain pattern finds them."""
    spans = []
    for match in PATTERN.finditer(publication.text):
        start, end = match.span(match.lastindex or 0)
        start += 2 * (match.lastindex == 4)
        if end - start >= SHORTEST:
            spans.append((start, end))
    return spans


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Common part of two spans over their union."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    if common <= 0:
        return 0.0
    return common / (one[1] - one[0] + other[1] - other[0] - common)


def count(gold: Sequence[dict], spans: Spans, text: str, tally: Tally) -> None:  # type: ignore[type-arg]
    """Add one manuscript to the tally."""
    at = [(record["start"], record["end"]) for record in gold]
    candidates = sorted(
        (
            (-overlap(place, span), number, found)
            for number, place in enumerate(at)
            for found, span in enumerate(spans)
            if place[0] < span[1] and span[0] < place[1]
        ),
    )
    matched: dict[int, int] = {}
    for likeness, number, found in candidates:
        if -likeness >= HALF and number not in matched and found not in matched.values():
            matched[number] = found
    excused = [at[n] for n, one in enumerate(gold) if is_excused(one)]
    for found, span in enumerate(spans):
        if found in matched.values() or any(overlap(place, span) for place in excused):
            continue
        tally.wrong += 1
        tally.details.append(f"wrong: {text[span[0] : span[1]]!r}")
    for number, record in enumerate(gold):
        if is_excused(record):
            continue
        is_right = number in matched
        tally.right += is_right
        tally.missed += not is_right
        tally.groups[record["place"], record["marks"]]["right" if is_right else "missed"] += 1
        if not is_right:
            tally.details.append(f"missed: {record['id']} {text[slice(*at[number])]!r}")


def is_excused(record: dict) -> bool:  # type: ignore[type-arg]
    """Whether a record counts neither way: no quotation, or one without marks."""
    return record["verdict"] == "ignore" or record["place"] == "unmarked"


def measure_spans(finder: Finder) -> Tally:
    """Measure a finder over all manuscripts with offsets."""
    gold = defaultdict(list)
    for line in (QUOTES / "gold.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        gold[record["manuscript"]].append(record)
    tally = Tally()
    for name in sorted(gold):
        publication = read_publication(QUOTES / "manuscripts" / name)
        count(gold[name], finder(publication), publication.text, tally)
    return tally


def plain(text: str) -> str:
    """Words only, to compare texts whose signs were set differently."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def parts(publication: Publication, one: Quotation) -> list[str]:
    """The words of a quotation, cut where a reporting clause interrupts it."""
    pieces, position = [], one.span.start
    for edit in one.declared:
        if edit.kind is DeclaredKind.INTERRUPTION:
            pieces.append(publication.text[position : edit.span.start])
            position = edit.span.end
    if not pieces:
        return [one.text]
    return [*pieces, publication.text[position : one.span.end]]


def rule_texts(publication: Publication) -> list[str]:
    """Texts as the program finds them."""
    return [part for one in quoted(publication) for part in parts(publication, one)]


def pattern_texts(publication: Publication) -> list[str]:
    """Texts as the plain pattern finds them."""
    return [publication.text[start:end] for start, end in pattern(publication)]


def measure_texts(finder: Callable[[Publication], list[str]]) -> Tally:
    """Measure a finder over the manuscripts whose gold has no offsets."""
    tally = Tally()
    for path in sorted(MANUSCRIPTS.glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        publication = read_publication(MANUSCRIPTS / gold["manuscript"])
        wanted = Counter(plain(one["text"]) for one in gold["quotations"])
        found = Counter(plain(one) for one in finder(publication))
        tally.right += (wanted & found).total()
        tally.wrong += (found - wanted).total()
        tally.missed += (wanted - found).total()
        tally.details += [f"missed: {one}" for one in wanted - found]
        tally.details += [f"wrong: {one}" for one in found - wanted]
    return tally


def print_tally(name: str, tally: Tally, *, with_details: bool) -> None:
    """Print the figures of one finder."""
    print(f"{name:<14}{tally.figures()}")
    for (place, marks), counts in sorted(tally.groups.items()):
        print(f"    {place:<10}{marks:<10}{counts['right']:>5} right {counts['missed']:>4} missed")
    for line in tally.details if with_details else ():
        print(f"  {line}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--details", action="store_true")
    options = parser.parse_args(arguments)
    print("Marked quotations, by place (bench/quotes)")
    print_tally("rules", measure_spans(rules), with_details=options.details)
    print_tally("pattern", measure_spans(pattern), with_details=False)
    print("Marked quotations, by their words (cases/manuscripts)")
    print_tally("rules", measure_texts(rule_texts), with_details=options.details)
    print_tally("pattern", measure_texts(pattern_texts), with_details=False)


if __name__ == "__main__":
    main()
