"""Hard passages, invented: each yields the quotations a reader sees in it."""

import pytest

from provtrack.model.quotation import Quotation
from provtrack.quotations import find
from tests.unit.quotations.passages import PASSAGES, Hard
from tests.unit.quotations.texts import publication


def outer(quotations: tuple[Quotation, ...]) -> list[Quotation]:
    """Those that lie in no other."""
    return [one for one in quotations if one.outer is None]


named = pytest.mark.parametrize("hard", PASSAGES, ids=lambda hard: hard.name)


@named
def test_quotations_of_a_source_are_found(hard: Hard):
    found = outer(find(publication(hard.text)))
    assert tuple(one.text for one in found if not one.ignored) == hard.quoted


@named
def test_quotations_inside_others_are_found(hard: Hard):
    found = [one for one in find(publication(hard.text)) if one.outer is not None]
    assert tuple(one.text for one in found) == hard.inner


@named
def test_titles_terms_and_scare_quotes_are_told_apart(hard: Hard):
    found = outer(find(publication(hard.text)))
    assert tuple(one.text for one in found if one.ignored) == hard.ignored
