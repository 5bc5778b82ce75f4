"""The two sides of a comparison as names see them: which names stand in each bead, and what can
answer a name of the other side.

Entry points: `read_side`, `add_learned`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from provtrack.taxonomy.name_likeness import Heard
from provtrack.text.name_sounds import translated
from provtrack.text.naming import Name, Naming, name_stem, names_in_characters

_CHARACTERS = "\u3400-\u9fff"


@dataclass(frozen=True, slots=True)
class Found:
    """A name in its bead; `at` is its place in the text of its side, 0.0 to 1.0."""

    name: Name
    paragraph: int
    text: str
    at: float

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(name_stem(word) for word in self.name.words)


@dataclass(slots=True)
class Side:
    """All beads of one side: names, and what can answer names of the other."""

    naming: Naming
    names: list[list[Found]] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)
    terms: list[frozenset[str]] = field(default_factory=list)
    stretches: list[list[tuple[int, str, int, int]]] = field(default_factory=list)


def add_learned(side: Side, terms: set[str]) -> None:
    """Find where capitals tell nothing what answers a name elsewhere, or stands in names.toml."""
    for names, stretches, here in zip(side.names, side.stretches, side.terms, strict=True):
        for position, text, before, whole in stretches:
            for name in names_in_characters(text, side.naming.rules):
                names.append(Found(name, position, text, (before + name.start) / whole))
        taken = {found.name.words[0] for found in names}
        terms_here = (term for term in here if term in terms or translated(term.title()))
        for term in sorted(term for term in terms_here if term not in taken):
            for position, text, before, whole in stretches:
                for match in re.finditer(rf"(?i)(?<![^\W{_CHARACTERS}]){re.escape(term)}", text):
                    word = _whole_word(text, match.start(), len(term))
                    name = Name((word,), match.start(), match.start() + len(word))
                    at = (before + match.start()) / whole
                    names.append(Found(name, position, text, at))


def _whole_word(text: str, start: int, length: int) -> str:
    """Give the word of which the first letters stand at a place; characters stay as they are."""
    end = start + length
    while end < len(text) and text[end].isalpha() and not _is_character(text[end]):
        end += 1
    return text[start : end if not _is_character(text[start]) else start + length]


def _is_character(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff"


def read_side(places: Sequence[tuple[int, ...]], texts: Sequence[str], language: str) -> Side:
    naming = Naming(texts, language)
    side = Side(naming)
    for positions in places:
        whole = sum(len(texts[position]) for position in positions) or 1
        before, found, stretches = 0, [], []
        for position in positions:
            text = texts[position]
            stretches.append((position, text, before, whole))
            for name in naming.names(text):
                found.append(Found(name, position, text, (before + name.start) / whole))
            before += len(text)
        side.names.append(found)
        heard = Heard("\n".join(texts[position] for position in positions), naming)
        side.heard.append(heard)
        side.stretches.append(stretches)
        side.terms.append(_terms(heard))
    return side


def _terms(heard: Heard) -> frozenset[str]:
    """List what may answer a name regularly: capitalised words, words without case, characters."""
    words = {name_stem(word) for word in heard.words if not word[0].islower()}
    han = heard.han
    return frozenset(words) | {han[k : k + n] for n in (2, 3, 4) for k in range(len(han) - n + 1)}
