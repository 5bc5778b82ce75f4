"""Paragraphs of two versions -> which answer which. Entry points: `align`, `mirrored`, `cover`."""

from provtrack.aligner.coverage import cover
from provtrack.aligner.engine import align
from provtrack.aligner.mirroring import mirrored

__all__ = ["align", "cover", "mirrored"]
