"""provtrack.packing: a document as files for people, and those files as a document again."""

import json

import pytest

from provtrack.errors import FormatError, NewerFormatError
from provtrack.packing import LABEL, pack, unpack, whole_of
from tests.acts import act, first_act, next_act, store_with, version_files

EARLIER = "history/0001/texts/E1/text.txt"


@pytest.fixture
def package(tmp_path):
    """A document whose text was corrected once."""
    return store_with(tmp_path, first_act(), next_act()).package("oder-1962")


def test_newest_text_stands_at_the_top_and_the_earlier_one_in_the_history(package):
    files = pack(package)
    assert files["texts/E1/text.txt"] == b"We shall sign."
    assert files[EARLIER] == b"We shall not sign."


def test_files_are_the_package_again(package):
    assert unpack(pack(package)) == package


def test_history_is_told_in_words(package):
    told = pack(package)["history.txt"].decode()
    assert "2. 2024-05-31T09:15:00Z  correct E1@2\n   by A. Editor" in told
    assert "reason: Misread." in told
    assert package.head in told


def test_readme_names_document_and_versions(package):
    readme = pack(package)["README.txt"].decode()
    assert "E1: translation, en. texts/E1/text.txt" in readme
    assert "Identifier: info:provtrack/oder-1962" in readme


def test_removed_file_is_carried_in_the_history(tmp_path):
    files = {**version_files(), "texts/E1/source/page.html": b"<p>"}
    removal = act({"texts/E1/source/page.html": None})
    store = store_with(tmp_path, first_act(), act(files), removal)
    packed = pack(store.package("oder-1962"))
    assert packed["history/0002/texts/E1/source/page.html"] == b"<p>"
    assert "texts/E1/source/page.html" not in packed
    assert unpack(packed) == store.package("oder-1962")


def test_text_that_came_back_stands_at_the_top_only(tmp_path):
    store = store_with(
        tmp_path, first_act(), next_act(), next_act(revision=3, text="We shall not sign.")
    )
    packed = pack(store.package("oder-1962"))
    assert EARLIER not in packed
    assert unpack(packed) == store.package("oder-1962")


def test_what_people_read_may_be_written_over(package):
    assert unpack({**pack(package), "README.txt": b"Dear Ines"}) == package


@pytest.mark.parametrize(
    ("path", "content", "words"),
    [
        ("texts/E1/text.txt", b"We shall dance.", "texts/E1/text.txt is not what was recorded"),
        (EARLIER, None, f"{EARLIER} is missing"),
        ("history/0002/event.json", None, "texts/E1/text.txt is not what was recorded"),
        ("history/0001/event.json", None, "history/0001/event.json is missing"),
        ("letter.txt", b"?", "letter.txt is not part of the document's history"),
        (LABEL, None, "there is no provtrack.json"),
        (LABEL, b"[]", "provtrack.json is not a valid PackageLabel file"),
    ],
)
def test_altered_files_are_refused_and_named(package, path, content, words):
    files = pack(package) | {path: content}
    with pytest.raises(FormatError, match=words):
        unpack({name: written for name, written in files.items() if written is not None})


def test_history_that_lost_its_end_is_refused(tmp_path):
    store = store_with(tmp_path, first_act(), act({}, reason="Seen."))
    files = pack(store.package("oder-1962"))
    del files["history/0002/event.json"]
    with pytest.raises(FormatError, match="newest event is not the one"):
        unpack(files)


def test_package_of_a_later_version_is_refused(package):
    files = pack(package)
    label = json.loads(files[LABEL]) | {"format": 2}
    with pytest.raises(NewerFormatError, match="Install a newer provtrack"):
        unpack({**files, LABEL: json.dumps(label).encode()})


def test_whole_document_has_the_newest_state(package):
    whole = whole_of(package)
    assert whole.texts == {"E1": "We shall sign."}
    assert [version.revision for version in whole.versions] == [2]
    assert [event.number for event in whole.events] == [1, 2]
