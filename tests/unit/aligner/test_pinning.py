"""Pins as the aligner sees them: bound by content, honoured, refused where they contradict."""

import pytest

from provtrack.aligner import align, realign
from provtrack.aligner.binding import bind, carried, pinned_paragraph
from provtrack.aligner.pinning import settled
from provtrack.errors import UsageError
from provtrack.model.alignment import Alignment, Pin
from provtrack.model.names import PinKind, SideName

BASE = (
    "The harbour master asked why three coal barges had left Trieste without papers.",
    "The consul answered that the barges belonged to the Lloyd company.",
    "Eleven sailors had died of typhus since Easter, and the lazaretto was full.",
    "They parted without shaking hands and agreed to meet again on Friday.",
)
WITNESS = (
    "The master of the port asked why three coal barges left Trieste without papers.",
    "The consul said that the Lloyd company owned the barges.",
    "Since Easter eleven sailors had died of typhus; the lazaretto was full.",
    "They parted without a handshake, to meet again on Friday.",
)
MUST, CANNOT, LOCKED = PinKind.MUST_LINK, PinKind.CANNOT_LINK, PinKind.LOCKED


def pin(kind, base=(), witness=(), *, texts=(BASE, WITNESS), by="A. Editor", locked=None) -> Pin:
    """Make a pin of positions."""
    return Pin(
        kind=kind,
        base=tuple(pinned_paragraph(texts[0], k) for k in base),
        witness=tuple(pinned_paragraph(texts[1], k) for k in witness),
        locked=locked,
        by=by,
        when="2024-05-31T09:15:00Z",
        reason="Read beside the facsimile.",
    )


def pieces(*pins: Pin, base=BASE, witness=WITNESS):
    """Align and give the beads by their paragraphs."""
    found = align(base, witness, base_language="en", witness_language="en", pins=pins)
    return {(bead.base, bead.witness): bead for bead in found.beads}


def test_must_link_is_a_bead_and_says_who_pinned_it():
    bead = pieces(pin(MUST, [0, 1], [0]))[(0, 1), (0,)]
    assert bead.confidence == 1.0
    assert bead.evidence[0] == "pinned by A. Editor"


def test_must_link_leaves_its_neighbours_to_the_aligner():
    found = pieces(pin(MUST, [1], [1]))
    assert set(found) == {((k,), (k,)) for k in range(4)}


def test_must_link_of_paragraphs_that_are_no_neighbours_is_one_bead():
    assert ((0, 2), (0,)) in pieces(pin(MUST, [0, 2], [0]))


def test_must_link_longer_than_any_bead_the_aligner_makes_is_one_bead():
    many = tuple(f"Entry {k}: paid in full." for k in range(9))
    texts = (many, ("All entries were paid in full.",))
    made = pin(MUST, range(9), [0], texts=texts)
    assert set(pieces(made, base=many, witness=texts[1])) == {(tuple(range(9)), (0,))}


def test_must_link_across_the_reading_order_is_transposed():
    found = pieces(pin(MUST, [0], [3]))
    assert found[(0,), (3,)].transposed
    assert not found[(1,), (1,)].transposed


def test_must_link_without_answer_leaves_a_paragraph_unmatched():
    found = pieces(pin(MUST, [1]))
    assert found[(1,), ()].confidence == 1.0
    assert found[(1,), ()].uncovered.base == 1.0


def test_cannot_link_parts_what_the_aligner_would_pair():
    assert ((2,), (2,)) not in pieces(pin(CANNOT, [2], [2]))


def test_locked_base_is_never_joined():
    joined = (" ".join(BASE[:2]), *BASE[2:])
    assert ((0, 1), (0,)) in pieces(witness=joined)
    found = pieces(pin(LOCKED, locked=SideName.BASE), witness=joined)
    assert all(len(base) <= 1 for base, _ in found)


def test_locked_witness_lets_base_paragraphs_join():
    joined = (" ".join(BASE[:2]), *BASE[2:])
    assert ((0, 1), (0,)) in pieces(pin(LOCKED, locked=SideName.WITNESS), witness=joined)


def test_two_persons_pinning_the_same_are_both_named():
    bead = pieces(pin(MUST, [1], [1], by="B. Reader"), pin(MUST, [1], [1]))[(1,), (1,)]
    assert bead.evidence[:2] == ("pinned by A. Editor", "pinned by B. Reader")


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (pin(MUST, [1], [1]), pin(MUST, [1], [2]), "must-link 2:2 .* and must-link 2:3"),
        (pin(MUST, [1], [1]), pin(MUST, [1]), "must-link 2:.* and must-link 2:2"),
        (pin(MUST, [1], [1, 2]), pin(CANNOT, [1], [2]), "must-link 2:2,3 .* and cannot-link 2:3"),
        (pin(MUST, [0, 1], [1]), pin(LOCKED, locked=SideName.BASE), "1,2:2 .* and locked base"),
    ],
)
def test_contradictory_pins_are_refused_naming_both(first, second, words):
    for pins in ((first, second), (second, first)):
        with pytest.raises(UsageError, match=words):
            pieces(*pins)


