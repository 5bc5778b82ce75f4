"""What a quotation leaves out at its ends that its sense depends on.

Left of the cut: a condition ("if"), a verb that does not assert what it governs ("denied that"), a
negation or hedge that belongs to the first quoted word. Right of it: what takes part back ("but",
"only if").
Words the author says outside the quotation marks are not lost. What an ellipsis swallows is read in
`swallowed`. Entry points: `lost_before`, `lost_after`, `sentence_before`,
`sentence_after`.
"""

import re
from collections.abc import Iterable, Sequence

from provtrack.auditing.denied import denied_from
from provtrack.auditing.governing import (
    begins_for_now,
    condition,
    governor,
    hedges,
    leaves_doubt,
    term_at,
)
from provtrack.auditing.qualifying import answers_negation
from provtrack.auditing.quoted import Word, words_of
from provtrack.taxonomy.senses import is_negation
from provtrack.text.language_rules import LanguageRules
from provtrack.text.negating import negations_in
from provtrack.text.sentences import sentences_of

_WINDOW = 400  # code points looked at on each side of a passage
_LONGEST_TERM = 4
_LEAST = 3  # words of a quotation that can be a statement
_STATEMENT = 6  # words of one that is likely to be
_LOOK = 40  # code points of the passage that show whether a sentence begins with it
_BORDER = re.compile(r"^[\s\"'”’»)\]]*(?:[.,;:!?…。，；：！？—–]|-{2}|$)")
_OPENS = re.compile(r"^[\s,;:\"'”’»)\]—–\-，；：]*")


def lost_before(text: str, start: int, end: int, *, rules: LanguageRules, setting: str = "") -> str:
    """Give what left of a passage changes what it says; empty if nothing does.

    Args:
        setting: The author's own words before the quotation, up to its mark.
    """
    left = sentence_before(text, start, rules)
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
    denied = denied_from(left, quoted, rules, setting=setting)
    if denied is not None:
        return "" if _leaves_open(setting, rules) else left[denied:].strip()
    if rules.words:
        found = _han_before(left, rules)
    elif _bears_on_first(keys, quoted, rules):
        found = len(keys) - 1
    elif len(quoted) >= _STATEMENT and (size := _clause_opener(keys, rules)):
        found = len(keys) - size
    elif not _reaches_border(text, end, rules):
        found = _denied_clause(left, words, rules)
    else:
        is_name = text[start : start + 1].isupper() or quoted[0] in rules.persons
        opens_clause = len(quoted) >= _STATEMENT and is_name
        found = governor(left, words, rules, opens_clause=opens_clause)
        if found is None:
            found = condition(left, words, rules)
            if found is not None and len(quoted) < _STATEMENT:
                lead = left[: words[found].start]
                found = None if _is_inside(lead, left, text[end : end + _WINDOW], rules) else found
    if found is None or _says_so(setting, keys[found:], rules):
        return ""
    return left[words[found].start :].strip() if not rules.words else left[found:].strip()


def _denied_clause(left: str, words: Sequence[Word], rules: LanguageRules) -> int | None:
    """Find "not feel that" before a clause, wherever the passage ends in it."""
    if words[-1].key not in rules.complementizers:
        return None
    found = governor(left, words, rules, opens_clause=True)
    takes_back = rules.unasserted | rules.plain_negations
    return found if found is not None and words[found].key in takes_back else None


def _strong_end(left: str) -> bool:
    """Tell whether what stands before is closed off: a semicolon, a dash, a full stop."""
    return left.rstrip()[-1:] in ";—–.!?"


def sentence_before(text: str, start: int, rules: LanguageRules) -> str:
    """Give the part of the sentence before a passage."""
    farthest = max(0, start - _WINDOW)
    first = max(farthest, text.rfind("\n\n", farthest, start) + 1)
    before = text[first:start]
    spans = sentences_of(text[first : start + _LOOK], rules.language)
    starts = [span.start for span in spans if span.start <= len(before)]
    return before[starts[-1] :] if starts else before


