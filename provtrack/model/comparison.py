"""What a comparison finds: changes, queries, coverage, and the collation that holds them.

A `Collation` is data with a written format (docs/formats.md): reports and exports only read it.
"""

from dataclasses import dataclass

from provtrack.model.alignment import Bead
from provtrack.model.document import Agent, Title
from provtrack.model.names import ChangeKind, Extent, Nature, Severity, Significance, VersionKind
from provtrack.model.review import Decision, RecordedDecision
from provtrack.model.stored import StoredModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The words one version has at a place.

    Attributes:
        paragraph: Position from 0.
        start, end: Code points of that paragraph; equal where nothing stands here.
        text: The words; empty where nothing stands here.
    """

    paragraph: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One place where the witness's reading departs from the lemma.

    Attributes:
        rule: Id of the rule that classified it, for example "en-negation-1".
        confidence: In the classification, 0.0 to 1.0.
        explanation: One sentence for the reader; may be empty.
        base: The lemma. Never crosses a paragraph.
        witness: The witness's reading.
        decision: What an editor decided; it counts before the program's answer, which stays.
        id: Short name that says which change it is by its content, the same in every comparison
            (`provtrack.reviewing`); empty for one within moved words, which are decided as one.
        inside: Of a transposition, the changes within the moved words; nature and significance
            of the transposition are those of the gravest of them.
    """

    kind: ChangeKind
    significance: Significance
    nature: Nature
    rule: str
    confidence: float
    explanation: str
    base: Reading
    witness: Reading
    decision: Decision | None = None
    id: str = ""
    inside: tuple["Change", ...] = ()

    @property
    def nature_that_counts(self) -> Nature:
        """The nature: an editor's decision before the program's answer."""
        return (self.decision and self.decision.nature) or self.nature

    @property
    def significance_that_counts(self) -> Significance:
        """The significance: an editor's decision before the program's answer."""
        return (self.decision and self.decision.significance) or self.significance


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A question put to the reader where a program cannot judge.

    Attributes:
        topic: "figure", "date", "name", "negation", "modality", "quotation", "length" ...
        severity: How urgently it asks to be looked at.
        sentence: The question or observation, whole, in words.
        base, witness: The places it speaks of; None where it speaks of neither in particular.
    """

    topic: str
    severity: Severity
    sentence: str
    base: Reading | None = None
    witness: Reading | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """For one clause of an abstract, the base paragraphs it rests on.

    Attributes:
        clause: Where the clause stands in the abstract.
        base: Positions of base paragraphs, best first; empty: found nowhere in the base.
        confidence: 0.0 to 1.0.
        evidence: What speaks for it, in words.
        queries: Where the clause and what it rests on seem to differ.
    """

    clause: Reading
    base: tuple[int, ...]
    confidence: float
    evidence: tuple[str, ...] = ()
    queries: tuple[Query, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedBead(Bead):
    """A bead with what differs inside it: changes in one language, queries between two."""

    changes: tuple[Change, ...] = ()
    queries: tuple[Query, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedVersion:
    """A version as it enters a comparison.

    Attributes:
        name: How a reader calls it: its siglum, or the file name of a plain file.
        document, siglum, revision: None where it was a plain file.
        kind, extent: None where not known (plain file).
        language: BCP 47.
        text_sha256: Digest of the recorded text.
        head: Digest of the document's newest event; None for a plain file.
        paragraphs: The text, paragraph by paragraph.
    """

    name: str
    language: str
    text_sha256: str
    paragraphs: tuple[str, ...]
    document: str | None = None
    siglum: str | None = None
    revision: int | None = None
    kind: VersionKind | None = None
    extent: Extent | None = None
    title: Title | None = None
    agents: tuple[Agent, ...] = ()
    head: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(ComparedVersion):
    """One witness read against the base of its collation.

    Attributes:
        beads: Alignment with changes or queries; empty where the witness is an abstract.
        coverage: Of an abstract, its clauses in order; else empty.
        orphans: Decisions on record whose change is not found; they have no effect.
    """

    beads: tuple[ComparedBead, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    orphans: tuple[RecordedDecision, ...] = ()


class Collation(StoredModel):
    """One base and its witnesses: the result of `compare`, even with one witness.

    Attributes:
        settings: Every setting that shaped the result, as (name, value), sorted by name.
        program: Name and version of the program.
    """

    base: ComparedVersion
    witnesses: tuple[Comparison, ...]
    settings: tuple[tuple[str, str], ...] = ()
    program: str = ""
