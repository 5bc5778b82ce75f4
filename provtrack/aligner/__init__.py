"""Paragraphs of two versions -> which answer which. Entry points: `align`, `realign`,
`mirrored`, `cover`."""

from provtrack.aligner.coverage import cover
from provtrack.aligner.engine import align
from provtrack.aligner.mirroring import mirrored
from provtrack.aligner.rectangles import realign

__all__ = ["align", "cover", "mirrored", "realign"]
