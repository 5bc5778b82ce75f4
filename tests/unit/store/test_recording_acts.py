"""provtrack.store.Store: acts recorded and read again."""

import hashlib
import json

import ocfl
import pytest
import rfc8785

from provtrack.errors import (
    AlreadyHeldError,
    HeadMovedError,
    NewerFormatError,
    NotInStoreError,
    StoreError,
)
from provtrack.model.review import Reviews
from provtrack.model.stored import dump
from provtrack.store import Store
from tests.acts import act, complaints, first_act, next_act, store_with, version_files


def test_recorded_text_is_read_again(tmp_path):
    store = store_with(tmp_path, first_act(text="We shall not sign.\n"))
    assert store.history("oder-1962").files["texts/E1/text.txt"] == b"We shall not sign.\n"


def test_new_store_is_a_valid_ocfl_root(tmp_path):
    assert complaints(Store.create(tmp_path / "versions")) == []


def test_document_of_three_events_is_a_valid_ocfl_object(tmp_path):
    store = store_with(tmp_path, first_act(), next_act(2), next_act(3, "We shall never sign."))
    assert complaints(store) == []


def test_head_is_the_sha512_of_the_newest_event_file(tmp_path):
    store = store_with(tmp_path, first_act(), next_act())
    event = (store.folder / "oder-1962/v2/content/event.json").read_bytes()
    assert store.head("oder-1962") == hashlib.sha512(event).hexdigest()


def test_event_names_the_digest_of_the_event_before(tmp_path):
    store = store_with(tmp_path, first_act())
    head = store.head("oder-1962")
    assert store.record("oder-1962", next_act()).previous == head


def test_event_file_is_canonical_json(tmp_path):
    store = store_with(tmp_path, first_act())
    event = (store.folder / "oder-1962/v1/content/event.json").read_bytes()
    assert event == rfc8785.dumps(json.loads(event))


def test_event_lists_the_files_it_changed_and_no_others(tmp_path):
    store = store_with(tmp_path, first_act())
    event = store.record("oder-1962", next_act())
    assert [one.path for one in event.changed] == ["texts/E1/text.txt", "texts/E1/version.json"]


def test_history_can_be_read_as_of_an_earlier_event(tmp_path):
    store = store_with(tmp_path, first_act(text="Old."), next_act(text="New."))
    history = store.history("oder-1962", number=1)
    assert history.files["texts/E1/text.txt"] == b"Old."
    assert len(history.events) == 1


def test_head_of_an_earlier_event_is_in_the_chain(tmp_path):
    store = store_with(tmp_path, first_act())
    head = store.head("oder-1962")
    store.record("oder-1962", next_act())
    assert store.heads_in_chain("oder-1962", head)
    assert not store.heads_in_chain("oder-1962", "0" * 128)


def test_equal_files_are_kept_once(tmp_path):
    files = version_files("E2", text="We shall not sign.")
    store = store_with(tmp_path, first_act(), act(files, versions=("E2@1",)))
    assert not (store.folder / "oder-1962/v2/content/texts/E2/text.txt").exists()
    assert store.history("oder-1962").files["texts/E2/text.txt"] == b"We shall not sign."


def test_removed_file_stays_in_the_earlier_state(tmp_path):
    store = store_with(tmp_path, first_act(), act({"reviews.json": dump(Reviews())}))
    store.record("oder-1962", act({"reviews.json": None}))
    assert "reviews.json" not in store.history("oder-1962").files
    assert store.history("oder-1962", number=2).files["reviews.json"] == dump(Reviews())
    assert complaints(store) == []


def test_act_without_files_is_an_event(tmp_path):
    store = store_with(tmp_path, first_act())
    assert store.record("oder-1962", act({}, reason="Seen.")).number == 2
    assert complaints(store) == []


def test_documents_are_listed_in_order(tmp_path):
    store = Store.create(tmp_path / "versions")
    for name in ("oder", "elbe"):
        store.record(name, first_act(name))
    assert store.documents() == ["elbe", "oder"]


