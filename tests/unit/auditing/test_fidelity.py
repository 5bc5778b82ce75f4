"""Verdicts: one tricky quotation a test."""

import pytest

from provtrack.auditing import Candidate, Cited, judge
from provtrack.auditing.fidelity import SURE_OF_STOCK
from provtrack.model.names import Nature
from provtrack.model.quotation import (
    DeclaredEdit,
    DeclaredKind,
    Judgement,
    Passage,
    Quotation,
    QuotationPlace,
    Verdict,
)
from provtrack.model.text import Span

CITED = Cited(document="letter", siglum="E1")


def quotation(words: str, *declared: DeclaredEdit, speaker: str = "") -> Quotation:
    return Quotation(
        span=Span(0, len(words)),
        text=words,
        place=QuotationPlace.INLINE,
        declared=declared,
        speaker=speaker,
    )


def place(
    text: str, *, document: str = "letter", siglum: str = "E1", revision: int = 1
) -> Candidate:
    """Make a candidate of a text whose passage stands between ⟦ and ⟧."""
    start, end = text.index("⟦"), text.index("⟧") - 1
    passage = Passage(
        document=document, siglum=siglum, revision=revision, file="e1.txt", span=Span(start, end)
    )
    plain = text.replace("⟦", "").replace("⟧", "")
    return Candidate(passage=passage, text=plain, language="en")


def judged(words: str, text: str, **options: tuple[str, str]) -> Judgement:
    return judge(quotation(words), [place(text)], cited=CITED, **options)


def test_words_that_stand_in_the_source_are_exact():
    assert judged("The gate is shut.", "Go. ⟦The gate is shut.⟧ Now.").verdict is Verdict.EXACT


def test_a_dropped_negation_distorts_and_is_shown():
    judgement = judged("The gate is shut.", "⟦The gate is not shut.⟧")
    assert judgement.verdict is Verdict.DISTORTED
    assert [one.nature for one in judgement.differences] == [Nature.NEGATION]


def test_a_difference_says_where_it_stands_on_both_sides():
    judgement = judged("The gate was open.", "Go. ⟦The gate was shut.⟧")
    one = judgement.differences[0]
    assert (one.quoted_words, one.source_words) == ("open", "shut")
    assert (one.quoted, one.source) == (Span(13, 17), Span(17, 21))


def test_a_garbled_negation_is_noise_and_not_its_loss():
    assert judged("The gate is n0t shut.", "⟦The gate is not shut.⟧").verdict is Verdict.ALTERED


def test_a_figure_among_misread_words_is_still_a_figure():
    judgement = judged("Tbe gale was sbut in 1926.", "⟦The gate was shut in 1925.⟧")
    assert judgement.verdict is Verdict.DISTORTED


def test_letters_read_for_digits_are_noise():
    assert judged("They left in l925.", "⟦They left in 1925.⟧").verdict is Verdict.ALTERED


def test_a_word_known_to_be_one_is_no_noise():
    words, source = "the cause was struck out", "Then ⟦the clause was struck out⟧."
    known = frozenset([("cause", "en"), ("clause", "en")])

    def knows(word: str, language: str) -> bool:
        return (word, language) in known

    assert judge(quotation(words), [place(source)], knows=knows).verdict is Verdict.DISTORTED


def test_a_word_of_another_language_is_no_word_of_this_one():
    words, source = "the cause was struck out", "Then ⟦the clause was struck out⟧."

    def knows(word: str, language: str) -> bool:
        return language == "fr"

    assert judge(quotation(words), [place(source)], knows=knows).verdict is Verdict.ALTERED


def test_light_words_run_together_are_noise_unless_the_result_is_a_word():
    assert judged("He sat inthe yard.", "⟦He sat in the yard.⟧").verdict is Verdict.ALTERED
    assert judged("It maybe so.", "⟦It may be so.⟧").verdict is not Verdict.ALTERED


def test_a_figure_run_together_with_a_word_is_the_same_figure():
    source = "⟦They met in room 17 at noon.⟧"
    assert judged("They met in room17 at noon.", source).verdict is Verdict.ALTERED
    assert judged("They met in room18 at noon.", source).verdict is Verdict.DISTORTED


def test_a_letter_that_is_no_word_is_torn_off_its_word():
    source = "⟦The baker agreed to open the gates before the winter.⟧"
    words = "The baker agreed t o open t he gates before the winter."
    assert judged(words, source).verdict is Verdict.ALTERED


