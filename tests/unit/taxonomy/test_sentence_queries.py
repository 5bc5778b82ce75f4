"""Queries about sentences that one side lacks."""

from provtrack.model.alignment import Sentence, SentenceBead
from provtrack.model.comparison import Reading
from provtrack.model.text import Span
from provtrack.taxonomy import sentence_queries

BASE = ("Он пришёл. Он сел. Он ушёл.",)
WITNESS = (
    "He came. " + "He sat down on the very long old bench by the door of the house " * 2 + ".",
)


def sentence(number: int, start: int, end: int) -> Sentence:
    return Sentence(paragraph=0, number=number, span=Span(start, end))


def test_a_sentence_of_the_base_is_quoted_with_its_place():
    lacking = SentenceBead(base=(sentence(1, 11, 18),), witness=(), confidence=0.9)
    (query,) = sentence_queries([lacking], BASE, WITNESS)
    assert query.base == Reading(paragraph=0, start=11, end=18, text="Он сел.")
    assert (query.topic, query.witness) == ("omission", None)
    assert query.sentence == (
        "Does nothing in the witness answer this sentence of the base? “Он сел.”"
    )


def test_sentences_that_follow_each_other_are_asked_about_at_once():
    lacking = SentenceBead(
        base=(sentence(1, 11, 18), sentence(2, 19, 27)), witness=(), confidence=0.9
    )
    (query,) = sentence_queries([lacking], BASE, WITNESS)
    assert query.base is not None
    assert query.base.text == "Он сел. Он ушёл."
    assert "these 2 sentences" in query.sentence


def test_a_long_sentence_of_the_witness_is_quoted_by_its_beginning():
    lacking = SentenceBead(base=(), witness=(sentence(1, 9, len(WITNESS[0])),), confidence=0.9)
    (query,) = sentence_queries([lacking], BASE, WITNESS)
    assert query.topic == "addition"
    assert query.sentence.endswith(" …”")
    assert len(query.sentence) < 170


def test_nothing_lacking_asks_nothing():
    assert sentence_queries([], BASE, WITNESS) == ()
