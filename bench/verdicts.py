"""How well quotations are judged where they and their sources are given, beside a threshold.

Takes the gold spans of ../shared/bench/quotes (or `--quotes`): detection and search are judged
elsewhere. `--invented` takes the pairs of tests/gold/quotations. Negations, figures, dates and
persons that were swapped and called faithful are listed, and must be none.
Usage: ``python bench/verdicts.py [--quotes FOLDER] [--invented] [--errors] [--kind KIND]``.
"""

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rapidfuzz.fuzz import ratio

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from gold.quotation_pairs import CITED, LANGUAGES, read_quotations  # noqa: E402

from provtrack.auditing import Candidate, Cited, judge  # noqa: E402
from provtrack.model.quotation import (  # noqa: E402
    Judgement,
    Passage,
    Quotation,
    QuotationPlace,
    Verdict,
)
from provtrack.model.text import Span  # noqa: E402

QUOTES = ROOT.parent / "shared" / "bench" / "quotes"
FAITHFUL = frozenset([Verdict.EXACT, Verdict.TYPOGRAPHIC, Verdict.EDITORIAL])
ALARM = frozenset(list(Verdict)[: list(Verdict).index(Verdict.ALTERED)])
SWAPS = frozenset(["negation", "number", "date", "name_swap", "hedge", "ellipsis_negation",
                   "ocr_number"])  # fmt: skip
NOISE = "ocr"
THRESHOLDS = ((100.0, Verdict.EXACT), (98.5, Verdict.TYPOGRAPHIC), (95.0, Verdict.ALTERED),
              (75.0, Verdict.DISTORTED), (0.0, Verdict.NOT_FOUND))  # fmt: skip
SETTING = 200  # code points of the manuscript on each side


@dataclass(frozen=True, slots=True)
class Case:
    """A quotation with its places, what it is and what is expected."""

    name: str
    kind: str
    verdicts: tuple[Verdict, ...]
    quotation: Quotation
    candidates: tuple[Candidate, ...]
    cited: Cited | None
    setting: tuple[str, str] = ("", "")


def shared_cases(folder: Path) -> Iterable[Case]:
    """Read the benchmark; its ids become documents and sigla as a catalogue would have them."""
    texts = {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("archive/*.txt"))}
    manuscripts: dict[str, str] = {}
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        verdict = Verdict(row["verdict"])
        if verdict is Verdict.IGNORE:
            continue
        name = row["manuscript"]
        if name not in manuscripts:
            manuscripts[name] = (folder / "manuscripts" / name).read_text("utf-8")
        text = manuscripts[name]
        before = text[max(0, row["start"] - SETTING) : row["start"]]
        after = text[row["end"] : row["end"] + SETTING]
        quotation = Quotation(
            span=Span(row["start"], row["end"]),
            text=row["quoted"],
            place=QuotationPlace(row["place"]),
        )
        candidates = tuple(
            Candidate(
                passage=Passage(
                    **document_of(spot["source"]),
                    file=f"{spot['source']}.txt",
                    span=Span(spot["start"], spot["end"]),
                ),
                text=texts[spot["source"]],
                language="en",
            )
            for spot in row["spans"]
        )
        cited = Cited(**document_of(row["cited"])) if row.get("cited") else None
        yield Case(
            row["id"], row["kind"], (verdict,), quotation, candidates, cited,
            (last_sentence(before), first_sentence(after)),
        )  # fmt: skip


def document_of(name: str) -> dict[str, str]:
    """Tell the two translations of one text from two documents."""
    stem, _, siglum = name.rpartition("_")
    if siglum in ("kjv", "web"):
        return {"document": stem, "siglum": siglum}
    return {"document": name, "siglum": "en"}


def last_sentence(text: str) -> str:
    """Give what stands before a quotation in its sentence."""
    return text[max(text.rfind(mark) for mark in (".", "\n\n", "!", "?", "”", '"')) + 1 :]


def first_sentence(text: str) -> str:
    """Give what stands after a quotation in its sentence."""
    ends = [at for at in (text.find(mark) for mark in (".", "\n\n", "!", "?", "“")) if at >= 0]
    return text[: min(ends, default=len(text))]


def invented_cases() -> Iterable[Case]:
    """Read the project's own pairs; the kind says which half they belong to."""
    for language in LANGUAGES:
        for pair in read_quotations(language):
            yield Case(
                f"{language}-{pair.number}", "held out" if pair.is_held_out else "looked at",
                pair.verdicts, pair.quotation, pair.candidates, CITED, pair.setting,
            )  # fmt: skip


