"""Ask where a claim names somebody, or a place, that its source nowhere names.

A retelling may say "Moscow" for the Soviet side, "the French" for France, write a name by another
romanisation, and name whoever the source calls "the President". Such names are known, or may be,
and are not asked about. Only in languages in which capitals mark names.
Entry point: `unnamed_queries`.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from provtrack.auditing.quoted import words_of
from provtrack.model.comparison import Query, Reading
from provtrack.model.names import Severity
from provtrack.taxonomy.persons import are_alike
from provtrack.text.abbreviations import TITLES
from provtrack.text.language_rules import LanguageRules, rules_of
from provtrack.text.naming import Name, Naming, name_stem
from provtrack.text.romanisation import shared_name
from provtrack.text.seats import countries_of, is_seat
from provtrack.text.speaking import speaking_of

_REMEMBERED = 64  # documents: all claims of one paragraph ask the same
_PREFIX = 4  # letters that a name and its adjective share
_LEAST = 3  # letters of a name that is looked for
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TITLE = re.compile(rf"\b({'|'.join(sorted(TITLES))})\.", re.IGNORECASE)  # no sentence ends here
_TITLES_BEFORE = re.compile(r"[^\W\d_a-z]\w+(?:\s+[^\W\d_a-z]\w+)*$")  # Prime Minister


@dataclass(frozen=True, slots=True)
class _Named:
    """What words may name."""

    stems: frozenset[str]
    beginnings: frozenset[str]
    capitals: tuple[str, ...]
    countries: frozenset[int]


def unnamed_queries(
    claim: Reading, base: Sequence[str], near: Sequence[str], around: str, rules: LanguageRules
) -> Iterator[Query]:
    """Ask about the names of a claim that the source has not, each once.

    Args:
        base: All paragraphs of the source, with what is known of it: its title.
        near: Those of them that the claim may rest on; if none, any of them.
        around: What the publication says before the claim: its names are not asked about.
    """
    if not rules.capitals_mark_names:
        return
    named, naming = _named(tuple(base), rules.language), _naming(tuple(base), rules.language)
    offices = _bare_offices(tuple(near or base), rules.language)
    text = _TITLE.sub(lambda title: title[1] + " ", claim.text)
    for name in naming.names(text):
        words = [word for word in name.words if len(word) >= _LEAST and not word.isupper()]
        if not words or any(_is_known(word, named) for word in words):
            continue
        if around and any(_is_known(word, _named_around(around, rules.language)) for word in words):
            continue
        if not _is_place(name, text, rules) and _may_hold(name, text, base, offices):
            continue
        said = " ".join(name.words)
        yield Query(
            topic="name",
            severity=Severity.WARNING,
            sentence=f"The base nowhere has the name “{said}”.",
            witness=claim,
        )


@lru_cache(maxsize=_REMEMBERED)
def _naming(base: tuple[str, ...], language: str) -> Naming:
    """Read once what the capitals of a document tell."""
    return Naming(base, language)


@lru_cache(maxsize=_REMEMBERED)
def _named(base: tuple[str, ...], language: str) -> _Named:
    """Read the words of a document once."""
    return _names_of({word for text in base for word in _plain_words(text, language)}, language)


@lru_cache(maxsize=_REMEMBERED)
def _named_around(around: str, language: str) -> _Named:
    """Read the words of a publication before a claim."""
    words = {word.removesuffix("’s").removesuffix("'s") for word in _WORD.findall(around)}
    return _names_of(words, language)


def _names_of(words: Set[str], language: str) -> _Named:
    rules = rules_of(language)
    light = rules.institutions | rules.titles | rules.function_words
    capitals = tuple(sorted(w for w in words if _is_capital(w) and w.casefold() not in light))
    return _Named(
        stems=frozenset(map(name_stem, words)),
        beginnings=frozenset(w.casefold()[:_PREFIX] for w in capitals if len(w) >= _PREFIX),
        capitals=capitals,
        countries=frozenset[int]().union(*map(countries_of, filter(_is_capital, words))),
    )


def _is_capital(word: str) -> bool:
    return word[0].isupper()


def _plain_words(text: str, language: str) -> Iterator[str]:
    """Give the words of a text, and those of hyphened ones."""
    for word in words_of(text, rules_of(language)):
        plain = word.text.strip("’'.").removesuffix("’s").removesuffix("'s")
        yield from (part for part in (plain, *plain.split("-")) if part)


def _is_known(word: str, named: _Named) -> bool:
    """Tell whether a document has a name in this or another form."""
    if name_stem(word) in named.stems or countries_of(word) & named.countries:
        return True
    if len(word) >= _PREFIX and word.casefold()[:_PREFIX] in named.beginnings:
        return True
    return any(
        (word[0] == other[0] and are_alike(word.casefold(), other.casefold()))
        or shared_name(word, other)
        for other in named.capitals
    )


@lru_cache(maxsize=_REMEMBERED)
def _bare_offices(near: tuple[str, ...], language: str) -> frozenset[str]:
    """List the offices in paragraphs that stand there without the name of whoever holds them."""
    rules, offices = rules_of(language), speaking_of(language).offices
    found = set()
    for text in near:
        words = words_of(text, rules)
        for number, word in enumerate(words):
            following = words[number + 1].text if number + 1 < len(words) else ""
            if word.key in offices and not following[:1].isupper():
                found.add(word.key)
    return frozenset(found)


def _is_place(name: Name, text: str, rules: LanguageRules) -> bool:
    """Tell whether a word of place stands before a name: in Geneva."""
    before = words_of(text[: name.start], rules)
    return bool(before) and before[-1].key in rules.locatives


def _may_hold(name: Name, text: str, base: Sequence[str], offices: frozenset[str]) -> bool:
    """Tell whether a name may be that of somebody whom the source calls by an office only.

    No capital holds an office, nor anybody with a title that the source gives to another name.
    """
    before = text[: name.start].rstrip()
    if not offices or any(map(is_seat, name.words)):
        return False
    title = _TITLES_BEFORE.search(before)
    if not title:
        return True
    borne = re.compile(rf"{re.escape(title[0])}\s+(?-i:[^\W\d_a-z])", re.IGNORECASE)
    return not any(borne.search(paragraph) for paragraph in base)
