"""Check statements of provenance against W3C PROV-CONSTRAINTS.

Each bundle, and what stands outside bundles, is checked on its own: expand and infer, merge, put
in order, look for what is impossible (Recommendation of 30 April 2013, section 7). Findings carry
the number of the constraint: PROV24 is unique-generation. PROV4 is an argument that may not be
left out; PROVLINKS1 comes from PROV-LINKS; PROVUSAGE from ProvToolbox, on demand only.

Entry point: `check_statements`.
"""

from collections.abc import Sequence

from provtrack.model.finding import Finding
from provtrack.model.names import Severity
from provtrack.provenance.constraints.ordering import precedence_of
from provtrack.provenance.constraints.typing import find_impossible
from provtrack.provenance.constraints.unification import Violation, unify
from provtrack.provenance.statements import Statement, StatementDocument


def check_statements(
    document: StatementDocument, *, usage_is_unique: bool = False
) -> tuple[Finding, ...]:
    """Say which constraints statements violate.

    Args:
        usage_is_unique: Also demand that an activity uses an entity at most once. This is not in
            the Recommendation; ProvToolbox demands it, and its test cases do.

    Returns:
        One error for each violation, in the order of the bundles; none if the document is valid.
        Where statements cannot be merged, their order is not looked at.
    """
    findings = [
        _finding(violation, "document")
        for violation in _check(document.statements, usage_is_unique=usage_is_unique)
    ]
    for bundle in document.bundles:
        violations = _check(bundle.statements, usage_is_unique=usage_is_unique)
        findings += [_finding(violation, str(bundle.id)) for violation in violations]
    return tuple(findings)


def _check(statements: Sequence[Statement], *, usage_is_unique: bool) -> list[Violation]:
    """Check the statements of one bundle."""
    unified = unify(statements, usage_is_unique=usage_is_unique)
    if unified.violations:
        return unified.violations
    return [*find_impossible(unified), *precedence_of(unified).violations()]


def _finding(violation: Violation, bundle: str) -> Finding:
    """Make a finding of a violation."""
    sentence = violation.message[:1].upper() + violation.message[1:]
    place = f"{bundle}: {violation.place}" if violation.place else bundle
    return Finding(code=violation.code, severity=Severity.ERROR, message=sentence, place=place)
