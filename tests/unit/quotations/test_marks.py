"""Quotation marks: what is none."""

import tracemalloc

import pytest

from provtrack.quotations.marks import marks_of


@pytest.mark.parametrize("sign", ['"', "(", "…", "「"])
def test_a_line_drawn_with_a_sign_holds_no_mark_and_takes_no_memory(sign):
    line = sign * 200_000
    tracemalloc.start()
    found = list(marks_of(line, 0, len(line)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (found, peak < 1_000_000) == ([], True)
