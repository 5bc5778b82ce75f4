"""Measure what a store's lexicon does: cases aligned alone, and with what another case taught.

The first case of 300 paragraphs of each pair of languages teaches, aligned by ourselves, not by its
gold; the short ones, the excerpts and the other cases of that size are aligned with and without.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.align_cases import Case, scorer
from provtrack.aligner import align, taught_by
from provtrack.model.alignment import Alignment
from provtrack.model.lexicon import Lexicon
from provtrack.text.languages import share_language


def print_with_lexicon(cases: Sequence[Case], wanted: Sequence[str], shared: Path) -> None:
    """Print strict and lax figures without and with a lexicon, then their means.

    Args:
        cases: All there are.
        wanted: Names of those to align; a teacher is taken from all.
    """
    print("\nwith the store's lexicon: strict, lax without -> with")
    taught: dict[str, Lexicon | None] = {}
    rows: dict[str, list[tuple[float, ...]]] = {"short": [], "excerpt": [], "300": []}
    for case, teacher in _lessons(cases):
        if case.name not in wanted:
            continue
        if teacher.name not in taught:
            taught[teacher.name] = _taught(teacher)
        without = _figures(case, None, shared)
        with_it = _figures(case, taught[teacher.name], shared)
        rows[_size(case) or "300"].append((*without, *with_it))
        print(
            _line(f"{case.name} after {teacher.name}", rows[_size(case) or "300"][-1]), flush=True
        )
    for size, figures in rows.items():
        if figures:
            mean = tuple(sum(column) / len(figures) for column in zip(*figures, strict=True))
            print(_line(f"mean, {size} ({len(figures)})", mean))


def _lessons(cases: Sequence[Case]) -> Iterator[tuple[Case, Case]]:
    """Pair each case with the one that teaches it."""
    teachers: Mapping[str, Case] = {
        _pair(case): case for case in reversed(cases) if _size(case) == "300"
    }
    for case in cases:
        teacher = teachers.get(_pair(case))
        if _size(case) and teacher and teacher is not case and case.is_strict:
            yield case, teacher


def _pair(case: Case) -> str:
    """Name the languages as the case's name does."""
    return "-".join(case.name.split("-")[:2])


def _size(case: Case) -> str | None:
    """Tell short cases, excerpts and cases of 300 paragraphs by their names."""
    if share_language(*case.languages) or not case.name.startswith(_pair(case) + "-"):
        return None
    if case.name.endswith("excerpt"):
        return "excerpt"
    if re.search(r"-s\d+$", case.name):
        return "short"
    return "300" if re.search(r"-m\d", case.name) else None


def _aligned(case: Case, lexicon: Lexicon | None) -> Alignment:
    return align(
        case.base,
        case.witness,
        base_language=case.languages[0],
        witness_language=case.languages[1],
        lexicon=lexicon,
    )


def _taught(case: Case) -> Lexicon | None:
    return taught_by(
        _aligned(case, None),
        case.base,
        case.witness,
        base_language=case.languages[0],
        witness_language=case.languages[1],
    )


def _figures(case: Case, lexicon: Lexicon | None, shared: Path) -> tuple[float, float]:
    """Give strict and lax F1."""
    score = scorer(shared)
    beads = [(bead.base, bead.witness) for bead in _aligned(case, lexicon).beads]
    found = score.score(score.read(case.gold), beads)
    return found["strict"]["f1"], found["lax"]["f1"]


def _line(name: str, figures: Sequence[float]) -> str:
    strict, lax, strict_with, lax_with = figures
    return f"{name:44} {strict:.3f} {lax:.3f} -> {strict_with:.3f} {lax_with:.3f}"
