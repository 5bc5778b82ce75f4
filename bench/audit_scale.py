"""Time and memory of ``provtrack audit`` itself against archives of growing size.

Documents of a corpus are written as files into a project, and the command is run as a user runs it:
first without an index, then again, then with one document added, then for many manuscripts at
once. Memory is the peak of the whole process, with what is mapped of the index.

    python -m bench.audit_scale [QUOTES] [SCALE.jsonl.gz] [--sizes 100,1000,10000]
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.measuring import ROOT
from bench.search import SHARED, documents, write

FEW = 1  # manuscripts of a small audit
PROVTRACK = (sys.executable, "-m", "provtrack")


def main() -> None:
    """Write archives, run the command, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("quotes", nargs="?", type=Path, default=SHARED / "quotes")
    parser.add_argument(
        "scale", nargs="?", type=Path, default=SHARED / "scale" / "frus-10k.jsonl.gz"
    )
    parser.add_argument("--sizes", default="100,1000,10000")
    given = parser.parse_args()
    if not given.quotes.is_dir() or not given.scale.is_file():
        raise SystemExit(f"cannot measure: {given.quotes} or {given.scale} is not there")
    manuscripts = sorted((given.quotes / "manuscripts").glob("*.md"))
    print(" documents  run                     seconds  CPU s  memory  quotations")
    for size in map(int, given.sizes.split(",")):
        with tempfile.TemporaryDirectory() as place:
            measured(Path(place), given.quotes, given.scale, size, manuscripts)


def measured(
    folder: Path, quotes: Path, scale: Path, size: int, manuscripts: Sequence[Path]
) -> None:
    """Print the figures of one size of the archive, beside the documents that are quoted."""
    texts = folder / "texts"
    texts.mkdir()
    write(texts, (one for one, _ in zip(documents(scale), range(size), strict=False)))
    for path in (quotes / "archive").glob("*.txt"):
        (texts / path.name).write_bytes(path.read_bytes())
    init(folder)
    count = len(list(texts.iterdir()))
    few = manuscripts[:FEW]
    printed(count, "index made", run(folder, few))
    printed(count, "index kept", run(folder, few))
    (texts / "new.txt").write_text("A new letter about the ferry at Tarn.\n", "utf-8")
    printed(count + 1, "one document added", run(folder, few))
    printed(count + 1, f"{len(manuscripts)} manuscripts", run(folder, manuscripts))


def init(folder: Path) -> None:
    """Make a folder a project."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [*PROVTRACK, "init", "."]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=environment)


def run(folder: Path, manuscripts: Sequence[Path]) -> tuple[float, float, float, int]:
    """Run the command: seconds, CPU seconds, megabytes, quotations that were judged."""
    report = folder / "report.json"
    words = ["audit", *map(str, manuscripts), "--against", "texts", "--output", str(report)]
    clock = time.perf_counter()
    process = subprocess.Popen(
        [*PROVTRACK, *words, "--fail-on", "never", "--force"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - clock
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"provtrack {' '.join(words)} failed")
    quotations = json.loads(report.read_text("utf-8"))["quotations"]
    judged = sum(one["verdict"] != "ignore" for one in quotations)
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, judged


def printed(count: int, name: str, figures: tuple[float, float, float, int]) -> None:
    """Print a line of the table."""
    seconds, cpu, memory, judged = figures
    print(f"{count:>10,}  {name:22}  {seconds:>7.1f}  {cpu:>5.1f}  {memory:>3.0f} MB  {judged:>10}")


if __name__ == "__main__":
    main()
