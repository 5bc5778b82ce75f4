"""Rules that find which part of the sense a change touches: negation, modality, names, tense ...

All natures here are substantive. The rules are tried in order of gravity, and the first that
applies names the change; "wording" (other words) and "content" (words on one side only) remain.
Entry point: `sense_of`.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from provtrack.model.names import Nature
from provtrack.taxonomy.dates import is_valued, values_of
from provtrack.taxonomy.figures import DATE
from provtrack.taxonomy.hunks import Hunk, around, key_of
from provtrack.taxonomy.inflection import is_same_word
from provtrack.taxonomy.ruling import Ruling
from provtrack.text.language_rules import LanguageRules

_ELLIPSIS = re.compile(r"[\[(<]?\s*(?:…+|\.(?:\s?\.){2,})\s*[\])>]?")
_ROW_OF_INITIALS = re.compile(r"(?:[^\W\d_a-zа-я][a-zа-я]?\.\s?){2,}")
_FEW = 3  # a one-sided change with more words of its own than this is content, whatever is in it
_SHORTEST_STEM = 4
_LONGEST_HAN = 5  # characters of a Chinese name, and one
_LONGEST_INITIAL = 2  # letters: K, Yu, Дж
_NEAR = len(" of the ")
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
        if Counter(hunk.old_keys) == Counter(hunk.new_keys):
            return Ruling(Nature.WORDING, "any-wording-3", 0.8, "same words in another order")
        return Ruling(Nature.WORDING, "any-wording-1", 0.6, "other words")
    if hunk.old_words or hunk.new_words:
        return Ruling(Nature.CONTENT, "any-content-1", 0.8, _gone(hunk, "words"))
    return Ruling(Nature.WORDING, "any-wording-2", 0.3)


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
        sum(_is_content(word, hunk.rules) for word in keys)
        for keys in (hunk.old_keys, hunk.new_keys)
    )
    if hunk.old_words and hunk.new_words:
        return min(old, new) <= 1 and max(old, new) > 2 * _FEW
    return max(old, new) > _FEW


def _is_content(word: str, rules: LanguageRules) -> bool:
    return word not in rules.function_words and word not in rules.negations


def is_negation(word: str, rules: LanguageRules) -> bool:
    """Tell whether a casefolded word negates by itself."""
    return word in rules.negations or word.endswith(rules.negation_suffixes or ("\0",))


def _negation(hunk: Hunk) -> Ruling | None:
    """Count what negates on both sides; compare words with and without a negating prefix."""
    rules = hunk.rules
    old = [word for word in hunk.old_terms if is_negation(word, rules)]
    new = [word for word in hunk.new_terms if is_negation(word, rules)]
    rule = f"{rules.language}-negation"
    if len(old) != len(new) and not _is_long_and_one_sided(hunk):
        verb = "removed" if len(old) > len(new) else "added"
        return Ruling(Nature.NEGATION, f"{rule}-1", 0.95, f"negation {verb}")
    for word, other in _unlike(hunk):
        if _negates(word, other, rules):
            return Ruling(Nature.NEGATION, f"{rule}-2", 0.9, f"{other} is the negation of {word}")
        if _negates(other, word, rules):
            return Ruling(Nature.NEGATION, f"{rule}-2", 0.9, f"{word} is the negation of {other}")
    return None


def _unlike(hunk: Hunk) -> list[tuple[str, str]]:
    """Pair the words of two readings of equal length."""
    if len(hunk.old_keys) != len(hunk.new_keys):
        return []
    return [(a, b) for a, b in zip(hunk.old_keys, hunk.new_keys, strict=True) if a != b]


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


def _name(hunk: Hunk) -> Ruling | None:
    """Find another name in the place of a name."""
    if not hunk.old_words or not hunk.new_words:
        return None
    known = _known_name(hunk) or _initial(hunk)
    if known or not hunk.rules.capitals_mark_names:
        return known
    old, new = (_names(hunk, words) for words in (hunk.old_words, hunk.new_words))
    if not old or not new or set(old) & set(new):
        return None
    if all(is_same_word(a, b, hunk.rules) for a, b in _unlike(hunk) or [("", "-")]):
        return None
    for names, keys in ((old, hunk.old_keys), (new, hunk.new_keys)):
        if 2 * len(names) < sum(_is_content(key, hunk.rules) for key in keys):
            return None
    return _other_name(0.8, " ".join(old), " ".join(new))


def _other_name(confidence: float, old: str, new: str) -> Ruling:
    return Ruling(Nature.NAME, "any-name-1", confidence, f"another name: {old} against {new}")


def _known_name(hunk: Hunk) -> Ruling | None:
    """Find another name by lists of places, titles and surnames, where capitals tell none."""
    rules = hunk.rules
    old, new = (_last(keys, rules) for keys in (hunk.old_keys, hunk.new_keys))
    if old in rules.places and new in rules.places:
        return _other_name(0.85, hunk.old.strip(), hunk.new.strip())
    both = [text.strip() for text in (hunk.old, hunk.new)]
    has_title = bool(rules.titles) and _beside_title(hunk)
    if rules.surnames:
        is_short = all(1 - has_title < len(text) < _LONGEST_HAN for text in both)
        if is_short and all(text[0] in rules.surnames for text in both):
            return _other_name(0.6, *both)
        return None
    is_one = len(hunk.old_words) == len(hunk.new_words) == 1
    if has_title and is_one and all(text[0].isupper() for text in both) and old not in rules.titles:
        return _other_name(0.7, *both)
    return None


def _last(keys: Sequence[str], rules: LanguageRules) -> str:
    """Give the only word of a reading, without an article that is written together with it."""
    if len(keys) != 1:
        return ""
    elided = next((word for word in rules.elisions if keys[0].startswith(word)), "")
    return keys[0].removeprefix(elided)


def _beside_title(hunk: Hunk) -> bool:
    """Tell whether a title stands before both readings, or after them in Chinese."""
    for text, start, end in (hunk.base, hunk.witness):
        before = text[max(0, start - _NEXT_WORD) : start].split()[-1:]
        follows = any(text.startswith(title, end) for title in hunk.rules.titles)
        is_after = bool(hunk.rules.words) and follows
        if not is_after and not (before and key_of(before[0]) in hunk.rules.titles):
            return False
    return True


def _initial(hunk: Hunk) -> Ruling | None:
    """Find another initial before a name: K. Sokolov, N. Sokolov; V. K., V. N."""
    rows = [text.strip() for text in (hunk.old, hunk.new)]
    if all(_ROW_OF_INITIALS.fullmatch(row) for row in rows):
        return _other_name(0.8, *rows)
    initials = [text.strip().rstrip(".") for text in (hunk.old, hunk.new)]
    if not all(0 < len(word) <= _LONGEST_INITIAL and word[0].isupper() for word in initials):
        return None
    if not all(len(word) == 1 or word[1:].islower() for word in initials):
        return None
    for text, _, end in (hunk.base, hunk.witness):
        after = text[end - text[:end].endswith(".") :].lstrip()
        if not after.startswith(".") or not after.lstrip(". ")[:1].isupper():
            return None
    return _other_name(0.8, *(f"{word}." for word in initials))


def _names(hunk: Hunk, words: Sequence[str]) -> list[str]:
    """List capitalised words that are names rather than heads of sentences."""
    elisions = hunk.rules.elisions
    bare = [
        word[len(next(e for e in elisions if key_of(word).startswith(e))) :]
        if key_of(word).startswith(elisions)
        else word
        for word in words
    ]
    names = [
        word
        for word in bare
        if word[:1].isupper()
        and _is_content(word.casefold(), hunk.rules)
        and word.casefold() not in hunk.rules.modality
        and word.casefold() not in hunk.rules.quantifiers
    ]
    if hunk.opens_sentence and names and names[0] == bare[0] and not _goes_on_as_name(hunk):
        return names[1:]
    return names


def _goes_on_as_name(hunk: Hunk) -> bool:
    """Tell whether what follows shows the first word of a sentence to be a name.

    Another name follows (Anna Petrovna), or "of" with one (Ludwig of Saxony), or a verb of saying.
    """
    for text, _, end in (hunk.base, hunk.witness):
        words = text[end : end + _NEXT_WORD].split()
        if words and len(words[0]) <= len("von") and words[0] in hunk.rules.function_words:
            words = words[1:]
        is_name = bool(words) and text[end : end + 1] == " " and words[0][0].isupper()
        if not is_name and not (words and key_of(words[0]) in hunk.rules.attributions):
            return False
    return True


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
        return Ruling(Nature.MODALITY, rule, 0.85, f"“{word}” {verb}")
    before, after = old[0], new[0]
    strength, other = hunk.rules.modality[before], hunk.rules.modality[after]
    direction = (
        "weakened" if other < strength else "strengthened" if other > strength else "shifted"
    )
    return Ruling(Nature.MODALITY, rule, 0.9, f"{before} became {after}: certainty {direction}")


def _others(hunk: Hunk, old: Sequence[str]) -> Sequence[str]:
    """Give the words of the side that lacks what the other has beyond it."""
    return hunk.new_keys if old else hunk.old_keys


def _surplus(hunk: Hunk, scale: Mapping[str, int]) -> tuple[list[str], list[str]]:
    """List the words of a scale that each side has beyond the other."""
    if scale.keys().isdisjoint(hunk.old_terms) and scale.keys().isdisjoint(hunk.new_terms):
        return [], []
    old = Counter(word for word in hunk.old_terms if word in scale)
    new = Counter(word for word in hunk.new_terms if word in scale)
    return list((old - new).elements()), list((new - old).elements())


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
        return Ruling(Nature.QUANTIFIER, rule, 0.75, f"“{word}” {verb}")
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
        for word in text[end : end + _NEXT_WORD].split()[:1]
    )


def _attribution(hunk: Hunk) -> Ruling | None:
    """Compare verbs of saying: said against claimed."""
    forms = hunk.rules.attributions
    old = [forms[word] for word in hunk.old_terms if word in forms]
    new = [forms[word] for word in hunk.new_terms if word in forms]
    opens = (hunk.old_terms or hunk.new_terms)[:1]
    is_lone = not (hunk.old_words and hunk.new_words)
    if _is_long_and_one_sided(hunk) and not (is_lone and forms.keys() & set(opens)):
        return None
    if set(old) == set(new):
        return None
    rule = f"{hunk.rules.language}-attribution-1"
    if old and new:
        said = f"{old[0]} against {new[0]}: another verb of saying"
        return Ruling(Nature.ATTRIBUTION, rule, 0.85, said)
    if hunk.old_words and hunk.new_words:
        return None
    return Ruling(Nature.ATTRIBUTION, rule, 0.6, _gone(hunk, "attribution"))


def _tense(hunk: Hunk) -> Ruling | None:
    """Find the same words in another form: tense, voice, aspect, number."""
    rules = hunk.rules
    old = [word for word in hunk.old_keys if word not in rules.auxiliaries]
    new = [word for word in hunk.new_keys if word not in rules.auxiliaries]
    if len(old) != len(new) or not all(map(is_same_word, old, new, [rules] * len(old))):
        return None
    if Counter(hunk.old_keys) == Counter(hunk.new_keys):
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


def _calendar(hunk: Hunk) -> Ruling | None:
    """Find a date in the old style become one in the new style, by its mark."""
    keys = {*hunk.old_keys, *hunk.new_keys}
    if keys and keys <= hunk.rules.calendars and hunk.old_keys != hunk.new_keys:
        return Ruling(Nature.DATE, f"{hunk.rules.language}-date-2", 0.8, "another calendar")
    return None


def _part_of_time(hunk: Hunk) -> Ruling | None:
    """Find another part of a month, year or century: early against late May."""
    parts = hunk.rules.time_parts
    old, new = ([key for key in keys if key in parts] for keys in (hunk.old_keys, hunk.new_keys))
    light = parts | hunk.rules.function_words
    if old == new or not light.issuperset((*hunk.old_keys, *hunk.new_keys)):
        return None
    if not all(_is_beside_date(side, hunk.rules) for side in (hunk.base, hunk.witness)):
        return None
    said = f"{old[0]} against {new[0]}" if old and new else _gone(hunk, "part of a time")
    return Ruling(Nature.DATE, f"{hunk.rules.language}-date-3", 0.85, said)


def _is_beside_date(side: tuple[str, int, int], rules: LanguageRules) -> bool:
    """Tell whether a date follows at once, or stands right before where words are not parted."""
    spans, tokens = around(side, rules)
    for value in values_of(tokens, rules.language):
        first, last = spans[value.first][0], spans[value.last - 1][1]
        gap = first - side[2] if first >= side[2] else side[1] - last
        follows = first >= side[2] or bool(rules.words)
        if value.kind == DATE and follows and 0 <= gap <= _NEAR:
            return True
    return False


_RULES: tuple[Callable[[Hunk], Ruling | None], ...] = (
    _calendar,
    _negation,
    _name,
    _part_of_time,
    _modality,
    _quantifier,
    _attribution,
    _tense,
)
