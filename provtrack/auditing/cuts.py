"""What a quotation leaves out at its ends and under its ellipses that its sense depends on.

Left of the cut: a condition ("if"), a verb that does not assert what it governs ("denied that"), a
negation or hedge that belongs to the first quoted word. Right of it: what takes part back ("but",
"only if"). Under an ellipsis: a negation, hedge or condition of the words that are kept.
Words the author says outside the quotation marks are not lost.
Entry points: `lost_before`, `lost_after`, `lost_within`.
"""

import re
from collections.abc import Iterable, Sequence

from provtrack.auditing.qualifying import answers_negation
from provtrack.auditing.quoted import Word, words_of
from provtrack.model.quotation import Verdict
from provtrack.taxonomy.senses import is_negation
from provtrack.text.language_rules import LanguageRules
from provtrack.text.sentences import sentences_of

_WINDOW = 400  # code points looked at on each side of a passage
_LONGEST_TERM = 4
_GOVERNS = 7  # words between a verb that governs and "that"
_LEAST = 3  # words of a quotation that can be a statement
_STATEMENT = 6  # words of one that is likely to be
_LOOK = 40  # code points of the passage that show whether a sentence begins with it
_HEDGE = 3  # strength up to which a word of modality hedges
_REACH = 3  # words of the swallowed end that belong to the kept words after it
_NEXT = 2  # the same for a hedge, which belongs to the verb right after it
_FAR = 9  # the same for a negation with no comma after it
_COMMAS = (",", "，")
_BORDER = re.compile(r"^[\s\"'”’»)\]]*(?:[.,;:!?…。，；：！？—–]|-{2}|$)")
_OPENS = re.compile(r"^[\s,;:\"'”’»)\]—–\-，；：]*")


def lost_before(text: str, start: int, end: int, *, rules: LanguageRules, setting: str = "") -> str:
    """Give what left of a passage changes what it says; empty if nothing does.

    Args:
        setting: The author's own words before the quotation, up to its mark.
    """
    left = _sentence_before(text, start, rules)
    words = words_of(left, rules)
    quoted = [word.key for word in words_of(text[start:end], rules)]
    if not words or len(quoted) < _LEAST:
        return ""
    keys = [word.key for word in words]
    if _strong_end(left):
        opens = (
            not rules.words and left.rstrip()[-1:] in "—–" and _opens_with_condition(keys, rules)
        )
        if not opens or not _reaches_border(text, end, rules) or _says_so(setting, keys[:2], rules):
            return ""
        return left.strip()
    if rules.words:
        found = _han_before(left, rules)
    elif _bears_on_first(keys, quoted, rules):
        found = len(keys) - 1
    elif len(quoted) >= _STATEMENT and (size := _clause_opener(keys, rules)):
        found = len(keys) - size
    elif not _reaches_border(text, end, rules):
        return ""
    else:
        is_name = text[start : start + 1].isupper() or quoted[0] in rules.persons
        opens_clause = len(quoted) >= _STATEMENT and is_name
        found = _governor(left, words, rules, opens_clause=opens_clause)
        if found is None:
            found = _condition(left, words, rules)
    if found is None or _says_so(setting, keys[found:], rules):
        return ""
    return left[words[found].start :].strip() if not rules.words else left[found:].strip()


def _strong_end(left: str) -> bool:
    """Tell whether what stands before is closed off: a semicolon, a dash, a full stop."""
    return left.rstrip()[-1:] in ";—–.!?"


def _sentence_before(text: str, start: int, rules: LanguageRules) -> str:
    """Give the part of the sentence before a passage."""
    first = max(0, start - _WINDOW, text.rfind("\n\n", 0, start) + 1)
    before = text[first:start]
    spans = sentences_of(text[first : start + _LOOK], rules.language)
    starts = [span.start for span in spans if span.start <= len(before)]
    return before[starts[-1] :] if starts else before


def _bears_on_first(keys: Sequence[str], quoted: Sequence[str], rules: LanguageRules) -> bool:
    """Tell whether the last word before the cut belongs to the first quoted word."""
    if is_negation(keys[-1], rules):
        return True
    if len(quoted) < _STATEMENT:
        return False
    pair = f"{keys[-1]} {quoted[0]}"
    if pair in rules.quantifiers and quoted[0] in rules.quantifiers:
        return True
    return _hedges(keys[-1], rules) or (len(keys) == 1 and keys[0] in rules.lone_limits)


def _opens_with_condition(keys: Sequence[str], rules: LanguageRules) -> bool:
    """Tell whether a clause begins with a condition, whose consequence comes after it."""
    return any(_term_at(keys, at, rules) for at in range(min(2, len(keys))))


def _term_at(keys: Sequence[str], at: int, rules: LanguageRules) -> int:
    """Count the words of the condition that begins at a place; 0 if none does."""
    for length in range(_LONGEST_TERM, 0, -1):
        if " ".join(keys[at : at + length]) in rules.conditions and len(keys) > at + length:
            return length
    return 0


