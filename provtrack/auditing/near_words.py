"""Words that recognition noise may have made of one another, where noise is known to be.

Entry point: `are_near`.
"""

from collections.abc import Sequence

from provtrack.auditing.known_words import tells
from provtrack.taxonomy.recognition import is_misread
from provtrack.text.language_rules import LanguageRules

_SHORTEST = 2


def are_near(old: Sequence[str], new: Sequence[str], rules: LanguageRules) -> bool:
    """Tell words that noise may have made of one another."""
    if not old:
        return all(len(key) <= _SHORTEST and not tells(key, rules) for key in new)
    if not new:
        return all(len(key) == 1 and not tells(key, rules) for key in old)
    if len(old) != len(new) or any(tells(key, rules) for key in new):
        return False
    if any(tells(key, rules) and key not in rules.persons for key in old):
        return False
    return all(_may_be_noise(*pair, rules) for pair in zip(old, new, strict=True))


def _may_be_noise(word: str, read: str, rules: LanguageRules) -> bool:
    """Tell a word that noise has made of another: by look-alikes, or by losing a letter.

    Words told apart by more than that are a word for another word, also among noise.
    """
    longer, shorter = max(word, read, key=len), min(word, read, key=len)
    if any(longer == prefix + shorter for prefix in rules.negation_prefixes):
        return False
    if is_misread(word, read):
        return True
    has_lost = len(word) == len(read) + 1
    return has_lost and any(word[:at] + word[at + 1 :] == read for at in range(len(word)))