def test_a_speck_inside_a_word_parts_no_negation_from_it():
    source = "⟦There was nothing to be had in the whole town.⟧"
    assert judged("There was no.thinq to be had in the whole town.", source).verdict is (
        Verdict.ALTERED
    )


def test_words_that_agree_by_chance_among_misread_ones_are_let_go():
    source = "⟦the bakers and the millers and their wives left the old town⟧"
    words = "the bakcrs aud themillers and thcir wives left the old town"
    assert judged(words, source).verdict is Verdict.ALTERED


def test_a_word_of_content_that_lost_a_letter_is_no_number():
    source = "⟦They felt the weight of the old bridge.⟧"
    assert judged("They felt the eight of the old bridge.", source).verdict is Verdict.ALTERED
    source = "⟦They felt the ten of the old bridge.⟧"
    assert judged("They felt the eight of the old bridge.", source).verdict is Verdict.DISTORTED


def test_words_cut_otherwise_among_misread_ones_are_noise():
    source = "⟦The older bridges were called wonderful ornaments by the baker.⟧"
    words = "Tbe older bridgcs were called wonder fulornaments by thc baker."
    assert judged(words, source).verdict is Verdict.ALTERED


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Tbe civilian gale was sbut.", "⟦The military gale was shut.⟧"),
        ("Tbe gale cost would decrease.", "⟦The gale cost would increase.⟧"),
        ("Tbe bakerwas unable to bake.", "⟦The baker was able to bake.⟧"),
        ("Tbe bridgewas civilian propcrty.", "⟦The bridge was military property.⟧"),
    ],
)
def test_noise_beside_a_changed_word_does_not_hide_it(words, source):
    assert judged(words, source).verdict is Verdict.DISTORTED


@pytest.mark.parametrize(
    "words",
    ["The older brdgs were shut.", "The oIder bridges were shut.", "The oldег bridges were shut."],
)
def test_letters_that_no_language_has_as_a_word_are_noise(words):
    assert judged(words, "⟦The older bridges were shut.⟧").verdict is Verdict.ALTERED


def test_a_letter_of_another_script_that_looks_the_same_is_said():
    judgement = judged("The oldеr bridges were shut.", "⟦The older bridges were shut.⟧")
    assert judgement.verdict is Verdict.ALTERED
    assert "two scripts" in judgement.differences[0].explanation


def test_short_forms_and_names_set_otherwise_are_typography():
    source = "⟦The Prime Minister of the U.S.S.R. had no answer.⟧"
    words = "The prime minister of the USSR had no answer."
    assert judged(words, source).verdict is Verdict.TYPOGRAPHIC


def test_any_beside_a_negation_is_a_light_word():
    source = "⟦The town did not make any preparations for the winter.⟧"
    words = "The town did not make preparations for the winter."
    assert judged(words, source).verdict is Verdict.ALTERED
    source, words = source.replace("did not", "did"), words.replace("did not make", "made")
    assert judged(words, source).verdict is Verdict.DISTORTED


def test_another_word_for_the_same_share_is_no_change_of_sense():
    source = "⟦The whole town was on the bridge at dawn.⟧"
    assert judged("The entire town was on the bridge at dawn.", source).verdict is Verdict.ALTERED


def test_a_day_or_sum_in_words_is_the_same_number():
    source = "⟦After June 7 the town paid $7 million for the bridge.⟧"
    words = "After June seven the town paid $seven million for the bridge."
    assert judged(words, source).verdict is Verdict.ALTERED
    assert judged(words.replace("seven", "nine"), source).verdict is Verdict.DISTORTED


def test_a_word_set_wide_beside_a_word_of_one_letter_is_typography():
    source = "И поставил там жертвенник, и призвал имя своего города."
    words = "И поставил там жертвенник, и п р и з в а л имя своего города."
    assert judged_in(words, source, "ru") is Verdict.TYPOGRAPHIC


def test_a_bracket_whose_other_half_is_left_is_not_told():
    source = "⟦The bridge can be repaired before the winter.⟧"
    judgement = judged("The bridge can [not] be repaired before the winter.", source)
    assert [one.quoted_words for one in judgement.differences] == ["not"]


