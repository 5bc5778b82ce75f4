"""The lexicons of a store: what they are made of, and that nothing but time is lost with a file."""

from pathlib import Path

import pytest

from provtrack.lexicons import Lexicons, lexicons_around
from provtrack.model.lexicon import Lexicon, StoredLexicon
from provtrack.model.names import EventKind
from provtrack.model.stored import dump, load
from provtrack.store import Store
from tests.acts import act, store_with
from tests.two_languages import aligned_act, paragraphs, translated, version

TEXTS = paragraphs(12, seed=1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Give a store with one document in two languages."""
    return store_with(tmp_path, aligned_act("first", TEXTS), document="first")


def lexicon(store: Store) -> Lexicon | None:
    return Lexicons(store).between("ru", "en")


def file_of(store: Store) -> Path:
    return store.folder.parent / ".provtrack/lexicons/en-ru.json"


def test_lexicon_is_made_of_recorded_alignments(store):
    assert lexicon(store).counts["river", "река"] > 1000


def test_lexicon_of_one_language_is_none(store):
    assert Lexicons(store).between("ru", "ru-RU") is None


def test_lexicon_of_languages_nobody_recorded_is_none(store):
    assert Lexicons(store).between("de", "en") is None


def test_order_of_the_languages_does_not_matter(store):
    assert Lexicons(store).between("en-GB", "ru") == lexicon(store)


def test_further_document_adds_to_the_lexicon(store):
    before = lexicon(store)
    store.record("second", aligned_act("second", paragraphs(12, seed=2)))
    after = lexicon(store)
    assert sum(after.counts.values()) > sum(before.counts.values())
    assert all(after.counts[pair] >= count for pair, count in before.counts.items())


def test_document_recorded_in_between_is_seen_when_it_is_told(store):
    lexicons = Lexicons(store)
    lexicons.between("ru", "en")
    store.record("second", aligned_act("second", paragraphs(12, seed=2)))
    lexicons.changed("second")
    assert lexicons.between("ru", "en") == lexicon(store)


def test_own_alignment_is_left_out(store):
    second = aligned_act("second", paragraphs(12, seed=2))
    before = lexicon(store)
    store.record("second", second)
    own = "second", frozenset(("R", "E"))
    assert Lexicons(store).between("ru", "en", without=own) == before


def test_own_alignment_is_not_counted_where_it_is_left_out(store):
    store.record("second", aligned_act("second", paragraphs(12, seed=2)))
    Lexicons(store).between("ru", "en", without=("second", frozenset(("R", "E"))))
    summed = load(StoredLexicon, file_of(store).read_bytes(), place="file")
    assert [one.document for one in summed.alignments] == ["first"]


def test_alone_the_own_alignment_leaves_nothing(store):
    own = "first", frozenset(("E", "R"))
    assert Lexicons(store).between("ru", "en", without=own) is None


def test_retracted_version_does_not_count(store):
    lexicon(store)
    retracted = version("E", translated(TEXTS), retracted="A forgery.")
    store.record(
        "first",
        act(
            {"texts/E/version.json": dump(retracted)},
            kind=EventKind.RETRACT,
            versions=("E@1",),
            reason="A forgery.",
        ),
    )
    assert lexicon(store) is None


def test_corrected_texts_take_the_place_of_the_earlier_ones(store, tmp_path):
    lexicon(store)
    corrected = paragraphs(12, seed=3)
    store.record("first", aligned_act("first", corrected, revision=2))
    (tmp_path / "other").mkdir()
    other = store_with(tmp_path / "other", aligned_act("first", corrected), document="first")
    assert lexicon(store) == lexicon(other)


def test_deleted_file_comes_back_with_the_same_bytes(store):
    lexicon(store)
    store.record("second", aligned_act("second", paragraphs(12, seed=2)))
    lexicon(store)
    content = file_of(store).read_bytes()
    for file in file_of(store).parent.iterdir():
        file.unlink()
    lexicon(store)
    assert file_of(store).read_bytes() == content


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"format": 99}', b'{"format": 1}', "ё".encode("cp1251")],
    ids=["empty", "cut", "list", "later", "bare", "charset"],
)
@pytest.mark.parametrize("name", ["en-ru.json", "documents.json"])
def test_damaged_file_is_made_again(store, name, content):
    before = lexicon(store)
    whole = file_of(store).read_bytes()
    file_of(store).with_name(name).write_bytes(content)
    assert lexicon(store) == before
    assert file_of(store).read_bytes() == whole


def test_altered_count_is_not_believed(store):
    before = lexicon(store)
    text = file_of(store).read_text("utf-8")
    count = before.counts["river", "река"]
    file_of(store).write_text(text.replace(f'"река": {count}', '"река": 9999999'), "utf-8")
    assert lexicon(store) == before


def test_file_of_another_program_is_made_again(store):
    lexicon(store)
    whole = file_of(store).read_bytes()
    file_of(store).write_bytes(whole.replace(b'"program": "provtrack', b'"program": "older'))
    lexicon(store)
    assert file_of(store).read_bytes() == whole


def test_folder_that_cannot_be_written_costs_time_only(store):
    (store.folder.parent / ".provtrack/lexicons").write_text("in the way")
    assert lexicon(store)


def test_damaged_document_teaches_nothing(store):
    before = lexicon(store)
    store.record("second", aligned_act("second", paragraphs(12, seed=2)))
    (store.folder / "second/v1/content/alignments/R--E.json").write_bytes(b"{}")
    assert lexicon(store) == before


def test_without_a_store_there_are_no_lexicons(tmp_path):
    assert lexicons_around(tmp_path) is None
