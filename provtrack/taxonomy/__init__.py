"""Edits of one bead -> changes, each with kind, significance, nature, rule and explanation.

Between languages there are no changes: `queries` asks where figures, dates or negations seem not to
agree, `name_queries` about names without an answer, `sentence_queries` about sentences that one
side lacks, and `clause_queries` asks the same of an abstract and what it rests on.
Entry points: `classify`, `queries`, `name_queries`, `sentence_queries`, `clause_queries`.
"""

from provtrack.taxonomy.abstracts import clause_queries
from provtrack.taxonomy.classification import classify
from provtrack.taxonomy.name_queries import name_queries
from provtrack.taxonomy.negation_queries import negation_queries
from provtrack.taxonomy.queries import has_brackets, has_quotation, queries
from provtrack.taxonomy.sentence_queries import ADDITION, OMISSION, sentence_queries

__all__ = [
    "ADDITION",
    "OMISSION",
    "classify",
    "clause_queries",
    "has_brackets",
    "has_quotation",
    "name_queries",
    "negation_queries",
    "queries",
    "sentence_queries",
]
