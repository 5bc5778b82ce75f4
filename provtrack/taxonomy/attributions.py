"""Changes of who says something and how firmly: said against claimed, "according to" left out.

Many verbs of saying are nouns as well (the report, his claim); after an article or a preposition
they say nothing. Entry point: `attribution`.
"""

from collections.abc import Sequence

from provtrack.model.names import Nature
from provtrack.taxonomy.hunks import Hunk, key_of
from provtrack.taxonomy.ruling import Ruling
from provtrack.text.language_rules import LanguageRules

_BEFORE = 24  # code points in which the word before stands
_PARTICIPLES = ("ed", "ing", "é", "és", "ée", "ées", "ant")


def attribution(hunk: Hunk) -> Ruling | None:
    """Compare verbs of saying, and leads such as "according to"; None where none differs."""
    old = _sayings(hunk.old_keys, hunk.old_terms, hunk.base, hunk.rules)
    new = _sayings(hunk.new_keys, hunk.new_terms, hunk.witness, hunk.rules)
    if set(old) == set(new):
        return None
    rule = f"{hunk.rules.language}-attribution-1"
    if old and new:
        said = f"{old[0]} against {new[0]}: another verb of saying"
        return Ruling(Nature.ATTRIBUTION, rule, 0.85, said)
    if hunk.old_words and hunk.new_words:
        return None
    verb = "left out" if hunk.old_words else "added"
    return Ruling(Nature.ATTRIBUTION, rule, 0.6, f"attribution {verb}")


def says_first(hunk: Hunk) -> bool:
    """Tell whether a one-sided change begins with a verb or a lead of saying."""
    terms = (hunk.old_terms or hunk.new_terms)[:1]
    return not hunk.rules.attributions.keys().isdisjoint(terms)


def _sayings(
    keys: Sequence[str], terms: Sequence[str], side: tuple[str, int, int], rules: LanguageRules
) -> list[str]:
    """List the first forms of what says something in a reading."""
    forms = rules.attributions
    if forms.keys().isdisjoint(terms):
        return []
    text, start, _ = side
    before = text[max(0, start - _BEFORE) : start].split()[-1:]
    leads = [key_of(word) for word in before] or [""]
    nouns = {
        key
        for lead, key in zip((leads[-1], *keys), keys, strict=False)
        if lead in rules.noun_leads and not key.endswith(_PARTICIPLES)
    }
    return [forms[term] for term in terms if term in forms and term not in nouns]
