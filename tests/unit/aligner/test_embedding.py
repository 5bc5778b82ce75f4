"""Vectors of a plug-in as one more voice: they settle what words cannot, and never ruin it."""

import numpy as np
import pytest

from provtrack.aligner import align, align_all, mirrored
from provtrack.aligner.embedding import embedded, hint_of
from provtrack.aligner.scoring import SHAPES
from provtrack.errors import EmbedderError
from tests.embedders import CONCEPTS, ConceptEmbedder, NoiseEmbedder, SilentEmbedder, texts_of

MEANINGS = np.random.default_rng(11).permutation(CONCEPTS)[:84].reshape(14, 6).tolist()
ANSWERS = [*MEANINGS[8:14], *MEANINGS[:3], [*MEANINGS[4], *MEANINGS[5]], *MEANINGS[6:8]]
RUSSIAN, ENGLISH = texts_of(MEANINGS, "ru"), texts_of(ANSWERS, "en")
RIGHT = {((k,), (k - 8,)) for k in range(8, 14)} | {((k,), (k + 6,)) for k in range(3)}
RIGHT |= {((4, 5), (9,)), ((6,), (10,)), ((7,), (11,))}


def beads(embedder=None, texts=(RUSSIAN, ENGLISH)):
    found = align(*texts, base_language="ru", witness_language="en", embedder=embedder)
    return {(bead.base, bead.witness) for bead in found.beads if bead.base and bead.witness}


def test_texts_without_a_word_in_common_align_by_their_meaning():
    assert beads(ConceptEmbedder()) == RIGHT


def test_without_an_embedder_they_hardly_do():
    assert len(beads() & RIGHT) < len(RIGHT) / 2


def test_an_embedder_that_knows_nothing_has_no_say():
    letter = [f"On {k} May the envoy from Kashgar paid {k * 37} pounds." for k in range(1, 13)]
    journal = [f"{k} мая посол из Кашгара заплатил {k * 37} фунтов." for k in range(1, 13)]
    assert beads(NoiseEmbedder(), (journal, letter)) == beads(None, (journal, letter))


def test_the_embedder_stands_in_the_settings():
    found = align(
        RUSSIAN, ENGLISH, base_language="ru", witness_language="en", embedder=ConceptEmbedder()
    )
    assert found.settings == (("embedder", "concepts@1"),)


def test_an_embedder_whose_vectors_tell_nothing_is_not_named():
    languages = {"base_language": "ru", "witness_language": "en"}
    alone = align(RUSSIAN[:2], ENGLISH[:2], **languages, embedder=ConceptEmbedder())
    together = align_all(
        [RUSSIAN[:2], ENGLISH[:2], ENGLISH[:2]], ["ru", "en", "en"], embedder=ConceptEmbedder()
    )
    assert not alone.settings
    assert not any(one.settings for one in together.values())


def test_exchanged_sides_give_the_mirror_image():
    languages = {"base_language": "ru", "witness_language": "en"}
    there = align(RUSSIAN, ENGLISH, **languages, embedder=ConceptEmbedder())
    turned = {"base_language": "en", "witness_language": "ru"}
    back = align(ENGLISH, RUSSIAN, **turned, embedder=ConceptEmbedder())
    assert mirrored(back) == there


def test_several_versions_are_embedded_once_each():
    embedder = ConceptEmbedder()
    align_all([RUSSIAN, ENGLISH, ENGLISH], ["ru", "en", "en"], embedder=embedder)
    assert embedder.asked == [*RUSSIAN, *ENGLISH, *ENGLISH]


def test_beads_that_do_not_fit_are_not_scored():
    ours, theirs = (embedded(ConceptEmbedder(), text) for text in (RUSSIAN, ENGLISH))
    (hint,) = hint_of(ours, theirs)
    scored = dict(hint.scores((10, 14), (0, 12)))
    assert {shape: block.shape for shape, block in scored.items()} == {
        (p, q): (5 - p, 13 - q) for p, q in SHAPES
    }


def test_pooled_paragraphs_are_judged_as_one():
    ours, theirs = (embedded(ConceptEmbedder(), text) for text in (RUSSIAN, RUSSIAN))
    (hint,) = hint_of(ours, theirs)
    groups = np.arange(14) // 2
    ((_, scores),) = hint.pooled((groups, groups)).scores((0, 7), (0, 7), longest=1)
    assert (scores.argmax(axis=1) == np.arange(7)).all()


def test_long_texts_of_which_a_band_is_looked_at_align_too():
    draw = np.random.default_rng(5)
    meanings = draw.integers(CONCEPTS, size=(455, 5)).tolist()
    found = beads(ConceptEmbedder(), (texts_of(meanings, "ru"), texts_of(meanings[5:], "en")))
    assert len(found & {((k,), (k - 5,)) for k in range(5, 455)}) > 440


@pytest.mark.parametrize(
    ("answer", "complaint"),
    [
        (np.zeros((3, 4)), "one row for each text"),
        (np.zeros(14), "one row for each text"),
        (np.full((14, 4), np.nan), "not all numbers"),
        (np.full((14, 4), 1e300), "not all numbers"),
        ("vectors", "failed"),
        (MemoryError("too large"), "failed: MemoryError: too large"),
    ],
)
def test_what_are_no_vectors_is_refused_in_one_sentence(answer, complaint):
    with pytest.raises(EmbedderError, match=complaint):
        embedded(SilentEmbedder(answer), RUSSIAN)


def test_a_failing_embedder_is_quoted_with_one_full_stop():
    with pytest.raises(EmbedderError) as raised:
        embedded(SilentEmbedder(MemoryError("It is too large.")), RUSSIAN)
    assert str(raised.value).endswith("failed: MemoryError: It is too large.")
