"""Quotations of a publication beside the recorded versions -> judgements.

Entry points: `audit` for whole publications against `Sources`; `judge`, with `Candidate` for a
place where a quotation may stand and `Cited` for what the publication says of it.
"""

from provtrack.auditing.engine import audit
from provtrack.auditing.fidelity import judge
from provtrack.auditing.places import Candidate, Cited
from provtrack.auditing.sources import Sources

__all__ = ["Candidate", "Cited", "Sources", "audit", "judge"]
