"""Dates: the words are kept, and EDTF that is read is EDTF."""

import warnings

from hypothesis import given, settings
from hypothesis import strategies as st

from provtrack.text.dates import describe_edtf, read_date
from provtrack.text.edtf_dates import is_edtf

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the oracle warns of its own grammar when imported
    from edtf import parse_edtf as oracle

days = st.dates().map(lambda day: day.isoformat())
WORDS = ["November", "2", "1962", "-", ",", ".", "ca.", "ноября", "and", "to", "X", "II", "?", "年"]
date_like = st.one_of(st.text(max_size=30), st.lists(st.sampled_from(WORDS)).map(" ".join))
fifty = settings(max_examples=50, deadline=None)


@fifty
@given(date_like)
def test_words_are_kept_and_what_is_read_is_edtf(words):
    date = read_date(words)
    assert date.verbatim == words
    assert date.edtf is None or is_edtf(date.edtf)


@fifty
@given(days, days)
def test_an_interval_is_edtf_unless_it_runs_backwards(first, last):
    assert is_edtf(f"{first}/{last}") == (first <= last)


@fifty
@given(days)
def test_what_is_said_of_a_day_is_read_back(day):
    assert read_date(describe_edtf(day)).edtf == (day if day >= "0100" else None)


@fifty
@given(days, st.sampled_from(["", "?", "~", "%"]))
def test_the_oracle_reads_what_we_call_edtf(day, qualifier):
    assert oracle(day + qualifier) is not None
    assert is_edtf(day + qualifier)
