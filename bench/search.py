"""Where quotations stand: location alone, and its speed beside a sliding window, in the same run.

The spans of the quotations are those of the gold, so that only searching is measured. Three things:

- the quotations of a folder like ``bench/quotes`` against its archive alone, and against it
  among ten thousand others: right document, overlap (IoU) of .5 and .9, located though
  not in the archive;
- stretches of documents that are not indexed, against the ten thousand: how many are located, and
  the same with words changed; anywhere (with headings, which are alike), and inside paragraphs;
- speed at 100, 1,000 and 10,000 documents: exact and altered quotations a second, index size, time
  to make it and to add one document, peak memory; rapidfuzz with a sliding window on a sample.

    python bench/search.py [QUOTES] [SCALE.jsonl.gz] [--sizes 100,1000,10000] [--sample N]
"""

import argparse
import gzip
import json
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.measuring import ROOT, Figures, answer, measure
from provtrack.indexing import FileIndex, add, refresh
from provtrack.search import IndexedText, lifted, locate
from provtrack.search.aligning import matched_blocks
from provtrack.search.words import words_of
from provtrack.text_sources import FolderSource

SHARED = ROOT.parent / "shared" / "bench"
SEED = 20_240_611
ELLIPSIS = re.compile(r"\[\s*(?:\.\s?\.\s?\.|…)\s*\]|…|\.\s?\.\s?\.")
INSERTED = re.compile(r"\[[^\]]*\]")
LENGTHS = (8, 15, 25, 40)  # words of the quotations that are made for speed
WORDS_FOR_ONE_CHANGE = 12
ABSENT = 4000  # quotations of documents that are not indexed
SHARED_ROW = 8  # words in a row that are surely taken over, or a formula
LIMIT_S = 1800.0
Spans = list[tuple[str, int, int]]


@dataclass(frozen=True, slots=True)
class Gold:
    """One quotation of the gold.

    Attributes:
        spans: Where it stands; none if it is not in the archive.
    """

    kind: str
    quoted: str
    spans: Spans


def gold_of(folder: Path) -> list[Gold]:
    """Read the quotations that are scored."""
    found = []
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        fields = json.loads(line)
        if fields["verdict"] != "ignore":
            spans = [(one["source"], one["start"], one["end"]) for one in fields["spans"] or ()]
            found.append(Gold(fields["kind"], fields["quoted"], spans))
    return found


def segments(quoted: str) -> list[str]:
    """Cut a quotation at its ellipses, and take out what is inserted in brackets."""
    return ELLIPSIS.split(INSERTED.sub("", ELLIPSIS.sub("…", quoted)))


def overlap(gold: Spans, found: Spans) -> float:
    """Give the common characters of two sets of spans, as a share of all their characters."""
    common = sum(
        max(0, min(end, last) - max(start, first))
        for source, start, end in gold
        for other, first, last in found
        if source == other
    )
    total = sum(end - start for _, start, end in gold + found)
    return common / (total - common) if total > common else float(bool(common))


def located(index: FileIndex, gold: Sequence[Gold]) -> None:
    """Print how well the quotations are located."""
    counts: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for one in gold:
        answers = locate(segments(one.quoted), index)
        found = [
            (place.document, place.span.start, place.span.end)
            for place in (answers[0].passages if answers else ())
        ]
        if not one.spans:
            counts["absent"] += 1
            counts["located"] += bool(found)
            continue
        share = overlap(one.spans, found)
        counts["present"] += 1
        counts["document"] += bool({name for name, *_ in one.spans} & {name for name, *_ in found})
        counts["half"] += share >= 0.5
        counts["tight"] += share >= 0.9
        missed[one.kind] += share < 0.9
    present = counts["present"]
    print(
        f"  {len(index):,} documents: document {counts['document'] / present:.4f}, IoU .5 "
        f"{counts['half'] / present:.4f}, IoU .9 {counts['tight'] / present:.4f} of {present}; "
        f"not in the archive but located {counts['located']} of {counts['absent']}"
    )
    if +missed:
        print(f"    below .9: {dict(+missed)}")


def unmarked(index: FileIndex, folder: Path) -> None:
    """Print how well passages without marks are found, everything marked being left out."""
    from provtrack.model.text import Span

    fields = [json.loads(line) for line in (folder / "gold.jsonl").open(encoding="utf-8")]
    right = wrong = missing = 0
    for path in sorted((folder / "manuscripts").glob("*.md")):
        own = [one for one in fields if one["manuscript"] == path.name]
        wanted = [one for one in own if one["kind"] == "unmarked"]
        marked = [Span(one["start"], one["end"]) for one in own if one["kind"] != "unmarked"]
        found = lifted(path.read_text("utf-8"), index, excluded=marked)
        hits = set()
        for one in wanted:
            gold = [(one["source"], one["start"], one["end"])]
            near = [
                at
                for at, each in enumerate(found)
                if overlap(gold, [(each.passages[0].document, each.span.start, each.span.end)])
                >= 0.5
            ]
            hits.update(near)
            right += bool(near)
            missing += not near
        wrong += len(found) - len(hits)
    print(f"  unmarked passages: {right} found, {missing} missed, {wrong} others reported")