def test_everybody_for_nobody_is_one_change():
    source = "Это было вчера. Никто не может быть лишен своего имущества в городе."
    words = "Каждый может быть лишен своего имущества в городе."
    place = Candidate(
        passage=Passage(document="a", siglum="E1", file="a.txt", span=Span(22, len(source))),
        text=source,
        language="ru",
    )
    judgement = judge(quotation(words), [place])
    assert (judgement.verdict, judgement.also, judgement.lost) == (Verdict.DISTORTED, (), "")


def test_a_preposition_of_one_letter_is_read_as_it_stands():
    source = "Они хотели вывести войска из города до конца года."
    words = "Они хотели вывести войска в город до конца года."
    assert judged_in(words, source, "ru") is Verdict.DISTORTED


def test_a_word_divided_at_the_end_of_a_line_is_the_same_word():
    words = "They came for the brid- gcs of the town."
    assert judged(words, "⟦They came for the bridges of the town.⟧").verdict is Verdict.ALTERED


def test_a_pronoun_that_lost_a_letter_among_noise_is_no_negation():
    source = "Он пришел с ними и открыл ворота, а я говорил с ним о мосте."
    words = "Он пришел с ними и открыл вoрота, а я говорил с ни о мосте."
    assert judged_in(words, source, "ru") is Verdict.ALTERED


def test_a_passage_that_begins_inside_a_word_is_taken_with_the_whole_word():
    judgement = judged("able to shut the gate", "He was un⟦able to shut the gate⟧ then.")
    assert judgement.verdict is Verdict.DISTORTED


def test_a_negation_that_ends_the_sentence_is_not_cut_off_unsaid():
    assert judged_in("Fürchtet euch!", "Fürchtet euch nicht!", "de") is Verdict.TRUNCATED


def test_an_ellipsis_that_begins_with_that_unless_hides_a_condition():
    source = "⟦He agreed, that unless the gate is shut, he would come.⟧"
    assert judged("He agreed ... he would come.", source).verdict is Verdict.TRUNCATED


@pytest.mark.parametrize("words", ["The 29.000-man force left.", "The 29 000-man force left."])
def test_a_figure_in_a_compound_may_be_grouped_otherwise(words):
    assert judged(words, "⟦The 29,000-man force left.⟧").verdict is Verdict.ALTERED


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("The older b r i d g e s were shut.", Verdict.TYPOGRAPHIC),
        ("The older bridges³ were shut.", Verdict.TYPOGRAPHIC),
        ("The older bridges (!) were shut.", Verdict.EDITORIAL),
        ("The older older bridges were shut.", Verdict.ALTERED),
        ("The older bridges were not not shut.", Verdict.DISTORTED),
    ],
)
def test_signs_and_slips_of_the_author_are_told_from_words(words, verdict):
    assert judged(words, "⟦The older bridges were shut.⟧").verdict is verdict


def test_the_power_of_a_unit_is_no_sign_of_a_note():
    assert judged("They drained 40 km² of it.", "⟦They drained 40 km of it.⟧").verdict is (
        Verdict.DISTORTED
    )


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("They spoke of [Harrow] at length.", Verdict.DISTORTED),
        ("They spoke of [Mr. Pellam] at length.", Verdict.EDITORIAL),
        ("They spoke of [the baker] at length.", Verdict.EDITORIAL),
    ],
)
def test_another_name_in_brackets_in_the_place_of_a_name_distorts(words, verdict):
    assert judged(words, "⟦They spoke of Pellam at length.⟧").verdict is verdict


def judged_in(words: str, source: str, language: str) -> Verdict:
    passage = Passage(document="a", siglum="E1", file="a.txt", span=Span(0, len(source)))
    there = Candidate(passage=passage, text=source, language=language)
    return judge(quotation(words), [there]).verdict


def judged_in_chinese(words: str, source: str) -> Verdict:
    return judged_in(words, source, "zh")


def test_chinese_sentences_of_two_places_are_stitched():
    source = "市长说桥已经关闭了。船夫们在河边等了三天。面包师每天早晨开门。城里的人都很高兴。"
    first, second = "市长说桥已经关闭了。", "面包师每天早晨开门。"
    places = [
        Candidate(
            passage=Passage(document="a", siglum="E1", file="a.txt", span=Span(at, at + len(one))),
            text=source,
            language="zh",
        )
        for one in (first, second)
        for at in (source.index(one),)
    ]
    assert judge(quotation(second + first), places).verdict is Verdict.STITCHED


