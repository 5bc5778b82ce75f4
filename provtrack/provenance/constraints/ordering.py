"""Put the events of statements in order (PROV-CONSTRAINTS, constraints 30 to 49).

Events are generations, usages, invalidations, starts and ends. All generations of one entity
precede each other (constraint 39), as do its invalidations, and the starts and the ends of an
activity; so each of these groups has a hub, and the constraints between groups are edges between
hubs. Their number grows with the statements, not with its square. The order is impossible if a
strict edge lies on a cycle: inside a strongly connected component (Tarjan 1972).

Entry point: `precedence_of`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from provtrack.provenance.constraints.components import components_of
from provtrack.provenance.constraints.unification import (
    NOTHING,
    Term,
    Unified,
    Violation,
    in_words,
)
from provtrack.provenance.statements import StatementKind

Kind = StatementKind


class Moment(StrEnum):
    """What a hub gathers."""

    GENERATION = "generation"
    INVALIDATION = "invalidation"
    START = "start"
    END = "end"
    EVENT = "event"


Node = tuple[Moment, Term]

_HUBS = {
    Kind.GENERATION: Moment.GENERATION,
    Kind.INVALIDATION: Moment.INVALIDATION,
    Kind.START: Moment.START,
    Kind.END: Moment.END,
}


@dataclass(slots=True)
class Precedence:
    """Which event precedes which; `strict` holds the code of the constraint of a strict edge."""

    after: dict[Node, set[Node]] = field(default_factory=dict)
    strict: dict[tuple[Node, Node], str] = field(default_factory=dict)

    def precedes(self, earlier: str, later: str) -> bool:
        """Tell whether an event, named by the URI of its statement, precedes another or is it."""
        return self._reaches(earlier, later, is_strictly=False)

    def strictly_precedes(self, earlier: str, later: str) -> bool:
        """Tell whether an event precedes another and cannot be simultaneous with it."""
        return self._reaches(earlier, later, is_strictly=True)

    def _reaches(self, earlier: str, later: str, *, is_strictly: bool) -> bool:
        """Walk from one event to another, noting whether a strict edge was passed."""
        ends = {node: node[1].uri for node in self.after if hasattr(node[1], "uri")}
        starts = [node for node, uri in ends.items() if uri == earlier]
        waiting = [(node, False) for node in starts if node[0] is Moment.EVENT]
        seen = set(waiting)
        while waiting:
            node, is_strict = waiting.pop()
            for following in self.after[node]:
                step = (following, is_strict or (node, following) in self.strict)
                if step in seen:
                    continue
                seen.add(step)
                waiting.append(step)
        return any(
            node[0] is Moment.EVENT and ends.get(node) == later and (is_strict or not is_strictly)
            for node, is_strict in seen
        )

    def add(self, earlier: Node, later: Node, *, strict: str | None = None) -> None:
        """State that a node precedes another; strictly, if a constraint's code is given."""
        self.after.setdefault(earlier, set()).add(later)
        self.after.setdefault(later, set())
        if strict:
            self.strict[earlier, later] = strict

    def violations(self) -> Iterator[Violation]:
        """Yield strict edges that lie on a cycle, each group of events once."""
        component = components_of(self.after)
        seen = set()
        for (earlier, later), code in self.strict.items():
            number = component[earlier]
            if number != component[later] or number in seen:
                continue
            seen.add(number)
            yield Violation(
                code=code,
                message=f"the {_in_words(earlier)} must come before the {_in_words(later)}, "
                "but other statements put it after, or at the same time.",
                place=in_words(later[1]),
            )


def _in_words(node: Node) -> str:
    """Name a node in a sentence."""
    return f"{node[0].value} of {in_words(node[1])}"


def precedence_of(unified: Unified) -> Precedence:
    """Apply the ordering constraints to merged statements."""
    order = Precedence()
    hubs = _Hubs(order=order, existing=_existing(unified))
    hubs.add_lives()
    for row in unified.rows:
        arguments = row.arguments
        event: Node = (Moment.EVENT, row.id)
        match row.kind:
            case Kind.GENERATION | Kind.INVALIDATION:
                hubs.join(event, (_HUBS[row.kind], arguments[0]))
                if row.kind is Kind.GENERATION:
                    hubs.within(event, arguments[1])  # 34; no constraint says it of invalidations
            case Kind.USAGE:
                hubs.within(event, arguments[0])  # 33
                hubs.alive(event, arguments[1])  # 37, 38
            case Kind.START | Kind.END:
                hubs.join(event, (_HUBS[row.kind], arguments[0]))
                hubs.alive(event, arguments[1])  # 43, 44
            case Kind.COMMUNICATION:  # 35
                hubs.edge((Moment.START, arguments[1]), (Moment.END, arguments[0]))
            case Kind.DERIVATION:
                _order_derivation(hubs, arguments)
            case Kind.ASSOCIATION:  # 47
                hubs.overlap(arguments[0], arguments[1])
            case Kind.ATTRIBUTION:  # 48
                hubs.edge((Moment.GENERATION, arguments[1]), (Moment.GENERATION, arguments[0]))
                hubs.edge((Moment.START, arguments[1]), (Moment.GENERATION, arguments[0]))
            case Kind.DELEGATION:  # 49
                delegate, responsible = arguments[:2]
                hubs.edge((Moment.GENERATION, responsible), (Moment.INVALIDATION, delegate))
                hubs.edge((Moment.START, responsible), (Moment.END, delegate))
    _order_specializations(hubs, generals_of(unified))
    return order


