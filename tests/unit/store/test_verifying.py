"""provtrack.store: what `verify` finds."""

import json
import shutil
from pathlib import Path

import pytest

from provtrack.errors import StoreError
from provtrack.store import Store, summaries_of
from provtrack.store.inventory import digest_of, sidecar_of
from tests.acts import act, first_act, next_act, store_with

ORACLE_CASES = Path(__file__).parents[3].parent / "shared/conformance/provenance/ocfl-own"


@pytest.fixture
def store(tmp_path):
    return store_with(tmp_path, first_act(), next_act(2), next_act(3, "We shall never sign."))


def codes(store: Store) -> list[str]:
    return [finding.code for finding in store.verify()]


def place(store: Store, path: str) -> Path:
    return store.folder / "oder-1962" / path


def rewrite(path: Path, old: bytes, new: bytes) -> None:
    assert old in path.read_bytes()
    path.write_bytes(path.read_bytes().replace(old, new))


def test_whole_store_has_no_finding(store):
    assert store.verify() == []


def test_damaged_text_is_named_with_both_digests(store):
    text = place(store, "v1/content/texts/E1/text.txt")
    expected = digest_of(text.read_bytes())
    rewrite(text, b"not", b"now")
    (finding,) = store.verify()
    assert finding.code == "STO001"
    assert finding.place == "oder-1962/v1/content/texts/E1/text.txt"
    assert expected in finding.message
    assert digest_of(text.read_bytes()) in finding.message


def test_missing_text_is_named(store):
    place(store, "v2/content/texts/E1/text.txt").unlink()
    assert [f.place for f in store.verify() if f.code == "STO002"] == [
        "oder-1962/v2/content/texts/E1/text.txt"
    ]


@pytest.mark.parametrize(
    "path", ["x.txt", "v1/x.txt", "v1/content/x.txt", "v1/content/texts/E1/source/x.txt"]
)
def test_unknown_file_is_named(store, path):
    place(store, path).parent.mkdir(exist_ok=True)
    place(store, path).write_text("x")
    (finding,) = store.verify()
    assert (finding.code, finding.place) == ("STO003", f"oder-1962/{path}")


@pytest.mark.parametrize("path", ["x", "v1/x", "v1/content/x"])
def test_empty_folder_is_named(store, path):
    place(store, path).mkdir()
    assert codes(store) == ["STO003"]


def test_unknown_file_beside_the_documents_is_named(store):
    (store.folder / "notes.txt").write_text("x")
    assert [(f.code, f.place) for f in store.verify()] == [("STO003", "notes.txt")]


def test_link_is_named(store):
    place(store, "v1/content/texts/E1/link").symlink_to("/etc/hostname")
    assert codes(store) == ["STO013"]


@pytest.mark.parametrize("folder", ["", "v1/", "v3/"])
def test_damaged_inventory_is_named(store, folder):
    rewrite(place(store, f"{folder}inventory.json"), b"A. Editor", b"B. Editor")
    assert ("STO004", f"oder-1962/{folder}inventory.json") in [
        (finding.code, finding.place) for finding in store.verify()
    ]


@pytest.mark.parametrize("folder", ["", "v1/", "v3/"])
def test_damaged_sidecar_is_named(store, folder):
    rewrite(place(store, f"{folder}inventory.json.sha512"), b"inventory", b"invent0ry")
    assert ("STO006", f"oder-1962/{folder}inventory.json.sha512") in [
        (finding.code, finding.place) for finding in store.verify()
    ]


def test_damaged_newest_inventory_is_no_reason_to_show_an_older_state(store):
    place(store, "v3/inventory.json").write_bytes(b"{}")
    with pytest.raises(StoreError, match=r"v3/inventory\.json is damaged"):
        store.history("oder-1962")


def test_document_with_a_damaged_inventory_is_listed_with_its_fault(store):
    place(store, "inventory.json").write_bytes(b"{}")
    (summary,) = summaries_of(store)
    assert "inventory.json is damaged" in (summary.fault or "")


def resealed(path: Path, old: bytes, new: bytes) -> None:
    """Change an inventory and make its sidecar fit."""
    rewrite(path, old, new)
    path.with_name("inventory.json.sha512").write_bytes(sidecar_of(path.read_bytes()))


