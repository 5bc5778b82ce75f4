"""provtrack.store.adopting: a document with its history leaves one store and enters another."""

import json
from dataclasses import replace

import pytest

from provtrack.errors import AlreadyHeldError, FormatError, ProvtrackError
from provtrack.model.names import EventKind
from provtrack.store import Store
from provtrack.store.inventory import digest_of
from tests.acts import (
    FilesWithoutWaiting,
    act,
    complaints,
    first_act,
    next_act,
    snapshot,
    store_with,
    version_files,
)


@pytest.fixture
def package(tmp_path):
    """A document with a correction and a file that was removed."""
    page = {**version_files("R", "Нет."), "texts/R/source/page.html": b"<p>"}
    store = store_with(
        tmp_path, first_act(), next_act(), act(page), act({"texts/R/source/page.html": None})
    )
    return store.package("oder-1962")


@pytest.fixture
def other(tmp_path):
    """An empty store with another prefix."""
    (tmp_path / "other").mkdir()
    return Store.create(
        tmp_path / "other" / "versions", id_prefix="info:other/", files=FilesWithoutWaiting()
    )


def test_adopted_document_has_the_same_heads_and_the_same_folder(tmp_path, package, other):
    other.adopt(package)
    assert other.history("oder-1962").heads == package.heads
    folder = tmp_path / "versions" / "oder-1962"
    assert snapshot(other.folder / "oder-1962") == snapshot(folder)


def test_adopted_document_is_whole_for_us_and_for_ocfl(package, other):
    other.adopt(package)
    assert other.verify() == []
    assert complaints(other) == []


def test_adopted_document_can_be_recorded_on(package, other):
    other.adopt(package)
    other.record("oder-1962", next_act(revision=3, text="We may sign."))
    assert other.history("oder-1962").heads[:4] == package.heads
    assert other.verify() == []


@pytest.mark.parametrize(
    ("here", "words"),
    [
        ((first_act(), next_act()), "with the same history"),
        ((first_act(), next_act(), act({}, reason="Seen.")), "with 1 later event: there"),
        ((first_act(), act({}, reason="Seen.")), "agree up to event 1"),
        ((first_act(text="Another."),), "with another history"),
    ],
)
def test_document_that_is_held_is_not_written_over(tmp_path, other, here, words):
    package = store_with(tmp_path, first_act(), next_act()).package("oder-1962")
    for one in here:
        other.record("oder-1962", one)
    before = snapshot(other.folder)
    with pytest.raises(AlreadyHeldError, match=words):
        other.adopt(package)
    assert snapshot(other.folder) == before


def rewritten(package, place, **fields):
    """Write an event anew and give the package with it; the later events stay."""
    events = list(package.events)
    event = json.loads(events[place - 1]) | fields
    events[place - 1] = json.dumps(event).encode()
    return replace(package, events=tuple(events))


def forged(package, path, content):
    """Let the last event record a file, with all digests right."""
    digest = digest_of(content)
    contents = {**package.contents, digest: content}
    changed = [{"path": path, "sha512": digest}]
    return rewritten(replace(package, contents=contents), 4, changed=changed)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda p: rewritten(p, 2, reason="Better."), "event 3 does not follow"),
        (lambda p: rewritten(p, 4, number=7), "event 4 does not follow"),
        (lambda p: rewritten(p, 1, document="other"), "event 1 does not follow"),
        (lambda p: rewritten(p, 4, when="yesterday"), "not a time"),
        (lambda p: rewritten(p, 4, by="two\nlines"), "a name on one line"),
        (lambda p: forged(p, "../../etc/passwd", b"x"), "not a path inside a document"),
        (lambda p: forged(p, "/etc/passwd", b"x"), "not a path inside a document"),
        (lambda p: forged(p, "texts/E1/source/con", b"x"), "reserved on some systems"),
        (lambda p: forged(p, "texts/e1/text.txt", b"x"), "differ by case only"),
        (lambda p: forged(p, "texts/E1/text.txt", b"\xff"), "not UTF-8"),
        (lambda p: forged(p, "texts/E1/text.txt", b"Yes."), "text's sha256"),
        (lambda p: forged(p, "document.json", b"[" * 99), "nested"),
        (lambda p: forged(p, "document.json", b'{"id": "a", "id": "b"}'), "twice"),
        (lambda p: replace(p, uri="info:provtrack/else"), "has the URI"),
        (lambda p: replace(p, uri="../oder-1962"), "not an id prefix"),
        (lambda p: replace(p, document="../oder-1962"), "not a document id"),
        (lambda p: replace(p, events=()), "0 events"),
        (lambda p: replace(p, events=(b"{",)), "is not JSON"),
        (lambda p: replace(p, contents={}), "is missing"),
        (lambda p: replace(p, contents=dict.fromkeys(p.contents, b"x")), "damaged"),
    ],
)
def test_package_that_does_not_hold_together_is_refused_whole(package, other, change, words):
    changed = change(package)
    before = snapshot(other.folder)
    with pytest.raises(ProvtrackError, match=words):
        other.adopt(changed)
    assert snapshot(other.folder) == before


def test_event_that_hides_a_change_is_refused(package, other):
    same = digest_of(package.contents[json.loads(package.events[0])["changed"][0]["sha512"]])
    hidden = rewritten(package, 4, changed=[{"path": "document.json", "sha512": same}])
    with pytest.raises(FormatError, match="does not tell which files it changed"):
        other.adopt(hidden)


def test_package_holds_what_was_ever_recorded(package):
    assert b"We shall not sign." in package.contents.values()
    assert b"<p>" in package.contents.values()
    assert json.loads(package.events[1])["kind"] == EventKind.CORRECT


def test_package_with_more_events_than_a_store_takes_is_refused(package, other):
    with pytest.raises(FormatError, match="2001 events"):
        other.adopt(replace(package, events=package.events[:1] * 2001))


def test_document_held_with_a_shorter_history_takes_the_later_events(tmp_path, package, other):
    shorter = replace(package, events=package.events[:1])
    assert other.adopt(shorter) == 1
    assert other.adopt(package) == len(package.events) - 1
    assert snapshot(other.folder / "oder-1962") == snapshot(tmp_path / "versions" / "oder-1962")
    assert (other.verify(), complaints(other)) == ([], [])


def test_later_events_that_are_altered_add_nothing(package, other):
    other.adopt(replace(package, events=package.events[:1]))
    before = snapshot(other.folder)
    altered = package.events[-1].replace(b'"number":', b'"nummer":')
    with pytest.raises(ProvtrackError):
        other.adopt(replace(package, events=(*package.events[:-1], altered)))
    assert snapshot(other.folder) == before


def test_document_of_the_same_events_and_another_uri_is_not_continued(package, other):
    other.adopt(replace(package, events=package.events[:1]))
    with pytest.raises(AlreadyHeldError, match="is held already as"):
        other.adopt(replace(package, uri="info:elsewhere/oder-1962"))
