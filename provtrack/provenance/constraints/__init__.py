"""W3C PROV-CONSTRAINTS: whether statements of provenance can be true together."""

from provtrack.provenance.constraints.checking import check_statements
from provtrack.provenance.constraints.ordering import Precedence, precedence_of
from provtrack.provenance.constraints.unification import unify

__all__ = ["Precedence", "check_statements", "precedence_of", "unify"]
