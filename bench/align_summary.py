"""What the table of `bench.align` comes to: targets, sentences pooled, ceiling, reliability."""

from collections.abc import Iterable, Iterator, Sequence

from bench.baselines import Bead

LONGEST = 6  # paragraphs on one side of a bead that the aligner makes, at most
BINS = 10
TARGETS: dict[str, dict[str, float]] = {  # DESIGN §8; "at least", seconds and error "at most"
    "one language, 300": {"strict": 0.96, "lax": 0.995, "null": 0.92, "moved": 0.95},
    "one language, noisy": {"strict": 0.95, "lax": 0.99},
    "one language, excerpt": {"strict": 0.95, "lax": 0.99},
    "one language, 30": {"strict": 0.90, "lax": 0.97},
    "one language, 3,000": {"strict": 0.95, "s": 6.0, "MB": 400.0},
    "two languages, 300": {"strict": 0.94, "lax": 0.985, "null": 0.85, "moved": 0.90},
    "zh, 300": {"strict": 0.82, "lax": 0.93},
    "two languages, 30": {"strict": 0.65, "lax": 0.85},
    "two languages, excerpt": {"strict": 0.75},
    "two languages, 3,000": {"strict": 0.93, "s": 20.0, "MB": 400.0},
}
POOLED = {  # beginnings of the names of cases, whose beads are counted together
    "Text+Berg, pooled": ("textberg", {"strict": 0.88, "lax": 0.97}),
    "ParIce, pooled": ("parice", {"strict": 0.85, "lax": 0.97}),
}
AT_MOST = {"s", "MB"}
CALIBRATED = 0.03  # expected calibration error, at most
SURE, RIGHT = 0.9, 0.98  # of beads this sure, the share that is exactly right, at least
Row = dict[str, object]
Sure = Sequence[tuple[float, bool, bool]]  # confidence, whether right, whether it has both sides


def ceiling(gold: Sequence[Bead]) -> float:
    """Best strict F1 of an aligner whose beads are contiguous and not too large."""
    beads = [bead for bead in gold if all(bead)]
    made = sum(all(_can_be_made(side) for side in bead) for bead in beads)
    return 2 * made / (made + len(beads)) if beads else 1.0


def _can_be_made(side: Sequence[int]) -> bool:
    return len(side) <= LONGEST and side[-1] - side[0] == len(side) - 1


def counts(scores: dict[str, object]) -> dict[str, int]:
    """Give the numbers that the shares of one case were made of, so that cases can be pooled."""
    found, there = int(str(scores["pred_beads"])), int(str(scores["gold_beads"]))
    counted = {"found": found, "gold": there}
    for name in ("strict", "lax"):
        shares = scores[name]
        assert isinstance(shares, dict)
        counted[f"{name} right"] = round(shares["p"] * found)
        counted[f"{name} met"] = round(shares["r"] * there)
    return counted


def print_summary(rows: Sequence[Row]) -> None:
    """Print everything that is said of all cases together."""
    _print_targets(rows)
    groups = {
        "all": rows,
        "one language": [row for row in rows if row["one language"]],
        "two languages": [row for row in rows if not row["one language"]],
    }
    print(f"\nconfidence (targets: ECE <= {CALIBRATED}; of beads >= {SURE}, right >= {RIGHT})")
    for name, some in groups.items():
        for label, both in (("beads", True), ("unmatched", False)):
            sure = [one for row in some for one in row["sure"] if one[2] == both]
            if sure:
                print(f"{name + ', ' + label:26} {_calibration(sure)}")
    for label, both in (("beads", True), ("unmatched", False)):
        _print_reliability(label, [one for row in rows for one in row["sure"] if one[2] == both])


def _print_targets(rows: Sequence[Row]) -> None:
    """Print by kind what is aimed at beside what was reached, and sentences pooled."""
    print("\ntargets (mean of the cases of a kind; sentences: all beads together)")
    for kind, aimed in TARGETS.items():
        mine = [row for row in rows if row["kind"] == kind]
        measured = [name for name in aimed if any(name in row for row in mine)]
        reached = {name: _mean(row[name] for row in mine if name in row) for name in measured}
        if mine:
            print(_target_line(kind, len(mine), aimed, reached))
    for kind, (start, aimed) in POOLED.items():
        mine = [row for row in rows if str(row["case"]).startswith(start)]
        if mine:
            print(_target_line(kind, len(mine), aimed, pooled(mine)))


def _mean(values: Iterable[object]) -> float:
    numbers = [float(str(value)) for value in values]
    return sum(numbers) / len(numbers)


def pooled(rows: Sequence[Row]) -> dict[str, float]:
    """Count the beads of several cases together: strict and lax F1."""
    total = {name: sum(row["counts"][name] for row in rows) for name in rows[0]["counts"]}
    found = {}
    for name in ("strict", "lax"):
        precision = total[f"{name} right"] / max(total["found"], 1)
        recall = total[f"{name} met"] / max(total["gold"], 1)
        found[name] = 2 * precision * recall / max(precision + recall, 1e-9)
    return found


def _target_line(kind: str, cases: int, aimed: dict[str, float], reached: dict[str, float]) -> str:
    parts = []
    for name, value in reached.items():
        target = aimed[name]
        held = value <= target if name in AT_MOST else value >= target
        sign, width = ("<=", 1) if name in AT_MOST else (">=", 3)
        parts.append(f"{name} {value:.{width}f} ({sign} {target:g}{'' if held else ', missed'})")
    return f"{kind + f' ({cases})':30} " + "  ".join(parts)


def _calibration(sure: Sure) -> str:
    """Say how far confidence and truth lie apart, and how many of the sure ones are right."""
    error = sum(abs(total - right) for _, total, right in _bins(sure)) / len(sure)
    high = [right for confidence, right, _ in sure if confidence >= SURE]
    right = f"{sum(high) / len(high):.4f}" if high else "-"
    share = len(high) / len(sure)
    return f"n {len(sure):6}  ECE {error:.4f}  >= {SURE}: {share:4.0%}, of these right {right}"


def _bins(sure: Sure) -> Iterator[tuple[list[tuple[float, bool]], float, float]]:
    """Give what falls into each bin of confidence, with the sums of confidence and of truth."""
    sorted_in: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for confidence, right, _ in sure:
        sorted_in[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    for one in sorted_in:
        yield one, sum(confidence for confidence, _ in one), sum(right for _, right in one)


def _print_reliability(label: str, sure: Sure) -> None:
    print(f"\nreliability of {label}: confidence, number, mean confidence, share right")
    for k, (one, total, right) in enumerate(_bins(sure)):
        if one:
            edges = f"{k / BINS:.1f} to {(k + 1) / BINS:.1f}"
            print(f"{edges} {len(one):7} {total / len(one):8.3f} {right / len(one):8.3f}")
