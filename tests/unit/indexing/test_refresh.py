"""Indexes on the disk: kept, brought up to date, made anew when damaged, read by many."""

import hashlib
import os
import threading
import time

import pytest

from provtrack.errors import FormatError
from provtrack.indexing import ReadText, add, open_index, refresh
from provtrack.search import IndexedText, locate


class Shelf:
    """A source of texts in memory."""

    def __init__(self, texts):
        self.held = dict(texts)
        self.reads = []

    def about(self, name):
        return IndexedText(document=name, file=name, fingerprint=str(hash(self.held[name])))

    def texts(self, known):
        return [self.about(name) for name in sorted(self.held)]

    def read(self, about):
        self.reads.append(about.document)
        text = self.held.get(about.document)
        return None if text is None else ReadText(text)


def letter(number):
    return f"Letter {number}: the ferry number {number} waits at landing {number * 7} since dawn."


@pytest.fixture
def shelf():
    return Shelf({f"d{number:03}": letter(number) for number in range(30)})


def documents(index, number):
    found = locate(f"the ferry number {number} waits at landing {number * 7}", index)
    return [one.passages[0].document for one in found if one.similarity == 1]


def test_an_index_is_kept_and_not_made_again(tmp_path, shelf):
    refresh(tmp_path, shelf)
    shelf.reads.clear()
    index, done = refresh(tmp_path, shelf)
    assert (tuple(shelf.reads), done.added) == ((), 0)
    assert documents(index, 5) == ["d005"]


def test_a_text_that_came_is_found_and_others_are_not_read(tmp_path, shelf):
    refresh(tmp_path, shelf)
    shelf.held["new"] = letter(99)
    shelf.reads.clear()
    index, done = refresh(tmp_path, shelf)
    assert (shelf.reads[:1], done.added, documents(index, 99)) == (["new"], 1, ["new"])


def test_a_text_that_went_is_not_found_any_more(tmp_path, shelf):
    refresh(tmp_path, shelf)
    del shelf.held["d005"]
    index, done = refresh(tmp_path, shelf)
    assert (done.removed, documents(index, 5), documents(index, 6)) == (1, [], ["d006"])


def test_a_text_that_changed_is_found_as_it_is_now(tmp_path, shelf):
    refresh(tmp_path, shelf)
    shelf.held["d005"] = letter(77)
    index, _ = refresh(tmp_path, shelf)
    assert (documents(index, 5), documents(index, 77)) == ([], ["d005"])


def test_there_are_few_parts_after_many_additions(tmp_path, shelf):
    index, _ = refresh(tmp_path, shelf)
    for number in range(100, 140):
        shelf.held[f"n{number}"] = letter(number)
        index = add(index, tmp_path, [shelf.about(f"n{number}")])
    assert len(index.parts) <= 8
    assert documents(index, 120) == ["n120"]


@pytest.mark.parametrize("cut", [0, 5, 40, -1])
def test_a_damaged_part_is_made_anew_and_that_is_said(tmp_path, shelf, cut):
    refresh(tmp_path, shelf)
    part = next(tmp_path.glob("*.part"))
    part.write_bytes(part.read_bytes()[:cut])
    index, done = refresh(tmp_path, shelf)
    assert part.name in done.fault
    assert documents(index, 5) == ["d005"]


def test_a_changed_byte_is_noticed(tmp_path, shelf):
    refresh(tmp_path, shelf)
    part = next(tmp_path.glob("*.part"))
    content = bytearray(part.read_bytes())
    content[-3] ^= 1
    part.write_bytes(content)
    with pytest.raises(FormatError, match="checksum"):
        open_index(tmp_path, shelf)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"format": 99}', b'{"parts": [{"name": "x"}]}'])
def test_a_listing_of_another_format_is_made_anew(tmp_path, shelf, content):
    refresh(tmp_path, shelf)
    (tmp_path / "index.json").write_bytes(content)
    index, done = refresh(tmp_path, shelf)
    assert done.fault
    assert documents(index, 5) == ["d005"]


def test_a_part_outside_the_folder_is_refused(tmp_path, shelf):
    (tmp_path / "index.json").write_bytes(b'{"format": 1, "parts": [{"name": "../x.part"}]}')
    assert "outside" in refresh(tmp_path, shelf)[1].fault


def test_an_interrupted_refresh_leaves_the_index_as_it_was(tmp_path, shelf):
    refresh(tmp_path, shelf)
    shelf.held["new"] = letter(99)

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        refresh(tmp_path, shelf, step=stop)
    index = open_index(tmp_path, shelf)
    assert (documents(index, 5), documents(index, 99)) == (["d005"], [])


def test_files_nobody_names_are_deleted_when_they_are_old(tmp_path, shelf):
    refresh(tmp_path, shelf)
    old, young = tmp_path / "old.part", tmp_path / "young.part"
    old.write_bytes(b"x")
    young.write_bytes(b"x")
    os.utime(old, (time.time() - 7200, time.time() - 7200))
    shelf.held["new"] = letter(99)
    refresh(tmp_path, shelf)
    assert (old.exists(), young.exists()) == (False, True)


def test_an_index_without_a_folder_is_made_in_memory(shelf):
    index, done = refresh(None, shelf)
    assert (done.is_kept, documents(index, 5)) == (False, ["d005"])


def test_a_folder_that_cannot_be_made_costs_only_the_keeping(tmp_path, shelf):
    (tmp_path / "file").write_text("in the way")
    index, done = refresh(tmp_path / "file" / "index", shelf)
    assert (done.is_kept, documents(index, 5)) == (False, ["d005"])


def test_a_text_that_cannot_be_read_is_told(tmp_path, shelf):
    del shelf.held["d005"]
    shelf.texts = lambda known: [IndexedText(document=d, file=d) for d in ("d005", "d006")]
    index, done = refresh(tmp_path, shelf)
    assert (done.unread, documents(index, 6)) == (("d005",), ["d006"])


def test_a_text_that_vanishes_while_it_is_searched_is_not_found(tmp_path, shelf):
    index, _ = refresh(tmp_path, shelf)
    del shelf.held["d005"]
    assert documents(index, 5) == []
    assert index.vanished == {"d005"}


def test_a_text_without_words_is_kept_too(tmp_path, shelf):
    shelf.held = {"empty": ""}
    refresh(tmp_path, shelf)
    shelf.reads.clear()
    index, done = refresh(tmp_path, shelf)
    assert (len(index), done.added, shelf.reads) == (1, 0, [])


def test_what_only_reading_tells_is_kept(tmp_path, shelf):
    refresh(tmp_path, shelf)
    index, _ = refresh(tmp_path, shelf)
    (digest,) = {text.text_sha256 for text in index.parts[0].texts if text.document == "d005"}
    assert digest == hashlib.sha256(letter(5).encode()).hexdigest()


def test_readers_see_a_whole_index_while_another_refreshes(tmp_path, shelf):
    refresh(tmp_path, shelf)
    seen, stop = [], threading.Event()

    def look():
        while not stop.is_set():
            seen.append(documents(open_index(tmp_path, shelf), 5))

    reader = threading.Thread(target=look)
    reader.start()
    for number in range(200, 215):
        shelf.held[f"n{number}"] = letter(number)
        refresh(tmp_path, shelf)
    stop.set()
    reader.join()
    assert seen
    assert all(found == ["d005"] for found in seen)
