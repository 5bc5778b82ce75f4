"""An abstract that names another kind of message than its source is asked about."""

from provtrack.model.comparison import Reading
from provtrack.taxonomy import clause_queries


def asked(clause: str, base: str, language: str = "en") -> list[str]:
    """Ask of one clause and the paragraph it rests on."""
    reading = Reading(paragraph=0, start=0, end=len(clause), text=clause)
    found = clause_queries(reading, [base], [0], language=language)
    return [query.sentence for query in found if query.topic == "wording"]


def test_a_telegram_that_was_a_note():
    (sentence,) = asked(
        "The envoy handed over a telegram for Minister Harland",
        "He said that he had brought a note to Mr. Harland from the palace.",
    )
    assert sentence == "The abstract says “telegram”, the base “note” (to Harland?)."


def test_the_same_kind_in_another_number_is_not_asked_about():
    assert asked("He sent letters to Harland", "He wrote a letter to Harland.") == []


def test_a_message_to_somebody_else_is_not_asked_about():
    assert asked("He sent a letter to Harland", "He gave a note to Corvin.") == []


def test_the_general_word_is_not_asked_about():
    assert asked("He sent a message to Harland", "He sent a letter to Harland.") == []


def test_two_kinds_in_the_source_are_not_asked_about():
    base = "He gave a letter to Harland. Later he sent a note to Harland."
    assert asked("He sent a telegram to Harland", base) == []


def test_declined_words_in_russian():
    clause = "Он передал устное послание Хрущеву"
    (sentence,) = asked(clause, "Посол вручил письмо для Хрущева.", "ru")
    assert sentence == "The abstract says “устное послание”, the base “письмо” (to Хрущеву?)."
