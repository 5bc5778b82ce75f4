"""Paragraphs of two versions -> which answer which. Entry points: `align`, `cover`."""

from provtrack.aligner.engine import align

__all__ = ["align"]
