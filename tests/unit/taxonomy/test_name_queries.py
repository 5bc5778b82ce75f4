"""Between languages a name without an answer is asked about, and no other."""

import pytest

from provtrack.model.alignment import Bead
from provtrack.taxonomy import name_queries

RUSSIAN = (
    "Посол сообщил, что Чжоу Эньлай принял его вечером.",
    "Неру передал письмо Хрущеву через Бенедиктова.",
    "Лю Шаоци и Чэнь И не согласились с этим предложением.",
    "По словам Громыко, Кеннеди ждал ответа.",
    "Затем Подгорный посетил Улан-Батор и Пекин.",
    "Товарищ Микоян вернулся в Москву.",
)
CHINESE = (
    "大使报告说，周恩来当晚接见了他。",
    "尼赫鲁通过贝内迪克托夫把信交给赫鲁晓夫。",
    "刘少奇和陈毅不同意这个建议。",
    "据葛罗米柯说，肯尼迪在等待答复。",
    "随后波德戈尔内访问了乌兰巴托和北京。",
    "米高扬同志返回莫斯科。",
)
PINYIN = (
    "The ambassador reported that Zhou Enlai received him in the evening.",
    "Nehru gave the letter to Khrushchev through Benediktov.",
    "Liu Shaoqi and Chen Yi did not agree with this proposal.",
    "According to Gromyko, Kennedy was waiting for an answer.",
    "Then Podgorny visited Ulan Bator and Peking.",
    "Comrade Mikoyan returned to Moscow.",
)
WADE_GILES = tuple(
    text.replace("Zhou Enlai", "Chou En-lai")
    .replace("Liu Shaoqi", "Liu Shao-ch'i")
    .replace("Chen Yi", "Ch'en Yi")
    for text in PINYIN
)
LANGUAGES = {RUSSIAN: "ru", CHINESE: "zh", PINYIN: "en", WADE_GILES: "en"}


def sentences(base: tuple[str, ...], witness: tuple[str, ...], languages: str) -> list[str]:
    """Ask of two versions, paragraph by paragraph."""
    beads = [Bead(base=(k,), witness=(k,), confidence=1.0) for k in range(len(base))]
    base_language, witness_language = languages.split()
    asked = name_queries(
        beads, base, witness, base_language=base_language, witness_language=witness_language
    )
    return [query.sentence for queries in asked for query in queries]


@pytest.mark.parametrize("base", [RUSSIAN, CHINESE])
@pytest.mark.parametrize("witness", [PINYIN, WADE_GILES])
def test_one_man_in_another_script_is_not_asked_about(base, witness):
    assert sentences(base, witness, f"{LANGUAGES[base]} en") == []
    assert sentences(witness, base, f"en {LANGUAGES[base]}") == []


def test_russian_and_chinese_have_the_same_names():
    assert sentences(RUSSIAN, CHINESE, "ru zh") == []


@pytest.mark.parametrize(
    ("name", "other", "of_base"),
    [
        ("Zhou Enlai", "Mao Zedong", "Чжоу Эньлай"),
        ("Khrushchev", "Brezhnev", "Хрущеву"),
        ("Benediktov", "Pelevin", "Бенедиктова"),
        ("Kennedy", "Rusk", "Кеннеди"),
        ("Peking", "Hanoi", "Пекин"),
        ("Mikoyan", "Suslov", "Микоян"),
    ],
)
def test_another_name_is_asked_about(name, other, of_base):
    changed = tuple(text.replace(name, other) for text in PINYIN)
    assert sentences(RUSSIAN, changed, "ru en") == [
        f"Only the base has the name “{of_base}” here, and only the witness “{other}”."
    ]


def test_another_name_is_asked_about_against_characters():
    changed = tuple(text.replace("Kennedy", "Rusk") for text in PINYIN)
    (sentence,) = sentences(CHINESE, changed, "zh en")
    assert "肯尼迪" in sentence
    assert "Rusk" in sentence


def test_the_places_are_those_of_the_names():
    changed = tuple(text.replace("Kennedy", "Rusk") for text in PINYIN)
    beads = [Bead(base=(k,), witness=(k,), confidence=1.0) for k in range(len(RUSSIAN))]
    asked = name_queries(beads, RUSSIAN, changed, base_language="ru", witness_language="en")
    (query,) = asked[3]
    assert query.base is not None
    assert query.base.text == RUSSIAN[3][query.base.start : query.base.end] == "Кеннеди"


def test_what_is_translated_is_no_name():
    base = ("Красный Крест обратился к Организации Объединенных Наций.",)
    witness = ("Then the Red Cross turned to the United Nations.",)
    assert sentences(base, witness, "ru en") == []


def test_pronouns_as_a_habit_are_not_asked_about():
    base = RUSSIAN * 4
    witness = PINYIN + tuple(text.replace("Mikoyan", "He") for text in PINYIN) * 3
    assert sentences(base, witness, "ru en") == []


def test_a_bead_with_one_side_is_not_asked_about():
    beads = [Bead(base=(0,), witness=(), confidence=1.0)]
    asked = name_queries(beads, RUSSIAN[:1], (), base_language="ru", witness_language="en")
    assert asked == [()]


def test_initials_are_no_names():
    base = ("Переводил Ю. Н. Щеглачев.", *RUSSIAN)
    witness = ("The interpreter was Iu.N. Shcheglachev.", *PINYIN)
    assert sentences(base, witness, "ru en") == []


def test_a_place_that_is_translated_is_not_asked_about():
    base = ("Перестрелка у поста Верхний Брод закончилась.", *RUSSIAN)
    witness = ("The exchange of fire at the Upper Ford post ended.", *PINYIN)
    assert sentences(base, witness, "ru en") == []


def test_a_name_that_stands_twice_is_asked_about_once():
    base = (*RUSSIAN, "Кеннеди молчал, потому что Кеннеди ждал.")
    witness = (*PINYIN, "Then Rusk was silent, because Rusk was waiting.")
    assert sentences(base, witness, "ru en") == [
        "Only the base has the name “Кеннеди” here, and only the witness “Rusk”."
    ]


def test_a_name_that_only_sounds_near_is_asked_about_where_it_is_answered_elsewhere():
    base = ("Слово взял Орлов.", "Вопрос задал Кузнецов.", *RUSSIAN) * 2
    answered = ("Then Orlov spoke.", "The question was from Kuznetsov.", *PINYIN)
    witness = ("Then Markov spoke.", *answered[1:], *answered)
    assert sentences(base, answered * 2, "ru en") == []
    assert sentences(base, witness, "ru en") == [
        "Only the base has the name “Орлов” here, and only the witness “Markov”."
    ]
