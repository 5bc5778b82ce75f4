"""The families of references, and which grammar reads a line. Entry point: `read_line`."""

from collections.abc import Callable

from provtrack.references.australian import read_australian
from provtrack.references.bundesarchiv import read_bundesarchiv
from provtrack.references.chinese import read_chinese
from provtrack.references.czech import read_czech
from provtrack.references.fond_opis_delo import read_fond_opis_delo
from provtrack.references.frus_notes import read_source_note
from provtrack.references.generic import read_generic, read_published
from provtrack.references.grammar import FoundRepository, Reading
from provtrack.references.hungarian import read_hungarian
from provtrack.references.nara import read_nara
from provtrack.references.polish import read_polish
from provtrack.references.repositories import find_repository
from provtrack.references.romanian import read_romanian
from provtrack.references.tna import read_tna

_Grammar = Callable[[str, FoundRepository | None], Reading | None]
# In this order; each declines what is not of its family. Fond, opis and delo come first, since
# their labels are the surest; the generic grammar comes last, since it takes any institution.
_GRAMMARS: tuple[_Grammar, ...] = (
    read_fond_opis_delo,
    read_nara,
    read_tna,
    read_bundesarchiv,
    read_chinese,
    read_hungarian,
    read_czech,
    read_polish,
    read_romanian,
    read_australian,
    read_generic,
)


def read_line(head: str) -> Reading | None:
    """Read a line, without its credits, with the grammar that fits; None if none does."""
    if reading := read_source_note(head):
        return reading
    named = find_repository(head)
    for read in _GRAMMARS:
        if reading := read(head, named):
            return reading
    return read_published(head)
