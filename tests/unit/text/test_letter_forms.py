"""Forms of the same letters are told from other letters."""

import pytest

from provtrack.text.letter_forms import (
    differ_in_points_only,
    in_one_script,
    letters_key,
    plain_letters,
    with_ligatures,
)
from provtrack.text.tokens import token_spans


@pytest.mark.parametrize(
    ("printed", "plain"),
    [("daſs", "dass"), ("Koͤnig", "König"), ("ﬁel", "fiel"), ("dur\uf502", "durch")],
)
def test_forms_of_print_are_written_in_plain_letters(printed, plain):
    assert plain_letters(printed) == plain


def test_a_word_without_its_points_has_the_key_of_the_pointed_word():
    assert letters_key("בְּרֵאשִׁ֖ית") == "בראשית"


def test_a_word_without_some_points_differs_in_points_only():
    assert differ_in_points_only("كِتَابٌ", "كتاب")


def test_two_words_with_different_points_are_two_words():
    assert not differ_in_points_only("סֵפֶר", "סַפָּר")


def test_accents_of_latin_letters_are_no_points():
    assert not differ_in_points_only("pêche", "peche")


def test_a_ligature_joins_the_word_parts_beside_it():
    text = "na\uf502gela\ueba6en war"
    spans = with_ligatures(text, token_spans(text))
    assert [text[start:end] for start, end in spans] == ["na\uf502gela\ueba6en", "war"]


@pytest.mark.parametrize(
    ("mixed", "plain"),
    [
        ("the gоvernment", "the government"),
        ("Правительcтво", "Правительство"),
        ("сон con", "сон con"),
    ],
)
def test_a_word_of_two_scripts_is_written_in_the_one_of_most_letters(mixed, plain):
    assert in_one_script(mixed) == plain
