"""provtrack.store: what it holds, as nouns."""

import pytest

from provtrack.errors import NotInStoreError, UsageError
from provtrack.model.document import Note, Notes
from provtrack.model.stored import dump
from provtrack.store import VersionName, holdings_of, parse_version_name, summaries_of
from provtrack.store.holdings import natural_order
from tests.acts import act, first_act, next_act, store_with, version_files


@pytest.fixture
def store(tmp_path):
    return store_with(tmp_path, first_act(text="Old."), next_act(2, "New."))


def test_version_name_with_and_without_revision():
    assert parse_version_name("oder-1962:E1@2") == VersionName(
        document="oder-1962", siglum="E1", revision=2
    )
    assert str(parse_version_name("oder-1962:E1")) == "oder-1962:E1"


@pytest.mark.parametrize(
    "name",
    ["", "E1", "oder-1962", "oder-1962:", ":E1", "a:b:c", "oder:E1@0", "oder:E1@x", "Oder:E1"],
)
def test_what_is_no_version_name_is_answered_with_what_one_looks_like(name):
    with pytest.raises(UsageError, match="for example benediktov-1962"):
        parse_version_name(name)


def test_newest_revision_is_held(store):
    holdings = holdings_of(store, "oder-1962")
    assert (holdings.versions["E1"].revision, holdings.text("E1")) == (2, "New.")
    assert holdings.head == store.head("oder-1962")


def test_earlier_revision_is_read_as_it_was(store):
    holdings = holdings_of(store, "oder-1962")
    assert (holdings.text("E1", 1), holdings.version("E1", 1).revision) == ("Old.", 1)


def test_missing_revision_is_answered_with_those_held(store):
    with pytest.raises(NotInStoreError, match="has the revisions 1 to 2; there is no 3"):
        holdings_of(store, "oder-1962").text("E1", 3)


def test_missing_version_is_answered_with_those_held(store):
    with pytest.raises(NotInStoreError, match="has no version 'R'; it has E1"):
        holdings_of(store, "oder-1962").text("R")


def test_notes_are_read_in_their_order(store):
    notes = Notes(notes=(Note(position=2, kind="footnote", text="Sic."),))
    store.record("oder-1962", act({"texts/E1/notes.json": dump(notes)}))
    assert holdings_of(store, "oder-1962").notes("E1") == notes.notes


def test_sigla_are_listed_in_natural_order(store):
    files = {
        **version_files("E10", "Ten."),
        **version_files("R", "R."),
        **version_files("E2", "2."),
    }
    store.record("oder-1962", act(files))
    assert list(holdings_of(store, "oder-1962").versions) == ["E1", "E2", "E10", "R"]


def test_natural_order_compares_numbers_by_value():
    assert sorted(["E10", "e2", "A", "E2-b", "E"], key=natural_order) == [
        "A", "E", "e2", "E2-b", "E10",
    ]  # fmt: skip


def test_summary_tells_title_versions_and_head(store):
    (summary,) = summaries_of(store)
    assert (summary.document, summary.number, summary.when) == (
        "oder-1962",
        2,
        "2024-05-31T09:15:00Z",
    )
    assert [version.siglum for version in summary.versions] == ["E1"]
    assert summary.head == store.head("oder-1962")
