"""Lists of words as the files of a language write them, read into sets and tables.

Blanks part words, line ends part the lines of a list; all is casefolded but where a list says so.
Leaves to `text.language_rules` what each list means. Entry points: `read_words`, `read_forms`,
`read_senses`, `read_lines`, `read_opposites`, `read_abbreviations`, `fold_words`,
`letters_of`.
"""

import re
from collections.abc import Mapping


def read_opposites(lines: str) -> dict[str, frozenset[str]]:
    """Map each word to those that stand on a line with it."""
    pairs: dict[str, frozenset[str]] = {}
    for line in lines.casefold().splitlines():
        for word in line.split():
            pairs[word] = pairs.get(word, frozenset()) | (frozenset(line.split()) - {word})
    return pairs


def read_words(words: str) -> frozenset[str]:
    """Read words apart by blanks; a low line stands for a blank inside a term."""
    return frozenset(word.replace("_", " ") for word in words.casefold().split())


def fold_words(scale: Mapping[str, int]) -> dict[str, int]:
    return {word.casefold(): value for word, value in scale.items()}


def read_forms(lines: str) -> dict[str, str]:
    """Map every word of a line to the first word of the line; the first line of a word holds.

    A low line stands for the blank inside a term of several words: pointed_out.
    """
    forms: dict[str, str] = {}
    for line in lines.casefold().splitlines():
        for word in line.split():
            forms.setdefault(word.replace("_", " "), line.split()[0].replace("_", " "))
    return forms


def read_lines(lines: str) -> dict[str, str]:
    """Map every word of a line to the line; lower case only, so that ß and ss stay two."""
    return {word: line for line in lines.lower().splitlines() for word in line.split()}


def read_abbreviations(lines: str) -> dict[str, tuple[str, ...]]:
    """Map each short form to all it can stand for."""
    pairs: dict[str, tuple[str, ...]] = {}
    for line in lines.casefold().splitlines():
        short, equals, long = line.partition("=")
        if equals:
            key = re.sub(r"(?<=\.)\s+", "", short.strip())  # т. д is т.д
            pairs[key] = (*pairs.get(key, ()), long.strip())
    return pairs


def read_senses(lines: str) -> dict[str, str]:
    """Map every word to the first words of all lines it stands on, with bars between them.

    A word on two lines has two senses: a pound of money and one of weight.
    """
    senses: dict[str, list[str]] = {}
    for line in lines.casefold().splitlines():
        for word in line.split():
            senses.setdefault(word.replace("_", " "), []).append(line.split()[0])
    return {word: "|".join(dict.fromkeys(firsts)) for word, firsts in senses.items()}


def letters_of(term: str) -> str:
    """Give the letters and figures of a term, casefolded, without blanks and periods."""
    return "".join(filter(str.isalnum, term.casefold()))
