"""Time and memory of comparing two texts, beside peers, in the same run.

Texts of 1,000, 10,000 and 100,000 words with about 10 % of the words edited are generated with a
fixed seed; each measurement runs in a process of its own. provtrack is measured end to end:
paragraphs aligned, compared word by word, every change classified. The peers only find words
removed and inserted. Usage: ``python bench/compare.py [--words 1000,10000] [--limit SECONDS]``.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

SIZES = (1_000, 10_000, 100_000)
ROOT = Path(__file__).resolve().parents[1]
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


def run_provtrack(base: str, witness: str) -> dict[str, float]:
    """Align, compare and classify; gives the time of each step and the number of changes."""
    import hashlib

    from provtrack.aligner import align
    from provtrack.collation import compare
    from provtrack.model.comparison import ComparedVersion
    from provtrack.text.paragraphs import paragraphs_of

    start = time.perf_counter()
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
    aligned = time.perf_counter()
    comparison = compare(*sides, alignment=alignment)
    end = time.perf_counter()
    changes = sum(len(bead.changes) for bead in comparison.beads)
    return {
        "seconds": end - start,
        "align": aligned - start,
        "compare": end - aligned,
        "hunks": changes,
    }


def run_redlines(base: str, witness: str) -> dict[str, float]:
    """Run redlines (word diff on difflib)."""
    from redlines import Redlines

    start = time.perf_counter()
    opcodes = Redlines(base, witness).opcodes
    return {"seconds": time.perf_counter() - start, "hunks": sum(o[0] != "equal" for o in opcodes)}


def run_difflib(base: str, witness: str) -> dict[str, float]:
    """Run difflib's SequenceMatcher on words, as it is by default."""
    from difflib import SequenceMatcher

    start = time.perf_counter()
    opcodes = SequenceMatcher(None, base.split(), witness.split()).get_opcodes()
    return {"seconds": time.perf_counter() - start, "hunks": sum(o[0] != "equal" for o in opcodes)}


def run_diff_match_patch(base: str, witness: str) -> dict[str, float]:
    """Run diff-match-patch on words (one character a word), without its time limit."""
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    start = time.perf_counter()
    numbers: dict[str, str] = {}
    rows = [
        "".join(numbers.setdefault(word, chr(0x100 + len(numbers))) for word in text.split())
        for text in (base, witness)
    ]
    steps = engine.diff_main(rows[0], rows[1], False)
    return {"seconds": time.perf_counter() - start, "hunks": sum(op != 0 for op, _ in steps)}


RUNNERS: dict[str, Callable[[str, str], dict[str, float]]] = {
    "provtrack": run_provtrack,
    "redlines": run_redlines,
    "difflib": run_difflib,
    "diff-match-patch": run_diff_match_patch,
}


def measure(name: str, size: int, limit: float) -> dict[str, float] | None:
    """Run one tool on one size in a process of its own; None where the limit was passed."""
    command = [sys.executable, __file__, "--run", name, "--words", str(size)]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=limit, check=False, cwd=ROOT
        )
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        raise SystemExit(f"{name} failed: {done.stderr.strip().splitlines()[-1]}")
    result: dict[str, float] = json.loads(done.stdout)
    return result


def table(sizes: list[int], limit: float) -> None:
    """Print one row a tool and size, and how the time grows from size to size."""
    print(f"{'tool':18}{'words':>9}{'seconds':>10}{'MB':>7}{'hunks':>8}{'growth':>8}")
    for name in RUNNERS:
        last: float | None = None
        for size in sizes:
            result = measure(name, size, limit)
            if result is None:
                print(f"{name:18}{size:9,}{f'> {limit:.0f} s':>10}")
                break
            seconds = result["seconds"]
            growth = f"x{seconds / last:.1f}" if last else ""
            parts = "".join(
                f"  {part} {result[part]:.2f} s" for part in ("align", "compare") if part in result
            )
            print(
                f"{name:18}{size:9,}{seconds:10.3f}{result['memory']:7.0f}"
                f"{result['hunks']:8,.0f}{growth:>8}{parts}"
            )
            last = seconds


def main() -> None:
    """Measure, or be one measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", default=",".join(map(str, SIZES)), help="sizes, with commas")
    parser.add_argument("--limit", type=float, default=60, help="seconds each tool may take")
    parser.add_argument("--run", choices=RUNNERS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    sizes = [int(size) for size in options.words.split(",")]
    if options.run:
        result = RUNNERS[options.run](*texts(sizes[0]))
        result["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(result))
    else:
        table(sizes, options.limit)


if __name__ == "__main__":
    main()
