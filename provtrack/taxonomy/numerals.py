"""Numbers in one token: words, digits, Roman and Chinese numerals.

Figures of several tokens are put together in `taxonomy.figures`. Entry points: `number_word`,
`mixed_number`, `numeral`, `ordinal_figure`, `roman`, `roman_number`.
"""

import re
import unicodedata
from fractions import Fraction

from provtrack.text.language_rules import LanguageRules

_SEPARATORS = r".,’'\u00a0\u2007\u2009\u202f\u066b\u066c"
_GROUPED = re.compile(rf"\d{{1,3}}(?:([{_SEPARATORS}])\d{{3}})+")
_DECIMAL = re.compile(r"(\d[\d,.’'\u00a0\u2009\u202f]*)[.,\u066b](\d+)")
_PART = re.compile(r"(\d{1,2})/(\d{1,2})")
_PARTS = {2, 3, 4, 5, 6, 8, 10, 16, 32}  # what fractions are written of: 1/2, 3/16
_ROMAN = re.compile(r"(?=[MDCLXVI])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN_FIRST = frozenset("IVXLCDMІХСМ")
_CYRILLIC_FOR_ROMAN = str.maketrans("ІХСМ", "IXCM")  # typed for want of the Latin letters
_NOT_DIGITS = re.compile(r"\D")
_THOUSAND = 1000
_HUNDRED = 100
_SCORE = 20
_SHORTEST_COMPOUND = 7


def roman(token: str) -> int | None:
    """Read a Roman numeral in capitals, also in Cyrillic letters; None if it is none."""
    if token[:1] not in _ROMAN_FIRST:
        return None
    if len(token) > 1:
        token = token.translate(_CYRILLIC_FOR_ROMAN)
    if not _ROMAN.fullmatch(token):
        return None
    digits = [_ROMAN_WORTH[letter] for letter in token]
    return sum(
        -digit if digit < max(digits[place:]) else digit for place, digit in enumerate(digits)
    )


def number_word(word: str, rules: LanguageRules) -> tuple[int | None, bool]:
    """Read one word as a number, hyphens included; tells whether it is an ordinal."""
    if word in rules.cardinals:
        return rules.cardinals[word], False
    if rules.words and word and all(c in rules.cardinals or c in rules.multipliers for c in word):
        return _in_characters(word, rules), False
    if word in rules.ordinals:
        return rules.ordinals[word], True
    return _compound(word.replace("\u2010", "-"), rules)


def fraction_word(word: str, rules: LanguageRules) -> Fraction | None:
    """Read "two-thirds"; "twenty-fifth" is an ordinal."""
    count, _, part = word.replace("\u2010", "-").partition("-")
    if part not in rules.fractions or rules.cardinals.get(count, _SCORE) >= _SCORE:
        return None
    return Fraction(rules.cardinals[count], rules.fractions[part])


def _in_characters(word: str, rules: LanguageRules) -> int:
    """Read a figure in Chinese characters, by places (一九六二) or by powers (三千五百)."""
    if all(character in rules.cardinals for character in word):
        return int("".join(str(rules.cardinals[character]) for character in word))
    total = section = digit = 0
    for character in word:
        if character in rules.cardinals:
            digit = rules.cardinals[character]
            continue
        power = rules.multipliers[character]
        if power > _THOUSAND:
            total += (section + digit or 1) * power
            section = 0
        else:
            section += (digit or 1) * power
        digit = 0
    return total + section + digit


def _compound(word: str, rules: LanguageRules) -> tuple[int | None, bool]:
    """Read parts with hyphens (twenty-five, quatre-vingt-deux) or without (fünfundzwanzig)."""
    first, hyphen, rest = word.rpartition("-")
    while hyphen:
        if first in rules.cardinals:
            worth, is_ordinal = number_word(rest, rules)
            return (None if worth is None else rules.cardinals[first] + worth), is_ordinal
        first, hyphen, more = first.rpartition("-")
        rest = rest if more in rules.number_connectors else f"{more}-{rest}"
    if rules.numbers_joined_by is None or len(word) < _SHORTEST_COMPOUND:
        return None, False
    return _joined(word, rules, rules.numbers_joined_by), False


def _joined(word: str, rules: LanguageRules, joint: str) -> int | None:
    """Read a number word written together: thousands, hundreds, units before tens."""
    if word in rules.cardinals:
        return rules.cardinals[word]
    for factor in (_THOUSAND, _HUNDRED):
        for name in (name for name, worth in rules.multipliers.items() if worth == factor):
            before, found, after = word.partition(name)
            if found:
                times = _joined(before, rules, joint) if before else 1
                rest = _joined(after.removeprefix(joint), rules, joint) if after else 0
                return None if times is None or rest is None else times * factor + rest
    unit, found, tens = word.partition(joint)
    if found and unit in rules.cardinals and tens in rules.cardinals:
        return rules.cardinals[unit] + rules.cardinals[tens]
    return None


def numeral(token: str, rules: LanguageRules) -> Fraction | None:
    """Read digits with their separators; a lone "," or "." before three digits by language."""
    if token.isdecimal():
        return Fraction(int(token))
    if len(token) == 1 and token.isnumeric() and not token.isalpha():
        return Fraction(unicodedata.numeric(token)).limit_denominator(_HUNDRED)
    part = _PART.fullmatch(token)
    if part and 0 < int(part[1]) < int(part[2]) and int(part[2]) in _PARTS:
        return Fraction(int(part[1]), int(part[2]))
    grouped = _GROUPED.fullmatch(token)
    if grouped and (grouped[1] != rules.decimal or token.count(rules.decimal) > 1):
        return Fraction(int(_NOT_DIGITS.sub("", token)))
    decimal = _DECIMAL.fullmatch(token)
    if decimal:
        whole = _NOT_DIGITS.sub("", decimal[1])
        return Fraction(f"{int(whole)}.{''.join(str(int(digit)) for digit in decimal[2])}")
    return None


def ordinal_figure(token: str, rules: LanguageRules) -> int | None:
    """Read 5th, 5-го, 5e."""
    for suffix in rules.ordinal_suffixes:
        stem = token.casefold().removesuffix(suffix)
        if stem != token.casefold() and stem.isdecimal():
            return int(stem)
    return None


def mixed_number(word: str, rules: LanguageRules) -> Fraction | None:
    """Read one word for a whole and a part: anderthalb, viereinhalb, полтора."""
    if word in rules.mixed_numbers:
        return rules.mixed_numbers[word]
    whole = word.removesuffix(rules.half_suffix or "\0")
    if whole != word and whole in rules.cardinals:
        return rules.cardinals[whole] + Fraction(1, 2)
    part, hyphen, rest = word.partition("-")
    if hyphen and part in rules.fractions and rest in rules.multipliers:
        return Fraction(rules.multipliers[rest], rules.fractions[part])
    return None


def roman_number(word: str, rules: LanguageRules) -> int | None:
    """Read a Roman numeral that may have the ending of an ordinal: XIVth."""
    if word[:1] not in _ROMAN_FIRST:
        return None
    endings = (end for end in rules.ordinal_suffixes if word.endswith(end))
    return roman(word.removesuffix(next(endings, "")))
