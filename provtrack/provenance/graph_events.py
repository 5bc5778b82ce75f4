"""Events of a document's history as bundles of PROV: who recorded what, when and why.

A revision is a specialization of its version and a revision, in the sense of PROV, of the one
before. An event generates the revisions it is the first to name, uses those it found, and a
retraction invalidates them. Entry point: `events_as_bundles`.
"""

from collections.abc import Callable, Sequence

from provtrack.model.document import Agent
from provtrack.model.history import Event
from provtrack.model.names import EventKind, Role
from provtrack.provenance.graph_names import GraphNames, in_order, words
from provtrack.provenance.statements import (
    PROV,
    Attribute,
    Name,
    Statement,
    StatementBundle,
    StatementKind,
)

Kind = StatementKind
ENDING = {EventKind.RETRACT, EventKind.REDACT}


def events_as_bundles(
    events: Sequence[Event],
    heads: Sequence[str],
    *,
    names: GraphNames,
    agent_of: Callable[[Agent], Name],
) -> tuple[list[Statement], list[StatementBundle]]:
    """Make a bundle of each event, and the statements about these bundles.

    Args:
        heads: Digest of each event; may be empty.
        agent_of: Names an agent and states it outside the bundles.
    """
    around: list[Statement] = []
    bundles = []
    known: set[str] = set()
    for place, event in enumerate(events):
        name = names.event(event.number)
        by = agent_of(Agent(name=event.by, role=Role.RECORDED))
        attributes: list[Attribute] = [
            (names.label, words(f"event {event.number}: {event.kind}")),
            (names.type, _prov("Bundle")),
        ]
        if place < len(heads):
            attributes.append((names.term("sha512"), words(heads[place])))
        around.append(Statement(kind=Kind.ENTITY, id=name, attributes=tuple(attributes)))
        around.append(
            Statement(
                kind=Kind.ATTRIBUTION, id=names.part(name, "attribution"), arguments=(name, by)
            )
        )
        bundles.append(StatementBundle(id=name, statements=_inside(event, by, known, names=names)))
        known |= set(event.versions)
    return around, bundles


def _inside(event: Event, by: Name, known: set[str], *, names: GraphNames) -> tuple[Statement, ...]:
    """State an event: its act, its agent, and each revision it touches."""
    act = names.part(names.event(event.number), "act")
    attributes: list[Attribute] = [(names.type, names.term(event.kind))]
    if event.reason:
        attributes.append((names.term("reason"), words(event.reason)))
    if event.program:
        attributes.append((names.term("program"), words(event.program)))
    role = ((_prov("role"), words("recorded")),)
    statements = [
        Statement(
            kind=Kind.ACTIVITY,
            id=act,
            arguments=(event.when, event.when),
            attributes=tuple(attributes),
        ),
        Statement(kind=Kind.AGENT, id=by, attributes=((names.label, words(event.by)),)),
        Statement(
            kind=Kind.ASSOCIATION,
            id=names.part(act, "agent"),
            arguments=(act, by, None),
            attributes=role,
        ),
    ]
    for name in dict.fromkeys(event.versions):
        statements += _revision(event, act, name, is_known=name in known, names=names)
    return in_order(_once(statements))


def _once(statements: Sequence[Statement]) -> list[Statement]:
    """Drop an entity stated bare where it is also stated with what is known of it."""
    known = {s.id for s in statements if s.kind is Kind.ENTITY and s.attributes}
    bare = {s.id for s in statements if s.kind is Kind.ENTITY} - known
    return [
        statement
        for statement in dict.fromkeys(statements)
        if statement.kind is not Kind.ENTITY or statement.attributes or statement.id in bare
    ]


def _revision(
    event: Event, act: Name, name: str, *, is_known: bool, names: GraphNames
) -> list[Statement]:
    """State what an event did to a revision, written ``SIGLUM@REVISION``."""
    siglum, _, written = name.partition("@")
    revision = names.revision(siglum, written or "1")
    version = names.version(siglum)
    attributes: list[Attribute] = [(names.label, words(name)), (names.type, names.term("Revision"))]
    path = f"texts/{siglum}/text.txt"
    attributes += [
        (names.term("textSha512"), words(changed.sha512))
        for changed in event.changed
        if changed.path == path and changed.sha512
    ]
    statements = [
        Statement(kind=Kind.ENTITY, id=revision, attributes=tuple(attributes)),
        Statement(kind=Kind.SPECIALIZATION, arguments=(revision, version)),
    ]
    if is_known:
        kind, part = (
            (Kind.INVALIDATION, "invalidation") if event.kind in ENDING else (Kind.USAGE, "usage")
        )
        places = (revision, act, None) if event.kind in ENDING else (act, revision, None)
        identifier = names.part(act, f"{part}-{name}")
        return [*statements, Statement(kind=kind, id=identifier, arguments=places)]
    generation = names.part(act, f"generation-{name}")
    statements.append(
        Statement(kind=Kind.GENERATION, id=generation, arguments=(revision, act, None))
    )
    if written.isdecimal() and int(written) > 1:
        before = names.revision(siglum, str(int(written) - 1))
        statements += [
            Statement(kind=Kind.ENTITY, id=before),
            Statement(
                kind=Kind.DERIVATION,
                id=names.part(act, f"revision-{name}"),
                arguments=(revision, before, None, None, None),
                attributes=((names.type, _prov("Revision")),),
            ),
        ]
    return statements


def _prov(local: str) -> Name:
    """Make a name of PROV."""
    return Name(PROV + local, "prov", local)
