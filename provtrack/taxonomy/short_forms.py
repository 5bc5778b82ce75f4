"""A short form against what it stands for: lists, initials, periods, contracted endings.

Entry point: `short_form`.
"""

import re

from provtrack.model.names import Nature
from provtrack.taxonomy.hunks import Hunk, is_word
from provtrack.taxonomy.ruling import Ruling
from provtrack.text.language_rules import LanguageRules

_BLANK_AFTER_PERIOD = re.compile(r"(?<=\.)\s+")
_SHORTEST_INITIALS = 2


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
    old, new = hunk.old[len(elided) :], hunk.new[len(elided) :]
    squeezed = {text: " ".join(_squeezed(text).split()) for text in (old, new)}
    for short, long in ((old, new), (new, old)):
        if _stands_for(squeezed[short], squeezed[long], hunk.rules) or _are_initials(
            short, long, hunk.rules
        ):
            return Ruling(
                Nature.ABBREVIATION,
                "any-abbreviation-1",
                0.9,
                f"{short.strip()} stands for {long.strip()}",
            )
    return None


def _stands_for(plain: str, full: str, rules: LanguageRules) -> bool:
    """Tell whether a list, a period or a contracted ending makes two squeezed readings one."""
    if plain != full and plain.replace(".", "") == full.replace(".", ""):
        return True
    bare = _BLANK_AFTER_PERIOD.sub("", plain.rstrip(".").strip())
    if full in rules.abbreviations.get(bare, ()) or full in rules.abbreviations.get(
        bare.replace(".", ""), ()
    ):
        return True
    words, others = plain.split(), full.split()
    if len(words) == len(others) > 1 and words != others:  # Lt. Col.
        pairs = zip(words, others, strict=True)
        return all(a == b or _stands_for(a, b, rules) for a, b in pairs)
    expansions = (bare.removesuffix(end) + stands for end, stands in rules.endings if end in bare)
    return full in expansions


def _squeezed(text: str) -> str:
    return text.casefold().replace("’", "'").strip(" ,;:")


def _are_initials(short: str, long: str, rules: LanguageRules) -> bool:
    """Tell whether capitals are the first letters of the words they stand for."""
    letters = short.replace(".", "").strip()
    if len(letters) < _SHORTEST_INITIALS or not letters.isupper():
        return False
    words = [word for word in re.split(r"[\s\-]+", long.strip()) if word and is_word(word)]
    if len(words) < len(letters):
        return False
    heads = [word for word in words if word.casefold() not in rules.function_words]
    return letters in {"".join(w[0] for w in heads), "".join(w[0] for w in words).upper()}
