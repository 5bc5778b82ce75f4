"""Laws of DESIGN section 2 for one bead: nothing is lost, nothing is one-sided."""

from hypothesis import given, settings
from hypothesis import strategies as st

from provtrack.differ import accept, diff, reject
from provtrack.model.comparison import Change
from provtrack.model.names import ChangeKind
from provtrack.taxonomy import classify

WORDS = (
    "the", "The", "ambassador", "did", "not", "approve", "of", "12,500", "12", "rifles", ",", ".",
    "Zhou", "Enlai", "En-lai", "surely", "probably", "2", "November", "1962", "«", "»", "—", "--",
    "при", "условии", "не", "我们", "不", "同意", "שלום", "e\u0301", "👩\u200d🚀", "\u202e",
    "centre", "center", "which", "and", "signed", "treaty", "yesterday", "[", "]", "\u00ad",
)  # fmt: skip
GAPS = (" ", " ", " ", "", "  ", "\n", "\u00a0", " \t")


@st.composite
def passages(draw: st.DrawFn) -> tuple[str, ...]:
    """Paragraphs of a few words with odd white space, sometimes none at all."""
    count = draw(st.integers(1, 3))
    paragraphs = []
    for _ in range(count):
        words = draw(st.lists(st.sampled_from(WORDS), max_size=14))
        gaps = draw(st.lists(st.sampled_from(GAPS), min_size=len(words), max_size=len(words)))
        paragraphs.append("".join(w + g for w, g in zip(words, gaps, strict=True)))
    return tuple(paragraphs)


@st.composite
def versions(draw: st.DrawFn) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two passages, the second often made of pieces of the first."""
    base = draw(passages())
    if draw(st.booleans()):
        return base, draw(passages())
    words = " ".join(base).split(" ")
    cut, cut2 = sorted(draw(st.tuples(st.integers(0, len(words)), st.integers(0, len(words)))))
    moved = words[cut:] + draw(st.lists(st.sampled_from(WORDS), max_size=3)) + words[:cut2]
    place = draw(st.integers(0, len(moved)))
    return base, (" ".join(moved[:place]), " ".join(moved[place:]))


def changes_of(base: tuple[str, ...], witness: tuple[str, ...]) -> tuple[Change, ...]:
    """Compare one bead."""
    edits = diff(base, witness, language="en")
    positions = tuple(range(len(base))), tuple(range(len(witness)))
    return classify(edits, base, witness, positions=positions, language="en")


@given(versions())
@settings(max_examples=200, deadline=None)
def test_accepting_all_changes_gives_the_witness(sides):
    base, witness = sides
    positions = range(len(base)), range(len(witness))
    assert accept(base, changes_of(base, witness), positions=positions) == witness


@given(versions())
@settings(max_examples=200, deadline=None)
def test_rejecting_all_changes_gives_the_base(sides):
    base, witness = sides
    positions = range(len(base)), range(len(witness))
    assert reject(witness, changes_of(base, witness), positions=positions) == base


@given(passages())
@settings(max_examples=50, deadline=None)
def test_a_passage_against_itself_has_no_change(base):
    assert diff(base, base, language="en") == ()


@given(versions())
@settings(max_examples=100, deadline=None)
def test_readings_are_the_words_that_stand_at_their_place(sides):
    for change in changes_of(*sides):
        for reading, paragraphs in zip((change.base, change.witness), sides, strict=True):
            assert paragraphs[reading.paragraph][reading.start : reading.end] == reading.text


@given(versions())
@settings(max_examples=100, deadline=None)
def test_swapping_the_sides_mirrors_the_changes(sides):
    base, witness = sides
    mirrored = {ChangeKind.ADDITION: ChangeKind.OMISSION, ChangeKind.OMISSION: ChangeKind.ADDITION}
    forth = {
        (c.kind, c.nature, c.significance, c.base, c.witness) for c in changes_of(base, witness)
    }
    back = {
        (mirrored.get(c.kind, c.kind), c.nature, c.significance, c.witness, c.base)
        for c in changes_of(witness, base)
    }
    assert forth == back
