"""What an alignment teaches, and what a lexicon does to the next one."""

from provtrack.aligner import align, align_sentences, mirrored, taught_by
from provtrack.model.alignment import Alignment
from provtrack.model.lexicon import UNIT, Lexicon
from tests.two_languages import ANSWERS, one_to_one, paragraphs, translated

TEXTS = paragraphs(40, seed=1)


def taught(alignment: Alignment, base=TEXTS, witness=None, languages=("ru", "en")) -> Lexicon:
    found = taught_by(
        alignment,
        base,
        translated(TEXTS) if witness is None else witness,
        base_language=languages[0],
        witness_language=languages[1],
    )
    assert found is not None
    return found


def pieces(alignment: Alignment) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(bead.base, bead.witness) for bead in alignment.beads}


def test_words_that_always_meet_are_what_is_taught():
    best = taught(one_to_one(40)).most_certain()[: len(ANSWERS)]
    assert {pair for pair, _ in best} == {
        (theirs[:6], ours[:6]) for ours, theirs in ANSWERS.items()
    }


def test_exchanged_sides_teach_the_same():
    turned = taught(mirrored(one_to_one(40)), translated(TEXTS), TEXTS, ("en", "ru"))
    assert turned == taught(one_to_one(40))


def test_sure_beads_teach_more_than_doubtful_ones():
    sure, doubtful = taught(one_to_one(40, 0.99)), taught(one_to_one(40, 0.6))
    assert sure.counts["river", "река"] > doubtful.counts["river", "река"]


def test_doubtful_beads_teach_nothing():
    assert not taught(one_to_one(40, 0.4))


def test_texts_in_one_language_teach_nothing():
    languages = {"base_language": "en", "witness_language": "en-GB"}
    assert taught_by(one_to_one(1), ["Peace."], ["Peace."], **languages) is None


def test_texts_in_an_unknown_language_teach_nothing():
    languages = {"base_language": "und-Cyrl", "witness_language": "en"}
    assert taught_by(one_to_one(1), ["Мир."], ["Peace."], **languages) is None


def test_short_text_is_aligned_better_with_a_lexicon():
    short = paragraphs(6, seed=2)
    witness = translated([short[k] for k in (1, 2, 0, 3, 4)])
    right = {((1,), (0,)), ((2,), (1,)), ((0,), (2,)), ((3,), (3,)), ((4,), (4,)), ((5,), ())}
    tags = {"base_language": "ru", "witness_language": "en"}
    with_it = pieces(align(short, witness, lexicon=taught(one_to_one(40)), **tags))
    without = pieces(align(short, witness, **tags))
    assert len(with_it & right) > len(without & right)


def test_lexicon_stands_in_the_settings_of_the_alignment():
    lexicon = taught(one_to_one(40))
    found = align(
        TEXTS[:3],
        translated(TEXTS[:3]),
        base_language="ru",
        witness_language="en",
        lexicon=lexicon,
    )
    assert found.settings == (("lexicon", lexicon.sha256),)


def test_lexicon_of_other_languages_has_no_effect():
    other = Lexicon(base_language="de", witness_language="en", counts={("мир", "peace"): UNIT})
    tags = {"base_language": "ru", "witness_language": "en"}
    texts = TEXTS[:5], translated(TEXTS[:5])
    assert align(*texts, lexicon=other, **tags) == align(*texts, **tags)


def test_empty_lexicon_has_no_effect():
    empty = Lexicon(base_language="ru", witness_language="en")
    tags = {"base_language": "ru", "witness_language": "en"}
    texts = TEXTS[:5], translated(TEXTS[:5])
    assert align(*texts, lexicon=empty, **tags) == align(*texts, **tags)


def test_lexicon_has_no_effect_within_one_language():
    tags = {"base_language": "en", "witness_language": "en"}
    texts = translated(TEXTS[:5]), translated(TEXTS[:4])
    assert align(*texts, lexicon=taught(one_to_one(40)), **tags) == align(*texts, **tags)


def test_lexicon_tells_which_sentence_is_missing():
    sentences = [text.capitalize() + "." for text in paragraphs(5, seed=3)]
    told = [text.capitalize() + "." for text in translated(paragraphs(5, seed=3))]
    found = align_sentences(
        one_to_one(1),
        [" ".join(sentences)],
        [" ".join(told[:1] + told[2:])],
        base_language="ru",
        witness_language="en",
        lexicon=taught(one_to_one(40)),
    )
    alone = [bead.base[0].number for bead in found.inside[0] if not bead.witness]
    assert alone == [1]
