"""Rows: beads of several witnesses that share a base paragraph stand in one row."""

from provtrack.model.comparison import Collation, ComparedBead, ComparedVersion, Comparison
from provtrack.reporting.grouping import group_rows


def bead(base: tuple[int, ...], witness: tuple[int, ...], **fields: bool) -> ComparedBead:
    return ComparedBead(base=base, witness=witness, confidence=1.0, **fields)


def collation(paragraphs: int, *beads: tuple[ComparedBead, ...]) -> Collation:
    known = {"language": "en", "text_sha256": "0"}
    texts = tuple("x" for _ in range(9))
    return Collation(
        base=ComparedVersion(name="A", paragraphs=texts[:paragraphs], **known),
        witnesses=tuple(
            Comparison(name=f"W{number}", paragraphs=texts, beads=found, **known)
            for number, found in enumerate(beads, start=1)
        ),
    )


def test_a_joined_paragraph_in_one_witness_makes_one_row_for_all():
    one = (bead((0, 1), (0,)),)
    two = (bead((0,), (0,)), bead((1,), (1,)))
    (row,) = group_rows(collation(2, one, two))
    assert row.base == (0, 1)
    assert [len(beads) for beads in row.beads] == [1, 2]


def test_rows_that_overlap_in_a_chain_become_one():
    one = (bead((0, 1), (0,)), bead((2,), (1,)))
    two = (bead((0,), (0,)), bead((1, 2), (1,)))
    assert [row.base for row in group_rows(collation(3, one, two))] == [(0, 1, 2)]


def test_a_paragraph_only_a_witness_has_follows_the_one_before_it():
    beads = (bead((0,), (0,)), bead((), (1,)), bead((1,), (2,)))
    rows = group_rows(collation(2, beads))
    assert [(row.base, row.owner) for row in rows] == [((0,), None), ((), 0), ((1,), None)]


def test_a_paragraph_before_all_others_comes_first():
    assert group_rows(collation(1, (bead((), (0,)), bead((0,), (1,)))))[0].owner == 0


def test_every_paragraph_of_base_and_witness_stands_in_one_row():
    beads = (bead((0,), (2,), transposed=True), bead((1, 2), (0,)), bead((), (1,)))
    rows = group_rows(collation(3, beads))
    assert sorted(p for row in rows for p in row.base) == [0, 1, 2]
    assert sorted(p for row in rows for b in row.beads[0] for p in b.witness) == [0, 1, 2]


def test_base_paragraphs_without_any_bead_still_have_a_row():
    assert [row.base for row in group_rows(collation(2, ()))] == [(0,), (1,)]
