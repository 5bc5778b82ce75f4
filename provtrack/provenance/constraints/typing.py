"""Types and impossibilities (PROV-CONSTRAINTS, constraints 50 to 56) and missing arguments."""

from collections.abc import Iterator, Sequence

from provtrack.provenance.constraints.components import components_of
from provtrack.provenance.constraints.ordering import generals_of
from provtrack.provenance.constraints.unification import (
    NOTHING,
    Term,
    Unified,
    Unknown,
    Violation,
    in_words,
)
from provtrack.provenance.statements import FORMALS, OBJECTS, PROV, UNNAMED, Name, StatementKind

Kind = StatementKind
TYPE = PROV + "type"
EMPTY = PROV + "EmptyCollection"

# The type that each argument gives what stands there (constraint 50); times give none.
_TYPES: dict[StatementKind, tuple[str, ...]] = {
    Kind.GENERATION: ("entity", "activity"),
    Kind.USAGE: ("activity", "entity"),
    Kind.COMMUNICATION: ("activity", "activity"),
    Kind.START: ("activity", "entity", "activity"),
    Kind.END: ("activity", "entity", "activity"),
    Kind.INVALIDATION: ("entity", "activity"),
    Kind.DERIVATION: ("entity", "entity", "activity"),
    Kind.ATTRIBUTION: ("entity", "agent"),
    Kind.ASSOCIATION: ("activity", "agent", "entity"),
    Kind.DELEGATION: ("agent", "agent", "activity"),
    Kind.ALTERNATE: ("entity", "entity"),
    Kind.SPECIALIZATION: ("entity", "entity"),
    Kind.MENTION: ("entity", "entity", "entity"),
    Kind.MEMBERSHIP: ("entity", "entity"),
}
# An influence may share its identifier with the statement it is inferred from.
_RELATIONS = frozenset(FORMALS) - OBJECTS - UNNAMED


def find_impossible(unified: Unified) -> Iterator[Violation]:
    """Yield what no world can be like, in the order of the constraints."""
    yield from _missing(unified)
    yield from _unspecified_derivations(unified)
    yield from _reflexive_specializations(unified)
    yield from _overlaps(unified)
    yield from _wrong_types(unified)


def _missing(unified: Unified) -> Iterator[Violation]:
    """Yield arguments that may not be left out and that no other statement gives."""
    for row in unified.rows:
        if row.is_inferred:
            continue
        for formal, term in zip(FORMALS[row.kind], row.arguments, strict=True):
            if formal.is_mandatory and isinstance(term, Unknown):
                yield Violation(
                    code="PROV4",
                    message=f"a statement {row.kind} does not say its {formal.name}, "
                    "which may not be left out (optional-placeholders).",
                    place=in_words(row.id) if isinstance(row.id, Name) else "",
                )


def _unspecified_derivations(unified: Unified) -> Iterator[Violation]:
    """Yield derivations with a generation or usage but no activity (constraint 51)."""
    for row in unified.rows:
        if row.kind is not Kind.DERIVATION or row.arguments[2] != NOTHING:
            continue
        if any(term != NOTHING for term in row.arguments[3:]):
            yield Violation(
                code="PROV51",
                message=f"the derivation of {in_words(row.arguments[0])} names a generation or "
                "usage but no activity (impossible-unspecified-derivation-generation-use).",
                place=in_words(row.arguments[0]),
            )


def _reflexive_specializations(unified: Unified) -> Iterator[Violation]:
    """Yield entities that are more specific than themselves (constraint 52)."""
    generals = generals_of(unified)
    component = components_of(generals)
    for specific, general in generals.items():
        circle = next((g for g in general if component[g] == component[specific]), None)
        if circle is not None:
            yield Violation(
                code="PROV52",
                message=f"{in_words(specific)} is stated to be a specialization of itself "
                "(impossible-specialization-reflexive).",
                place=in_words(specific),
            )


def _overlaps(unified: Unified) -> Iterator[Violation]:
    """Yield identifiers of two relations (constraint 53), of a thing and a relation (54)."""
    kinds: dict[Term, list[StatementKind]] = {}
    both: Sequence[StatementKind]
    for row in unified.rows:
        if isinstance(row.id, Name) and row.kind not in kinds.setdefault(row.id, []):
            kinds[row.id].append(row.kind)
    for identifier, found in kinds.items():
        things = [kind for kind in found if kind in OBJECTS]
        relations = [kind for kind in found if kind in _RELATIONS]
        firm = [kind for kind in relations if kind is not Kind.INFLUENCE]
        if things and relations:
            code, rule, both = "PROV54", "impossible-object-property-overlap", [*things, *relations]
        elif len(firm) > 1:
            code, rule, both = "PROV53", "impossible-property-overlap", firm
        else:
            continue
        yield Violation(
            code=code,
            message=f"{in_words(identifier)} is stated both as {both[0]} and as {both[-1]} "
            f"({rule}).",
            place=in_words(identifier),
        )


def _wrong_types(unified: Unified) -> Iterator[Violation]:
    """Yield things that are entity and activity (55), and members of nothing (56)."""
    types: dict[Term, set[str]] = {}
    empty = set()
    for row in unified.rows:
        if row.kind in OBJECTS:
            types.setdefault(row.id, set()).add(row.kind.value)
        for kind, term in zip(_TYPES.get(row.kind, ()), row.arguments, strict=False):
            types.setdefault(term, set()).add(kind)
        if row.kind is Kind.ENTITY and (Name(TYPE), Name(EMPTY)) in row.attributes:
            empty.add(row.id)
    for term, found in types.items():
        if isinstance(term, Name) and {"entity", "activity"} <= found:
            yield Violation(
                code="PROV55",
                message=f"{in_words(term)} is used both as an entity and as an activity "
                "(entity-activity-disjoint).",
                place=in_words(term),
            )
    for row in unified.rows:
        if row.kind is Kind.MEMBERSHIP and row.arguments[0] in empty:
            yield Violation(
                code="PROV56",
                message=f"{in_words(row.arguments[0])} is stated to be empty and to have "
                f"{in_words(row.arguments[1])} as a member (membership-empty-collection).",
                place=in_words(row.arguments[0]),
            )
