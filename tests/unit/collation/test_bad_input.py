"""Texts that are damaged or hostile, compared: nothing is lost, nothing substantive is played down.

How long it takes is measured by ``python bench/compare.py``; here it only has to end.
"""

import random

import pytest

from provtrack.collation import collate, compare
from provtrack.differ import accept, reject
from provtrack.errors import FormatError
from provtrack.exporters import COMPARISON_FORMATS, collation_to_json
from provtrack.model.names import Nature, Significance
from provtrack.reporting import render
from tests.factories import alignment, bead, compared

STRANGE = {
    "control characters": ("He said\x08 no\x7f\x85 to\x00 it.", "He said no to it\x1b[31m."),
    "overrides": ("He \u202eyas ton did\u202c it.", "He \u202dyas did\u202c it."),
    "unpaired surrogates": ("He \ud800 left\udfff.", "He left \udc00."),
    "combining marks": ("\u0301\u0301 Cafe\u0301 n\u0303o", "Café ño \u0308"),
    "emoji": ("Sent 👩\u200d🔬 to 🇮🇳 👍🏽.", "Sent 👩 to 🇷🇺 👍."),
    "no words": ("... --- !!!", "* * *"),
    "undefined characters": ("A \uffff b \u0378", "A \ufffe b \U0010ffff"),
}


def changes(base: str, witness: str):
    """Compare two paragraphs that answer each other."""
    given = alignment(bead((0,), (0,)))
    comparison = compare(compared("A", base), compared("B", witness), alignment=given)
    return comparison.beads[0].changes


def rewritten(words: int, stop: str) -> tuple[str, str]:
    """Make a paragraph and one with other words throughout, in sentences of 15."""
    choice = random.Random(5)  # noqa: S311 - texts, not secrets
    texts = []
    for syllables in ("ka lo min ter ras vel ton", "bru cha fi ju pro sti wex"):
        drawn = ["".join(choice.choices(syllables.split(), k=3)) for _ in range(words)]
        texts.append(" ".join(w + stop * (n % 15 == 14) for n, w in enumerate(drawn)))
    return texts[0], texts[1]


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_text_is_compared_without_loss(name):
    base, witness = STRANGE[name]
    found = changes(base, witness)
    sides = ((0,), (0,))
    assert accept((base,), found, positions=sides) == (witness,)
    assert reject((witness,), found, positions=sides) == (base,)


@pytest.mark.parametrize("stop", [".", ""])
def test_a_paragraph_of_20_000_words_rewritten_throughout_is_recast(stop):
    found = changes(*rewritten(20_000, stop))
    assert {change.nature for change in found} == {Nature.RECAST}


@pytest.mark.parametrize(
    ("base", "witness"),
    [
        ("Sent to 🇮🇳 today.", "Sent to 🇷🇺 today."),
        ("It went 👍 well.", "It went 👎 well."),
        ("He paid ₹ 5,000.", "He paid ₽ 5,000."),
        ("He did \u202eton\u202c go.", "He did ton\u202c go."),
    ],
)
def test_a_sign_that_carries_sense_is_no_punctuation(base, witness):
    assert Significance.SUBSTANTIVE in {one.significance for one in changes(base, witness)}


def test_a_mark_that_only_steers_the_direction_of_writing_is_accidental():
    (change,) = changes("He said and \u2066left\u2069 Delhi.", "He said and \u2066left Delhi.")
    assert change.significance is Significance.ACCIDENTAL


@pytest.mark.parametrize("mark", ["\u202c", "\u200f", "\u2069"])
def test_a_mark_of_direction_fixed_to_a_word_is_no_spelling(mark):
    (change,) = changes(f"The envoy left{mark} for Delhi.", "The envoy left for Delhi.")
    assert (change.nature, change.significance) == (Nature.PUNCTUATION, Significance.ACCIDENTAL)


def test_the_end_of_an_override_is_substantive_since_it_decides_what_is_shown():
    (change,) = changes("He \u202eyas ton did\u202c it.", "He \u202eyas ton did it.")
    assert change.significance is Significance.SUBSTANTIVE


def test_a_control_character_within_a_word_is_no_punctuation():
    (change,) = changes("The dep\x07uty left.", "The deputy left.")
    assert change.nature is Nature.SPELLING
    assert change.explanation == "a control character, which shows nothing"


def test_half_of_a_surrogate_pair_within_a_word_is_no_hyphen():
    (change,) = changes("The dep\ud800uty left.", "The deputy left.")
    assert change.significance is Significance.SUBSTANTIVE


@pytest.mark.parametrize("name", STRANGE.keys() - {"unpaired surrogates"})
def test_a_strange_text_is_written_in_every_format(name):
    base, witness = STRANGE[name]
    found = collate(compared("A", base), [compared("B", witness)])
    assert all(write(found) for write in COMPARISON_FORMATS.values())


def test_two_versions_of_one_paragraph_that_share_no_word_are_recast_not_left_out_and_added():
    base, witness = rewritten(900, ".")
    found = compare(compared("A", base), compared("B", witness)).beads
    assert [(one.base, one.witness) for one in found] == [((0,), (0,))]
    assert {change.nature for change in found[0].changes} == {Nature.RECAST}


def test_a_paragraph_among_others_that_nothing_answers_is_left_out_and_one_added():
    opening, end = "The envoy signed the note at dawn.", "The delegation left for Delhi by train."
    base, witness = ((opening, middle, end) for middle in rewritten(300, "."))
    found = compare(compared("A", *base), compared("B", *witness)).beads
    assert {(one.base, one.witness) for one in found} >= {((1,), ()), ((), (1,))}


def test_half_of_a_surrogate_pair_is_shown_in_the_report_and_refused_by_json():
    base, witness = STRANGE["unpaired surrogates"]
    found = collate(compared("A", base), [compared("B", witness)])
    assert "[U+D800]" in render(found)
    with pytest.raises(FormatError, match=r"U\+D800, half of a surrogate pair"):
        collation_to_json(found)
