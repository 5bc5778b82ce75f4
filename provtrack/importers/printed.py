"""Printed words that several importers read: dates, and credits such as "translated by X"."""

import re

from provtrack.model.document import Agent, PrintedDate
from provtrack.model.names import Role

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
DATE = re.compile(r"(?:([A-Z][a-z]+)\.?)?\s*(?:(\d{1,2}),?)?,?\s*(\d{4})")
CREDIT = re.compile(
    r"\b(obtained|translated|contributed|transcribed)(?: for [A-Z]+)? by "
    r"(.+?)(?= and (?:translated|transcribed)|\.(?:\s|$)|;|$)",
    re.IGNORECASE,
)
ROLES = {
    "obtained": Role.OBTAINED,
    "contributed": Role.OBTAINED,
    "translated": Role.TRANSLATED,
    "transcribed": Role.TRANSCRIBED,
}


def printed_date(words: str) -> PrintedDate:
    """Read a printed date; EDTF stays None where the words cannot be read."""
    words = " ".join(words.split())
    match = DATE.fullmatch(words)
    if match is None or (match[1] and match[1].lower() not in MONTHS):
        return PrintedDate(edtf=None, verbatim=words)
    month = f"-{MONTHS.index(match[1].lower()) + 1:02}" if match[1] else ""
    day = f"-{int(match[2]):02}" if match[2] and month else ""
    return PrintedDate(edtf=f"{match[3]}{month}{day}", verbatim=words)


def is_date(words: str) -> bool:
    """Whether words can be read as a date."""
    return printed_date(words).edtf is not None


def credits_in(words: str) -> tuple[Agent, ...]:
    """Read who did what from words such as "Obtained by X and translated by Y"."""
    return tuple(
        Agent(name=name, role=ROLES[match[1].lower()], words=match[0])
        for match in CREDIT.finditer(words)
        for name in re.split(r", | and ", match[2])
    )
