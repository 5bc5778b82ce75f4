"""A negation or limit that is kept but stands elsewhere turns the sense."""

import pytest

from provtrack.model.names import Nature
from tests.unit.taxonomy.test_exchanges import changes


@pytest.mark.parametrize(
    ("base", "witness", "language", "nature"),
    [
        ("She did not leave as he wept.", "She left, not as he wept.", "en", Nature.NEGATION),
        ("Sie schlief nicht, als er kam.", "Sie schlief, nicht als er kam.", "de", Nature.NEGATION),
        ("Она не решила ехать.", "Она решила не ехать.", "ru", Nature.NEGATION),
        ("He only lent two carts.", "He lent only two carts.", "en", Nature.QUANTIFIER),
    ],
)
def test_it_is_told_and_no_matter_of_form(base, witness, language, nature):
    assert {change.nature for change in changes(base, witness, language)} == {nature}
    assert {change.nature for change in changes(witness, base, language)} == {nature}


def test_other_words_about_a_kept_negation_are_no_move_of_it():
    found = changes("The old clerk did not sign.", "The young clerk did not write.", "en")
    assert [change.nature for change in found] == [Nature.WORDING, Nature.WORDING]
