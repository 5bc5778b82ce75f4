"""Letters inside a substituted word."""

import pytest

from provtrack.differ import refine


def letters(base: str, witness: str) -> list[tuple[str, str]]:
    """Give the letters of each pair of spans."""
    return [(base[a.start : a.end], witness[b.start : b.end]) for a, b in refine(base, witness)]


def test_letters_that_differ_are_found():
    assert letters("defence", "defense") == [("c", "s")]


def test_swapped_sides_give_the_same_letters():
    assert letters("colour", "color") == [("u", "")]
    assert letters("color", "colour") == [("", "u")]


@pytest.mark.parametrize(
    ("base", "witness"),
    [("1,250", "12,500"), ("kindly", "cold"), ("", "word"), ("cafe\u0301s", "cafes"), ("a", "a")],
)
def test_figures_marks_and_unlike_words_are_shown_whole(base, witness):
    assert refine(base, witness) == ()


def test_long_readings_are_shown_whole():
    assert refine("a" * 90, "a" * 89 + "b") == ()
