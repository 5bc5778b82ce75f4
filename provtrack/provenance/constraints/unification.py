"""Merge statements that speak of the same thing (PROV-CONSTRAINTS, constraints 22 to 29).

What is left out of a statement and may exist is a variable; a variable takes the value that a key
or uniqueness constraint gives it. Two different values for one place are a violation. Inferences
9 to 11, 13 to 15 and the one of mentions are drawn first, so that their statements merge too.

Entry point: `unify`.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from provtrack.provenance.statements import (
    FORMALS,
    OBJECTS,
    UNNAMED,
    Name,
    Statement,
    StatementKind,
    Value,
)

Kind = StatementKind
_MOMENT_IN_ZONE = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(?P<seconds>\d\d(?:\.\d+)?)(?:Z|(?P<zone>[+-]\d\d:\d\d))"
)


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that exists and is not named."""

    number: int


@dataclass(frozen=True, slots=True)
class Nothing:
    """What is left out and does not exist: "-" that may not be expanded."""


@dataclass(frozen=True, slots=True)
class Time:
    """A moment, with one name whichever zone it is stated in, and as it was written."""

    moment: str
    written: str = field(compare=False)


Term = Name | Time | Nothing | Unknown
NOTHING = Nothing()


class ConflictError(Exception):
    """Two different values stand where one must stand."""

    def __init__(self, one: Term, other: Term) -> None:
        super().__init__()
        self.one, self.other = one, other


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A statement with a term in each place; inferred, if the file does not state it."""

    kind: StatementKind
    id: Term
    arguments: tuple[Term, ...]
    attributes: frozenset[tuple[Name, Value]] = frozenset()
    is_inferred: bool = False


@dataclass(slots=True)
class Terms:
    """What unknown things have turned out to be."""

    count: int = 0
    same_as: dict[Term, Term] = field(default_factory=dict)

    def new(self) -> Unknown:
        """Name a thing that exists."""
        self.count += 1
        return Unknown(self.count)

    def find(self, term: Term) -> Term:
        """Follow an unknown thing to what it is known to be."""
        path = []
        while term in self.same_as:
            path.append(term)
            term = self.same_as[term]
        for step in path:
            self.same_as[step] = term
        return term

    def unite(self, one: Term, other: Term) -> bool:
        """Say that two terms are the same; True if that was new.

        Raises:
            ConflictError: They are two different things.
        """
        one, other = self.find(one), self.find(other)
        if one == other:
            return False
        if isinstance(one, Unknown) and other != NOTHING:
            self.same_as[one] = other
        elif isinstance(other, Unknown) and one != NOTHING:
            self.same_as[other] = one
        else:
            raise ConflictError(one, other)
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A constraint that is broken: its code, a sentence, the thing it speaks of."""

    code: str
    message: str
    place: str = ""


@dataclass(slots=True, kw_only=True)
class Unified:
    """Statements after merging; `violations` is empty if they could be merged."""

    terms: Terms
    rows: list[Row]
    violations: list[Violation]


def unify(statements: Sequence[Statement], *, usage_is_unique: bool = False) -> Unified:
    """Expand, infer and merge statements of one bundle.

    Args:
        usage_is_unique: Also demand that an activity uses an entity once. The Recommendation does
            not; ProvToolbox does.
    """
    terms = Terms()
    rows = [_expanded(statement, terms) for statement in statements]
    rows += [inferred for row in rows for inferred in _inferred(row, terms)]
    rows += _inferred_influences(rows)
    result = Unified(terms=terms, rows=rows, violations=[])
    constraints = [*_CONSTRAINTS, _unique_usage] if usage_is_unique else _CONSTRAINTS
    is_changed = True
    while is_changed and not result.violations:
        changes = [constraint(result) for constraint in constraints]
        is_changed = any(changes)
        result.rows = _merged(result.rows, terms)
    return result


def _expanded(statement: Statement, terms: Terms) -> Row:
    """Put a term into each place of a statement (Definitions 1 to 4)."""
    arguments: list[Term] = []
    for formal, argument in zip(FORMALS[statement.kind], statement.arguments, strict=True):
        if isinstance(argument, str):
            arguments.append(Time(_moment(argument), argument))
        elif argument is not None:
            arguments.append(argument)
        else:
            arguments.append(terms.new() if formal.is_expandable else NOTHING)
    if statement.kind is Kind.DERIVATION and arguments[2] != NOTHING:
        # Only of a derivation whose activity is known do generation and usage exist.
        arguments[3:] = [terms.new() if term == NOTHING else term for term in arguments[3:]]
    identifier = statement.id if statement.id is not None else terms.new()
    return Row(
        kind=statement.kind,
        id=identifier,
        arguments=tuple(arguments),
        attributes=frozenset(statement.attributes),
    )


