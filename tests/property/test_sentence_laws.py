"""Sentences inside beads keep the laws of alignments: each exactly once, and mirrored."""

from hypothesis import given, settings
from hypothesis import strategies as st

from provtrack.aligner import align, align_sentences, mirrored, omitted_sentences
from provtrack.model.alignment import Alignment, SentenceAlignment
from provtrack.text.sentences import sentences_of

WORDS = st.sampled_from(
    ("Border.", "river", "Council", "letter.", "1962.", "Nehru", "the", "Граница.", "Неру", "и",
     "中国。", "和平", "?", "Not")
)  # fmt: skip
PARAGRAPHS = st.lists(st.lists(WORDS, max_size=14).map(" ".join), max_size=6)
LANGUAGES = st.tuples(*[st.sampled_from(["en", "ru", "zh", "und"])] * 2)
QUICK = settings(max_examples=50, deadline=None)


def inside(
    alignment: Alignment, base: list[str], witness: list[str], languages: tuple[str, str]
) -> SentenceAlignment:
    first, second = languages
    return align_sentences(alignment, base, witness, base_language=first, witness_language=second)


def aligned(base: list[str], witness: list[str], languages: tuple[str, str]) -> Alignment:
    return align(base, witness, base_language=languages[0], witness_language=languages[1])


@QUICK
@given(base=PARAGRAPHS, witness=PARAGRAPHS, languages=LANGUAGES)
def test_every_sentence_stands_in_exactly_one_bead_inside_its_paragraphs_bead(
    base, witness, languages
):
    alignment = aligned(base, witness, languages)
    found = inside(alignment, base, witness, languages)
    for bead, beads in zip(alignment.beads, found.inside, strict=True):
        for side, texts, language in (("base", base, 0), ("witness", witness, 1)):
            standing = [(s.paragraph, s.span) for one in beads for s in getattr(one, side)]
            assert standing == [
                (position, span)
                for position in getattr(bead, side)
                for span in sentences_of(texts[position], languages[language])
            ]


@QUICK
@given(base=PARAGRAPHS, witness=PARAGRAPHS, languages=LANGUAGES)
def test_sentences_of_exchanged_sides_are_the_mirror_image(base, witness, languages):
    alignment = aligned(base, witness, languages)
    there = inside(alignment, base, witness, languages)
    back = inside(mirrored(alignment), witness, base, languages[::-1])
    ours = {(o.base, o.witness, o.confidence) for beads in there.inside for o in beads}
    theirs = {(o.witness, o.base, o.confidence) for beads in back.inside for o in beads}
    assert ours == theirs


@QUICK
@given(base=PARAGRAPHS, witness=PARAGRAPHS, languages=LANGUAGES)
def test_what_is_said_to_be_omitted_has_one_side(base, witness, languages):
    alignment = aligned(base, witness, languages)
    found = inside(alignment, base, witness, languages)
    for beads in omitted_sentences(alignment, found, base, witness):
        assert all(bool(one.base) != bool(one.witness) for one in beads)
