"""The words of a note as a reader reads them: markup taken out, entities and commands read.

Every place leads back to the publication's text. Entry point: `NoteReader`.
"""

from bisect import bisect_left
from dataclasses import dataclass, field

from provtrack.model.publication import Publication, Region
from provtrack.model.text import Span


@dataclass(frozen=True, slots=True)
class NoteWords:
    """What a note says.

    Attributes:
        starts, ends: Of each sign of `text`, in the publication's text.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """Say where a part of the words stands in the publication's text."""
        return Span(self.starts[start], max(self.ends[end - 1], self.starts[start]))


@dataclass(frozen=True, slots=True)
class NoteReader:
    """Reads the notes of one publication."""

    publication: Publication
    cuts: list[tuple[int, int, str]] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "cuts", self.publication.cuts())

    def read(self, note: Region, longest: int) -> NoteWords:
        """Read a note, no more than its first signs.

        Args:
            longest: Code points of the publication's text.
        """
        signs: list[tuple[str, int, int]] = []
        place, end = note.span.start, min(note.span.end, note.span.start + longest)
        first = bisect_left(self.cuts, place, key=lambda cut: cut[0])
        last = bisect_left(self.cuts, end, key=lambda cut: cut[0])
        for start, after, text in self.cuts[first:last]:
            signs += [(self.publication.text[k], k, k + 1) for k in range(place, start)]
            signs += [(sign, start, after) for sign in text if start >= place]
            place = max(place, after)
        signs += [(self.publication.text[k], k, k + 1) for k in range(place, end)]
        text = "".join(sign for sign, _, _ in signs)
        return NoteWords(text, tuple(s for _, s, _ in signs), tuple(e for _, _, e in signs))
