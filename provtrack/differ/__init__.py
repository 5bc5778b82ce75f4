"""Paragraphs of one bead on each side -> edits. Entry points: `diff`, `accept`, `reject`."""

from provtrack.differ.application import accept, reject
from provtrack.differ.engine import diff

__all__ = ["accept", "diff", "reject"]
