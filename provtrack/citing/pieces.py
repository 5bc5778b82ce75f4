"""Cut a note where one work ends and another begins, and find what goes back or on in it.

Entry points: `pieces`, `without_remarks`; `same_again`, `leads` and `continued` are patterns that
the reading of one work needs too.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from provtrack.citing.published_forms import published_forms
from provtrack.citing.series import any_of, series_names, words_of
from provtrack.model.text import Span
from provtrack.text.dates import read_date

SHORTEST_JOINED = 3  # letters; "and Id" joins nothing
LONGEST_DATE = 40  # characters

YEAR = re.compile(r"\b(1[0-9]\d\d|20\d\d)\b")
MORE_NUMBERS = r"(?:(?:\s*(?:,|and|und|et|и|&|[-–—])\s*\d+(?![\w/:]|\.\d))+)"  # of a list
DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_])|(?<=。)(?=\w)")
_BLANKED = re.compile(r" {3,}")  # a quotation, which may end a sentence too


def pieces(plain: str) -> Iterator[Span]:
    """Cut a note where one work ends and another begins."""
    cuts = {found.end() for found in re.finditer(r"[;\uff1b]\s*", without_remarks(plain))}
    cuts |= {
        found.end()
        for found in _SENTENCE_END.finditer(plain)
        if same_again().match(plain, found.end()) or continued().match(plain, found.end())
    }
    cuts |= {
        start
        for start, end in pairwise([*_turns_in(without_remarks(plain)), len(plain)])
        if YEAR.search(plain, start, end)
    }
    cuts |= {found.end() for found in _joined().finditer(without_remarks(plain))}
    forms = [span for span, _ in published_forms(without_remarks(plain))]
    for before, after in pairwise(forms):
        if not any(before.end <= cut <= after.start for cut in cuts):
            cuts.add(before.end)
    places = [0, *sorted(cuts), len(plain)]
    for start, end in pairwise(places):
        margin = len(plain[start:end]) - len(plain[start:end].lstrip(" \t\n,;\uff1b\uff0c。"))
        if plain[start + margin : end].strip():
            yield Span(start + margin, end)


def _turns_in(plain: str) -> list[int]:
    """Where behind a full stop another work is pointed to: "But see Tomlin, ..."."""
    ends = {found.end() for found in _SENTENCE_END.finditer(plain)}
    ends |= {found.end() for found in _BLANKED.finditer(plain)}
    return sorted(end for end in ends if _turn().match(plain, end) and not plain[end].islower())


def years_in(text: str) -> frozenset[str]:
    """Give the years that stand in a text."""
    return frozenset(YEAR.findall(text))


def without_remarks(plain: str) -> str:
    """Blank out what stands in parentheses: copies and remarks do not capture the citation.

    The number of a document stays, "pp. 152-157 (Document 56)", and so does a date alone.
    """
    return _remark().sub(
        lambda found: found[0] if _is_date(found[0][1:-1]) else " " * len(found[0]), plain
    )


def _is_date(words: str) -> bool:
    """Whether words are a day and nothing else."""
    if len(words) > LONGEST_DATE or not YEAR.search(words):
        return False
    return bool(DAY.fullmatch(read_date(words.strip()).edtf or ""))


def any_word(table: str) -> str:
    """Make a pattern that matches any word of a table."""
    return f"(?:{any_of(words_of(table))})"


def lead() -> str:
    """Make a pattern of what may stand before a work: "See also"."""
    return rf"(?:{any_word('leads')}(?:\.?:?\s+|(?<=[见阅])))*"


@cache
def _turn() -> re.Pattern[str]:
    return re.compile(rf"{any_word('turns')}\.?:?\s", re.IGNORECASE)


@cache
def leads() -> re.Pattern[str]:
    """Find what leads to a work."""
    return re.compile(lead(), re.IGNORECASE)


@cache
def same_again() -> re.Pattern[str]:
    """Find what names the work just before: "Ibid."."""
    return re.compile(rf"{lead()}{any_word('same')}(?!\w)\.?", re.IGNORECASE)


def says_same(words: str) -> bool:
    """Whether words go back to the work just before, at their beginning or within them."""
    return same_again().match(words) is not None or _same_within().search(words) is not None


@cache
def _same_within() -> re.Pattern[str]:
    return re.compile(rf",\s*[*_]*(?:{_long_same()})(?!\w)", re.IGNORECASE)


def _long_same() -> str:
    return any_of(one for one in words_of("same") if len(one) > SHORTEST_JOINED)


@cache
def continued() -> re.Pattern[str]:
    """Find what says where the same work stands too: "printed in"."""
    return re.compile(
        rf"(?:and\s+)?{any_word('continued')}(?:(?!\w)|(?<=[自]))\.?:?", re.IGNORECASE
    )


@cache
def _joined() -> re.Pattern[str]:
    """Find what joins a work to the next, where that begins with a series or goes back."""
    forms = any_of(form for form, _ in series_names())
    same = _long_same()
    return re.compile(
        rf",?\s+(?:and|with|und|mit|et|avec|и|с)\s+(?:in\s+|see\s+)?[*_]*(?=(?:{forms}|{same})(?!\w))",
        re.IGNORECASE,
    )


@cache
def _remark() -> re.Pattern[str]:
    return re.compile(rf"\((?!\s*{any_word('numbers')}\.?\s*\d+[a-z]?\s*\))[^()]*\)")
