"""Laws of DESIGN section 2 for whole versions."""

from hypothesis import given, settings
from hypothesis import strategies as st

from provtrack.collation import collate, compare
from provtrack.differ import accept, reject
from provtrack.interleaving import interleave
from provtrack.model.alignment import Alignment
from provtrack.model.comparison import Collation, ComparedVersion, Comparison
from provtrack.model.names import ChangeKind
from provtrack.model.stored import dump, load
from tests.factories import alignment, bead, compared

SENTENCES = (
    "The ambassador did not approve the draft of 2 November 1962.",
    "The ambassador approved the draft of November 2, 1962.",
    "Zhou Enlai surely received 12,500 rifles in the spring.",
    "Chou En-lai probably received 1,250 rifles in the spring.",
    "“We shall see,” said the old colonel, and left the hall.",
    "Nothing more was heard of it  until the frontier was closed.",
)


@st.composite
def versions(draw: st.DrawFn) -> tuple[ComparedVersion, ComparedVersion, Alignment]:
    """Two versions with beads of all shapes, moved ones included, as if aligned by hand."""
    base: list[str] = []
    witness: list[str] = []
    beads = []
    sentences = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join)
    for old, new in draw(
        st.lists(st.sampled_from([(1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2)]), max_size=5)
    ):
        rows = range(len(base), len(base) + old), range(len(witness), len(witness) + new)
        beads.append(bead(tuple(rows[0]), tuple(rows[1])))
        base += [draw(sentences) for _ in range(old)]
        witness += [draw(sentences) for _ in range(new)]
    if not base or not witness:
        base, witness, beads = ["One."], ["Two."], [bead((0,), (0,))]
    return compared("A", *base), compared("B", *witness), alignment(*beads)


def accepted(base: ComparedVersion, comparison: Comparison) -> dict[int, str]:
    """Accept all changes of all beads."""
    texts: dict[int, str] = {}
    for found in comparison.beads:
        words = tuple(base.paragraphs[position] for position in found.base)
        if found.base and found.witness:
            given = accept(words, found.changes, positions=(found.base, found.witness))
        else:
            given = tuple(change.witness.text for change in found.changes if found.witness)
        texts.update(zip(found.witness, given, strict=True))
    return texts


@given(versions())
@settings(max_examples=50, deadline=None)
def test_accepting_all_changes_gives_the_whole_witness(sides):
    base, witness, given_alignment = sides
    comparison = compare(base, witness, alignment=given_alignment)
    assert accepted(base, comparison) == dict(enumerate(witness.paragraphs))


@given(versions())
@settings(max_examples=50, deadline=None)
def test_rejecting_all_changes_gives_the_base_of_each_bead(sides):
    base, witness, given_alignment = sides
    for found in compare(base, witness, alignment=given_alignment).beads:
        if found.base and found.witness:
            words = tuple(witness.paragraphs[position] for position in found.witness)
            rejected = reject(words, found.changes, positions=(found.base, found.witness))
            assert rejected == tuple(base.paragraphs[position] for position in found.base)


@given(versions())
@settings(max_examples=50, deadline=None)
def test_the_interleaved_stream_holds_both_sides(sides):
    base, witness, given_alignment = sides
    for found in compare(base, witness, alignment=given_alignment).beads:
        stretches = interleave(found, base.paragraphs, witness.paragraphs)
        words = "".join(stretch.witness for stretch in stretches)
        assert words == "\u2029".join(witness.paragraphs[position] for position in found.witness)


@given(versions())
@settings(max_examples=50, deadline=None)
def test_swapping_base_and_witness_mirrors_the_changes(sides):
    base, witness, given_alignment = sides
    swapped = alignment(*(bead(b.witness, b.base) for b in given_alignment.beads))
    kinds = {ChangeKind.ADDITION: ChangeKind.OMISSION, ChangeKind.OMISSION: ChangeKind.ADDITION}
    forth = {
        (change.kind, change.nature, change.base.text, change.witness.text)
        for found in compare(base, witness, alignment=given_alignment).beads
        for change in found.changes
    }
    back = {
        (kinds.get(change.kind, change.kind), change.nature, change.witness.text, change.base.text)
        for found in compare(witness, base, alignment=swapped).beads
        for change in found.changes
    }
    assert forth == back


@given(versions())
@settings(max_examples=20, deadline=None)
def test_a_collation_survives_its_file(sides):
    base, witness, given_alignment = sides
    collation = collate(base, [witness], alignments={"B": given_alignment})
    assert load(Collation, dump(collation), place="the file") == collation