def test_chinese_characters_that_look_alike_are_asked_about():
    assert judged_in_chinese("他们自已回到城里去了", "他们自己回到城里去了") is Verdict.ALTERED


def test_chinese_characters_that_look_alike_hide_no_negation_and_no_figure():
    assert judged_in_chinese("他们没有粮食过冬", "他们末有粮食过冬") is Verdict.DISTORTED
    assert judged_in_chinese("城里设有粮食过冬", "城里没有粮食过冬") is Verdict.DISTORTED
    assert judged_in_chinese("城里共有千人过冬", "城里共有十人过冬") is Verdict.DISTORTED


def test_a_chinese_negation_is_misread_where_the_character_read_makes_no_word():
    assert judged_in_chinese("他们至今末回到城里去", "他们至今未回到城里去") is Verdict.ALTERED
    assert (
        judged_in_chinese("他们至今周末回到城里去", "他们至今周未回到城里去") is Verdict.DISTORTED
    )


def test_a_repeated_chinese_character_that_is_misread_answers_its_neighbour():
    assert judged_in_chinese("人入都有享受教育的权利", "人人都有享受教育的权利") is Verdict.ALTERED
    assert judged_in_chinese("入人都有享受教育的权利", "人人都有享受教育的权利") is Verdict.ALTERED
    assert judged_in_chinese("城里共有千十人过冬", "城里共有十十人过冬") is Verdict.DISTORTED


def test_russian_yo_is_a_matter_of_print():
    assert judged_in("В своем доме он жил еще долго", "В своём доме он жил ещё долго", "ru") is (
        Verdict.TYPOGRAPHIC
    )
    assert judged_in("Все прошло", "Всё прошло", "ru") is Verdict.TYPOGRAPHIC


def test_yo_hides_no_other_change():
    source = "В своём доме он ещё не был"
    assert judged_in("В своем доме он еще был", source, "ru") is Verdict.DISTORTED
    assert judged_in("Всё они пришли домой", "Все они пришли домой", "ru") is Verdict.DISTORTED


def test_a_word_divided_at_the_end_of_a_line_is_a_matter_of_print():
    source = "They spoke of a border conflict at the bridge."
    assert judged_in("a border con- flict at the bridge", source, "en") is Verdict.TYPOGRAPHIC
    assert judged_in("a border con- vict at the bridge", source, "en") is not Verdict.TYPOGRAPHIC


def test_an_adverb_of_degree_left_out_only_alters():
    assert judged("It was late.", "⟦It was very late.⟧").verdict is Verdict.ALTERED


def test_a_light_word_that_turns_the_sense_distorts():
    assert judged("They spoke for the bill.", "⟦They spoke against the bill.⟧").verdict is (
        Verdict.DISTORTED
    )


def test_another_person_in_a_pronoun_distorts():
    assert judged("We saw his ship.", "⟦We saw her ship.⟧").verdict is Verdict.DISTORTED


def test_another_spelling_of_a_name_alters_and_another_name_distorts():
    source = "⟦The council met in Peking that year.⟧"
    assert judged("The council met in Beijing that year.", source).verdict is Verdict.ALTERED
    assert judged("The council met in Nanking that year.", source).verdict is Verdict.DISTORTED


def test_an_ellipsis_is_editorial():
    judgement = judged("The gate … was shut.", "⟦The gate, as ever, was shut.⟧")
    assert judgement.verdict is Verdict.EDITORIAL
    assert judgement.differences[0].is_declared


def test_an_ellipsis_that_swallows_a_negation_distorts():
    assert judged("We … agree to this.", "⟦We do not agree to this.⟧").verdict is Verdict.DISTORTED


def test_an_ellipsis_over_a_whole_sentence_may_swallow_its_negation():
    source = "⟦The gate was shut. Nobody came. The lamp was out.⟧"
    assert judged("The gate was shut. … The lamp was out.", source).verdict is Verdict.EDITORIAL


def test_brackets_of_the_source_declare_nothing():
    source = "⟦They met the [illegible] envoy.⟧"
    assert judged("They met the [illegible] envoy.", source).verdict is Verdict.EXACT


def test_brackets_that_hide_a_negation_distort():
    assert judged("We [now] agree.", "⟦We never agree.⟧").verdict is Verdict.DISTORTED