def _order_derivation(hubs: "_Hubs", arguments: tuple[Term, ...]) -> None:
    """Put usage before generation (41), and the source's generation strictly before (42)."""
    generated, used, _, generation, usage = arguments
    if NOTHING not in (generation, usage):
        hubs.order.add((Moment.EVENT, usage), (Moment.EVENT, generation))
    hubs.edge((Moment.GENERATION, used), (Moment.GENERATION, generated), strict="PROV42")


def _existing(unified: Unified) -> set[Node]:
    """List the hubs of which an event exists (inferences 7 and 8, and statements)."""
    existing: set[Node] = set()
    for row in unified.rows:
        if row.kind is Kind.ENTITY:
            existing |= {(Moment.GENERATION, row.id), (Moment.INVALIDATION, row.id)}
        elif row.kind is Kind.ACTIVITY:
            existing |= {(Moment.START, row.id), (Moment.END, row.id)}
        elif row.kind in _HUBS:
            existing.add((_HUBS[row.kind], row.arguments[0]))
    return existing


@dataclass(slots=True, kw_only=True)
class _Hubs:
    """Adds edges between hubs of which an event exists."""

    order: Precedence
    existing: set[Node]

    def add_lives(self) -> None:
        """Let each thing begin before it ends (30, 36)."""
        for moment, term in self.existing:
            if moment is Moment.GENERATION:
                self.edge((moment, term), (Moment.INVALIDATION, term))
            elif moment is Moment.START:
                self.edge((moment, term), (Moment.END, term))

    def edge(self, earlier: Node, later: Node, *, strict: str | None = None) -> None:
        """Order two hubs, if an event of each exists."""
        if earlier in self.existing and later in self.existing:
            self.order.add(earlier, later, strict=strict)

    def join(self, event: Node, hub: Node) -> None:
        """Make an event simultaneous with its hub (31, 32, 39, 40)."""
        self.order.add(event, hub)
        self.order.add(hub, event)

    def within(self, event: Node, activity: Term) -> None:
        """Let an event happen while its activity lasts."""
        if (Moment.START, activity) in self.existing:
            self.order.add((Moment.START, activity), event)
        if (Moment.END, activity) in self.existing:
            self.order.add(event, (Moment.END, activity))

    def alive(self, event: Node, entity: Term) -> None:
        """Let an event happen while an entity exists."""
        if (Moment.GENERATION, entity) in self.existing:
            self.order.add((Moment.GENERATION, entity), event)
        if (Moment.INVALIDATION, entity) in self.existing:
            self.order.add(event, (Moment.INVALIDATION, entity))

    def overlap(self, activity: Term, agent: Term) -> None:
        """Let an activity and an agent, be it an entity or an activity, exist at one time."""
        self.edge((Moment.START, activity), (Moment.INVALIDATION, agent))
        self.edge((Moment.GENERATION, agent), (Moment.END, activity))
        self.edge((Moment.START, activity), (Moment.END, agent))
        self.edge((Moment.START, agent), (Moment.END, activity))


def generals_of(unified: Unified) -> dict[Term, set[Term]]:
    """List for each entity those it is stated to be a specialization of."""
    generals: dict[Term, set[Term]] = {}
    for row in unified.rows:
        if row.kind is Kind.SPECIALIZATION:
            generals.setdefault(row.arguments[0], set()).add(row.arguments[1])
            generals.setdefault(row.arguments[1], set())
    return generals


def _order_specializations(hubs: _Hubs, generals: dict[Term, set[Term]]) -> None:
    """Put the general entity's life around that of the specific one (45, 46, inference 19).

    An entity without an event of its own is passed through; beyond one that has it, the order
    follows from its own edges.
    """
    for moment in (Moment.GENERATION, Moment.INVALIDATION):
        for specific in generals:
            if (moment, specific) not in hubs.existing:
                continue
            seen: set[Term] = set()
            waiting = list(generals[specific])
            while waiting:
                general = waiting.pop()
                if general in seen:
                    continue
                seen.add(general)
                ends = ((moment, general), (moment, specific))
                hubs.edge(*(ends if moment is Moment.GENERATION else ends[::-1]))
                if (moment, general) not in hubs.existing:
                    waiting += generals[general]
