"""What `align` finds: splits, merges, omissions, moves, two languages, damaged words."""

import pytest

from provtrack.aligner import align, mirrored
from provtrack.model.alignment import Alignment, Bead
from tests.two_languages import TOLD, tale

LETTER = (
    "Your Excellency, the caravan of forty mules that left Kashgar in March has not been heard of.",
    "The merchants of the bazaar have petitioned me twice. They fear for the silk, which was "
    "insured in London for nine thousand pounds.",
    "I have sent two riders to the Karakoram pass with letters for the commander of the fort.",
    "As to the vaccine, the surgeon reports that the lymph spoiled in the heat and is no use.",
    "Kindly order that no further travellers be let through before the snow has melted in June.",
    "The wells at Yarkand are low, and the price of barley has doubled since the feast.",
)
JOURNAL = (
    "14 марта 1962 года принял посла Джонсона в министерстве.",
    "Джонсон передал письмо президента Кеннеди и спросил о Берлине.",
    "Я ответил, что правительство изучит письмо.",
    "Джонсон заметил, что Макмиллан посетит Бонн 27 апреля.",
)
DIARY = (
    "On 14 March 1962 I received Ambassador Johnson at the ministry.",
    "Johnson handed over a letter from President Kennedy and asked about Berlin.",
    "I replied that the government would study the letter.",
    "Johnson remarked that Macmillan would visit Bonn on 27 April.",
)


def aligned(base: tuple[str, ...], witness: tuple[str, ...], languages: str = "en en") -> Alignment:
    first, second = languages.split()
    return align(base, witness, base_language=first, witness_language=second)


def shapes(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(bead.base, bead.witness) for bead in alignment.beads]


def bead_of(alignment: Alignment, position: int) -> Bead:
    return next(bead for bead in alignment.beads if position in bead.base)


def test_paragraph_split_in_witness_is_one_bead():
    first, second = LETTER[1].split(". ", 1)
    witness = (LETTER[0], first + ".", second, *LETTER[2:])
    assert ((1,), (1, 2)) in shapes(aligned(LETTER, witness))


def test_paragraphs_merged_in_witness_are_one_bead():
    witness = (LETTER[0], f"{LETTER[1]} {LETTER[2]}", *LETTER[3:])
    assert ((1, 2), (1,)) in shapes(aligned(LETTER, witness))


def test_sentence_that_changed_its_paragraph_joins_both_paragraphs():
    first, second = LETTER[1].split(". ", 1)
    witness = (f"{LETTER[0]} {first}.", second, *LETTER[2:])
    assert ((0, 1), (0, 1)) in shapes(aligned(LETTER, witness))


def test_omitted_paragraph_stands_alone():
    witness = LETTER[:3] + LETTER[4:]
    assert shapes(aligned(LETTER, witness))[3] == ((3,), ())


def test_added_paragraph_follows_the_paragraph_before_it():
    witness = (*LETTER[:2], "Nothing is known here of any comet or eclipse.", *LETTER[2:])
    assert shapes(aligned(LETTER, witness))[2] == ((), (2,))


def test_moved_paragraph_is_found_and_marked():
    witness = (LETTER[3], *LETTER[:3], *LETTER[4:])
    bead = bead_of(aligned(LETTER, witness), 3)
    assert bead.witness == (0,)
    assert bead.transposed


def test_paragraphs_in_reading_order_are_not_marked_as_moved():
    witness = (LETTER[3], *LETTER[:3], *LETTER[4:])
    moved = [bead.base for bead in aligned(LETTER, witness).beads if bead.transposed]
    assert moved == [(3,)]


def test_excerpt_leaves_the_rest_unmatched():
    found = shapes(aligned(LETTER, LETTER[3:5]))
    assert found == [
        ((0,), ()),
        ((1,), ()),
        ((2,), ()),
        ((3,), (0,)),
        ((4,), (1,)),
        ((5,), ()),
    ]


def test_damaged_words_still_answer_each_other():
    witness = tuple(text.replace("er", "cr").replace("h", "li") for text in LETTER)
    assert shapes(aligned(LETTER, witness)) == [((k,), (k,)) for k in range(6)]


def test_two_languages_meet_by_names_and_figures():
    assert shapes(aligned(JOURNAL, DIARY, "ru en")) == [((k,), (k,)) for k in range(4)]


def test_names_are_evidence_between_languages():
    evidence = bead_of(aligned(JOURNAL, DIARY, "ru en"), 3).evidence
    assert any("Macmillan" in item and "Макмиллан" in item for item in evidence)


def test_evidence_names_rare_words_that_are_shared():
    evidence = bead_of(aligned(LETTER, LETTER[:3] + LETTER[4:]), 2).evidence
    assert len(evidence) <= 6
    assert "word: Karakoram" in evidence