def test_words_of_the_author_inside_are_not_judged():
    edit = DeclaredEdit(kind=DeclaredKind.INTERRUPTION, span=Span(10, 19), words=", he said,")
    judgement = judge(
        quotation("The gate, he said, is shut.", edit), [place("⟦The gate is shut.⟧")], cited=CITED
    )
    assert judgement.verdict is Verdict.EXACT


def test_a_cut_below_a_verb_that_does_not_assert_truncates():
    judgement = judged("the gate was shut", "The guard denied that ⟦the gate was shut⟧.")
    assert (judgement.verdict, judgement.lost) == (Verdict.TRUNCATED, "denied that")


def test_a_cut_before_an_exception_truncates():
    judgement = judged("The gate will be shut", "⟦The gate will be shut⟧ unless you come.")
    assert (judgement.verdict, judgement.lost) == (Verdict.TRUNCATED, "unless you come.")


def test_what_the_author_says_himself_is_not_lost():
    judgement = judged(
        "the gate was shut",
        "The guard denied that ⟦the gate was shut⟧.",
        setting=("The guard denied that ", "."),
    )
    assert judgement.verdict is Verdict.EXACT


def test_two_places_joined_are_stitched_in_their_order():
    text = "⟦The gate was shut at nine.⟧ " + "Nothing was heard for hours. " * 4
    second = text.replace("⟦", "").replace("⟧", "") + "⟦The lamp was still burning.⟧"
    words = "The gate was shut at nine. The lamp was still burning."
    first = text + "The lamp was still burning."
    judgement = judge(quotation(words), [place(second), place(first)], cited=CITED)
    assert judgement.verdict is Verdict.STITCHED
    starts = [passage.span.start for passage in judgement.passages]
    assert starts == sorted(starts)


def test_two_documents_joined_are_stitched_and_misattributed():
    places = [place("⟦The gate was shut at nine.⟧"),
              place("⟦The lamp was still burning.⟧", document="diary")]  # fmt: skip
    words = "The gate was shut at nine. The lamp was still burning."
    judgement = judge(quotation(words), places, cited=CITED)
    assert (judgement.verdict, judgement.also) == (Verdict.STITCHED, (Verdict.MISATTRIBUTED,))


def test_the_words_of_another_document_are_misattributed():
    places = [place("⟦The gate is shut.⟧", document="diary")]
    assert judge(quotation("The gate is shut."), places, cited=CITED).verdict is (
        Verdict.MISATTRIBUTED
    )


def test_the_words_of_another_version_are_found_there():
    places = [place("⟦The door is closed.⟧"), place("⟦The gate is shut.⟧", siglum="E2")]
    judgement = judge(quotation("The gate is shut."), places, cited=CITED)
    assert judgement.verdict is Verdict.OTHER_VERSION
    assert judgement.passages[0].siglum == "E2"


def test_an_older_revision_is_another_version():
    cited = Cited(document="letter", siglum="E1", revision=2)
    places = [place("⟦The gate is shut.⟧", revision=1), place("⟦The gate is closed.⟧", revision=2)]
    assert judge(quotation("The gate is shut."), places, cited=cited).verdict is (
        Verdict.OTHER_VERSION
    )


def test_the_cited_place_wins_among_equals_and_the_others_are_named():
    places = [place("⟦The gate is shut.⟧", document="diary"), place("⟦The gate is shut.⟧")]
    judgement = judge(quotation("The gate is shut."), places, cited=CITED)
    assert judgement.verdict is Verdict.EXACT
    assert [passage.document for passage in judgement.also_at] == ["diary"]


def test_right_words_of_another_speaker_are_misattributed():
    text = "Mr. Orlov said nothing more. Mr. Hale said that ⟦the gate is shut⟧."
    judgement = judge(quotation("the gate is shut", speaker="Orlov"), [place(text)], cited=CITED)
    assert judgement.verdict is Verdict.MISATTRIBUTED


def test_an_office_with_its_article_may_be_the_speaker_claimed():
    text = "Mr. Orlov said nothing more.\n\nThe Prime Minister noted that ⟦the gate is shut⟧."
    judgement = judge(quotation("the gate is shut", speaker="Orlov"), [place(text)], cited=CITED)
    assert judgement.verdict is Verdict.EXACT