def _moment(time: str) -> str:
    """Name a moment: the same one has one name, in whichever zone it is stated.

    A time without a zone is equal to none that has one.
    """
    words = re.sub(r"(\.\d*?)0+(?=$|[Zz+-])", r"\1", time.strip()).upper()
    words = re.sub(r"\.(?=$|[Z+-])", "", words)
    found = _MOMENT_IN_ZONE.fullmatch(words)
    if found is None:
        return words
    year, month, day, hour, minute = (int(found[n]) for n in range(1, 6))
    minutes = (_days(year, month, day) * 24 + hour) * 60 + minute
    if zone := found["zone"]:
        minutes -= int(f"{zone[0]}1") * (int(zone[1:3]) * 60 + int(zone[4:]))
    return f"{minutes} minutes, {found['seconds']} seconds, universal"


def _days(year: int, month: int, day: int) -> int:
    """Number the days of the Gregorian calendar (each year begins in March)."""
    years = year - (month < 3)
    months = (month - 3) % 12
    return 365 * years + years // 4 - years // 100 + years // 400 + (153 * months + 2) // 5 + day


def _inferred(row: Row, terms: Terms) -> Iterator[Row]:
    """Draw the inferences whose statements can merge or be put in order."""
    arguments = row.arguments
    if row.kind in (Kind.START, Kind.END):  # inferences 9 and 10
        trigger, starter = arguments[1:3]
        yield _row(Kind.GENERATION, terms, trigger, starter, terms.new())
    elif row.kind is Kind.DERIVATION and arguments[2] != NOTHING:  # inference 11
        generated, used, activity, generation, usage = arguments
        yield replace(_row(Kind.USAGE, terms, activity, used, terms.new()), id=usage)
        yield replace(_row(Kind.GENERATION, terms, generated, activity, terms.new()), id=generation)
    elif row.kind is Kind.ATTRIBUTION:  # inference 13
        entity, agent = arguments
        activity = terms.new()
        yield _row(Kind.GENERATION, terms, entity, activity, terms.new())
        yield _row(Kind.ASSOCIATION, terms, activity, agent, terms.new())
    elif row.kind is Kind.DELEGATION and arguments[2] != NOTHING:  # inference 14
        for agent in arguments[:2]:
            yield _row(Kind.ASSOCIATION, terms, arguments[2], agent, terms.new())
    elif row.kind is Kind.MENTION:  # PROV-LINKS, inference 2
        yield _row(Kind.SPECIALIZATION, terms, *arguments[:2])


def _inferred_influences(rows: Sequence[Row]) -> list[Row]:
    """Draw inference 15, where an influence of the same identifier is stated beside."""
    stated = {row.id for row in rows if row.kind is Kind.INFLUENCE and isinstance(row.id, Name)}
    return [
        Row(kind=Kind.INFLUENCE, id=row.id, arguments=row.arguments[:2], is_inferred=True)
        for row in rows
        if row.id in stated and row.kind not in OBJECTS | UNNAMED | {Kind.INFLUENCE}
    ]


def _row(kind: StatementKind, terms: Terms, *arguments: Term) -> Row:
    """Make an inferred statement."""
    return Row(kind=kind, id=terms.new(), arguments=arguments, is_inferred=True)


def _merged(rows: Sequence[Row], terms: Terms) -> list[Row]:
    """Write what is known into each place, and drop statements that have become the same."""
    merged: dict[tuple[StatementKind, Term, tuple[Term, ...]], Row] = {}
    for row in rows:
        places = tuple(terms.find(term) for term in row.arguments)
        now = replace(row, id=terms.find(row.id), arguments=places)
        same = merged.get((now.kind, now.id, places))
        merged[now.kind, now.id, places] = (
            now
            if same is None
            else replace(
                now,
                attributes=now.attributes | same.attributes,
                is_inferred=now.is_inferred and same.is_inferred,
            )
        )
    return list(merged.values())


