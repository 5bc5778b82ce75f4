"""Quotations of a publication beside the recorded versions -> judgements.

Entry points: `judge`, with `Candidate` for a place where a quotation may stand and `Cited` for what
the publication says of it; `is_meaning_bearing`.
"""

from provtrack.auditing.fidelity import is_meaning_bearing, judge
from provtrack.auditing.places import Candidate, Cited

__all__ = ["Candidate", "Cited", "is_meaning_bearing", "judge"]
