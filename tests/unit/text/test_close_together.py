"""`close_together`: where most words of a phrase stand close together."""

from provtrack.text.close_together import close_together

WORDS = [
    "the",
    "bell",
    "of",
    "the",
    "old",
    "town",
    "rang",
    "and",
    "the",
    "people",
    "of",
    "the",
    "valley",
    "came",
    "to",
    "the",
    "gate",
]


def among(phrase: str, *, is_last: bool = False) -> list[str]:
    start, end = close_together(WORDS, phrase.split(), is_last=is_last)
    return WORDS[start:end]


def test_rare_words_say_where_a_phrase_stands():
    assert {"people", "of", "the", "valley"} <= set(among("the people of the valley"))
    assert "bell" not in among("the people of the valley")


def test_of_equal_places_the_first_or_the_last_is_taken():
    assert close_together(WORDS, ["the"])[0] == 0
    assert close_together(WORDS, ["the"], is_last=True)[1] == len(WORDS)


def test_a_phrase_as_long_as_the_words_may_be_any_of_them():
    assert close_together(["one", "two"], ["three", "four"]) == (0, 2)
