"""Rules that find which part of the sense a change touches: negation, modality, tense ...

All natures here are substantive. The rules are tried in order of gravity, and the first that
applies names the change; "wording" (other words) and "content" (words on one side only) remain.
Names are judged in `name_senses`, parts of a time in `time_senses`.
Entry point: `sense_of`.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from provtrack.model.names import Nature
from provtrack.taxonomy.attributions import attribution, says_first
from provtrack.taxonomy.dates import is_valued
from provtrack.taxonomy.hunks import Hunk, is_content, key_of
from provtrack.taxonomy.inflection import is_same_word
from provtrack.taxonomy.name_senses import name_sense
from provtrack.taxonomy.number_senses import other_number
from provtrack.taxonomy.ruling import Ruling
from provtrack.taxonomy.time_senses import other_calendar, other_length, other_time, part_of_time
from provtrack.text.language_rules import LanguageRules

_ELLIPSIS = re.compile(r"[\[(<]?\s*(?:…+|\.(?:\s?\.){2,})\s*[\])>]?")
_FEW = 3  # a one-sided change with more words of its own than this is content, whatever is in it
_SHORTEST_STEM = 4
_NEXT_WORD = 24  # code points in which the next word stands


def sense_of(hunk: Hunk) -> Ruling:
    """Find which part of the sense a change touches."""
    if _leaves_an_ellipsis(hunk):
        return Ruling(Nature.CONTENT, "any-content-2", 0.9, "words against an ellipsis")
    for rule in _RULES:
        ruling = rule(hunk)
        if ruling:
            return ruling
    if hunk.old_words and hunk.new_words:
        if sorted(hunk.old_keys) == sorted(hunk.new_keys):
            return _other_order(hunk)
        return Ruling(Nature.WORDING, "any-wording-1", 0.6, "other words")
    if hunk.old_words or hunk.new_words:
        return Ruling(Nature.CONTENT, "any-content-1", 0.8, _gone(hunk, "words"))
    return Ruling(Nature.WORDING, "any-wording-2", 0.3)


def _other_order(hunk: Hunk) -> Ruling:
    """Judge the same words in another order: only if, if only; not all did, all did not."""
    rules = hunk.rules
    if any(is_negation(word, rules) for word in hunk.old_keys):
        return Ruling(Nature.NEGATION, "any-negation-9", 0.75, "the negation stands elsewhere")
    if not rules.lone_limits.isdisjoint(hunk.old_keys):
        return Ruling(
            Nature.QUANTIFIER, "any-quantifier-9", 0.75, "the limiting word stands elsewhere"
        )
    return Ruling(Nature.WORDING, "any-wording-3", 0.8, "same words in another order")


def _leaves_an_ellipsis(hunk: Hunk) -> bool:
    """Tell whether one side has an ellipsis where the other has words."""
    sides = ((hunk.old, hunk.new_words), (hunk.new, hunk.old_words))
    return any(words and _ELLIPSIS.fullmatch(text.strip()) for text, words in sides)


def _gone(hunk: Hunk, what: str) -> str:
    """Say which side has it: "words left out", "words added"."""
    return f"{what} left out" if hunk.old_words else f"{what} added"


def _is_long_and_one_sided(hunk: Hunk) -> bool:
    """Tell whether whole phrases come or go: then what is in them is not the point."""
    if max(len(hunk.old_keys), len(hunk.new_keys)) <= _FEW:
        return False
    old, new = (
        sum(is_content(word, hunk.rules) for word in keys)
        for keys in (hunk.old_keys, hunk.new_keys)
    )
    if hunk.old_words and hunk.new_words:
        return min(old, new) <= 1 and max(old, new) > 2 * _FEW
    return max(old, new) > _FEW


def is_negation(word: str, rules: LanguageRules) -> bool:
    """Tell whether a casefolded word negates by itself."""
    return word in rules.negations or word.endswith(rules.negation_suffixes or ("\0",))


def _negation(hunk: Hunk) -> Ruling | None:
    """Count what negates on both sides; compare words with and without a negating prefix."""
    rules = hunk.rules
    old = [word for word in hunk.old_terms if is_negation(word, rules)]
    new = [word for word in hunk.new_terms if is_negation(word, rules)]
    rule = f"{rules.language}-negation"
    if old and new and max(len(hunk.old_terms), len(hunk.new_terms)) > _FEW:
        old, new = list(dict.fromkeys(old)), list(dict.fromkeys(new))  # never mind, never mind
    if len(old) != len(new) and not _is_long_and_one_sided(hunk):
        verb = "removed" if len(old) > len(new) else "added"
        return Ruling(Nature.NEGATION, f"{rule}-1", 0.95, f"negation {verb}")
    for word, other in hunk.unlike():
        if _negates(word, other, rules):
            return Ruling(Nature.NEGATION, f"{rule}-2", 0.9, f"{other} is the negation of {word}")
        if _negates(other, word, rules):
            return Ruling(Nature.NEGATION, f"{rule}-2", 0.9, f"{word} is the negation of {other}")
    return None


def _negates(word: str, other: str, rules: LanguageRules) -> bool:
    """Tell whether `other` is `word` with a prefix or suffix that negates it."""
    if word in rules.function_words or word in rules.quantifiers or other in rules.quantifiers:
        return False  # который and некоторый, много and немного
    if len(word) >= _SHORTEST_STEM and other.endswith(word):
        stems = rules.negation_prefixes.get(other.removesuffix(word))
        if stems is not None:
            return stems == ("*",) or word.startswith(stems)
    for less, full in rules.negation_pairs:
        stem = word.removesuffix(full)
        if stem != word and other == stem + less and len(stem) >= _SHORTEST_STEM - 1:
            return True
    return False


def _modality(hunk: Hunk) -> Ruling | None:
    """Compare strengths of commitment: could against should, surely against probably."""
    if _is_long_and_one_sided(hunk):
        return None
    old, new = _surplus(hunk, hunk.rules.modality)
    if not old and not new:
        return None
    rule = f"{hunk.rules.language}-modality-1"
    if not old or not new:
        word = (old or new)[0]
        verb = "removed" if old else "added"
        if any(is_same_word(word, other, hunk.rules) for other in _others(hunk, old)):
            return None  # is preparing, has prepared: a verb and not a readiness
        return Ruling(Nature.MODALITY, rule, 0.85, _of_one_side(hunk, word, verb))
    before, after = old[0], new[0]
    strength, other = hunk.rules.modality[before], hunk.rules.modality[after]
    direction = (
        "weakened" if other < strength else "strengthened" if other > strength else "shifted"
    )
    are_certain = {before, after} <= hunk.rules.certainties
    scale = "certainty" if are_certain else "commitment"
    return Ruling(Nature.MODALITY, rule, 0.9, f"{before} became {after}: {scale} {direction}")


def _of_one_side(hunk: Hunk, word: str, verb: str) -> str:
    """Say that a word came or went; the two words where another stands in its place."""
    if len(hunk.old_words) == len(hunk.new_words) == 1:
        return f"{hunk.old_words[0]} against {hunk.new_words[0]}"
    return f"“{word}” {verb}"


def _others(hunk: Hunk, old: Sequence[str]) -> Sequence[str]:
    """Give the words of the side that lacks what the other has beyond it."""
    return hunk.new_keys if old else hunk.old_keys


def _surplus(hunk: Hunk, scale: Mapping[str, int]) -> tuple[list[str], list[str]]:
    """List the words of a scale that each side has beyond the other."""
    if scale.keys().isdisjoint(hunk.old_terms) and scale.keys().isdisjoint(hunk.new_terms):
        return [], []
    old = [word for word in hunk.old_terms if word in scale]
    new = [word for word in hunk.new_terms if word in scale]
    return _beyond(old, new), _beyond(new, old)


def _beyond(words: Sequence[str], others: Sequence[str]) -> list[str]:
    """Give the words without as many of each as the other side has."""
    if not words or not others:
        return list(words)
    return list((Counter(words) - Counter(others)).elements())


def _quantifier(hunk: Hunk) -> Ruling | None:
    """Compare shares of the whole, and words that limit them."""
    if _is_long_and_one_sided(hunk):
        return None
    rule = f"{hunk.rules.language}-quantifier-1"
    old, new = _surplus(hunk, hunk.rules.quantifiers)
    if old and new:
        return Ruling(Nature.QUANTIFIER, rule, 0.9, f"{old[0]} against {new[0]}")
    if old or new:
        word = (old or new)[0]
        verb = "removed" if old else "added"
        return Ruling(Nature.QUANTIFIER, rule, 0.75, _of_one_side(hunk, word, verb))
    return _limit(hunk)


def _limit(hunk: Hunk) -> Ruling | None:
    """Find "only", "almost", "at least" come, go or change."""
    rules = hunk.rules
    words = set(hunk.old_keys) ^ set(hunk.new_keys)
    limits = words & rules.limits
    if not limits or not (limits & rules.lone_limits or _before_figure(hunk)):
        return None
    if all(word in rules.limits or word in rules.function_words for word in words) or (
        limits & rules.lone_limits
    ):
        said = ", ".join(sorted(limits))
        return Ruling(Nature.QUANTIFIER, f"{rules.language}-quantifier-2", 0.75, f"limit: {said}")
    return None


def _before_figure(hunk: Hunk) -> bool:
    """Tell whether the next word on either side can be a figure."""
    return any(
        is_valued(key_of(word), hunk.rules.language)
        for text, _, end in (hunk.base, hunk.witness)
        for word in _after_light(text[end : end + _NEXT_WORD].split(), hunk.rules)
    )


def _after_light(words: Sequence[str], rules: LanguageRules) -> Sequence[str]:
    """Give the first word, or the second after a light one: more "than ten"."""
    is_light = bool(words) and key_of(words[0]) in rules.function_words
    return words[is_light : is_light + 1]


def _attribution(hunk: Hunk) -> Ruling | None:
    """Compare verbs of saying, unless whole phrases come or go that do not begin with one."""
    is_lone = not (hunk.old_words and hunk.new_words)
    if _is_long_and_one_sided(hunk) and not (is_lone and says_first(hunk)):
        return None
    return attribution(hunk)


def _tense(hunk: Hunk) -> Ruling | None:
    """Find the same words in another form: tense, voice, aspect, number."""
    rules = hunk.rules
    old = [word for word in hunk.old_keys if word not in rules.auxiliaries]
    new = [word for word in hunk.new_keys if word not in rules.auxiliaries]
    if len(old) != len(new) or not all(map(is_same_word, old, new, [rules] * len(old))):
        return None
    if sorted(hunk.old_keys) == sorted(hunk.new_keys):
        return None  # "is he" against "he is": another order, no other form
    if not (hunk.old_words and hunk.new_words):
        if old or not (hunk.old_words or hunk.new_words):
            return None
        word = " ".join(hunk.old_words or hunk.new_words)
        verb = "removed" if hunk.old_words else "added"
        return Ruling(Nature.TENSE, f"{rules.language}-tense-2", 0.6, f"“{word}” {verb}")
    before, after = " ".join(hunk.old_words), " ".join(hunk.new_words)
    return Ruling(
        Nature.TENSE, f"{rules.language}-tense-1", 0.8, f"{before} against {after}: other form"
    )


_RULES: tuple[Callable[[Hunk], Ruling | None], ...] = (
    other_calendar,
    _negation,
    other_number,
    other_time,
    other_length,
    name_sense,
    part_of_time,
    _modality,
    _quantifier,
    _attribution,
    _tense,
)
