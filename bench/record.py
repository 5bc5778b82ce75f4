"""Measure recording: one small document, many documents, and many recordings of one.

    python bench/record.py [--documents 1000] [--recordings 1000] [--folder DIR]

Every recording waits for the disk, so the disk of DIR is what is measured; put it where the store
would stand, not in memory. Prints one table: median and 95th percentile of a recording in
milliseconds, and the size of the store.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from provtrack.model.document import Document, Version
from provtrack.model.history import Act
from provtrack.model.names import EventKind, VersionKind
from provtrack.model.stored import dump
from provtrack.recording.versions import text_digest
from provtrack.store import Store, summaries_of

WHEN = "2024-05-31T09:15:00Z"
PARAGRAPH = "He said that the government greatly appreciates the concern shown in the letter. "


def small_text(number: int) -> str:
    """Make a text of seven paragraphs, 4 kB, that differs from the others."""
    return "\n\n".join(f"{place}. {PARAGRAPH * 7}({number})" for place in range(1, 8))


def act(document: str, text: str, revision: int = 1) -> Act:
    """Make the act that records, or corrects, a version of a small document."""
    version = Version(
        siglum="E1",
        revision=revision,
        kind=VersionKind.TRANSLATION,
        language="en",
        text_sha256=text_digest(text),
    )
    return Act(
        kind=EventKind.RECORD if revision == 1 else EventKind.CORRECT,
        by="A. Editor",
        when=WHEN,
        files={
            "document.json": dump(Document(id=document)),
            "texts/E1/text.txt": text.encode(),
            "texts/E1/version.json": dump(version),
        },
        versions=(f"E1@{revision}",),
    )


def timed(count: int, one: Callable[[int], object]) -> list[float]:
    """Run something a number of times; give the milliseconds of each."""
    return timed_each(range(count), one)


def timed_each(numbers: range, one: Callable[[int], object]) -> list[float]:
    """Run something for each number; give the milliseconds of each."""
    times = []
    for number in numbers:
        start = time.perf_counter()
        one(number)
        times.append(1000 * (time.perf_counter() - start))
    return times


def size_mb(folder: Path) -> float:
    """Add up the sizes of all files below a folder, in MB."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def line(what: str, times: list[float], folder: Path) -> str:
    """Write a line of the table."""
    p95 = statistics.quantiles(times, n=20)[-1]
    return f"{what:<44} {statistics.median(times):8.1f} {p95:8.1f} {size_mb(folder):9.1f}"


def measure(folder: Path, *, documents: int, recordings: int) -> None:
    """Print the table."""
    print(f"{'':<44} {'median':>8} {'p95 ms':>8} {'store MB':>9}")
    store = Store.create(folder / "many" / "versions")
    times = timed(documents, lambda n: store.record(f"d-{n}", act(f"d-{n}", small_text(n))))
    print(line(f"{documents} new documents", times, store.folder))
    times = timed(min(documents, 200), lambda n: store.record(f"d-{n}", act(f"d-{n}", "x", 2)))
    print(line(f"{len(times)} second recordings", times, store.folder))
    listing = timed(3, lambda _: list(summaries_of(store)))
    print(line(f"list {documents} documents", listing, store.folder))
    verifying = timed(3, lambda _: store.verify())
    print(line(f"verify {documents} documents", verifying, store.folder))
    grown = Store.create(folder / "one" / "versions")
    done = 0
    for milestone in sorted({100, 200, 300, 500, recordings}):
        revisions = range(done + 1, min(milestone, recordings) + 1)
        if revisions:
            times = timed_each(revisions, lambda n: grown.record("d", act("d", small_text(n), n)))
            what = f"one document, recordings {revisions[0]} to {revisions[-1]}"
            print(line(what, times, grown.folder))
            done = revisions[-1]
    reading = timed(3, lambda _: grown.history("d"))
    print(line(f"history of {done} events", reading, grown.folder))
    verifying = timed(1, lambda _: grown.verify()) * 2
    print(line(f"verify {done} recordings", verifying, grown.folder))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--recordings", type=int, default=1000)
    parser.add_argument("--folder", type=Path, default=Path(), help="where to make the stores")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        measure(Path(folder), documents=arguments.documents, recordings=arguments.recordings)


if __name__ == "__main__":
    main()
