"""Two spellings of one word: lists and rules of the language, and where they hold.

A rule that turns one spelling of a word into another turns names into other names (Grey, Gray), so
inside a sentence a word with a capital has to be a common noun: of an office, or with an article.
Entry points: `spelling_form`, `spelling_key`.
"""

import re
from functools import lru_cache
from itertools import repeat

from provtrack.model.names import Nature
from provtrack.taxonomy.hunks import Hunk
from provtrack.taxonomy.ruling import Ruling
from provtrack.text.abbreviations import TITLES
from provtrack.text.language_rules import LanguageRules, rules_of

_WORD = re.compile(r"[^\W\d_]+")
_POSSESSIVE = re.compile(r"['’]s$")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+")
_NEAR = 80  # characters: the words before a reading
_LONGEST_PHRASE = 4  # words: the Royal Opera Theatre


def spelling_form(hunk: Hunk) -> Ruling | None:
    """Judge two spellings of the same words, word by word."""
    old, new, language = hunk.old_keys, hunk.new_keys, hunk.rules.language
    if not old or len(old) != len(new):
        return None
    for number, (word, other) in enumerate(zip(old, new, strict=True)):
        key = name_spelling_key if word != other and _is_name(hunk, number) else spelling_key
        if word != other and key(word, language) != key(other, language):
            return None
    if any(map(_are_distinct, hunk.old_words, hunk.new_words, repeat(hunk.rules))):
        if _does_without_yo(hunk):
            return Ruling(Nature.SPELLING, f"{language}-spelling-3", 0.6, "written without ё")
        said = "the spelling may tell two words apart"
        return Ruling(Nature.WORDING, f"{language}-spelling-2", 0.5, said)
    return Ruling(Nature.SPELLING, f"{language}-spelling-1", 0.9, "same word, other spelling")


def _is_name(hunk: Hunk, number: int) -> bool:
    """Tell whether one of the words is a name on both sides: Edward Grey, not the Harbour Board.

    Where every noun has a capital, only a title or an initial before it shows a name.
    """
    rules, words = hunk.rules, (hunk.old_words[number], hunk.new_words[number])
    if not all(word[:1].isupper() and not word[1:].isupper() for word in words):
        return False
    sides = ((hunk.base, hunk.old_words), (hunk.witness, hunk.new_words))
    rows = [_before(side, row[:number]) for side, row in sides]
    if all(row and _leads_name(row[-1], rules) for row in rows):
        return not any(word.casefold() in rules.titles for word in words)
    if not rules.capitals_mark_names or (number == 0 and hunk.opens_sentence):
        return False
    common = rules.institutions | rules.titles
    return common.isdisjoint(_POSSESSIVE.sub("", word).casefold() for word in words) and not any(
        _is_in_noun_phrase(row, rules) for row in rows
    )


def _before(side: tuple[str, int, int], words: tuple[str, ...]) -> list[str]:
    """List the last words before a place, those of the reading among them."""
    text, start, _ = side
    return [*text[max(0, start - _NEAR) : start].split()[-_LONGEST_PHRASE:], *words]


def _leads_name(word: str, rules: LanguageRules) -> bool:
    """Tell a title or an initial."""
    key = word.rstrip(".").casefold()
    return (
        bool(_INITIAL.fullmatch(word))
        or key in TITLES
        or key in rules.titles
        or key in rules.courtesies
    )


def _is_in_noun_phrase(before: list[str], rules: LanguageRules) -> bool:
    """Tell whether an article stands before a word, or before the capitals before it."""
    for word in reversed(before):
        if word.casefold().lstrip('(“"«') in rules.articles:
            return True
        if not word[:1].isupper() or not word.isalpha():
            return False
    return False


def _does_without_yo(hunk: Hunk) -> bool:
    """Tell whether one paragraph never writes ё and the other writes it in other words too.

    Words that the letter tells apart are no proof of each other.
    """
    sides = (hunk.base, hunk.witness)
    if all("ё" in text.casefold() for text, _, _ in sides):
        return False
    return any(
        "ё" in word and word not in hunk.rules.distinct_words
        for text, start, end in sides
        for word in _WORD.findall(f"{text[:start]} {text[end:]}".casefold())
    )


def _are_distinct(word: str, other: str, rules: LanguageRules) -> bool:
    """Tell whether two words stand on one line of distinct ones, or characters of them do."""
    if rules.words and len(word) == len(other) > 1:
        return any(map(_are_distinct, word, other, repeat(rules)))
    line = rules.distinct_words.get(word.lower())
    return line is not None and word.lower() != other.lower() and other.lower() in line.split()


@lru_cache(maxsize=1 << 14)
def spelling_key(word: str, language: str) -> str:
    """Bring the spellings of one word together: lists and rules of the language."""
    rules = rules_of(language)
    if rules.elisions and word.startswith(rules.elisions):
        elided = next(start for start in rules.elisions if word.startswith(start))
        if len(word) > len(elided):
            return elided + spelling_key(word[len(elided) :], language)
    if _POSSESSIVE.search(word):
        return spelling_key(word[:-2], language) + word[-2:]
    key = rules.spellings.get(word, word)
    if rules.words:
        key = "".join(rules.spellings.get(character, character) for character in key)
    for pattern, replacement in rules.spelling_rules:
        key = pattern.sub(replacement, key)
    key = name_spelling_key(key, language)
    return rules.spellings.get(key, key)


def name_spelling_key(word: str, language: str) -> str:
    """Bring the spellings of one name together: by the rules on letters only."""
    for pattern, replacement in rules_of(language).letter_rules:
        word = pattern.sub(replacement, word)
    return word
