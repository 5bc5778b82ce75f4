"""Sentences and clauses hold everything but white space, in order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provtrack.text.sentences import clauses_of, sentences_of

SIGNS = '。，；“”"()।\n '
WORDS = (
    "He said",
    "Mr. K",
    ". ",
    "? ",
    "! ",
    "...",
    "--",
    " - ",
    ", ",
    "; ",
    ": ",
    "и т.д. ",
    "1962 г. ",
    "« Oui ? »",
    "„Ja.“ ",
    "и т. д. ",
    "p.m. ",
)
PIECES = st.sampled_from([*SIGNS, *WORDS, "Ф. 5. ", "不知道", "but"])
texts = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=20).map("".join))


@pytest.mark.parametrize("divide", [sentences_of, clauses_of])
@settings(max_examples=50, deadline=None)
@given(text=texts, language=st.sampled_from(["und", "de", "el", "grc", "fr", "ru"]))
def test_spans_hold_all_but_white_space_in_order(divide, text, language):
    end = 0
    for span in divide(text, language):
        assert not text[end : span.start].strip()
        assert text[span.start : span.end].strip() == text[span.start : span.end] != ""
        end = span.end
    assert not text[end:].strip()
