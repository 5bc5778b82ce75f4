"""Measure how the aligner's time and memory grow, and how fast one pin is answered.

    python -m bench.align_scale [--shared FOLDER] [--sizes N ...] [--cases NAME ...] [--no-pins]

Cases of 300 to 30,000 paragraphs are made from those of 3,000 (`scaled_cases`). Each is aligned in
a process of its own: seconds by the clock and of all cores, peak megabytes of the process, strict
and lax F1, and the exponents with which time (of all cores) and memory (above what the process
held before) have grown since the size before: 1 is in proportion, 2 with the square.

Then, at 3,000, single beads that are wrong are pinned right, one at a time, and `realign` is timed:
seconds, and how many beads differ from those before.
"""

import argparse
import json
import math
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.align_cases import SHARED, Case, bench_cases, scorer
from bench.baselines import Bead
from bench.scaled_cases import scaled

CASES = ("en-en-l1", "ru-en-l1")
SIZES = (300, 1_000, 3_000, 10_000, 30_000)
BUDGETS = {  # seconds in one and two languages, megabytes (DESIGN §8)
    3_000: (6.0, 20.0, 400.0),
    30_000: (180.0, 180.0, 1_500.0),
}
PINS = 20
PIN_BUDGET_S = 0.3
HEADINGS = (
    "case", "paragraphs", "seconds", "CPU s", "MB", "strict", "lax", "time ^", "memory ^", "budget",
)  # fmt: skip
WIDTHS = (10, 16, 9, 8, 7, 7, 7, 7, 9, 16)
Row = dict[str, float | str]


def main(arguments: Sequence[str]) -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="base paragraphs")
    parser.add_argument("--cases", nargs="*", default=CASES)
    parser.add_argument("--no-pins", action="store_true")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if not (options.shared / "bench/align").is_dir():
        raise SystemExit(f"no alignment cases in {options.shared}; name the folder with --shared")
    if options.one:
        name, what = options.one
        case = next(one for one in bench_cases(options.shared) if one.name == name)
        found = pinned(case, options.shared) if what == "pins" else None
        print(json.dumps(found or measured(case, options.shared, int(what))))
        return
    print(_line(HEADINGS))
    for name in options.cases:
        _print_curve(name, options)
    for name in [] if options.no_pins else options.cases:
        _print_pins(_in_own_process(name, "pins", options))


def _print_curve(name: str, options: argparse.Namespace) -> None:
    """Print a line for each size of one case."""
    before: Row | None = None
    for size in sorted(options.sizes):
        row = _in_own_process(name, str(size), options)
        print(_line(_cells(row, before, size)), flush=True)
        before = row
    print()


def _in_own_process(name: str, what: str, options: argparse.Namespace) -> Row:
    command = [sys.executable, str(Path(__file__).resolve()), "--shared", str(options.shared)]
    done = subprocess.run(
        [*command, "--one", name, what], check=True, stdout=subprocess.PIPE, text=True
    )
    row: Row = json.loads(done.stdout)
    return row


def measured(case: Case, shared: Path, size: int) -> Row:
    """Align a case of so many paragraphs."""
    from provtrack.aligner import align

    score = scorer(shared)
    made = scaled(case, score.read(case.gold), size)
    held, clock, worked = _peak(), time.perf_counter(), time.process_time()
    alignment = align(
        made.base,
        made.witness,
        base_language=case.languages[0],
        witness_language=case.languages[1],
    )
    seconds, worked = time.perf_counter() - clock, time.process_time() - worked
    peak = _peak()
    found = score.score(made.gold, [(bead.base, bead.witness) for bead in alignment.beads])
    return {
        "case": case.name,
        "paragraphs": f"{len(made.base):,} x {len(made.witness):,}",
        "size": float(len(made.base)),
        "languages": float(len(set(case.languages))),
        "seconds": seconds,
        "CPU s": worked,
        "MB": peak,
        "MB taken": peak - held,
        "strict": found["strict"]["f1"],
        "lax": found["lax"]["f1"],
    }


