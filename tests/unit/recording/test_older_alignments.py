"""The alignment of an older revision is read from the history, with the pins of its time."""

from collections.abc import Callable

import pytest

from provtrack.aligner import mirrored
from provtrack.comparing.aligning import recorded_alignment
from provtrack.comparing.opening import OpenedVersion, held_version
from provtrack.model.history import History
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.model.names import PinKind
from provtrack.recording import Recorded, pin, read_decisions
from provtrack.recording.correcting import Correction, correct_from
from provtrack.store import Store, VersionName, holdings_of

WHEN = "2024-06-01T10:00:00Z"
LETTER = "We shall not sign the treaty.\n\nThe courier leaves on Friday.\n\nThe river has risen."


@pytest.fixture
def letter(store: Store, record_text: Callable[..., Recorded]) -> Store:
    """Give a store with a letter and a translation, its first paragraph pinned to the third."""
    record_text("R", LETTER, kind="transcription")
    record_text("E1", LETTER.replace("shall", "will"), derived_from=["R"])
    pair = (name("R"), name("E1"))
    decisions = read_decisions(PinKind.MUST_LINK, "1:3")
    pin(store, pair, decisions, reason="Facsimile.", by="B. Reader", when=WHEN)
    return store


def name(siglum: str, revision: int | None = None) -> VersionName:
    return VersionName(document="oder-1962", siglum=siglum, revision=revision)


def opened(store: Store, siglum: str, revision: int | None = None) -> OpenedVersion:
    return held_version(holdings_of(store, "oder-1962"), name(siglum, revision))


def correct(store: Store, siglum: str, text: str) -> None:
    imported = Imported(importer="text", versions=(ImportedVersion(text=text),))
    correction = Correction(imported=imported)
    correct_from(store, name(siglum), correction, reason="Misread.", by="A. Editor", when=WHEN)


def test_alignment_of_an_older_revision_keeps_the_pins_of_its_time(letter):
    before = recorded_alignment(opened(letter, "R"), opened(letter, "E1"))
    assert ((0,), (2,)) in {(bead.base, bead.witness) for bead in before.beads}
    correct(letter, "E1", "Nothing is left.\n\nOf what was pinned.")
    correct(letter, "E1", "And now.\n\nEven less.")
    assert recorded_alignment(opened(letter, "R"), opened(letter, "E1", 1)) == before
    assert recorded_alignment(opened(letter, "E1", 1), opened(letter, "R")) == mirrored(before)


def test_revisions_that_were_never_the_newest_together_have_no_recorded_alignment(letter):
    correct(letter, "R", LETTER.replace("courier", "runner"))
    correct(letter, "E1", LETTER.replace("shall", "must"))
    assert recorded_alignment(opened(letter, "R", 1), opened(letter, "E1", 2)) is None
    assert recorded_alignment(opened(letter, "R", 1), opened(letter, "E1", 1)) is not None


def test_the_history_is_read_once_more_at_most(letter, monkeypatch):
    correct(letter, "R", LETTER.replace("courier", "runner"))
    correct(letter, "E1", LETTER.replace("shall", "must"))
    holdings, asked, history = holdings_of(letter, "oder-1962"), [], Store.history

    def counted(store: Store, document: str, *, number: int | None = None) -> History:
        asked.append(number)
        return history(store, document, number=number)

    monkeypatch.setattr(Store, "history", counted)
    holdings.alignments_of({"R": 2, "E1": None})
    assert asked == []
    holdings.alignments_of({"R": 1, "E1": 1})
    assert asked == [3]
