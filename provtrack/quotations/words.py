"""Words that stand beside quotations: verbs of saying, leads of terms and titles, formulas.

Read from ``words.toml`` and, for verbs of saying, from the rules of the languages (`text`).
"""

import tomllib
from functools import cache
from importlib import resources

from provtrack.text.language_rules import rules_of

LANGUAGES = ("en", "de", "fr", "ru", "zh")


@cache
def _table() -> dict[str, str]:
    file = resources.files("provtrack.quotations").joinpath("words.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def reporting_verbs() -> frozenset[str]:
    """Forms of verbs that bring in quoted words, casefolded, of all languages."""
    saying = (form for tag in LANGUAGES for form in rules_of(tag).attributions)
    return frozenset([*_table()["reporting"].casefold().split(), *saying])


@cache
def month_names() -> frozenset[str]:
    """Names of months, casefolded, of all languages: capitals, but nobody's name."""
    return frozenset(name for tag in LANGUAGES for name in rules_of(tag).months)


@cache
def term_leads() -> frozenset[str]:
    """Words before a term that is kept at a distance."""
    return frozenset(_table()["terms"].casefold().split())


@cache
def title_leads() -> frozenset[str]:
    """Words before the title of a work."""
    return frozenset(_table()["titles"].casefold().split())


@cache
def emphasis_formulas() -> frozenset[str]:
    """What declares added stress, casefolded, straight apostrophes, no brackets."""
    return _phrases("emphasis")


@cache
def sic_marks() -> frozenset[str]:
    """What stands in brackets after an oddity of the source."""
    return _phrases("sic")


def _phrases(name: str) -> frozenset[str]:
    phrases = " ".join(_table()[name].casefold().split()).split(";")
    return frozenset(one.strip() for one in phrases if one.strip())
