"""The raw step between the differ and the taxonomy: what departs, not yet what kind of change."""

from dataclasses import dataclass
from enum import StrEnum


class EditKind(StrEnum):
    """How the two sides of an edit stand to each other."""

    DELETE = "delete"
    INSERT = "insert"
    REPLACE = "replace"
    MOVE = "move"
    RECAST = "recast"
    SPLIT = "split"  # a paragraph ends here in the witness only
    MERGE = "merge"  # a paragraph ends here in the base only


@dataclass(frozen=True, slots=True)
class Place:
    """Where one side of an edit stands inside its bead.

    Attributes:
        paragraph: Counted from 0 within the bead's paragraphs of this side.
        start, end: Code points of that paragraph; equal where nothing stands here.
    """

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edit:
    """One departure of the witness from the base. What no edit covers is kept.

    Attributes:
        inside: Of a move, the edits within the moved words.
    """

    kind: EditKind
    base: Place
    witness: Place
    inside: tuple["Edit", ...] = ()
