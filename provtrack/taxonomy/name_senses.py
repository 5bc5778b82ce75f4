"""Another name in the place of a name: Kulikov for Kuznetsov, K. Sokolov for N. Sokolov.

Where capitals mark names they are asked, else lists of places, titles and surnames.
Entry point: `name_sense`.
"""

import re
from collections.abc import Sequence

from provtrack.model.names import Nature
from provtrack.taxonomy.bare_names import bare_name
from provtrack.taxonomy.hunks import Hunk, is_content, key_of
from provtrack.taxonomy.inflection import is_same_word
from provtrack.taxonomy.ruling import Ruling
from provtrack.text.abbreviations import TITLES
from provtrack.text.language_rules import LanguageRules

_ROW_OF_INITIALS = re.compile(r"(?:[^\W\d_a-zа-я][a-zа-я]?\.\s?){2,}")
_INITIALS = re.compile(r"(?:[^\W\d_a-zа-я][a-zа-я]?\.\s?)+")
_LONGEST_HAN = 5  # characters of a Chinese name, and one
_LONGEST_INITIAL = 2  # letters: K, Yu, Дж
_NEXT_WORD = 24  # code points in which the next word stands


def name_sense(hunk: Hunk) -> Ruling | None:
    """Find another name in the place of a name."""
    if not hunk.old_words or not hunk.new_words:
        return _part_of_name(hunk)
    if hunk.rules.capitals_mark_names and hunk.old.islower() and hunk.new.islower():
        return None
    known = _known_name(hunk) or _initial(hunk)
    if not known and bare_name(hunk):
        return _other_name(0.6, hunk.old.strip(), hunk.new.strip())
    if known or not hunk.rules.capitals_mark_names:
        return known
    old, new = (_names(hunk, words) for words in (hunk.old_words, hunk.new_words))
    if not old or not new or set(old) & set(new):
        return None
    if all(_is_same_name(a, b, hunk.rules) for a, b in hunk.unlike() or [("", "-")]):
        return None
    for names, keys in ((old, hunk.old_keys), (new, hunk.new_keys)):
        if 2 * len(names) < sum(is_content(key, hunk.rules) for key in keys):
            return None
    return _other_name(0.8, " ".join(old), " ".join(new))


def _part_of_name(hunk: Hunk) -> Ruling | None:
    """Find initials or a title that only one side has before a name."""
    text = (hunk.old or hunk.new).strip()
    keys = hunk.old_keys or hunk.new_keys
    following = (side[end:].lstrip(". ")[:1] for side, _, end in (hunk.base, hunk.witness))
    if not keys or not all(letter.isupper() for letter in following):
        return None
    if len(keys) == 1 and text[:1].isupper() and _follows_title(hunk):
        return _with_name(text)
    if hunk.rules.courtesies.issuperset(keys):
        return None
    is_title = all(key in hunk.rules.titles or key in TITLES for key in keys)
    if is_title or _INITIALS.fullmatch(text):
        what = "a title" if is_title else "initials"
        return Ruling(Nature.NAME, "any-name-2", 0.7, f"{what} on one side only: {text}")
    return None


def _follows_title(hunk: Hunk) -> bool:
    """Tell whether a title stands right before the place: Mr. Dulles, Mr. Allen Dulles."""
    text, start, _ = hunk.base
    before = text[max(0, start - _NEXT_WORD) : start].replace(".", " ").split()[-1:]
    return bool(before) and key_of(before[0]) in hunk.rules.titles


def _with_name(name: str) -> Ruling:
    return Ruling(Nature.NAME, "any-name-3", 0.7, f"a part of the name on one side only: {name}")


def _is_same_name(word: str, other: str, rules: LanguageRules) -> bool:
    """Tell whether two words are forms of one name; where names are not declined, by its ends."""
    if rules.name_endings is None:
        return is_same_word(word, other, rules)
    ends = ("", *rules.name_endings)
    bare = [{key.removesuffix(end) for end in ends} for key in (word, other)]
    return not bare[0].isdisjoint(bare[1])  # the Emperor's, the Emperors


def _other_name(confidence: float, old: str, new: str) -> Ruling:
    return Ruling(Nature.NAME, "any-name-1", confidence, f"another name: {old} against {new}")


def _known_name(hunk: Hunk) -> Ruling | None:
    """Find another name by lists of places, titles and surnames, where capitals tell none."""
    rules = hunk.rules
    old, new = (_last(keys, rules) for keys in (hunk.old_keys, hunk.new_keys))
    if old in rules.places and new in rules.places:
        return _other_name(0.85, hunk.old.strip(), hunk.new.strip())
    both = [text.strip() for text in (hunk.old, hunk.new)]
    if not rules.surnames and not all(text[:1].isupper() for text in both):
        return None
    has_title = bool(rules.titles) and _beside_title(hunk)
    if rules.surnames:
        is_short = all(1 - has_title < len(text) < _LONGEST_HAN for text in both)
        if is_short and all(text[0] in rules.surnames for text in both):
            return _other_name(0.6, *both)
        return None
    is_one = len(hunk.old_words) == len(hunk.new_words) == 1
    if has_title and is_one and old not in rules.titles:
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
        before = text[max(0, start - _NEXT_WORD) : start].replace(".", " ").split()[-2:]
        if before and before[-1] in hunk.rules.function_words:
            before.pop()  # Botschafter von Hassell
        before = before[-1:]
        is_after = bool(hunk.rules.words) and any(
            text.startswith(title, end) for title in hunk.rules.titles
        )
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
        and is_content(word.casefold(), hunk.rules)
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
