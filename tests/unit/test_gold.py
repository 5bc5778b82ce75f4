"""The gold pairs are well-formed, many enough, and scored as their README says."""

from collections import Counter
from dataclasses import replace

import pytest

from provtrack.model.comparison import Change, Reading
from provtrack.model.names import ACCIDENTAL_NATURES, ChangeKind, Nature, Significance
from tests.gold.pairs import LANGUAGES, MANNERS, Pair, Place, read_pairs
from tests.gold.score import score

ENOUGH = {"en": 240, "ru": 60, "zh": 40, "fr": 40, "de": 40}
OFTEN = {
    Nature.NEGATION,
    Nature.MODALITY,
    Nature.FIGURE,
    Nature.DATE,
    Nature.NAME,
    Nature.QUANTIFIER,
    Nature.SPELLING,
    Nature.PUNCTUATION,
    Nature.NAME_FORM,
    Nature.DATE_FORM,
    Nature.FIGURE_FORM,
    Nature.TENSE,
}
PAIRS = {language: read_pairs(language) for language in LANGUAGES}
ALL = [pair for pairs in PAIRS.values() for pair in pairs]


def found(pair: Pair, nature: Nature, base: str, witness: str) -> Change:
    """Make a change of one-paragraph passages from the words on both sides."""
    accidental = nature in ACCIDENTAL_NATURES
    sides = []
    for text, words in ((pair.base, base), (pair.witness, witness)):
        start = text.index(words) if words else 0
        sides.append(Reading(paragraph=0, start=start, end=start + len(words), text=words))
    return Change(
        kind=ChangeKind.SUBSTITUTION if base and witness else ChangeKind.OMISSION,
        significance=Significance.ACCIDENTAL if accidental else Significance.SUBSTANTIVE,
        nature=nature,
        rule="",
        confidence=1.0,
        explanation="",
        base=sides[0],
        witness=sides[1],
    )


@pytest.fixture
def note() -> Pair:
    """A note that the government does not regard as an answer; its witness lacks the not."""
    return PAIRS["en"][0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_enough_pairs(language: str) -> None:
    assert len(PAIRS[language]) >= ENOUGH[language]


def test_english_has_enough_of_every_nature() -> None:
    best = Counter(change.natures[0] for pair in PAIRS["en"] for change in pair.required)
    assert [nature for nature in Nature if best[nature] < (20 if nature in OFTEN else 8)] == []


def test_no_two_pairs_share_an_id_or_a_text() -> None:
    assert len({pair.id for pair in ALL}) == len({pair.base for pair in ALL}) == len(ALL)


def test_every_pair_names_a_manner_and_differs() -> None:
    assert all(pair.manner in MANNERS and pair.base != pair.witness for pair in ALL)


def test_every_expected_reading_stands_where_its_span_says() -> None:
    def stands(place: Place, text: str) -> bool:
        within = place.outer_start <= place.start <= place.end <= place.outer_end <= len(text)
        return within and text[place.start : place.end] == place.text

    for pair in ALL:
        for change in pair.expected:
            assert stands(change.base, pair.base), pair.id
            assert stands(change.witness, pair.witness), pair.id


def test_the_expected_changes_account_for_every_difference() -> None:
    for pair in ALL:
        outside = []
        for side, text in (("base", pair.base), ("witness", pair.witness)):
            kept = list(text)
            for change in pair.expected:
                place: Place = getattr(change, side)
                kept[place.outer_start : place.outer_end] = [""] * (
                    place.outer_end - place.outer_start
                )
            outside.append("".join("".join(kept).split()))
        assert outside[0] == outside[1], pair.id


def test_alternatives_seldom_leave_the_significance_open() -> None:
    required = [change for pair in ALL for change in pair.required]
    assert sum(change.significance is None for change in required) < len(required) * 0.05


def test_the_expected_change_scores_as_found_with_its_span(note: Pair) -> None:
    tally = score(note, [found(note, Nature.NEGATION, "not", "")])
    assert (tally.f1(Nature.NEGATION), tally.spans, tally.mistaken) == (1.0, 1, [])


def test_a_wide_span_answers_but_is_not_right(note: Pair) -> None:
    tally = score(note, [found(note, Nature.NEGATION, "not regard the note", "")])
    assert (tally.answered[Nature.NEGATION], tally.spans) == (1, 0)


def test_a_substantive_change_called_spelling_is_listed(note: Pair) -> None:
    tally = score(note, [found(note, Nature.SPELLING, "not", "")])
    assert len(tally.called_accidental) == len(tally.missed) == len(tally.mistaken) == 1


def test_a_change_that_nobody_expects_costs_precision(note: Pair) -> None:
    expected = found(note, Nature.NEGATION, "not", "")
    tally = score(note, [expected, found(note, Nature.NEGATION, "note", "note")])
    assert tally.precision(Nature.NEGATION) == 0.5


def test_optional_changes_count_neither_way(note: Pair) -> None:
    optional = replace(note.expected[0], is_optional=True)
    tally = score(replace(note, expected=(optional,)), [found(note, Nature.NEGATION, "not", "")])
    assert tally.found.total() == tally.expected.total() == 0


def test_an_accidental_change_called_substantive_is_listed() -> None:
    pair = next(pair for pair in PAIRS["en"] if "recieved the note" in pair.base)
    tally = score(pair, [found(pair, Nature.WORDING, "recieved", "received")])
    assert (len(tally.called_substantive), tally.called_accidental) == (1, [])
