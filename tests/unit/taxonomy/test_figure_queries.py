"""Figures, dates and lengths of time of a claim are looked for in the text beside it."""

import pytest

from provtrack.model.comparison import Reading
from provtrack.taxonomy.figure_queries import figure_queries
from provtrack.text.language_rules import rules_of

SOURCE = (
    "Brandt was told on May 3, the day before the council. The talk lasted two and a half hours. "
    "The rents had risen from 4 to 7 percent, and the council had a majority of two votes."
)


def asked(claim: str, source: str = SOURCE, language: str = "en") -> list[str]:
    reading = Reading(paragraph=0, start=0, end=len(claim), text=claim)
    return [query.sentence for query in figure_queries(reading, [source], rules_of(language))]


@pytest.mark.parametrize("date", ["May 13", "June 3", "3 June", "4 May 1911"])
def test_another_day_is_asked_about_where_the_source_names_no_year(date):
    (sentence,) = asked(f"that Brandt had been told on {date}.")
    assert "does not have the date" in sentence


@pytest.mark.parametrize("date", ["May 3", "3 May 1911", "3.5.1911"])
def test_the_same_day_written_otherwise_is_not_asked_about(date):
    assert asked(f"that Brandt had been told on {date}.") == []


def test_a_year_is_known_by_a_day_of_it():
    assert asked("that it was signed in 1911.", "It was signed on 3 May 1911.") == []


@pytest.mark.parametrize(
    "claim",
    [
        "that the talk had lasted four hours.",
        "that the talk had lasted two days.",
        "that rents stood at twelve percent.",
        "that the council had a majority of three votes.",
    ],
)
def test_a_figure_in_words_is_asked_about_where_the_source_counts_the_same(claim):
    assert len(asked(claim)) == 1


@pytest.mark.parametrize(
    "claim",
    [
        "that the talk had lasted 150 minutes.",
        "that rents had stood at four percent.",
        "that this was one thing and the boats another.",
    ],
)
def test_a_figure_that_comes_to_the_same_is_not_asked_about(claim):
    assert asked(claim) == []


@pytest.mark.parametrize(
    ("language", "source", "claim"),
    [
        ("de", "Am 3. Mai dauerte es vier Stunden.", "es habe am 13. Mai vier Stunden gedauert."),
        ("de", "Es dauerte zwei Tage.", "es habe drei Wochen gedauert."),
        ("fr", "Le 3 mai, dix pour cent partirent.", "le 3 mai, douze pour cent étaient partis."),
        ("ru", "Это продолжалось два дня.", "это продолжалось три недели."),
    ],
)
def test_other_languages_are_asked_about_alike(language, source, claim):
    assert len(asked(claim, source, language)) == 1
