"""What editors decide on changes: the decisions, and ``reviews.json``, which keeps them.

A decision knows its change by content, never by position: by the paragraphs it stands in and the
two readings. How it is found again stands in `provtrack.reviewing`.
"""

from dataclasses import dataclass

from provtrack.model.alignment import PinnedParagraph
from provtrack.model.names import ChangeKind, DecisionStatus, Nature, Significance
from provtrack.model.stored import StoredModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What an editor decided on a change: stands beside the program's answer, never over it.

    Attributes:
        when: ISO 8601, UTC, to the second, with a final Z.
        status: settled: nothing is left to ask; query: the editor asks something.
        nature, significance: What the change is to the editor; None where the program is right.
        note: In the editor's words; of a query, the question. May be empty.
        earlier: What was decided on this change before, the newest first; none of these has
            earlier ones itself.
    """

    by: str
    when: str
    status: DecisionStatus
    nature: Nature | None = None
    significance: Significance | None = None
    note: str = ""
    earlier: tuple["Decision", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedReading:
    """One side of a change as a decision knows it.

    Attributes:
        paragraph: Where the reading stands; None where the version has no paragraph that answers.
        text: The words; empty where nothing stands.
    """

    paragraph: PinnedParagraph | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedChange:
    """A change as a decision knows it, with what the program said of it at the time.

    Attributes:
        occurrence: Which of the changes with these readings in such paragraphs, from 0.
    """

    base: ReviewedReading
    witness: ReviewedReading
    occurrence: int
    kind: ChangeKind
    significance: Significance
    nature: Nature

    def __post_init__(self) -> None:
        if self.occurrence < 0:
            raise ValueError("an occurrence is counted from 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedDecision:
    """A decision with the change it is on.

    Attributes:
        base, witness: Sigla of the two versions, as the editor named them.
    """

    base: str
    witness: str
    change: ReviewedChange
    decision: Decision


class Reviews(StoredModel):
    """``reviews.json``: the decisions on changes between the versions of a document.

    Attributes:
        decisions: In the order in which they were made; of two on one change the later counts.
            Those whose change is not there any more stay.
    """

    decisions: tuple[RecordedDecision, ...] = ()

    def between(self, siglum: str | None, other: str | None) -> tuple[RecordedDecision, ...]:
        """List the decisions on changes between two versions, whichever was named first."""
        pair = {siglum, other}
        return tuple(one for one in self.decisions if {one.base, one.witness} == pair)
