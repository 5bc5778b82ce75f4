"""Whether a place meets one of many spans, in time that grows with the logarithm of their number.

Entry point: `Spans`.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from provtrack.model.text import Span


@dataclass(frozen=True, slots=True)
class Spans:
    """Spans in order, and how far those up to each of them reach."""

    starts: list[int]
    reached: list[int]

    @classmethod
    def of(cls, spans: Iterable[Span]) -> "Spans":
        """Put spans, which may lie within one another, in order."""
        ordered = sorted((one.start, one.end) for one in spans)
        ends = accumulate((end for _, end in ordered), max)
        return cls([start for start, _ in ordered], list(ends))

    def touch(self, start: int, end: int) -> bool:
        """Whether one of the spans has a place in common with [start, end)."""
        before = bisect_left(self.starts, end)
        return before > 0 and self.reached[before - 1] > start
