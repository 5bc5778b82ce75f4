"""Where in a paragraph quotation marks are open."""

import pytest

from provtrack.taxonomy.spoken import begins_spoken, is_inside


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('He said "no. And never."', "And"),
        ("He said “no. And never.”", "And"),
        ("Er sagte: „Nein. And nie.“", "And"),
        ("Он сказал: «Нет. And никогда».", "And"),
        ("他说：「不。And 从不。」", "And"),
    ],
)
def test_what_stands_between_marks_is_inside(text, place):
    assert is_inside(text, text.index(place))
    assert not is_inside(text, len(text))


def test_german_closing_marks_do_not_open():
    assert not is_inside("„Nein.“ Er ging.", len("„Nein.“ "))


@pytest.mark.parametrize("sentence", ['"No.', "2. “No.", " «Нет."])
def test_a_number_may_stand_before_what_is_spoken(sentence):
    assert begins_spoken(sentence)


def test_a_mark_further_on_begins_nothing():
    assert not begins_spoken("He said “no”.")