def _peak() -> float:
    """Most megabytes this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def pinned(case: Case, shared: Path) -> Row:
    """Pin wrong beads of an alignment right, each by itself, and time what follows."""
    from provtrack.aligner import align, realign
    from provtrack.aligner.binding import pinned_paragraph
    from provtrack.model.alignment import Pin
    from provtrack.model.names import PinKind

    languages = {"base_language": case.languages[0], "witness_language": case.languages[1]}
    before = align(case.base, case.witness, **languages)
    gold = [bead for bead in scorer(shared).read(case.gold) if all(bead)]
    old = {(bead.base, bead.witness) for bead in before.beads}
    times, worked, changes, gained, lost = [], [], [], 0, 0
    for wanted in _spread([bead for bead in gold if bead not in old]):
        pin = Pin(
            kind=PinKind.MUST_LINK,
            base=tuple(pinned_paragraph(case.base, k) for k in wanted[0]),
            witness=tuple(pinned_paragraph(case.witness, k) for k in wanted[1]),
            by="Bench",
            when="2024-05-31T09:15:00Z",
            reason="So it stands in the gold.",
        )
        clock, cores = time.perf_counter(), time.process_time()
        after = realign(before, case.base, case.witness, **languages, pins=(pin,), changed=pin)
        times.append(time.perf_counter() - clock)
        worked.append(time.process_time() - cores)
        new = {(bead.base, bead.witness) for bead in after.beads}
        changes.append(len(new - old))
        gained += len((new - old - {wanted}) & set(gold))
        lost += len((old - new) & set(gold))
    return {
        "case": case.name,
        "pins": float(len(times)),
        "median": statistics.median(times),
        "worst": max(times),
        "median CPU": statistics.median(worked),
        "worst CPU": max(worked),
        "changed": statistics.mean(changes),
        "most changed": float(max(changes)),
        "gained": float(gained),
        "lost": float(lost),
    }


def _spread(beads: Sequence[Bead]) -> Iterator[Bead]:
    """Take `PINS` beads from the whole length of the text."""
    if not beads:
        raise SystemExit("no bead is wrong: nothing to pin")
    count = min(PINS, len(beads))
    for k in range(count):
        yield beads[k * len(beads) // count]


def _cells(row: Row, before: Row | None, size: int) -> list[str]:
    """Write one line of the curve."""
    cells = [str(row["case"]), str(row["paragraphs"])]
    for name, width in (("seconds", 2), ("CPU s", 2), ("MB", 0), ("strict", 3), ("lax", 3)):
        cells.append(f"{row[name]:.{width}f}")
    for name in ("CPU s", "MB taken"):
        cells.append(f"{_exponent(row, before, name):.2f}" if before else "-")
    if size in BUDGETS:
        one, two, megabytes = BUDGETS[size]
        cells.append(f"{one if row['languages'] == 1 else two:.0f} s, {megabytes:.0f} MB")
    return [*cells, *[""] * (len(HEADINGS) - len(cells))]


def _exponent(row: Row, before: Row, name: str) -> float:
    """Tell with which power of the size something has grown."""
    sizes = float(row["size"]) / float(before["size"])
    return math.log(max(float(row[name]), 1e-3) / max(float(before[name]), 1e-3)) / math.log(sizes)


def _print_pins(row: Row) -> None:
    print(
        f"{row['case']}: {row['pins']:.0f} wrong beads pinned right, one at a time: "
        f"median {row['median']:.3f} s, worst {row['worst']:.3f} s (budget {PIN_BUDGET_S} s), "
        f"of all cores {row['median CPU']:.3f} and {row['worst CPU']:.3f} s; "
        f"{row['changed']:.1f} beads changed on average, {row['most changed']:.0f} at most; "
        f"beside the pins {row['gained']:.0f} set right, {row['lost']:.0f} set wrong",
        flush=True,
    )


def _line(cells: Sequence[str]) -> str:
    pairs = zip(cells, WIDTHS, strict=True)
    return " ".join(cell.ljust(width) for cell, width in pairs).rstrip()


if __name__ == "__main__":
    main(sys.argv[1:])