def documents(path: Path) -> Iterator[tuple[str, str]]:
    """Read a compressed corpus: id and text."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = json.loads(line)
            yield fields["id"], "\n\n".join([fields["title"], *fields["paragraphs"]])


def write(folder: Path, texts: Iterable[tuple[str, str]]) -> int:
    """Write documents as plain files; give their bytes."""
    size = 0
    for name, text in texts:
        content = text.replace("\r", " ").encode()
        (folder / f"{name.replace('/', '_')}.txt").write_bytes(content)
        size += len(content)
    return size


def quotations(texts: Sequence[str], count: int) -> tuple[list[str], list[str]]:
    """Take quotations out of texts, and change a word in twelve of each."""
    draw = random.Random(SEED)
    exact, altered = [], []
    while len(exact) < count:
        words = draw.choice(texts).split(" ")
        length = draw.choice(LENGTHS)
        if len(words) < 2 * length:
            continue
        start = draw.randrange(len(words) - length)
        chosen = words[start : start + length]
        exact.append(" ".join(chosen))
        for _ in range(max(1, length // WORDS_FOR_ONE_CHANGE)):
            at = draw.randrange(length)
            word = chosen[at]
            chosen[at] = draw.choice(("not", "seven", f"{word[:-1]}x", f"{word} indeed"))
        altered.append(" ".join(chosen))
    return exact, altered


def absent(index: FileIndex, folder: Path, archive: Path) -> None:
    """Print how many sentences of documents that are not indexed are located."""
    held = {path.stem for path in archive.glob("*.txt")}
    texts = [
        text
        for path in sorted((folder / "corpus").glob("*.jsonl.gz"))
        for name, text in documents(path)
        if name.replace("/", "_") not in held
    ]
    prose = [
        paragraph
        for text in texts
        for paragraph in text.split("\n\n")[1:]
        if len(paragraph.split(" ")) >= 2 * max(LENGTHS)
    ]
    for where, some in (("anywhere", texts), ("inside paragraphs", prose)):
        for name, asked in zip(("as they are", "changed"), quotations(some, ABSENT), strict=True):
            counts = Counter(told_of_absent(one, index, archive) for one in asked)
            near = counts["shared"] + counts["apart"]
            print(
                f"  of documents not indexed, {where}, {name}: of {len(asked)}, "
                f"{counts['exact']} stand elsewhere word for word; {near} ({near / ABSENT:.2%}) "
                f"are located with changes, {counts['apart']} ({counts['apart'] / ABSENT:.2%}) "
                f"without {SHARED_ROW} words in a row"
            )


def told_of_absent(words: str, index: FileIndex, archive: Path) -> str:
    """Say how words that are not indexed are located: exact, sharing a row of words, apart."""
    answers = locate(words, index)
    if not answers:
        return "nowhere"
    if answers[0].similarity == 1:
        return "exact"
    own, row = words_of(words).keys.tolist(), 0
    for place in answers[0].passages:
        text = (archive / place.file).read_text("utf-8")[place.span.start : place.span.end]
        blocks = matched_blocks(own, words_of(text).keys.tolist())
        row = max([row, *(block.size for block in blocks)])
    return "shared" if row >= SHARED_ROW else "apart"


def run_speed(corpus: Path, size: int, sample: int) -> Figures:
    """Be one measurement of speed: index so many documents, and ask."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "texts"
        folder.mkdir()
        size_bytes = write(
            folder, (one for one, _ in zip(documents(corpus), range(size), strict=False))
        )
        source = FolderSource(folder)
        kept = Path(place) / "index"
        clock, cpu = time.perf_counter(), time.process_time()
        refresh(kept, source)
        figures = {
            "seconds": time.perf_counter() - clock,
            "index": size_bytes / 1e6 / (time.process_time() - cpu),
            "share": sum(path.stat().st_size for path in kept.iterdir()) / size_bytes,
        }
        # Asked in a process of its own: memory is then that of searching, not of indexing.
        asked = measure(
            __file__, ["--ask", str(kept), str(folder), str(sample)], limit=LIMIT_S, runs=1
        )
        return {**figures, **(asked or {})}


