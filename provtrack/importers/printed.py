"""Printed words that several importers read: dates, and credits such as "translated by X"."""

from provtrack.model.document import Agent, PrintedDate
from provtrack.references import read_reference
from provtrack.text.dates import read_date


def printed_date(words: str) -> PrintedDate:
    """Read a printed date; EDTF stays None where the words cannot be read."""
    return read_date(" ".join(words.split()))


def is_date(words: str) -> bool:
    """Whether words can be read as a date."""
    return printed_date(words).edtf is not None


def credits_in(words: str) -> tuple[Agent, ...]:
    """Read who did what from words such as "Obtained by X and translated by Y"."""
    return read_reference(words).credits
