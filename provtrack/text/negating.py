"""Where a text negates: "not", "no", "never", and words that only imply it: "refuse", "without".

Two languages negate with other words, but a sentence that denies is seldom translated by one that
does not. Words of negation come from the file of the language; what merely looks like one ("not
only", "No. 5") is left aside. Entry point: `negations_in`.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from provtrack.text.language_rules import LanguageRules, rules_of

_NUMBER_FOLLOWS = re.compile(r"\.?\s?\d")  # No. 5
_SHORTEST_STEM = 4  # letters of a word that any prefix of negation can negate
_APOSTROPHE = "['’]"


@dataclass(frozen=True, slots=True)
class Negation:
    """A word or term that negates.

    Attributes:
        start, end: Code points.
        is_firm: Its clause says no. Otherwise it can answer a negation, no more.
        is_implied: It has the sense of a negation, so that another one takes it back.
    """

    start: int
    end: int
    is_firm: bool
    is_implied: bool


def negations_in(text: str, language: str) -> list[Negation]:
    """Find what negates in a text, in order; nothing in a language without a list.

    Example:
        >>> [one.is_firm for one in negations_in("Not only he refused; nobody came.", "en")]
        [False, True]
    """
    rules = rules_of(language)
    if not rules.negations:
        return []
    found = []
    for match in _pattern(rules.language).finditer(text):
        is_number = match[0].isascii() and _NUMBER_FOLLOWS.match(text, match.end())
        if match.lastgroup != "idle" and not is_number:
            is_implied = match.lastgroup in {"phrase", "implied"}
            is_firm = match.lastgroup == "firm"
            found.append(Negation(*match.span(), is_firm=is_firm, is_implied=is_implied))
    return found


@lru_cache(maxsize=16)
def _pattern(language: str) -> re.Pattern[str]:
    """Put all terms of a language into one pattern; of two at one place the first group wins."""
    rules = rules_of(language)
    implied = rules.implied_negations
    phrases = [term for term in implied if " " in term]
    groups = (
        ("idle", _terms(rules.unnegating, rules)),
        ("phrase", _terms(phrases, rules)),
        ("beside", _terms(rules.unfirm_negations, rules)),
        ("firm", "|".join([_terms(rules.negations, rules), *_suffixed(rules)])),
        ("implied", "|".join([_terms(implied, rules), *_prefixed(rules)])),
    )
    parts = (f"(?P<{name}>{terms})" for name, terms in groups if terms)
    before = "" if rules.words else r"(?<!\w)"
    return re.compile(f"{before}(?:{'|'.join(parts)})", re.IGNORECASE)


def _terms(terms: Collection[str], rules: LanguageRules) -> str:
    """Write terms as alternatives, longest first."""
    by_length = sorted(terms, key=lambda term: (-len(term), term))
    return "|".join(_term(term, is_apart=not rules.words) for term in by_length)


def _term(term: str, *, is_apart: bool) -> str:
    """Write one term; words end where a language puts blanks between them, n' does not."""
    body = re.escape(term).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    body = re.sub("['’]", _APOSTROPHE, body)
    return body + (r"(?!\w)" if is_apart and not term.endswith(("'", "*")) else "")


def _suffixed(rules: LanguageRules) -> list[str]:
    """Write words with an ending that negates: didn't."""
    return [r"\w+" + _term(suffix, is_apart=True) for suffix in rules.negation_suffixes]


def _prefixed(rules: LanguageRules) -> list[str]:
    """Write words with a prefix that negates: unwilling, impossible."""
    if rules.words:
        return []
    return [
        re.escape(prefix)
        + (rf"\w{{{_SHORTEST_STEM},}}" if stems == ("*",) else rf"(?:{'|'.join(stems)})\w*")
        for prefix, stems in rules.negation_prefixes.items()
    ]
