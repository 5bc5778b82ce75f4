"""Editors' decisions on changes, as a document keeps them, and what a correction does to them.

A correction brings decisions over to the new text, as it does pins: a paragraph that was corrected
is found again by its likeness, if the words decided on stand in it as often as before. A decision
that is not brought over stays on record without effect, and is reported.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from provtrack.aligner.binding import found_again, paragraph_digest
from provtrack.model.alignment import PinnedParagraph
from provtrack.model.finding import Finding
from provtrack.model.names import Severity
from provtrack.model.review import RecordedDecision, ReviewedReading, Reviews
from provtrack.model.stored import dump
from provtrack.reviewing import id_of, readings_in_words
from provtrack.store.layout import REVIEWS


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedText:
    """The paragraphs of a version before and after a correction."""

    siglum: str
    old: Sequence[str]
    new: Sequence[str]


def review_files(reviews: Reviews) -> dict[str, bytes | None]:
    """Write the decisions of a document as a file of an act; without any, the file is removed."""
    return {REVIEWS: dump(reviews) if reviews.decisions else None}


def carried_reviews(reviews: Reviews, corrected: CorrectedText) -> Reviews:
    """Bring the decisions of a document over to a corrected text."""
    sides = [side for one in reviews.decisions if (side := _side_of(one, corrected.siglum))]
    wanted = [side.paragraph for side in sides if side.paragraph]
    found = found_again(wanted, corrected.old, corrected.new)
    texts = {paragraph_digest(text): text for text in (*corrected.old, *corrected.new)}
    carried = tuple(_carried(one, corrected.siglum, found, texts) for one in reviews.decisions)
    return reviews.model_copy(update={"decisions": carried})


def _side_of(decision: RecordedDecision, siglum: str) -> ReviewedReading | None:
    """Give the side of a decision's change that a version is; None if it is neither."""
    if decision.base == siglum:
        return decision.change.base
    return decision.change.witness if decision.witness == siglum else None


def _carried(
    decision: RecordedDecision,
    siglum: str,
    found: Mapping[PinnedParagraph, PinnedParagraph],
    texts: Mapping[str, str],
) -> RecordedDecision:
    """Bring one decision over, if its words stand in the corrected paragraph as often as before."""
    side = _side_of(decision, siglum)
    if side is None or side.paragraph is None or side.paragraph not in found:
        return decision
    now = found[side.paragraph]
    before, after = texts[side.paragraph.sha256], texts[now.sha256]
    if side.text and before.count(side.text) != after.count(side.text):
        return decision
    moved = replace(side, paragraph=now)
    change = decision.change
    change = (
        replace(change, base=moved) if decision.base == siglum else replace(change, witness=moved)
    )
    return replace(decision, change=change)


def lost_decisions(reviews: Reviews, corrected: CorrectedText) -> tuple[Finding, ...]:
    """Report the decisions whose paragraph is not in a corrected text, or not with their words."""
    held = {paragraph_digest(text) for text in corrected.new}
    return tuple(
        Finding(
            code="REV101",
            severity=Severity.WARNING,
            message=(
                f"the decision by {one.decision.by} on {id_of(one.change)} "
                f"({readings_in_words(one)}) has no effect any more: its paragraph of "
                f"{corrected.siglum} was corrected where it stands. It stays on record; decide "
                "anew, or take it back with provtrack undecide."
            ),
            place=f"{one.base} {one.witness}",
        )
        for one in reviews.decisions
        if (side := _side_of(one, corrected.siglum))
        and side.paragraph
        and side.paragraph.sha256 not in held
    )
