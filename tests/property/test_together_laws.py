"""Laws of aligning several versions at once: no order, all paragraphs once, the known stays."""

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from provtrack.aligner import align_all, mirrored
from provtrack.aligner.pair_scores import PairScores
from provtrack.aligner.scoring import SHAPES
from provtrack.collation import collate
from provtrack.model.alignment import Alignment
from tests.factories import alignment, bead, compared

ONES = ("border", "river", "council", "letter", "peace", "1962", "China", "Nehru", "the", "not")
OTHERS = ("граница", "письмо", "Неру", "мир", "и", "не", "中国", "边界", "和平", "書")
WORDS = st.sampled_from((*ONES, *OTHERS))
PARAGRAPHS = st.lists(st.lists(WORDS, max_size=10).map(" ".join), min_size=1, max_size=6)
VERSIONS = st.lists(
    st.tuples(PARAGRAPHS, st.sampled_from(["en", "ru", "zh"])), min_size=3, max_size=4
)
QUICK = settings(max_examples=15, deadline=None)


def as_set(alignment: Alignment) -> set[tuple[tuple[int, ...], tuple[int, ...], float, bool]]:
    return {(b.base, b.witness, b.confidence, b.transposed) for b in alignment.beads}


def all_aligned(versions) -> dict[tuple[int, int], Alignment]:
    return align_all([text for text, _ in versions], [language for _, language in versions])


@QUICK
@given(versions=VERSIONS)
def test_every_paragraph_stands_in_exactly_one_bead_of_each_pair(versions):
    for (x, y), found in all_aligned(versions).items():
        base = sorted(i for bead in found.beads for i in bead.base)
        witness = sorted(j for bead in found.beads for j in bead.witness)
        assert (base, witness) == (
            list(range(len(versions[x][0]))),
            list(range(len(versions[y][0]))),
        )


@QUICK
@given(versions=VERSIONS, draw=st.data())
def test_another_order_of_versions_gives_the_same_beads(versions, draw):
    order = draw.draw(st.permutations(range(len(versions))))
    first, second = all_aligned(versions), all_aligned([versions[k] for k in order])
    for x, y in combinations(range(len(versions)), 2):
        there = second[x, y]
        here = (
            first[order[x], order[y]]
            if order[x] < order[y]
            else mirrored(first[order[y], order[x]])
        )
        assert as_set(here) == as_set(there)


@QUICK
@given(versions=VERSIONS, draw=st.data())
def test_a_collation_does_not_depend_on_the_order_of_its_witnesses(versions, draw):
    named = [compared(f"V{k}", *text, language=tag) for k, (text, tag) in enumerate(versions)]
    base, *witnesses = named
    turned = draw.draw(st.permutations(witnesses))
    first = {one.name: one for one in collate(base, witnesses).witnesses}
    assert {one.name: one for one in collate(base, turned).witnesses} == first


@QUICK
@given(versions=VERSIONS)
def test_an_alignment_that_is_known_is_never_changed(versions):
    base, witness = len(versions[0][0]), len(versions[1][0])
    alone = [bead((i,), ()) for i in range(1, base)] + [bead((), (j,)) for j in range(1, witness)]
    known = {(0, 1): alignment(bead((0,), (0,)), *alone)}
    texts, languages = zip(*versions, strict=True)
    assert align_all(texts, languages, known=known)[0, 1] == known[0, 1]


@QUICK
@given(versions=st.lists(PARAGRAPHS, min_size=1, max_size=3), copies=st.integers(2, 3))
def test_versions_of_one_text_align_one_to_one(versions, copies):
    texts = [[words or "none" for words in versions[0]]] * copies + versions[1:]
    found = align_all(texts, ["en"] * len(texts))
    assert all(bead.shape == (1, 1) and bead.base == bead.witness for bead in found[0, 1].beads)


SCORES = st.integers(-40, 40).map(float)


@QUICK
@given(draw=st.data(), rows=st.integers(1, 9), columns=st.integers(1, 9))
def test_pair_scores_of_a_bead_are_the_sum_over_its_paragraphs(draw, rows, columns):
    every = [(i, j) for i in range(rows) for j in range(columns)]
    pairs = sorted(draw.draw(st.sets(st.sampled_from(every))))
    values = {pair: draw.draw(SCORES) for pair in pairs}
    of_base = draw.draw(st.lists(SCORES, min_size=rows, max_size=rows))
    of_witness = draw.draw(st.lists(SCORES, min_size=columns, max_size=columns))
    scorer = PairScores(
        rows=np.array([i for i, _ in pairs], np.int64),
        columns=np.array([j for _, j in pairs], np.int64),
        values=np.array(list(values.values())),
        of_base=np.array(of_base),
        of_witness=np.array(of_witness),
    )
    scored = dict(scorer.scores((1, rows), (0, columns)))
    assert set(scored) == set(SHAPES)
    for (p, q), block in scored.items():
        assert block.shape == (max(rows - 1 - (p - 1), 0), max(columns - q + 1, 0))
        for i, j in np.ndindex(block.shape):
            held = [(1 + i + a, j + b) for a in range(p) for b in range(q)]
            whole = sum(values.get(pair, 0.0) for pair in held)
            whole += sum(of_base[1 + i : 1 + i + p]) + sum(of_witness[j : j + q])
            assert block[i, j] == whole
