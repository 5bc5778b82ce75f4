"""Clauses inside one pair of marks that only say who speaks."""

import pytest

from provtrack.model.quotation import DeclaredKind
from provtrack.quotations import find
from tests.unit.quotations.texts import publication


def interruptions(quoted: str) -> list[str]:
    """The interruptions of a quotation, without the marks around them."""
    (found,) = find(publication(f"Dorn: «{quoted}»"))
    return [one.words for one in found.declared if one.kind is DeclaredKind.INTERRUPTION]


@pytest.mark.parametrize(
    ("quoted", "words"),
    [
        ("Le moulin, remarqua Martin, tourne toute la nuit.", "remarqua Martin"),
        ("Selon eux, précise l’envoyé, le moulin tourne.", "précise l’envoyé"),
        ("Le 3 mai, à Tarn, conclut le rapport, le moulin tourne.", "conclut le rapport"),
        ("Le moulin (ajoute-t-elle) tourne toute la nuit.", "ajoute-t-elle"),
        ("Le moulin, selon le maire, tourne toute la nuit.", "selon le maire"),
        ("Le moulin, comme l’écrit Martin, tourne.", "comme l’écrit Martin"),
        ("Мельница, по словам мэра, работает всю ночь.", "по словам мэра"),
        ("Мельница, отметил посланник, работает всю ночь.", "отметил посланник"),
        ("Мельница (писал он) работает всю ночь.", "писал он"),
        ("Die Mühle, so der Bürgermeister, läuft die ganze Nacht.", "so der Bürgermeister"),
        ("Die Mühle, erklärte Holm, läuft die ganze Nacht.", "erklärte Holm"),
        ("Die Mühle, laut Holm, läuft die ganze Nacht.", "laut Holm"),
        ("The mill, he added, runs all night.", "he added"),
        ("The mill, the mayor said, runs all night.", "the mayor said"),
        ("The mill—according to the mayor—runs, said Holm, all night.", "said Holm"),
    ],
)
def test_clause_that_only_names_who_speaks_is_an_interruption(quoted: str, words: str):
    assert interruptions(quoted) == [words]


@pytest.mark.parametrize(
    "quoted",
    [
        "The mill, he claimed, runs all night.",
        "The mill, he did not say, runs all night.",
        "The mill, I said, runs all night.",
        "The mill, so called, runs all night.",
        "The mill, the old one, runs all night.",
        "Le moulin, note verbale du maire, tourne toute la nuit.",
        "Le moulin, prétend Martin, tourne toute la nuit.",
        "Die Mühle, behauptet Holm, läuft die ganze Nacht.",
        "Die Mühle, so alt sie ist, läuft die ganze Nacht.",
        "Мельница, отрицал посланник, работает всю ночь.",
        "Мельница, новая и большая, работает всю ночь.",
    ],
)
def test_what_doubts_denies_or_describes_is_no_interruption(quoted: str):
    assert interruptions(quoted) == []
