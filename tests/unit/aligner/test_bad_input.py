"""Texts nobody would compare, and damaged ones: each is aligned, and lawfully.

The same kinds in large, with time and memory: ``python -m bench.bad_input``.
"""

import pytest

from bench.bad_input import KINDS, strange, unmatched_share


@pytest.mark.parametrize("name", KINDS)
def test_a_strange_text_is_aligned_by_the_laws(name):
    texts = strange(name, small=True)
    assert texts.faults(texts.aligned()) == []


def test_one_paragraph_repeated_is_aligned_in_order_with_none_left_over():
    beads = strange("one paragraph repeated", small=True).aligned().beads
    assert all(bead.base == bead.witness for bead in beads)


def test_of_repeated_paragraphs_only_those_too_many_stand_alone():
    alignment = strange("repeated, a tenth fewer", small=True).aligned()
    assert sum(not bead.witness for bead in alignment.beads) == 4


def test_unrelated_texts_in_one_language_stay_unmatched():
    assert unmatched_share(strange("unrelated, one language", small=True).aligned()) >= 0.9


def test_the_one_paragraph_of_a_side_is_found_among_many():
    beads = strange("1 x 20,000", small=True).aligned().beads
    assert [bead.witness for bead in beads if bead.base] == [(150,)]


def test_paragraphs_in_several_languages_are_found():
    beads = strange("languages mixed", small=True).aligned().beads
    assert [bead.base for bead in beads if not bead.witness] == [(1,)]
