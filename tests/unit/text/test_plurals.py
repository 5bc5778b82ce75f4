"""provtrack.text.plurals: numbers of things in sentences."""

import pytest

from provtrack.text.plurals import counted


@pytest.mark.parametrize(
    ("words", "number"),
    [("0 gaps", 0), ("1 gap", 1), ("2 gaps", 2), ("1,204 gaps", 1204)],
)
def test_only_one_is_singular(words, number):
    assert counted(number, "gap") == words


def test_plural_of_its_own_is_used():
    assert counted(2, "piece of music", "pieces of music") == "2 pieces of music"
