"""Time and memory of collating several versions, beside CollateX, in the same run.

A base and its witnesses are generated with a fixed seed; each witness has about 10 % of the base's
words edited, another 10 % than the others. provtrack aligns the paragraphs of each witness with the
base, compares them word by word and classifies every change. CollateX lays the words of all
versions in one table, without classes; it is given each size up to the first it does not finish.

    python bench/collate_speed.py [--versions 4] [--words 250,500,2000] [--limit SECONDS] [--runs N]
"""

import argparse
import hashlib
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.compare import SEED, edited, texts, vocabulary
from bench.measuring import Figures, answer, clocks, exponent, measure, since

SIZES = (100, 250, 500, 1_000, 2_000)


def versions(size: int, count: int) -> list[str]:
    """Make a base of about `size` words and its witnesses."""
    base, _ = texts(size)
    words = vocabulary(random.Random(SEED))
    made = [base]
    for number in range(1, count):
        draw = random.Random(SEED + number)
        paragraphs = (edited(paragraph.split(" "), draw, words) for paragraph in base.split("\n\n"))
        made.append("\n\n".join(" ".join(paragraph) for paragraph in paragraphs))
    return made


def run_provtrack(made: Sequence[str]) -> Figures:
    """Collate the witnesses with the first version."""
    from provtrack.collation import collate
    from provtrack.model.comparison import ComparedVersion
    from provtrack.text.paragraphs import paragraphs_of

    start = clocks()
    compared = [
        ComparedVersion(
            name=f"W{number}",
            language="en",
            text_sha256=hashlib.sha256(text.encode()).hexdigest(),
            paragraphs=tuple(paragraph.text for paragraph in paragraphs_of(text)),
        )
        for number, text in enumerate(made)
    ]
    collation = collate(compared[0], compared[1:])
    taken = since(start)
    changes = sum(len(bead.changes) for one in collation.witnesses for bead in one.beads)
    return {**taken, "places": changes}


def run_collatex(made: Sequence[str]) -> Figures:
    """Lay the words of all versions in one table."""
    import collatex

    start = clocks()
    collation = collatex.Collation()
    for number, text in enumerate(made):
        collation.add_plain_witness(f"W{number}", text)
    aligned = collatex.collate(collation, segmentation=False)
    return {
        **since(start),
        "places": sum(column.variant for column in aligned.columns),
    }


RUNNERS: dict[str, Callable[[Sequence[str]], Figures]] = {
    "provtrack": run_provtrack,
    "CollateX": run_collatex,
}


def table(count: int, sizes: Sequence[int], limit: float, runs: int) -> None:
    """Print one row a tool and size."""
    print(
        f"{'tool':10}{'versions':>9}{'words':>8}{'seconds':>10}{'CPU s':>9}{'MB':>6}{'places':>8}"
        f"{'growth':>8}   (median of {runs}; above 5 s one run)"
    )
    for name in RUNNERS:
        last: tuple[int, float] | None = None
        for size in sizes:
            arguments = ["--run", name, "--words", str(size), "--versions", str(count)]
            result = measure(__file__, arguments, limit=limit, runs=runs)
            if result is None:
                print(f"{name:10}{count:9}{size:8,}{f'> {limit:.0f}':>10}   cut off", flush=True)
                break
            seconds = result["seconds"]
            print(
                f"{name:10}{count:9}{size:8,}{seconds:10.3f}{result['cpu']:9.3f}"
                f"{result['memory']:6.0f}{result['places']:8,.0f}"
                f"{exponent(size, result['cpu'], last):>8}",
                flush=True,
            )
            last = size, result["cpu"]


def main() -> None:
    """Measure, or be one measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--versions", type=int, default=4, help="how many, the base among them")
    parser.add_argument("--words", default=",".join(map(str, SIZES)), help="sizes, with commas")
    parser.add_argument("--limit", type=float, default=30, help="seconds each tool may take")
    parser.add_argument("--runs", type=int, default=5, help="how often each is measured")
    parser.add_argument("--run", choices=RUNNERS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    sizes = [int(size) for size in options.words.split(",")]
    if options.run:
        made = versions(sizes[0], options.versions)
        answer(lambda: RUNNERS[options.run](made))
    else:
        table(options.versions, sizes, options.limit, options.runs)


if __name__ == "__main__":
    main()
