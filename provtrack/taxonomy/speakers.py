"""Who speaks at a place of a document: "Mr. Orlov said that ...", "ORLOV: ...".

`is_another_speaker` reads the document from its top (`taxonomy.turns`). The rest looks at a few
words only: `speakers_in` lists the names that stand before a verb of saying, or at the head of a
paragraph before a colon.
Entry points: `is_another_speaker`, `speakers_in`, `names_in`, `may_be_named`, `around`.
"""

import re
from bisect import bisect_right

from provtrack.taxonomy.cast import cast_of
from provtrack.taxonomy.persons import person_of
from provtrack.taxonomy.saying import AUTHOR
from provtrack.taxonomy.spoken import is_inside
from provtrack.taxonomy.turns import turns_of
from provtrack.text.abbreviations import TITLES
from provtrack.text.language_rules import LanguageRules

_NAME = r"(?:(?:[^\W\d_a-zа-яё]\.){1,3}|[^\W\d_a-zа-яё][\w’'\-]*\.?)"
_SAYING = re.compile(rf"\b((?:{_NAME}\s+){{0,3}}{_NAME})(?=\s+([\w’'\-]+)(?:\s+([\w’'\-]+))?)")
_HEADING = re.compile(rf"(?:^|\n)\s*((?:{_NAME}\s*){{1,4}}):")
_ROW = re.compile(rf"\b{_NAME}(?:\s+{_NAME})*")
_LEAST = 3  # letters of a name
_STEM = 3  # letters by which a name is sought at little cost
_SHORT_STEM = 2
_BLOCK = 100_000  # code points; of a book only the blocks around a place are read
_LONGEST = 3 * _BLOCK
AUTHOR_OF_IT = "whoever wrote the document"
_LONGEST_ARTICLE = 5  # letters, with the blank
_OFFICE = re.compile(r"\b(?:the|der|die|dem|le|la|el|il|lo)\s+$|\bl[’']$", re.IGNORECASE)


def is_another_speaker(claimed: str, text: str, start: int, rules: LanguageRules) -> str:
    """Give the name of whoever speaks at a place, if it is surely not who is claimed; else "".

    Both must be known from the document, and it must show them to be two: `taxonomy.cast`.
    """
    if not claimed or not may_be_named(claimed, text):
        return ""
    text, start = around(text, start)
    turns = turns_of(text, rules.language)
    at = bisect_right(turns, start, key=lambda turn: turn.start) - 1
    speakers = turns[at].speakers if at >= 0 and start < turns[at].end else ()
    who = person_of(claimed, rules)
    if not speakers or who is None:
        return ""
    cast = cast_of(text, rules.language)
    who = cast.known(who)
    if who is AUTHOR and not turns[at].is_direct and not _is_spoken(text, start):
        return ""  # whoever wrote it tells all of it
    if any(cast.are_one(who, one) or not cast.are_two(who, one) for one in speakers):
        return ""
    if speakers[0] is AUTHOR and cast.author:
        return " ".join(cast.author.words.split()).rstrip(".")
    return speakers[0].words or AUTHOR_OF_IT


def _is_spoken(text: str, place: int) -> bool:
    """Tell whether a place stands between quotation marks of its paragraph."""
    start = text.rfind("\n\n", 0, place) + 1
    return is_inside(text[start:place], place - start)


def may_be_named(claimed: str, text: str) -> bool:
    """Tell at little cost whether a document can name somebody."""
    folded = text.casefold()
    return any(
        word.strip(".,")[:_STEM].casefold() in folded for word in claimed.split() if len(word) > 1
    )


def around(text: str, start: int) -> tuple[str, int]:
    """Cut a book down to the blocks around a place."""
    if len(text) <= _LONGEST:
        return text, start
    first = max(0, (start // _BLOCK - 1) * _BLOCK)
    return text[first : first + _LONGEST], start - first


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
