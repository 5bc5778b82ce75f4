"""provtrack.recording: correct, retract, note, describe."""

import pytest

from provtrack.errors import AlreadyHeldError, NotInStoreError, UsageError
from provtrack.model.names import EventKind
from provtrack.recording import correct, describe, note, read_options, retract
from provtrack.store import holdings_of, parse_version_name
from tests.acts import complaints

WHEN = "2024-06-01T10:00:00Z"
E1 = parse_version_name("oder-1962:E1")
WHO = {"by": "B. Editor", "when": WHEN}


@pytest.fixture
def corrected_file(tmp_path):
    file = tmp_path / "corrected.txt"
    file.write_text("We shall sign the treaty.\n\nThe courier leaves on Friday.")
    return file


def test_correction_is_a_new_revision_with_its_reason(store, record_text, corrected_file):
    record_text("E1")
    recorded = correct(store, E1, corrected_file, reason="Misread.", **WHO)
    assert recorded.event.kind == EventKind.CORRECT
    assert (recorded.event.versions, recorded.event.reason) == (("E1@2",), "Misread.")
    assert complaints(store) == []


def test_text_of_an_earlier_revision_stays_readable(store, record_text, corrected_file):
    record_text("E1", "We shall not sign.")
    correct(store, E1, corrected_file, reason="Misread.", **WHO)
    holdings = holdings_of(store, "oder-1962")
    assert holdings.text("E1", 1) == "We shall not sign."
    assert holdings.version("E1", 1).revision == 1
    assert holdings.text("E1") == "We shall sign the treaty.\n\nThe courier leaves on Friday."


def test_metadata_stays_unless_the_recorder_says_otherwise(store, record_text, corrected_file):
    record_text("E1", translator="Anna Petrova", published_in="Bulletin 5")
    options = read_options({"translator": "Boris Ivanov"})
    correct(store, E1, corrected_file, reason="Misread.", options=options, **WHO)
    version = holdings_of(store, "oder-1962").versions["E1"]
    assert [agent.name for agent in version.agents] == ["Boris Ivanov"]
    assert version.published_in == ("Bulletin 5",)


def test_alignments_are_made_again_with_the_corrected_text(store, record_text, corrected_file):
    record_text("E1")
    record_text("E2", derived_from="E1")
    correct(store, E1, corrected_file, reason="Misread.", **WHO)
    holdings = holdings_of(store, "oder-1962")
    (stored,) = holdings.alignments
    assert (stored.base, stored.witness) == ("E1@2", "E2@1")
    assert stored.base_sha256 == holdings.versions["E1"].text_sha256


def test_correction_that_changes_nothing_is_refused(store, record_text, corrected_file):
    record_text("E1", corrected_file.read_text())
    with pytest.raises(AlreadyHeldError, match="has this text already"):
        correct(store, E1, corrected_file, reason="Misread.", **WHO)


def test_only_the_newest_revision_can_be_corrected(store, record_text, corrected_file):
    record_text("E1")
    correct(store, E1, corrected_file, reason="Misread.", **WHO)
    with pytest.raises(UsageError, match="not the newest revision, which is 2"):
        correct(store, parse_version_name("oder-1962:E1@1"), corrected_file, reason="x", **WHO)


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_correction_needs_a_reason(store, record_text, corrected_file, reason):
    record_text("E1")
    with pytest.raises(UsageError, match="--reason TEXT"):
        correct(store, E1, corrected_file, reason=reason, **WHO)


def test_retracted_version_stays_readable_with_the_reason(store, record_text):
    record_text("E1", "We shall not sign.")
    retract(store, E1, reason="Not from this letter.", **WHO)
    holdings = holdings_of(store, "oder-1962")
    assert holdings.versions["E1"].retracted == "Not from this letter."
    assert holdings.text("E1") == "We shall not sign."


def test_version_is_not_retracted_twice(store, record_text):
    record_text("E1")
    retract(store, E1, reason="Not from this letter.", **WHO)
    with pytest.raises(AlreadyHeldError, match="retracted already: Not from this letter"):
        retract(store, E1, reason="Again.", **WHO)


def test_note_stands_in_the_history_and_changes_no_file(store, record_text):
    record_text("E1")
    recorded = note(store, E1, text="Seen in the reading room.", **WHO)
    assert (recorded.event.kind, recorded.event.changed) == (EventKind.NOTE, ())
    events = store.history("oder-1962").events
    assert [event.reason for event in events] == [None, "Seen in the reading room."]


def test_described_document_has_the_new_title_and_keeps_the_rest(store, record_text):
    record_text("E1", title="The treaty letter of November", reference="AVPRF, f. 90")
    options = read_options({"title": "The courier letter of November"})
    describe(store, "oder-1962", options, reason="Title of the archive.", **WHO)
    document = holdings_of(store, "oder-1962").document
    assert [title.text for title in document.titles] == ["The courier letter of November"]
    assert document.references == ("AVPRF, f. 90",)


def test_title_in_another_language_is_added_by_describing(store, record_text):
    record_text("E1", title="The treaty letter of November")
    options = read_options({"title": "Письмо о договоре"})
    describe(store, "oder-1962", options, reason="Title of the archive.", **WHO)
    assert len(holdings_of(store, "oder-1962").document.titles) == 2


def test_description_that_changes_nothing_is_refused(store, record_text):
    record_text("E1", type="Letter")
    with pytest.raises(UsageError, match="nothing to change"):
        describe(store, "oder-1962", read_options({"type": "Letter"}), reason="x", **WHO)


def test_unknown_version_is_answered_with_what_is_there(store, record_text):
    record_text("E1")
    record_text("R", "Мы не подпишем.", language="ru")
    with pytest.raises(NotInStoreError, match="has no version 'E7'; it has E1, R"):
        retract(store, parse_version_name("oder-1962:E7"), reason="x", **WHO)


def test_unknown_document_is_answered_with_what_is_there(store, record_text):
    record_text("E1")
    with pytest.raises(NotInStoreError, match="it holds oder-1962"):
        note(store, parse_version_name("elbe-1947:E1"), text="x", **WHO)
