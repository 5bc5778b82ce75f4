"""A short form against what it stands for: lists, initials, periods, contracted endings.

A short form that is listed stands for what the list says and for nothing else; initials that no
list has are told as less certain, two of them least. Entry point: `short_form`.
"""

import re
from collections.abc import Sequence

from provtrack.model.names import Nature
from provtrack.taxonomy.hunks import Hunk, is_word, key_of
from provtrack.taxonomy.ruling import Ruling
from provtrack.text.language_rules import LanguageRules

_BLANK_AFTER_PERIOD = re.compile(r"(?<=\.)\s+")
_PARTS = re.compile(r"[\s\-]+")
_FEWEST_INITIALS = 2
_LONGEST_ENDING = 3  # letters in which forms of a declined word differ
_SHORTEST_STEM = 3


def short_form(hunk: Hunk) -> Ruling | None:
    """Judge a short form against the long one: lists, initials, periods, contracted endings."""
    if not hunk.old_words or not hunk.new_words:
        return None
    elided = next(
        (
            e
            for e in hunk.rules.elisions
            if all(k[0].startswith(e) for k in (hunk.old_keys, hunk.new_keys))
        ),
        "",
    )
    old, new = (text[len(elided) :].strip(" ,;:") for text in (hunk.old, hunk.new))
    if not _may_be_short(old, new, hunk):
        return None
    for short, long in ((old, new), (new, old)):
        confidence = _confidence(short, long, hunk.rules)
        if confidence:
            said = f"“{short.strip()}” stands for “{long.strip()}”"
            return Ruling(Nature.ABBREVIATION, "any-abbreviation-1", confidence, said)
    return None


def _may_be_short(old: str, new: str, hunk: Hunk) -> bool:
    """Tell quickly whether one reading can be a short form."""
    if old.isupper() or new.isupper() or "." in old or "." in new:
        return True
    known, endings = hunk.rules.abbreviations, hunk.rules.endings
    return any(
        text in known
        or any(end in text for end, _ in endings)
        or any(word.strip(" ,;:") in known for word in text.split())
        for text in (old.casefold().replace("’", "'"), new.casefold().replace("’", "'"))
    )


def _confidence(short: str, long: str, rules: LanguageRules) -> float:
    """Say how sure it is that one reading is short for the other; 0.0 where nothing shows it."""
    if _stands_for(short, long, rules):
        return 0.9
    letters = short.replace(".", "").strip()
    if len(letters) < _FEWEST_INITIALS or not letters.isupper():
        return 0.0
    words = _heads_of(long, rules)
    key = letters.casefold()
    listed = rules.abbreviations.get(key, ())
    if any(" " in full or not full.startswith(key) for full in listed):
        return 0.85 if any(_are_forms(words, full, rules) for full in listed) else 0.0
    if not _are_initials(letters, long, rules):
        return 0.0
    if len(letters) > _FEWEST_INITIALS:
        return 0.75
    return 0.6 if all(word[0].isupper() for word in words) else 0.0


def _stands_for(short: str, long: str, rules: LanguageRules) -> bool:
    """Tell whether a list, a period or a contracted ending makes two readings one."""
    plain, full = (" ".join(_squeezed(text).split()) for text in (short, long))
    bare = _BLANK_AFTER_PERIOD.sub("", plain.rstrip(".").strip())
    if _is_another_word(short, bare, rules):
        return False  # us is not U.S., nor the United States
    if plain != full and plain.replace(".", "") == full.replace(".", ""):
        return not _is_another_word(long, full, rules) and _has_same_capitals(short, long, rules)
    if full in rules.abbreviations.get(bare, ()) or full in rules.abbreviations.get(
        bare.replace(".", ""), ()
    ):
        return True
    words, others = short.split(), long.split()
    if len(words) == len(others) > 1 and plain.split() != full.split():  # Lt. Col.
        return all(
            _squeezed(a) == _squeezed(b) or _stands_for(a, b, rules)
            for a, b in zip(words, others, strict=True)
        )
    expansions = (bare.removesuffix(end) + stands for end, stands in rules.endings if end in bare)
    return full in expansions


def _is_another_word(text: str, plain: str, rules: LanguageRules) -> bool:
    """Tell whether a reading without periods and capitals is a plain word: it, us, who."""
    return plain in rules.function_words and text == plain and plain not in rules.auxiliaries


def _has_same_capitals(text: str, other: str, rules: LanguageRules) -> bool:
    """Tell whether two readings have the same letters, unless they are a known short form."""
    letters, second = (one.replace(".", "").strip() for one in (text, other))
    key = letters.casefold()
    return letters == second or key in rules.abbreviations or key in rules.day_halves


def _squeezed(text: str) -> str:
    return text.casefold().replace("’", "'").strip(" ,;:")


def _heads_of(long: str, rules: LanguageRules) -> list[str]:
    """List the words of a long form that its initials are taken from."""
    words = [word for word in _PARTS.split(long.strip()) if word and is_word(word)]
    bare = [_without_elision(word, rules) for word in words]
    return [word for word in bare if key_of(word) not in rules.function_words]


def _without_elision(word: str, rules: LanguageRules) -> str:
    elided = next((e for e in rules.elisions if key_of(word).startswith(e)), "")
    return word[len(elided) :] or word


def _are_forms(words: Sequence[str], full: str, rules: LanguageRules) -> bool:
    """Tell whether words are those of a listed long form, declined where the language declines."""
    heads = [_squeezed(word) for word in _heads_of(full, rules)]
    keys = [_squeezed(word) for word in words]
    if len(heads) != len(keys):
        return False
    if rules.name_endings is not None:
        return [key.replace("'", "") for key in keys] == [head.replace("'", "") for head in heads]
    return all(map(_is_declined, keys, heads))


def _is_declined(word: str, head: str) -> bool:
    """Tell whether two words may be forms of one: государств, государства."""
    word, head = word.replace("ё", "е"), head.replace("ё", "е")
    stem = max(min(len(word), len(head)) - _LONGEST_ENDING, _SHORTEST_STEM)
    return word[:stem] == head[:stem]


def _are_initials(letters: str, long: str, rules: LanguageRules) -> bool:
    """Tell whether capitals are the first letters of the words they stand for."""
    words = [word for word in _PARTS.split(long.strip()) if word and is_word(word)]
    bare = [_without_elision(word, rules) for word in words]
    heads = _heads_of(long, rules)
    return letters in {"".join(w[0] for w in heads), "".join(w[0] for w in bare).upper()}
