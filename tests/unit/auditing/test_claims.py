"""Reported speech: queries with evidence, never verdicts."""

import json
from pathlib import Path

import pytest

from provtrack.auditing.claims import set_beside
from provtrack.auditing.retold import claims_of
from provtrack.model.comparison import Query, Reading

CASE = Path(__file__).parents[4] / "shared" / "cases" / "benediktov-1962"
BASE = (
    "At dinner K. Hale said that the duke gave him a letter to I. Varga. He is old and tired.",
    "I know that Anna Keller does not approve the war, while Otto Brandt can approve it.",
    "This is not simply a quarrel about the mill. They admire Hale as a poet. We lost 40 men.",
)


def asked(claim: str, *, speaker: str = "", base: tuple[str, ...] = BASE) -> tuple[Query, ...]:
    reading = Reading(paragraph=0, start=0, end=len(claim), text=claim)
    return set_beside(reading, base, language="en", speaker=speaker).queries


def topics(claim: str, **options: str) -> list[str]:
    return [query.topic for query in asked(claim, **options)]


def test_reported_speech_is_found_with_its_speaker():
    (claim,) = claims_of("It rained. Colonel Hale said that the mill was lost.", language="en")
    assert (claim.speaker, claim.text) == ("Colonel Hale", "the mill was lost.")


def test_quoted_speech_is_no_claim():
    assert claims_of("Hale said that “the mill was lost”.", language="en") == ()


def test_another_thing_before_the_same_name_is_asked_about():
    (query,) = asked("at dinner the duke gave Hale a message to Varga")
    assert query.sentence == "The source has “letter to … Varga”; the claim says “message”."


def test_the_same_thing_is_not_asked_about():
    assert topics("at dinner the duke gave Hale a letter to Varga") == []


def test_a_hedge_that_is_dropped_is_asked_about():
    assert topics("while Otto Brandt supported the war") == ["modality"]


def test_a_denial_that_is_dropped_is_asked_about():
    (query,) = asked("Anna Keller opposed the war")
    assert query.topic == "negation"
    assert query.base is not None
    assert query.base.text.startswith("I know that Anna Keller does not approve")


def test_a_limit_behind_a_negation_is_asked_about():
    assert topics("it was not a quarrel about the mill") == ["quantifier"]


def test_a_figure_the_source_lacks_is_asked_about():
    assert "figure" in topics("they lost 400 men in the quarrel about the mill")


def test_a_speaker_with_a_namesake_is_asked_about():
    assert topics("the duke is old and tired", speaker="Hale") == ["name"]
    assert topics("the duke is old and tired", speaker="K. Hale") == []


def test_the_founding_document_raises_its_queries_and_no_others():
    if not CASE.is_dir():
        pytest.skip("needs ../shared/cases/benediktov-1962")
    base = tuple((CASE / "body.en.txt").read_text("utf-8").split("\n\n"))
    claims = json.loads((CASE / "abstract-claims.json").read_text("utf-8"))
    asked_of = {claim["claim"]: asked(claim["claim"], base=base) for claim in claims}
    supported = [claim["claim"] for claim in claims if claim["status"] == "supported"]
    told = " ".join(query.sentence for queries in asked_of.values() for query in queries)
    assert [claim for claim in supported if asked_of[claim]] == []
    assert all(
        words in told
        for words in ("“letter” (to Khrushchev", "“can” of Liu", "not simply", "Zhou Enlai")
    )


def test_a_number_in_words_is_compared_with_what_is_counted_so():
    base = ("After my return from Varna two years ago I did all for the mill.",)
    (query,) = asked(
        "after his return from Varna five years ago he did all for the mill", base=base
    )
    assert "five" in query.sentence
    assert asked("after his return from Varna two years ago he did all", base=base) == ()


LETTER = (
    "We do not expect the duke to sign the treaty before spring. Some of the boats may be lost.",
    "The guild did not make any military preparations. The envoy of Varga spoke with the miller.",
)


@pytest.mark.parametrize(
    ("claim", "topic"),
    [
        ("they expected the duke to sign the treaty before spring", "negation"),
        ("all of the boats may be lost", "quantifier"),
        ("some of the boats will be lost soon", "modality"),
        ("the envoy of Hartmann spoke with the miller", "name"),
        ("the guild spent a year on military preparations", "negation"),
    ],
)
def test_a_single_word_of_a_claim_that_nearly_repeats_its_source_is_asked_about(claim, topic):
    assert topic in topics(claim, base=LETTER)


@pytest.mark.parametrize(
    "claim",
    [
        "they did not expect the duke to sign the treaty before spring",
        "some of the boats might be lost",
        "there were no military preparations of the guild",
        "the envoy of Varga had spoken with the miller",
    ],
)
def test_tense_and_person_of_reported_speech_are_not_asked_about(claim):
    assert topics(claim, base=LETTER) == []


def test_a_clause_that_stands_in_its_source_as_it_is_is_not_asked_about():
    base = ("He wrote that nobody came, since the road to the mill was lost in the flood.",)
    assert topics("the road to the mill was lost in the flood", base=base) == []


def test_a_date_without_its_year_is_not_missed():
    base = ("The boats were freed on September 6, 1924, and the duke left the town.",)
    assert topics("on September 6 the boats were freed", base=base) == []


REFUSING = (
    "The envoy said that he could not act as a go-between for the two dukes. "
    "The treaty could not be signed before the diet had approved it. "
    "The council does not approve the sale of the old mill. This is not simply a local quarrel.",
)


@pytest.mark.parametrize(
    "claim",
    [
        "he declined to act as a go-between for the two dukes",
        "he was unable to act as a go-between for the two dukes",
        "the diet would first have to approve the treaty before it could be signed",
        "the council disapproved of the sale of the old mill",
        "this was more than a local quarrel",
    ],
)
def test_a_claim_that_denies_in_other_words_is_not_asked_about(claim):
    assert asked(claim, base=REFUSING) == ()


def test_a_claim_that_denies_nothing_is_asked_about_once():
    (query,) = asked("he could act as a go-between for the two dukes", base=REFUSING)
    assert query.topic == "negation"


def test_a_denial_that_both_sides_have_answers_no_negation():
    base = ("The envoy refused the money and would not sell the two old mills to the duke.",)
    (query,) = asked("he refused the money and would sell the two old mills to the duke", base=base)
    assert query.topic == "negation"


def test_a_source_that_denies_in_other_words_is_not_asked_about():
    base = ("The envoy was unable to accept the new terms of the duke in Warn.",)
    assert asked("the envoy could not accept the new terms of the duke in Warn", base=base) == ()
