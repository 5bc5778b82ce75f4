"""Names and figures in exchanged places answer each other place by place."""

import pytest

from provtrack.differ import diff
from provtrack.model.edits import EditKind
from tests.unit.differ.test_diff import readings


@pytest.mark.parametrize(
    ("base", "witness", "language", "expected"),
    [
        (
            "Norland attacked Sudmark in the spring.",
            "Sudmark attacked Norland in the spring.",
            "en",
            [("Norland", "Sudmark"), ("Sudmark", "Norland")],
        ),
        (
            "They lent twelve carts for thirty oxen.",
            "They lent thirty carts for twelve oxen.",
            "en",
            [("twelve", "thirty"), ("thirty", "twelve")],
        ),
        (
            "Le comte Perrin céda à Lavalle la place.",
            "Le comte Lavalle céda à Perrin la place.",
            "fr",
            [("Perrin", "Lavalle"), ("Lavalle", "Perrin")],
        ),
        (
            "英国把文件交给美国。",
            "美国把文件交给英国。",
            "zh",
            [("英国", "美国"), ("美国", "英国")],
        ),
    ],
)
def test_exchanged_words_are_paired_place_by_place(base, witness, language, expected):
    assert readings(base, witness, language) == expected
    assert readings(witness, base, language) == [(new, old) for old, new in expected]


@pytest.mark.parametrize(
    ("base", "witness"),
    [
        ("The pact of Norland and Sudmark lapsed.", "The pact of Sudmark and Norland lapsed."),
        (
            "Drake sailed north, and Hood lay in port.",
            "Hood lay in port, and Drake sailed north.",
        ),
    ],
)
def test_another_order_alone_is_no_exchange(base, witness):
    pairs = readings(base, witness)
    assert ("Norland", "Sudmark") not in pairs
    assert ("Drake", "Hood") not in pairs


def test_a_phrase_with_a_name_in_it_still_moves():
    base = "After the fall of Norland the two envoys left the town in haste."
    witness = "The two envoys left the town in haste after the fall of Norland."
    kinds = [edit.kind for edit in diff([base], [witness], language="en")]
    assert kinds.count(EditKind.MOVE) == 1


def test_a_name_alone_does_not_move():
    base = "Brennan told the envoy that the whole fleet had sailed and would return."
    witness = "The envoy was told that the whole fleet had sailed and Brennan would return."
    kinds = [edit.kind for edit in diff([base], [witness], language="en")]
    assert EditKind.MOVE not in kinds
