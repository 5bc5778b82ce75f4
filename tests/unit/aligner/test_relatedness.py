"""Two languages: what has nothing to do with each other stays apart, what was moved is found."""

import random

import pytest

from provtrack.aligner import align
from provtrack.model.alignment import Alignment
from tests.two_languages import retold, tale


def aligned(base: list[str], witness: list[str]) -> Alignment:
    return align(base, witness, base_language="ru", witness_language="en")


def pairs(alignment: Alignment) -> set[tuple[int, int]]:
    """Base and witness position of every bead of one and one."""
    return {
        (bead.base[0], bead.witness[0])
        for bead in alignment.beads
        if len(bead.base) == len(bead.witness) == 1
    }


@pytest.mark.parametrize("count", [25, 60, 300])
def test_tales_in_two_languages_that_tell_other_things_stay_unmatched(count):
    alignment = aligned(tale(count, seed=1), retold(tale(count, seed=2)))
    assert [bead for bead in alignment.beads if bead.base and bead.witness] == []


def headed(texts: list[str], heading: str) -> list[str]:
    """Put a short heading before each paragraph."""
    return [line for text in texts for line in (f"{heading} {text.split()[0]}", text)]


def talked(texts: list[str], opening: str, *, seed: int) -> list[str]:
    """Cut half of the paragraphs to a few words, with the same words before them."""
    drawn = random.Random(seed)  # noqa: S311 - texts, not secrets
    return [
        text if drawn.random() < 0.5 else " ".join([opening, *text.split()[: drawn.randint(1, 4)]])
        for text in texts
    ]


def test_headings_are_not_taken_for_the_short_lines_of_another_talk():
    articles = headed(tale(45, seed=2), "статья")
    talk = talked(retold(tale(90, seed=52)), "master", seed=2)
    assert [bead for bead in aligned(articles, talk).beads if bead.base and bead.witness] == []


def test_nothing_is_called_sure_in_a_few_unrelated_paragraphs():
    alignment = aligned(tale(12, seed=1), retold(tale(12, seed=2)))
    assert all(bead.confidence < 0.9 for bead in alignment.beads if bead.base and bead.witness)


@pytest.mark.parametrize("count", [12, 25, 60])
def test_a_tale_and_its_translation_are_related(count):
    told = tale(count, seed=1)
    assert pairs(aligned(told, retold(told))) == {(k, k) for k in range(count)}


def test_one_paragraph_of_a_book_does_not_hide_that_the_others_are_related():
    told = [" ".join(tale(1_000, seed=1)), *tale(30, seed=2)]
    alignment = aligned(told, retold(told))
    assert pairs(alignment) == {(k, k) for k in range(31)}
    assert all(bead.confidence >= 0.9 for bead in alignment.beads[1:])


@pytest.mark.parametrize("count", [25, 60, 150])
def test_halves_that_changed_places_are_found_in_another_language(count):
    told = tale(count, seed=1)
    half = count // 2
    order = [*range(half, count), *range(half)]
    found = pairs(aligned(told, retold([told[k] for k in order])))
    assert found == {(k, place) for place, k in enumerate(order)}


def test_four_blocks_in_another_order_are_found_in_another_language():
    told = tale(120, seed=3)
    order = [*range(90, 120), *range(30, 60), *range(30), *range(60, 90)]
    found = pairs(aligned(told, retold([told[k] for k in order])))
    assert len(found & {(k, place) for place, k in enumerate(order)}) >= 114
