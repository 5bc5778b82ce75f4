"""A paragraph to tokens."""

import pytest

from provtrack.model.text import Span, Token
from provtrack.text.tokens import token_spans, tokenise


def words(text):
    return [token.text for token in tokenise(text)]


@pytest.mark.parametrize(
    "token",
    [
        *("En-lai", "non-alignment", "nonalignment", "Р-627", "45-й", "MiG-21", "Sino–Indian"),
        *("R.K.", "N.S.", "U.S.", "U.S.S.R.", "т.е.", "Ю.В.", "Yu.V.", "Ж.-Ж.", "U.S.-backed"),
        *("12,500", "12.500,75", "3.5", "120-12", "1962–63", "1941—1945", "691.93/11-262"),
        *("6:34", "12'500", "12\u00a0500", "1\u202f234\u202f567", "١٢٬٥٠٠", "٣٫٥", "12ob"),
        *("don't", "Shao-ch’i", "Ts‘ai", "l’homme", "O'Neill", "col·lecció", 'צה"ל', "צה״ל"),
        *("...", "…", "--", "---", "***", "בְּרֵאשִׁ֖ית", "إِنَّ", "क्षेत्र", "co\u00adoperate"),
        *("不", "の", "カ", "が", "か\u3099", "🇮🇳", "👩\u200d🚀", "e\u0301tat"),
    ],
)
def test_is_one_token(token):
    assert words(f"( {token} )") == ["(", token, ")"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("end.The next", ["end", ".", "The", "next"]),
        ("R.K.Nehru", ["R.K.", "Nehru"]),
        ("ll. 120-12.", ["ll", ".", "120-12", "."]),
        ("(“Yes,” he said)", ["(", "“", "Yes", ",", "”", "he", "said", ")"]),
        ("war--he said--came", ["war", "--", "he", "said", "--", "came"]),
        ("Ну—нет", ["Ну", "—", "нет"]),
        ("1962年11月2日", ["1962", "年", "11", "月", "2", "日"]),
        ("他说：“不！”", ["他", "说", "：", "“", "不", "！", "”"]),
        ("עַל־פְּנֵי", ["עַל", "־", "פְּנֵי"]),
        ("قال، لا", ["قال", "،", "لا"]),
        ("है।", ["है", "।"]),
        ("quoi\u202f?", ["quoi", "?"]),
        ("in 1962\u00a0500 men", ["in", "1962", "500", "men"]),
        ("and/or", ["and", "/", "or"]),
    ],
)
def test_text_falls_into_tokens(text, expected):
    assert words(text) == expected


def test_white_space_is_trivia_of_the_token_before_it():
    assert tokenise(" a \n b\u3000") == (
        Token(span=Span(1, 2), text="a", trivia=" \n "),
        Token(span=Span(5, 6), text="b", trivia="\u3000"),
    )


def test_white_space_alone_has_no_tokens():
    assert tokenise(" \t\u00a0\n") == ()


def test_the_fast_door_gives_the_spans_of_the_tokens():
    assert token_spans("He said--no.") == [(0, 2), (3, 7), (7, 9), (9, 11), (11, 12)]
