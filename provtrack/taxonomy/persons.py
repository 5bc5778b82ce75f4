"""Who is named in a text, and which names and offices may be one person's.

No grammar is consulted. A person is named by a row of capitalised words with titles and offices
("Ambassador Galbraith"), or by an office alone ("the Prime Minister"); where every noun has a
capital, by what follows a title. Where script has neither capitals nor blanks, `han_persons` reads.
Whether two of them are one person is told from the document alone, and never for certain: so that
they are *two* has to be shown.
Entry points: `persons_in`, `person_of`, `Person`, `name_key`, `are_alike`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from provtrack.taxonomy.person_words import PersonWord, han_names, words_in
from provtrack.taxonomy.recognition import distance
from provtrack.text.abbreviations import TITLES
from provtrack.text.language_rules import LanguageRules
from provtrack.text.speaking import Speaking, speaking_of

ARTICLES = frozenset("the der die das le la les".split())  # noqa: SIM905
_PARTICLES = frozenset("de von van der den du da di del la le bin ibn al el ter".split())  # noqa: SIM905
_DECLINED = re.compile(r"(?:ами|ями|ого|его|ому|ему|ой|ей|ою|ею|ом|ем|ым|им|ый|ий|[аеёиоуыэюяй])$")
_CYRILLIC = re.compile("[а-яё]")
_HAN = re.compile("[\u3400-\u9fff]")
_OPENS = re.compile(r"(?:^|[.!?:\n])\s*$")
OFTEN = 2  # times a name has to say something before it is taken for a person's
_LEAST = 3  # letters of a name
_LONG = 5  # letters from which one may be misspelt
_MISSPELT = 3  # one letter in so many
_LONGEST_OFFICE = 3  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody as named at a place.

    Attributes:
        start, end: Code points.
        words: As written, with titles and an article.
        names: What is left of them without titles, offices and initials; comparable.
        initials: First letters of forenames, as far as written: of "R.K. Nehru" r and k.
        surname: The last of the names, where capitals tell names; comparable.
        offices: The offices among them; comparable.
        is_owner: In the genitive: "the Secretary's view".
        is_lady: With a title of women, which tells a wife from her husband.
        is_known: Surely a person: with a title or an office, or so named elsewhere.
    """

    start: int
    end: int
    words: str
    names: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    surname: str = ""
    offices: frozenset[str] = frozenset()
    is_owner: bool = False
    is_known: bool = False
    is_lady: bool = False


def persons_in(text: str, rules: LanguageRules, *, often: int = OFTEN) -> list[Person]:
    """List who is named in a text, in order.

    Args:
        often: How often a name without a title has to say something before it is known.
    """
    speaking = speaking_of(rules.language)
    if not speaking.offices:
        return []
    reader = _Reader(text, rules, speaking, han_names(text, rules))
    titled = (one.names for one in reader.persons() if one.is_known)
    reader.known |= frozenset[str]().union(*titled) | _speaking_names(reader, often)
    reader.known |= frozenset(_with_initials(reader))
    return list(reader.persons())


def person_of(words: str, rules: LanguageRules) -> Person | None:
    """Read the name of one person, or an office; None if it holds neither."""
    found = persons_in(words, rules)
    if found and (found[-1].names or found[-1].offices):
        return found[-1]
    own = [words] if rules.words else [w.key for w in words_in(words, rules) if w.is_capital]
    names = {name_key(name) for name in own}
    names = {one for one in names if len(one) >= _least(one) and one not in TITLES}
    return Person(start=0, end=0, words=words, names=frozenset(names)) if names else None


def _speaking_names(reader: "_Reader", often: int) -> frozenset[str]:
    """List capitalised words that must be names, since they say something; no place does."""
    rules, tokens = reader.rules, reader.tokens
    places = {name.key for lead, name in pairwise(tokens) if lead.key in rules.locatives}
    no_names = places | rules.institutions | rules.months.keys() | rules.weekdays.keys()
    saying = Counter(
        name_key(name.key)
        for name, verb, after in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if not reader.speaking.inverts or not _may_be_subject(after, reader)
        if name.is_capital and verb.key in reader.speaking.verbs and not name.text.isupper()
        if name.key not in reader.lower | no_names
        if rules.capitals_mark_names or _OPENS.search(reader.text[: name.start][-4:])
    )
    least = often if rules.capitals_mark_names else 1
    return frozenset(name for name, count in saying.items() if count >= least)