def test_identical_paragraphs_have_similarity_one():
    assert {bead.similarity for bead in aligned(LETTER, LETTER).beads} == {1.0}


def test_changed_paragraph_has_similarity_below_one():
    witness = (LETTER[0].replace("forty", "fifty"), *LETTER[1:])
    assert 0.9 < bead_of(aligned(LETTER, witness), 0).similarity < 1.0


def test_sentence_missing_in_witness_is_uncovered():
    witness = (LETTER[0], "The merchants of the bazaar have petitioned me twice.", *LETTER[2:])
    uncovered = bead_of(aligned(LETTER, witness), 1).uncovered
    assert uncovered.base > 0.3
    assert uncovered.witness == 0.0


def test_unmatched_paragraph_is_wholly_uncovered():
    bead = bead_of(aligned(LETTER, LETTER[:3] + LETTER[4:]), 3)
    assert (bead.uncovered.base, bead.uncovered.witness) == (1.0, 0.0)


def test_unrelated_texts_stay_unmatched():
    recipe = (
        "Whisk three eggs with sugar until pale.",
        "Fold in melted butter, then flour sifted with cocoa.",
        "Bake on the middle shelf for half an hour and cool on a rack.",
    )
    assert not any(bead.base and bead.witness for bead in aligned(LETTER, recipe).beads)


def test_empty_side_leaves_every_paragraph_unmatched():
    assert shapes(aligned((), LETTER[:2])) == [((), (0,)), ((), (1,))]
    assert shapes(aligned(LETTER[:1], ())) == [((0,), ())]
    assert aligned((), ()).beads == ()


def test_one_paragraph_repeated_aligns_in_order():
    base = ("The meeting was adjourned.",) * 30
    assert shapes(aligned(base, base)) == [((k,), (k,)) for k in range(30)]


def test_mirrored_alignment_exchanges_evidence_and_shares():
    there = aligned(JOURNAL, DIARY, "ru en")
    assert mirrored(mirrored(there)) == there
    assert aligned(DIARY, JOURNAL, "en ru") == mirrored(there)


def test_chinese_is_compared_by_characters():
    base = ("两国政府同意尊重边界现状。", "代表团将于五月访问北京。", "会谈在友好的气氛中进行。")
    witness = ("兩國政府同意尊重邊界現狀。", "会谈在友好气氛中进行。")
    assert ((2,), (1,)) in shapes(aligned(base, witness, "zh zh"))


def test_method_is_named():
    assert aligned(LETTER, LETTER).method.startswith("likelihood-lattice")


@pytest.mark.parametrize(
    ("base", "witness", "language"),
    [
        ("The delegation will not accept the proposal.", "The delegation will accept it.", "en"),
        ("He left.", "He left early.", "en"),
        ("我们坚决不主张开战。", "我们坚决主张开战。", "zh"),
    ],
)
def test_a_text_of_one_short_paragraph_is_aligned_with_its_variant(base, witness, language):
    found = align([base], [witness], base_language=language, witness_language=language)
    assert [(bead.base, bead.witness) for bead in found.beads] == [((0,), (0,))]


PROPOSAL = "The delegation will not accept the proposal made by the chairman in May."
JOURNEY = "He left on the next day with two letters for the envoy."
GRAIN = "The price of grain rose in spring and the peasants were in great need of bread."
WRECK = "A ship sank near the coast of Chile; of the crew only the mate was found."


def pairs_in(base, witness):
    found = align(base, witness, base_language="en", witness_language="en")
    return [(bead.base, bead.witness) for bead in found.beads]


def test_a_text_of_one_paragraph_is_found_split_in_two():
    assert pairs_in([f"{PROPOSAL} {JOURNEY}"], [PROPOSAL, JOURNEY]) == [((0,), (0, 1))]


def test_two_unrelated_texts_of_one_paragraph_stay_unmatched():
    assert pairs_in([GRAIN], [WRECK]) == [((), (0,)), ((0,), ())]


def test_an_unrelated_paragraph_of_a_short_text_stays_unmatched():
    beads = pairs_in([GRAIN, PROPOSAL], [WRECK, PROPOSAL])
    assert ((1,), (1,)) in beads
    assert ((0,), ()) in beads


def test_words_that_met_twice_are_no_evidence():
    told = [text.split() for text in tale(40, seed=5)]
    told[7][0] = told[21][3] = "единожды"
    base = [" ".join(words) for words in told]
    answers = {**TOLD, "единожды": "zebrule"}
    witness = [" ".join(answers[word] for word in words) for words in told]
    named = [item for bead in aligned(base, witness, "ru en").beads for item in bead.evidence]
    assert not any("zebrule" in item for item in named)
    assert any(item.startswith("word: ") for item in named)
