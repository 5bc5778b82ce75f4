"""Dates and figures are judged, and drawn, as one value."""

import pytest

from provtrack.differ import diff
from provtrack.taxonomy import classify


def changes(base: str, witness: str, language: str = "en") -> list[tuple[str, str, str]]:
    """Give the readings and the nature of each change between two paragraphs."""
    edits = diff([base], [witness], language=language)
    found = classify(edits, [base], [witness], positions=((0,), (0,)), language=language)
    return [(change.base.text, change.witness.text, change.nature.value) for change in found]


def test_another_day_in_another_order_is_one_change():
    assert changes("On 3 November he rose.", "On November 8 he rose.") == [
        ("3 November", "November 8", "date")
    ]


def test_a_date_in_another_order_is_drawn_whole():
    base, witness = "2. 21 November 1961, outgoing", "2. November 21, 1961, outgoing"
    assert changes(base, witness) == [("21 November 1961", "November 21, 1961", "date-form")]


@pytest.mark.parametrize(
    ("base", "witness", "language"),
    [
        ("signed on 25 October (7 November) 1917.", "signed on 7 November 1917.", "en"),
        ("signed on 12/24 June 1860.", "signed on 24 June 1860.", "en"),
        ("open 3 to 9 August", "open 3–9 August", "en"),
        ("с 3 по 9 августа", "3–9 августа", "ru"),
        ("vom 3. bis 9. August", "3.–9. August", "de"),
        ("dated 18.X.1938, Rome", "dated 18 October 1938, Rome", "en"),
        ("от 12 (25) марта 1911 года", "от 25 марта 1911 года", "ru"),
        ("the twenty-fifth of May", "the 25th of May", "en"),
        ("к 7 ноября", "к седьмому ноября", "ru"),
        ("in the XVIIIth century", "in the eighteenth century", "en"),
        ("в XVIII веке", "в восемнадцатом веке", "ru"),
        ("by the 7.15 train", "by the 7:15 train", "en"),
    ],
)
def test_a_date_in_another_style_is_the_same_date(base, witness, language):
    assert {nature for _, _, nature in changes(base, witness, language)} == {"date-form"}


@pytest.mark.parametrize(
    ("base", "witness", "change"),
    [
        ("some 20 km away", "some twenty kilometres away", ("20 km", "twenty kilometres")),
        ("a debt of $5 million.", "a debt of five million dollars.", None),
        ("he had a hundred men", "he had 100 men", ("a hundred", "100")),
    ],
)
def test_a_figure_with_its_unit_is_the_same_in_another_form(base, witness, change):
    ((old, new, nature),) = changes(base, witness)
    assert nature == "figure-form"
    assert change is None or (old, new) == change


@pytest.mark.parametrize(
    ("base", "witness"), [("paid £40 then", "paid $40 then"), ("20 miles off", "20 km off")]
)
def test_another_unit_is_another_figure(base, witness):
    assert [nature for _, _, nature in changes(base, witness)] == ["figure"]


def test_words_beside_a_figure_are_not_part_of_it():
    assert changes("He saw three guns.", "He saw four horses.")[0] == ("three", "four", "figure")


@pytest.mark.parametrize(
    ("base", "witness", "language"),
    [
        ("in the late eighteenth century", "in the early eighteenth century", "en"),
        ("at the end of May 1962", "at the beginning of May 1962", "en"),
        ("lapsed in May.", "lapsed in late May.", "en"),
        ("kam Anfang Mai an", "kam Ende Mai an", "de"),
        ("в начале марта", "в конце марта", "ru"),
        ("双方在九月底交换地图", "双方在九月初交换地图", "zh"),
        ("au XVIIIe siècle", "au XIXe siècle", "fr"),
        ("im 18. Jahrhundert", "im 19. Jahrhundert", "de"),
        ("by the 7.15 train", "by the 7:45 train", "en"),
        ("от 12 (24) марта", "от 25 марта", "ru"),
    ],
)
def test_another_part_of_a_time_is_another_date(base, witness, language):
    natures = {nature for _, _, nature in changes(base, witness, language)}
    assert natures == {"date"} or natures == {"figure"}


def test_the_end_of_what_is_no_time_is_wording():
    assert changes("the end of the road", "the start of the road")[0][2] == "wording"


@pytest.mark.parametrize(
    ("base", "witness"),
    [
        ("at 3½ per cent", "at 3.5 per cent"),
        ("a third of the shares", "one-third of the shares"),
        ("one-half of it", "a half of it"),
    ],
)
def test_a_fraction_in_other_form_is_the_same_figure(base, witness):
    assert {nature for _, _, nature in changes(base, witness)} == {"figure-form"}


@pytest.mark.parametrize(
    ("base", "witness"),
    [
        ("two-thirds of it", "three-quarters of it"),
        ("at 3½ per cent", "at 3.4 per cent"),
        ("a third party", "a second party"),
    ],
)
def test_another_fraction_is_another_figure(base, witness):
    assert {nature for _, _, nature in changes(base, witness)} == {"figure"}


