"""Measure the finding of quotations where the same manuscripts are set in other marks, or damaged.

    python -m bench.quotation_marks

The marks of bench/quotes are replaced by those of other countries and typewriters, curly
apostrophes by straight ones; then one mark in thirty is lost, or stray signs and misread letters
are put into the quotations (seeded). Beside it the plain pattern of `bench.quotations`.
"""

import json
import random
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from bench.quotations import QUOTES, Finder, Tally, count, pattern, rules
from provtrack.importers import read_publication_content

MARKS = {
    "straight": ('"', '"'), "curly": ("“", "”"), "single": ("'", "'"), "curly single": ("‘", "’"),
    "French": ("«", "»"), "French, spaced": ("« ", " »"), "inverted": ("»", "«"),
    "German": ("„", "“"), "Polish": ("„", "”"), "Swedish": ("”", "”"), "Finnish": ("»", "»"),
    "LaTeX": ("``", "''"), "LaTeX single": ("`", "'"), "doubled": ("‘‘", "’’"),
    "typed German": (",,", '"'), "typed French": ("<<", ">>"), "corner": ("「", "」"),
}  # fmt: skip
DAMAGES = ("none", "lost closing", "lost opening", "stray signs", "misread letters")
DAMAGED_MARKS = ("straight", "curly", "single", "curly single", "French", "LaTeX", "German")
LOST, STRAY, MISREAD = 0.03, 0.05, 0.01

Record = dict[str, Any]
Change = tuple[int, int, str]


def applied(text: str, gold: list[Record], changes: list[Change]) -> tuple[str, list[Record]]:
    """Replace parts of a text, and move the spans of the gold with it."""
    pieces, position, done = [], 0, []
    for start, end, words in sorted(changes):
        if start >= position:
            pieces += [text[position:start], words]
            done.append((start, end, len(words)))
            position = end
    pieces.append(text[position:])

    def moved(place: int) -> int:
        return place + sum(n - (end - start) for start, end, n in done if start < place >= end)

    return "".join(pieces), [
        {**one, "start": moved(one["start"]), "end": moved(one["end"])} for one in gold
    ]


def set_in(marks: tuple[str, str], gold: list[Record]) -> Iterator[Change]:
    """Replace the marks around each quotation."""
    for one in gold:
        if one["marks"] != "none":
            yield one["start"] - 1, one["start"], marks[0]
            yield one["end"], one["end"] + 1, marks[1]


def damages(how: str, gold: list[Record], text: str, chance: random.Random) -> Iterator[Change]:
    """Damage the marks or the words of quotations."""
    for one in (one for one in gold if one["marks"] != "none"):
        start, end = one["start"], one["end"]
        if how == "lost closing" and chance.random() < LOST:
            yield end, end + 1, ""
        elif how == "lost opening" and chance.random() < LOST:
            yield start - 1, start, ""
        elif how == "stray signs" and chance.random() < STRAY:
            place = chance.randrange(start + 1, end)
            yield place, place, chance.choice("'\"`,’")
        elif how == "misread letters":
            for place in range(start + 1, end - 1):
                if text[place].isalpha() and chance.random() < MISREAD:
                    yield place, place + 1, chance.choice(["'", ".", "c", "", "l", "h", " "])


def measure(finder: Finder, marks: str, how: str) -> Tally:
    """Measure a finder over all manuscripts in some marks with some damage."""
    by_manuscript: defaultdict[str, list[Record]] = defaultdict(list)
    for line in (QUOTES / "gold.jsonl").read_text("utf-8").splitlines():
        record = json.loads(line)
        by_manuscript[record["manuscript"]].append(record)
    tally, chance = Tally(), random.Random(7)
    for name, gold in sorted(by_manuscript.items()):
        text = (QUOTES / "manuscripts" / name).read_text("utf-8")
        text, gold = applied(text, gold, list(set_in(MARKS[marks], gold)))
        text, gold = applied(text, gold, list(damages(how, gold, text, chance)))
        text = text.replace("’", "'") if marks in ("straight", "single", "LaTeX") else text
        count(gold, finder(read_publication_content(text.encode(), name)), text, tally)
    return tally


def main() -> None:
    """Print one line for each set of marks and damage."""
    for how in DAMAGES:
        for marks in MARKS if how == "none" else DAMAGED_MARKS:
            print(f"{how:<16}{marks:<16}rules    {measure(rules, marks, how).figures()}")
            print(f"{'':<32}pattern  {measure(pattern, marks, how).figures()}")


if __name__ == "__main__":
    main()
