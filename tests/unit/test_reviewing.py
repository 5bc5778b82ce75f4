"""provtrack.reviewing: what a change is called, and what is decided on it."""

from dataclasses import replace

import pytest

from provtrack.collation import collate, compare
from provtrack.model.comparison import Change, Comparison
from provtrack.model.names import DecisionStatus, Nature, Significance
from provtrack.model.review import Decision, RecordedDecision
from provtrack.reviewing import decision_in_words, read_id, reviewed, reviewed_change
from tests.factories import alignment, bead, compared

BASE = compared("A", "We shall not sign.", "He left on 2 May.", "He left on 2 May.")
WITNESS = compared("B", "We shall sign.", "He left on 3 May.", "He left on 3 May.")
ONE_BY_ONE = alignment(*(bead((k,), (k,)) for k in range(3)))
SETTLED, QUERY = DecisionStatus.SETTLED, DecisionStatus.QUERY


def read() -> Comparison:
    return compare(BASE, WITNESS, alignment=ONE_BY_ONE)


def changes(comparison: Comparison) -> list[Change]:
    return [change for bead in comparison.beads for change in bead.changes]


def recorded(number: int, status=SETTLED, by="O. Brand", **more) -> RecordedDecision:
    """Decide on the change with a number in the comparison of the two."""
    comparison = read()
    change = reviewed_change(comparison, BASE, changes(comparison)[number].id)
    decision = Decision(by=by, when="2024-01-02T09:00:00Z", status=status, **more)
    return RecordedDecision(base="A", witness="B", change=change, decision=decision)


def test_the_id_of_a_change_is_fixed_for_ever():
    assert [change.id for change in changes(read())] == ["we7a-lpkz", "oje3-uhm2", "fkjr-prj2"]


def test_like_changes_in_like_paragraphs_are_told_apart():
    _, second, third = changes(reviewed(read(), [recorded(2)]))
    assert (second.decision, third.decision.by) == (None, "O. Brand")


def test_the_programs_answer_stays_beside_the_decision():
    decision = recorded(0, nature=Nature.WORDING, significance=Significance.SUBSTANTIVE)
    change = changes(reviewed(read(), [decision]))[0]
    assert (change.nature, change.nature_that_counts) == (Nature.NEGATION, Nature.WORDING)


def test_of_two_decisions_the_later_counts_and_the_earlier_stands_behind_it():
    decisions = [recorded(0, by="A. Early"), recorded(0, QUERY, by="Z. Late", note="Why?")]
    decision = changes(reviewed(read(), decisions))[0].decision
    assert (decision.by, [one.by for one in decision.earlier]) == ("Z. Late", ["A. Early"])


def test_a_decision_whose_change_is_gone_is_an_orphan():
    corrected = compared("B", "We shall not sign.", *WITNESS.paragraphs[1:])
    comparison = compare(BASE, corrected, alignment=ONE_BY_ONE)
    decision = recorded(0)
    assert reviewed(comparison, [decision]).orphans == (decision,)


def test_an_addition_of_a_paragraph_is_known_though_its_neighbours_change():
    added = compared("B", "We shall not sign.", "A postscript.")
    before = compare(compared("A", "We shall not sign."), added)
    after = compare(compared("A", "We shall never sign."), added)
    ids = [[one.id for one in found.beads[-1].changes] for found in (before, after)]
    assert ids[0] == ids[1] != []


def test_collate_puts_decisions_beside_the_changes_of_their_witness():
    collation = collate(
        BASE, [WITNESS], alignments={"B": ONE_BY_ONE}, decisions={"B": [recorded(1)]}
    )
    assert [bool(one.decision) for one in changes(collation.witnesses[0])] == [False, True, False]


@pytest.mark.parametrize("typed", ["K7FM2XQA", " k7fm-2xqa", "#k7fm-2xqa", "k7fm 2xqa"])
def test_an_id_is_read_as_people_type_it(typed):
    assert read_id(typed) == "k7fm-2xqa"


def test_figures_that_no_id_has_are_read_as_the_letters_they_look_like():
    assert read_id("12l0-qwbr") == "l2lo-qwbr"


def test_a_decision_in_words_names_what_the_program_says():
    decision = recorded(
        0, nature=Nature.WORDING, significance=Significance.SUBSTANTIVE, note="A slip"
    )
    change = changes(reviewed(read(), [decision]))[0]
    assert decision_in_words(change) == (
        "Settled as wording, substantive, by O. Brand, 2024-01-02: A slip. "
        "The program says: negation."
    )


def test_an_undecided_change_has_no_words_of_a_decision():
    assert decision_in_words(replace(changes(read())[0], decision=None)) == ""
