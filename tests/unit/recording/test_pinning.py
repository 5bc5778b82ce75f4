"""Pins as recorded acts: one event for many, stored with the pair, carried over corrections."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from provtrack.errors import AlreadyHeldError, UsageError
from provtrack.model.alignment import Pin, StoredAlignment
from provtrack.model.history import Act
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.model.names import EventKind, PinKind, SideName
from provtrack.model.stored import dump
from provtrack.recording import NumberedPin, Recorded, pin, pins_of, read_pins, unpin
from provtrack.recording.alignments import AlignedText
from provtrack.recording.correcting import Correction, correct_from
from provtrack.recording.orphans import orphan_findings
from provtrack.store import Store, VersionName, holdings_of

WHEN = "2024-06-01T10:00:00Z"
R, E1, E2 = (VersionName(document="oder-1962", siglum=siglum) for siglum in ("R", "E1", "E2"))
MUST, CANNOT = PinKind.MUST_LINK, PinKind.CANNOT_LINK
LETTER = "We shall not sign the treaty.\n\nThe courier leaves on Friday.\n\nThe river has risen."

PLACES = [
    ("envoy", "harbour"), ("courier", "castle"), ("general", "market"), ("doctor", "garden"),
    ("painter", "bridge"), ("minister", "station"), ("priest", "library"), ("pilot", "island"),
    ("baker", "museum"), ("singer", "forest"), ("farmer", "palace"), ("teacher", "valley"),
    ("sailor", "square"), ("miller", "chapel"), ("banker", "tavern"), ("hunter", "prison"),
]  # fmt: skip


@pytest.fixture
def letter(store: Store, record_text: Callable[..., Recorded]) -> Store:
    """Give a store with a letter and a translation that derives from it."""
    record_text("R", LETTER, kind="transcription")
    record_text("E1", LETTER.replace("shall", "will"), derived_from=["R"])
    return store


def link(words: str, kind: PinKind = MUST) -> tuple[NumberedPin, ...]:
    return read_pins(kind, words)


def pinned(store: Store, pair=(R, E1), *numbered: NumberedPin, by: str = "B. Reader") -> Recorded:
    return pin(store, pair, numbered or link("1:2"), reason="Facsimile.", by=by, when=WHEN)


def stored(store: Store) -> dict[tuple[str, str], StoredAlignment]:
    return {(one.base, one.witness): one for one in holdings_of(store, "oder-1962").alignments}


def stored_pins(store: Store, numbered: tuple[NumberedPin, ...]) -> tuple[Pin, ...]:
    """Make pins by recording and taking them back."""
    pinned(store, (R, E1), *numbered)
    made = stored(store)["R@1", "E1@1"].pins
    unpin(store, (R, E1), numbered, reason="Wrong.", by="B. Reader", when=WHEN)
    return made


def corrected(store: Store, siglum: str, text: str) -> Recorded:
    imported = Imported(importer="text", versions=(ImportedVersion(text=text),))
    name = VersionName(document="oder-1962", siglum=siglum)
    correction = Correction(imported=imported)
    return correct_from(store, name, correction, reason="Misread.", by="A. Editor", when=WHEN)


def test_pin_is_an_align_event_of_a_named_person_with_a_reason(letter):
    event = pinned(letter).event
    assert (event.kind, event.by, event.reason) == (EventKind.ALIGN, "B. Reader", "Facsimile.")
    assert event.versions == ("R@1", "E1@1")


def test_stored_alignment_keeps_to_the_pin_and_holds_it(letter):
    pinned(letter)
    found = stored(letter)["R@1", "E1@1"]
    assert ((0,), (1,)) in {(bead.base, bead.witness) for bead in found.alignment.beads}
    assert [(one.base[0].words, one.by) for one in found.pins] == [
        ("We shall not sign the treaty.", "B. Reader")
    ]


def test_many_pins_are_one_event(letter):
    event = pinned(letter, (R, E1), *link("1:2"), *link("2:1"), *link("3:1", CANNOT)).event
    assert event.number == 3
    assert len(stored(letter)["R@1", "E1@1"].pins) == 3


def test_pair_named_the_other_way_round_is_the_same_pair(letter):
    pinned(letter, (E1, R), *link("2:1"))
    assert set(stored(letter)) == {("R@1", "E1@1")}
    assert str(pins_of(letter, (R, E1)).honoured[0][0]) == "must-link 1:2"
    assert str(pins_of(letter, (E1, R)).honoured[0][0]) == "must-link 2:1"


def test_versions_that_do_not_derive_from_each_other_get_an_alignment(letter, record_text):
    record_text("E2", LETTER.replace("river", "water"), derived_from=["R"])
    pinned(letter, (E1, E2))
    assert ("E1@1", "E2@1") in stored(letter)
    unpin(letter, (E1, E2), None, reason="Wrong.", by="B. Reader", when=WHEN)
    assert ("E1@1", "E2@1") not in stored(letter)


def test_unpin_gives_the_alignment_back_as_it_was(letter):
    before = stored(letter)
    pinned(letter)
    unpin(letter, (R, E1), link("1:2"), reason="Wrong.", by="B. Reader", when=WHEN)
    assert stored(letter) == before


def of_letter(store: Store) -> StoredAlignment:
    return stored(store)["R@1", "E1@1"]


def test_pin_names_the_recorded_alignment_it_continues_by_its_digest(letter):
    former = {one.path: one.sha512 for one in letter.history("oder-1962").events[-1].changed}
    pinned(letter)
    named = dict(of_letter(letter).alignment.settings)["continued from"]
    assert named == former["alignments/R--E1.json"]


def test_pin_leaves_all_beads_alone_that_it_does_not_touch(store, record_text):
    days = [f"On day {k} the {noun} came to the {place}." for k, (noun, place) in enumerate(PLACES)]
    record_text("R", "\n\n".join(days), kind="transcription")
    record_text("E1", "\n\n".join(days).replace("came", "went"), derived_from=["R"])
    before = of_letter(store).alignment.beads
    pinned(store, (R, E1), *link("2:3"))
    after = of_letter(store).alignment.beads
    assert after[-8:] == before[-8:]
    assert after != before


def test_alignment_made_by_another_method_is_not_continued(letter):
    old = of_letter(letter)
    older = old.model_copy(update={"alignment": replace(old.alignment, method="likelihood-0")})
    act = Act(
        kind=EventKind.ALIGN, by="A. Editor", when=WHEN, reason="Older.", versions=("R@1", "E1@1"),
        files={"alignments/R--E1.json": dump(older)},
    )  # fmt: skip
    letter.record("oder-1962", act)
    pinned(letter)
    assert of_letter(letter).alignment.method == old.alignment.method
    assert not of_letter(letter).alignment.settings


def test_locked_side_touches_every_bead_so_all_are_aligned_anew(letter):
    pinned(letter)
    pinned(letter, (R, E1), NumberedPin(kind=PinKind.LOCKED, locked=SideName.BASE))
    assert not of_letter(letter).alignment.settings


def test_unpin_gives_back_what_stood_before_however_many_pins_are_taken_back(letter):
    before = letter.history("oder-1962").files["alignments/R--E1.json"]
    for words in ("1:2", "2:1", "3:3"):
        pinned(letter, (R, E1), *link(words))
    unpin(letter, (R, E1), None, reason="Wrong.", by="B. Reader", when=WHEN)
    assert letter.history("oder-1962").files["alignments/R--E1.json"] == before


def test_unpin_of_an_earlier_pin_keeps_the_later_ones(letter):
    pinned(letter, (R, E1), *link("1:2"))
    pinned(letter, (R, E1), *link("3:3"))
    unpin(letter, (R, E1), link("1:2"), reason="Wrong.", by="B. Reader", when=WHEN)
    alignment = of_letter(letter).alignment
    assert [(b.base, b.witness) for b in alignment.beads if b.evidence[0].startswith("pinned")] == [
        ((2,), (2,))
    ]
    assert ((0,), (0,)) in {(bead.base, bead.witness) for bead in alignment.beads}


def test_unpin_takes_back_what_is_named_only(letter):
    pinned(letter, (R, E1), *link("1:2"), NumberedPin(kind=PinKind.LOCKED, locked=SideName.BASE))
    unpin(letter, (R, E1), link("1:2"), reason="Wrong.", by="B. Reader", when=WHEN)
    assert [str(said) for said, _ in pins_of(letter, (R, E1)).honoured] == ["locked base"]


def test_unpin_of_what_is_not_pinned_is_refused(letter):
    with pytest.raises(UsageError, match="no pin must-link 1:3"):
        unpin(letter, (R, E1), link("1:3"), reason="Wrong.", by="B. Reader", when=WHEN)


def test_the_same_pin_by_the_same_person_is_held_already(letter):
    pinned(letter)
    with pytest.raises(AlreadyHeldError, match=r"pinned already: must-link 1:2 by B\. Reader"):
        pinned(letter)


def test_pin_against_a_recorded_one_is_refused_and_nothing_is_recorded(letter):
    head = pinned(letter).head
    with pytest.raises(UsageError, match=r"1:2 by B\. Reader and must-link 1:3 by C\. Who"):
        pinned(letter, (R, E1), *link("1:3"), by="C. Who")
    assert holdings_of(letter, "oder-1962").head == head


def test_pin_without_reason_is_refused(letter):
    with pytest.raises(UsageError, match="say why"):
        pin(letter, (R, E1), link("1:2"), reason=" ", by="B. Reader", when=WHEN)


def test_paragraph_that_is_not_there_is_named(letter):
    with pytest.raises(UsageError, match=r"R@1 has 3 paragraphs; there is no 9"):
        pinned(letter, (R, E1), *link("9:1"))


def test_versions_of_two_documents_cannot_be_pinned(letter):
    with pytest.raises(UsageError, match="two documents"):
        pinned(letter, (R, VersionName(document="elbe-1962", siglum="E1")))


def test_abstract_cannot_be_pinned(letter, record_text):
    record_text("S", "The treaty is refused.", kind="abstract", derived_from=["R"])
    with pytest.raises(UsageError, match="abstract"):
        pinned(letter, (R, VersionName(document="oder-1962", siglum="S")))


def test_pin_survives_a_corrected_text(letter):
    pinned(letter)
    recorded = corrected(letter, "R", "A heading.\n\n" + LETTER.replace("treaty", "traety"))
    assert recorded.findings == ()
    (said, one), *_ = pins_of(letter, (R, E1)).honoured
    assert str(said) == "must-link 2:2"
    assert one.base[0].words == "We shall not sign the traety."
    beads = stored(letter)["R@2", "E1@1"].alignment.beads
    assert ((1,), (1,)) in {(bead.base, bead.witness) for bead in beads}


def test_orphan_is_reported_and_stays_on_record(letter):
    pinned(letter)
    recorded = corrected(letter, "R", "\n\n".join(LETTER.split("\n\n")[1:]))
    assert [finding.code for finding in recorded.findings] == ["PIN101"]
    assert "must-link 1:2 by B. Reader" in recorded.findings[0].message
    assert len(stored(letter)["R@2", "E1@1"].pins) == 1
    assert len(pins_of(letter, (R, E1)).orphans) == 1


def test_orphan_is_said_to_have_lost_the_side_it_has_lost(letter):
    pinned(letter)
    recorded = corrected(letter, "R", "\n\n".join(LETTER.split("\n\n")[1:]))
    (finding,) = recorded.findings
    assert "“We shall not sign the treaty.” is not found in R@2. It stays" in finding.message
    assert "courier" not in finding.message
    assert "later pin" not in finding.message


def test_orphan_that_a_later_pin_contradicts_names_that_pin(letter):
    earlier = stored_pins(letter, link("1:1"))
    later = stored_pins(letter, link("1:1", CANNOT))
    holdings = holdings_of(letter, "oder-1962")
    sides = [
        AlignedText(version=holdings.version(siglum), text=holdings.text(siglum))
        for siglum in ("R", "E1")
    ]
    (finding,) = orphan_findings(*sides, [*earlier, *later])
    assert "must-link 1:1 by B. Reader has no effect any more" in finding.message
    assert ": cannot-link 1:1 by B. Reader says otherwise." in finding.message


def test_orphan_comes_back_with_its_paragraph(letter):
    pinned(letter)
    corrected(letter, "R", "\n\n".join(LETTER.split("\n\n")[1:]))
    recorded = corrected(letter, "R", LETTER)
    assert recorded.findings == ()
    assert str(pins_of(letter, (R, E1)).honoured[0][0]) == "must-link 1:2"


def test_pins_of_an_unrelated_pair_survive_a_corrected_text(letter, record_text):
    record_text("E2", LETTER.replace("river", "water"), derived_from=["R"])
    pinned(letter, (E1, E2))
    corrected(letter, "E2", LETTER.replace("river", "stream"))
    assert len(stored(letter)["E1@1", "E2@2"].pins) == 1


@pytest.mark.parametrize(
    ("words", "base", "witness"),
    [("3:4,5", (3,), (4, 5)), ("3-5:4", (3, 4, 5), (4,)), (" 1, 3 : 2 ", (1, 3), (2,))],
)
def test_pin_is_read_as_readers_write_it(words, base, witness):
    assert read_pins(MUST, words) == (NumberedPin(kind=MUST, base=base, witness=witness),)


def test_one_sided_link_is_one_pin_a_paragraph():
    assert [str(one) for one in read_pins(MUST, "3,4:")] == ["must-link 3:", "must-link 4:"]


@pytest.mark.parametrize("words", ["", ":", "3", "0:1", "a:b", "3:4:5", "3;4", "5-3:1", "1-9999:1"])
def test_what_is_no_pin_is_refused(words):
    with pytest.raises(UsageError, match=r"not a pin|backwards|more than"):
        read_pins(MUST, words)


def test_one_sided_cannot_link_is_refused():
    with pytest.raises(UsageError, match="one side only"):
        read_pins(CANNOT, "3:")
