"""Clauses set into a quotation without closing its marks: ", writes the envoy,", "(he added)".

French and Russian do so as a rule, German with "so" ("so der Minister"); commas, dashes or
parentheses enclose a verb of saying with whoever says it, or words such as "according to". Whether
the source has the clause itself is asked in the audit. Entry point: `incises_in`.
"""

import re
from collections.abc import Iterator
from functools import cache

from provtrack.quotations.flows import Flow
from provtrack.quotations.words import (
    articles,
    distancing_verbs,
    incising_verbs,
    reporting_verbs,
    says,
    speech_tags,
    telling_leads,
    third_persons,
)
from provtrack.text.language_rules import LANGUAGES, rules_of
from provtrack.text.speaking import speaking_of

CLAUSE = r"(?P<{}>[^,.;:!?—–\n\"“”«»()\[\]]{{3,50}}?)"
INCISE = re.compile(
    rf"(?:,\s*[—–]\s*|\s[—–]\s*|,\s*){CLAUSE.format('between')}"
    r"(?=(?P<close>\s*,\s*[—–]\s|\s*[—–]\s|,\s))"
    rf"|\s?\({CLAUSE.format('inside')}\)"
)
INVERTED = re.compile(r"\w+-(?:t-)?(?:il|elle|ils|elles|on|je)\b", re.I)
MAX_WORDS = 5
SO = "so"  # German, before the name or the office alone
MAX_LED = 4  # words of whoever is meant behind "according to"


def incises_in(flow: Flow, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where such clauses stand in a part of the flow, with the marks that enclose them."""
    last = start
    for match in INCISE.finditer(flow.text, start, end):
        if match.start() < last:
            continue
        clause = match["between"] or match["inside"]
        is_dashed = any(sign in match[0] + (match["close"] or "") for sign in "—–")
        if _is_dashed_saying(clause, is_dashed=is_dashed) or is_incise(clause):
            last = match.end("close") if match["close"] else match.end()
            yield match.start(), last


def _is_dashed_saying(clause: str, *, is_dashed: bool) -> bool:
    """Tell "— wrote he —", and "écrivit-il" between any marks."""
    words = clause.casefold().split()
    if not 0 < len(words) <= MAX_WORDS:
        return False
    said = is_dashed and any(word in reporting_verbs() for word in words)
    return said or INVERTED.fullmatch(words[0]) is not None


def is_incise(clause: str) -> bool:
    """Tell whether a clause only names who says the words around it."""
    words = clause.replace("’", "'").split()
    plain = [word.casefold() for word in words]
    if not 1 < len(words) <= MAX_WORDS + MAX_LED or not _own_sense().isdisjoint(plain):
        return False
    lead = next((n for n in (4, 3, 2, 1) if " ".join(plain[:n]) in telling_leads()), 0)
    if lead and len(words) - lead <= MAX_LED:
        return True
    if len(words) > MAX_WORDS or any(char.isdigit() for char in clause):
        return False
    if plain[0] == SO:
        return _is_somebody(words[1:])
    if plain[0] in speech_tags():
        return any(map(_tells, plain[1:]))
    return (_tells(plain[0]) and _is_somebody(words[1:])) or (
        _tells(plain[-1]) and _is_somebody(words[:-1])
    )


def _tells(word: str) -> bool:
    """Tell whether a word is a verb that such clauses have."""
    return says(word) or word in incising_verbs()


def _is_somebody(words: list[str]) -> bool:
    """Tell whether words begin like a name, a pronoun or an office, where articles are known."""
    first = words[0].casefold()
    if first in third_persons() or first in articles() or re.match(r"[ldLD]'\w", words[0]):
        return True
    is_without_articles = "а" <= first[0] <= "я"
    return words[0][:1].isupper() or is_without_articles


@cache
def _own_sense() -> frozenset[str]:
    """Words that make more of a clause than who speaks: not, claims, might, I."""
    rules = [rules_of(tag) for tag in LANGUAGES]
    negations = (word for one in rules for word in one.negations)
    authors = (word for tag in LANGUAGES for word in speaking_of(tag).author)
    holding = (word for one in rules for word in one.holding)
    return frozenset([*negations, *authors, *holding]) | distancing_verbs()
