"""An alignment as tab-separated values, for scripts and scorers.

One bead a line: base positions TAB witness positions TAB confidence; positions count from 0 and
are separated by commas; an empty side is an omission or an addition. At sentence level a position
is that of the paragraph and that of the sentence in it: 3.0,3.1.
"""

from collections.abc import Sequence

from provtrack.model.alignment import Alignment, Sentence, SentenceAlignment
from provtrack.model.comparison import ComparedVersion


def alignment_to_tsv(
    alignment: Alignment, base: ComparedVersion, witness: ComparedVersion
) -> bytes:
    """Write one line per bead, in the order of the alignment."""
    return b"".join(
        _line(_positions(bead.base), _positions(bead.witness), bead.confidence)
        for bead in alignment.beads
    )


def sentences_to_tsv(
    alignment: Alignment,
    sentences: SentenceAlignment,
    base: ComparedVersion,
    witness: ComparedVersion,
) -> bytes:
    """Write one line per bead of sentences, bead by bead in the order of the alignment."""
    return b"".join(
        _line(_places(bead.base), _places(bead.witness), bead.confidence)
        for inside in sentences.inside
        for bead in inside
    )


def _line(base: str, witness: str, confidence: float) -> bytes:
    return f"{base}\t{witness}\t{confidence:.4f}\n".encode()


def _positions(paragraphs: tuple[int, ...]) -> str:
    return ",".join(map(str, paragraphs))


def _places(sentences: Sequence[Sentence]) -> str:
    return ",".join(f"{one.paragraph}.{one.number}" for one in sentences)
