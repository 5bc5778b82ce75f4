"""Which paragraphs of a witness answer which paragraphs of the base."""

from dataclasses import dataclass, field

from provtrack.model.stored import StoredModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncovered:
    """How much of each side of a bead nothing on the other side explains (0.0 to 1.0)."""

    base: float = 0.0
    witness: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bead:
    """The smallest group of paragraphs that answer each other.

    Attributes:
        base: Paragraph positions in the base, ascending, counted from 0.
        witness: Paragraph positions in the witness, ascending.
        confidence: 0.0 to 1.0, rounded to 4 places.
        similarity: 0.0 (nothing in common) to 1.0 (identical), rounded to 4 places;
            0.0 if one side is empty.
        transposed: The bead stands elsewhere in the witness: it crosses the reading order.
        evidence: What speaks for it, in words: shared rare words, names, figures.
        uncovered: Share of each side that the other does not explain.
    """

    base: tuple[int, ...]
    witness: tuple[int, ...]
    confidence: float
    similarity: float = 0.0
    transposed: bool = False
    evidence: tuple[str, ...] = ()
    uncovered: Uncovered = field(default_factory=Uncovered)

    def __post_init__(self) -> None:
        if not self.base and not self.witness:
            raise ValueError("a bead has a paragraph on at least one side")

    @property
    def shape(self) -> tuple[int, int]:
        """Number of paragraphs on each side, for example (1, 2) for a split."""
        return len(self.base), len(self.witness)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Beads in reading order of the base; each paragraph of both sides stands in exactly one.

    A bead without base paragraphs stands after the bead that holds the witness paragraph
    before its own.
    """

    beads: tuple[Bead, ...]
    method: str
    settings: tuple[tuple[str, str], ...] = ()


class StoredAlignment(StoredModel):
    """``alignments/<a>--<b>.json``: the alignment of a version to the one it derives from.

    Attributes:
        base: ``SIGLUM@REVISION`` of the version derived from.
        witness: ``SIGLUM@REVISION`` of the version that derives.
        lexicon_sha256: Digest of the lexicon used, None if none.
    """

    base: str
    witness: str
    base_sha256: str
    witness_sha256: str
    program: str
    alignment: Alignment
    lexicon_sha256: str | None = None
