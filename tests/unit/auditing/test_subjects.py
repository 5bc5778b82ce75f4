"""Whose act a publication quotes, where a quotation begins with the verb."""

import pytest

from provtrack.auditing.leading import subject_before
from provtrack.auditing.subjects import AnotherSubject, another_subject
from provtrack.model.quotation import Quotation, QuotationPlace
from provtrack.model.text import Span
from provtrack.text.language_rules import rules_of

EN = """Ambassador Grey
Foreign Minister Varga

Ambassador Grey declared that the boats would stay in the harbour until spring. Foreign Minister
Varga then doubted that Prime Minister Holt had approved the plan. He objected that the town had no
money.

Captain Moore had promised the fishermen a second mill, while Pavel Orsk can open the old one."""
DE = """Der Reichskanzler begrüßte Staatssekretär Brandis und Ministerialdirektor Kolb.

Staatssekretär Brandis führte aus, die Bank habe nichts zugesagt. Ministerialdirektor Kolb hatte den
Bauern nichts versprochen."""
RU = """Посол Вернер принял министра Ладова.

Посол Вернер заявил, что порт останется открытым. Министр Ладов никогда
не обещал рыбакам мельницу."""
FR = """L'ambassadeur Roche a reçu le ministre Valmy.

L'ambassadeur Roche déclara que le port resterait ouvert. Le ministre Valmy n'avait rien promis."""


def told(lead: str, words: str, text: str = EN, language: str = "en") -> AnotherSubject | None:
    rules = rules_of(language)
    quotation = Quotation(
        span=Span(0, len(words)),
        text=words,
        place=QuotationPlace.INLINE,
        subject=subject_before(f"{lead} “", rules),
    )
    return another_subject(quotation, text, text.index(words), rules)


def test_another_speaks_than_is_claimed():
    assert told("Varga", "declared that the boats") == AnotherSubject("Ambassador Grey", True)


def test_another_acts_than_is_claimed():
    assert told("Later Holt", "had promised the") == AnotherSubject("Captain Moore", False)


def test_another_acts_where_the_author_says_in_between_who_tells_so():
    assert told("Captain Moore, he said,", "can open the old") == AnotherSubject(
        "Pavel Orsk", False
    )


@pytest.mark.parametrize(
    ("text", "language", "lead", "words"),
    [
        (DE, "de", "Kolb", "führte aus"),
        (DE, "de", "Später sah man, dass Brandis", "hatte den"),
        (RU, "ru", "Ладов", "заявил, что"),
        (RU, "ru", "По его словам, Вернер", "никогда\nне обещал"),
        (FR, "fr", "Valmy", "déclara que"),
        (FR, "fr", "L'ambassadeur Roche", "n'avait rien"),
    ],
)
def test_another_acts_in_other_languages(text: str, language: str, lead: str, words: str):
    assert told(lead, words, text, language)


@pytest.mark.parametrize(
    ("text", "language", "lead", "words"),
    [
        (EN, "en", "Grey", "declared that the boats"),
        (EN, "en", "The ambassador", "declared that the boats"),
        (EN, "en", "Later Moore", "had promised the"),
        (DE, "de", "Brandis", "führte aus"),
        (RU, "ru", "Ладов", "никогда\nне обещал"),
        (FR, "fr", "Le ministre", "n'avait rien"),
    ],
)
def test_whoever_acts_may_be_named_in_other_words(text: str, language: str, lead: str, words: str):
    assert told(lead, words, text, language) is None


def test_a_pronoun_may_mean_whoever_is_named_shortly_before():
    assert told("Grey", "had no\nmoney") is None


def test_somebody_whom_the_document_does_not_name_is_not_asked_about():
    assert told("Tolliver", "declared that the boats") is None


@pytest.mark.parametrize(
    "lead",
    [
        "The letter to Grey",  # behind a preposition
        "Grey's",  # a genitive
        "Varga and Grey",
        "Of Grey he said that he",
        "Grey, tired as he was,",
        "Grey was",  # of the passive, which turns who acts
    ],
)
def test_nobody_is_named_where_it_is_open_who_acts(lead: str):
    assert subject_before(f"{lead} “", rules_of("en")) == ""


def test_a_name_behind_a_preposition_in_the_document_does_not_act():
    text = EN + "\n\nThe letter to Captain Moore had come late."
    assert told("Varga", "had come late", text) is None


def test_a_name_in_a_russian_case_does_not_act():
    assert subject_before("Он сказал Ладову «", rules_of("ru")) == ""
    assert subject_before("Ладов «", rules_of("ru")) == "Ладов"
