"""One name written otherwise: under another romanisation, as initials, another name of a place.

Entry point: `name_form`.
"""

import re

from provtrack.model.names import Nature
from provtrack.taxonomy.hunks import Hunk, key_of, word_before
from provtrack.taxonomy.ruling import Ruling
from provtrack.text.name_systems import (
    agrees_beside,
    changes_system,
    is_ambiguous,
    keeps_one_system,
)
from provtrack.text.romanisation import is_homonym, pinyin_of, plain_name, shared_name

_INITIAL = re.compile(r"[^\W\d_]|Y[aeou]|[CKPSTZ]h|Ts|Дж")  # one letter, or two for one sound
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_][\w'’-]*) $")
_NAME = re.compile(r"[A-Z][\w'’-]*\w")
_AROUND = 2_000  # characters: the names that show the system of a text
_NEAR = 80  # characters: a word beside a reading is no longer
_WORD_AFTER = re.compile(r"^ ([^\W\d_][\w'’-]*)")
_PATRONYMIC = 1  # initials that may stand beyond the names written out


def name_form(hunk: Hunk) -> Ruling | None:
    """Judge names that are one name under another romanisation."""
    old, new, places = hunk.old_words, hunk.new_words, hunk.rules.places
    if not old or not new:
        return None
    forms = [places.get(" ".join(keys)) for keys in (hunk.old_keys, hunk.new_keys)]
    if forms[0] and forms[0] == forms[1]:
        return Ruling(Nature.NAME_FORM, "any-name-form-3", 0.85, "another form of one name")
    if _goes_on_with_name(hunk) and any(map(_are_initials_of, (hunk.old, hunk.new), (new, old))):
        return Ruling(Nature.NAME_FORM, "any-name-form-4", 0.75, "initials for a name")
    if not _may_be_names(hunk):
        return None
    names = _bare(" ".join(old)), _bare(" ".join(new))
    reason = shared_name(*names)
    if not reason or not all(agrees_beside(word, names) for word in _kept_beside(hunk)):
        return None
    if reason.startswith("same name: Wade") and _may_be_two_men(hunk, names):
        said = "one name in two romanisations, or two names"
        return Ruling(Nature.NAME, "any-name-4", 0.5, said)
    if any(map(is_homonym, names)) and reason.endswith("customary form") and not _is_place(hunk):
        said = "one place under two names, or another bearer of the name"
        return Ruling(Nature.NAME, "any-name-5", 0.5, said)
    return Ruling(Nature.NAME_FORM, "any-name-form-2", 0.85, reason)


def _is_place(hunk: Hunk) -> bool:
    """Tell whether a word of place stands before both readings: in Salisbury, not Lord S."""
    return all(
        key_of(word_before(text, start)) in hunk.rules.locatives
        for text, start, _ in (hunk.base, hunk.witness)
    )


def _may_be_two_men(hunk: Hunk, names: tuple[str, str]) -> bool:
    """Tell whether nothing shows that the texts have two systems, or something that they have one.

    A syllable that can be two names needs proof: another name that changes with it.
    """
    words, others = (
        set(_NAME.findall(text[max(0, start - _AROUND) : end + _AROUND]))
        for text, start, end in (hunk.base, hunk.witness)
    )
    if changes_system(names, words - others, others - words):
        return False
    if keeps_one_system(words & others):
        return True
    return is_ambiguous(names) and not any(
        pinyin_of(plain_name(word)) for word in _kept_beside(hunk) if word[:1].isupper()
    )


def _are_initials_of(short: str, words: tuple[str, ...]) -> bool:
    """Tell whether a reading is the initials of given names: N. S. and Nikita (Sergeyevich)."""
    initials = [part for part in re.split(r"[.\s]+", short.strip()) if part]
    if "." not in short or not 0 <= len(initials) - len(words) <= _PATRONYMIC or not words:
        return False
    fits = (word.startswith(part) for part, word in zip(initials, words, strict=False))
    are_names = all(word[0].isupper() and len(word) > len("Yu") for word in words)
    return all(fits) and are_names and all(map(_INITIAL.fullmatch, initials))


def _goes_on_with_name(hunk: Hunk) -> bool:
    """Tell whether a word with a capital follows on both sides."""
    following = (text[end : end + 3].lstrip(". ")[:1] for text, _, end in (hunk.base, hunk.witness))
    return all(letter.isupper() for letter in following)


def _may_be_names(hunk: Hunk) -> bool:
    return all(
        word[:1].isupper() and word.casefold() not in hunk.rules.function_words
        for word in (*hunk.old_words, *hunk.new_words)
    )


def _kept_beside(hunk: Hunk) -> list[str]:
    """List the words with capitals right beside the readings that both texts have."""
    sides = hunk.base, hunk.witness
    before, after = (
        [pattern.search(text) for text in texts]
        for pattern, texts in (
            (_WORD_BEFORE, [text[max(0, start - _NEAR) : start] for text, start, _ in sides]),
            (_WORD_AFTER, [text[end : end + _NEAR] for text, _, end in sides]),
        )
    )
    both = [[found[1] for found in founds if found] for founds in (before, after)]
    return [
        words[0]
        for words in both
        if len(words) == len(set(words)) + 1 and key_of(words[0]) not in hunk.rules.function_words
    ]


def _bare(name: str) -> str:
    """Drop a possessive ending."""
    return re.sub(r"['’]s?$", "", name)
