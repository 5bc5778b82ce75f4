"""What an abstract's clauses rest on."""

from provtrack.aligner import cover
from provtrack.model.comparison import Coverage
from provtrack.model.text import Span

BASE = (
    "At noon the harbour master asked the consul to explain why the three coal barges had left "
    "Trieste without their papers.",
    "The consul answered that the barges belonged to the Lloyd company and that he was not the "
    "keeper of its ledgers. He was visibly annoyed.",
    "Speaking of the quarantine, the harbour master said that eleven sailors had died of typhus "
    "since Easter, and that the lazaretto could take no more of them.",
    "They parted without shaking hands. The consul promised to send a written reply by Friday.",
)


def covered(*clauses: str, base: tuple[str, ...] = BASE, language: str = "en") -> list[Coverage]:
    found = cover(
        base,
        clauses,
        clauses=[(k, Span(0, len(clause))) for k, clause in enumerate(clauses)],
        base_language=language,
        witness_language="en",
    )
    return list(found)


def test_clause_rests_on_the_paragraph_it_retells():
    (found,) = covered("Eleven sailors were reported dead of typhus in the lazaretto.")
    assert found.base[0] == 2


def test_words_taken_over_are_named_as_evidence():
    (found,) = covered('The consul said he was "not the keeper of its ledgers".')
    assert found.base[0] == 1
    assert "verbatim: he was not the keeper of its ledgers" in found.evidence


def test_editors_own_words_rest_on_nothing():
    found = covered(
        "The consul said he was not the keeper of its ledgers",
        "a phrase historians of Habsburg shipping later made famous in several monographs.",
    )
    assert found[1].base == ()
    assert found[1].evidence == ()


def test_clause_that_joins_two_paragraphs_rests_on_both():
    (found,) = covered(
        "The coal barges had left Trieste without their papers, and the consul promised to send a "
        "written reply by Friday."
    )
    assert sorted(found.base) == [0, 3]


def test_clause_is_given_with_its_place_in_the_abstract():
    text = "A quarrel. Eleven sailors had died of typhus."
    (found,) = cover(
        BASE, [text], clauses=[(0, Span(11, 45))], base_language="en", witness_language="en"
    )
    assert (found.clause.paragraph, found.clause.start, found.clause.end) == (0, 11, 45)
    assert found.clause.text == "Eleven sailors had died of typhus."


def test_abstract_in_another_language_is_covered_by_names_and_figures():
    base = (
        "Посол Бенедиктов посетил Министерство 14 марта 1962 года.",
        "Разговор шёл о поставках зерна и о ценах на рынке.",
        "Присутствовали Каримов, Джонсон и ещё 27 человек.",
    )
    (found,) = covered("Karimov, Johnson and 27 others were present.", base=base, language="ru")
    assert found.base == (2,)


def test_abstract_of_an_empty_base_rests_on_nothing():
    (found,) = covered("Eleven sailors had died of typhus.", base=())
    assert found.base == ()


def test_abstract_without_clauses_has_no_coverage():
    assert covered() == []
