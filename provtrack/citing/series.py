"""The words by which notes name series, documents and works named before (``series.toml``)."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files


@cache
def words_of(table: str) -> tuple[str, ...]:
    """Give the words of one table of the data file, the longest first."""
    return tuple(sorted(_data()[table]["words"], key=len, reverse=True))


@cache
def series_names() -> tuple[tuple[str, str], ...]:
    """Give (form, short name) of every series, the longest form first."""
    forms = [(form, short) for short, forms in _data()["series"].items() for form in forms]
    return tuple(sorted(forms, key=lambda one: (-len(one[0]), one[0])))


@cache
def addresses() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give (short name, pattern of its addresses) of the series whose documents have addresses.

    A pattern names `volume` and `number`, and where they stand in it `first` and `last` year.
    """
    return tuple(
        (short, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"))
        for short, patterns in _data()["addresses"].items()
        for pattern in patterns
    )


@cache
def kinds() -> Mapping[str, tuple[str, ...]]:
    """Give the words for which short names of kinds of documents stand: "memcon"."""
    return {short: tuple(words) for short, words in _data()["kinds"].items()}


def any_of(words: Iterable[str]) -> str:
    """Make a pattern that matches any of some words, with or without full stops and spaces.

    Between the letters of initials ("FRUS") a full stop may stand too. What is nothing but lone
    letters ("a. a. O.") is told from the initials of a person by its small letters.
    """
    return "|".join(_pattern(word.split()) for word in words)


def _pattern(parts: Sequence[str]) -> str:
    """Make a pattern of the parts of one word."""
    if len(parts) < 2 or any(len(part) > 1 for part in parts):
        return r"\.?\s*".join(map(_letters, parts))
    first = f"[{parts[0].lower()}{parts[0].upper()}]"
    letters = r"(?:\.\s?|\s)".join([first, *parts[1:]])
    return f"(?-i:{letters})"


def _letters(word: str) -> str:
    is_initials = word.isalpha() and word.isupper() and word.isascii() and len(word) > 1
    return r"\.?".join(word) if is_initials else re.escape(word)


@cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    source = files("provtrack.citing") / "series.toml"
    return tomllib.loads(source.read_text("utf-8"))