def test_of_recorded_pins_that_contradict_each_other_the_later_counts():
    earlier, later = pin(MUST, [1], [1]), pin(MUST, [1], [2])
    honoured, orphans = settled([earlier, later], BASE, WITNESS)
    assert ([one.pin for one in honoured], orphans) == ([later], (earlier,))


def test_pin_is_found_by_content_after_paragraphs_were_put_before_it():
    (bound,), _ = bind([pin(MUST, [1], [1])], ("Heading", "Date", *BASE), WITNESS)
    assert (bound.base, bound.witness) == ((3,), (1,))


def test_pin_of_a_paragraph_that_is_gone_is_an_orphan():
    made = pin(MUST, [1], [1])
    assert bind([made], BASE[2:], WITNESS) == ((), (made,))


def test_orphan_has_no_effect_on_the_alignment():
    assert pieces(pin(MUST, [3], [0]), base=BASE[:3]) == pieces(base=BASE[:3])


def test_repeated_paragraphs_are_bound_nearest_to_where_they_stood():
    stars = ("* * *", "One.", "* * *", "Two.", "* * *")
    made = pin(MUST, [2], [0], texts=(stars, ("* * *",)))
    (bound,), _ = bind([made], ("Nought.", *stars), ("* * *",))
    assert bound.base == (1,)  # as far as 3, and earlier


def test_repeated_paragraphs_keep_their_order():
    made = pin(MUST, [0, 1], [0], texts=(("Yes.", "Yes."), ("Yes, yes.",)))
    (bound,), _ = bind([made], ("No.", "Yes.", "Yes."), ("Yes, yes.",))
    assert bound.base == (1, 2)


def carried_place(new: tuple[str, ...], position: int = 1) -> int | None:
    """Carry a pin over to a corrected base; give where it is bound then."""
    (made,) = carried([pin(MUST, [position], [1])], SideName.BASE, BASE, new)
    bound, _ = bind([made], new, WITNESS)
    return bound[0].base[0] if bound else None


def test_pin_follows_a_corrected_paragraph():
    assert carried_place((BASE[0], BASE[1].replace("Lloyd", "Loyd"), *BASE[2:])) == 1


def test_pin_follows_a_corrected_paragraph_that_moved_down():
    assert carried_place(("Trieste", BASE[0], BASE[1].replace("Lloyd", "Loyd"), *BASE[2:])) == 2


def test_pin_follows_a_paragraph_that_was_put_elsewhere():
    assert carried_place((BASE[0], *BASE[2:], BASE[1])) == 3


def test_pin_follows_a_rewritten_paragraph_between_unchanged_neighbours():
    rewritten = "The consul answered: the barges belong to the company of Lloyd."
    assert carried_place((BASE[0], rewritten, *BASE[2:])) == 1


def test_pin_does_not_follow_to_another_text_in_the_same_place():
    assert (
        carried_place((BASE[0], "Nothing of the kind was ever said by anybody.", *BASE[2:])) is None
    )


def test_what_cannot_be_carried_stays_as_it_was():
    made = pin(MUST, [1], [1])
    assert carried([made], SideName.BASE, BASE, (BASE[0], *BASE[2:])) == (made,)


def again(before: Alignment, made: Pin, base=BASE, witness=WITNESS) -> Alignment:
    """Align again after a pin was made."""
    languages = {"base_language": "en", "witness_language": "en"}
    return realign(before, base, witness, **languages, pins=[made], changed=made)


def test_aligning_again_gives_what_aligning_gives_where_texts_are_short():
    before = align(BASE, WITNESS, base_language="en", witness_language="en")
    made = pin(MUST, [0], [3])
    assert {(bead.base, bead.witness) for bead in again(before, made).beads} == set(pieces(made))


def test_aligning_again_after_pinning_what_is_so_already_only_marks_it():
    before = align(BASE, WITNESS, base_language="en", witness_language="en")
    after = again(before, pin(MUST, [1], [1]))
    changed = [new for old, new in zip(before.beads, after.beads, strict=True) if old != new]
    assert [(one.base, one.witness, one.confidence) for one in changed] == [((1,), (1,), 1.0)]
    assert changed[0].evidence[0] == "pinned by A. Editor"


def test_aligning_again_after_a_cannot_link_that_holds_already_changes_nothing():
    before = align(BASE, WITNESS, base_language="en", witness_language="en")
    assert again(before, pin(CANNOT, [0], [3])) == before


def test_aligning_again_leaves_beads_far_from_the_pin_as_they_are():
    side = tuple(f"On day {k} the barge {k * 7} carried coal to quay {k * 3}." for k in range(40))
    before = align(side, side, base_language="en", witness_language="en")
    made = pin(MUST, [5], [6], texts=(side, side))
    after = again(before, made, side, side)
    assert set(after.beads) >= {bead for bead in before.beads if bead.base[0] >= 15}
    assert ((5,), (6,)) in {(bead.base, bead.witness) for bead in after.beads}


def test_locking_a_side_touches_every_bead():
    joined = (" ".join(BASE[:2]), *BASE[2:])
    before = align(BASE, joined, base_language="en", witness_language="en")
    after = again(before, pin(LOCKED, locked=SideName.BASE), BASE, joined)
    assert all(len(bead.base) <= 1 for bead in after.beads)