def _clause_opener(keys: Sequence[str], rules: LanguageRules) -> int:
    """Count the words of a condition right before the cut that only a clause can follow."""
    for length in range(min(_LONGEST_TERM, len(keys)), 0, -1):
        term = " ".join(keys[-length:])
        if term in rules.conditions and term not in rules.loose_conditions:
            return length
    return 0


def _condition(left: str, words: Sequence[Word], rules: LanguageRules) -> int | None:
    """Find a clause of condition before the cut, which the quoted clause depends on.

    It begins the sentence, or a clause in it: after "that", "and", a comma. Terms of several
    words, which are nothing else (as if), may stand anywhere.
    """
    keys = [word.key for word in words]
    closing = words[-1].start if keys[-1] in rules.resumptives else len(left)
    plain = left[:closing].rstrip().rstrip(",")
    if keys[-1] in rules.function_words and keys[-1] not in rules.resumptives:
        return None
    opening = max((plain.rfind(mark) for mark in ':"“„«‘'), default=-1)
    first = next((n for n, word in enumerate(words) if word.start > opening), len(words))
    for at in range(len(keys) - 1, first - 1, -1):
        if "," in plain[words[at].start :]:
            return None
        length = _term_at(keys, at, rules)
        is_opening = at < first + 2 or keys[at - 1] in rules.complementizers | rules.joins
        if length and (is_opening or length > 1 or plain[: words[at].start].rstrip()[-1:] == ","):
            return at
    return None


def _governor(
    left: str, words: Sequence[Word], rules: LanguageRules, *, opens_clause: bool
) -> int | None:
    """Find the word left of the cut that takes the assertion out of the clause after it."""
    keys = [word.key for word in words]
    for length in range(min(_LONGEST_TERM, len(keys)), 0, -1):
        if " ".join(keys[-length:]) in rules.conditions:
            return len(keys) - length
    if keys[-1] in rules.complementizers:
        near = range(max(0, len(keys) - 1 - _GOVERNS), len(keys) - 1)
        found = [
            n
            for n in near
            if (keys[n] in rules.unasserted or is_negation(keys[n], rules))
            and _governs(left, words, n, rules)
        ]
        if found and not _is_sure(keys, found, rules):
            return found[0]
        held = [n for n in near if _is_hedged_noun(left, words, n, rules)]
        return held[0] if held and not found else None
    is_sure = " ".join(keys[-2:]) in rules.modality
    if keys[-1] in rules.unasserted and opens_clause and not is_sure:
        return len(keys) - 1
    return None


def _governs(left: str, words: Sequence[Word], at: int, rules: LanguageRules) -> bool:
    """Tell whether "that" before the cut is that of a word: not "disputes with them, and that"."""
    if words[at + 1].key in rules.complementizers:
        return True
    between = left[words[at].end : words[-1].start]
    if words[-2].key in rules.joins and not is_negation(words[at].key, rules):
        return any(word.key in rules.complementizers for word in words[at + 1 : -1])
    return between.count(",") % 2 == 0


def _is_hedged_noun(left: str, words: Sequence[Word], at: int, rules: LanguageRules) -> bool:
    """Tell "it may be your view that": a hedge, and a noun that only then takes back."""
    noun = words[-2].key
    return (
        _hedges(words[at].key, rules) and noun in rules.views and _governs(left, words, at, rules)
    )


def _is_sure(keys: Sequence[str], found: Sequence[int], rules: LanguageRules) -> bool:
    """Tell "there is no doubt that": a negated doubt asserts."""
    doubts = [n for n in found if not is_negation(keys[n], rules)]
    return any(" ".join(keys[n - 1 : n + 1]) in rules.modality for n in doubts if n)


def _han_before(left: str, rules: LanguageRules) -> int | None:
    """Find a governing word at the end of what stands before, where blanks divide no words."""
    plain = left.rstrip(' ，,“"「')
    terms = (*rules.conditions, *rules.unasserted, *rules.negations)
    ends = [len(plain) - len(term) for term in terms if plain.endswith(term)]
    return min(ends) if ends else None


def _hedges(key: str, rules: LanguageRules) -> bool:
    is_adverb = key not in rules.unasserted or key in rules.doubting_adverbs
    return rules.modality.get(key, 10) <= _HEDGE and is_adverb


def _reaches_border(text: str, end: int, rules: LanguageRules) -> bool:
    """Tell whether a passage ends where a clause does."""
    after = text[end : end + _WINDOW]
    if _BORDER.match(after) or text[end - 1 : end] in ".,;:!?":
        return True
    following = [word.key for word in words_of(after[:40], rules)[:2]]
    return bool(following) and bool(
        {following[0], " ".join(following)} & (rules.exceptions | rules.joins | rules.resumptives)
    )


