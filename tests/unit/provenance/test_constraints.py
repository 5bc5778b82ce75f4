"""The constraints of W3C PROV-CONSTRAINTS, one broken at a time."""

import pytest

from provtrack.provenance.constraints import check_statements, precedence_of, unify
from provtrack.provenance.statements import (
    FORMALS,
    PROV,
    Name,
    Statement,
    StatementBundle,
    StatementDocument,
    StatementKind,
)

K = StatementKind
TYPE = Name(PROV + "type")


def name(local: str) -> Name:
    """A name of an invented namespace."""
    return Name(f"urn:x:{local}", "x", local)


def say(kind: StatementKind, identifier: str = "", *arguments: str, type: str = "") -> Statement:  # noqa: A002 - the attribute's name
    """Make a statement; "-" and missing arguments are left out, times begin with a digit."""
    padded = [*arguments, *["-"] * (len(FORMALS[kind]) - len(arguments))]
    terms = tuple(
        None if word == "-" else word if formal.is_time else name(word)
        for word, formal in zip(padded, FORMALS[kind], strict=True)
    )
    return Statement(
        kind=kind,
        id=name(identifier) if identifier else None,
        arguments=terms,
        attributes=((TYPE, Name(PROV + type)),) if type else (),
    )


def codes(*statements: Statement) -> list[str]:
    """Codes of what is wrong in statements."""
    return [finding.code for finding in check_statements(StatementDocument(statements=statements))]


BROKEN = {
    "PROV4": [say(K.GENERATION, "g", "-", "a")],
    "PROV22": [say(K.ACTIVITY, "a", "2001-01-01"), say(K.ACTIVITY, "a", "2002-01-01")],
    "PROV23": [say(K.USAGE, "u", "a", "e"), say(K.USAGE, "u", "a", "f")],
    "PROV24": [say(K.GENERATION, "g", "e", "a"), say(K.GENERATION, "h", "e", "a")],
    "PROV25": [say(K.INVALIDATION, "i", "e", "a"), say(K.INVALIDATION, "j", "e", "a")],
    "PROV26": [say(K.START, "s", "a", "-", "b"), say(K.START, "t", "a", "-", "b")],
    "PROV27": [say(K.END, "s", "a", "-", "b"), say(K.END, "t", "a", "-", "b")],
    "PROV28": [say(K.ACTIVITY, "a", "2001-01-01"), say(K.START, "s", "a", "-", "-", "2002-01-01")],
    "PROV29": [
        say(K.ACTIVITY, "a", "-", "2001-01-01"),
        say(K.END, "s", "a", "-", "-", "2002-01-01"),
    ],
    "PROVLINKS1": [say(K.MENTION, "", "e", "f", "b"), say(K.MENTION, "", "e", "g", "b")],
    "PROV42": [
        say(K.ENTITY, "e"),
        say(K.ENTITY, "f"),
        say(K.DERIVATION, "", "e", "f"),
        say(K.SPECIALIZATION, "", "f", "e"),
    ],
    "PROV51": [say(K.DERIVATION, "", "e", "f", "-", "g")],
    "PROV52": [say(K.SPECIALIZATION, "", "e", "f"), say(K.SPECIALIZATION, "", "f", "e")],
    "PROV53": [say(K.USAGE, "u", "a", "e"), say(K.INVALIDATION, "u", "e", "a")],
    "PROV54": [say(K.ENTITY, "u"), say(K.INFLUENCE, "u", "e", "f")],
    "PROV55": [say(K.ENTITY, "e"), say(K.COMMUNICATION, "", "e", "a")],
    "PROV56": [say(K.ENTITY, "c", type="EmptyCollection"), say(K.MEMBERSHIP, "", "c", "e")],
}


@pytest.mark.parametrize("code", BROKEN)
def test_each_broken_constraint_is_named(code: str) -> None:
    assert set(codes(*BROKEN[code])) == {code}


def test_violation_is_said_in_a_sentence_with_its_place() -> None:
    document = StatementDocument(statements=tuple(BROKEN["PROV55"]))
    finding = check_statements(document)[0]
    assert finding.place == "document: x:e"
    assert finding.message == (
        "X:e is used both as an entity and as an activity (entity-activity-disjoint)."
    )


def test_derivation_from_itself_is_impossible() -> None:
    assert codes(say(K.ENTITY, "e"), say(K.DERIVATION, "", "e", "e")) == ["PROV42"]


def test_activity_may_use_an_entity_twice_unless_asked_otherwise() -> None:
    usages = (say(K.USAGE, "u", "a", "e"), say(K.USAGE, "v", "a", "e"))
    document = StatementDocument(statements=usages)
    assert check_statements(document) == ()
    findings = check_statements(document, usage_is_unique=True)
    assert [finding.code for finding in findings] == ["PROVUSAGE"]


