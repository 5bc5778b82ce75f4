"""Which words of a text are names, as far as capitals tell.

A capital inside a sentence marks a name, unless the same word stands elsewhere in small letters, is
a title, a month or a word of institutions (President, Government, Red Cross): those are translated.
At the start of a sentence a capital tells nothing by itself; the word counts if it is a name
elsewhere, or if a verb of saying follows. Entry points: `Naming`, `names_in`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from provtrack.text.abbreviations import TITLES
from provtrack.text.frequent_words import FREQUENT_WORDS
from provtrack.text.language_rules import LanguageRules, rules_of
from provtrack.text.name_sounds import known_in, translated

_WORD = re.compile(r"[^\W\d_]+(?:[-'’‐‑][^\W\d_]+)*")
_OPENS = re.compile(r"(?:^|[.!?…:;\n\"“”„«»‹›()\[\]—–]|--|\s['‘’-])[\s\"“„«‹'‘’(\[—–-]*$")
_INITIAL = re.compile(r"(?:^|[\s(«“\"])(?:[^\W\d_a-zа-я]|Yu|Ya|Дж)\.\s*-?$")
_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLES = re.compile(r"^(?:[dlDL]['’])(?=[^\W\d_])")
_DECLINED = re.compile(
    "(?:ами|ями|ого|его|ому|ему|ой|ей|ою|ею|ом|ем|ым|им|ый|ий|ов|ев|ин|ах|ях|[аеёиоуыэюяйьії])$"
)
_ABJAD = re.compile("[\u0590-\u08ff]")  # Hebrew, Arabic, Syriac: names look like any word
_CHARACTERS = re.compile("[\u3400-\u9fff·]+")
_FEWEST_CHARACTERS = 4  # in a row that foreign names are written with
_LOOK_BACK = 12
_STEM = 6
_SHORTEST = 2
_LONGEST_GAP = 2  # code points between the parts of one name


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a text.

    Attributes:
        words: Its parts in order, without possessive endings.
        start, end: Code points.
        is_full: After initials or a title: plainly a person.
    """

    words: tuple[str, ...]
    start: int
    end: int
    is_full: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    opens: bool
    is_name: bool


class Naming:
    """What a whole text tells of its capitals: which words stand in small letters too."""

    def __init__(self, texts: Iterable[str], language: str) -> None:
        """Read the text once."""
        self.rules: LanguageRules = rules_of(language)
        self.common = _frequent(language) | _translated_words(self.rules)
        self.titles = self.rules.titles | self.rules.institutions | TITLES
        self.small: set[str] = set()
        self.inner: set[str] = set()
        self.has_capitals = self.writes_no_vowels = False
        for text in texts:
            self.writes_no_vowels = self.writes_no_vowels or bool(_ABJAD.search(text))
            self.has_capitals = self.has_capitals or text != text.lower()
            for match in _WORD.finditer(text):
                word = match[0]
                if word[0].islower():
                    self.small.add(_stem(word))
                elif not _opens(text, match.start()):
                    self.inner.add(_stem(word))

    @property
    def knows_names(self) -> bool:
        """Whether capitals tell names in this language: neither in German nor in Chinese."""
        return self.rules.capitals_mark_names and self.has_capitals

    def names(self, text: str) -> list[Name]:
        """Find the names of a paragraph, in order; none where capitals tell none."""
        if not self.knows_names:
            return []
        names: list[list[_Word]] = []
        matches = list(_WORD.finditer(text))
        for number, match in enumerate(matches):
            following = matches[number + 1][0] if number + 1 < len(matches) else ""
            word = self._word(text, match, following)
            if not word.is_name:
                continue
            last = names[-1][-1] if names else None
            between = text[last.end : word.start] if last else ""
            if last and len(between) <= _LONGEST_GAP and not between.strip(" -\u00a0"):
                names[-1].append(word)
            else:
                names.append([word])
        return [self._name(text, parts) for parts in names]

    def _word(self, text: str, match: re.Match[str], following: str) -> _Word:
        word = _ARTICLES.sub("", _POSSESSIVE.sub("", match[0]))
        start = match.start() + match[0].find(word)
        opens = _opens(text, match.start())
        is_initial = len(word) <= _SHORTEST and text[match.end() : match.end() + 1] == "."
        is_name = self.may_be_name(word) and not is_initial
        if is_name and opens:
            says = following.casefold() in self.rules.attributions
            is_name = _stem(word) in self.inner or says or bool(translated(word))
        return _Word(word, start, match.end(), opens, is_name)

    def may_be_name(self, word: str) -> bool:
        """Tell whether a word has a capital that makes it a name, wherever it stands."""
        if len(word) < _SHORTEST or not word[0].isupper() or (word.isupper() and len(word) > 1):
            return False
        key = word.casefold()
        return key not in self.common and _stem(word) not in self.small

    def _name(self, text: str, parts: list[_Word]) -> Name:
        start, end = parts[0].start, parts[-1].end
        before = text[max(0, start - _LOOK_BACK * 2) : start]
        title = _WORD.findall(before)[-1:]
        is_titled = bool(title and title[0].casefold() in self.titles)
        is_full = is_titled or bool(_INITIAL.search(before))
        return Name(tuple(part.text for part in parts), start, end, is_full)


def names_in_characters(text: str, rules: LanguageRules) -> list[Name]:
    """Find names written in Chinese: those of names.toml, and rows of what foreign names need."""
    spans = dict(known_in(text)) if rules.foreign_characters else {}
    for match in _CHARACTERS.finditer(text):
        for key, row in groupby(
            range(*match.span()), key=lambda place: text[place] in rules.foreign_characters
        ):
            places = list(row)
            is_apart = all(places[-1] < start or places[0] >= end for start, end in spans.items())
            if key and is_apart and len(places) >= _FEWEST_CHARACTERS:
                spans[places[0]] = places[-1] + 1
    return [Name((text[start:end],), start, end) for start, end in sorted(spans.items())]


def name_stem(word: str) -> str:
    """Cut a name to what its declined forms share: Ной, Ною, Ноевой."""
    key = word.casefold()
    for _ in range(0 if key.isascii() else 2):
        shorter = _DECLINED.sub("", key)
        key = shorter if len(shorter) >= _SHORTEST else key
    return key[:_STEM]


def _opens(text: str, start: int) -> bool:
    """Tell whether a sentence, a quotation or a line starts here; not so after an initial."""
    before = text[max(0, start - _LOOK_BACK) : start]
    if _INITIAL.search(before):
        return False
    return bool(start == 0 or _OPENS.search(before))


def _stem(word: str) -> str:
    return word.casefold()[:_STEM]


def _frequent(language: str) -> frozenset[str]:
    """Give the frequent words of a language."""
    name = language.lower().partition("-")[0]
    lists = (by_language.get(name, "") for by_language in FREQUENT_WORDS.values())
    return frozenset(word for words in lists for word in words.split())


def _translated_words(rules: LanguageRules) -> frozenset[str]:
    """Give the words that may have a capital and are no names."""
    return frozenset(
        {
            *rules.function_words, *rules.negations, *rules.modality, *rules.quantifiers,
            *rules.limits, *rules.months, *rules.weekdays, *rules.titles, *rules.institutions,
            *rules.cardinals, *rules.ordinals, *rules.auxiliaries,
        }
    )  # fmt: skip