def test_a_light_word_that_turns_the_sentence_distorts_when_it_comes_alone():
    judgement = judged("Nothing until after the fair.", "⟦Nothing until the fair.⟧")
    assert judgement.verdict is Verdict.DISTORTED
    assert judgement.differences[0].explanation == "after added"


def test_a_light_word_far_before_the_rest_does_not_answer():
    text = (
        "Had it been in the north, the guild would have paid. ⟦It is the judgment of the masters⟧."
    )
    judgement = judged("in the judgment of the masters", text)
    assert judgement.verdict is Verdict.ALTERED
    assert judgement.passages[0].span.start > text.index("paid")


def test_the_pause_before_he_said_may_be_the_authors():
    aside = DeclaredEdit(kind=DeclaredKind.INTERRUPTION, span=Span(9, 19), words="he said")
    words = quotation("In the end,” he said, “the gate is shut.", aside)
    judgement = judge(words, [place("⟦In the end, the gate is shut.⟧")], cited=CITED)
    assert judgement.verdict is Verdict.TYPOGRAPHIC


def test_who_speaks_may_be_told_by_the_source_itself():
    aside = DeclaredEdit(kind=DeclaredKind.INTERRUPTION, span=Span(10, 22), words="said the boy")
    words = quotation("The gate — said the boy — is shut.", aside)
    judgement = judge(words, [place("⟦The gate -- said the boy -- is shut.⟧")], cited=CITED)
    assert judgement.verdict is Verdict.TYPOGRAPHIC


def test_another_form_of_a_word_is_not_called_misread():
    judgement = judged("the masters spoke of stimulation", "⟦the masters spoke of stimulations⟧")
    assert judgement.differences[0].explanation == "another form of the word"


def test_a_few_words_that_no_note_places_are_found_with_half_a_heart():
    here = place("⟦the northern gate⟧ is shut")
    assert judge(quotation("the northern gate"), [here], searched=500).confidence == SURE_OF_STOCK
    assert judge(quotation("the northern gate"), [here], cited=CITED).confidence > SURE_OF_STOCK


def test_a_quotation_without_a_place_is_not_found():
    judgement = judge(quotation("The gate is shut."), [], cited=CITED)
    assert judgement.verdict is Verdict.NOT_FOUND
    assert judgement.is_meaning_bearing


def test_a_place_that_is_only_roughly_known_is_found_exactly():
    text = "We came late. The ⟦gate was shut and⟧ the lamp was still burning. Nobody came."
    judgement = judged("The gate was shut and the lamp was still burning.", text)
    assert judgement.verdict is Verdict.EXACT
    assert judgement.passages[0].span == Span(14, 63)


def test_lesser_verdicts_are_named_after_the_gravest():
    judgement = judged(
        "The gate … was not shut", "⟦The gate, as ever, was shut⟧, but only till May."
    )
    assert judgement.verdict is Verdict.DISTORTED
    assert judgement.also == (Verdict.TRUNCATED, Verdict.EDITORIAL)


def test_one_word_and_no_word_are_judged_too():
    assert judged("gate", "The ⟦gate⟧ is shut.").verdict is Verdict.EXACT
    assert judged("", "The ⟦⟧gate is shut.").verdict is Verdict.EXACT


def test_a_stock_phrase_among_many_texts_is_no_distorted_quotation() -> None:
    words, there = (
        "Approved by the Director of the Archive.",
        place("⟦kept by the director of the archive⟧"),
    )
    alone = judge(quotation(words), [there])
    among_many = judge(quotation(words), [there], searched=10_000)
    named = judge(quotation(words), [there], cited=CITED, searched=10_000)

    assert alone.verdict is named.verdict is Verdict.DISTORTED
    assert among_many.verdict is Verdict.NOT_FOUND


def test_a_piece_behind_an_ellipsis_answers_its_own_words_not_likes_of_them_before():
    text = (
        "⟦The harbour was closed. Had it been subject to his wishes, the council would not have "
        "met on the basis of any letter. Ferries would have waited. On 4 May the council would "
        "have met on the basis of the letter of 22 February.⟧"
    )
    words = (
        "The harbour was closed. [...] The council would have met on the basis of the letter of "
        "24 February."
    )
    judgement = judged(words, text)
    assert judgement.verdict is Verdict.DISTORTED
    grave = [one for one in judgement.differences if one.weight is Verdict.DISTORTED]
    assert [(one.source_words, one.quoted_words) for one in grave] == [("22", "24")]


