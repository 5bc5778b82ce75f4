"""Audit the manuscripts of ``bench/quotes`` end to end, scored by its scorer.

The metadata of the archive become a catalogue: documents of a volume by series, volume and number;
books printed in several versions as one document with sigla. Beside it a rapidfuzz sliding window
with similarity thresholds, given the same quotations. Then those of ``cases/manuscripts``, see
`audit_manuscripts`. python -m bench.audit [--shared DIR]
[--errors N] [--no-baseline]
"""

import argparse
import importlib.util
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

from bench.align_cases import SHARED
from bench.audit_manuscripts import print_manuscripts
from bench.sliding_window import sliding_window
from provtrack.auditing import audit
from provtrack.checking import Archive, ArchivedText, OpenedSources
from provtrack.citing import DocumentWords, catalogued
from provtrack.importers import read_publication
from provtrack.model.audit import AuditedSource, AuditReport
from provtrack.model.quotation import Verdict
from provtrack.search import IndexedText, MemoryIndex

ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
TENS = ("", "X", "XX", "XXX")
VOLUME = re.compile(r"frus(\d{4})-(\d\d)v(\d+)")


def main() -> None:
    """Audit, score, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, default=SHARED)
    options.add_argument("--errors", type=int, default=0, help="how many misses to print")
    options.add_argument("--no-baseline", action="store_true")
    asked = options.parse_args()
    folder = asked.shared / "bench/quotes"
    scorer = scorer_of(asked.shared)
    gold = [json.loads(line) for line in (folder / "gold.jsonl").open(encoding="utf-8")]
    sources = sources_of(folder)
    start = time.process_time()
    publications = [
        read_publication(path) for path in sorted((folder / "manuscripts").glob("*.md"))
    ]
    report = audit(publications, sources)
    seconds = time.process_time() - start
    predicted = list(predictions(report))
    print_figures("provtrack", scorer.score(gold, predicted), seconds)
    print_citations(gold, report)
    if not asked.no_baseline:
        start = time.process_time()
        rival = list(sliding_window(report, sources))
        print_figures("rapidfuzz", scorer.score(gold, rival), time.process_time() - start)
    print_misses(gold, predicted, asked.errors)
    print_manuscripts(asked.shared)


def scorer_of(shared: Path) -> ModuleType:
    """Load the scorer that stands beside the manuscripts."""
    spec = importlib.util.spec_from_file_location("score_quotes", shared / "bench/score_quotes.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no scorer in {shared}; name the folder with --shared")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sources_of(folder: Path) -> OpenedSources:
    """Open the archive of the manuscripts."""
    rows = [json.loads(line) for line in (folder / "archive_meta.jsonl").open(encoding="utf-8")]
    texts, contents = [], []
    words: dict[str, list[dict]] = defaultdict(list)
    for row in rows:
        document, siglum = document_of(row)
        words[document].append(row)
        source = AuditedSource(
            document=document, siglum=siglum, file=f"{row['id']}.txt", language="en"
        )
        texts.append(ArchivedText(source=source))
        contents.append((folder / "archive" / source.file).read_text("utf-8"))
    catalogue = tuple(catalogued(words_of(name, some)) for name, some in words.items())
    index = MemoryIndex(
        (
            IndexedText(
                document=one.source.document, siglum=one.source.siglum, file=one.source.file
            ),
            text,
        )
        for one, text in zip(texts, contents, strict=True)
    )
    return OpenedSources(Archive(texts=tuple(texts), catalogue=catalogue, index=index))


def document_of(row: dict) -> tuple[str, str]:
    """Name document and siglum: versions of one book are one document."""
    if row.get("book"):
        return f"{row['book']}-{row['chapter']}", row["version"]
    return row["id"], ""


def words_of(document: str, rows: Sequence[dict]) -> DocumentWords:
    """Say what the metadata know of a document."""
    sigla = [row["version"] for row in rows if row.get("version")]
    return DocumentWords(
        id=document,
        titles=[row["title"] for row in rows],
        dates=[row["date"] for row in rows if row["date"]],
        references=[
            row["source_note"].removeprefix("Source: ").split(". ")[0]
            for row in rows
            if row["source_note"] and not row.get("book")
        ],
        published=[("", printed) for row in rows if (printed := published(row))],
        sigla=sigla,
        translators=[(row["version"], row["source_note"]) for row in rows if row.get("version")],
    )


def published(row: dict) -> str:
    """Write out where a document is printed."""
    found = VOLUME.fullmatch(row["volume"] or "")
    if found is None:
        return ""
    volume = int(found[3])
    roman = TENS[volume // 10] + ROMAN[volume % 10]
    return f"FRUS, {found[1]}–{found[2]}, vol. {roman}, Document {row['number']}"


def predictions(report: AuditReport) -> Iterator[dict]:
    """Put quotations into the form of the scorer."""
    for one in report.quotations:
        judgement = one.judgement
        if judgement.verdict is Verdict.IGNORE:
            continue
        places = [
            {"source": p.file.removesuffix(".txt"), "start": p.span.start, "end": p.span.end}
            for p in judgement.passages
        ]
        yield {
            "manuscript": one.publication,
            "start": one.quotation.span.start,
            "end": one.quotation.span.end,
            "source": places[0]["source"] if places else None,
            "spans": places,
            "verdict": str(judgement.verdict),
            "meaning_bearing": judgement.is_meaning_bearing,
        }


def print_figures(name: str, scored: dict, seconds: float) -> None:
    """Print the figures of one tool in a line each."""
    located, verdict = scored["location"], scored["verdict"]
    print(f"{name}: {seconds:.1f} CPU s")
    print("  detection  ", {key: scored["detection"][key] for key in ("p", "r", "f1")})
    print("  location   ", located)
    shown = ("accuracy_end_to_end", "accuracy_of_detected", "macro_f1")
    print("  verdict    ", {key: verdict[key] for key in shown if key in verdict})
    for key in ("alarm", "meaning_bearing", "false_alarm_on_faithful"):
        if key in scored:
            print(f"  {key:11}", scored[key])


def print_citations(gold: Sequence[dict], report: AuditReport) -> None:
    """Print how many quotations lead to the document that their note names."""
    found = {(one.publication, one.quotation.span.start): one for one in report.quotations}
    files = {(one.document, one.siglum): one.file.removesuffix(".txt") for one in report.sources}
    right = total = bare = 0
    for row in gold:
        one = found.get((row["manuscript"], row["start"]))
        if not row.get("cited") or one is None:
            continue
        if not one.quotation.notes and one.cited is None:
            bare += 1
            continue
        total += 1
        right += bool(one.cited) and files.get((one.cited[0], one.cited[1] or "")) == row["cited"]
    print(f"  notes resolved to the right document: {right} of {total}; {bare} more have no note")


def print_misses(gold: Sequence[dict], predicted: Sequence[dict], errors: int) -> None:
    """Count the misses by kind, and print some."""
    by_manuscript: dict[str, list[dict]] = defaultdict(list)
    for one in predicted:
        by_manuscript[one["manuscript"]].append(one)
    misses: Counter[tuple[str, str, str]] = Counter()
    for row in gold:
        if row["verdict"] == "ignore":
            continue
        touching = [
            one
            for one in by_manuscript[row["manuscript"]]
            if one["start"] < row["end"] and row["start"] < one["end"]
        ]
        verdict = touching[0]["verdict"] if touching else "not detected"
        if verdict != row["verdict"]:
            misses[row["kind"], row["verdict"], verdict] += 1
            if sum(misses.values()) <= errors:
                print(f"  {row['kind']}: {verdict}, not {row['verdict']}: {row['quoted'][:200]}")
    print("misses (kind, gold, ours):")
    for (kind, expected, verdict), count in misses.most_common():
        print(f"  {count:4} {kind:14} {expected:14} {verdict}")


if __name__ == "__main__":
    main()
