"""What is quoted and stands denied in its source: "not as | a leader", "did not make | any plans".

A negation at the very cut is read in `cuts`. Here light words, or the verb, stand between the two.
The verb tells only where the author repeats it, or where the first quoted word needs a negation
("any"): "he did not like | the old bridge" leaves the old bridge a bridge.
Entry point: `denied_from`.
"""

from collections.abc import Collection, Sequence

from provtrack.auditing.quoted import words_of
from provtrack.taxonomy.inflection import is_same_word
from provtrack.text.language_rules import LanguageRules
from provtrack.text.negating import negations_in

_LIGHT = 4  # light words between a negation and what it denies
_REACH = 6  # words between a negation and what its verb governs
_REACH_OF_SIGNS = 6  # the same in characters, where blanks divide no words
_BESIDE = 4  # of the author's words before the quotation that may repeat the verb
_PAUSES = frozenset(',;:—–()"“”„«».!?，；：、。「」')


def denied_from(
    left: str, quoted: Sequence[str], rules: LanguageRules, *, setting: str = ""
) -> int | None:
    """Find the negation before the cut that denies what is quoted.

    Args:
        left: What stands before the passage in its sentence.
        quoted: The keys of the quoted words.
        setting: The author's own words before the quotation.

    Returns:
        The code point of `left` at which the negation begins; None if nothing is denied.
    """
    negations = negations_in(left, rules.language)
    if not negations or _PAUSES.intersection(left[negations[-1].end :]):
        return None
    if not negations[-1].is_firm and len(negations) == 1:
        return None  # French "pas" and "point" without "ne" are nouns
    last, between = negations[-1], left[negations[-1].end :].strip()
    term = left[last.start : last.end].casefold()
    if rules.words:
        is_denied = last.is_firm and _denies_signs(between, quoted, rules, setting)
        return last.start if is_denied else None
    keys = [word.key for word in words_of(between, rules)]
    if term in rules.plain_negations or term.endswith(rules.negation_suffixes or ("\0",)):
        is_denied = _follows(keys, rules) or _denies(keys, quoted, rules, setting)
    else:
        is_denied = len(negations) == 1 and _denies(keys, quoted, rules, setting)
    return last.start if is_denied else None


def _follows(keys: Sequence[str], rules: LanguageRules) -> bool:
    """Tell whether only light words part the cut from a negation, or "as" ends its clause."""
    if len(keys) <= _LIGHT and all(_is_lead(key, rules) for key in keys):
        return True
    return keys[-1] in rules.predicatives and _is_one_clause(keys, rules)


def _is_lead(key: str, rules: LanguageRules) -> bool:
    return key in rules.negation_leads or key in rules.auxiliaries or key in rules.predicatives


def _is_one_clause(keys: Sequence[str], rules: LanguageRules) -> bool:
    """Tell whether words stand in the clause of the negation before them, and near it."""
    openers = rules.complementizers | rules.conditions | rules.joins | rules.adversatives
    return len(keys) <= _REACH and openers.isdisjoint(keys)


def _denies(keys: Sequence[str], quoted: Sequence[str], rules: LanguageRules, setting: str) -> bool:
    """Tell whether the verb between denies: the author repeats it, or "any" is quoted first."""
    if not _is_one_clause(keys, rules):
        return False
    if quoted[0] in rules.beside_negation:
        return True
    own = [word.key for word in words_of(setting, rules)][-_BESIDE:]
    return any(_tells(key, rules) and _is_among(key, own, rules) for key in keys)


def _tells(key: str, rules: LanguageRules) -> bool:
    return key not in rules.function_words and not _is_lead(key, rules)


def _is_among(key: str, words: Collection[str], rules: LanguageRules) -> bool:
    return any(is_same_word(key, word, rules) for word in words if _tells(word, rules))


def _denies_signs(between: str, quoted: Sequence[str], rules: LanguageRules, setting: str) -> bool:
    """Tell the same where blanks divide no words: 不是|, 没有进行|任何."""
    if len(between) > _REACH_OF_SIGNS:
        return False
    if between and between in setting[-2 * _REACH_OF_SIGNS :]:
        return True
    if any(quoted[0].startswith(term) for term in rules.beside_negation):
        return True
    while between:
        lead = max((lead for lead in rules.negation_leads if between.endswith(lead)), default="")
        if not lead:
            return False
        between = between.removesuffix(lead)
    return True