@lru_cache(maxsize=1)
def known_words(folder: Path) -> frozenset[str]:
    """List the words that several documents of an archive have, as an index would know them."""
    counts: Counter[str] = Counter()
    for path in folder.glob("archive/*.txt"):
        words = "".join(c if c.isalpha() else " " for c in path.read_text("utf-8").casefold())
        counts.update(set(words.split()))
    return frozenset(word for word, count in counts.items() if count > 1)


def by_threshold(case: Case) -> Verdict:
    """Judge by similarity alone, as one would do without rules."""
    best = max(
        (
            ratio(case.quotation.text, c.text[c.passage.span.start : c.passage.span.end])
            for c in case.candidates
        ),
        default=0.0,
    )
    return next(verdict for least, verdict in THRESHOLDS if best >= least)


def macro_f1(pairs: Sequence[tuple[Verdict, Verdict]]) -> float:
    """Average the F1 of the verdicts that are expected at all."""
    scores = []
    for verdict in {expected for expected, _ in pairs}:
        right = sum(a == b == verdict for a, b in pairs)
        found = sum(b == verdict for _, b in pairs)
        wanted = sum(a == verdict for a, _ in pairs)
        scores.append(2 * right / (found + wanted))
    return sum(scores) / len(scores)


def print_scores(title: str, judged: Sequence[tuple[Case, Verdict]]) -> None:
    """Print accuracy, macro F1, and the errors that matter."""
    pairs = [
        (verdict if verdict in case.verdicts else case.verdicts[0], verdict)
        for case, verdict in judged
    ]
    accuracy = sum(a == b for a, b in pairs) / len(pairs)
    swapped = [v for c, v in judged if c.kind in SWAPS]
    missed = sum(verdict in FAITHFUL for verdict in swapped)
    noise = [v for c, v in judged if c.kind == NOISE]
    clean = [v for c, v in judged if c.verdicts[0] in FAITHFUL]
    print(f"{title:<12} accuracy {accuracy:.3f}  macro F1 {macro_f1(pairs):.3f}", end="")
    print(f"  swaps called faithful {missed}/{len(swapped)}", end="")
    print(
        f"  noise called distorted {sum(v is Verdict.DISTORTED for v in noise)}/{len(noise)}",
        end="",
    )
    print(f"  faithful alarmed {sum(v in ALARM for v in clean)}/{len(clean)}")


def print_kinds(judged: Sequence[tuple[Case, Verdict]]) -> None:
    """Print how many of each kind are right, and what the others are called."""
    kinds: defaultdict[str, list[Verdict]] = defaultdict(list)
    right: Counter[str] = Counter()
    for case, verdict in judged:
        kinds[case.kind].append(verdict)
        right[case.kind] += verdict in case.verdicts
    for kind, verdicts in sorted(kinds.items()):
        told = ", ".join(f"{v} {n}" for v, n in Counter(verdicts).most_common())
        print(f"  {kind:<18}{right[kind]:>4}/{len(verdicts):<4} {told}")


def print_errors(judged: Sequence[tuple[Case, Verdict]]) -> None:
    """Print every quotation that is judged otherwise than expected."""
    for case, verdict in judged:
        if verdict in case.verdicts:
            continue
        print(f"{case.name} {case.kind}: {case.verdicts[0]} expected, {verdict} found")
        print(f"    {case.quotation.text}")
        for candidate in case.candidates:
            span, text = candidate.passage.span, candidate.text
            around = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 60]
            print(f"    {around[0]!r} ⟦{text[span.start : span.end]}⟧ {around[1]!r}")
        judgement = judge_case(case)
        for one in judgement.differences:
            words = f"{one.source_words!r} -> {one.quoted_words!r}"
            print(f"      {one.nature}: {words} {one.explanation}")
        print(f"      also {judgement.also} lost {judgement.lost!r}")


def judge_case(case: Case, words: frozenset[str] = frozenset()) -> Judgement:
    """Judge one case."""
    return judge(
        case.quotation, case.candidates, cited=case.cited, setting=case.setting,
        knows=(lambda word, _: word in words) if words else None,
    )  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quotes", type=Path, default=QUOTES)
    parser.add_argument("--invented", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--kind", action="append")
    options = parser.parse_args(arguments)
    cases = list(invented_cases() if options.invented else shared_cases(options.quotes))
    cases = [case for case in cases if not options.kind or case.kind in options.kind]
    words = frozenset() if options.invented else known_words(options.quotes)
    start = time.process_time()
    judged = [(case, judge_case(case, words).verdict) for case in cases]
    seconds = time.process_time() - start
    print_scores("provtrack", judged)
    print_scores("threshold", [(case, by_threshold(case)) for case in cases])
    print(f"{len(cases)} quotations, {1000 * seconds / len(cases):.2f} ms each")
    print_kinds(judged)
    if options.errors:
        print_errors(judged)


if __name__ == "__main__":
    main()
