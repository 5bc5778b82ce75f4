"""Who speaks at a place of a document: "Mr. Orlov said that ...", "ORLOV: ...".

No grammar is consulted: the last name before the place, in its paragraph, that stands before a
verb of saying or at the head of the paragraph before a colon.
Entry points: `is_another_speaker`, `speakers_in`, `names_in`.
"""

import re

from provtrack.text.abbreviations import TITLES
from provtrack.text.language_rules import LanguageRules

_NAME = r"(?:(?:[^\W\d_a-zа-яё]\.){1,3}|[^\W\d_a-zа-яё][\w’'\-]*\.?)"
_SAYING = re.compile(rf"\b((?:{_NAME}\s+){{0,3}}{_NAME})(?=\s+([\w’'\-]+)(?:\s+([\w’'\-]+))?)")
_HEADING = re.compile(rf"(?:^|\n)\s*((?:{_NAME}\s*){{1,4}}):")
_ROW = re.compile(rf"\b{_NAME}(?:\s+{_NAME})*")
_LEAST = 3  # letters of a name
_LONGEST_ARTICLE = 5  # letters, with the blank
_OFFICE = re.compile(r"\b(?:the|der|die|dem|le|la|el|il|lo)\s+$|\bl[’']$", re.IGNORECASE)


def is_another_speaker(claimed: str, text: str, start: int, rules: LanguageRules) -> str:
    """Give the name of whoever speaks at a place, if it is not who is claimed; else "".

    Only where the claimed speaker speaks elsewhere in the document too: then both are known. Who
    is named by an office ("the Prime Minister noted") may be anybody.
    """
    if not claimed:
        return ""
    paragraph = text.rfind("\n\n", 0, start) + 1
    before = text[paragraph:start]
    names = speakers_in(before, rules)
    if not names or _share(names[-1], claimed) or _speaks_unnamed(before, names[-1], rules):
        return ""
    aliases = [name for name in speakers_in(text, rules) if _share(name, claimed)]
    is_alias = any(_share(name, names[-1]) for name in aliases)
    return names[-1] if aliases and not is_alias else ""


def _speaks_unnamed(before: str, name: str, rules: LanguageRules) -> bool:
    """Tell whether somebody unnamed speaks after a named speaker: "the Chairman said"."""
    after = before[before.rfind(name) + len(name) :].split()
    verbs = [word.strip('.,;:!?"”’').casefold() in rules.attributions for word in after]
    return any(verbs[2:])  # the first two words may be the verb of the name


def speakers_in(text: str, rules: LanguageRules) -> list[str]:
    """List the names of those who speak, in order; an office with its article is no name."""
    found = [(match.start(), match[1]) for match in _HEADING.finditer(text)]
    for match in _SAYING.finditer(text):
        verbs = [verb.casefold() for verb in match.groups()[1:] if verb]
        is_saying = any(verb in rules.attributions for verb in verbs)
        if is_saying and _words(match[1]) and not _is_office(text, match):
            found.append((match.start(), match[1]))
    return [name for _, name in sorted(found) if not _words(name) <= rules.persons.keys()]


def _is_office(text: str, match: re.Match[str]) -> bool:
    """Tell an office, which has an article before it or as its first word, from a name."""
    before = text[max(0, match.start() - _LONGEST_ARTICLE) : match.start()]
    first = match[1].partition(" ")[0] + " "
    return bool(_OFFICE.search(before) or _OFFICE.fullmatch(first))


def names_in(text: str) -> list[str]:
    """List rows of capitalised words, in order."""
    return [" ".join(match[0].split()) for match in _ROW.finditer(text)]


def _words(name: str) -> set[str]:
    """Give the words of a name without titles and initials."""
    words = {word.strip(".’'").casefold() for word in name.split()}
    return {word for word in words if len(word) >= _LEAST and word not in TITLES}


def _share(name: str, other: str) -> bool:
    return bool(_words(name) & _words(other))
