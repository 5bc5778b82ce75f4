"""provtrack.store: hostile and broken input is refused before anything is written."""

import pytest

from provtrack.errors import (
    FormatError,
    NameFormatError,
    NewerFormatError,
    NotInStoreError,
    ProvtrackError,
    StoreError,
)
from provtrack.model.document import Document
from provtrack.model.stored import dump
from provtrack.store.layout import check_source_name, safe_source_name
from tests.acts import act, first_act, next_act, snapshot, store_with, version_files

PATHS = [
    "../outside.txt",
    "texts/../../outside.txt",
    "texts/E1/../E2/text.txt",
    "/etc/passwd",
    "texts//text.txt",
    "texts/E1/text.txt/",
    "texts\\E1\\text.txt",
    "C:\\text.txt",
    "texts/E1/source/a\0b.txt",
    "texts/E1/source/a\nb.txt",
    "texts/E1/source/con.txt",
    "texts/E1/source/..",
    "texts/E1/source/a:b",
    "texts/E1/source/page.txt.",
    "texts/E1/source/deep/page.txt",
    "texts/E1/source/e\u0301.txt",
    "texts/E1/source/" + "x" * 201,
    "texts/E1/source/\ud800.txt",
    "texts/E-/text.txt",
    "texts/con/text.txt",
    "texts/E1/other.txt",
    "alignments/E1.json",
    "alignments/E1--E2--E3.json",
    "alignments/../E1--E2.json",
    "event.json",
    "inventory.json",
    "",
    ".",
]


def refused(store, one, error=ProvtrackError, match=None):
    """See that an act is refused and that the store is as it was."""
    before = snapshot(store.folder.parent)
    with pytest.raises(error, match=match):
        store.record("oder-1962", one)
    assert snapshot(store.folder.parent) == before


@pytest.mark.parametrize("path", PATHS)
def test_path_that_is_not_ours_is_refused(tmp_path, path):
    refused(store_with(tmp_path, first_act()), act({path: b"x"}), NameFormatError)


@pytest.mark.parametrize("name", ["../up", "Oder", "a/b", "", "con", "a--b", "x" * 121, "ö", "a\0"])
def test_document_id_that_is_not_allowed_is_refused(tmp_path, name):
    store = store_with(tmp_path, first_act())
    with pytest.raises(NameFormatError, match="not a document id"):
        store.record(name, first_act())
    assert store.documents() == ["oder-1962"]


def test_sigla_that_differ_by_case_only_are_refused(tmp_path):
    store = store_with(tmp_path, first_act())
    refused(store, act(version_files("e1", "Other.")), match="differ by case only")


def test_source_files_that_differ_by_case_only_are_refused(tmp_path):
    files = {"texts/E1/source/Page.txt": b"a", "texts/E1/source/page.txt": b"b"}
    refused(store_with(tmp_path, first_act()), act(files), match="differ by case only")


BROKEN = [
    (b"{", "is not JSON"),
    (b"\xff", "is not UTF-8"),
    (b"[" * 100_000, "nested more than 40 deep"),
    (b'{"id": "oder-1962", "id": "oder-1962"}', "has the key 'id' twice"),
    (b'{"id": "oder-1962", "colour": "red"}', "Extra inputs are not permitted at colour"),
    (b'{"id": "../up"}', "not a document id"),
    (b'{"id": ' + b"9" * 5000 + b"}", "is not JSON of ours"),
    (b'{"id": "elbe-1947"}', "is of the document 'elbe-1947'"),
    (b"null", "is not a valid Document file"),
]


@pytest.mark.parametrize(("content", "words"), BROKEN)
def test_document_file_that_is_none_is_refused(tmp_path, content, words):
    one = act({"document.json": content})
    refused(store_with(tmp_path, first_act()), one, FormatError, words)


def test_file_of_a_later_format_is_refused(tmp_path):
    one = act({"document.json": b'{"format": 2, "id": "oder-1962"}'})
    refused(store_with(tmp_path, first_act()), one, NewerFormatError, "Install a newer provtrack")