def test_an_apostrophe_in_a_word_of_time_is_punctuation():
    assert changes("comme aujourd'hui.", "comme aujourd’hui.", "fr")[0][2] == "punctuation"


@pytest.mark.parametrize(
    ("base", "witness", "language"),
    [
        ("half a million men", "500,000 men", "en"),
        ("five and a half miles", "5½ miles", "en"),
        ("worth $3.2 bn then", "worth $3,200 million then", "en"),
        ("nahm eine halbe Million auf", "nahm 500 000 auf", "de"),
        ("seit anderthalb Jahren", "seit 1,5 Jahren", "de"),
        ("полтора миллиона тонн", "1,5 млн тонн", "ru"),
        ("четыре с половиной версты", "4,5 версты", "ru"),
        ("三分之一的人", "3分之1的人", "zh"),
    ],
)
def test_parts_and_powers_in_other_form_are_the_same_figure(base, witness, language):
    assert {nature for _, _, nature in changes(base, witness, language)} == {"figure-form"}


@pytest.mark.parametrize(
    ("base", "witness", "language"),
    [
        ("by 17–4 with", "by 17–14 with", "en"),
        ("fell to -20 at night", "fell to 20 at night", "en"),
        ("Article XVI stands", "Article XIX stands", "en"),
        ("doch Artikel IX gilt", "doch Artikel XI gilt", "de"),
        ("на трёхдневный срок", "на десятидневный срок", "ru"),
        ("больше на треть", "больше на четверть", "ru"),
        ("im doppelten Wert", "im dreifachen Wert", "de"),
    ],
)
def test_another_number_in_any_form_is_another_figure(base, witness, language):
    assert {nature for _, _, nature in changes(base, witness, language)} == {"figure"}


@pytest.mark.parametrize(
    ("base", "witness", "language"),
    [
        ("it began at half past four.", "it began at 4.30.", "en"),
        ("sent at 2300 hours that day", "sent at 11 p.m. that day", "en"),
        ("kam um halb vier an", "kam um 15.30 Uhr an", "de"),
        ("в 17 час. 30 мин. вечера", "в 17:30 вечера", "ru"),
        ("in the '80s it rose", "in the 1980s it rose", "en"),
        ("in the fifties it fell", "in the 1950s it fell", "en"),
        ("in the spring of '42 she", "in the spring of 1942 she", "en"),
    ],
)
def test_a_time_that_leaves_something_unsaid_is_the_same_date(base, witness, language):
    assert {nature for _, _, nature in changes(base, witness, language)} == {"date-form"}


@pytest.mark.parametrize(
    ("base", "witness", "language"),
    [
        ("it began at 4.30 p.m. sharp", "it began at 4.30 a.m. sharp", "en"),
        ("in the 1870s it rose", "in the 1970s it rose", "en"),
        ("at 7:15 sharp", "at 19:15 sharp", "en"),
        ("he left yesterday with her", "he left tomorrow with her", "en"),
        ("we met last week", "we met this week", "en"),
        ("im Jahr vor Ostern", "im Jahr vor Pfingsten", "de"),
        ("прибыл вчера", "прибыл позавчера", "ru"),
        ("in fiscal year 1952", "in fiscal year 1953", "en"),
        ("les années trente", "les années quarante", "fr"),
    ],
)
def test_another_time_is_another_date(base, witness, language):
    assert {nature for _, _, nature in changes(base, witness, language)} == {"date"}


@pytest.mark.parametrize(
    ("base", "witness", "language"),
    [
        ("told N. S. Khrushchev so", "told Khrushchev so", "en"),
        ("told Sir Owen Grey so", "told Owen Grey so", "en"),
        ("told Mr. Harding so", "told Mr. Hardinge so", "en"),
        ("сказал маршал Жуков", "сказал Жуков", "ru"),
        ("daß Botschafter von Hassell ging", "daß Botschafter von Hentig ging", "de"),
    ],
)
def test_what_tells_persons_apart_is_a_name(base, witness, language):
    assert {nature for _, _, nature in changes(base, witness, language)} == {"name"}


def test_a_title_that_everybody_has_tells_no_persons_apart():
    assert changes("told Mr. Grey so", "told Grey so")[0][2] == "content"


@pytest.mark.parametrize("is_exchanged", [False, True])
def test_words_on_both_sides_of_moved_ones_are_two_changes(is_exchanged):
    first = "The ambassador did not approve the draft of 2 November 1962."
    second = "Zhou Enlai surely received 12,500 rifles in the spring."
    sides = [f"{second} {first}", f"{first} {second} {second}"]
    found = changes(*(sides[::-1] if is_exchanged else sides))
    assert [nature for *_, nature in found if nature != "recast"] == ["punctuation", "content"]
