"""A difference says which words are the author's and which the source's."""

import pytest

from provtrack.auditing import Candidate, judge
from provtrack.auditing.contrasting import contrast
from provtrack.model.names import Nature, Significance
from provtrack.model.quotation import Difference, Passage, Quotation, QuotationPlace, Verdict
from provtrack.model.text import Span


def difference(quoted: str, source: str, explanation: str) -> Difference:
    return Difference(
        nature=Nature.WORDING,
        significance=Significance.SUBSTANTIVE,
        quoted=Span(0, len(quoted)),
        quoted_words=quoted,
        source=Span(0, len(source)),
        source_words=source,
        explanation=explanation,
        weight=Verdict.DISTORTED,
        is_declared=False,
    )


def told(source: str, quoted: str, language: str = "en") -> list[str]:
    """Say in what a quotation departs from a source."""
    passage = Passage(document="letter", siglum="E1", file="e.txt", span=Span(0, len(source)))
    words = Quotation(span=Span(0, len(quoted)), text=quoted, place=QuotationPlace.INLINE)
    place = Candidate(passage=passage, text=source, language=language)
    return [contrast(one) for one in judge(words, [place]).differences]


@pytest.mark.parametrize(
    ("source", "quoted", "said"),
    [
        ("The boats sailed two weeks ago.", "The boats sailed three weeks ago.",
         "“three” for the source’s “two”"),
        ("He said it must be done by them.", "He said it may be done by them.",
         "“may” for the source’s “must”"),
        ("They left the town on March 13, 1958.", "They left the town on March 31, 1958.",
         "“March 31, 1958” for the source’s “March 13, 1958”"),
        ("The mayor Harrow opened the gates.", "The mayor Barlow opened the gates.",
         "“Barlow” for the source’s “Harrow”"),
        ("It is possible to open the gates.", "It is impossible to open the gates.",
         "“impossible” for the source’s “possible”"),
    ],
)  # fmt: skip
def test_the_quoted_words_stand_before_those_of_the_source(source: str, quoted: str, said: str):
    (found,) = told(source, quoted)
    assert found.startswith(said)


def test_what_a_rule_says_stands_behind_the_words():
    one = difference("said", "hoped", "hoped against said: another verb of saying")
    assert contrast(one) == "“said” for the source’s “hoped” (another verb of saying)"


def test_a_rule_that_names_first_forms_does_not_hide_the_words():
    one = difference("весной", "осенью", "осень against весна")
    assert contrast(one) == "“весной” for the source’s “осенью”"


def test_a_value_in_brackets_is_set_beside_that_of_the_source():
    one = difference("three", "two", "two against three, in brackets")
    assert contrast(one) == "“three” for the source’s “two” (in brackets)"


def test_words_on_one_side_only_are_added_or_left_out():
    assert contrast(difference("not", "", "negation added")) == "negation added: “not”"
    assert contrast(difference("", "any", "")) == "“any” left out"


def test_a_negation_in_another_word_is_said_once():
    said = told("We don't have anything against it.", "We have nothing against it.")
    assert set(said) == {"the same negation in other words: don't … anything, nothing"}
