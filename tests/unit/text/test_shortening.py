"""Long words are cut in their middle, between words where there are any."""

import pytest

from provtrack.text.shortening import cut_in_middle


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one two", "one two"),
        ("one two three four", "one … four"),
        ("onetwothreefour", "onetw … efour"),
    ],
)
def test_a_text_keeps_both_ends(text, shown):
    assert cut_in_middle(text, 10) == shown