def lost_after(text: str, start: int, end: int, *, rules: LanguageRules, setting: str = "") -> str:
    """Give what right of a passage takes part of it back; empty if nothing does."""
    if text[end - 1 : end] in tuple(".!?;。！？"):
        return ""
    right = _sentence_after(text, end, rules)
    opening = _OPENS.match(right)
    rest = right[opening.end() if opening else 0 :]
    quoted = len(words_of(text[start:end], rules))
    words = words_of(rest, rules)
    if quoted > 1 and words and _closes_with_negation(words[0], rest, rules):
        return "" if _says_so(setting, [words[0].key], rules) else rest.strip()
    if not rest or quoted <= _LEAST:
        return ""
    if rules.words:
        terms = [term for term in rules.exceptions if rest.startswith(term)]
        return rest.strip() if terms and not _says_so(setting, terms, rules) else ""
    keys = [word.key for word in words[: _LONGEST_TERM + 1]]
    for skipped in (0, 1):
        if skipped and not (keys and keys[0] in rules.joins | rules.lone_limits):
            break
        for length in range(_LONGEST_TERM, 0, -1):
            if " ".join(keys[skipped : skipped + length]) in rules.exceptions:
                if not skipped and answers_negation(text[start:end], keys, rules):
                    return ""
                lost = keys[: skipped + length]
                return "" if _says_so(setting, lost, rules) else rest.strip()
    return ""


def _closes_with_negation(word: Word, rest: str, rules: LanguageRules) -> bool:
    """Tell whether only a negation is left of the clause: fürchtet euch | nicht!"""
    return is_negation(word.key, rules) and bool(_BORDER.match(rest[word.end :]))


def _sentence_after(text: str, end: int, rules: LanguageRules) -> str:
    """Give the rest of the sentence after a passage."""
    stop = text.find("\n\n", end)
    after = text[end : min(end + _WINDOW, stop if stop >= 0 else len(text))]
    if not after.strip() or after[0] in ".!?。！？":
        return ""
    spans = sentences_of("x" + after, rules.language)
    return after[: spans[0].end - 1] if spans else after


def _says_so(setting: str, lost: Sequence[str], rules: LanguageRules) -> bool:
    """Tell whether the author's own words beside the quotation say what was cut."""
    said = {word.key for word in words_of(setting, rules)}
    if not said:
        return False
    return bool(_bearings(said, rules) & _bearings(lost, rules))


def _bearings(keys: Iterable[str], rules: LanguageRules) -> set[str]:
    """Name the ways in which words bear on an assertion beside them."""
    found = set()
    for key in keys:
        if is_negation(key, rules):
            found.add("negation")
        if key in rules.conditions or key in rules.exceptions:
            found.add("condition")
        if key in rules.unasserted or _hedges(key, rules):
            found.add("doubt")
    return found


def lost_within(
    words: Sequence[Word], text: str, *, rules: LanguageRules
) -> tuple[Verdict, str] | None:
    """Say what an ellipsis swallowed that the kept words depend on.

    Args:
        words: Those of the source that it stands for.
        text: The source they stand in.

    Returns:
        Distorted if a negation, truncated if a hedge or condition; and the word. None else.
    """
    if not words:
        return None
    keys = [word.key for word in words]
    for at in range(len(keys)):
        if is_negation(keys[at], rules) and _negates_kept(words, at, text):
            return Verdict.DISTORTED, words[at].text
    if _has_stop(words, text):
        return None
    for at, key in enumerate(keys):
        left = len(keys) - 1 - at
        if rules.modality.get(key, 10) <= _HEDGE and left < _NEXT:
            return Verdict.TRUNCATED, words[at].text
        opens = at == 0 or (at == 1 and keys[0] in rules.complementizers | rules.joins)
        if key in rules.conditions and (opens or left < _REACH):
            return Verdict.TRUNCATED, words[at].text
    return None


def _negates_kept(words: Sequence[Word], at: int, text: str) -> bool:
    """Tell whether a swallowed negation bears on the words after or around the ellipsis.

    It does if nothing closes its clause before the ellipsis ends; after many words it has found
    what it negates.
    """
    between = text[words[at].end : words[-1].end + 1]
    if any(mark in between for mark in ".;!?。；！？"):
        return False
    if _is_closed_clause(words, text):
        return False
    left = len(words) - 1 - at
    return left < _REACH or at == 0 or ("," not in between and left < _FAR)


def _is_closed_clause(words: Sequence[Word], text: str) -> bool:
    """Tell a whole clause between two commas: what negates in it negates nothing else."""
    return text[: words[0].start].rstrip()[-1:] in _COMMAS and text[words[-1].end :][:1] in _COMMAS


def _has_stop(words: Sequence[Word], text: str) -> bool:
    return any(mark in text[words[0].start : words[-1].end + 1] for mark in ".;!?。；！？")
