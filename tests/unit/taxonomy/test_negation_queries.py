"""Between languages a sentence that alone negates is asked about."""

import pytest

from provtrack.model.alignment import Sentence, SentenceBead
from provtrack.model.text import Span
from provtrack.taxonomy import negation_queries


def asked(*pairs: tuple[str, str], languages: str = "ru en", sure: float = 1.0) -> list[str]:
    """Ask of sentences that answer each other, each pair a bead of its own."""
    base, witness = zip(*pairs, strict=True)
    inside = [[_bead(place, ours, theirs, sure)] for place, (ours, theirs) in enumerate(pairs)]
    base_language, witness_language = languages.split()
    found = negation_queries(
        inside, base, witness, base_language=base_language, witness_language=witness_language
    )
    return [query.sentence for queries in found for query in queries]


def _bead(place: int, base: str, witness: str, sure: float) -> SentenceBead:
    ours, theirs = (
        (Sentence(paragraph=place, number=1, span=Span(0, len(text))),) if text else ()
        for text in (base, witness)
    )
    return SentenceBead(base=ours, witness=theirs, confidence=sure)


YES = ("Нет, не так.", "No, not so.")  # both sides know how to negate


@pytest.mark.parametrize(
    ("pair", "languages", "words"),
    [
        (("Он не принял посла.", "He received the ambassador."), "ru en", "не принял посла"),
        (("他没有同意这个建议。", "He agreed to this proposal."), "zh en", "没有同意这个建议"),
        (("Er kam nie zurück.", "Il revint."), "de fr", "nie zurück"),
        (("Он согласился, и всё.", "He didn’t agree."), "ru en", "didn’t agree"),
        (("Il n’a pas répondu.", "Он ответил."), "fr ru", "n’a pas répondu"),
    ],
)
def test_a_negation_without_an_answer_is_asked_about(pair, languages, words):
    (sentence,) = asked(pair, _no_in(languages), languages=languages)
    assert f"“{words}”" in sentence


def _no_in(languages: str) -> tuple[str, str]:
    """Give a pair of sentences that negate in two languages."""
    words = {"ru": "Нет, не так.", "en": "No, not so.", "zh": "不，没有。"}
    words |= {"de": "Nein, nicht so.", "fr": "Non, ce n’est pas vrai."}
    ours, theirs = languages.split()
    return words[ours], words[theirs]


@pytest.mark.parametrize(
    ("base", "witness"),
    [
        ("Он не согласился.", "He refused to agree."),  # implied
        ("Он не был против.", "He was in favour."),  # a negation that takes itself back
        ("Не знаете ли вы его?", "You know him?"),  # in a question
        ("Он не только пришёл, но и остался.", "He came, and he stayed too."),
        ("Они были довольны.", "They were not a little pleased."),
        ("Это пункт пятый.", "This is item No. 5."),
        ("Война была неизбежна.", "The war could not be avoided."),
    ],
)
def test_what_is_no_firm_negation_or_has_an_answer_is_not_asked_about(base, witness):
    assert asked((base, witness), YES) == []


def test_sentences_that_may_not_answer_each_other_are_not_compared():
    assert asked(("Он не принял посла.", "He received the ambassador."), YES, sure=0.5) == []


def test_a_sentence_without_any_other_is_left_to_the_omissions():
    assert asked(("Он не принял посла.", ""), YES) == []


def test_a_language_without_words_of_negation_is_not_asked_about():
    assert asked(("Ní bhfuair sé aon rud.", "He got nothing."), languages="ga en") == []


def test_a_habit_of_doing_without_is_not_asked_about():
    pair = ("Он не принял посла.", "He received the ambassador.")
    assert asked(*[pair] * 4, YES) == []


def test_a_negation_that_stands_in_the_next_sentence_is_not_asked_about():
    base, witness = ("Он не пришёл. Они ждали.",), ("They waited. He did not come.",)
    inside = [
        SentenceBead(
            base=(Sentence(paragraph=0, number=1, span=Span(*ours)),),
            witness=(Sentence(paragraph=0, number=1, span=Span(*theirs)),),
            confidence=1.0,
        )
        for ours, theirs in (((0, 13), (0, 12)), ((14, 24), (13, 29)))
    ]
    found = negation_queries([inside], base, witness, base_language="ru", witness_language="en")
    assert found == [()]


def test_a_paragraph_of_one_sentence_needs_no_surer_alignment():
    pair = ("Президиум не одобрил проект.", "The Presidium approved the draft.")
    assert asked(pair, sure=0.75) != []
    assert asked(pair, sure=0.5) == []
