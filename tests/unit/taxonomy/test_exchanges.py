"""Readings that have changed places in one sentence are told as such."""

import pytest

from provtrack.differ import diff
from provtrack.model.names import Nature, Significance
from provtrack.taxonomy import classify


def changes(base, witness, language):
    """Classify the changes between two paragraphs."""
    edits = diff([base], [witness], language=language)
    return classify(edits, [base], [witness], positions=((0,), (0,)), language=language)


@pytest.mark.parametrize(
    ("base", "witness", "language", "nature", "noun"),
    [
        ("Marlow outwitted Teague.", "Teague outwitted Marlow.", "en", Nature.NAME, "names"),
        ("Маслов предал Ершова.", "Ершов предал Маслова.", "ru", Nature.NAME, "names"),
        ("Nine of fifteen fell.", "Fifteen of nine fell.", "en", Nature.FIGURE, "figures"),
        (
            "Der Koch lobte den Gärtner.",
            "Der Gärtner lobte den Koch.",
            "de",
            Nature.WORDING,
            "words",
        ),
    ],
)
def test_exchanged_readings_are_told(base, witness, language, nature, noun):
    found = changes(base, witness, language)
    assert [change.nature for change in found] == [nature, nature]
    for change in found:
        assert change.significance is Significance.SUBSTANTIVE
        assert change.explanation.startswith(f"the {noun} stand in exchanged places")


@pytest.mark.parametrize(
    ("base", "witness"),
    [
        ("Marlow outwitted Teague.", "Corbin outwitted Brand."),
        ("He saw Marlow and Teague. Here Teague slept.", "He saw Marlow. Here Corbin slept."),
        ("Marlow met Teague. Later Corbin slept.", "Corbin met Teague. Later Marlow slept."),
        ("Norland deceived Sudmark.", "Sudmark was then deceived by Norland."),
    ],
)
def test_other_names_and_other_sentences_are_no_exchange(base, witness):
    found = changes(base, witness, "en")
    assert found
    assert not any("exchanged" in change.explanation for change in found)
