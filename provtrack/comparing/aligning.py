"""Align two opened versions, or give the alignment that is recorded for them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from provtrack.aligner import Embedder, align, align_sentences, mirrored
from provtrack.comparing.opening import OpenedVersion
from provtrack.embedders import open_embedder
from provtrack.lexicons import Lexicons, lexicon_for
from provtrack.model.alignment import Alignment, SentenceAlignment


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenEmbedder:
    """An embedder, and the name by which it was asked for."""

    asked: str
    embedder: Embedder


def choose_embedder(
    asked: str | None, opened: Sequence[OpenedVersion], *, tell: Callable[[str], None]
) -> ChosenEmbedder | None:
    """Load an embedder; its vectors are kept beside the store of the versions, if they have one.

    Args:
        tell: Takes a sentence for the reader, if kept vectors could not be used.

    Raises:
        UsageError: Nothing has this name.
        EmbedderError: It does not work.
    """
    if asked is None:
        return None
    project = next((item.project for item in opened if item.project), None)
    cache = project.derived / "vectors" if project else None
    return ChosenEmbedder(asked=asked, embedder=open_embedder(asked, cache=cache, tell=tell))


def align_versions(
    base: OpenedVersion,
    witness: OpenedVersion,
    *,
    chosen: ChosenEmbedder | None = None,
    lexicons: Lexicons | None = None,
) -> Alignment:
    """Align two versions, or return the alignment that is recorded for them.

    Args:
        chosen: Has a say if the alignment is not stored.
        lexicons: What is known of two languages helps to align; None: nothing is used.
    """
    stored = recorded_alignment(base, witness)
    return stored or align(
        base.version.paragraphs,
        witness.version.paragraphs,
        base_language=base.version.language,
        witness_language=witness.version.language,
        embedder=chosen.embedder if chosen else None,
        lexicon=lexicon_for(lexicons, base.version.document, (base.version, witness.version)),
    )


def recorded_alignment(base: OpenedVersion, witness: OpenedVersion) -> Alignment | None:
    """Return the recorded alignment of exactly these two texts, mirrored where needed."""
    if base.holdings is None or witness.version.document != base.version.document:
        return None
    for stored in base.holdings.alignments:
        pair = (stored.base_sha256, stored.witness_sha256)
        if pair == (base.version.text_sha256, witness.version.text_sha256):
            return stored.alignment
        if pair == (witness.version.text_sha256, base.version.text_sha256):
            return mirrored(stored.alignment)
    return None


def align_sentences_of(
    alignment: Alignment, base: OpenedVersion, witness: OpenedVersion
) -> SentenceAlignment:
    """Align the sentences of two versions inside the beads of their alignment."""
    return align_sentences(
        alignment,
        base.version.paragraphs,
        witness.version.paragraphs,
        base_language=base.version.language,
        witness_language=witness.version.language,
    )
