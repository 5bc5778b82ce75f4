"""Measure the aligner on every case with gold, beside two baselines; print one table.

    python -m bench.align [--shared FOLDER] [--cases NAME ...] [--no-baselines] [--no-lexicon]
                          [--embedder NAME]

Each case runs in a process of its own, so that its time and peak memory are its own: seconds of
wall time for `align` alone, megabytes of the whole process. Figures are those of
``score_align.py`` (strict, lax, null: F1; moved: recall of moved beads). Where the gold is by
chapter only lax is printed. "ceiling" is the best strict figure of any aligner whose beads are
contiguous. At the end: means by kind of case, targets, how well confidences are kept, and what a
lexicon from another case in the same languages adds (`align_lexicon`).
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.align_cases import SHARED, Case, bench_cases, document_cases, scorer
from bench.align_summary import ceiling, counts, print_summary
from bench.baselines import Bead, gale_church, greedy

LARGE = 1000  # paragraphs; the baselines take minutes from here on
HEADINGS = (
    "case", "paragraphs", "strict", "lax", "null", "moved", "s", "MB", "ceiling",
    "GC strict", "GC lax", "greedy strict", "greedy lax",
)  # fmt: skip
Row = dict[str, object]


def main(arguments: Sequence[str]) -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--cases", nargs="*", default=[], help="names or beginnings of names")
    parser.add_argument("--no-baselines", action="store_true")
    parser.add_argument("--embedder", help="a plug-in that has a say")
    parser.add_argument("--no-lexicon", action="store_true", help="leave out the last section")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if not (options.shared / "bench/align").is_dir():
        raise SystemExit(f"no alignment cases in {options.shared}; name the folder with --shared")
    cases = {case.name: case for case in _cases(options.shared)}
    if options.one:
        case = cases[options.one]
        row = measure(
            case,
            options.shared,
            baselines=not options.no_baselines,
            embedder=options.embedder,
        )
        print(json.dumps(row))
        return
    wanted = [
        case
        for name, case in cases.items()
        if not options.cases or any(name.startswith(start) for start in options.cases)
    ]
    rows = []
    print(_line(HEADINGS))
    for case in wanted:
        rows.append(_in_own_process(case, options))
        print(_line(_cells(rows[-1])), flush=True)
    _print_means(rows)
    _print_calibration([pair for row in rows for pair in row["sure"]])
    print_summary(rows)
    if not options.no_lexicon:
        from bench.align_lexicon import print_with_lexicon  # the others need no aligner

        print_with_lexicon(list(cases.values()), [case.name for case in wanted], options.shared)


def _cases(shared: Path) -> Iterator[Case]:
    yield from bench_cases(shared)
    yield from document_cases(shared)


def _in_own_process(case: Case, options: argparse.Namespace) -> Row:
    command = [sys.executable, str(Path(__file__).resolve()), "--shared", str(options.shared)]
    command += ["--one", case.name, *(["--no-baselines"] if options.no_baselines else [])]
    command += ["--embedder", options.embedder] if options.embedder else []
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    row: Row = json.loads(done.stdout)
    return row


def measure(case: Case, shared: Path, *, baselines: bool, embedder: str | None = None) -> Row:
    """Align one case and score it."""
    from provtrack.aligner import align  # the baselines' processes need no aligner
    from provtrack.embedders import open_embedder
    from provtrack.text.languages import share_language

    chosen = open_embedder(embedder) if embedder else None
    started = time.perf_counter()
    alignment = align(
        case.base,
        case.witness,
        base_language=case.languages[0],
        witness_language=case.languages[1],
        embedder=chosen,
    )
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    score = scorer(shared)
    gold = score.read(case.gold)
    beads = [(bead.base, bead.witness) for bead in alignment.beads]
    scores = score.score(gold, beads)
    row: Row = {
        "case": case.name,
        "kind": case.kind,
        "one language": share_language(*case.languages),
        "paragraphs": f"{len(case.base)} x {len(case.witness)}",
        "s": seconds,
        "MB": memory,
        **_figures(scores, case, ""),
        **({"ceiling": ceiling(gold)} if case.is_strict else {}),
        "counts": counts(scores),
        "sure": _sure(gold, alignment.beads) if case.is_strict else [],
    }
    if baselines and max(len(case.base), len(case.witness)) <= LARGE:
        for name, rival in (("GC ", gale_church), ("greedy ", greedy)):
            row |= _figures(score.score(gold, rival(case.base, case.witness)), case, name)
    return row


def _figures(scores: dict[str, object], case: Case, prefix: str) -> Row:
    """Pick the figures of the table."""
    found: Row = {prefix + "lax": scores["lax"]["f1"]}
    if case.is_strict:
        found[prefix + "strict"] = scores["strict"]["f1"]
        if "null" in scores:
            found[prefix + "null"] = scores["null"]["f1"]
        if "moved_recall" in scores:
            found[prefix + "moved"] = scores["moved_recall"]
    return found


def _sure(gold: Sequence[Bead], beads: Sequence[object]) -> list[tuple[float, bool, bool]]:
    """Give for each bead its confidence, whether it is right, and whether it has both sides."""
    right = set(gold)
    matched = {("base", i) for base, witness in gold if witness for i in base}
    matched |= {("witness", j) for base, witness in gold if base for j in witness}
    found = []
    for bead in beads:
        both = bool(bead.base and bead.witness)
        places = [("base", i) for i in bead.base] + [("witness", j) for j in bead.witness]
        is_right = (bead.base, bead.witness) in right if both else not matched & set(places)
        found.append((bead.confidence, is_right, both))
    return found


def _cells(row: Row) -> list[str]:
    """Write one row."""
    cells = [str(row["case"]), str(row["paragraphs"])]
    for heading in HEADINGS[2:]:
        value = row.get(heading)
        width = {"s": 2, "MB": 0}.get(heading, 3)
        cells.append("-" if value is None else f"{value:.{width}f}")
    return cells


def _line(cells: Sequence[str]) -> str:
    widths = [44, 13, *([7] * 7), 10, 8, 14, 10]
    return " ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _print_means(rows: Sequence[Row]) -> None:
    print("\nmeans by kind")
    for kind in sorted({str(row["kind"]) for row in rows}):
        mine = [row for row in rows if row["kind"] == kind]
        mean: Row = {"case": f"{kind} ({len(mine)})", "paragraphs": ""}
        for heading in HEADINGS[2:]:
            values = [row[heading] for row in mine if heading in row]
            if values:
                mean[heading] = sum(values) / len(values)
        print(_line(_cells(mean)))


def _print_calibration(sure: Sequence[tuple[float, bool, bool]]) -> None:
    """Print how far confidence and truth lie apart (expected calibration error, ten bins)."""
    print("\ncalibration")
    groups = (
        ("beads", [one for one in sure if one[2]]),
        ("unmatched", [one for one in sure if not one[2]]),
        ("all", list(sure)),
    )
    for name, group in groups:
        if group:
            high = [right for confidence, right, _ in group if confidence >= 0.9]
            share = sum(high) / len(high) if high else float("nan")
            print(
                f"{name:10} n {len(group):6}  ECE {_error(group):.4f}  "
                f">= .9: {len(high)} ({len(high) / len(group):.0%}), of these right {share:.4f}"
            )


def _error(sure: Sequence[tuple[float, bool, bool]]) -> float:
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right, _ in sure:
        bins.setdefault(min(int(confidence * 10), 9), []).append((confidence, right))
    return sum(abs(sum(c for c, _ in one) - sum(r for _, r in one)) for one in bins.values()) / len(
        sure
    )


if __name__ == "__main__":
    main(sys.argv[1:])