def test_a_short_piece_behind_an_ellipsis_ends_where_its_words_first_stand():
    judgement = judged(
        "You shall ... make idols.", "⟦You shall not make idols. Of stone a mason may make idols.⟧"
    )
    assert judgement.verdict is Verdict.DISTORTED


@pytest.mark.parametrize("dots", [". . .", ". . . .", "...", "[...]"])
def test_the_stop_of_a_short_form_is_no_part_of_the_ellipsis_behind_it(dots):
    judgement = judged(
        f"It was sold to the U.S. {dots} They were glad.",
        "⟦It was sold to the U.S. firms on Monday by a broker. They were glad.⟧",
    )
    assert judgement.verdict is Verdict.EDITORIAL


@pytest.mark.parametrize(
    ("words", "source", "verdict"),
    [
        ("Liu … approve it.", "Liu can approve it.", Verdict.TRUNCATED),
        ("They would … have come.", "They would probably have come.", Verdict.TRUNCATED),
        ("All states … agreed.", "All states, except the smallest, agreed.", Verdict.TRUNCATED),
        ("There were … forty men.", "There were almost forty men.", Verdict.TRUNCATED),
        ("The envoy … go home.", "The envoy hoped to go home.", Verdict.TRUNCATED),
        ("It is not … a border.", "It is not simply a border.", Verdict.DISTORTED),
        (
            "The talks … went on.",
            "The talks, apparently held at night, went on.",
            Verdict.EDITORIAL,
        ),
        ("We must act … at once.", "We must act, and we can act, at once.", Verdict.EDITORIAL),
        (
            "The ship was old … and slow.",
            "The ship was old, perhaps ugly, and slow.",
            Verdict.EDITORIAL,
        ),
    ],
)
def test_an_ellipsis_may_not_swallow_what_qualifies_the_words_beside_it(words, source, verdict):
    assert judged(words, f"⟦{source}⟧").verdict is verdict


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("It has risen by 4 percent.", "It has risen to 4 percent."),
        ("It was cut to sixty tons.", "It was cut from sixty tons."),
        ("I visited the Minister.", "I was visited by the Minister."),
    ],
)
def test_light_words_that_turn_a_figure_or_who_acts_distort(words, source):
    assert judged(words, f"⟦{source}⟧").verdict is Verdict.DISTORTED


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("He came in 1961 by sea.", "He came during 1961 by sea."),
        ("It ran on twelve wheels.", "It ran upon twelve wheels."),
    ],
)
def test_other_light_words_before_a_figure_are_an_alteration(words, source):
    assert judged(words, f"⟦{source}⟧").verdict is Verdict.ALTERED


def test_who_says_it_in_the_source_may_be_said_by_the_author_in_its_place():
    words = 'Two of the mills", he said, "had been shut'
    told = DeclaredEdit(kind=DeclaredKind.INTERRUPTION, span=Span(16, 29), words='", he said, "')
    source = place("⟦Two of the mills, the minister said, had been shut⟧")
    assert judge(quotation(words, told), [source], cited=CITED).verdict is Verdict.EDITORIAL


def test_a_title_that_everybody_has_is_no_change_of_sense():
    judgement = judged("It was for Grey to decide.", "⟦It was for Mr. Grey to decide.⟧")
    assert judgement.verdict is Verdict.ALTERED


@pytest.mark.parametrize(
    ("words", "source", "nature"),
    [
        ("Tolls had risen by 7%", "⟦Tolls had risen by 7⟧ percent in May.", Nature.FIGURE_FORM),
        ("Tolls had risen by 7%", "⟦Tolls had risen by 7⟧ per cent in May.", Nature.FIGURE_FORM),
        ("It fell by 7 percent then.", "⟦It fell by 7 per cent then.⟧", Nature.SPELLING),
    ],
)
def test_percent_in_another_form_is_an_alteration_at_the_end_too(words, source, nature):
    found = judged(words, source)
    assert (found.verdict, [one.nature for one in found.differences]) == (
        Verdict.ALTERED,
        [nature],
    )


def test_another_figure_of_percent_distorts():
    assert judged("It rose by 8%", "⟦It rose by 7⟧ percent in May.").verdict is Verdict.DISTORTED
