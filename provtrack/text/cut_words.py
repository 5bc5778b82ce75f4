"""Words beside a cut that turn a sentence, in languages that have no file of rules.

They stand in ``cut_words.toml``. Entry points: `cut_words_of`, `WORD`, `is_unparted`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import regex  # type: ignore[import-untyped]

WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’\u200c][\p{L}\p{M}]+)*")  # in any script
_UNPARTED = regex.compile(r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_OTHER_TAGS = {"no": "nb", "iw": "he", "in": "id", "sh": "hr"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CutWords:
    """Words of one language, casefolded, with blanks in those of several words.

    Attributes:
        negations: What denies the words behind it; `light` words may stand between.
        follow: What denies the words before it.
        only: What makes a negation before it "not only".
        endings: What denies a word it is written behind.
        conditions: What begins a condition.
    """

    negations: frozenset[str] = frozenset()
    light: frozenset[str] = frozenset()
    follow: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    conditions: frozenset[str] = frozenset()


def cut_words_of(language: str) -> CutWords:
    """Give the words of a language (BCP 47); none of one that is not listed."""
    tag = language.lower().partition("-")[0]
    return listed().get(_OTHER_TAGS.get(tag, tag), CutWords())


def is_unparted(word: str) -> bool:
    """Tell a word of a script in which no blanks part words: Thai, Lao, Khmer, Burmese."""
    return _UNPARTED.match(word) is not None


@cache
def listed() -> Mapping[str, CutWords]:
    """Give the words of each language that is listed, by its primary subtag."""
    file = resources.files("provtrack.text").joinpath("cut_words.toml")
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    return {tag: _read(table) for tag, table in tables.items()}


def _read(table: Mapping[str, str]) -> CutWords:
    lists = {
        name: [word.replace("_", " ").casefold() for word in words.split()]
        for name, words in table.items()
    }
    endings = tuple(lists.pop("endings", ()))
    return CutWords(endings=endings, **{name: frozenset(words) for name, words in lists.items()})