def _keys(result: Unified) -> bool:
    """Merge statements of one identifier (constraints 22 and 23)."""
    is_changed = False
    first: dict[tuple[StatementKind, Term], Row] = {}
    for row in result.rows:
        if row.kind in UNNAMED:
            continue
        known = first.setdefault((row.kind, result.terms.find(row.id)), row)
        for formal, one, other in zip(
            FORMALS[row.kind], known.arguments, row.arguments, strict=True
        ):
            try:
                is_changed |= result.terms.unite(one, other)
            except ConflictError as conflict:
                rule, word = ("22", "key-object") if row.kind in OBJECTS else ("23", "key-property")
                what = f"{in_words(row.id)} is stated as {row.kind} twice, with different values"
                _add(result, rule, word, f"{what} of {formal.name}", conflict)
    return is_changed


def _unique(
    kind: StatementKind, places: tuple[int, int], code: str, rule: str
) -> Callable[[Unified], bool]:
    """Make a constraint: statements with the same terms in two places are the same statement."""

    def constraint(result: Unified) -> bool:
        is_changed = False
        first: dict[tuple[Term, Term], Term] = {}
        for row in result.rows:
            if row.kind is not kind:
                continue
            one, other = (result.terms.find(row.arguments[place]) for place in places)
            known = first.setdefault((one, other), row.id)
            try:
                is_changed |= result.terms.unite(known, row.id)
            except ConflictError as conflict:
                what = f"{kind}({in_words(one)}, {in_words(other)}) is stated with two identifiers"
                _add(result, code, rule, what, conflict)
        return is_changed

    return constraint


def _same_times(kind: StatementKind, place: int, code: str, rule: str) -> Callable[[Unified], bool]:
    """Make a constraint: the time of a start or end is the one its activity states."""

    def constraint(result: Unified) -> bool:
        is_changed = False
        times = {
            result.terms.find(row.id): row.arguments[place]
            for row in result.rows
            if row.kind is Kind.ACTIVITY
        }
        for row in result.rows:
            activity = result.terms.find(row.arguments[0]) if row.kind is kind else None
            if activity is None or activity not in times:
                continue
            try:
                is_changed |= result.terms.unite(times[activity], row.arguments[3])
            except ConflictError as conflict:
                what = f"{in_words(activity)} and its {kind} state different times"
                _add(result, code, rule, what, conflict)
        return is_changed

    return constraint


def _unique_mention(result: Unified) -> bool:
    """Merge mentions of one specific entity (PROV-LINKS, constraint 1)."""
    is_changed = False
    first: dict[Term, Row] = {}
    for row in result.rows:
        if row.kind is not Kind.MENTION:
            continue
        known = first.setdefault(result.terms.find(row.arguments[0]), row)
        for one, other in zip(known.arguments, row.arguments, strict=True):
            try:
                is_changed |= result.terms.unite(one, other)
            except ConflictError as conflict:
                what = f"{in_words(row.arguments[0])} is stated to mention two different things"
                _add(result, "LINKS1", "unique-mention", what, conflict)
    return is_changed


def _add(result: Unified, number: str, rule: str, what: str, conflict: ConflictError) -> None:
    """Note a violation with the two values that conflict."""
    values = f"{in_words(conflict.one)} and {in_words(conflict.other)}"
    message = f"{what}: {values} ({rule})."
    result.violations.append(Violation(code=f"PROV{number}", message=message))


def in_words(term: Term) -> str:
    """Name a term in a sentence."""
    if isinstance(term, Name):
        return str(term)
    if isinstance(term, Time):
        return term.written
    return "none" if isinstance(term, Nothing) else "something not named"


_unique_usage = _unique(Kind.USAGE, (0, 1), "USAGE", "unique-usage, of ProvToolbox only")
_CONSTRAINTS: list[Callable[[Unified], bool]] = [
    _keys,
    _unique(Kind.GENERATION, (0, 1), "24", "unique-generation"),
    _unique(Kind.INVALIDATION, (0, 1), "25", "unique-invalidation"),
    _unique(Kind.START, (0, 2), "26", "unique-wasStartedBy"),
    _unique(Kind.END, (0, 2), "27", "unique-wasEndedBy"),
    _same_times(Kind.START, 0, "28", "unique-startTime"),
    _same_times(Kind.END, 1, "29", "unique-endTime"),
    _unique_mention,
]
