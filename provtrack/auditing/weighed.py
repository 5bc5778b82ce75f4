"""`Weighed`: a departure of a quotation from its source, with its nature and weight."""

from dataclasses import dataclass

from provtrack.model.names import Nature
from provtrack.model.quotation import Verdict


@dataclass(frozen=True, slots=True)
class Weighed:
    """A departure with its nature and weight.

    Spans are (start, end) in the passage's text and in `Quoted.text`.
    """

    nature: Nature
    weight: Verdict
    confidence: float
    explanation: str
    source: tuple[int, int]
    quoted: tuple[int, int]
    is_declared: bool = False
