"""What a cut leaves out in a language without rules: "not" before the words, "if" beside them.

Less is told than where a language has rules: only what stands right beside the cut, or opens the
sentence, and is a word of `text.cut_words`. Entry point: `lost_beside`.
"""

import re
from functools import cache

from provtrack.auditing.cuts import sentence_after, sentence_before
from provtrack.text.cut_words import CutWords, cut_words_of
from provtrack.text.language_rules import LANGUAGES, LanguageRules, rules_of
from provtrack.text.languages import UNDETERMINED

_WORD = re.compile(r"[^\W\d_]+(?:['’\u200c][^\W\d_]+)*")
_LEAST = 3  # words of a quotation of which something can be lost
_LEAST_UNPARTED = 6  # the same in letters, where blanks part no words
_LIGHT = 3  # letters of a word between a negation and what it denies: no se | puede
_LONGEST_TERM = 5  # words
_BORDER = re.compile(r"\W*(?:$|[.,;:!?…。，；：！？—–])")
_STRONG = (";", "—", "–", ".", "!", "?", "；", "。", "！", "？")


def lost_beside(
    text: str, start: int, end: int, *, language: str, setting: tuple[str, str]
) -> tuple[str, str]:
    """Give what left and right of a passage changes what it says; empty if nothing does.

    Args:
        language: Of the text (BCP 47); nothing is told of one that has rules, or no words listed.
        setting: The author's own words before and behind the quotation, which may say so.
    """
    words = cut_words_of(language)
    rules = rules_of(language)
    if rules.language != UNDETERMINED or words == CutWords():
        return "", ""
    quoted = text[start:end]
    is_short = len(quoted.split()) < _LEAST and len(quoted) < _LEAST_UNPARTED
    if is_short or _says_so(" ".join(setting), words):
        return "", ""
    left, right = sentence_before(text, start, rules), _after(text, end, rules)
    return _before(left, right, words), _behind(right, words)


def _after(text: str, end: int, rules: LanguageRules) -> str:
    return "" if text[end - 1 : end] in _STRONG else sentence_after(text, end, rules)


def _before(left: str, right: str, words: CutWords) -> str:
    """Give what stands before if it denies the passage, or makes it depend on something."""
    if not left.strip() or left.rstrip().endswith(_STRONG):
        return ""
    found = list(_WORD.finditer(left))
    keys = [word[0].casefold() for word in found]
    near = len(keys) - 1 - (len(keys) > 1 and len(keys[-1]) <= _LIGHT)
    for at in range(len(keys) - 1, near - 1, -1):
        if keys[at] in words.negations and not left.rstrip().endswith(","):
            return left[found[at].start() :].strip()
    glued = [one for one in words.negations if _is_unparted(one)]
    ending = max((one for one in glued if left.rstrip().endswith(one)), key=len, default="")
    opens = _opening(keys, words.conditions | words.commas) and _BORDER.match(right)
    return ending or (left.strip() if opens else "")


def _behind(right: str, words: CutWords) -> str:
    """Give what stands behind if it denies the passage, or takes part of it back."""
    plain = right.casefold().lstrip(" ")
    if plain.startswith(words.endings or ("\0",)):
        return right.strip()
    keys = [word.casefold() for word in _WORD.findall(right[:120])]
    has_pause = bool(re.match(r"\s*[,،，;—–(]", right))
    terms = words.conditions | words.exceptions | (words.commas if has_pause else frozenset())
    if not has_pause:
        terms |= words.follow
    return right.strip(" ,") if _opening(keys, terms) else ""


def _opening(keys: list[str], terms: frozenset[str]) -> bool:
    return any(" ".join(keys[:length]) in terms for length in range(1, _LONGEST_TERM + 1))


def _is_unparted(word: str) -> bool:
    """Tell a word of a script in which blanks part no words: Thai, Lao, Khmer, Burmese."""
    return "\u0e00" <= word[:1] <= "\u109f"


def _says_so(setting: str, words: CutWords) -> bool:
    """Tell whether the author's own words deny or leave open, in whatever language they are."""
    said = {word.casefold() for word in _WORD.findall(setting)}
    return not said.isdisjoint(_turning() | words.negations | words.conditions | words.commas)


@cache
def _turning() -> frozenset[str]:
    """List negations and conditions of all languages that have rules."""
    rules = [rules_of(tag) for tag in LANGUAGES]
    return frozenset().union(*(one.negations | one.conditions for one in rules))
