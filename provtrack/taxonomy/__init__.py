"""Edits of one bead -> changes, each with kind, significance, nature, rule and explanation.

Between languages there are no changes: `queries` asks where figures, dates, names or negations
seem not to agree, `sentence_queries` about sentences that one side lacks, and `clause_queries` asks
the same of an abstract and what it rests on.
Entry points: `classify`, `queries`, `sentence_queries`, `clause_queries`.
"""

from provtrack.taxonomy.abstracts import clause_queries
from provtrack.taxonomy.classification import classify
from provtrack.taxonomy.queries import has_quotation, queries
from provtrack.taxonomy.sentence_queries import ADDITION, OMISSION, sentence_queries

__all__ = [
    "ADDITION",
    "OMISSION",
    "classify",
    "clause_queries",
    "has_quotation",
    "queries",
    "sentence_queries",
]
