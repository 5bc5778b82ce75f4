"""A part of which a cut makes the whole: “two of” the three plants."""

import pytest

from provtrack.auditing.partial import part_before
from provtrack.text.language_rules import rules_of

TWO = "In May two of the three plants in Vanrik had been shut down."


def part(text: str, quoted: str, language: str = "en", setting: str = "") -> str:
    start = text.index(quoted)
    end = start + len(quoted)
    rules = rules_of(language)
    return part_before(text, start, end, rules=rules, quoted=quoted, setting=setting)


@pytest.mark.parametrize(
    ("text", "quoted", "language", "lost"),
    [
        (TWO, "the three plants in Vanrik had been shut down", "en", "two of"),
        (TWO, "three plants in Vanrik had been shut down", "en", "two of the"),
        ("A minority of the miners had left.", "the miners had left", "en", "minority of"),
        (
            "Er bemerkte, vier der sieben Werften seien geschlossen.",
            "sieben Werften seien geschlossen",
            "de",
            "vier der",
        ),
        (
            "Die Hälfte der Fischer habe kein Boot.",
            "Fischer habe kein Boot",
            "de",
            "Hälfte der",
        ),
        (
            "Trois des cinq moulins sont fermés.",
            "cinq moulins sont fermés",
            "fr",
            "Trois des",
        ),
        ("Два из трёх заводов были закрыты.", "трёх заводов были закрыты", "ru", "Два из"),
        ("Половина рыбаков была уволена.", "рыбаков была уволена", "ru", "Половина"),
    ],
)
def test_a_part_that_the_cut_leaves_out_is_told(text: str, quoted: str, language: str, lost: str):
    assert part(text, quoted, language) == lost


@pytest.mark.parametrize(
    ("text", "quoted", "language"),
    [
        ("The members of the three parties had met.", "the three parties had met", "en"),
        (
            "All of the three plants had been shut down.",
            "the three plants had been shut down",
            "en",
        ),
        ("Die Leiter der sieben Werften seien krank.", "sieben Werften seien krank", "de"),
        ("Les maîtres des cinq moulins sont partis.", "cinq moulins sont partis", "fr"),
        ("Директора трёх заводов были уволены.", "трёх заводов были уволены", "ru"),
    ],
)
def test_what_is_no_part_is_not_asked_for(text: str, quoted: str, language: str):
    assert part(text, quoted, language) == ""


def test_an_article_for_of_leaves_the_part_out_as_well():
    text = "Deux des trois moulins sont fermés."
    said = part_before(
        text, 5, len(text), rules=rules_of("fr"), quoted="Les trois moulins sont fermés."
    )
    assert said == "Deux des"


def test_a_part_that_the_author_gives_before_the_marks_is_not_lost():
    quoted = "the three plants in Vanrik had been shut down"
    assert part(TWO, quoted, setting="By then two of “") == ""


def test_words_that_only_name_the_whole_say_nothing_of_it():
    assert (
        part("It was one of the great questions of that day.", "great questions of that day") == ""
    )


def test_a_clause_about_the_whole_does_not_make_a_statement():
    assert (
        part("It was one of the reasons that had been given.", "the reasons that had been given")
        == ""
    )


def test_the_day_of_a_month_is_no_part():
    assert part("On July 25 of that year the boats had sunk.", "that year the boats had sunk") == ""
    assert part("Then 12 of the 40 boats had sunk.", "the 40 boats had sunk") == "12 of"


def test_a_part_before_a_pause_belongs_to_other_words():
    assert (
        part("He saw two of, as he said, the plants that had failed.", "the plants that had") == ""
    )
