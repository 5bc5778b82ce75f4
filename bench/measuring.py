"""Measure what a function takes, in processes of its own, and give up after a while.

A benchmark calls `answer` in the process that is one measurement, and `measure` in the one that
prints the table. Times are medians of several runs; memory is the peak of the whole process, with
Python, imports and the texts.
"""

import json
import math
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LONG_S = 5.0  # what takes longer is measured once

Figures = dict[str, float]


def clocks() -> tuple[float, float]:
    """Read the clock on the wall and that of this process, in seconds."""
    return time.perf_counter(), time.process_time()


def since(start: tuple[float, float]) -> Figures:
    """Say what has passed on both clocks; on a busy machine only the second tells."""
    return {"seconds": time.perf_counter() - start[0], "cpu": time.process_time() - start[1]}


def answer(run: Callable[[], Figures]) -> None:
    """Be one measurement: run, and print the figures with peak memory."""
    result = run()
    result["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(result))


def measure(script: str, arguments: Sequence[str], *, limit: float, runs: int) -> Figures | None:
    """Run a script several times; give the median of each figure, None where the limit was passed.

    Args:
        limit: Seconds after which a run is cut off.
    """
    found: list[Figures] = []
    while len(found) < runs and not (found and found[0]["seconds"] > LONG_S):
        result = _once([sys.executable, script, *arguments], limit)
        if result is None:
            return None
        found.append(result)
    return {name: statistics.median(one[name] for one in found) for name in found[0]}


def _once(command: Sequence[str], limit: float) -> Figures | None:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=limit, check=False, cwd=ROOT
        )
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed: {done.stderr.strip().splitlines()[-1]}")
    result: Figures = json.loads(done.stdout)
    return result


def exponent(size: int, seconds: float, before: tuple[int, float] | None) -> str:
    """Say with which power of the size the CPU time grew from the size before; 1: in proportion."""
    if before is None:
        return ""
    return f"n^{math.log(seconds / before[1]) / math.log(size / before[0]):.2f}"