def run_ask(kept: Path, folder: Path, sample: int) -> Figures:
    """Be one measurement of asking an index that is kept."""
    draw = random.Random(SEED)
    source = FolderSource(folder)
    paths = sorted(folder.glob("*.txt"))
    chosen = [draw.choice(paths).read_text("utf-8") for _ in range(min(sample, len(paths)))]
    exact, altered = quotations(chosen, sample)
    clock = time.perf_counter()
    index, _ = refresh(kept, source)
    figures = {"seconds": time.perf_counter() - clock}
    for name, asked in (("exact", exact), ("altered", altered)):
        for one in asked[: sample // 10]:
            locate(one, index)  # so that pages of the index are in memory, as in a long audit
        times = []
        cpu = time.process_time()
        for one in asked:
            clock = time.perf_counter()
            locate(one, index)
            times.append(time.perf_counter() - clock)
        figures[name] = len(asked) / (time.process_time() - cpu)
        figures[f"{name}_p99"] = sorted(times)[int(len(times) * 0.99)] * 1000
    figures["peak"] = _resident()
    figures["added"] = _added(index, kept, folder)
    return figures


def _resident() -> float:
    """Give the memory in use, in MB, with what is mapped of the index."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def _added(index: FileIndex, kept: Path, folder: Path) -> float:
    """Give the mean milliseconds that adding a document takes, over twenty."""
    text = "\n\n".join(f"Paragraph {at} of a new letter about ferry {at * 7}." for at in range(100))
    taken = []
    for number in range(20):
        name = f"new-{number}.txt"
        (folder / name).write_text(text, "utf-8")
        about = IndexedText(document=f"new-{number}", file=name, place=name)
        clock = time.perf_counter()
        index = add(index, kept, [about])
        taken.append(time.perf_counter() - clock)
    return sum(taken) / len(taken) * 1000


def run_sliding(corpus: Path, size: int, sample: int) -> Figures:
    """Be one measurement of rapidfuzz's sliding window over every document."""
    from rapidfuzz import fuzz

    texts = [text for (_, text), _ in zip(documents(corpus), range(size), strict=False)]
    _, altered = quotations(texts, sample)
    cpu = time.process_time()
    for one in altered:
        best = 0.0
        for text in texts:
            found = fuzz.partial_ratio_alignment(one, text, score_cutoff=best)
            best = max(best, found.score if found else 0.0)
    taken = time.process_time() - cpu
    return {"seconds": taken, "altered": sample / taken}


def location(quotes: Path, scale: Path) -> None:
    """Print the first two tables."""
    gold = gold_of(quotes)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        print("location, spans of the gold:")
        index, _ = refresh(None, FolderSource(quotes / "archive"))
        located(index, gold)
        unmarked(index, quotes)
        write(folder, documents(scale))
        for path in (quotes / "archive").glob("*.txt"):
            (folder / path.name).write_bytes(path.read_bytes())
        index, _ = refresh(None, FolderSource(folder))
        located(index, gold)
        unmarked(index, quotes)
        absent(index, quotes, folder)


def speed(scale: Path, sizes: Sequence[int], sample: int) -> None:
    """Print the third table."""
    print("\n documents  MB/s  index/text  exact/s  altered/s  p99 ms  one added  memory  window/s")
    for size in sizes:
        ours = measure(
            __file__, ["--speed", str(scale), str(size), str(sample)], limit=LIMIT_S, runs=1
        )
        few = max(2, 20_000 // size) if size < 10_000 else 2
        window = measure(
            __file__, ["--window", str(scale), str(size), str(few)], limit=LIMIT_S, runs=1
        )
        if ours is None or window is None:
            print(f"{size:>10,}  not finished")
            continue
        p99 = max(ours["exact_p99"], ours["altered_p99"])
        print(
            f"{size:>10,}  {ours['index']:>4.1f}  {ours['share']:>10.2f}  {ours['exact']:>7,.0f}  "
            f"{ours['altered']:>9,.0f}  {p99:>6.1f}  {ours['added']:>6.1f} ms  "
            f"{ours['peak']:>3.0f} MB  {window['altered']:>8.1f} ({few} asked)"
        )


def main() -> None:
    """Measure, or be one measurement."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("quotes", nargs="?", type=Path, default=SHARED / "quotes")
    parser.add_argument(
        "scale", nargs="?", type=Path, default=SHARED / "scale" / "frus-10k.jsonl.gz"
    )
    parser.add_argument("--sizes", default="100,1000,10000")
    parser.add_argument("--sample", type=int, default=2000)
    for inner in ("--speed", "--window", "--ask"):
        parser.add_argument(inner, nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.ask:
        kept, folder, sample = given.ask
        answer(lambda: run_ask(Path(kept), Path(folder), int(sample)))
    elif given.speed or given.window:
        corpus, size, sample = given.speed or given.window
        run = run_speed if given.speed else run_sliding
        answer(lambda: run(Path(corpus), int(size), int(sample)))
    elif not given.quotes.is_dir() or not given.scale.is_file():
        raise SystemExit(f"cannot measure: {given.quotes} or {given.scale} is not there")
    else:
        location(given.quotes, given.scale)
        speed(given.scale, [int(size) for size in given.sizes.split(",")], given.sample)


if __name__ == "__main__":
    main()
