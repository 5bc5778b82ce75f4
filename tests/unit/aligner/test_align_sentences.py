"""What `align_sentences` finds inside beads, and what `omitted_sentences` dares to say."""

import time

from provtrack.aligner import align_sentences, omitted_sentences
from provtrack.model.alignment import Alignment, Bead, Sentence, SentenceAlignment, SentenceBead
from provtrack.model.text import Span
from tests.factories import alignment, bead

SPEECH = (
    "The caravan of forty mules left Kashgar in March. Nothing has been heard of it since. "
    "The merchants fear for the silk. It was insured in London for nine thousand pounds."
)
JOURNAL = (
    "14 марта 1962 года принял посла Джонсона. Джонсон передал письмо Кеннеди. Спросил о Берлине.",
    "Я ответил, что правительство изучит письмо. Джонсон заметил, что Макмиллан посетит Бонн.",
)
DIARY = (
    "On 14 March 1962 I received Ambassador Johnson. Johnson handed over a letter from Kennedy. "
    "He asked about Berlin.",
    "I replied that the government would study the letter. "
    "Johnson said Macmillan would visit Bonn.",
)


def inside(
    beads: Alignment, base: tuple[str, ...], witness: tuple[str, ...], languages: str = "en en"
) -> SentenceAlignment:
    first, second = languages.split()
    return align_sentences(beads, base, witness, base_language=first, witness_language=second)


def numbers(sentences: tuple[Sentence, ...]) -> list[tuple[int, int]]:
    return [(one.paragraph, one.number) for one in sentences]


def shapes(beads: tuple[SentenceBead, ...]) -> list[tuple[int, int]]:
    return [(len(one.base), len(one.witness)) for one in beads]


def test_sentences_of_two_languages_answer_each_other_one_to_one():
    found = inside(alignment(bead((0,), (0,)), bead((1,), (1,))), JOURNAL, DIARY, "ru en")
    assert [shapes(beads) for beads in found.inside] == [[(1, 1)] * 3, [(1, 1)] * 2]


def test_a_sentence_left_out_stands_alone():
    witness = SPEECH.replace("Nothing has been heard of it since. ", "")
    found = inside(alignment(bead((0,), (0,))), (SPEECH,), (witness,))
    alone = [one for one in found.inside[0] if not one.witness]
    assert [numbers(one.base) for one in alone] == [[(0, 1)]]
    assert alone[0].uncovered.base == 1.0


def test_sentences_joined_in_the_witness_are_one_bead():
    witness = SPEECH.replace("silk. It was", "silk, which was")
    found = inside(alignment(bead((0,), (0,))), (SPEECH,), (witness,))
    assert (2, 1) in shapes(found.inside[0])


def test_a_sentence_in_the_next_paragraph_of_the_bead_is_found():
    first, second = SPEECH[:49], SPEECH[50:]
    found = inside(alignment(bead((0,), (0, 1))), (SPEECH,), (first, second))
    assert numbers(found.inside[0][1].witness) == [(1, 0)]


def test_beads_out_of_reading_order_are_no_obstacle():
    moved = alignment(bead((0,), (1,)), bead((1,), (0,)))
    found = inside(moved, JOURNAL, DIARY[::-1], "ru en")
    assert [shapes(beads) for beads in found.inside] == [[(1, 1)] * 3, [(1, 1)] * 2]


def test_one_sentence_on_each_side_is_sure_as_its_bead():
    found = inside(alignment(bead((0,), (0,), 0.83)), ("He came.",), ("Они ушли.",), "en ru")
    assert [(one.confidence, len(one.base)) for one in found.inside[0]] == [(0.83, 1)]


def test_a_paragraph_without_stops_answers_all_sentences():
    base = " ".join(f"Sentence number {k} is here." for k in range(30))
    found = inside(alignment(bead((0,), (0,))), (base,), (base.replace(".", ""),))
    assert shapes(found.inside[0]) == [(30, 1)]


def test_sentences_of_an_unmatched_paragraph_stand_alone():
    found = inside(alignment(bead((0,), ()), bead((), (0,))), ("One. Two.",), ("Three.",))
    assert [shapes(beads) for beads in found.inside] == [[(1, 0), (1, 0)], [(0, 1)]]


def test_a_paragraph_without_words_has_no_sentence():
    found = inside(alignment(bead((0,), (0,))), ("",), ("He came. He left.",))
    assert sum(len(one.witness) for one in found.inside[0]) == 2


def test_nothing_to_align_gives_nothing():
    assert inside(alignment(), (), ()).inside == ()


def test_a_paragraph_of_a_megabyte_is_done_in_bounded_time():
    long = "The letter was read to the council and put aside. " * 20_000
    started = time.perf_counter()
    found = inside(alignment(bead((0,), (0,))), (long,), ("No stop" + " and more" * 9,))
    assert shapes(found.inside[0]) == [(20_000, 1)]
    assert time.perf_counter() - started < 30


def test_a_bead_of_many_sentences_is_looked_at_in_a_band():
    base = " ".join(
        f"Wagon {k} held {k * 7} sacks of barley and {k + 3} of rye." for k in range(260)
    )
    found = inside(alignment(bead((0,), (0,))), (base,), (base.replace("Wagon 99 ", "Cart 99 "),))
    assert shapes(found.inside[0]) == [(1, 1)] * 260


def test_a_sure_omission_is_said():
    found, said = omitted(alone(0.9))
    assert said == ((found.inside[0][1],), ())


def test_a_doubtful_omission_is_not_said():
    assert omitted(alone(0.4))[1] == ((), ())


def test_with_something_left_over_on_both_sides_nothing_is_said():
    other = SentenceBead(base=(), witness=(sentence(0, 1, 40),), confidence=0.9)
    assert omitted(alone(0.9), other)[1] == ((), ())


def test_what_the_next_paragraph_may_hold_is_not_said():
    assert omitted(alone(0.9), next_alone=True)[1] == ((), ())


def sentence(paragraph: int, number: int, end: int) -> Sentence:
    return Sentence(paragraph=paragraph, number=number, span=Span(0, end))


def alone(confidence: float) -> SentenceBead:
    return SentenceBead(base=(sentence(0, 1, 40),), witness=(), confidence=confidence)


def omitted(
    *left_over: SentenceBead, next_alone: bool = False
) -> tuple[SentenceAlignment, tuple[tuple[SentenceBead, ...], ...]]:
    """Ask about two beads, the first with sentences that nothing answers."""
    texts = ("The long letter of the old ambassador was read.",) * 2
    first = SentenceBead(base=(sentence(0, 0, 9),), witness=(sentence(0, 0, 9),), confidence=0.9)
    second = SentenceBead(
        base=() if next_alone else (sentence(1, 0, 9),),
        witness=(sentence(1, 0, 9),),
        confidence=0.9,
    )
    beads = (Bead(base=(0,), witness=(0,), confidence=0.9), bead((1,), (1,)))
    found = SentenceAlignment(inside=((first, *left_over), (second,)), method="by hand")
    return found, omitted_sentences(alignment(*beads), found, texts, texts)
