"""The words of a text as they are read for persons: elisions apart, Chinese names and verbs whole.

Where a script divides no words, what the language's lists know is one word, and so is a name that
stands before an office or, at the head of a clause, before a verb of saying; all else is single
characters. Entry points: `words_in`, `han_names`, `PersonWord`.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from provtrack.text.language_rules import LanguageRules, rules_of
from provtrack.text.speaking import speaking_of

_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?")
_POSSESSIVE = re.compile(r"['’]s?$")
_APOSTROPHES = frozenset("'’")
_HAN = "\u3400-\u9fff"
_LONGEST_NAME = 8  # characters of a name written in Chinese
_LONGEST_ADVERB = 3  # characters between a name and its verb


@dataclass(frozen=True, slots=True)
class PersonWord:
    """A word with its place; `key` is casefolded, without period, genitive and elided article."""

    text: str
    start: int
    end: int
    key: str

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_owner(self) -> bool:
        return bool(_POSSESSIVE.search(self.text.rstrip(".")))


def words_in(
    text: str, rules: LanguageRules, start: int = 0, names: Collection[str] = ()
) -> list[PersonWord]:
    """List the words of a text.

    Args:
        start: What is added to their places.
        names: Chinese names that are known.
    """
    if rules.words:
        pattern = _han_words(rules.language, frozenset(names))
        return [PersonWord(m[0], start + m.start(), start + m.end(), m[0])
                for m in pattern.finditer(text)]  # fmt: skip
    found = []
    for match in _WORD.finditer(text):
        at, word = match.start(), match[0]
        if not _APOSTROPHES.isdisjoint(word):
            elided = _elided(word, rules)
            at, word = at + elided, word[elided:]
        key = _POSSESSIVE.sub("", word.rstrip(".").casefold())
        found.append(PersonWord(word, start + at, start + match.end(), key))
    return found


def _elided(word: str, rules: LanguageRules) -> int:
    """Say how long the elided article of a word is."""
    plain = word.casefold().replace("’", "'")
    long = next((len(one) for one in rules.elisions if plain.startswith(one)), 0)
    return long if long < len(word) else 0


def han_names(text: str, rules: LanguageRules) -> frozenset[str]:
    """List Chinese names: before an office, or of characters for names before a verb of saying."""
    if not rules.words:
        return frozenset()
    office, subject = _name_patterns(rules.language)
    places = rules.places.keys()
    named = {m[1] for m in office.finditer(text)} | {m[1] for m in subject.finditer(text)}
    light = {word for word in rules.function_words if len(word) == 1} | rules.persons.keys()
    return frozenset(
        name
        for name in named
        if name not in places and name[-1] not in "国國联聯方" and not light & set(name)
    )


@lru_cache(maxsize=4)
def _name_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Write what stands before an office, and who speaks at the head of a clause."""
    rules, speaking = rules_of(language), speaking_of(language)
    offices = _either({*speaking.offices, *rules.courtesies})
    lead = rf"(?:^|[^{_HAN}·]|[同和与與及跟向对對给給由被到见見])"
    office = rf"{lead}([{_HAN}·]{{2,{_LONGEST_NAME}}}?)(?:{offices})"
    foreign = "".join(sorted(word for word in rules.foreign_characters if len(word) == 1))
    surnames = "".join(sorted(word for word in rules.surnames if len(word) == 1))
    name = rf"[{foreign}·]{{2,{_LONGEST_NAME}}}|[{surnames}][{_HAN}]{{1,2}}"
    verbs = _either(verb for verb in speaking.verbs if len(verb) > 1 or verb in "说說问問答称稱")
    adverb = rf"[{_HAN}]{{0,{_LONGEST_ADVERB}}}?"
    subject = rf"(?:^|[^{_HAN}·、])({name}){adverb}(?:{verbs})"
    return re.compile(office, re.MULTILINE), re.compile(subject, re.MULTILINE)


@lru_cache(maxsize=64)
def _han_words(language: str, names: frozenset[str]) -> re.Pattern[str]:
    """Write the words of a language without blanks, longest first, then single characters."""
    rules, speaking = rules_of(language), speaking_of(language)
    known = {
        *names,
        *speaking.offices,
        *speaking.verbs,
        *speaking.telling,
        *rules.persons,
        *rules.titles,
        *rules.modality,
        *rules.negations,
    }
    return re.compile(rf"{_either(known)}|[{_HAN}]|[^\W\d_{_HAN}]+")


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
