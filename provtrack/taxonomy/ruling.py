"""What a rule says of a hunk."""

from dataclasses import dataclass

from provtrack.model.names import Nature


@dataclass(frozen=True, slots=True)
class Ruling:
    """The nature a rule finds in a hunk.

    Attributes:
        rule: Id of the rule: language or "any", nature, number.
        confidence: 0.0 to 1.0, that the nature is right.
        explanation: One short sentence for the reader, or empty.
    """

    nature: Nature
    rule: str
    confidence: float
    explanation: str = ""
