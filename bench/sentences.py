"""Measure the alignment of sentences inside beads of paragraphs that are known; print one table.

    python -m bench.sentences [--shared FOLDER] [--cases NAME ...]

Paragraphs are made of the benchmark's sentence cases (and its verses) by grouping beads of the gold
that follow each other, so that every paragraph bead is right; the units are those of the gold, so
that no splitter is measured. Strict, lax and null are the F1 of ``score_align.py``; seconds of wall
time and megabytes of the whole process. Beside them Gale and Church on the same groups. At the end:
how well confidences are kept.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.align import _print_calibration as print_calibration
from bench.align_cases import SHARED, Case, bench_cases, scorer
from bench.baselines import Bead, gale_church

SIZES = (3, 5, 2, 7, 4, 1, 12)  # gold beads in a paragraph, over and over
HEADINGS = ("case", "units", "beads", "strict", "lax", "null", "s", "MB", "GC strict", "GC lax")
Row = dict[str, object]


def main(arguments: Sequence[str]) -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument(
        "--cases", nargs="*", default=["parice", "textberg", "en-en-m6", "ru-en-m4"]
    )
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if not (options.shared / "bench/align").is_dir():
        raise SystemExit(f"no alignment cases in {options.shared}; name the folder with --shared")
    cases = {case.name: case for case in bench_cases(options.shared)}
    if options.one:
        print(json.dumps(measure(cases[options.one], options.shared)))
        return
    rows = []
    print(_line(HEADINGS))
    for name in cases:
        if any(name.startswith(start) for start in options.cases):
            rows.append(_in_own_process(name, options.shared))
            print(_line([_cell(rows[-1], heading) for heading in HEADINGS]), flush=True)
    print_calibration([tuple(pair) for row in rows for pair in row["sure"]])


def _in_own_process(name: str, shared: Path) -> Row:
    command = [sys.executable, str(Path(__file__).resolve()), "--shared", str(shared)]
    done = subprocess.run([*command, "--one", name], check=True, capture_output=True, text=True)
    row: Row = json.loads(done.stdout)
    return row


def measure(case: Case, shared: Path) -> Row:
    """Align the units of one case inside paragraphs made of its gold, and score them."""
    from provtrack.aligner.sentencing import align_inside
    from provtrack.text.languages import share_language

    score = scorer(shared)
    gold = score.read(case.gold)
    places = _paragraphs(gold)
    groups = [
        ([case.base[i] for i in base], [case.witness[j] for j in witness])
        for base, witness in places
    ]
    started = time.perf_counter()
    found = align_inside(groups, share_language=share_language(*case.languages))
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sure = [
        (_placed(piece, place), confidence)
        for inside, place in zip(found, places, strict=True)
        for piece, confidence, _ in inside
    ]
    ours = score.score(gold, [bead for bead, _ in sure])
    rival = score.score(gold, _by_lengths(groups, places))
    return {
        "case": case.name,
        "units": f"{len(case.base)} x {len(case.witness)}",
        "beads": len(places),
        **{name: ours[name]["f1"] for name in ("strict", "lax", "null") if name in ours},
        "s": seconds,
        "MB": memory,
        "GC strict": rival["strict"]["f1"],
        "GC lax": rival["lax"]["f1"],
        "sure": _sure(gold, sure),
    }


def _paragraphs(gold: Sequence[Bead]) -> list[Bead]:
    """Group beads that follow each other; each group has units on both sides."""
    groups: list[Bead] = []
    sizes = cycle(SIZES)
    left = 0
    for base, witness in gold:
        if left <= 0 and (not groups or all(groups[-1])):
            groups.append(((), ()))
            left = next(sizes)
        left -= 1
        groups[-1] = (groups[-1][0] + tuple(base), groups[-1][1] + tuple(witness))
    if len(groups) > 1 and not all(groups[-1]):
        last = groups.pop()
        groups[-1] = (groups[-1][0] + last[0], groups[-1][1] + last[1])
    return [(tuple(sorted(base)), tuple(sorted(witness))) for base, witness in groups]


def _placed(piece: Bead, place: Bead) -> Bead:
    """Number the units of a bead as the whole case does."""
    return tuple(place[0][i] for i in piece[0]), tuple(place[1][j] for j in piece[1])


def _by_lengths(
    groups: Sequence[tuple[Sequence[str], Sequence[str]]], places: Sequence[Bead]
) -> list[Bead]:
    return [
        _placed(piece, place)
        for (base, witness), place in zip(groups, places, strict=True)
        for piece in gale_church(base, witness)
    ]


def _sure(
    gold: Sequence[Bead], beads: Sequence[tuple[Bead, float]]
) -> list[tuple[float, bool, bool]]:
    """Give for each bead its confidence, whether it is right, and whether it has both sides."""
    right = {(tuple(base), tuple(witness)) for base, witness in gold}
    matched = {("base", i) for base, witness in gold if witness for i in base}
    matched |= {("witness", j) for base, witness in gold if base for j in witness}
    found = []
    for (base, witness), confidence in beads:
        both = bool(base and witness)
        units = {("base", i) for i in base} | {("witness", j) for j in witness}
        is_right = (base, witness) in right if both else not matched & units
        found.append((confidence, is_right, both))
    return found


def _cell(row: Row, heading: str) -> str:
    value = row.get(heading)
    if value is None or isinstance(value, str):
        return value or "-"
    if heading in ("beads", "MB"):
        return f"{value:.0f}"
    return f"{value:.{2 if heading == 's' else 3}f}"


def _line(cells: Sequence[str]) -> str:
    widths = [24, 13, *([7] * 6), 10, 7]
    return " ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


if __name__ == "__main__":
    main(sys.argv[1:])
