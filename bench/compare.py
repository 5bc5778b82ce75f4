"""Time and memory of comparing two texts, beside peers, in the same run.

Texts of 1,000, 10,000 and 100,000 words with about 10 % of the words edited are generated with a
fixed seed; each measurement runs in a process of its own. provtrack is measured end to end:
paragraphs aligned, compared word by word, every change classified. The peers only find words
removed and inserted; what takes longer than the limit is cut off. Growth is the power of the size
with which the time grew.

    python bench/compare.py [--words 1000,10000] [--limit SECONDS] [--runs N]
"""

import argparse
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.measuring import Figures, answer, clocks, exponent, measure, since

SIZES = (1_000, 10_000, 100_000)
EDITED = 0.10
SEED = 7
SYLLABLES = ("ka", "lo", "min", "ter", "ras", "vel", "ton", "dor", "ie", "san", "pol", "gar", "men")
LIGHT = ("the", "of", "and", "to", "in", "that", "was", "he", "his", "for", "with", "not", "by")
NAMES = ("Zhou", "Nehru", "Gromyko", "Delhi", "Ladakh", "Moscow", "Geneva", "Vienna", "Belgrade")


def vocabulary(draw: random.Random) -> list[str]:
    """Make 6,000 words of two to four syllables; the first ones are drawn most often."""
    words = {"".join(draw.choices(SYLLABLES, k=draw.randint(2, 4))) for _ in range(9_000)}
    return sorted(words, key=lambda word: (len(word), word))[:6_000]


def sentence(draw: random.Random, words: list[str]) -> list[str]:
    """Make a sentence of 8 to 30 words, nearly half of them light, some names and figures."""
    made = []
    for _ in range(draw.randint(8, 30)):
        chance = draw.random()
        if chance < 0.45:
            made.append(draw.choice(LIGHT))
        elif chance < 0.48:
            made.append(draw.choice(NAMES))
        elif chance < 0.50:
            made.append(f"{draw.randint(2, 40_000):,}")
        else:
            made.append(words[min(int(draw.paretovariate(0.6)), len(words) - 1)])
        if draw.random() < 0.07:
            made[-1] += ","
    made[0] = made[0].capitalize()
    made[-1] = made[-1].rstrip(",") + "."
    return made


def edited(paragraph: list[str], draw: random.Random, words: list[str]) -> list[str]:
    """Edit a tenth of the words in short runs: 60 % substituted, 20 % left out, 20 % added."""
    result: list[str] = []
    at = 0
    while at < len(paragraph):
        if draw.random() < EDITED / 1.5:
            run = draw.choice((1, 1, 2))
            chance = draw.random()
            if chance < 0.8:
                at += run
            if chance < 0.6 or chance >= 0.8:
                result += [draw.choice(words) for _ in range(run)]
        else:
            result.append(paragraph[at])
            at += 1
    return result or ["None."]


def texts(size: int) -> tuple[str, str]:
    """Make a base of about `size` words in paragraphs of 20 to 180 words, and its witness."""
    draw = random.Random(SEED)
    words = vocabulary(draw)
    base, witness, count = [], [], 0
    while count < size:
        paragraph: list[str] = []
        for _ in range(draw.randint(1, 9)):
            paragraph += sentence(draw, words)
        count += len(paragraph)
        base.append(" ".join(paragraph))
        witness.append(" ".join(edited(paragraph, draw, words)))
    return "\n\n".join(base), "\n\n".join(witness)


def run_provtrack(base: str, witness: str) -> Figures:
    """Align, compare and classify; gives the time of each step and the number of changes."""
    import hashlib

    from provtrack.aligner import align
    from provtrack.collation import compare
    from provtrack.model.comparison import ComparedVersion
    from provtrack.text.paragraphs import paragraphs_of

    start = clocks()
    sides = [
        ComparedVersion(
            name=name,
            language="en",
            text_sha256=hashlib.sha256(text.encode()).hexdigest(),
            paragraphs=tuple(paragraph.text for paragraph in paragraphs_of(text)),
        )
        for name, text in (("A", base), ("B", witness))
    ]
    alignment = align(
        sides[0].paragraphs, sides[1].paragraphs, base_language="en", witness_language="en"
    )
    aligned = since(start)
    comparison = compare(*sides, alignment=alignment)
    whole = since(start)
    return {
        **whole,
        "align": aligned["cpu"],
        "compare": whole["cpu"] - aligned["cpu"],
        "hunks": sum(len(bead.changes) for bead in comparison.beads),
    }


