"""Sentences and clauses of a paragraph."""

import pytest

from provtrack.text.sentences import clauses_of, sentences_of


def sentences(paragraph, language="und"):
    return [paragraph[span.start : span.end] for span in sentences_of(paragraph, language)]


def clauses(paragraph, language="und"):
    return [paragraph[span.start : span.end] for span in clauses_of(paragraph, language)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Journal entry of R. K. Nehru and Amb. Benediktov.",
        "See vol. 2, doc. 12, No. 5 and pp. 3-4.",
        "See fn. 4, encl. to desp. 17, suppl. 2.",
        "Инв. 12, стб. 45, разд. 3, ил. 7.",
        "РГАСПИ. Ф. 558. Оп. 11. Д. 97. Лл. 67-70об.",
        "RGANI. F. 3. Op. 16. D. 294. L. 207.",
        "В 1962 г. Хрущев и тов. Сталин встретились на ул. Горького.",
        "Это т.е. всё, что было сказано.",
        '"Why?" he asked.',
        "1. On the question of the border.",
        "A. The first question.",
        "He wrote ... and went on.",
        "Am 2. November kam Dr. Müller, z. B. mit J. Edgar Hoover.",
        "डॉ. नेहरू ने कहा।",
        "The line of Nov. 7 and 3.5 miles vs. Mr. Smith.",
        "АВП РФ. Ф. 0100. Оп. 46. П. 182. Д. 12. Л. 5-7 об.",
        "ЦГАОР СССР. Ф. Р-5446. Оп. 1. Д. 2. Л. 3.",
        "В 1960-х гг. Индия росла.",
        "Родился в г. Москве, на ул. Горького, д. 5.",
        "— Нет! — сказал он.",
        "«Что делать?» — спросил он.",
        "He came at 5 p.m. on Monday.",
        "Hann kom kl. 5 í gær.",
        "En 52 av. J.-C. César vainquit.",
        "« Qui est-ce ? » dit-il.",
        "Le Sr. Díaz et MM. Dupont.",
        "「はい。」と言った。",
        "Экз. № 1.",
    ],
)
def test_a_period_that_ends_no_sentence_divides_nothing(sentence):
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("He said no. The vote was lost.", ["He said no.", "The vote was lost."]),
        ("“I know.” He left.", ["“I know.”", "He left."]),
        ("(See above.) Next one.", ["(See above.)", "Next one."]),
        ("It ended.[1] Then war.", ["It ended.[1]", "Then war."]),
        ("He left... And then?", ["He left...", "And then?"]),
        ("In the U.S. The talks went on.", ["In the U.S.", "The talks went on."]),
        ("Это было в 1962 г. Он ушёл.", ["Это было в 1962 г.", "Он ушёл."]),
        ("他说：“我知道。”然后走了。不！", ["他说：“我知道。”", "然后走了。", "不！"]),
        ("ثم ذهب؟ نعم.", ["ثم ذهب؟", "نعم."]),
        ("वह गया। उसने कहा॥", ["वह गया।", "उसने कहा॥"]),
        ("copied page.The next", ["copied page.", "The next"]),
        ("He gave it in 1962. The war began.", ["He gave it in 1962.", "The war began."]),
        ("О войне и т. д. Посол ушёл.", ["О войне и т. д.", "Посол ушёл."]),
        ("Это было 2 ноября 1962 г. Посол ушёл.", ["Это было 2 ноября 1962 г.", "Посол ушёл."]),
        ("Шёл полк в 1812 г. Полк пел.", ["Шёл полк в 1812 г.", "Полк пел."]),
        ("He came at 5 p.m. He left.", ["He came at 5 p.m.", "He left."]),
        ("Das ist „Nichts.“ Er ging.", ["Das ist „Nichts.“", "Er ging."]),
        ("« Moi. » Il partit.", ["« Moi. »", "Il partit."]),
        ("What? ... Nothing.", ["What? ...", "Nothing."]),
        ("他问：「你好吗？」『好！』他走了", ["他问：「你好吗？」", "『好！』", "他走了"]),
        ("וילך. ותבא׃ ויאמר", ["וילך.", "ותבא׃", "ויאמר"]),
    ],
)
def test_a_paragraph_falls_into_sentences(paragraph, expected):
    assert sentences(paragraph) == expected


def test_an_ordinal_with_a_period_goes_on_in_languages_that_write_it():
    assert sentences("Der 22. Kongress begann.", "de") == ["Der 22. Kongress begann."]
    assert len(sentences("They were 22. Congress met.", "en")) == 2


def test_a_semicolon_asks_a_question_in_greek_only():
    assert sentences("Ποιος είναι; Δεν ξέρω.", "el") == ["Ποιος είναι;", "Δεν ξέρω."]
    assert len(sentences("Who; This one.", "en")) == 1


def test_sentences_of_ancient_greek_begin_in_lower_case():
    assert sentences("τίς ἐστιν; ἐγώ εἰμι· σύ. καὶ εἶπεν.", "grc") == [
        "τίς ἐστιν;",
        "ἐγώ εἰμι· σύ.",
        "καὶ εἶπεν.",
    ]


def test_a_paragraph_without_stops_is_one_sentence():
    assert sentences("Line of verse,\nanother line") == ["Line of verse,\nanother line"]


def test_sentences_are_without_the_white_space_around_them():
    assert sentences("  One is here. \n Two is there. ") == ["One is here.", "Two is there."]


def test_a_sentence_is_cut_at_commas_with_enough_words_on_both_sides():
    assert clauses("He walked through the garden, and she closed the heavy door.") == [
        "He walked through the garden,",
        "and she closed the heavy door.",
    ]


def test_a_list_of_short_words_is_not_cut():
    assert clauses("They sent bread, salt, oil and wine.") == [
        "They sent bread, salt, oil and wine."
    ]


def test_dashes_and_brackets_stay_with_what_they_enclose():
    text = "The premier--with whom he had worked for years--opposed it (as far as we know today)."
    assert clauses(text) == [
        "The premier--with whom he had worked for years--opposed it"[:11]
        + "--with whom he had worked for years--opposed it",
        "(as far as we know today).",
    ]


def test_a_parenthesis_between_dashes_is_a_clause():
    text = "The old premier himself--with whom he had worked--was opposed to the plan."
    assert clauses(text) == [
        "The old premier himself",
        "--with whom he had worked--",
        "was opposed to the plan.",
    ]


def test_what_is_quoted_is_not_cut():
    text = "He called himself “a very tired man, with no time left to lose” in the letter."
    assert clauses(text) == [text]


def test_chinese_is_cut_at_its_commas():
    assert clauses("这些暴行玷污了人类的良心，而人人享有言论自由。") == [
        "这些暴行玷污了人类的良心，",
        "而人人享有言论自由。",
    ]
