"""Normalised texts map back exactly (DESIGN section 2)."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from provtrack.text.foldings import Step
from provtrack.text.profiles import EXACT, MATCHING, READING, Profile, normalise

SIGNS = (
    "aAéßİǰёйиЁ\u0301\u0308\u0306ſﬁ“”‘’'`«»–—-…. \n\u00a0\u00ad\u200bש\u05c1\u05b8ا\u064f\u0640"
    "ह\u093f각\u1100\u1161\u11a8Å"
)
texts = st.one_of(st.text(SIGNS, max_size=40), st.text(max_size=40))
profiles = st.one_of(
    st.sampled_from([EXACT, READING, MATCHING]),
    st.lists(st.sampled_from(list(Step)), max_size=5).map(
        lambda steps: Profile(name="drawn", steps=tuple(steps))
    ),
)
fifty = settings(max_examples=50, deadline=None)


@fifty
@given(texts, profiles)
def test_maps_are_monotone_and_cover_the_text(text, profile):
    view = normalise(text, profile)
    assert len(view.starts) == len(view.ends) == len(view.text)
    spans = list(zip(view.starts, view.ends, strict=True))
    assert all(start < end for start, end in spans)
    reached = 0
    for start, end in spans:
        assert start <= reached  # no gap
        reached = max(reached, end)
    assert reached == (len(text) if view.text else 0)
    assert list(view.starts) == sorted(view.starts)
    assert list(view.ends) == sorted(view.ends)


@fifty
@given(texts, profiles)
def test_the_origin_of_the_whole_is_the_whole(text, profile):
    view = normalise(text, profile)
    whole = view.origin(0, len(view.text))
    assert (whole.start, whole.end) == (0, len(text))


@fifty
@given(texts)
def test_nfc_is_that_of_unicode(text):
    profile = Profile(name="nfc", steps=(Step.NFC,))
    assert normalise(text, profile).text == unicodedata.normalize("NFC", text)


@fifty
@given(texts)
def test_case_is_that_of_unicode(text):
    profile = Profile(name="case", steps=(Step.CASE,))
    assert normalise(text, profile).text == text.casefold()


@fifty
@given(texts, st.sampled_from([READING, MATCHING]), st.data())
def test_the_origin_of_a_part_normalises_to_what_holds_the_part(text, profile, data):
    view = normalise(text, profile)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    origin = view.origin(start, end)
    assert 0 <= origin.start <= origin.end <= len(text)


@fifty
@given(texts, st.sampled_from([READING, MATCHING]))
def test_a_normalised_text_is_normal(text, profile):
    once = normalise(text, profile).text
    assert normalise(once, profile).text == once
