"""The gold pairs: invented passages marked as an editor would, half before the rules."""

from collections import Counter
from functools import lru_cache

import pytest

from provtrack.differ import diff
from provtrack.model.comparison import Change
from provtrack.model.names import ACCIDENTAL_NATURES, Nature
from provtrack.taxonomy import classify
from tests.unit.taxonomy.gold import Expected, Pair, pairs

LANGUAGES = ("en", "ru", "de", "fr", "zh")
LEAST_F1 = 0.9
TARGETS = (
    Nature.NEGATION,
    Nature.MODALITY,
    Nature.FIGURE,
    Nature.DATE,
    Nature.NAME,
    Nature.QUANTIFIER,
    Nature.SPELLING,
    Nature.PUNCTUATION,
)


def changes_of(pair: Pair, language: str) -> tuple[Change, ...]:
    """Compare the two passages of a pair."""
    base, witness = (pair.base,), (pair.witness,)
    edits = diff(base, witness, language=language)
    return classify(edits, base, witness, positions=((0,), (0,)), language=language)


def spans(change: Change) -> tuple[tuple[int, int], tuple[int, int]]:
    """Give the places of a change in both passages."""
    return (change.base.start, change.base.end), (change.witness.start, change.witness.end)


@lru_cache
def matched(language: str) -> list[tuple[Expected | None, Change | None]]:
    """Match expected and found changes by span; what has no partner stands with None."""
    rows: list[tuple[Expected | None, Change | None]] = []
    for pair in pairs(language):
        found = {spans(change): change for change in changes_of(pair, language)}
        for expected in pair.expected:
            rows.append((expected, found.pop((expected.base, expected.witness), None)))
        rows += [(None, change) for change in found.values()]
    return rows


@pytest.mark.parametrize("language", LANGUAGES)
def test_spans_are_those_an_editor_marks(language):
    rows = matched(language)
    expected = [change for wanted, change in rows if wanted]
    assert sum(change is not None for change in expected) >= 0.95 * len(expected)


@pytest.mark.parametrize(
    ("language", "nature"),
    [
        (language, nature)
        for language in LANGUAGES
        for nature in TARGETS
        if any(change.nature is nature for pair in pairs(language) for change in pair.expected)
    ],
)
def test_natures_are_those_an_editor_names(language, nature):
    counts = Counter[str]()
    for wanted, change in matched(language):
        is_wanted = wanted is not None and wanted.nature is nature
        is_found = change is not None and change.nature is nature
        counts["both"] += is_wanted and is_found
        counts["one"] += is_wanted != is_found
    assert 2 * counts["both"] / (2 * counts["both"] + counts["one"]) >= LEAST_F1


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_substantive_is_called_accidental(language):
    wrong = [
        change
        for wanted, change in matched(language)
        if wanted
        and change
        and wanted.nature not in ACCIDENTAL_NATURES
        and change.nature in ACCIDENTAL_NATURES
    ]
    assert wrong == []
