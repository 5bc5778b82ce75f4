"""Blocks that changed places are found again, however many, in whatever order."""

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from provtrack.aligner import align

CONSONANTS, VOWELS = "bcdfgklmnprstvz", "aeiou"


def sentence(number: int) -> str:
    """Ten invented words that stand in no other sentence."""
    choice = random.Random(number)  # noqa: S311 - texts, not secrets
    words = (
        "".join(choice.choice(CONSONANTS) + choice.choice(VOWELS) for _ in range(4))
        for _ in range(10)
    )
    return " ".join(words) + "."


@settings(max_examples=50, deadline=None)
@given(count=st.integers(12, 60), data=st.data())
def test_several_blocks_in_any_order_are_found_again(count, data):
    cuts = data.draw(st.sets(st.integers(1, count - 1), min_size=2, max_size=5).map(sorted))
    blocks = [range(start, end) for start, end in pairwise([0, *cuts, count])]
    order = [k for block in data.draw(st.permutations(blocks)) for k in block]
    base = [sentence(k) for k in range(count)]
    beads = align(base, [base[k] for k in order], base_language="en", witness_language="en").beads
    assert {(bead.base, bead.witness) for bead in beads} == {
        ((k,), (order.index(k),)) for k in range(count)
    }
