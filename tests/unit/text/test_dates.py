"""Printed words to EDTF, and EDTF to words."""

import pytest

from provtrack.text.dates import describe_edtf, read_date


@pytest.mark.parametrize(
    "words",
    [
        *("November 2, 1962", "2 November 1962", "Nov. 2, 1962", "2nd of November, 1962"),
        *("2 ноября 1962 г.", "1962年11月2日", "1962년 11월 2일", "le 2 novembre 1962"),
        *("2. November 1962", "2.XI.1962", "02.11.1962", "1962-11-02", "1962. november 2."),
        *("2 de noviembre de 1962", "2 listopada 1962 r.", "昭和37年11月2日", "民國51年11月2日"),
        *("一九六二年十一月二日", "2 בנובמבר 1962", "٢ نوفمبر ١٩٦٢", "2 नवंबर 1962"),
        *("Friday, 2 November 1962", "[2 November 1962]", "Moscow, November 2, 1962, 6:34 p.m."),
        *("2 تشرين الثاني 1962", "New Delhi, November 2, 1962, 3-5 p.m."),
    ],
)
def test_a_day_is_read_in_many_languages(words):
    assert read_date(words).edtf == "1962-11-02"


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("November 1962", "1962-11"),
        ("1962", "1962"),
        ("25/11/1962", "1962-11-25"),
        ("11/25/1962", "1962-11-25"),
        ("24-26 August 1949", "1949-08-24/1949-08-26"),
        ("June 3–4, 1961", "1961-06-03/1961-06-04"),
        ("August 8 and 9, 1961", "1961-08-08/1961-08-09"),
        ("с 2 по 5 ноября 1962 года", "1962-11-02/1962-11-05"),
        ("between 2 and 5 November 1962", "1962-11-02/1962-11-05"),
        ("30 November - 2 December 1962", "1962-11-30/1962-12-02"),
        ("Dec 1961-Jan 1962", "1961-12/1962-01"),
        ("1962–63", "1962/1963"),
        ("ca. 1962", "1962~"),
        ("[1962?]", "1962?"),
        ("около 2 ноября 1962 г.?", "1962-11-02%"),
        ("before 1962", "../1962"),
        ("after 2 November 1962", "1962-11-02/.."),
        ("1950s", "195X"),
        ("1960-е годы", "196X"),
        ("XIX век", "18XX"),
        ("spring 1962", "1962-21"),
        ("early November 1962", "1962-11"),
        ("не позднее 5 мая 1961 г.", "../1961-05-05"),
        ("1962年秋", "1962-23"),
        ("约1950年", "1950~"),
        ("1950年代", "195X"),
        ("années 1950", "195X"),
        ("1950er Jahre", "195X"),
        ("XIXe siècle", "18XX"),
        ("19. Jahrhundert", "18XX"),
        ("十九世纪", "18XX"),
        ("1962年底", "1962"),
        ("7 November (25 October) 1917", "1917-11-07"),
        ("25 октября (7 ноября) 1917 г.", "1917-11-07"),
        ("7 November (26 October) 1917", None),
        ("1 (13) March 1881", "1881-03-13"),
        ("1962-11~", "1962-11~"),
        ("1962-10-20/..", "1962-10-20/.."),
    ],
)
def test_printed_words_are_read(words, edtf):
    assert read_date(words).edtf == edtf


@pytest.mark.parametrize(
    "words",
    [
        *("", "undated", "без даты", "s.d.", "02/11/1962", "2-11-1962", "31 June 1962"),
        *("29 February 1961", "2 November 62", "1962-11-02/1962-10-01", "5 - 2 November 1962"),
        *("Box 1962", "May 1962 and June 1963", "21 October (2 November) 1917"),
        *("2 and 5 November 1962", "4, 1961", "12345", "9" * 5000, "十" * 150 + "年"),
    ],
)
def test_what_is_ambiguous_impossible_or_no_date_is_not_read(words):
    assert read_date(words).edtf is None


def test_the_words_are_kept_as_printed():
    assert read_date(" 2 ноября 1962 г. ").verbatim == " 2 ноября 1962 г. "


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1962-11-02", "2 November 1962"),
        ("1962-11", "November 1962"),
        ("1962~", "about 1962"),
        ("1962?", "1962, uncertain"),
        ("1962-11-02%", "about 2 November 1962, uncertain"),
        ("196X", "the 1960s"),
        ("18XX", "the years 1800 to 1899"),
        ("1962-21", "spring 1962"),
        ("1962-XX", "a month of 1962"),
        ("1962-11-XX", "a day of November 1962"),
        ("-0043", "44 BC"),
        ("1949-08-24/1949-08-26", "24 to 26 August 1949"),
        ("1962-06/1962-08", "June to August 1962"),
        ("1962-12-30/1963-01-02", "30 December 1962 to 2 January 1963"),
        ("1962-11-02/..", "from 2 November 1962"),
        ("1962/", "from 1962, end not known"),
        ("../1962", "until 1962"),
        ("no date", "no date"),
    ],
)
def test_edtf_is_said_in_words(edtf, words):
    assert describe_edtf(edtf) == words


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("probably 1962", "1962?"),
        ("предположительно 1937 г.", "1937?"),
        ("vermutlich 1962", "1962?"),
        ("可能是1962年", "1962?"),
        ("not before March 1950", "1950-03/.."),
        ("not after 3 March 1921", "../1921-03-03"),
        ("pas avant 1950", "1950/.."),
        ("nicht nach 1950", "../1950"),
        ("不晚于1962年10月", "../1962-10"),
        ("1945年5月以前", "../1945-05"),
        ("1917年之后", "1917/.."),
        ("les années 1930", "193X"),
        ("二十世纪三十年代", "193X"),
        ("20世纪30年代", "193X"),
        ("一九五九年三月至五月", "1959-03/1959-05"),
        ("1962年10月30日至11月2日", "1962-10-30/1962-11-02"),
    ],
)
def test_words_of_doubt_and_of_order_are_read_where_they_stand(words, edtf):
    assert read_date(words).edtf == edtf
