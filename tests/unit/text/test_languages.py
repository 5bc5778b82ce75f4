"""Languages of texts and of tags."""

import pytest

from provtrack.errors import UsageError
from provtrack.text.languages import (
    check_language_tag,
    detect_language,
    direction_of,
    language_name,
    script_of,
    share_language,
)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ambassador said that he had not been told of the letter."),
        ("ru", "Посол сказал, что ему не говорили об этом письме."),
        ("uk", "Посол сказав, що йому не говорили про цей лист, і він пішов."),
        ("bg", "Той каза, че не е бил уведомен за това писмо и се прибра."),
        ("de", "Der Botschafter sagte, dass man ihm von dem Brief nichts gesagt habe."),
        ("fr", "L’ambassadeur a dit qu’on ne lui avait pas parlé de la lettre."),
        ("es", "El embajador dijo que no se le había hablado de la carta."),
        ("it", "L’ambasciatore disse che non gli avevano parlato della lettera."),
        ("pl", "Ambasador powiedział, że nie mówiono mu o tym liście."),
        ("la", "Legatus dixit se de epistula non esse certiorem factum, quod erat in arca."),
        ("el", "Ο πρέσβης είπε ότι δεν του είχαν πει για την επιστολή."),
        ("he", "השגריר אמר כי לא סיפרו לו על המכתב של ראש הממשלה."),
        ("ar", "قال السفير إن أحدا لم يخبره عن هذه الرسالة التي وصلت إلى الوزير."),
        ("fa", "سفیر گفت که درباره این نامه به او چیزی نگفته بودند و او از آن خبر نداشت."),
        ("hi", "राजदूत ने कहा कि उन्हें इस पत्र के बारे में नहीं बताया गया था।"),
        ("zh", "大使说没有人告诉过他这封信的事。"),
        ("lzh", "子曰學而時習之不亦說乎有朋自遠方來不亦樂乎"),
        ("ja", "大使はその手紙について何も聞いていないと述べた。"),
        ("ko", "대사는 그 편지에 대해 들은 바가 없다고 말했다."),
        ("hy", "Դեսպանը ասաց, որ իրեն չեն ասել նամակի մասին։"),
    ],
)
def test_language_of_a_sentence_is_detected(language, text):
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "und"),
        ("12 : 34 ...", "und"),
        ("Moscow", "und-Latn"),
        ("Привет", "und-Cyrl"),
        ("北京", "und-Hani"),
        ("Xyzzy plugh frotz quux garply waldo", "und-Latn"),
    ],
)
def test_what_cannot_be_told_is_not_guessed(text, expected):
    assert detect_language(text) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        *(("de-Latf", "de"), ("en-GB", "en-US"), ("zh-Hans", "zh-Hant"), ("cmn", "zh")),
        *(("hbo-Hebr", "hbo-Hebr"), ("hbo", "hbo-Hebr"), ("und-Latn", "en"), ("und", "und")),
        *(("iw", "he"), ("grc", "grc-Grek"), ("nb", "no")),
    ],
)
def test_tags_that_share_a_language(a, b):
    assert share_language(a, b)
    assert share_language(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        *(("en", "ru"), ("zh", "lzh"), ("und", "en"), ("und-Cyrl", "en"), ("ru-Latn", "ru")),
        *(("sr-Latn", "sr-Cyrl"), ("he", "hbo"), ("zh", "yue")),
    ],
)
def test_tags_that_do_not_share_a_language(a, b):
    assert not share_language(a, b)
    assert not share_language(b, a)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("EN", "en"), ("en_us", "en-US"), ("de-latf", "de-Latf"), ("hbo-hebr", "hbo-Hebr")],
)
def test_a_tag_is_returned_in_its_usual_form(tag, expected):
    assert check_language_tag(tag) == expected


@pytest.mark.parametrize("tag", ["", "english", "xx", "-", "en-", "no such tag", "e" * 400])
def test_what_is_no_tag_is_refused_in_one_sentence(tag):
    with pytest.raises(UsageError, match="not a language tag"):
        check_language_tag(tag)


def test_the_name_of_a_language_is_answered_with_its_tag():
    with pytest.raises(UsageError, match="write ru"):
        check_language_tag("Russian")


@pytest.mark.parametrize(
    ("text", "script"),
    [("abc где", "Latn"), ("12", "Zyyy"), ("שָׁלוֹם", "Hebr"), ("漢字かな", "Jpan"), ("ꓐꓑ", "Zzzz")],
)
def test_script_of_most_letters(text, script):
    assert script_of(text) == script


@pytest.mark.parametrize("right_to_left", ["he", "hbo-Hebr", "ar", "fa-IR", "שלום עולם", "سلام"])
def test_right_to_left(right_to_left):
    assert direction_of(right_to_left) == "rtl"


@pytest.mark.parametrize("left_to_right", ["ru", "zh-Hant", "und", "", "Hello, world.", "sd-Deva"])
def test_left_to_right(left_to_right):
    assert direction_of(left_to_right) == "ltr"


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("ru", "Russian"),
        ("zh-Hant", "Chinese (Traditional)"),
        ("de-Latf", "German (Fraktur)"),
        ("und", "language not known"),
        ("tlh", "tlh"),
    ],
)
def test_languages_are_named_in_english(tag, name):
    assert language_name(tag) == name
