"""What third versions add: a doubtful pair is settled, a split stays a split."""

import numpy as np
import pytest

from provtrack.aligner import align, align_all
from provtrack.aligner.pair_scores import PairScores
from provtrack.aligner.together import METHOD_TOGETHER
from provtrack.aligner.triangles import EVIDENCE, evidence_of
from tests.factories import alignment, bead

ONE_TO_ONE = alignment(bead((0,), (0,)), bead((1,), (1,)))
JOINED = alignment(bead((0, 1), (0,)))


def scored(evidence: PairScores, shape: tuple[int, int]) -> list[list[float]]:
    """Score all beads of a shape."""
    whole = (0, len(evidence.of_base)), (0, len(evidence.of_witness))
    return dict(evidence.scores(*whole))[shape].tolist()


def test_a_link_confirmed_by_a_third_version_gains_and_any_other_loses():
    alignments = {(0, 2): ONE_TO_ONE, (1, 2): ONE_TO_ONE}
    evidence = evidence_of((0, 1), [2], alignments, [[9, 9], [7, 7], [8, 8]])
    assert scored(evidence, (1, 1)) == [[EVIDENCE, -EVIDENCE], [-EVIDENCE, EVIDENCE]]


def test_a_third_version_that_joins_two_paragraphs_does_not_join_them_elsewhere():
    alignments = {(0, 2): JOINED, (1, 2): JOINED}
    evidence = evidence_of((0, 1), [2], alignments, [[50, 100], [40, 80], [150]])
    assert scored(evidence, (1, 1))[0][0] == pytest.approx(EVIDENCE)
    assert scored(evidence, (2, 2)) == [[pytest.approx(2 * EVIDENCE)]]


def test_doubtful_links_say_little():
    doubtful = alignment(bead((0,), (0,), 0.5), bead((1,), (1,), 0.5))
    alignments = {(0, 2): doubtful, (1, 2): doubtful}
    evidence = evidence_of((0, 1), [2], alignments, [[9, 9], [7, 7], [8, 8]])
    assert scored(evidence, (1, 1))[0][0] == pytest.approx(EVIDENCE / 64)


def test_a_paragraph_no_third_version_has_is_left_to_its_words():
    gap = alignment(bead((0,), (0,)), bead((1,), ()))
    evidence = evidence_of((0, 1), [2], {(0, 2): gap, (1, 2): gap}, [[9, 9], [7, 7], [8]])
    assert scored(evidence, (1, 1))[1][1] == 0.0


def test_pooled_pairs_add_up():
    evidence = evidence_of(
        (0, 1), [2], {(0, 2): ONE_TO_ONE, (1, 2): ONE_TO_ONE}, [[9, 9], [7, 7], [8, 8]]
    )
    groups = np.array([0, 0]), np.array([0, 1])
    assert scored(evidence.pooled(groups), (1, 1)) == [[EVIDENCE / 2] * 2]


LETTER = (
    "The caravan of forty mules that left Kashgar in March has not been heard of since.",
    "I have sent two riders to the Karakoram pass with letters for the commander.",
    "The surgeon reports that the lymph spoiled in the heat and is of no use.",
)
NO_WORD_IN_COMMON = (
    "абв гдё жзи йкл мно прс туф хцч шщъ ыьэ юяа бвг дёж зий",
    "клм ноп рст уфх цчш щъы ьэю яаб вгд ёжз ийк лмн опр сту",
)


def test_pairs_without_doubt_stay_as_they_are_alone():
    found = align_all([LETTER, LETTER, LETTER], ["en", "en", "en"])
    assert found[0, 1] == align(LETTER, LETTER, base_language="en", witness_language="en")


def test_known_alignments_settle_what_words_leave_open():
    known = {
        (0, 2): alignment(*(bead((k,), (k,)) for k in range(3))),
        (1, 2): alignment(bead((0,), (0,)), bead((), (1,)), bead((1,), (2,))),
    }
    texts = LETTER, NO_WORD_IN_COMMON, LETTER
    found = align_all(texts, ["en", "ru", "en"], known=known, pairs=[(0, 1)])[0, 1]
    assert {(b.base, b.witness) for b in found.beads if b.witness} == {
        ((0,), (0,)),
        ((2,), (1,)),
    }
    assert found.method == METHOD_TOGETHER
