"""Names, stems and the sentence as signs of what a clause of an abstract rests on."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from provtrack import collation
from provtrack.aligner import cover
from provtrack.aligner.clause_signs import is_aside, stem_of
from provtrack.model.comparison import Coverage
from provtrack.model.names import VersionKind
from provtrack.text.language_rules import rules_of
from provtrack.text.sentences import clauses_of
from tests.factories import compared

BASE = (
    "The governor received the envoys of the league and complained of the price of salt.",
    "Of the captains, he said, Marten Voss does not approve the blockade, while Ilse Kroon may.",
    "The blockade had lasted nine weeks. He was tiring of it, and so were the merchants.",
    "He did not believe that the salt tax would be lowered before the winter.",
)


def resting(abstract: str, base: Sequence[str] = BASE) -> dict[str, list[int]]:
    found = cover(
        base,
        [abstract],
        clauses=[(0, span) for span in clauses_of(abstract, "en")],
        base_language="en",
        witness_language="en",
    )
    return {coverage.clause.text: sorted(coverage.base) for coverage in found}


def test_name_that_one_paragraph_holds_decides():
    assert resting("In his opinion a man such as Marten Voss is against it.") == {
        "In his opinion a man such as Marten Voss is against it.": [1]
    }


def test_name_that_every_paragraph_holds_decides_nothing():
    base = tuple(f"{text} Governor Hald said so." for text in BASE)
    assert list(resting("Hald later wrote famous memoirs in exile.", base).values()) == [[]]


def test_clause_that_goes_on_rests_where_its_sentence_does():
    found = resting("Captain Marten Voss disliked the blockade, but others, he said, did approve.")
    assert set(map(tuple, found.values())) == {(1,)}


def test_aside_is_not_drawn_to_its_sentence():
    found = resting(
        "The captain Marten Voss--who would die in the great flood of Emden twenty years "
        "afterwards--did not approve the blockade."
    )
    assert list(found.values()) == [[1], [], [1]]


def test_forms_of_a_word_have_one_stem():
    rules = rules_of("en")
    for word, other in (("tired", "tiring"), ("approves", "approved"), ("stop", "stopped")):
        assert stem_of(word, rules) == stem_of(other, rules)


def test_language_without_rules_keeps_words_whole():
    assert stem_of("ngarrka", rules_of("wbp")) == "ngarrka"


def test_brackets_and_dashes_make_an_aside():
    assert is_aside('(whom he described as "very tired"),')
    assert is_aside("--with whom he had worked--")
    assert not is_aside("(the first) of the three captains")


def test_clause_rests_on_what_its_query_quotes(monkeypatch: pytest.MonkeyPatch):
    def nothing(_base: object, texts: Sequence[str], **given: object) -> tuple[Coverage, ...]:
        return tuple(replace(c, base=(), confidence=0.7) for c in cover([], texts, **given))

    monkeypatch.setattr(collation, "cover", nothing)
    abstract = compared("C", "Chinese leaders such as Liu Shaoqi supported the policy.")
    base = compared("A", "They met at noon.", "He said that Liu Shaoqi can approve this policy.")
    (found,) = collation.compare(base, replace(abstract, kind=VersionKind.ABSTRACT)).coverage
    assert [query.base.paragraph for query in found.queries if query.base] == [1]
    assert (found.base, found.confidence) == ((1,), 0.3)
