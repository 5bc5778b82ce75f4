"""Phrases of dates put into plainer ones before they are read: centuries and decades in words.

"The nineteen-fifties" is "1950s", "50-е годы XX века" too, "the twentieth century" is "20 century".
Only what names its century is told: "the fifties" stays as it is, and is not read. Own lists, in
case folding. Entry point: `in_plain_phrases`.
"""

import re

_TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties")
_DECADES = {word: figure for figure, word in enumerate((*_TENS, "nineties"), start=2)}
_TEENS = {"seventeen": 17, "eighteen": 18, "nineteen": 19}
_IN_WORDS = re.compile(rf"\b({'|'.join(_TEENS)})[ -]({'|'.join(_DECADES)})\b")
_ORDINALS = {
    16: "sixteenth sechzehnten seizième шестнадцатый шестнадцатого шестнадцатом",
    17: "seventeenth siebzehnten dix-septième семнадцатый семнадцатого семнадцатом",
    18: "eighteenth achtzehnten dix-huitième восемнадцатый восемнадцатого восемнадцатом",
    19: "nineteenth neunzehnten dix-neuvième девятнадцатый девятнадцатого девятнадцатом",
    20: "twentieth zwanzigsten vingtième двадцатый двадцатого двадцатом",
    21: "twenty-first einundzwanzigsten vingt-et-unième",
}
_CENTURY_OF = {word: number for number, words in _ORDINALS.items() for word in words.split()}
_ORDINAL = re.compile(
    rf"\b({'|'.join(sorted(_CENTURY_OF, key=len, reverse=True))})"
    r"(?=[ -](?:century|centuries|jahrhundert\w*|siècles?|век\w*)\b)"
)
# "50-е годы XX века", "50-х гг. 20 в."
_DECADE_FIRST = re.compile(
    r"\b(\d)0-?[еых]{1,2}\s+(?:годы|годов|годах|гг\.?)\s+(x{0,2}(?:ix|iv|v?i{0,3})|\d{1,2})\s*"
    r"(?:века|веке|столетия|в\.)"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_ROMAN_CENTURIES = {
    **{sign: number for number, sign in enumerate(_ROMAN, start=1)},
    **{f"x{sign}": number for number, sign in enumerate(_ROMAN, start=11)},
    "xxi": 21,
}
# Hours named in words: "15 час. 30 мин.", "15.30 Uhr", "15 heures 30", 下午3时30分.
_HOURS = re.compile(
    r"\b\d{1,2}(?:[.:]\d{2})?\s*(?:час(?:ов|а)?\b|ч\.|uhr\b|heures?\b)\.?(?:\s*\d{1,2}(?:\s*мин\w*\.?)?)?"
    r"|\b\d{4}\s*(?:hours|hrs)\b"
    r"|[上下中]?午?\d{1,2}[时時点點](?:\d{1,2}分|半)?"
)
_HALF_IN_FIGURES = re.compile(r"\b[12](?:\.|-?я|-?й|-?е)?\s*(?:hälfte|половин\w+|moitié)")
_CHINESE_CENTURY = re.compile(r"(世[纪紀])(?![\d〇零一二三四五六七八九十])")
_CHINESE_HALF = re.compile(r"年[上下]半年")
_SUPERSCRIPT = str.maketrans({"ᵉ": "e", "ʳ": "r"})
_UNDATED = re.compile(
    r"^\s*(?:undated|n\.\s?d\.|без даты|б\.\s?д\.|sans date|s\.\s?d\.|ohne datum|o\.\s?d\.)[\s,;:]*"
)
_BEFORE_CHRIST = re.compile(
    r"\b(\d{1,4})\s*(?:b\.?\s?c\.?(?:\s?e\b\.?)?|до н\.?\s?э\.?|av(?:ant)?\.? j\.?-?\s?c\.?"
    r"|v\. ?chr\.)(?!\w)"
)
_SEASON_OF_TWO_YEARS = re.compile(r"\b((?:1[0-9]|20)\d\d)\s?[-–/]\s?(\d{2}|\d{4})\b")
BEFORE_CHRIST_MARK = "\ue001"  # private use: stands in no date


def in_plain_phrases(text: str) -> str:
    """Put the phrases of a text, in case folding, into the words that are read one by one."""
    text = _UNDATED.sub("", text.translate(_SUPERSCRIPT))
    text = _BEFORE_CHRIST.sub(rf" {BEFORE_CHRIST_MARK}\1 ", text)
    text = _IN_WORDS.sub(lambda found: f"{_TEENS[found[1]]}{_DECADES[found[2]]}0s", text)
    text = _ORDINAL.sub(lambda found: str(_CENTURY_OF[found[1]]), text)
    text = _DECADE_FIRST.sub(_decade_named_first, text)
    text = _CHINESE_CENTURY.sub(r"\1 ", _HALF_IN_FIGURES.sub(" ", text))
    return _HOURS.sub(" ", _CHINESE_HALF.sub("年", text))


def _decade_named_first(found: re.Match[str]) -> str:
    """Write "50-е годы XX века" as 1950s."""
    century = int(found[2]) if found[2].isdecimal() else _ROMAN_CENTURIES.get(found[2], 0)
    return f"{century - 1}{found[1]}0s" if century else found[0]


def first_year_of_winter(text: str) -> str:
    """Write a winter of two years in a row, "winter 1962/63", with the year it begins in."""
    found = _SEASON_OF_TWO_YEARS.search(text)
    if found is None or int(found[2]) % 100 != (int(found[1]) + 1) % 100:
        return text
    return text[: found.start()] + found[1] + text[found.end() :]
