"""A line of a PDF page, as its reader measures it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineGap:
    """A wide gap between words: at the space at a place of the text, from left to right."""

    place: int
    left: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfLine:
    """A line and its place, in points from the lower left corner of the page.

    Attributes:
        size: Of its first letter that is no raised figure, in points.
        raised: Where raised figures stand in the text, as (start, end): they may call notes.
        number: On its page, from 1.
        gaps: Wide gaps between its words.
    """

    text: str
    left: float
    right: float
    bottom: float
    size: float
    raised: tuple[tuple[int, int], ...] = ()
    number: int = 0
    gaps: tuple[LineGap, ...] = ()
