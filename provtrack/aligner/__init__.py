"""Paragraphs of two versions -> which answer which. Entry points: `align`, `align_all`, `realign`,
`mirrored`, `align_sentences`, `omitted_sentences`, `cover`; `taught_by` gives what an alignment
adds to a lexicon."""

from provtrack.aligner.coverage import cover
from provtrack.aligner.embedding import Embedder
from provtrack.aligner.engine import LEXICON, align
from provtrack.aligner.mirroring import mirrored
from provtrack.aligner.omissions import omitted_sentences
from provtrack.aligner.rectangles import realign
from provtrack.aligner.sentencing import align_sentences
from provtrack.aligner.teaching import taught_by
from provtrack.aligner.together import align_all

__all__ = [
    "LEXICON",
    "Embedder",
    "align",
    "align_all",
    "align_sentences",
    "cover",
    "mirrored",
    "omitted_sentences",
    "realign",
    "taught_by",
]
