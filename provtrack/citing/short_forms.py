"""Resolve works named in short: by a title in part, by author and year ("Lugin 1862, 14").

They count only beside a work before them that is resolved; what may be another work of the same
author is left open. Entry points: `as_short_title`, `as_author`.
"""

import re

from provtrack.citing.before import Before, Catalogue
from provtrack.citing.earlier import is_at_place, one_of
from provtrack.citing.pieces import any_word, leads, years_in
from provtrack.citing.titles import telling_words
from provtrack.model.citation import Citation, CitedWork

LEAST_WORDS = 2  # of a short title without further words
MOST_NAMES = 2  # of an author: "Holm and Vance"


def as_short_title(work: CitedWork, before: Before) -> Citation | None:
    """Resolve a title, all of whose words stand in the title of one document before it.

    The name of the author, as it stood there, may stand before it.
    """
    words = telling_words(work.title)
    if len(words) < LEAST_WORDS or not work.names:
        return None
    cited = one_of(work, list(before.of_title(words)))
    return cited if cited.document else None


def as_author(work: CitedWork, before: Before) -> Citation | None:
    """Resolve "Lugin 1862, 14" by the only work before it that has this author, and year or day."""
    named = [
        one
        for one in before.of_author(_nothing_but_names(work))
        if _is_of_time(work, one, before.catalogue) and is_at_place(work, one)
    ]
    if not named or any(one.document is None for one in named):
        return None
    cited = one_of(work, named)
    return cited if cited.document else None


def _nothing_but_names(work: CitedWork) -> frozenset[str]:
    """Names of a work that says nothing but them, a time and a page; none if it says more."""
    title = leads().sub("", work.title.lstrip("( "), count=1)
    words = re.findall(
        r"[^\W\d_][\w’'-]*", re.sub(rf"(?<!\w){any_word('locators')}(?!\w)", "", title)
    )
    words = [word for word in words if len(word) > 1 and word not in ("and", "und", "et", "и")]
    is_named = 0 < len(words) <= MOST_NAMES and all(word[0].isupper() for word in words)
    return frozenset(words if is_named and re.search(r"\d", work.text) else ())


def _is_of_time(work: CitedWork, one: Citation, catalogue: Catalogue) -> bool:
    """Whether a work before is of the day, or of one of the years, that a short form names."""
    known = catalogue.get(str(one.document))
    dates = {one.work.date, *(known.dates if known else ())}
    if work.date and work.date not in dates:
        return False
    years = years_in(work.text)
    theirs = {date[:4] for date in dates if date}
    return not years or not years.isdisjoint(theirs | years_in(one.work.text))
