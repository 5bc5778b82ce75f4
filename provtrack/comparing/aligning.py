"""Align two opened versions, or give the alignment that is recorded for them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from provtrack.aligner import Embedder, align, align_sentences, mirrored
from provtrack.aligner.engine import EMBEDDER
from provtrack.comparing.opening import OpenedVersion
from provtrack.comparing.remarks import Asked, unheeded
from provtrack.embedders import open_embedder
from provtrack.lexicons import Lexicons, lexicon_for
from provtrack.model.alignment import Alignment, SentenceAlignment
from provtrack.reporting import doubt_on, in_words


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


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignedVersions:
    """An alignment of two versions.

    Attributes:
        remarks: What the reader should be told beside it, in sentences.
    """

    alignment: Alignment
    remarks: tuple[str, ...] = ()


def align_versions(
    base: OpenedVersion,
    witness: OpenedVersion,
    *,
    chosen: ChosenEmbedder | None = None,
    lexicons: Lexicons | None = None,
    no_lexicon: bool = False,
) -> AlignedVersions:
    """Align two versions, or take the alignment that is recorded for them.

    Args:
        chosen: Has a say if the alignment is not recorded.
        lexicons: What is known of two languages helps to align; None: nothing is known.
        no_lexicon: Nothing that is known is used.
    """
    stored = recorded_alignment(base, witness)
    left, right = base.version, witness.version
    alignment = stored or align(
        left.paragraphs,
        right.paragraphs,
        base_language=left.language,
        witness_language=right.language,
        embedder=chosen.embedder if chosen else None,
        lexicon=lexicon_for(None if no_lexicon else lexicons, left.document, (left, right)),
    )
    asked = Asked(
        embedder=chosen is not None,
        no_lexicon=no_lexicon,
        is_made_here=stored is None,
        had_a_say=EMBEDDER in dict(alignment.settings),
    )
    doubt = doubt_on(alignment.beads, left, right)
    doubts = [in_words(doubt, left.name, right.name)] if doubt else []
    return AlignedVersions(alignment=alignment, remarks=(*unheeded(asked), *doubts))


def recorded_alignment(base: OpenedVersion, witness: OpenedVersion) -> Alignment | None:
    """Return the recorded alignment of exactly these two texts, mirrored where needed.

    That of an older revision stands in the history, with the pins of its time.
    """
    left, right = base.version, witness.version
    if base.holdings is None or right.document != left.document:
        return None
    revisions = {one.siglum: one.revision for one in (left, right) if one.siglum}
    for stored in base.holdings.alignments_of(revisions):
        pair = (stored.base_sha256, stored.witness_sha256)
        if pair == (left.text_sha256, right.text_sha256):
            return stored.alignment
        if pair == (right.text_sha256, left.text_sha256):
            return mirrored(stored.alignment)
    return None


def align_sentences_of(
    alignment: Alignment,
    base: OpenedVersion,
    witness: OpenedVersion,
    *,
    lexicons: Lexicons | None = None,
) -> SentenceAlignment:
    """Align the sentences of two versions inside the beads of their alignment.

    Args:
        lexicons: What is known of two languages helps; None: nothing is known.
    """
    left, right = base.version, witness.version
    return align_sentences(
        alignment,
        left.paragraphs,
        right.paragraphs,
        base_language=left.language,
        witness_language=right.language,
        lexicon=lexicon_for(lexicons, left.document, (left, right)),
    )