def test_inventory_names_who_acted_with_an_address(tmp_path):
    store = store_with(tmp_path, act(first_act().files, by="A. Editor <a@example.org>"))
    inventory = json.loads((store.folder / "oder-1962/inventory.json").read_bytes())
    user = {"name": "A. Editor", "address": "mailto:a@example.org"}
    assert inventory["versions"]["v1"]["user"] == user


def test_document_uri_begins_with_the_id_prefix(tmp_path):
    store = Store.create(tmp_path / "versions", id_prefix="https://archive.example.org/doc/")
    store.record("oder-1962", first_act())
    inventory = json.loads((store.folder / "oder-1962/inventory.json").read_bytes())
    assert inventory["id"] == "https://archive.example.org/doc/oder-1962"
    assert complaints(store) == []


def test_act_prepared_for_another_head_is_refused(tmp_path):
    store = store_with(tmp_path, first_act())
    head = store.head("oder-1962")
    store.record("oder-1962", next_act())
    with pytest.raises(HeadMovedError, match="somebody else recorded in oder-1962"):
        store.record("oder-1962", next_act(3), onto=head)


def test_act_meant_to_make_a_document_is_refused_where_it_is_there(tmp_path):
    store = store_with(tmp_path, first_act())
    with pytest.raises(HeadMovedError):
        store.record("oder-1962", first_act(), onto=None)


def test_unknown_document_is_answered_with_what_is_there(tmp_path):
    store = store_with(tmp_path, first_act())
    with pytest.raises(NotInStoreError, match=r"no document 'elbe' in .*; it holds oder-1962\."):
        store.history("elbe")


def test_unknown_event_number_is_refused(tmp_path):
    store = store_with(tmp_path, first_act())
    with pytest.raises(NotInStoreError, match="has the events 1 to 1; there is no 2"):
        store.history("oder-1962", number=2)


def test_store_is_not_made_twice(tmp_path):
    Store.create(tmp_path / "versions")
    with pytest.raises(AlreadyHeldError, match="there is a store at"):
        Store.create(tmp_path / "versions")


def test_store_is_not_made_in_a_folder_with_something_else(tmp_path):
    (tmp_path / "letter.txt").write_text("Dear Sir")
    with pytest.raises(StoreError, match=r"it holds letter\.txt"):
        Store.create(tmp_path)


def test_folder_without_a_declaration_is_no_store(tmp_path):
    with pytest.raises(StoreError, match=r"lacks the file 0=ocfl_1\.1"):
        Store.open(tmp_path)


def test_missing_folder_is_no_store(tmp_path):
    with pytest.raises(NotInStoreError, match="`provtrack init` makes one"):
        Store.open(tmp_path / "versions")


def test_root_of_a_later_ocfl_is_refused(tmp_path):
    (tmp_path / "0=ocfl_2.0").write_text("ocfl_2.0\n")
    with pytest.raises(NewerFormatError, match="Install a newer provtrack"):
        Store.open(tmp_path)


def test_document_of_a_later_ocfl_is_refused(tmp_path):
    store = store_with(tmp_path, first_act())
    declaration = store.folder / "oder-1962/0=ocfl_object_1.1"
    declaration.rename(declaration.with_name("0=ocfl_object_2.0"))
    with pytest.raises(NewerFormatError, match=r"declared as ocfl_object_2\.0"):
        store.history("oder-1962")


def test_ocfl_object_of_another_program_is_refused(tmp_path):
    store = Store.create(tmp_path / "versions")
    source = tmp_path / "files/v1"
    source.mkdir(parents=True)
    (source / "letter.txt").write_text("Dear Sir")
    ocfl.Object(identifier="info:x/oder-1962").build(
        srcdir=str(source.parent), objdir=str(store.folder / "oder-1962")
    )
    with pytest.raises(StoreError, match="oder-1962"):
        store.head("oder-1962")
    assert "error" in [finding.severity for finding in store.verify()]


def test_readme_explains_the_layout(tmp_path):
    store = Store.create(tmp_path / "versions")
    text = (store.folder / "README.txt").read_text("utf-8")
    assert "HOW TO CHECK THAT NOTHING WAS ALTERED" in text
    assert max(len(line) for line in text.splitlines()) <= 90