def _with_initials(reader: "_Reader") -> Iterator[str]:
    """Give surnames behind initials: no place has any, but "U.S." may stand before anything."""
    rules = reader.rules
    for initial, name in pairwise(reader.tokens):
        letters = initial.key.replace(".", "")
        is_name = name.is_capital and len(name.key) >= _LEAST and name.key not in rules.institutions
        is_telling = is_initial(initial) and not initial.text.isalpha()
        is_near = not reader.text[initial.end : name.start].strip(" .")
        if is_name and is_telling and is_near and letters not in rules.abbreviations:
            yield name_key(name.key)


def is_initial(word: PersonWord) -> bool:
    """Tell "R." or "R.K." from a word."""
    return len(word.key) == 1 or (word.text.endswith(".") and "." in word.text[:-1])


def _may_be_subject(word: PersonWord, reader: "_Reader") -> bool:
    """Tell what may be who speaks, behind a verb: "Darauf sagte der Botschafter"."""
    rules = reader.rules
    is_light = word.key in rules.articles or word.key in reader.speaking.pronouns
    return is_light or word.key in ARTICLES or word.is_capital


@dataclass(slots=True)
class _Reader:
    """Reads the persons of one text."""

    text: str
    rules: LanguageRules
    speaking: Speaking
    known: frozenset[str] = frozenset()
    tokens: Sequence[PersonWord] = field(init=False)
    lower: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.tokens = words_in(self.text, self.rules, names=self.known)
        light = self.rules.function_words | self.rules.persons.keys()
        self.lower = light | {one.key for one in self.tokens if not one.is_capital}

    def persons(self) -> Iterator[Person]:
        at = 0
        while at < len(self.tokens):
            if not self._may_begin(self.tokens[at]):
                at += 1
                continue
            last, parts = self._row(at)
            if last == at:
                at += 1
                continue
            person = self._person(at, last, parts)
            if person is not None:
                yield person
            at = last

    def _may_begin(self, word: PersonWord) -> bool:
        """Tell words with which a person may be named from the many others."""
        is_office = word.key in self.speaking.office_starts or word.key in TITLES
        return is_office or word.is_capital or (bool(self.rules.words) and word.key in self.known)

    def _row(self, at: int) -> tuple[int, list[tuple[str, str]]]:
        """Give where a row of titles, offices and names ends, and what its parts are."""
        first, parts = at, list[tuple[str, str]]()
        while at < len(self.tokens):
            if at > first and self._is_parted(at):
                break
            if parts and parts[-1][0] == "name" and "\n" in self._gap(at):
                break  # a list of those present
            length, part = self._part(at, is_begun=at > first)
            if not length:
                break
            parts.append(part)
            at += length
        return at, parts

    def _is_parted(self, at: int) -> bool:
        """Tell whether more than a blank, or the end of a sentence, stands before a word."""
        before = self.tokens[at - 1]
        gap = self._gap(at)
        if gap.strip() or "\n\n" in gap:
            return True
        is_short = len(before.key) <= 1 or before.key in TITLES
        return before.text.endswith(".") and not is_short and "." not in before.text[:-1]

    def _gap(self, at: int) -> str:
        return self.text[self.tokens[at - 1].end : self.tokens[at].start]

    @property
    def _offices(self) -> Mapping[str, str]:
        return self.speaking.offices

    def _part(self, at: int, *, is_begun: bool) -> tuple[int, tuple[str, str]]:
        """Read one part of a row: how many words, and whether office, title, name or initial."""
        is_office = self.tokens[at].key in self.speaking.office_starts
        for length in range(_LONGEST_OFFICE, 0, -1) if is_office else ():
            row = self.tokens[at : at + length]
            key = " ".join(token.key for token in row)
            if key in self._offices and not self._is_broken(at, len(row)):
                return len(row), ("office", self._offices[key])
        word = self.tokens[at]
        if self.rules.words:
            is_name = word.key in self.known
            return (1, ("name", word.key)) if is_name else (0, ("", ""))
        is_title = word.key in self.rules.titles or word.key in self.rules.courtesies
        if (is_title or word.key in TITLES) and (word.is_capital or word.key in TITLES):
            return 1, ("title", word.key)
        if not word.is_capital:
            follows = at + 1 < len(self.tokens) and self.tokens[at + 1].is_capital
            if is_begun and word.key in _PARTICLES and follows and not self._is_parted(at + 1):
                return 1, ("particle", word.key)
            return 0, ("", "")
        if is_initial(word):
            return 1, ("initial", word.key)
        return self._capital(word, is_begun=is_begun)

    def _capital(self, word: PersonWord, *, is_begun: bool) -> tuple[int, tuple[str, str]]:
        """Read a capitalised word: no name if it is light, a month, or of an institution."""
        rules, key = self.rules, name_key(word.key)
        if key in self.known:
            return 1, ("name", key)
        if word.key in rules.institutions:
            return 1, ("institution", word.key)
        if word.key in rules.months or word.key in rules.weekdays:
            return 0, ("", "")
        if (word.key in self.lower or not rules.capitals_mark_names) and not is_begun:
            return 0, ("", "")
        return (0, ("", "")) if word.key in rules.function_words else (1, ("name", key))

    def _is_broken(self, at: int, length: int) -> bool:
        return any(self._is_parted(n) for n in range(at + 1, at + length))

    def _person(self, first: int, last: int, parts: Sequence[tuple[str, str]]) -> Person | None:
        """Make a person of a row; none of an institution, or of nouns that have capitals."""
        kinds = [kind for kind, _ in parts]
        begins = next((n for n, kind in enumerate(kinds) if kind in ("title", "office")), 0)
        if begins and "name" in kinds[begins:]:
            first += begins
            parts, kinds = parts[begins:], kinds[begins:]  # Soviet Ambassador Orlov
        if kinds[-1] == "institution" or not {"office", "name"} & set(kinds):
            return None
        ends_in_office = kinds[-1] == "office" and not self.rules.words
        names = {key for kind, key in parts if kind == "name" and len(key) >= _least(key)}
        is_titled = bool({"office", "title"} & set(kinds))
        if ends_in_office and "title" not in kinds:
            names = set()  # the Indian Ambassador
        offices = {key for kind, key in parts if kind == "office"}
        if not names and not offices:
            return None
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        words = self.text[start:end]
        return Person(
            start=start,
            end=end,
            words=self._article(first) + re.sub(r"['’]s?$", "", " ".join(words.split())),
            names=frozenset(names),
            initials=_initials_of(parts),
            surname=parts[-1][1] if kinds[-1] == "name" and not self.rules.words else "",
            offices=frozenset(offices),
            is_owner=self.tokens[last - 1].is_owner,
            is_known=is_titled or bool(names & self.known),
            is_lady=any(key in self.speaking.ladies for _, key in parts),
        )

    def _article(self, first: int) -> str:
        """Give the article before a person, in small letters, with its blank."""
        before = self.tokens[first - 1] if first else None
        if before is None or before.key not in ARTICLES or self._gap(first) != " ":
            return ""
        return before.key + " "


def _initials_of(parts: Sequence[tuple[str, str]]) -> frozenset[str]:
    """Give the first letters of forenames: of initials, and of names before the last."""
    return frozenset(
        letter
        for kind, key in parts[:-1]
        if kind in ("initial", "name")
        for letter in (key.replace(".", "") if kind == "initial" else key[:1])
    )


@lru_cache(maxsize=1 << 14)
def name_key(word: str) -> str:
    """Give what a name is compared by: casefolded, without the endings of Russian cases."""
    key = word.casefold().replace("ё", "е").strip(".’'")
    return _DECLINED.sub("", key) if _CYRILLIC.search(key) and len(key) > _LEAST else key


def _least(name: str) -> int:
    """Give how many letters a name has at least; a Chinese character is a word."""
    return 1 if _HAN.match(name) else _LEAST


def are_alike(one: str, other: str) -> bool:
    """Tell whether two words may be spellings of one name."""
    if one == other:
        return True
    longest = max(len(one), len(other))
    return min(len(one), len(other)) >= _LONG and distance(one, other) * _MISSPELT <= longest
