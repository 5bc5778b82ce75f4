"""A figure that is quoted alone, with the word it counts or numbers: “3 divisions”, “Article 9”.

Alone, “3” / “5” tells a reader nothing. Entry point: `in_its_words`.
"""

import re

from provtrack.model.comparison import ComparedVersion, Reading
from provtrack.text.language_rules import LanguageRules, rules_of

_AFTER = re.compile(r"\.?[ \u00a0]+([^\W\d_](?:[\w'’-]*\w)?)")
_BEFORE = re.compile(r"([^\W\d_](?:[\w'’-]*\w)?)\.?[ \u00a0]+$")
_NEAR = 40  # code points in which the word beside a figure stands


def in_its_words(reading: Reading, version: ComparedVersion) -> str:
    """Give a reading; of a bare figure with the next word, or the one before if that is light."""
    text = reading.text
    if not text.strip() or any(map(str.isalpha, text)) or not any(map(str.isnumeric, text)):
        return text
    paragraph, rules = version.paragraphs[reading.paragraph], rules_of(version.language)
    end = reading.start + len(text.rstrip())
    after = _AFTER.match(paragraph, end)
    if after and _is_telling(after[1], rules):
        return paragraph[reading.start : after.end()]
    before = _BEFORE.search(paragraph[max(0, reading.start - _NEAR) : reading.start])
    if before and _is_telling(before[1], rules):
        return paragraph[reading.start - len(before[0]) : end]
    return text


def _is_telling(word: str, rules: LanguageRules) -> bool:
    return word.casefold() not in rules.function_words
