"""A figure of the source in another quantity: a whole for a part, a growth for what is reached."""

import pytest

from provtrack.model.comparison import Reading
from provtrack.taxonomy.quantity_queries import quantity_queries
from provtrack.text.language_rules import rules_of

ENGLISH = "Two of the three mills in Warn were shut, and rents had risen from 4 to 7 percent."
OTHERS = {
    "de": "Vier der sieben Mühlen lagen still, und die Pacht stieg von 6 auf 9 Prozent.",
    "fr": "Deux des trois moulins étaient fermés; le loyer passa de 4 à 7 pour cent.",
    "ru": "Две из трёх мельниц стояли, а плата выросла с 4 до 7 процентов.",
}


def asked(claim: str, source: str = ENGLISH, language: str = "en") -> list[str]:
    reading = Reading(paragraph=0, start=0, end=len(claim), text=claim)
    found = quantity_queries(reading, [source], claim, rules_of(language))
    return [query.sentence for query in found]


def test_a_whole_is_asked_about_where_the_source_has_a_part_of_it():
    (sentence,) = asked("all three mills in Warn were shut.")
    assert sentence == "The base says “Two of the three”; the abstract says “all three”."


@pytest.mark.parametrize(
    "claim",
    [
        "two of three mills in Warn were shut.",
        "most of the three mills in Warn were shut.",
        "rents had risen to 7 percent.",
        "rents had risen by 3 percent, from 4 to 7.",
        "three dukes were in Warn.",
    ],
)
def test_the_same_quantity_is_not_asked_about(claim):
    assert asked(claim) == []


def test_a_growth_by_what_was_reached_is_asked_about():
    (sentence,) = asked("rents had risen by 7 percent.")
    assert sentence == "The base says “4 to 7 percent”; the abstract says “by 7 percent”."


@pytest.mark.parametrize(
    ("language", "claim"),
    [
        ("de", "daß alle sieben Mühlen stillägen."),
        ("de", "daß die Pacht um 9 Prozent gestiegen sei."),
        ("fr", "que les trois moulins étaient fermés."),
        ("fr", "que le loyer avait monté de 7 pour cent."),
        ("ru", "все три мельницы стояли."),
        ("ru", "плата выросла на 7 процентов."),
    ],
)
def test_other_languages_are_asked_about_alike(language, claim):
    assert len(asked(claim, OTHERS[language], language)) == 1
