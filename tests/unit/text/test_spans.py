"""Many spans are asked at once whether one of them meets a place."""

from hypothesis import given
from hypothesis import strategies as st

from provtrack.model.text import Span
from provtrack.text.spans import Spans

PLACES = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted)


@given(st.lists(PLACES), PLACES)
def test_a_place_is_met_if_one_span_has_a_point_in_common(places, asked):
    start, end = asked
    spans = [Span(*one) for one in places if one[0] < one[1]]
    met = any(one.start < end and start < one.end for one in spans)
    assert Spans.of(spans).touch(start, end) is met
