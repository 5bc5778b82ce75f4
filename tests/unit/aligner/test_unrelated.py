"""Texts that have nothing to do with each other stay apart; a long text still knows itself."""

import pytest

from bench.bad_input import OTHER_SYLLABLES, Strange, cyrillic, prose, unmatched_share
from provtrack.aligner import align
from tests.two_languages import tale


@pytest.mark.parametrize("size", [40, 300])
@pytest.mark.parametrize("seed", ["one", "two"])
def test_unrelated_texts_in_two_languages_stay_unmatched(size, seed):
    texts = Strange(
        base=cyrillic(prose(size, 30, seed, OTHER_SYLLABLES)),
        witness=prose(size, 30, seed + " other"),
        languages=("ru", "en"),
    )
    assert unmatched_share(texts.aligned()) >= 0.9


@pytest.mark.parametrize("paragraphs", [1, 2])
@pytest.mark.parametrize("size", [2_000, 8_000, 20_000, 100_000])
def test_long_paragraphs_align_with_themselves(paragraphs, size):
    texts = [" ".join(prose(size // 90, 14, f"long {k}"))[:size] for k in range(paragraphs)]
    beads = align(texts, texts, base_language="en", witness_language="en").beads
    assert [(bead.base, bead.witness) for bead in beads] == [
        ((k,), (k,)) for k in range(paragraphs)
    ]


@pytest.mark.parametrize("size", [500, 2_000, 8_000, 20_000, 100_000])
def test_a_long_paragraph_is_found_cut_in_two(size):
    text = " ".join(prose(size // 90, 14, "long"))[:size]
    halves = text[: size // 2], text[size // 2 :]
    beads = align([text], halves, base_language="en", witness_language="en").beads
    assert [(bead.base, bead.witness) for bead in beads] == [((0,), (0, 1))]


def test_a_text_in_one_language_shares_no_beads_with_a_stranger():
    """Common words alone pair nothing where most paragraphs have no partner."""
    base, witness = (prose(120, 25, seed) for seed in ("an island", "a mountain"))
    beads = align(base, witness, base_language="en", witness_language="en").beads
    assert [bead for bead in beads if bead.base and bead.witness] == []


@pytest.mark.parametrize("sizes", [(30, 280), (120, 120), (600, 600)])
def test_tales_in_one_language_that_use_the_same_words_are_strangers(sizes):
    base, witness = tale(sizes[0], seed=1), tale(sizes[1], seed=2)
    beads = align(base, witness, base_language="ru", witness_language="ru").beads
    assert [bead for bead in beads if bead.base and bead.witness] == []


@pytest.mark.parametrize("sizes", [(30, 280), (300, 300)])
def test_a_passage_that_two_strangers_share_is_found(sizes):
    base, witness = tale(sizes[0], seed=1), tale(sizes[1], seed=2)
    base[20] = witness[25] + " " + base[20]
    beads = align(base, witness, base_language="ru", witness_language="ru").beads
    assert [(bead.base, bead.witness) for bead in beads if bead.base and bead.witness] == [
        ((20,), (25,))
    ]
