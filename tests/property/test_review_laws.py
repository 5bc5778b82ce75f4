"""Laws of decisions: a change is named by its content, so a decision stays with its change."""

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from provtrack.aligner.mirroring import mirrored
from provtrack.collation import compare
from provtrack.model.alignment import Alignment
from provtrack.model.comparison import Change, ComparedVersion, Comparison
from provtrack.model.names import DecisionStatus
from provtrack.model.review import Decision, RecordedDecision
from provtrack.reviewing import id_of, reviewed, reviewed_change
from tests.factories import alignment, bead, compared

SENTENCES = (
    "The ambassador did not approve the draft of 2 November 1962.",
    "The ambassador approved the draft of November 2, 1962.",
    "Zhou Enlai surely received 12,500 rifles in the spring.",
    "Chou En-lai probably received 1,250 rifles in the spring.",
    "Nothing more was heard of it  until the frontier was closed.",
    "No, no, and no again.",
    "No and no again.",
)
PARAGRAPHS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)
PAIRS = st.lists(st.tuples(PARAGRAPHS, PARAGRAPHS), min_size=1, max_size=4)
QUICK = settings(max_examples=50, deadline=None)


def versions(pairs) -> tuple[ComparedVersion, ComparedVersion, Alignment]:
    """Make two versions whose paragraphs answer each other one by one."""
    base, witness = zip(*pairs, strict=True)
    beads = (bead((k,), (k,)) for k in range(len(pairs)))
    return compared("A", *base), compared("B", *witness), alignment(*beads)


def changes(comparison: Comparison) -> list[Change]:
    return [change for bead in comparison.beads for change in bead.changes]


def decision_on(change: Change, comparison: Comparison, base: ComparedVersion) -> RecordedDecision:
    """Settle a change."""
    found = reviewed_change(comparison, base, change.id)
    assert found is not None
    settled = Decision(by="A. Editor", when="2024-01-02T00:00:00Z", status=DecisionStatus.SETTLED)
    return RecordedDecision(base="A", witness="B", change=found, decision=settled)


@given(PAIRS)
@QUICK
def test_no_two_changes_of_a_comparison_have_one_id(pairs):
    base, witness, given_alignment = versions(pairs)
    ids = [change.id for change in changes(compare(base, witness, alignment=given_alignment))]
    assert len(set(ids)) == len(ids)


@given(PAIRS)
@QUICK
def test_a_change_keeps_its_id_when_base_and_witness_are_exchanged(pairs):
    base, witness, given_alignment = versions(pairs)
    there = compare(base, witness, alignment=given_alignment)
    back = compare(witness, base, alignment=mirrored(given_alignment))
    ids = {(one.base, one.witness): one.id for one in changes(there)}
    assert ids == {(one.witness, one.base): one.id for one in changes(back)}


@given(PAIRS, st.data())
@QUICK
def test_a_decision_survives_edits_to_other_paragraphs(pairs, data):
    """A correction elsewhere leaves the decision on its change: none is lost, none is moved.

    Of like changes in like paragraphs one is known by its order among them, so these are left out.
    """
    base, witness, given_alignment = versions(pairs)
    comparison = compare(base, witness, alignment=given_alignment)
    alone = [k for k, one in enumerate(pairs) if sum(set(one) == set(two) for two in pairs) == 1]
    alone = [k for k in alone if comparison.beads[k].changes]
    assume(alone)
    row = data.draw(st.sampled_from(alone))
    change = data.draw(st.sampled_from(comparison.beads[row].changes))
    decision = decision_on(change, comparison, base)
    before, after = data.draw(other_pairs(pairs[row])), data.draw(other_pairs(pairs[row]))
    edited_base, edited_witness, beads = versions([*before, pairs[row], *after])
    again = compare(edited_base, edited_witness, alignment=beads)
    decided = [one for one in changes(reviewed(again, [decision])) if one.decision]
    assert [(one.base.text, one.witness.text, one.base.start) for one in decided] == [
        (change.base.text, change.witness.text, change.base.start)
    ]


def other_pairs(pair) -> st.SearchStrategy[list[tuple[str, str]]]:
    """Draw pairs of paragraphs that are not the pair decided on, in neither order."""
    others = st.tuples(PARAGRAPHS, PARAGRAPHS).filter(lambda one: set(one) != set(pair))
    return st.lists(others, max_size=3)


@given(PAIRS)
@QUICK
def test_every_decision_is_on_a_change_or_an_orphan(pairs):
    base, witness, given_alignment = versions(pairs)
    comparison = compare(base, witness, alignment=given_alignment)
    decisions = [decision_on(one, comparison, base) for one in changes(comparison)]
    halved = replace(comparison, beads=comparison.beads[: len(comparison.beads) // 2])
    found = reviewed(halved, decisions)
    decided = [one.id for one in changes(found) if one.decision]
    assert sorted(decided + [id_of(one.change) for one in found.orphans]) == sorted(
        id_of(one.change) for one in decisions
    )
