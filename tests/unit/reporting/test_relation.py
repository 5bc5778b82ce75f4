"""When an alignment as a whole is said to be in doubt."""

from provtrack.model.alignment import Bead
from provtrack.reporting.relation import Doubt, doubt_on
from tests.factories import compared


def beads(*confidences: float, similarity: float = 0.3) -> list[Bead]:
    return [
        Bead(base=(k,), witness=(k,), confidence=sure, similarity=similarity)
        for k, sure in enumerate(confidences)
    ]


def doubt(found: list[Bead], paragraphs: int, *, language: str = "ru") -> Doubt | None:
    texts = ["Слово."] * paragraphs
    return doubt_on(found, compared("R", *texts, language=language), compared("E", *texts))


def test_sure_beads_leave_no_doubt():
    assert doubt(beads(0.9, 0.9, 0.1), 3) is None


def test_usual_bead_below_seventy_percent_is_a_doubt():
    assert doubt(beads(0.9, 0.6, 0.6), 3) is Doubt.UNSURE


def test_likeness_in_one_language_is_as_good_as_confidence():
    assert doubt(beads(0.3, 0.3, similarity=0.8), 2, language="en") is None
    assert doubt(beads(0.3, 0.3, similarity=0.8), 2) is Doubt.UNSURE


def test_less_than_a_fifth_answered_is_a_doubt():
    assert doubt(beads(0.9), 6) is Doubt.FEW
    assert doubt(beads(0.9), 5) is None


def test_paragraphs_of_which_none_is_answered_are_a_doubt():
    assert doubt([Bead(base=(0,), witness=(), confidence=0.9)], 1) is Doubt.NOTHING


def test_empty_versions_are_no_doubt():
    assert doubt([], 0) is None
