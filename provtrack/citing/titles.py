"""What tells in a title: its words, what short names of kinds stand for, who is its author.

Entry points: `telling_words`, `author_of`.
"""

import re
from functools import cache

from provtrack.citing.series import kinds
from provtrack.model.citation import CitedWork

MOST_WORDS = 5  # of an author's name with what belongs to it
_AUTHOR_ENDS = re.compile(r"[,:(\[*_“”\"„«《]|(?<=[^\W\d_]{3})\.\s")


def telling_words(title: str) -> frozenset[str]:
    """Words of a title that tell, folded: no figures, no lone letters; "memcon" in full."""
    words = re.findall(r"[^\W\d_]+", title.casefold())
    return frozenset(full for word in words if len(word) > 1 for full in _in_full(word))


@cache
def _in_full(word: str) -> tuple[str, ...]:
    return tuple(kinds().get(word, (word,)))


def author_of(work: CitedWork) -> frozenset[str]:
    """Words before the first comma or title of a work, where they may be its author."""
    words = re.findall(r"[\w’'-]+", _AUTHOR_ENDS.split(work.text.lstrip("*_ ("), maxsplit=1)[0])
    return frozenset(words if len(words) <= MOST_WORDS else ())
