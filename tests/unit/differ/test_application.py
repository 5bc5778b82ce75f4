"""Changes put into a base give the witness, whatever meets at one place."""

from provtrack.differ import accept
from provtrack.model.comparison import Change, Reading
from provtrack.model.names import ChangeKind, Nature, Significance


def change(kind: ChangeKind, base: tuple[int, int], witness: tuple[int, int], words: str) -> Change:
    """A change of the only paragraph; `words` are what the witness has."""
    return Change(
        kind=kind,
        significance=Significance.SUBSTANTIVE,
        nature=Nature.CONTENT,
        rule="",
        confidence=1.0,
        explanation="",
        base=Reading(paragraph=0, start=base[0], end=base[1], text="abcdef"[base[0] : base[1]]),
        witness=Reading(paragraph=0, start=witness[0], end=witness[1], text=words),
    )


def test_words_that_move_to_where_others_are_left_out_come_in_whole():
    moved = change(ChangeKind.TRANSPOSITION, (0, 2), (2, 4), "ab")
    left_out = change(ChangeKind.OMISSION, (4, 6), (2, 2), "")
    assert accept(("abcdef",), (moved, left_out), positions=((0,), (0,))) == ("cdab",)
