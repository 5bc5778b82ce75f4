"""Audit quotations altered by rules of their own, in five languages: a check on `bench.audit`.

Sentences are drawn from ../shared, altered by `bench.altering`, written into Markdown manuscripts
with footnotes, and audited end to end. Documents and ways to alter are halved: one half is for
mending, the other is only counted. python -m bench.held_out [--half mend|held] [--each N]
[--errors N] [--way NAME] [--noise SHARE] [--other-noise]
"""

import argparse
import random
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.align_cases import SHARED
from bench.altering_words import CLAIMS
from bench.drawn_sentences import Held, shelves
from bench.held_out_cases import Case, cases_of, misread_otherwise, swaps_among_noise
from provtrack.auditing import audit
from provtrack.checking import Archive, ArchivedText, OpenedSources
from provtrack.citing import DocumentWords, catalogued
from provtrack.importers import read_publication
from provtrack.model.audit import AuditedQuotation, AuditedSource, AuditReport
from provtrack.model.quotation import Verdict
from provtrack.search import IndexedText, MemoryIndex

A_MANUSCRIPT = 40  # quotations
ALARM = frozenset(list(Verdict)[: list(Verdict).index(Verdict.ALTERED)])
FAITHFUL = ("exact", "typographic", "editorial")
MARKS = (('"', '"'), ("“", "”"), ("«", "»"), ("„", "“"))
BY_LANGUAGE = {"en": (0, 1), "ru": (2, 3), "de": (3, 2), "fr": (2,), "zh": (1,)}
LONGEST_LINES = 28  # words from which a quotation may be a block


