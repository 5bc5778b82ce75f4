"""Quotations of words that were corrected since: an earlier revision, or a retracted version.

They are looked at only where the newest revisions do not give a quotation faithfully, so that what
was corrected never disturbs what stands. Entry points: `Asked`, `with_earlier`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from provtrack.auditing.fidelity import judge
from provtrack.auditing.places import Candidate, Cited
from provtrack.auditing.sides import KnowsWord
from provtrack.auditing.sources import Sources
from provtrack.model.audit import NewerReading
from provtrack.model.quotation import Judgement, Passage, Quotation


@dataclass(frozen=True, slots=True)
class Asked:
    """A quotation with what it is judged by, the places apart.

    Attributes:
        setting: The author's own words before and after it.
        knows: Tells whether a casefolded word is known to be a word.
        searched: In how many texts places were looked for.
    """

    quotation: Quotation
    cited: Cited | None
    setting: tuple[str, str]
    knows: KnowsWord
    searched: int

    def judged(self, candidates: Sequence[Candidate]) -> Judgement:
        """Judge it by the places where it may stand."""
        return judge(
            self.quotation,
            candidates,
            cited=self.cited,
            setting=self.setting,
            knows=self.knows,
            searched=self.searched,
        )


def with_earlier(
    asked: Asked, current: Sequence[Candidate], earlier: Sequence[Candidate], sources: Sources
) -> tuple[Judgement, NewerReading | None]:
    """Judge a quotation by places in earlier revisions too.

    Returns:
        The judgement by the newest revisions, unless the quotation stands better in one place of
        an earlier one; then that, and how the newest reads.
    """
    judgement = asked.judged([*current, *earlier])
    passage = judgement.passages[0] if len(judgement.passages) == 1 else None
    held = sources.text_of(passage) if passage else None
    if passage is None or held is None or held.is_current:
        return asked.judged(current), None
    if held.is_retracted:
        return judgement, NewerReading(revision=None)
    beside = [one for one in current if _is_of_one_version(one.passage, passage)]
    reading = asked.judged(beside)
    return judgement, NewerReading(revision=held.newer, differences=reading.differences)


def _is_of_one_version(one: Passage, other: Passage) -> bool:
    return (one.document, one.siglum) == (other.document, other.siglum)
