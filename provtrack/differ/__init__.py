"""Paragraphs of one bead on each side -> edits.

Entry points: `diff`; `accept` and `reject`, which give one side from the other and the changes;
`refine`, for the letters that differ inside a substituted word.
"""

from provtrack.differ.application import accept, reject
from provtrack.differ.engine import diff
from provtrack.differ.refinement import refine

__all__ = ["accept", "diff", "refine", "reject"]
