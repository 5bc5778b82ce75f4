"""How far a reading is from a word."""

from provtrack.taxonomy.recognition import distance, is_misread, is_near


def test_letters_that_look_alike_cost_little():
    assert distance("modern", "modem") == 0.2


def test_the_distance_is_the_same_from_both_sides():
    assert distance("harbour", "barbonr") == distance("barbonr", "harbour")


def test_a_misread_word_differs_in_look_alikes_only():
    assert is_misread("commander", "cornmander")
    assert not is_misread("north", "south")


def test_latin_letters_may_stand_for_cyrillic_ones():
    assert is_misread("когда", "коrда")


def test_another_word_of_like_length_is_not_near():
    assert is_near("railway", "ralway")
    assert not is_near("friends", "enemies")
