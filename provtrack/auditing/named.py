"""Names, titles and offices that a publication has in common with a document: nobody lifts these.

"Deputy Chairman of the State Committee for Cultural Relations" stands wherever he is named, with
most words capitalised. Entry point: `is_name`.
"""

import re
from collections.abc import Sequence

from provtrack.text.language_rules import LanguageRules

_WORD = re.compile(r"[^\W\d_]+")
_TELLING = 4  # letters of a word whose capital tells
_SHARE = 0.6  # of such words that have one
_SHARE_OF_NOUNS = 0.9  # the same where every noun has one


def is_name(words: str, sources: Sequence[str], rules: LanguageRules) -> bool:
    """Tell whether some words are a name or a heading, as they are written on either side.

    Args:
        sources: The words where they stand.
    """
    least = _SHARE if rules.capitals_mark_names else _SHARE_OF_NOUNS
    return any(_capitals(one) >= least for one in (words, *sources))


def _capitals(words: str) -> float:
    """Give the share of longer words that begin with a capital, 0.0 to 1.0."""
    told = [word for word in _WORD.findall(words) if len(word) >= _TELLING]
    return sum(word[0].isupper() for word in told) / len(told) if told else 0.0
