"""What is denied in the source right before the cut, and asserted in the quotation."""

import pytest

from provtrack.model.quotation import Verdict
from tests.unit.auditing.judging import judged_cut


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They regard Harrow not as ⟦a friend of the town⟧, or so it seems."),
        ("en", "They did not regard Harrow as ⟦a friend of the town⟧, or so it seems."),
        ("en", "The gates have never been ⟦opened to the guilds⟧."),
        ("de", "Sie sahen in ihm nicht als ⟦einen Freund der Stadt⟧."),
        ("de", "Der Rat war nicht in der ⟦Lage das Tor zu halten⟧."),
        ("fr", "On ne voyait pas Harrow comme ⟦un ami de la ville⟧."),
        ("ru", "Они видят в нём не как ⟦старого друга города⟧."),
        ("zh", "他们认为他不是⟦城里的老朋友⟧。"),
    ],
)
def test_a_negation_with_light_words_before_the_cut_is_lost(language: str, text: str):
    assert judged_cut(text, language).verdict is Verdict.TRUNCATED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We hoped for peace and did not make ⟦any preparations for war⟧."),
        ("de", "Wir trafen nicht einmal ⟦irgendwelche Vorbereitungen zum Krieg⟧."),
        ("ru", "Мы не вели ⟦каких-либо приготовлений к войне⟧."),
        ("zh", "我们没有进行⟦任何军事准备⟧。"),
    ],
)
def test_what_needs_a_negation_is_cut_off_from_it(language: str, text: str):
    assert judged_cut(text, language).verdict is Verdict.TRUNCATED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He did not like ⟦the old bridge⟧ at all."),
        ("en", "He was not well, and in ⟦the old bridge house⟧ it was cold."),
        ("en", "We do not know what became of ⟦the old bridge⟧."),
        ("fr", "Nous revînmes sur nos pas par la ⟦rive opposée du fleuve⟧."),
        ("zh", "他不喜欢⟦城里的老桥⟧。"),
    ],
)
def test_a_thing_that_is_only_spoken_of_is_no_loss(language: str, text: str):
    assert judged_cut(text, language).verdict is Verdict.EXACT


def test_the_verb_that_the_author_repeats_is_denied_in_the_source():
    text = "Karvell did not share ⟦the doubts of the council⟧."
    before = {"Olden shared ": Verdict.TRUNCATED, "Olden wrote of ": Verdict.EXACT}
    assert {said: judged_cut(text, before=said).verdict for said in before} == before


@pytest.mark.parametrize(
    "before", ["They rejected Harrow as ", "He was never ", "They asked whether he was "]
)
def test_what_the_author_denies_or_asks_as_well_is_not_lost(before: str):
    text = "They regard Harrow not as ⟦a friend of the town⟧, or so it seems."
    assert judged_cut(text, before=before).verdict is Verdict.EXACT


def test_a_claim_of_the_author_does_not_stand_for_a_denial():
    text = "We slept, not supposing that ⟦the mills on the border were ready⟧."
    assert judged_cut(text, before="He claimed that ").verdict is Verdict.TRUNCATED
