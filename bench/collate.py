"""Measure alignments of n versions at once against those of each pair by itself.

    python -m bench.collate [--shared FOLDER] [--cases NAME ...]

For each case: strict and lax F1, means over its pairs, of each pair alone and with what third
versions say; then F1 of n-way groups (all paragraphs that answer each other, over all versions):
of our links, weak bridges cut, and of links chained from version to version, in the best and the
usual (median) order of all. `gold` is what the best chain of gold beads would reach.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise, permutations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.align_cases import SHARED, scorer
from bench.collate_cases import Bead, Group, Pair, Versions, collation_cases, groups_of, links_of

HEADINGS = (
    "case", "versions", "strict", "with", "lax", "with", "chain", "best", "groups", "gold",
    "s", "with",
)  # fmt: skip
WIDTHS = (40, 9, *[7] * 10)


def main(arguments: Sequence[str]) -> None:
    """Print one row a case, and the means."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--cases", nargs="*", default=[], help="names or beginnings of names")
    options = parser.parse_args(arguments)
    if not (options.shared / "bench/align").is_dir():
        raise SystemExit(f"no alignment cases in {options.shared}; name the folder with --shared")
    print(_line(HEADINGS))
    rows = []
    for case in collation_cases(options.shared):
        if not options.cases or any(case.name.startswith(start) for start in options.cases):
            rows.append(measure(case, options.shared))
            print(_line([case.name, str(len(case.sigla)), *map(_figure, rows[-1])]), flush=True)
    if rows:
        means = [sum(column) / len(column) for column in zip(*rows, strict=True)]
        print(_line([f"mean ({len(rows)})", "", *map(_figure, means)]))


def measure(case: Versions, shared: Path) -> list[float]:
    """Align a case both ways and score it; in the order of `HEADINGS`."""
    from provtrack.aligner import align, align_all

    score = scorer(shared)
    pairs = list(combinations(range(len(case.sigla)), 2))
    started = time.perf_counter()
    alone = {
        (x, y): align(
            case.texts[x],
            case.texts[y],
            base_language=case.languages[x],
            witness_language=case.languages[y],
        )
        for x, y in pairs
    }
    middle = time.perf_counter()
    together = align_all(case.texts, case.languages)
    ended = time.perf_counter()
    figures = []
    for kind in ("strict", "lax"):
        for found in (alone, together):
            scores = [score.score(case.gold[p], _beads(found[p]))[kind]["f1"] for p in pairs]
            figures.append(statistics.fmean(scores))
    chains = _chains({pair: _beads(alone[pair]) for pair in pairs}, case)
    gold = _chains(case.gold, case)
    sure = {
        pair: [((b.base, b.witness), b.confidence) for b in together[pair].beads] for pair in pairs
    }
    ours = group_f1(groups_without_weak_bridges(sure, len(case.sigla)), case.groups)
    return [
        *figures,
        statistics.median(chains),
        max(chains),
        ours,
        max(gold),
        middle - started,
        ended - middle,
    ]


def _beads(alignment: object) -> list[Bead]:
    return [(bead.base, bead.witness) for bead in alignment.beads]


def _chains(beads: Mapping[Pair, Iterable[Bead]], case: Versions) -> list[float]:
    """Score the groups of every order in which versions can be chained."""
    count = len(case.sigla)
    found = []
    for order in permutations(range(count)):
        if order[0] < order[-1]:
            chained = {(min(p), max(p)): beads[min(p), max(p)] for p in pairwise(order)}
            found.append(group_f1(groups_of(links_of(chained), count), case.groups))
    return found


def group_f1(found: Iterable[Group], gold: Iterable[Group]) -> float:
    """F1 of exactly right groups, those with paragraphs of one version only left out."""
    ours, wanted = ({g for g in groups if sum(map(bool, g)) > 1} for groups in (found, gold))
    return 2 * len(ours & wanted) / max(len(ours) + len(wanted), 1)


def groups_without_weak_bridges(
    sure: Mapping[Pair, Iterable[tuple[Bead, float]]], count: int
) -> list[Group]:
    """Join the beads of all pairs, without those that alone hold two groups together.

    A paragraph that really spans two groups is linked across by its version's alignments with each
    other version. What a single pair joins and all others keep apart is an error of that pair. With
    three versions nothing is cut: there one pair stands against one.
    """
    kept = [(pair, bead, c) for pair, some in sure.items() for bead, c in some if all(bead)]
    kept.sort(key=lambda one: (one[2], one[0], one[1]))  # the least sure are looked at first
    for one in list(kept):
        (x, y), (base, witness), _ = one
        others = [other for other in kept if other != one]
        parts = _around(others, {(x, i) for i in base} | {(y, j) for j in witness}, count)
        versions = [{version for version, _ in part} for part in parts]
        is_bridge = len(parts) > 1 and all(len(part) > 1 for part in versions)
        if is_bridge and len(set().union(*versions)) > 3:
            kept = others
    return groups_of(links_of(_by_pair(kept)), count)


def _by_pair(beads: Iterable[tuple[Pair, Bead, float]]) -> dict[Pair, list[Bead]]:
    found: dict[Pair, list[Bead]] = {}
    for pair, bead, _ in beads:
        found.setdefault(pair, []).append(bead)
    return found


def _around(
    beads: Iterable[tuple[Pair, Bead, float]], nodes: set[Pair], count: int
) -> list[set[Pair]]:
    """The groups that hold some paragraphs, as sets of (version, position)."""
    groups = groups_of([*links_of(_by_pair(beads)), *((node, node) for node in nodes)], count)
    found = [{(k, i) for k, part in enumerate(group) for i in part} for group in groups]
    return [group for group in found if group & nodes]


def _figure(value: float) -> str:
    return f"{value:.3f}"


def _line(cells: Sequence[str]) -> str:
    return " ".join(c.ljust(w) for c, w in zip(cells, WIDTHS, strict=True)).rstrip()


if __name__ == "__main__":
    main(sys.argv[1:])