def main() -> None:
    """Draw, alter, audit, score."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, default=SHARED)
    options.add_argument("--each", type=int, default=12, help="quotations a way, language and half")
    options.add_argument("--half", choices=("mend", "held"), help="print the misses of this half")
    options.add_argument("--errors", type=int, default=0, help="how many misses to print")
    options.add_argument("--way", help="this way to alter only")
    options.add_argument("--seed", default="1")
    options.add_argument("--noise", type=float, help="only swaps, this share of letters misread")
    options.add_argument(
        "--other-noise", action="store_true", help="only noise, by other confusions of letters"
    )
    asked = options.parse_args()
    archive, elsewhere = shelves(asked.shared)
    cases = list(cases_of(archive, elsewhere, asked.each, asked.seed, asked.way))
    if asked.noise is not None:
        cases = list(swaps_among_noise(cases, asked.noise, asked.seed))
    if asked.other_noise:
        cases = list(misread_otherwise(cases, asked.seed))
    start = time.process_time()
    sources = _sources(archive)
    built = time.process_time()
    found = _audited(cases, sources)
    print(
        f"{len(cases)} quotations of {len(archive)} documents; index {built - start:.1f} s, "
        f"audit {time.process_time() - built:.1f} s"
    )
    for name, chosen in _groups(cases):
        _print_figures(name, [(case, found.get(id(case))) for case in chosen])
    half = {"mend": 0, "held": 1}.get(asked.half or "")
    chosen = [case for case in cases if half is None or _half(case) == half]
    _print_misses([(case, found.get(id(case))) for case in chosen], asked.errors)


def _half(case: Case) -> int:
    """Give 1 for what is held out, by document or by way."""
    return int(case.half or case.way.is_held_out)


def _groups(cases: Sequence[Case]) -> Iterator[tuple[str, list[Case]]]:
    yield "for mending", [case for case in cases if not _half(case)]
    yield "held out, known ways", [c for c in cases if c.half and not c.way.is_held_out]
    yield "held out, ways not looked at", [c for c in cases if c.way.is_held_out]
    for language in CLAIMS:
        yield f"  {language}", [c for c in cases if c.draw.document.language == language]
    yield "all", list(cases)


def _sources(archive: Sequence[Held]) -> OpenedSources:
    texts = [
        ArchivedText(
            source=AuditedSource(document=one.id, file=f"{one.id}.txt", language=one.language)
        )
        for one in archive
    ]
    catalogue = tuple(
        catalogued(DocumentWords(id=one.id, origins=[f"https://archive.example/{_key(one.id)}"]))
        for one in archive
    )
    index = MemoryIndex(
        (IndexedText(document=one.id, file=f"{one.id}.txt"), one.text) for one in archive
    )
    return OpenedSources(Archive(texts=tuple(texts), catalogue=catalogue, index=index))


def _key(document: str) -> str:
    """Give what a link names a document by; notes are measured elsewhere."""
    return f"1{abs(hash_of(document)) % 10**9:09}"


def hash_of(words: str) -> int:
    """Give a number for words, the same in every run."""
    number = 0
    for letter in words:
        number = (number * 131 + ord(letter)) % (1 << 61)
    return number


def _audited(
    cases: Sequence[Case], sources: OpenedSources
) -> dict[int, tuple[AuditedQuotation, ...]]:
    """Write the cases into manuscripts, and give what the audit says of each."""
    found: dict[int, tuple[AuditedQuotation, ...]] = {}
    by_language: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        by_language[case.draw.document.language].append(case)
    with tempfile.TemporaryDirectory() as folder:
        for language, some in by_language.items():
            random.Random(language).shuffle(some)
            for first in range(0, len(some), A_MANUSCRIPT):
                chosen = some[first : first + A_MANUSCRIPT]
                text, places = _manuscript(chosen, language, random.Random(f"{language}{first}"))
                path = Path(folder) / f"{language}{first}.md"
                path.write_text(text, "utf-8")
                report = audit([read_publication(path)], sources)
                for case, place in zip(chosen, places, strict=True):
                    found[id(case)] = _touching(report, place)
    return found


def _touching(report: AuditReport, place: tuple[int, int]) -> tuple[AuditedQuotation, ...]:
    return tuple(
        one
        for one in report.quotations
        if one.judgement.verdict is not Verdict.IGNORE
        and one.quotation.span.start < place[1]
        and place[0] < one.quotation.span.end
    )


def _manuscript(
    cases: Sequence[Case], language: str, rng: random.Random
) -> tuple[str, list[tuple[int, int]]]:
    """Write a manuscript; with the spans of its quotations."""
    text, places = "", []
    lead = CLAIMS[language].split("|")
    marks = MARKS[rng.choice(BY_LANGUAGE[language])]
    for number, case in enumerate(cases, 1):
        is_block = len(case.words.split()) > LONGEST_LINES and rng.random() < 0.5
        before, after = ("\n\n> ", "") if is_block else (f" {marks[0]}", marks[1])
        text += rng.choice(lead) + before
        places.append((len(text), len(text) + len(case.words)))
        text += f"{case.words}{after}[^{number}]\n\n"
    for number, case in enumerate(cases, 1):
        text += f"[^{number}]: https://archive.example/{_key(case.cited)}\n"
    return text, places


def _print_figures(
    name: str, judged: Sequence[tuple[Case, tuple[AuditedQuotation, ...] | None]]
) -> None:
    """Print the figures of a group in one line."""
    if not judged:
        return
    right = sum(_verdict(found) in case.way.right for case, found in judged)
    swaps = [(c, f) for c, f in judged if c.way.group == "swap"]
    missed = sum(_verdict(f) not in ALARM and _verdict(f) != "none" for _, f in swaps)
    noise = [f for c, f in judged if c.way.group == "noise"]
    wrong = sum(_verdict(f) in ("distorted", "stitched", "not_found") for f in noise)
    faithful = [f for c, f in judged if set(c.way.right) & set(FAITHFUL)]
    alarmed = sum(_verdict(f) in ALARM for f in faithful)
    place = [_iou(case, found) for case, found in judged if case.spans]
    print(
        f"{name:<30} n {len(judged):4}  verdict {right / len(judged):.3f}  "
        f"macro F1 {_macro(judged):.3f}  swaps missed {missed}/{len(swaps)}  "
        f"noise alarmed {wrong}/{len(noise)}  faithful alarmed {alarmed}/{len(faithful)}  "
        f"IoU .5 {sum(p >= 0.5 for p in place) / max(1, len(place)):.3f} "
        f".9 {sum(p >= 0.9 for p in place) / max(1, len(place)):.3f}"
    )


def _verdict(found: tuple[AuditedQuotation, ...] | None) -> str:
    return str(found[0].judgement.verdict) if found else "none"


def _macro(judged: Sequence[tuple[Case, tuple[AuditedQuotation, ...] | None]]) -> float:
    """Mean F1 over the verdicts that are right somewhere."""
    right, expected, given = Counter[str](), Counter[str](), Counter[str]()
    for case, found in judged:
        verdict = _verdict(found)
        gold = verdict if verdict in case.way.right else case.way.right[0]
        expected[gold] += 1
        given[verdict] += 1
        right[gold] += gold == verdict
    f1 = [2 * right[v] / (expected[v] + given[v]) for v in expected]
    return sum(f1) / len(f1)


def _iou(case: Case, found: tuple[AuditedQuotation, ...] | None) -> float:
    """Give the common part over the union of the places, in code points."""
    gold = {n for start, end in case.spans[: 2 if _is_one(case) else 1] for n in range(start, end)}
    ours: set[int] = set()
    for passage in found[0].judgement.passages if found else ():
        if passage.document == case.draw.document.id:
            ours |= set(range(passage.span.start, passage.span.end))
    return len(gold & ours) / len(gold | ours) if ours else 0.0


def _is_one(case: Case) -> bool:
    return case.way.name != "seam_across"


def _print_misses(
    judged: Sequence[tuple[Case, tuple[AuditedQuotation, ...] | None]], errors: int
) -> None:
    """Count the misses by way, and print some with their differences."""
    misses: Counter[tuple[str, str, str]] = Counter()
    totals = Counter(case.way.name for case, _ in judged)
    for case, found in judged:
        verdict = _verdict(found)
        if verdict in case.way.right:
            continue
        key = case.way.name, case.way.right[0], verdict
        misses[key] += 1
        if sum(misses.values()) <= errors:
            print(f"\n{case.way.name} ({case.draw.document.language}): {verdict}")
            print(f"  quoted: {case.words}\n  source: {case.draw.words}")
            for one in found[0].judgement.differences if found else ():
                print(
                    f"    {one.nature}: {one.source_words!r} -> {one.quoted_words!r}",
                    one.explanation,
                )
            if found and found[0].judgement.lost:
                print(f"    lost: {found[0].judgement.lost!r}")
    print("misses (way, right, ours):")
    for (name, right, verdict), count in sorted(misses.items(), key=lambda one: -one[1]):
        print(f"  {count:4} of {totals[name]:4} {name:24} {right:12} {verdict}")


if __name__ == "__main__":
    main()