def run_redlines(base: str, witness: str) -> Figures:
    """Run redlines (word diff on difflib)."""
    from redlines import Redlines

    start = clocks()
    opcodes = Redlines(base, witness).opcodes
    return {**since(start), "hunks": sum(o[0] != "equal" for o in opcodes)}


def run_difflib(base: str, witness: str) -> Figures:
    """Run difflib's SequenceMatcher on words, as it is by default."""
    from difflib import SequenceMatcher

    start = clocks()
    opcodes = SequenceMatcher(None, base.split(), witness.split()).get_opcodes()
    return {**since(start), "hunks": sum(o[0] != "equal" for o in opcodes)}


def run_diff_match_patch(base: str, witness: str) -> Figures:
    """Run diff-match-patch on words (one character a word), without its time limit."""
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    start = clocks()
    steps = engine.diff_main(*_characters_for_words(base, witness), False)
    return {**since(start), "hunks": sum(op != 0 for op, _ in steps)}


def run_fast_diff_match_patch(base: str, witness: str) -> Figures:
    """Run the same in C++ (fast-diff-match-patch), without its time limit."""
    from fast_diff_match_patch import diff

    start = clocks()
    steps = diff(*_characters_for_words(base, witness), timelimit=0, cleanup="No")
    return {**since(start), "hunks": sum(op != "=" for op, _ in steps)}


def _characters_for_words(base: str, witness: str) -> list[str]:
    """Write one character for each word, the same for the same word."""
    numbers: dict[str, str] = {}
    return [
        "".join(numbers.setdefault(word, chr(0x100 + len(numbers))) for word in text.split())
        for text in (base, witness)
    ]


RUNNERS: dict[str, Callable[[str, str], Figures]] = {
    "provtrack": run_provtrack,
    "redlines": run_redlines,
    "difflib": run_difflib,
    "diff-match-patch": run_diff_match_patch,
    "fast-diff-match-patch": run_fast_diff_match_patch,
}


def table(sizes: Sequence[int], limit: float, runs: int) -> None:
    """Print one row a tool and size."""
    print(
        f"{'tool':22}{'words':>9}{'seconds':>10}{'CPU s':>9}{'MB':>7}{'hunks':>8}{'growth':>9}"
        f"   (median of {runs}; above 5 s one run)"
    )
    for name in RUNNERS:
        last: tuple[int, float] | None = None
        for size in sizes:
            arguments = ["--run", name, "--words", str(size)]
            result = measure(__file__, arguments, limit=limit, runs=runs)
            if result is None:
                print(f"{name:22}{size:9,}{f'> {limit:.0f}':>10}   cut off", flush=True)
                break
            seconds = result["seconds"]
            parts = "".join(
                f"   {part} {result[part]:.2f} s" for part in ("align", "compare") if part in result
            )
            print(
                f"{name:22}{size:9,}{seconds:10.3f}{result['cpu']:9.3f}{result['memory']:7.0f}"
                f"{result['hunks']:8,.0f}{exponent(size, result['cpu'], last):>9}{parts}",
                flush=True,
            )
            last = size, result["cpu"]


def main() -> None:
    """Measure, or be one measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", default=",".join(map(str, SIZES)), help="sizes, with commas")
    parser.add_argument("--limit", type=float, default=30, help="seconds each tool may take")
    parser.add_argument("--runs", type=int, default=3, help="how often each is measured")
    parser.add_argument("--run", choices=RUNNERS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    sizes = [int(size) for size in options.words.split(",")]
    if options.run:
        made = texts(sizes[0])
        answer(lambda: RUNNERS[options.run](*made))
    else:
        table(sizes, options.limit, options.runs)


if __name__ == "__main__":
    main()
