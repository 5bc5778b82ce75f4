"""Other numbers that no figure shows: Article IX and XI, a third and a quarter, two- and three-day.

Figures that can be read are compared in `worth`. Entry point: `other_number`.
"""

from functools import lru_cache
from itertools import takewhile

from provtrack.model.names import Nature
from provtrack.taxonomy.hunks import Hunk
from provtrack.taxonomy.inflection import is_same_word
from provtrack.taxonomy.numerals import mixed_number, roman_number
from provtrack.taxonomy.ruling import Ruling
from provtrack.text.language_rules import LanguageRules, rules_of

_SHORTEST_REST = 4  # letters of a word after the number it begins with


def other_number(hunk: Hunk) -> Ruling | None:
    """Find another number in the place of a number, in words that are equally many."""
    rules = hunk.rules
    if len(hunk.old_words) != len(hunk.new_words):
        return None
    pairs = zip(hunk.old_words, hunk.new_words, strict=True)
    unlike = [(a, b) for a, b in pairs if a != b]
    if len(unlike) != 1:
        return None
    word, other = unlike[0]
    if _are_roman(word, other, rules):
        return Ruling(Nature.FIGURE, "any-figure-2", 0.9, f"{word} against {other}")
    key, second = word.casefold(), other.casefold()
    units = rules.units.get(key, ""), rules.units.get(second, "")
    if all(units) and set(units[0].split("|")).isdisjoint(units[1].split("|")):
        return Ruling(Nature.FIGURE, f"{rules.language}-figure-5", 0.8, f"{word} against {other}")
    worths = _worth(key, rules), _worth(second, rules)
    if None not in worths and worths[0] != worths[1]:
        return Ruling(Nature.FIGURE, f"{rules.language}-figure-3", 0.85, f"{word} against {other}")
    if _begin_with_numbers(key, second, rules):
        return Ruling(Nature.FIGURE, f"{rules.language}-figure-4", 0.8, f"{word} against {other}")
    return None


def _are_roman(word: str, other: str, rules: LanguageRules) -> bool:
    """Tell whether both are Roman numerals; two single letters may be initials."""
    words = [text.rstrip(".") for text in (word, other)]
    numbers = [roman_number(text, rules) for text in words]
    return max(map(len, words)) > 1 and None not in numbers


def _worth(word: str, rules: LanguageRules) -> object:
    """Give what a number word is worth; a part is told from the whole number."""
    if word in rules.fractions:
        return 1 / rules.fractions[word]
    if mixed_number(word, rules) is not None:
        return mixed_number(word, rules)
    for words in (rules.cardinals, rules.multipliers, rules.ordinals, rules.multiples):
        if word in words:
            return words[word]
    return None


def _begin_with_numbers(word: str, other: str, rules: LanguageRules) -> bool:
    """Find two numbers before one word, or one that only one side has: двух-, трёхдневный."""
    beginnings = _beginnings(rules.language)
    if word[:2] not in beginnings and other[:2] not in beginnings:
        return False
    ours, theirs = _parts(word, rules), _parts(other, rules)
    for number, rest in ours:
        for second, end in theirs:
            if number != second and is_same_word(rest, end, rules):
                return True
    return False


@lru_cache(maxsize=16)
def _beginnings(language: str) -> frozenset[str]:
    """Give the first letters of all number words, and of figures, to pass over others quickly."""
    digits = (f"{tens}{ones}" for tens in "123456789" for ones in "0123456789-")
    return frozenset((*(word[:2] for word in rules_of(language).cardinals), *digits))


def _parts(word: str, rules: LanguageRules) -> list[tuple[int | None, str]]:
    """Cut a word in every way after a number it begins with; it may begin with none."""
    parts: list[tuple[int | None, str]] = [(None, word)]
    for length in range(len(word) - _SHORTEST_REST, 1, -1):
        number = rules.cardinals.get(word[:length].rstrip("-"))
        if number is not None:
            parts.append((number, word[length:]))
    digits = "".join(takewhile(str.isdecimal, word))
    if digits and len(word) - len(digits) > _SHORTEST_REST:
        parts.append((int(digits), word[len(digits) :].lstrip("-")))
    return parts
