"""What whoever asked for an alignment or a comparison should be told beside the result."""

from collections.abc import Iterator
from dataclasses import dataclass

NO_SAY = "No alignment was made here, so the embedder had no say: what is recorded is kept."
NOTHING_TOLD = "The embedder had no say: its vectors tell nothing of these texts."
LEXICON_KEPT = (
    "No alignment was made here, so --no-lexicon has no effect: what is recorded is kept. "
    "`provtrack realign` makes it anew."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was asked for, and what came of it.

    Attributes:
        embedder: One was to have a say.
        no_lexicon: No lexicon was to be used.
        is_made_here: An alignment was made, and not only taken from the store.
        had_a_say: The embedder, in one of those alignments.
    """

    embedder: bool
    no_lexicon: bool
    is_made_here: bool
    had_a_say: bool


def unheeded(asked: Asked) -> Iterator[str]:
    """Say which wishes had no effect, one sentence each."""
    if asked.embedder and not asked.had_a_say:
        yield NOTHING_TOLD if asked.is_made_here else NO_SAY
    if asked.no_lexicon and not asked.is_made_here:
        yield LEXICON_KEPT
