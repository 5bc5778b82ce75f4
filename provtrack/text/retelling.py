"""How a language retells what somebody said: further verbs, denials, limits of what is denied.

They stand in the table ``[retelling]`` of ``lexis/<language>.toml``, beside the verbs of saying
that `text.language_rules` reads; they are apart from those because adding one changes no sense.
Entry point: `retelling_of`.
"""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from provtrack.text.language_rules import rules_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Retelling:
    """Words of one language, casefolded; all lists are empty where it has no file.

    Attributes:
        verbs: Forms of verbs, besides those of saying, whose clause tells what somebody thinks or
            wrote.
        denials: Forms of verbs whose clause is not said to be so (deny).
        limits: Words that leave of what a negation before them denies a part (not simply).
        bare: What may begin a clause that follows its verb without "that" (he said the boats ...),
            besides names and persons; empty where no clause may.
        doubts: Words that leave a clause in doubt (might, perhaps).
        nouns: Words whose "that" clause retells (the hope that, made clear that).
        leads: What opens a sentence that retells (according to, in his view).
        postpositions: What stands behind whoever is meant (zufolge).
        tags: What begins a remark that names who speaks (as, so, как).
        articles: Those that may stand before an office in such a remark.
        moods: Forms of verbs that are said of what somebody else says (sei, habe).
        instead: What may stand for a negation with a limit or a condition (first, more than).
        stronger: Words that deny more than "not" does (opposed, of whoever does not approve).
        partitives: Words between a part and the whole it is taken from (two of the three).
        up_to: Words before what a quantity reaches (from 4 to 7); `steps` before what is added to
            it or taken away (by 3).
        verb_second: Whether a verb and no comma follows a lead (laut Nehru war ...).
    """

    verbs: frozenset[str] = frozenset()
    denials: frozenset[str] = frozenset()
    limits: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    doubts: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    postpositions: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    moods: frozenset[str] = frozenset()
    instead: frozenset[str] = frozenset()
    stronger: frozenset[str] = frozenset()
    partitives: frozenset[str] = frozenset()
    up_to: frozenset[str] = frozenset()
    steps: frozenset[str] = frozenset()
    verb_second: bool = False


def retelling_of(language: str) -> Retelling:
    """Give the words of a language (BCP 47)."""
    return _read(rules_of(language).language)


@lru_cache(maxsize=32)
def _read(language: str) -> Retelling:
    file = resources.files("provtrack.text").joinpath("lexis", f"{language}.toml")
    if not file.is_file():
        return Retelling()
    table = tomllib.loads(file.read_text(encoding="utf-8")).get("retelling", {})
    lists = {name: words for name, words in table.items() if isinstance(words, str)}
    return Retelling(
        verb_second=bool(table.get("verb_second", False)),
        **{name: _words(words) for name, words in lists.items()},
    )


def _words(words: str) -> frozenset[str]:
    """Read words apart by blanks; a low line stands for a blank inside a term."""
    return frozenset(word.replace("_", " ") for word in words.casefold().split())
