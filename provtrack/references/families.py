"""The families of references, and which grammar reads a line. Entry point: `read_line`."""

from provtrack.references.fond_opis_delo import read_fond_opis_delo
from provtrack.references.grammar import Reading
from provtrack.references.repositories import find_repository


def read_line(head: str) -> Reading | None:
    """Read a line, without its credits, with the grammar that fits; None if none does."""
    named = find_repository(head)
    return read_fond_opis_delo(head, named)
