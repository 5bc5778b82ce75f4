"""`Located`: where the words of a quotation stand."""

from dataclasses import dataclass

from provtrack.model.quotation import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """One answer to where the words of a quotation stand.

    Attributes:
        passages: One, from the first word to the last, with what an ellipsis leaves out; several,
            in the order of the quotation, if its parts stand far from each other or in other texts.
        segments: For each segment that was looked for, the passage it stands in by itself; None if
            it was not found.
        similarity: Of all the words looked for, 0.0 to 1.0.
    """

    passages: tuple[Passage, ...]
    segments: tuple[Passage | None, ...]
    similarity: float

    @property
    def is_stitched(self) -> bool:
        """Tell whether the words come from several places."""
        return len(self.passages) > 1

    @property
    def is_whole(self) -> bool:
        """Tell whether every segment was found."""
        return None not in self.segments
