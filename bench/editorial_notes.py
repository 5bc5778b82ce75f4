"""Audit what the editors of documentary volumes quote, against the documents of these volumes.

Nobody altered this prose by rule: it is the honest test beside ``bench/quotes``. The publications
are the editorial notes and the source notes of four volumes (``bench/quotes/corpus``), the sources
their other documents. Most of what is quoted there is printed nowhere in them and must be called
not found. Usage:
``python -m bench.editorial_notes [--shared DIR] [--sample N]``; with a sample, that many of the
verdicts "exact" to "editorial" and "not found" are printed too, to be read.
"""

import argparse
import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.audit import words_of
from bench.cases import SHARED
from provtrack.auditing import audit
from provtrack.checking import Archive, ArchivedText, OpenedSources
from provtrack.citing import catalogued
from provtrack.importers import read_publication_content
from provtrack.model.audit import AuditedQuotation, AuditedSource, AuditReport
from provtrack.model.publication import Publication
from provtrack.model.quotation import Verdict
from provtrack.search import IndexedText, MemoryIndex

QUIET = (Verdict.EXACT, Verdict.TYPOGRAPHIC, Verdict.EDITORIAL, Verdict.NOT_FOUND)


@dataclass(frozen=True, slots=True)
class Volumes:
    """The documents of some volumes, and what their editors wrote."""

    documents: tuple[dict, ...]
    notes: tuple[tuple[str, str], ...]


def main() -> None:
    """Audit and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, default=SHARED)
    options.add_argument("--sample", type=int, default=0)
    asked = options.parse_args()
    volumes = read_volumes(asked.shared / "bench/quotes/corpus")
    start = time.process_time()
    report = audit(publications(volumes), sources_of(volumes))
    seconds = time.process_time() - start
    print_counts(volumes, report, seconds)
    print_wordings(report, asked.sample)


def read_volumes(folder: Path) -> Volumes:
    """Read all volumes of a folder; editorial notes are no documents."""
    documents, notes = [], []
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                text = "\n\n".join(row["paragraphs"])
                if "Editorial Note" in row["title"]:
                    notes.append((row["id"], text))
                    continue
                documents.append({**row, "text": text})
                if "“" in row["source_note"]:
                    notes.append((row["id"] + " source note", row["source_note"]))
    return Volumes(documents=tuple(documents), notes=tuple(notes))


def publications(volumes: Volumes) -> Iterator[Publication]:
    """Read each note as a publication of its own."""
    for name, text in volumes.notes:
        yield read_publication_content(text.encode(), f"{name}.txt")


def sources_of(volumes: Volumes) -> OpenedSources:
    """Open the documents of the volumes."""
    sources = [
        AuditedSource(document=row["id"], file=row["id"], language="en")
        for row in volumes.documents
    ]
    catalogue = []
    for row in volumes.documents:
        volume, _, number = row["id"].partition("/d")
        known = {**row, "volume": volume, "number": number}
        catalogue.append(catalogued(words_of(row["id"], [known])))
    index = MemoryIndex(
        (IndexedText(document=row["id"], siglum="", file=row["id"]), row["text"])
        for row in volumes.documents
    )
    texts = tuple(ArchivedText(source=one) for one in sources)
    return OpenedSources(Archive(texts=texts, catalogue=tuple(catalogue), index=index))


def print_counts(volumes: Volumes, report: AuditReport, seconds: float) -> None:
    """Print how many quotations got which verdict."""
    print(f"{len(volumes.notes)} notes, {len(volumes.documents)} documents, {seconds:.0f} CPU s")
    counts = Counter(one.judgement.verdict for one in report.quotations)
    for verdict in Verdict:
        print(f"  {verdict:14} {counts[verdict]:5}")


def print_wordings(report: AuditReport, sample: int) -> None:
    """Print both wordings of every finding, and of some quotations without one."""
    by_verdict: dict[Verdict, list[AuditedQuotation]] = {verdict: [] for verdict in Verdict}
    for one in report.quotations:
        by_verdict[one.judgement.verdict].append(one)
    for verdict, some in by_verdict.items():
        if verdict is Verdict.IGNORE:
            continue
        shown = spread(some, sample) if verdict in QUIET else some
        for one in shown:
            print_wording(one, report)


def spread(some: Sequence[AuditedQuotation], count: int) -> Sequence[AuditedQuotation]:
    """Take some of a list, evenly spread over it."""
    return some[:: max(1, len(some) // count)][:count] if count else ()


def print_wording(one: AuditedQuotation, report: AuditReport) -> None:
    """Print what is quoted, what stands in the source, and what is said of it."""
    span = one.quotation.span
    places = ", ".join(place.document for place in one.judgement.passages) or "nowhere"
    print(f"\n{one.judgement.verdict}: {one.publication}, {span.start}-{span.end}; {places}")
    print(f"  note:   {' '.join(one.quotation.text.split())}")
    for words in one.seen:
        print(f"  source: {' '.join(words.words.split())}")
    for found in report.findings:
        is_here = found.publication == one.publication and found.span.start == span.start
        if is_here and one.judgement.verdict not in QUIET:
            print(f"  says:   {found.message}")


if __name__ == "__main__":
    main()
