"""provtrack.interleaving: what holds for every pair of readings."""

from hypothesis import given, settings
from hypothesis import strategies as st

from provtrack.collation import compare
from provtrack.interleaving import BREAK, interleave
from tests.factories import alignment, bead, compared

WORDS = "the envoy did not sign, Delhi 12,500 letters. He left - early can must"
words = st.sampled_from(WORDS.split())
paragraph = st.lists(words, min_size=1, max_size=12).map(" ".join)
side = st.lists(paragraph, min_size=1, max_size=3)


@settings(max_examples=50, deadline=None)
@given(base=side, witness=side)
def test_the_stream_gives_both_sides_back(base, witness):
    one = alignment(bead(tuple(range(len(base))), tuple(range(len(witness)))))
    comparison = compare(compared("A", *base), compared("B", *witness), alignment=one)
    stream = interleave(comparison.beads[0], base, witness)
    assert "".join(stretch.base for stretch in stream) == BREAK.join(base)
    assert "".join(stretch.witness for stretch in stream) == BREAK.join(witness)


@settings(max_examples=50, deadline=None)
@given(base=side, witness=side)
def test_what_no_change_covers_is_the_same_on_both_sides(base, witness):
    one = alignment(bead(tuple(range(len(base))), tuple(range(len(witness)))))
    comparison = compare(compared("A", *base), compared("B", *witness), alignment=one)
    stream = interleave(comparison.beads[0], base, witness)
    assert all(s.base == s.witness for s in stream if s.change is None)