def test_text_that_is_not_utf8_is_refused(tmp_path):
    one = act({"texts/E1/text.txt": "Немцы".encode("cp1251")})
    refused(store_with(tmp_path, first_act()), one, FormatError, "is not UTF-8 at byte 0")


def test_text_without_metadata_is_refused(tmp_path):
    one = act({"texts/E2/text.txt": b"Alone."})
    refused(store_with(tmp_path, first_act()), one, FormatError, "'E2' lacks texts/E2/version.json")


def test_text_that_is_not_of_its_digest_is_refused(tmp_path):
    one = act({"texts/E1/text.txt": b"Changed without a word."})
    refused(store_with(tmp_path, first_act()), one, FormatError, "gives the text's sha256 as")


def test_version_file_in_the_folder_of_another_is_refused(tmp_path):
    files = version_files("E3", "We shall not sign.")
    one = act({"texts/E1/version.json": files["texts/E3/version.json"]})
    refused(store_with(tmp_path, first_act()), one, FormatError, "is of the version 'E3'")


def test_document_without_metadata_is_refused(tmp_path):
    store = store_with(tmp_path)
    with pytest.raises(ProvtrackError, match=r"document\.json is missing"):
        store.record("oder-1962", act(version_files()))
    assert store.documents() == []


def test_file_that_is_not_there_cannot_be_removed(tmp_path):
    refused(store_with(tmp_path, first_act()), act({"reviews.json": None}), match="cannot remove")


@pytest.mark.parametrize("by", ["", "  ", "A\nB", "A\0B", "\ud800", "x" * 501])
def test_name_that_is_none_is_refused(tmp_path, by):
    refused(store_with(tmp_path, first_act()), act({}, by=by), match="who acts")


@pytest.mark.parametrize(
    "when", ["", "today", "2024-05-31", "2024-05-31T09:15:00", "2024-13-31T09:15:00Z",
             "2024-05-31T09:15:00+02:00", "2024-05-31T09:15:00.5Z"]
)  # fmt: skip
def test_time_that_is_none_is_refused(tmp_path, when):
    refused(store_with(tmp_path, first_act()), act({}, when=when), match="not a time")


@pytest.mark.parametrize("version", ["E1", "E1@0", "E1@x", "@1", "../E1@1"])
def test_version_without_revision_is_refused(tmp_path, version):
    refused(store_with(tmp_path, first_act()), act({}, versions=(version,)), NameFormatError)


def test_link_in_the_place_of_a_document_is_refused(tmp_path):
    store = store_with(tmp_path, first_act())
    (store.folder / "elbe-1947").symlink_to(store.folder / "oder-1962")
    with pytest.raises(StoreError, match="elbe-1947 is no folder"):
        store.record("elbe-1947", next_act())
    with pytest.raises(NotInStoreError):
        store.history("elbe-1947")
    assert len(store.history("oder-1962").events) == 1


def test_damaged_document_takes_no_further_event(tmp_path):
    store = store_with(tmp_path, first_act())
    event = store.folder / "oder-1962/v1/content/event.json"
    event.write_bytes(event.read_bytes().replace(b"A. Editor", b"B. Editor"))
    refused(store, next_act(), match=r"event\.json is damaged")


def test_document_of_the_largest_allowed_name_is_recorded(tmp_path):
    name = "x" * 120
    store = store_with(tmp_path, act({"document.json": dump(Document(id=name))}), document=name)
    assert store.documents() == [name]


@pytest.mark.parametrize(
    ("received", "kept"),
    [
        ("page.txt", "page.txt"),
        ("../../page.txt", "page.txt"),
        ("C:\\letters\\page.txt", "page.txt"),
        ("a:b?.txt", "a_b_.txt"),
        ("con.txt", "_con.txt"),
        ("e\u0301.txt", "é.txt"),
        ("...", "source"),
        (" page.txt ", "page.txt"),
        ("письмо №5.docx", "письмо №5.docx"),
        ("x" * 300 + ".txt", "x" * 196 + ".txt"),
    ],
)
def test_received_file_is_kept_under_the_nearest_name_every_system_can_have(received, kept):
    assert safe_source_name(received) == kept
    assert check_source_name(kept) == kept
