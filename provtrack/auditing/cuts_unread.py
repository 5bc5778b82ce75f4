"""What a cut leaves out in a language without rules: "not" beside the words, "if" before them.

Less is told than where a language has rules: only what stands right beside the cut, or opens the
sentence or what follows a comma, and is a word of `text.cut_words`. Entry point: `lost_beside`.
"""

import re
from collections.abc import Sequence
from functools import cache

from provtrack.auditing.cuts import sentence_after, sentence_before
from provtrack.text.cut_words import WORD, CutWords, cut_words_of, is_unparted
from provtrack.text.language_rules import LANGUAGES, LanguageRules, rules_of
from provtrack.text.languages import UNDETERMINED

_LEAST = 3  # words of a quotation of which something can be lost
_LEAST_UNPARTED = 6  # the same in letters, where blanks part no words
_BESIDE = 5  # words of the author beside the quotation that may say what was cut
_STOPS = ".!?;:…。！？；：؟؛।։"
_PAUSE = re.compile(r"\s*[,،、，]\s*")
_BORDER = re.compile(rf"[\s\"'”’»)\]]*(?:$|[,،，—–{_STOPS}])")


def lost_beside(
    text: str, start: int, end: int, *, language: str, setting: tuple[str, str]
) -> tuple[str, str]:
    """Give what left and right of a passage changes what it says; empty if nothing does.

    Args:
        language: Of the text (BCP 47); nothing is told of one that has rules, or no words listed.
        setting: The author's own words before and behind the quotation, which may say so.
    """
    words, rules = cut_words_of(language), rules_of(language)
    quoted = text[start:end]
    is_short = len(quoted.split()) < _LEAST and len(quoted) < _LEAST_UNPARTED
    if rules.language != UNDETERMINED or words == CutWords() or is_short:
        return "", ""
    left, right = sentence_before(text, start, rules), _after(text, end, rules)
    denied = _denied_before(left, quoted, words)
    if denied and not _denies(_keys(setting[0])[-_BESIDE:], words):
        return denied, ""
    denied = _denied_behind(right, quoted, words)
    if denied and not _denies(_keys(" ".join(setting)), words):
        return "", denied
    leaves_open = _conditions() | words.conditions
    if not leaves_open.isdisjoint(_keys(" ".join(setting))):
        return "", ""
    return _opening_condition(left, right, words), _closing_condition(right, words)


def _after(text: str, end: int, rules: LanguageRules) -> str:
    return "" if text[end - 1 : end] in tuple(_STOPS) else sentence_after(text, end, rules)


def _denied_before(left: str, quoted: str, words: CutWords) -> str:
    """Give the negation right before a passage that does not begin with another one."""
    found = list(WORD.finditer(left))
    if not found:
        return _unparted_before(left, words)
    first = (_keys(quoted) or [""])[0]
    if first in words.only | words.negations:
        return ""
    at = len(found) - 1 - (len(found) > 1 and found[-1][0].casefold() in words.light)
    between = left[found[at].end() : found[-1].start()] + left[found[-1].end() :]
    if not between.strip() and found[at][0].casefold() in words.negations:
        return left[found[at].start() :].strip()
    return _unparted_before(left, words)


def _unparted_before(left: str, words: CutWords) -> str:
    """Give the negation at the end of words in a script in which no blanks part them."""
    ends = [one for one in words.negations if left.endswith(one) and is_unparted(one)]
    return max(ends, key=len, default="")


def _denied_behind(right: str, quoted: str, words: CutWords) -> str:
    """Give what denies the words before it, if they do not deny themselves."""
    if words.endings and right.startswith(words.endings):
        return right.strip()
    keys = _keys(right[:80])
    is_next = bool(keys) and right.lstrip().casefold().startswith(keys[0])
    if not is_next or keys[0] not in words.follow or (keys[1:2] and keys[1] in words.only):
        return ""
    return right.strip() if not _denies(_keys(quoted), words) else ""


def _opening_condition(left: str, right: str, words: CutWords) -> str:
    """Give a condition that opens the sentence, of a passage that ends where its clause does."""
    is_open = bool(left.strip()) and not left.rstrip().endswith(tuple(_STOPS))
    if is_open and _keys(left)[:1] and _keys(left)[0] in words.conditions and _BORDER.match(right):
        return left.strip()
    return ""


def _closing_condition(right: str, words: CutWords) -> str:
    """Give a condition behind a passage and a comma."""
    pause = _PAUSE.match(right)
    keys = _keys(right[pause.end() :][:80]) if pause else []
    return right.strip(" ,،、，") if keys and keys[0] in words.conditions else ""


def _keys(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def _denies(keys: Sequence[str], words: CutWords) -> bool:
    """Tell whether words deny, in the language of the text or in one that has rules."""
    return not (_negations() | words.negations | words.follow).isdisjoint(keys)


@cache
def _negations() -> frozenset[str]:
    return frozenset().union(*(rules_of(tag).plain_negations for tag in LANGUAGES))


@cache
def _conditions() -> frozenset[str]:
    return frozenset().union(*(rules_of(tag).conditions for tag in LANGUAGES))
