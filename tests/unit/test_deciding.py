"""Decisions as recorded acts: by a named person, kept through corrections, taken back."""

from pathlib import Path

import pytest

from provtrack.comparing import compare_versions, held_version
from provtrack.deciding import Opinion, decide, decisions_of, undecide
from provtrack.errors import AlreadyHeldError, UsageError
from provtrack.model.comparison import Change
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.model.names import DecisionStatus, EventKind, Nature, Significance
from provtrack.model.review import Reviews
from provtrack.model.stored import load
from provtrack.recording import Recorded, open_store, read_options, record
from provtrack.recording.correcting import Correction, correct_from
from provtrack.recording.planning import plan_imported
from provtrack.recording.projects import create_project
from provtrack.store import Store, VersionName, holdings_of

WHEN = "2024-06-01T10:00:00Z"
E1, E2 = (VersionName(document="oder-1962", siglum=siglum) for siglum in ("E1", "E2"))
LETTER = "We shall not sign the treaty.\n\nThe courier leaves on Friday.\n\nThe river has risen."
OTHER = LETTER.replace("not sign", "sign").replace("Friday", "Monday")
QUERY = DecisionStatus.QUERY


@pytest.fixture
def letter(tmp_path: Path) -> Store:
    """Give a store with two translations that differ in a negation and in a day."""
    store = open_store(create_project(tmp_path / "project", by="A. Editor"))
    for siglum, text in (("E1", LETTER), ("E2", OTHER)):
        given = {"document": "oder-1962", "siglum": siglum, "kind": "translation", "language": "en"}
        imported = Imported(importer="text", versions=(ImportedVersion(text=text),))
        plan = plan_imported(store, imported, read_options(given))
        record(store, plan, by="A. Editor", when=WHEN)
    return store


def changes(store: Store, base: VersionName = E1, witness: VersionName = E2) -> list[Change]:
    holdings = holdings_of(store, "oder-1962")
    opened = held_version(holdings, base), [held_version(holdings, witness)]
    comparison = compare_versions(*opened).collation.witnesses[0]
    return [change for bead in comparison.beads for change in bead.changes]


def decided(store: Store, number: int, pair=(E1, E2), by="B. Reader", **opinion) -> Recorded:
    """Decide on the change with a number."""
    ids = [changes(store)[number].id]
    return decide(store, pair, ids, Opinion(**opinion), by=by, when=WHEN)


def corrected(store: Store, siglum: str, text: str) -> Recorded:
    correction = Correction(imported=Imported(importer="x", versions=(ImportedVersion(text=text),)))
    name = VersionName(document="oder-1962", siglum=siglum)
    return correct_from(store, name, correction, reason="Misread.", by="A. Editor", when=WHEN)


def test_a_decision_is_a_review_event_of_a_named_person(letter):
    event = decided(letter, 0, note="A slip").event
    assert (event.kind, event.by, event.versions) == (
        EventKind.REVIEW, "B. Reader", ("E1@1", "E2@1"),
    )  # fmt: skip
    assert "“not” in E1, nothing in E2" in event.reason
    assert "A slip" in event.reason


def test_a_later_comparison_has_the_decision(letter):
    decided(letter, 0, nature=Nature.WORDING)
    assert [one.decision and one.decision.by for one in changes(letter)] == ["B. Reader", None]


def test_significance_follows_the_nature_where_none_is_given(letter):
    decided(letter, 1, nature=Nature.DATE_FORM)
    assert changes(letter)[1].significance_that_counts is Significance.ACCIDENTAL


def test_pair_named_the_other_way_round_is_the_same_pair(letter):
    decided(letter, 0, pair=(E2, E1))
    assert changes(letter)[0].decision is not None
    assert changes(letter, E2, E1)[0].decision is not None


def test_several_changes_are_decided_in_one_event(letter):
    ids = [one.id for one in changes(letter)]
    event = decide(letter, (E1, E2), ids, Opinion(), by="B. Reader", when=WHEN).event
    assert event.number == 3
    assert all(one.decision for one in changes(letter))


def test_an_unknown_change_is_refused_in_one_sentence(letter):
    with pytest.raises(UsageError, match="no change aaaa-aaaa between E1 and E2"):
        decide(letter, (E1, E2), ["aaaaaaaa"], Opinion(), by="B. Reader", when=WHEN)


def test_a_query_needs_its_question(letter):
    with pytest.raises(UsageError, match="--note"):
        decided(letter, 0, status=QUERY)


def test_the_same_decision_by_the_same_person_is_recorded_once(letter):
    decided(letter, 0)
    with pytest.raises(AlreadyHeldError, match="decided so already"):
        decided(letter, 0)


def test_the_later_of_two_decisions_counts_and_both_stay(letter):
    decided(letter, 0)
    decided(letter, 0, by="C. Second", status=QUERY, note="Is it in the facsimile?")
    assert changes(letter)[0].decision.by == "C. Second"
    listed = decisions_of(letter, (E1, E2))
    assert [(one.recorded.decision.by, one.is_overridden) for one in listed] == [
        ("B. Reader", True), ("C. Second", False),
    ]  # fmt: skip


def test_taking_back_lets_the_earlier_decision_count_again(letter):
    decided(letter, 0)
    decided(letter, 0, by="C. Second")
    ids = [changes(letter)[0].id]
    undecide(letter, (E1, E2), ids, reason="Misread.", by="C. Second", when=WHEN)
    assert changes(letter)[0].decision.by == "B. Reader"


def test_what_is_taken_back_stays_in_the_history(letter):
    decided(letter, 0)
    undecide(letter, (E2, E1), None, reason="Misread.", by="C. Second", when=WHEN)
    assert changes(letter)[0].decision is None
    files = letter.history("oder-1962", number=3).files
    assert len(load(Reviews, files["reviews.json"], place="").decisions) == 1


def test_taking_back_what_is_not_decided_is_refused(letter):
    with pytest.raises(UsageError, match="nothing is decided"):
        undecide(letter, (E1, E2), None, reason="x", by="C. Second", when=WHEN)


def test_a_decision_survives_a_correction_elsewhere(letter):
    decided(letter, 0)
    corrected(letter, "E2", "A heading.\n\n" + OTHER.replace("risen", "fallen"))
    assert [bool(one.decision) for one in changes(letter) if one.nature is Nature.NEGATION] == [
        True
    ]


def test_a_decision_survives_a_correction_of_other_words_of_its_paragraph(letter):
    decided(letter, 0)
    assert corrected(letter, "E1", LETTER.replace("treaty", "Treaty")).findings == ()
    assert [bool(one.decision) for one in changes(letter) if one.nature is Nature.NEGATION] == [
        True
    ]


def test_a_decision_whose_words_were_corrected_is_reported_and_stays(letter):
    decided(letter, 0)
    found = corrected(letter, "E1", LETTER.replace("shall not", "shall")).findings
    assert [(one.code, "“not” in E1" in one.message) for one in found] == [("REV101", True)]
    assert [one.is_orphan for one in decisions_of(letter, (E1, E2))] == [True]
