"""Which paragraphs of a witness answer which paragraphs of the base."""

from dataclasses import dataclass, field

from pydantic import SerializerFunctionWrapHandler, model_serializer

from provtrack.model.names import PinKind, SideName
from provtrack.model.stored import StoredModel
from provtrack.model.text import Span


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

    @property
    def has_beads(self) -> bool:
        """Whether any paragraph answers another one."""
        return any(bead.base and bead.witness for bead in self.beads)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a paragraph, by its place.

    Attributes:
        paragraph: Position of its paragraph, counted from 0.
        number: Which of the paragraph's sentences it is, counted from 0.
        span: Code points of that paragraph.
    """

    paragraph: int
    number: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceBead:
    """The smallest group of sentences of one bead that answer each other.

    Attributes:
        base, witness: In the order of the bead's paragraphs; one side may be empty.
        confidence: 0.0 to 1.0, rounded to 4 places: that it is right, and so is the bead it is in.
        uncovered: Share of each side that the other does not explain.
    """

    base: tuple[Sentence, ...]
    witness: tuple[Sentence, ...]
    confidence: float
    uncovered: Uncovered = field(default_factory=Uncovered)

    def __post_init__(self) -> None:
        if not self.base and not self.witness:
            raise ValueError("a bead of sentences has a sentence on at least one side")


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceAlignment:
    """What answers what inside the beads of an alignment; computed, never stored.

    Attributes:
        inside: For each bead of the alignment, in its order, the beads of its sentences in reading
            order of the base; each sentence of both sides stands in exactly one.
    """

    inside: tuple[tuple[SentenceBead, ...], ...]
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedParagraph:
    """A paragraph as a pin knows it: by its content, and where it stood at the time.

    Attributes:
        sha256: Digest of the paragraph's text in UTF-8, in hexadecimal.
        position: In its version at the time, counted from 0.
        words: Its first words at the time, for readers.
    """

    sha256: str
    position: int
    words: str

    def __post_init__(self) -> None:
        if self.position < 0:
            raise ValueError("a position is counted from 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """A human decision on which paragraphs answer each other; overrides the aligner.

    Attributes:
        kind: must-link: these paragraphs, and no others, are one bead; with an empty side: the
            paragraph is left unmatched. cannot-link: no paragraph of the one side stands in a bead
            with one of the other. locked: no two paragraphs of a side stand in one bead.
        base, witness: The paragraphs meant, ascending; none for locked.
        locked: The side whose paragraphing is kept; None unless the kind is locked.
        by: Who decided.
        when: ISO 8601, UTC, to the second, with a final Z.
        reason: Why.
    """

    kind: PinKind
    base: tuple[PinnedParagraph, ...] = ()
    witness: tuple[PinnedParagraph, ...] = ()
    locked: SideName | None = None
    by: str
    when: str
    reason: str

    def __post_init__(self) -> None:
        if (self.kind is PinKind.LOCKED) != (self.locked is not None):
            raise ValueError("a locked pin, and no other, names the side it locks")
        if self.kind is PinKind.LOCKED and (self.base or self.witness):
            raise ValueError("a locked pin is of a whole side; it names no paragraphs")
        if self.kind is PinKind.CANNOT_LINK and not (self.base and self.witness):
            raise ValueError("a cannot-link pin has paragraphs on both sides")
        if self.kind is PinKind.MUST_LINK and not (self.base or self.witness):
            raise ValueError("a must-link pin has paragraphs on at least one side")
        if not (self.base and self.witness) and len(self.base + self.witness) > 1:
            raise ValueError("only a single paragraph can be pinned as unmatched")


class StoredAlignment(StoredModel):
    """``alignments/<a>--<b>.json``: of a version and the one it derives from, or of a pinned pair.

    Attributes:
        base: ``SIGLUM@REVISION`` of the version derived from.
        witness: ``SIGLUM@REVISION`` of the version that derives.
        lexicon_sha256: Digest of the lexicon used, None if none.
        pins: In the order in which they were made; those that no longer fit the texts stay.
    """

    base: str
    witness: str
    base_sha256: str
    witness_sha256: str
    program: str
    alignment: Alignment
    lexicon_sha256: str | None = None
    pins: tuple[Pin, ...] = ()

    @model_serializer(mode="wrap")
    def _without_empty_pins(self, fields_of: SerializerFunctionWrapHandler) -> dict[str, object]:
        """Leave the field out where nothing is pinned, so that such files stay as they were."""
        fields: dict[str, object] = fields_of(self)
        if not self.pins:
            fields.pop("pins", None)
        return fields
