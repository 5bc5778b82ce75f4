"""Words for searching: what makes no difference, and where each word stands."""

import numpy as np
import pytest

from provtrack.search.words import word_key, words_of


def folded(text):
    words = words_of(text)
    return [words.letters(at, at + 1) for at in range(len(words))]


def places(text):
    words = words_of(text)
    return [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ferry, “crossed”!", ["the", "ferry", "crossed"]),
        ("ﬁne naïve STRASSE Straße", ["fine", "naive", "strasse", "strasse"]),
        ("govern-\nment of Oder-\nNeisse", ["government", "of", "oder", "neisse"]),
        ("co\u00adoperate zero\u200bwidth", ["cooperate", "zerowidth"]),
        ("cafe\u0301 and café", ["cafe", "and", "cafe"]),
        ("Ёлка, ёлка и йод", ["елка", "елка", "и", "иод"]),
        ("line² and １２３", ["line", "and", "123"]),
        ("渡口 ferry 船", ["渡", "口", "ferry", "船"]),
        ("don’t / don't", ["don", "t", "don", "t"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("", []),
        (" — … ", []),
    ],
)
def test_signs_and_forms_make_no_difference(text, expected):
    assert folded(text) == expected


def test_each_word_knows_its_place_in_the_recorded_text():
    assert places("A ﬁne govern-\nment, cafe\u0301!") == ["A", "ﬁne", "govern-\nment", "cafe\u0301"]


def test_letters_outside_the_first_plane_are_words():
    assert folded("𐌰𐌱 x") == ["𐌰𐌱", "x"]


@pytest.mark.parametrize("word", ["a", "ferry", "1962", "x" * 200])
def test_the_key_of_a_word_is_the_same_on_both_ways(word):
    assert word_key(word) == words_of(word).keys[0]


def test_a_long_text_that_is_split_piece_by_piece_has_the_words_of_its_parts():
    part = "Naïve barges—of the gov-\nern, ﬁnances 船が e\u0301tat of a ferry "
    alone, count = words_of(part), 12_000
    words = words_of(part * count)
    shift = np.repeat(np.arange(count) * len(part), len(alone))
    assert words.keys.tolist() == alone.keys.tolist() * count
    assert np.array_equal(words.starts, np.tile(alone.starts, count) + shift)
    assert np.array_equal(words.ends, np.tile(alone.ends, count) + shift)
    assert words.letters(len(words) - len(alone), len(words)) == alone.letters(0, len(alone))
