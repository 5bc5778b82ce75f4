"""What an editor put in square brackets: mere help for the reader, or words that carry the sense.

A negation, a modal verb, a quantifier, a figure or a date that one side alone has changes what is
said, with brackets too; unless it belongs to a remark on the document: [two words illegible].
Entry points: `bracket`, `is_insertion`.
"""

from provtrack.model.names import Nature
from provtrack.taxonomy.dates import is_valued
from provtrack.taxonomy.hunks import Hunk
from provtrack.taxonomy.ruling import Ruling

SQUARE = frozenset("[]")


def bracket(hunk: Hunk) -> Ruling | None:
    """Judge an editor's insertion that only one side has, or the same words bracketed."""
    if not (hunk.old and hunk.new):
        if is_insertion(hunk) and (_is_remark(hunk) or not _carries_sense(hunk)):
            return Ruling(Nature.BRACKET, "any-bracket-2", 0.8, "editorial insertion in brackets")
        return None
    letters = ["".join(keys) for keys in (hunk.old_keys, hunk.new_keys)]
    if letters[0] == letters[1] and SQUARE & ({*hunk.old} ^ {*hunk.new}):
        return Ruling(Nature.BRACKET, "any-bracket-1", 0.9, "square brackets")
    return None


def is_insertion(hunk: Hunk) -> bool:
    """Tell whether one side alone has words, in one pair of square brackets."""
    text = (hunk.old + hunk.new).strip()
    is_one_sided = not (hunk.old and hunk.new)
    return is_one_sided and text[:1] == "[" and text[-1:] == "]" and text.count("[") == 1


def _is_remark(hunk: Hunk) -> bool:
    """Tell whether an editor speaks of the document: [sic], [two words illegible]."""
    return not hunk.rules.remarks.isdisjoint((*hunk.old_keys, *hunk.new_keys))


def _carries_sense(hunk: Hunk) -> bool:
    """Tell whether words are among those that turn, limit or count what is said."""
    rules = hunk.rules
    lists = (rules.negations, rules.modality, rules.quantifiers, rules.limits)
    return any(
        any(term in words for words in lists)
        or term.endswith(rules.negation_suffixes or ("\0",))
        or is_valued(term, rules.language)
        for term in (*hunk.old_terms, *hunk.new_terms)
    )
