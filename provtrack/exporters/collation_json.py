"""A collation or an alignment as JSON, in the form of docs/formats.md."""

from provtrack.model.alignment import Alignment, SentenceAlignment
from provtrack.model.comparison import Collation, ComparedVersion
from provtrack.model.stored import StoredModel, dump


class AlignedPair(StoredModel):
    """The result of ``align --format json``: two versions and the beads between them."""

    base: ComparedVersion
    witness: ComparedVersion
    alignment: Alignment


class AlignedSentences(StoredModel):
    """The result of ``align --level sentence --format json``."""

    base: ComparedVersion
    witness: ComparedVersion
    alignment: Alignment
    sentences: SentenceAlignment


def collation_to_json(collation: Collation) -> bytes:
    """Write a collation with everything it holds, the texts included."""
    return dump(collation)


def alignment_to_json(
    alignment: Alignment, base: ComparedVersion, witness: ComparedVersion
) -> bytes:
    """Write an alignment with the two versions it is of."""
    return dump(AlignedPair(base=base, witness=witness, alignment=alignment))


def sentences_to_json(
    alignment: Alignment,
    sentences: SentenceAlignment,
    base: ComparedVersion,
    witness: ComparedVersion,
) -> bytes:
    """Write an alignment with what answers what inside its beads."""
    return dump(
        AlignedSentences(base=base, witness=witness, alignment=alignment, sentences=sentences)
    )
