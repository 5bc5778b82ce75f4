"""Say how a witness answers the base in a row: how alike, in what shape, how surely."""

from collections.abc import Iterator, Sequence

from provtrack.model.alignment import Bead
from provtrack.model.comparison import ComparedBead
from provtrack.reporting.relation import DOUBTFUL_CONFIDENCE, sureness
from provtrack.reporting.sides import Side
from provtrack.reporting.wording import capitalised, number_in_words, style_of
from provtrack.taxonomy import ADDITION, OMISSION
from provtrack.text.plurals import counted

LEAST_SHOWN = 0.05  # a lower confidence is not told in figures
HIGH_UNCOVERED = 0.35  # of a paragraph between languages without counterpart on the other side
# Lower bounds of similarity, and the words for them.
LIKENESS = ((0.97, "Nearly the same"), (0.85, "Much alike"), (0.6, "Partly alike"))


def likeness_words(side: Side, beads: Sequence[ComparedBead]) -> Iterator[str]:
    """Say in words how alike the paragraphs are, how they answer each other."""
    answering = [bead for bead in beads if bead.witness]
    if not answering:
        yield f"Not in {side.siglum}"
        return
    if side.shares_language:
        yield _likeness(answering)
    for bead in answering:
        if bead.shape != (1, 1):
            yield capitalised(shape_in_words(bead))
        if not side.shares_language:
            yield from _uncovered(bead, side)
    yield from _sentences(answering, side)


def least_sure(side: Side, beads: Sequence[ComparedBead]) -> float:
    """How sure the bead is that a reader may doubt most."""
    sure = (sureness(bead, one_language=side.shares_language) for bead in beads if bead.witness)
    return min(sure, default=1.0)


def doubt_words(confidence: float, siglum: str) -> str:
    """Say that an alignment may be wrong; shortly where several witnesses say so in one row."""
    if confidence >= DOUBTFUL_CONFIDENCE:
        return ""
    share = "under 5%" if confidence < LEAST_SHOWN else f"{confidence:.0%}"
    return f"doubtful ({share})" if siglum else f"Alignment doubtful ({share} sure)"


def _likeness(beads: Sequence[ComparedBead]) -> str:
    """Name a similarity; the least alike bead speaks for the row."""
    changes = [change for bead in beads for change in bead.changes]
    if not changes and all(bead.shape == (1, 1) for bead in beads):
        return "Identical"
    if not any(style_of(change).is_substantive for change in changes):
        return "Alike but for form"
    similarity = min(bead.similarity for bead in beads)
    words = next((words for least, words in LIKENESS if similarity >= least), "Little alike")
    return f"{words} ({min(int(similarity * 100), 99)}%)"


def shape_in_words(bead: Bead) -> str:
    """Say a bead's shape: "one paragraph, split in two"."""
    base, witness = bead.shape
    if base == 1:
        return f"one paragraph, split in {number_in_words(witness)}"
    if witness == 1:
        return f"{number_in_words(base)} paragraphs, joined in one"
    return f"{number_in_words(base)} paragraphs, answered by {number_in_words(witness)}"


def _uncovered(bead: ComparedBead, side: Side) -> Iterator[str]:
    """Say where much of a paragraph has no counterpart in the other language."""
    for share, name in ((bead.uncovered.base, "the base"), (bead.uncovered.witness, side.siglum)):
        if share >= HIGH_UNCOVERED:
            yield f"About {round(share * 20) * 5}% of {name} unanswered"


def _sentences(beads: Sequence[ComparedBead], side: Side) -> Iterator[str]:
    """Count the passages of whole sentences that one side may lack."""
    topics = [query.topic for bead in beads for query in bead.queries]
    for topic, words in ((OMISSION, "not in"), (ADDITION, "only in")):
        if number := topics.count(topic):
            yield f"{counted(number, 'passage')} {words} {side.siglum}?"
