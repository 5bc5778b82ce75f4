"""Normalised views of a text, and the way back."""

import pytest

from provtrack.model.text import Span
from provtrack.text.foldings import Step
from provtrack.text.profiles import EXACT, MATCHING, PROFILES, READING, Profile, normalise


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("“Non—alignment”", '"Non-alignment"'),
        ("don’t ‘quote’ «this»", "don't 'quote' \"this\""),
        ("a  b\n\tc\u00a0d", "a b c d"),
        ("war--peace … . . . end", "war-peace ... ... end"),
        ("co\u00adoperate\u200b", "cooperate"),
        ("cafe\u0301", "café"),
        ("``quoted''", '"quoted"'),
    ],
)
def test_reading_folds_quotes_dashes_and_spaces(text, reading):
    assert normalise(text, READING).text == reading


@pytest.mark.parametrize(
    ("text", "matching"),
    [
        ("Zhōu Ēnlái ÉTAT Straße", "zhou enlai etat strasse"),
        ("Всё ещё сто́ит йод, Її", "все еще стоит йод, її"),
        ("Всё", "все"),
        ("בְּרֵאשִׁ֖ית", "בראשית"),
        ("إِنَّ مُحَمَّدًا كـتـاب", "إن محمدا كتاب"),
        ("क्षेत्र में", "क्षेत्र में"),
        ("ﬁnal ſo", "final so"),
        ("İstanbul", "istanbul"),
        ("Ἑλλάς", "ελλασ"),
    ],
)
def test_matching_folds_case_and_marks_but_no_letters(text, matching):
    assert normalise(text, MATCHING).text == matching


def test_exact_changes_nothing():
    assert normalise("“A”  б", EXACT).text == "“A”  б"


def test_the_origin_of_a_match_is_the_recorded_words():
    view = normalise("He said:  “Cafe\u0301—now”", MATCHING)
    start = view.text.index("cafe")
    assert view.origin(start, start + 4) == Span(11, 16)


def test_every_letter_of_an_expansion_has_the_same_origin():
    view = normalise("Straße", MATCHING)
    assert [view.origin(i, i + 1) for i in (4, 5)] == [Span(4, 5), Span(4, 5)]


def test_what_is_taken_away_belongs_to_the_letter_before_it():
    view = normalise("co\u00adop", READING)
    assert view.origin(0, 2) == Span(0, 3)


def test_what_is_taken_away_at_the_beginning_belongs_to_the_letter_after_it():
    view = normalise("\ufeffab", READING)
    assert view.origin(0, 1) == Span(0, 2)


def test_an_empty_stretch_has_an_empty_origin():
    assert normalise("a  b", READING).origin(2, 2) == Span(3, 3)


def test_nothing_left_still_comes_from_the_whole():
    assert normalise("\u200b\u200b", READING).origin(0, 0) == Span(0, 2)


def test_a_stretch_outside_is_refused():
    with pytest.raises(IndexError, match="not in a text of 2"):
        normalise("ab", EXACT).origin(1, 3)


def test_private_use_signs_are_kept_unless_their_meaning_is_given():
    assert normalise("a\ue001e", MATCHING).text == "a\ue001e"
    font = Profile(name="font", steps=(Step.CASE,), private_use=(("\ue001", "CT"),))
    assert normalise("A\ue001e", font).text == "acte"


def test_profiles_are_named():
    assert list(PROFILES) == ["exact", "reading", "matching"]
