"""Quotation marks of another form, and the blanks beside words that became marks."""

import pytest

from provtrack.collation import compare
from tests.factories import alignment, bead, compared


def readings(base: str, witness: str) -> list[tuple[str, str, str]]:
    """List the readings of each change with its nature."""
    sides = compared("A", base), compared("B", witness)
    found = compare(*sides, alignment=alignment(bead((0,), (0,)))).beads[0].changes
    return [(one.base.text, one.witness.text, one.nature.value) for one in found]


@pytest.mark.parametrize(("old", "new"), [("'", '"'), ("“", "«"), ("‘", "“")])
def test_another_opening_mark_is_a_change_beside_the_first_words(old, new):
    found = readings(f"{old}Certainly she came.", f"{new}Perhaps she came.")
    assert found[0] == (old, new, "punctuation")
    assert found[1][:2] == ("Certainly", "Perhaps")


def test_another_closing_mark_is_a_change_beside_the_last_words():
    found = readings("'Come' murmured Anna.", '"Come" whispered Anna.')
    assert ("murmured", "whispered", "wording") in found


def test_a_word_only_one_side_has_is_parted_from_the_mark_before_it():
    found = readings("'Thanks to you.", '"Yes, thanks to you.')
    assert found[:2] == [("'", '"', "punctuation"), ("", "Yes, ", "content")]


def test_an_apostrophe_is_no_mark():
    assert readings("The dog's bone.", "The cat's bone.") == [("dog's", "cat's", "wording")]


def test_the_blank_before_words_that_stand_for_a_mark_is_no_change_of_its_own():
    found = readings("He went away; Anna stayed.", "He went away as slowly with Anna stayed.")
    assert [one[:2] for one in found] == [(";", " as slowly with")]


def test_a_wider_blank_between_kept_words_is_still_a_change_of_its_own():
    assert (" ", "  ", "spacing") in readings("He went on foot.", "He  went on foot.")
