"""Printed words that several importers read: dates, and credits such as "translated by X"."""

import re

from provtrack.model.document import Agent, PrintedDate
from provtrack.model.names import Role
from provtrack.text.dates import read_date

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
    return read_date(" ".join(words.split()))


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