def _is_inside(lead: str, left: str, after: str, rules: LanguageRules) -> bool:
    """Tell a few words inside a condition from what depends on it: "if it costs | two crowns, ...".

    Nothing closes the condition before the cut, and what depends on it stands elsewhere: after the
    quoted words, or before the condition and its comma.
    """
    last = words_of(left, rules)[-1].key
    if left.rstrip().endswith(",") or last in rules.resumptives:
        return False
    return after.lstrip()[:1] == "," or lead.rstrip().endswith(",")


def _bears_on_first(keys: Sequence[str], quoted: Sequence[str], rules: LanguageRules) -> bool:
    """Tell whether the last word before the cut belongs to the first quoted word."""
    if is_negation(keys[-1], rules):
        return True
    if len(quoted) < _STATEMENT:
        return False
    pair = f"{keys[-1]} {quoted[0]}"
    if pair in rules.quantifiers and quoted[0] in rules.quantifiers:
        return True
    if hedges(keys[-1], rules):
        return True
    if leaves_doubt(keys[-1], rules) and quoted[0] not in rules.complementizers | rules.joins:
        return True
    return len(keys) == 1 and keys[0] in rules.lone_limits


def _opens_with_condition(keys: Sequence[str], rules: LanguageRules) -> bool:
    """Tell whether a clause begins with a condition, whose consequence comes after it."""
    return any(term_at(keys, at, rules) for at in range(min(2, len(keys))))


def _clause_opener(keys: Sequence[str], rules: LanguageRules) -> int:
    """Count the words of a condition right before the cut that only a clause can follow."""
    for length in range(min(_LONGEST_TERM, len(keys)), 0, -1):
        term = " ".join(keys[-length:])
        if term in rules.conditions and term not in rules.loose_conditions:
            return length
    return 0


def _han_before(left: str, rules: LanguageRules) -> int | None:
    """Find a governing word at the end of what stands before, where blanks divide no words."""
    plain = left.rstrip(' ，,“"「')
    terms = (*rules.conditions, *rules.unasserted, *rules.negations)
    ends = [len(plain) - len(term) for term in terms if plain.endswith(term)]
    return min(ends) if ends else None


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
    right = sentence_after(text, end, rules)
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
    denials = negations_in(text[start:end], rules.language)
    if any(one.is_firm for one in denials) and begins_for_now(keys, rules):
        return "" if keys[0] in {word.key for word in words_of(setting, rules)} else rest.strip()
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


def sentence_after(text: str, end: int, rules: LanguageRules) -> str:
    """Give the rest of the sentence after a passage."""
    stop = text.find("\n\n", end, end + _WINDOW)
    after = text[end : stop if stop >= 0 else end + _WINDOW]
    if not after.strip() or after[0] in ".!?。！？":
        return ""
    spans = sentences_of("x" + after, rules.language)
    return after[: spans[0].end - 1] if spans else after


def _says_so(setting: str, lost: Sequence[str], rules: LanguageRules) -> bool:
    """Tell whether the author's own words beside the quotation say what was cut."""
    said = {word.key for word in words_of(setting, rules)}
    if not said:
        return False
    shared = _bearings(said, rules) & _bearings(lost, rules)
    if len(negations_in(" ".join(lost), rules.language)) == 1:
        return "condition" in shared or bool(negations_in(setting, rules.language))
    return bool(shared)


def _leaves_open(setting: str, rules: LanguageRules) -> bool:
    """Tell whether the author denies what is quoted as well, or says it on a condition."""
    is_denied = bool(negations_in(setting, rules.language))
    return is_denied or any(word.key in rules.conditions for word in words_of(setting, rules))


def _bearings(keys: Iterable[str], rules: LanguageRules) -> set[str]:
    """Name the ways in which words bear on an assertion beside them."""
    found = set()
    for key in keys:
        if is_negation(key, rules):
            found.add("negation")
        if key in rules.conditions or key in rules.exceptions:
            found.add("condition")
        if key in rules.unasserted or hedges(key, rules) or leaves_doubt(key, rules):
            found.add("doubt")
    return found
