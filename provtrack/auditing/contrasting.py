"""A difference in words: always the quoted words first, "“three” for the source’s “two”".

A comparison sets the base before the witness ("two against three"); in an audit nobody could tell
which is the author's. Entry point: `contrast`.
"""

import re

from provtrack.auditing.codes import shortened
from provtrack.model.quotation import Difference

_SET_AGAINST = re.compile(
    r"(?:(?P<lead>[^:]+): )?(?P<source>.+?) (?:against|became) (?P<quoted>.+?)"
    r"(?:: (?P<rest>.+)|, (?P<where>in brackets))?"
)
_SAYS_NOTHING = ("words ", "other words")
_SAME = "the same negation in other words"  # says the words of both of its differences
_NEGATES = " is the negation of "
_NEGATED = "one negates the other"


def contrast(one: Difference) -> str:
    """Say a difference: the quoted words, those of the source, and what a rule says of it.

    Example: “not closed” for the source’s “closed” (negation added).
    """
    said = one.explanation.rstrip(".")
    if said.startswith(_SAME):
        return said
    quoted, source = (shortened(words) for words in (one.quoted_words, one.source_words))
    found = _SET_AGAINST.fullmatch(said)
    if found:
        remark = ", ".join(filter(None, (found["lead"], found["rest"], found["where"])))
        is_fuller = quoted.casefold() in found["quoted"].casefold()
        if is_fuller or not (quoted.strip() and source.strip()):
            return _told(found["quoted"], found["source"], remark)
        return _told(quoted, source, remark)  # the rule names first forms: spring, not springs
    if quoted.strip() and source.strip():
        return _told(quoted, source, _remark(said, quoted, source))
    words = quoted if quoted.strip() else source
    if not words.strip() or _says(said, words):
        return said
    what = "added" if quoted.strip() else "left out"
    if said.endswith(f" {what}") and not said.startswith(_SAYS_NOTHING):
        return f"{said}: “{words}”"
    return _with(f"“{words}” {what}", said)


def _told(quoted: str, source: str, remark: str) -> str:
    return _with(f"“{quoted}” for the source’s “{source}”", remark)


def _with(told: str, remark: str) -> str:
    """Add what a rule says, if it says anything."""
    is_said = not remark or remark.startswith(_SAYS_NOTHING)
    return told if is_said else f"{told} ({remark})"


def _remark(said: str, quoted: str, source: str) -> str:
    """Leave out what only repeats the two words: “wouldn't” stands for “would not”."""
    if _NEGATES in said:
        return _NEGATED
    return "" if _says(said, quoted) and _says(said, source) else said


def _says(explanation: str, words: str) -> bool:
    """Tell whether an explanation has some words, and not only inside longer ones."""
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w)", explanation, re.IGNORECASE))
