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
    """

    verbs: frozenset[str] = frozenset()
    denials: frozenset[str] = frozenset()
    limits: frozenset[str] = frozenset()
    bare: frozenset[str] = frozenset()
    doubts: frozenset[str] = frozenset()


def retelling_of(language: str) -> Retelling:
    """Give the words of a language (BCP 47)."""
    return _read(rules_of(language).language)


@lru_cache(maxsize=32)
def _read(language: str) -> Retelling:
    file = resources.files("provtrack.text").joinpath("lexis", f"{language}.toml")
    if not file.is_file():
        return Retelling()
    table = tomllib.loads(file.read_text(encoding="utf-8")).get("retelling", {})
    return Retelling(**{name: frozenset(words.casefold().split()) for name, words in table.items()})
