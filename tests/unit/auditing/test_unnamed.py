"""A claim that names somebody or a place its source nowhere names is asked about."""

import pytest

from provtrack.auditing.claims import set_beside
from provtrack.model.comparison import Reading

BASE = (
    "On May 3 the envoy told me of Prime Minister Larsen's trip to Gothenburg.",
    "The French delegation had met General Taylor and Rostow in Stockholm.",
    "The Soviet side was prepared to consider an offer of Chou En-lai. Weber agreed.",
)


def asked(claim: str, base: tuple[str, ...] = BASE, language: str = "en", head: str = ""):
    reading = Reading(paragraph=0, start=0, end=len(claim), text=claim)
    queries = set_beside(reading, base, language=language, head=head).queries
    return [one.sentence for one in queries if one.topic == "name"]


@pytest.mark.parametrize(
    ("claim", "name"),
    [
        ("General Taylor and Mr. Bundy had met the delegation.", "Bundy"),
        ("the delegation had met in Geneva.", "Geneva"),
        ("the envoy knew of Prime Minister Jensen and his trip.", "Jensen"),
        ("the side had made an offer to Copenhagen.", "Copenhagen"),
    ],
)
def test_a_name_that_the_source_nowhere_has_is_asked_about(claim, name):
    assert asked(claim) == [f"The base nowhere has the name “{name}”."]


@pytest.mark.parametrize(
    "claim",
    [
        "Moscow was prepared to consider an offer.",
        "the delegation of France had met Rostow.",
        "the offer came from Zhou Enlai himself.",
        "the delegation, said Kennedy, had met Taylor.",
        "the offer pleased the Swedes and Webers.",
    ],
)
def test_a_name_in_another_form_or_of_an_office_is_not_asked_about(claim):
    base = (*BASE, "The Swedish press wrote that the president had met the delegation.")
    assert asked(claim, base) == []


def test_a_name_in_the_title_of_the_document_is_not_asked_about():
    claim = "the delegation had met in Geneva."
    assert asked(claim, head="Memorandum of Conversation, Geneva, May 3") == []


def test_a_name_in_russian_is_known_in_every_case():
    base = ("Посол Ветлин принял министра Сольберга. Они говорили о заводе в Ванрике.",)
    assert asked("Ветлину сообщили о заводе в Осло.", base, "ru") == [
        "The base nowhere has the name “Осло”."
    ]


def test_capitals_tell_no_names_in_german():
    base = ("Der Minister sprach mit Herrn Weber über die Banken.",)
    assert asked("der Direktor habe mit Herrn Weber gesprochen.", base, "de") == []


def test_a_name_with_an_apostrophe_that_the_publication_gave_before_is_known():
    claim = "the delegation had met O'Brien of the board."
    reading = Reading(paragraph=0, start=0, end=len(claim), text=claim)
    queries = set_beside(
        reading, BASE, language="en", around="Then O'Brien's boat came in."
    ).queries
    assert not [one for one in queries if one.topic == "name"]
    alone = set_beside(reading, BASE, language="en").queries
    assert [one for one in alone if one.topic == "name"]