def test_fractions_of_no_weight_do_not_make_another_time() -> None:
    times = ("2001-01-01T00:00:00.500Z", "2001-01-01T00:00:00.5+00:00")
    assert codes(*(say(K.ACTIVITY, "a", time) for time in times)) == []


def test_zeros_of_a_time_are_not_fractions() -> None:
    times = ("2001-01-01T00:00:10", "2001-01-01T00:00:1")
    assert codes(*(say(K.ACTIVITY, "a", time) for time in times)) == ["PROV22"]


def test_bundles_are_checked_apart() -> None:
    bundle = StatementBundle(id=name("b"), statements=(say(K.ACTIVITY, "e"),))
    document = StatementDocument(statements=(say(K.ENTITY, "e"),), bundles=(bundle,))
    assert check_statements(document) == ()


def test_inferred_generation_of_a_derivation_merges_with_the_stated_one() -> None:
    statements = (
        say(K.DERIVATION, "", "e", "f", "a", "g", "u"),
        say(K.GENERATION, "h", "e", "a"),
    )
    assert codes(*statements) == ["PROV24"]


def test_usage_precedes_generation_of_what_it_served() -> None:
    statements = [
        say(K.DERIVATION, "", "e", "f", "a", "g", "u"),
        say(K.GENERATION, "g", "e", "a"),
        say(K.USAGE, "u", "a", "f"),
    ]
    order = precedence_of(unify(statements))
    assert order.precedes("urn:x:u", "urn:x:g")
    assert not order.precedes("urn:x:g", "urn:x:u")
    assert not order.strictly_precedes("urn:x:u", "urn:x:g")


def test_long_chain_of_derivations_is_no_recursion() -> None:
    statements = [say(K.ENTITY, f"e{i}") for i in range(1200)]
    statements += [say(K.DERIVATION, "", f"e{i + 1}", f"e{i}") for i in range(1199)]
    assert codes(*statements) == []
    assert codes(*statements, say(K.DERIVATION, "", "e0", "e1199")) == ["PROV42"]


def test_generation_happens_while_its_activity_lasts() -> None:
    statements = [
        say(K.START, "s", "a"),
        say(K.END, "t", "a"),
        say(K.GENERATION, "g", "e", "a"),
    ]
    order = precedence_of(unify(statements))
    assert order.precedes("urn:x:s", "urn:x:g")
    assert order.precedes("urn:x:g", "urn:x:t")


def test_entity_is_used_between_its_generation_and_its_invalidation() -> None:
    statements = [
        say(K.GENERATION, "g", "e"),
        say(K.USAGE, "u", "a", "e"),
        say(K.INVALIDATION, "i", "e"),
    ]
    order = precedence_of(unify(statements))
    assert order.precedes("urn:x:g", "urn:x:u")
    assert order.precedes("urn:x:u", "urn:x:i")
    assert not order.precedes("urn:x:i", "urn:x:g")


def test_informant_starts_before_the_informed_ends() -> None:
    statements = [
        say(K.COMMUNICATION, "", "a2", "a1"),
        say(K.START, "s", "a1"),
        say(K.END, "t", "a2"),
    ]
    assert precedence_of(unify(statements)).precedes("urn:x:s", "urn:x:t")


def test_agent_exists_before_what_is_attributed_to_it() -> None:
    statements = [
        say(K.ATTRIBUTION, "", "e", "ag"),
        say(K.GENERATION, "g1", "ag"),
        say(K.GENERATION, "g2", "e"),
    ]
    assert precedence_of(unify(statements)).precedes("urn:x:g1", "urn:x:g2")


def test_specific_entity_ends_before_the_general_one() -> None:
    statements = [
        say(K.SPECIALIZATION, "", "e1", "e2"),
        say(K.SPECIALIZATION, "", "e2", "e3"),
        say(K.INVALIDATION, "i1", "e1"),
        say(K.INVALIDATION, "i3", "e3"),
    ]
    assert precedence_of(unify(statements)).precedes("urn:x:i1", "urn:x:i3")


def test_long_chain_of_specializations_takes_no_square_of_time() -> None:
    statements = [say(K.ENTITY, f"e{i}") for i in range(1500)]
    statements += [say(K.SPECIALIZATION, "", f"e{i + 1}", f"e{i}") for i in range(1499)]
    assert codes(*statements) == []


def test_specialization_orders_through_an_entity_of_which_nothing_is_stated() -> None:
    statements = [
        say(K.ENTITY, "e1"),
        say(K.ENTITY, "e3"),
        say(K.SPECIALIZATION, "", "e1", "e2"),
        say(K.SPECIALIZATION, "", "e2", "e3"),
        say(K.DERIVATION, "", "e3", "e1"),
    ]
    assert codes(*statements) == ["PROV42"]
