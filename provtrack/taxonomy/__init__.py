"""Edits of one bead -> changes, each with kind, significance, nature, rule and explanation.

Between languages there are no changes: `queries` asks where figures, dates, names or negations
seem not to agree, and `clause_queries` asks the same of an abstract and what it rests on.
Entry points: `classify`, `queries`, `clause_queries`.
"""

from provtrack.taxonomy.abstracts import clause_queries
from provtrack.taxonomy.classification import classify
from provtrack.taxonomy.queries import has_quotation, queries

__all__ = ["classify", "clause_queries", "has_quotation", "queries"]
