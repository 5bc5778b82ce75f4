"""Record every case of the shared folder by script, compare it pair by pair, score it, time it.

    python -m bench.cases [--shared FOLDER] [CASE ...]

One table: paragraphs of both sides, strict and lax F1 of the alignment against the case's gold
(lax only where the gold is by chapter), what the comparison found, seconds to record both versions
and to compare them. The store is made in a temporary folder and read back for each comparison.
"""

import argparse
import importlib.util
import json
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from provtrack.comparing import compare_versions, open_version
from provtrack.exporters.tsv import alignment_to_tsv
from provtrack.model.alignment import Alignment
from provtrack.model.comparison import Collation
from provtrack.model.names import Significance
from provtrack.recording import create_project, open_store, plan_recording, read_options, record
from provtrack.store import Store

SHARED = Path(__file__).parents[1].parent / "shared"
WHEN = "2026-01-01T00:00:00Z"
KINDS = {"ocr": "transcription"}
HEADINGS = (
    "case",
    "pair",
    "paragraphs",
    "strict",
    "lax",
    "subst.",
    "accid.",
    "queries",
    "record s",
    "compare s",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two versions of a case, with the gold between them if there is one."""

    base: str
    witness: str
    gold: Path | None
    by_chapter: bool


def main() -> None:
    """Run the cases named on the command line, or all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("cases", nargs="*")
    given = parser.parse_args()
    scorer = load_scorer(given.shared)
    row = "{:<24} {:<18} {:>11} {:>7} {:>7} {:>7} {:>7} {:>7} {:>9} {:>9}"
    print(row.format(*HEADINGS))
    for case in sorted((given.shared / "cases").glob("*/case.json")):
        if not given.cases or case.parent.name in given.cases:
            for cells in run_case(case.parent, scorer):
                print(row.format(*cells), flush=True)


def load_scorer(shared: Path) -> ModuleType:
    """Load the scorer that stands beside the benchmark."""
    spec = importlib.util.spec_from_file_location("score_align", shared / "bench/score_align.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer in {shared}")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def run_case(folder: Path, scorer: ModuleType) -> Iterator[tuple[str, ...]]:
    """Record a case and yield one row per pair."""
    case = json.loads((folder / "case.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as place:
        project = Path(place)
        seconds = record_case(project, folder, case)
        for pair in pairs_of(folder, case):
            yield run_pair(project, case["id"], pair, seconds, scorer)


def record_case(project: Path, folder: Path, case: dict) -> dict[str, float]:
    """Record the versions of a case in a new project; return the seconds each took."""
    return record_versions(open_store(create_project(project, by="bench")), folder, case)


def record_versions(store: Store, folder: Path, case: dict) -> dict[str, float]:
    """Record the versions of a case; return the seconds each took."""
    held: set[str] = set()
    seconds = {}
    for version in case["versions"]:
        began = time.perf_counter()
        plan = plan_recording(
            store, folder / version["file"], read_options(words_of(version, case, held))
        )
        record(store, plan, by="bench", when=WHEN)
        seconds[version["siglum"]] = time.perf_counter() - began
        held.add(version["siglum"])
    return seconds


def words_of(version: dict, case: dict, held: set[str]) -> dict[str, str | list[str]]:
    """Say in options what a case says of a version."""
    source = version.get("derived_from") or ""
    words: dict[str, str | list[str]] = {
        "document": case["id"],
        "siglum": version["siglum"],
        "kind": KINDS.get(version["kind"], version["kind"]),
        "language": version["language"],
        "title": case["title"],
        "date": case.get("date") or "",
        "published_in": version.get("published_in") or "",
        "origin": version.get("origin") or "",
        "format": "text",
    }
    reference = case.get("source_reference")
    if isinstance(reference, str):
        words["reference"] = reference
    if source:
        words["derived_from" if source in held else "derived_from_unheld"] = source
    return words


def pairs_of(folder: Path, case: dict) -> Iterator[Pair]:
    """List the pairs that have gold; without gold, each version against the first."""
    golds = case.get("gold") or []
    for gold in golds:
        yield Pair(
            base=gold["a"],
            witness=gold["b"],
            gold=folder / gold["file"],
            by_chapter=gold["level"].startswith("chapter (heading"),
        )
    if not golds:
        first, *rest = (version["siglum"] for version in case["versions"])
        for siglum in rest:
            yield Pair(base=first, witness=siglum, gold=None, by_chapter=False)


def run_pair(
    project: Path, document: str, pair: Pair, seconds: dict[str, float], scorer: ModuleType
) -> tuple[str, ...]:
    """Compare one pair from the store and score its alignment."""
    began = time.perf_counter()
    opened = [open_version(f"{document}:{siglum}", project) for siglum in (pair.base, pair.witness)]
    compared = compare_versions(opened[0], opened[1:])
    compared.write_report(project, output=None)
    took = time.perf_counter() - began
    strict, lax = score(compared.collation, pair, scorer, project / "predicted.tsv")
    base, witness = (len(item.version.paragraphs) for item in opened)
    recorded = seconds[pair.base] + seconds[pair.witness]
    return (
        document,
        f"{pair.base}-{pair.witness}",
        f"{base} x {witness}",
        "-" if pair.by_chapter else strict,
        lax,
        *counts(compared.collation),
        f"{recorded:.2f}",
        f"{took:.2f}",
    )


def score(collation: Collation, pair: Pair, scorer: ModuleType, place: Path) -> tuple[str, str]:
    """Score the beads of the one witness against the gold."""
    comparison = collation.witnesses[0]
    if pair.gold is None or not comparison.beads:
        return "-", "-"
    alignment = Alignment(beads=comparison.beads, method="")
    place.write_bytes(alignment_to_tsv(alignment, collation.base, comparison))
    found = scorer.score(scorer.read(pair.gold), scorer.read(place))
    return f"{found['strict']['f1']:.3f}", f"{found['lax']['f1']:.3f}"


def counts(collation: Collation) -> tuple[str, str, str]:
    """Count substantive changes, accidental changes and queries."""
    comparison = collation.witnesses[0]
    changes = [change for bead in comparison.beads for change in bead.changes]
    substantive = sum(change.significance is Significance.SUBSTANTIVE for change in changes)
    queries = sum(len(bead.queries) for bead in comparison.beads)
    queries += sum(len(coverage.queries) for coverage in comparison.coverage)
    return str(substantive), str(len(changes) - substantive), str(queries)


if __name__ == "__main__":
    main()
