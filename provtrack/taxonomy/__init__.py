"""Edits of one bead -> changes, each with kind, significance, nature, rule and explanation.

Between languages there are no changes: `queries` asks where figures, dates, names or negations
seem not to agree. Entry points: `classify` and `queries`.
"""

from provtrack.taxonomy.classification import classify
from provtrack.taxonomy.queries import queries

__all__ = ["classify", "queries"]
