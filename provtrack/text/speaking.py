"""How a language names who speaks: offices that stand for a person, verbs, pronouns.

They stand in the table ``[speaking]`` of ``lexis/<language>.toml``. A verb of saying
(`text.language_rules`) or of retelling (`text.retelling`) tells who speaks as well.
Entry point: `speaking_of`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources

from provtrack.text.language_rules import rules_of
from provtrack.text.retelling import retelling_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """Words of one language, casefolded; all are empty where it has no table.

    Attributes:
        offices: Form of an office that stands for who holds it -> the first of its line; those of
            several words have blanks (prime minister).
        office_starts: The first words of those (prime).
        verbs: Forms of verbs whose subject speaks (said, asked, agreed).
        asking: Those of them after which another person speaks (asked).
        telling: Verbs that tell whom somebody speaks to, who may be the next "he" (told).
        earlier: Auxiliaries of what was said before (had), which is told by whoever speaks.
        pronouns: What stands for the person who spoke last (he, she); `of_women` are those for
            a woman.
        author: What stands for whoever wrote the document (I).
        diaries: What names a document by whoever wrote it (the diary of).
        subordinators: What begins a clause, besides "that": while, because.
        remarks: What opens a remark of whoever wrote the document (comment, note).
        forenamed: Titles before a forename (Sir, King).
        ladies: Titles that tell a wife from her husband (Mrs.).
        inverts: Whether the person may stand right behind the verb ("sagte der Botschafter").
    """

    offices: Mapping[str, str] = field(default_factory=dict)
    office_starts: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    earlier: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    of_women: frozenset[str] = frozenset()
    author: frozenset[str] = frozenset()
    subordinators: frozenset[str] = frozenset()
    diaries: frozenset[str] = frozenset()
    remarks: frozenset[str] = frozenset()
    forenamed: frozenset[str] = frozenset()
    ladies: frozenset[str] = frozenset()
    inverts: bool = False


def speaking_of(language: str) -> Speaking:
    """Give the words of a language (BCP 47)."""
    return _read(rules_of(language).language)


@lru_cache(maxsize=32)
def _read(language: str) -> Speaking:
    file = resources.files("provtrack.text").joinpath("lexis", f"{language}.toml")
    if not file.is_file():
        return Speaking()
    table = tomllib.loads(file.read_text(encoding="utf-8")).get("speaking")
    if table is None:
        return Speaking()
    lists = (
        "asking",
        "telling",
        "earlier",
        "pronouns",
        "of_women",
        "author",
        "subordinators",
        "diaries",
        "remarks",
        "forenamed",
        "ladies",
    )
    single = frozenset(form for form in rules_of(language).attributions if " " not in form)
    offices = _offices(table.get("offices", ""))
    return Speaking(
        offices=offices,
        office_starts=frozenset(form.partition(" ")[0] for form in offices),
        verbs=single | retelling_of(language).verbs | _words(table.get("verbs", "")),
        inverts=table.get("inverts", False),
        **{name: _words(table.get(name, "")) for name in lists},
    )


def _offices(lines: str) -> dict[str, str]:
    """Map every form on a line to the first; a low line stands for a blank."""
    rows = [line.split() for line in lines.casefold().splitlines() if line.strip()]
    return {form.replace("_", " "): row[0].replace("_", " ") for row in rows for form in row}


def _words(words: str) -> frozenset[str]:
    return frozenset(words.casefold().split())
