"""Laws of DESIGN §2 that hold for every alignment."""

from hypothesis import given, settings
from hypothesis import strategies as st

from provtrack.aligner import align, mirrored
from provtrack.model.alignment import Alignment, Bead

ENGLISH = ("border", "river", "council", "letter", "peace", "1962", "China", "Nehru", "the", "not")
OTHERS = ("граница", "письмо", "Неру", "мир", "и", "не", "中国", "边界", "和平", "書")
WORDS = st.sampled_from((*ENGLISH, *OTHERS))
PARAGRAPH = st.lists(WORDS, max_size=12).map(" ".join)
PARAGRAPHS = st.lists(PARAGRAPH, max_size=9)
LANGUAGES = st.sampled_from(["en", "ru", "zh", "und"])
QUICK = settings(max_examples=50, deadline=None)


def as_set(alignment: Alignment) -> set[tuple[tuple[int, ...], tuple[int, ...], float, bool]]:
    return {(b.base, b.witness, b.confidence, b.transposed) for b in alignment.beads}


@QUICK
@given(base=PARAGRAPHS, witness=PARAGRAPHS, languages=st.tuples(LANGUAGES, LANGUAGES))
def test_every_paragraph_stands_in_exactly_one_bead(base, witness, languages):
    beads = align(base, witness, base_language=languages[0], witness_language=languages[1]).beads
    assert sorted(i for bead in beads for i in bead.base) == list(range(len(base)))
    assert sorted(j for bead in beads for j in bead.witness) == list(range(len(witness)))


@QUICK
@given(base=PARAGRAPHS, witness=PARAGRAPHS, languages=st.tuples(LANGUAGES, LANGUAGES))
def test_alignment_of_exchanged_sides_is_the_mirror_image(base, witness, languages):
    there = align(base, witness, base_language=languages[0], witness_language=languages[1])
    back = align(witness, base, base_language=languages[1], witness_language=languages[0])
    assert as_set(there) == as_set(mirrored(back))


@QUICK
@given(paragraphs=st.lists(PARAGRAPH.filter(bool), max_size=12), language=LANGUAGES)
def test_a_text_aligns_with_itself_one_to_one(paragraphs, language):
    beads = align(paragraphs, paragraphs, base_language=language, witness_language=language).beads
    assert [(bead.base, bead.witness) for bead in beads] == [
        ((k,), (k,)) for k in range(len(paragraphs))
    ]
    assert all(bead.similarity == 1.0 and not bead.transposed for bead in beads)


@QUICK
@given(base=PARAGRAPHS, witness=PARAGRAPHS, languages=st.tuples(LANGUAGES, LANGUAGES))
def test_beads_come_in_the_reading_order_of_the_base(base, witness, languages):
    beads = align(base, witness, base_language=languages[0], witness_language=languages[1]).beads
    starts = [bead.base[0] for bead in beads if bead.base]
    assert starts == sorted(starts)
    assert all(follows_its_neighbour(beads, k) for k, bead in enumerate(beads) if not bead.base)


def follows_its_neighbour(beads: tuple[Bead, ...], place: int) -> bool:
    """Tell whether only other additions stand between an addition and its predecessor's bead."""
    wanted = beads[place].witness[0] - 1
    before = place - 1
    while before >= 0 and wanted not in beads[before].witness and not beads[before].base:
        before -= 1
    return before < 0 if wanted < 0 else wanted in beads[before].witness


@QUICK
@given(base=PARAGRAPHS, witness=PARAGRAPHS)
def test_confidences_and_shares_are_between_none_and_all(base, witness):
    for bead in align(base, witness, base_language="en", witness_language="en").beads:
        shares = (bead.confidence, bead.similarity, bead.uncovered.base, bead.uncovered.witness)
        assert all(0.0 <= share <= 1.0 and round(share, 4) == share for share in shares)


@QUICK
@given(base=PARAGRAPHS, witness=PARAGRAPHS, languages=st.tuples(LANGUAGES, LANGUAGES))
def test_the_same_texts_give_the_same_alignment(base, witness, languages):
    first = align(base, witness, base_language=languages[0], witness_language=languages[1])
    again = align(base, witness, base_language=languages[0], witness_language=languages[1])
    assert first == again


SYLLABLES = [
    "ba",
    "co",
    "du",
    "fe",
    "gi",
    "ka",
    "lo",
    "mu",
    "ne",
    "pi",
    "ra",
    "so",
    "tu",
    "ve",
    "zi",
]


def sentence(number: int) -> str:
    """Ten invented words that stand in no other sentence."""
    first, second = divmod(number, len(SYLLABLES))
    stem = SYLLABLES[first] + SYLLABLES[second]
    return " ".join(stem + one for one in SYLLABLES[:10]) + "."


@QUICK
@given(count=st.integers(8, 40), data=st.data())
def test_blocks_that_changed_places_are_found_again(count, data):
    base = [sentence(k) for k in range(count)]
    cut = data.draw(st.integers(1, count - 1))
    order = [*range(cut, count), *range(cut)]
    beads = align(base, [base[k] for k in order], base_language="en", witness_language="en").beads
    assert {(bead.base, bead.witness) for bead in beads} == {
        ((k,), (order.index(k),)) for k in range(count)
    }
    assert sum(bead.transposed for bead in beads) == min(cut, count - cut)


@QUICK
@given(base=PARAGRAPHS, witness=PARAGRAPHS, other=PARAGRAPHS, language=LANGUAGES)
def test_what_was_aligned_before_makes_no_difference(base, witness, other, language):
    first = align(base, witness, base_language="en", witness_language=language)
    align(other, base, base_language=language, witness_language="en")
    align(other, witness, base_language="en", witness_language=language)
    assert align(base, witness, base_language="en", witness_language=language) == first
