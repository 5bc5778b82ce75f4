"""What every scorer of beads has to offer, whatever it looks at.

The lattice is priced by several scorers, whose scores are added: the words (`likelihood.Layer`),
names and figures, and what else is known of pairs of paragraphs. A bead of any shape is scored
from the same few arrays, so a scorer gives arrays for whole rectangles, never single beads.
"""

from collections.abc import Iterator
from typing import Protocol, Self

from provtrack.aligner.counts import Floats, Integers

LONGEST = 4  # paragraphs on one side of a bead of the lattice, at most
MOST = 5  # and on both sides together; larger beads are joined later, and rare

Shape = tuple[int, int]
SHAPES: tuple[Shape, ...] = tuple(
    (p, q) for p in range(1, LONGEST + 1) for q in range(1, LONGEST + 1) if p + q <= MOST
)


def shapes_up_to(longest: int) -> tuple[Shape, ...]:
    """Those of `SHAPES` with at most so many paragraphs on one side."""
    return tuple(shape for shape in SHAPES if max(shape) <= longest)


class Scorer(Protocol):
    """Scores beads in nats: how much likelier their sides belong together than by chance."""

    def scores(
        self, rows: tuple[int, int], columns: tuple[int, int], longest: int = LONGEST
    ) -> Iterator[tuple[Shape, Floats]]:
        """Score the beads that start in a rectangle of paragraph pairs.

        Args:
            longest: Paragraphs on one side of a bead, at most.

        Yields:
            For each of `SHAPES` the scores by start; what reaches past the texts' end is cut off:
            the array of shape (p, q) has fewer rows and columns by what does not fit.
        """
        ...

    def pooled(self, groups: tuple[Integers, Integers]) -> Self:
        """The same scorer for units of neighbouring paragraphs.

        Args:
            groups: For each base and each witness paragraph the number of its unit, ascending.
        """
        ...

    def selected(self, rows: Integers, columns: Integers) -> Self:
        """The same scorer for some paragraphs only, in the order named."""
        ...

    def mirrored(self) -> Self:
        """The same scorer with base and witness exchanged."""
        ...