def test_rewritten_message_of_an_earlier_recording_is_an_error(store):
    resealed(place(store, "v1/inventory.json"), b'"record E1@1"', b'"record E1@9"')
    assert codes(store) == ["STO008"]


def test_time_changed_in_all_inventories_contradicts_the_event(store):
    for folder in ("v1/", "v2/", "v3/", ""):
        resealed(
            place(store, f"{folder}inventory.json"),
            b"2024-05-31T09:15:00Z",
            b"2023-05-31T09:15:00Z",
        )
    assert set(codes(store)) == {"STO010"}


def test_event_exchanged_with_all_its_digests_breaks_the_chain(store):
    event = place(store, "v1/content/event.json")
    old = digest_of(event.read_bytes())
    rewrite(event, b"A. Editor", b"B. Editor")
    new = digest_of(event.read_bytes())
    for folder in ("v1/", "v2/", "v3/", ""):
        resealed(place(store, f"{folder}inventory.json"), old.encode(), new.encode())
    assert ("STO009", "oder-1962/v2/content/event.json") in [
        (finding.code, finding.place) for finding in store.verify()
    ]
    with pytest.raises(StoreError, match="the history was altered"):
        store.history("oder-1962")


def test_text_exchanged_with_its_digest_in_the_inventories_contradicts_the_event(store):
    text = place(store, "v3/content/texts/E1/text.txt")
    old = digest_of(text.read_bytes())
    rewrite(text, b"never", b"maybe")
    new = digest_of(text.read_bytes())
    for folder in ("v3/", ""):
        resealed(place(store, f"{folder}inventory.json"), old.encode(), new.encode())
    assert {"STO010", "STO014"} == set(codes(store))


def test_missing_recording_in_the_middle_is_named(store):
    shutil.rmtree(place(store, "v2"))
    assert ("STO002", "oder-1962/v2") in [(f.code, f.place) for f in store.verify()]


def test_events_dated_backwards_are_a_warning(tmp_path):
    late = act(first_act().files, when="2025-01-01T00:00:00Z")
    assert codes(store_with(tmp_path, late, act({}))) == ["STO015"]


def test_altered_readme_is_a_warning(store):
    rewrite(store.folder / "README.txt", b"historical", b"hysterical")
    assert [(f.code, f.severity) for f in store.verify()] == [("STO012", "warning")]


def test_damaged_declarations_are_named(store):
    (store.folder / "0=ocfl_1.1").write_text("ocfl_1.0\n")
    place(store, "0=ocfl_object_1.1").write_text("x")
    assert codes(store) == ["STO001", "STO001"]


def test_event_of_a_later_format_is_named(store):
    event = place(store, "v3/content/event.json")
    old = digest_of(event.read_bytes())
    fields = json.loads(event.read_bytes())
    event.write_text(json.dumps({**fields, "format": 2}))
    new = digest_of(event.read_bytes())
    for folder in ("v3/", ""):
        resealed(place(store, f"{folder}inventory.json"), old.encode(), new.encode())
    assert codes(store) == ["STO016"]


def test_one_document_can_be_verified_alone(store):
    store.record("elbe-1947", first_act("elbe-1947"))
    rewrite(place(store, "v1/content/texts/E1/text.txt"), b"not", b"now")
    assert store.verify(["elbe-1947"]) == []


def test_verify_writes_nothing_and_works_on_a_folder_without_rights_to_write(store):
    store.folder.chmod(0o500)
    try:
        assert store.verify() == []
    finally:
        store.folder.chmod(0o700)


@pytest.mark.conformance
@pytest.mark.skipif(not ORACLE_CASES.is_dir(), reason="conformance data is not beside the project")
@pytest.mark.parametrize(
    "case", sorted(p.name for p in ORACLE_CASES.glob("*") if p.is_dir() and "good" not in p.name)
)
def test_defect_known_to_ocfl_is_an_error_here(tmp_path, case):
    store = Store.create(tmp_path / "versions")
    shutil.copytree(ORACLE_CASES / case, store.folder / "case")
    assert "error" in [finding.severity for finding in store.verify()]
