"""Statements of W3C PROV-DM as plain values: names, literals, statements, bundles, a document.

Only the shape: which arguments a kind of statement takes, which of them may be left out. Whether
statements can be true together is left to `constraints`; reading and writing to `importers` and
`exporters`. Source: PROV-DM and PROV-N, W3C Recommendations of 30 April 2013.
"""

from dataclasses import dataclass, field
from enum import StrEnum

PROV = "http://www.w3.org/ns/prov#"
XSD = "http://www.w3.org/2001/XMLSchema#"


class StatementKind(StrEnum):
    """Kinds of statements, spelled as PROV-N and PROV-JSON spell them."""

    ENTITY = "entity"
    ACTIVITY = "activity"
    AGENT = "agent"
    GENERATION = "wasGeneratedBy"
    USAGE = "used"
    COMMUNICATION = "wasInformedBy"
    START = "wasStartedBy"
    END = "wasEndedBy"
    INVALIDATION = "wasInvalidatedBy"
    DERIVATION = "wasDerivedFrom"
    ATTRIBUTION = "wasAttributedTo"
    ASSOCIATION = "wasAssociatedWith"
    DELEGATION = "actedOnBehalfOf"
    INFLUENCE = "wasInfluencedBy"
    ALTERNATE = "alternateOf"
    SPECIALIZATION = "specializationOf"
    MENTION = "mentionOf"
    MEMBERSHIP = "hadMember"


@dataclass(frozen=True, slots=True, kw_only=True)
class Formal:
    """An argument that a kind of statement takes.

    Attributes:
        name: Local name in the PROV namespace, as PROV-JSON and PROV-XML write it.
        is_time: It is a time, not a name.
        is_mandatory: It may not be left out.
        is_expandable: Left out, it means "there is one" (Definition 4 of PROV-CONSTRAINTS);
            else "there is none".
    """

    name: str
    is_time: bool = False
    is_mandatory: bool = False
    is_expandable: bool = True


def _formals(words: str) -> tuple[Formal, ...]:
    """Read a short notation: ``name!`` mandatory, ``name~`` not expandable, ``…time`` a time."""
    return tuple(
        Formal(
            name=word.rstrip("!~"),
            is_time=word.casefold().endswith("time"),
            is_mandatory=word.endswith("!"),
            is_expandable=not word.endswith("~"),
        )
        for word in words.split()
    )


FORMALS: dict[StatementKind, tuple[Formal, ...]] = {
    StatementKind.ENTITY: (),
    StatementKind.ACTIVITY: _formals("startTime endTime"),
    StatementKind.AGENT: (),
    StatementKind.GENERATION: _formals("entity! activity time"),
    StatementKind.USAGE: _formals("activity! entity time"),
    StatementKind.COMMUNICATION: _formals("informed! informant!"),
    StatementKind.START: _formals("activity! trigger starter time"),
    StatementKind.END: _formals("activity! trigger ender time"),
    StatementKind.INVALIDATION: _formals("entity! activity time"),
    StatementKind.DERIVATION: _formals("generatedEntity! usedEntity! activity~ generation~ usage~"),
    StatementKind.ATTRIBUTION: _formals("entity! agent!"),
    StatementKind.ASSOCIATION: _formals("activity! agent plan~"),
    StatementKind.DELEGATION: _formals("delegate! responsible! activity~"),
    StatementKind.INFLUENCE: _formals("influencee! influencer!"),
    StatementKind.ALTERNATE: _formals("alternate1! alternate2!"),
    StatementKind.SPECIALIZATION: _formals("specificEntity! generalEntity!"),
    StatementKind.MENTION: _formals("specificEntity! generalEntity! bundle!"),
    StatementKind.MEMBERSHIP: _formals("collection! entity!"),
}

OBJECTS = frozenset({StatementKind.ENTITY, StatementKind.ACTIVITY, StatementKind.AGENT})
# Statements that PROV-DM gives no identifier and no attributes.
UNNAMED = frozenset(
    {
        StatementKind.ALTERNATE,
        StatementKind.SPECIALIZATION,
        StatementKind.MENTION,
        StatementKind.MEMBERSHIP,
    }
)


@dataclass(frozen=True, slots=True)
class Name:
    """A qualified name: two are equal if their URIs are, however they are abbreviated.

    Attributes:
        uri: Namespace and local part together.
        prefix, local: How it was or is to be written.
    """

    uri: str
    prefix: str = field(default="", compare=False)
    local: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.prefix}:{self.local}" if self.prefix else (self.local or self.uri)


@dataclass(frozen=True, slots=True, kw_only=True)
class Literal:
    """A value of an attribute that is not a name.

    Attributes:
        text: As written.
        datatype: None for a plain string.
        language: Of a text in a language, BCP 47.
    """

    text: str
    datatype: Name | None = None
    language: str | None = None


Value = Name | Literal
Attribute = tuple[Name, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement.

    Attributes:
        id: Of the thing, or of the relation if it has one.
        arguments: One for each of `FORMALS[kind]`: a name, a time as written, or None.
        attributes: All others, in the order written.
    """

    kind: StatementKind
    id: Name | None = None
    arguments: tuple[Name | str | None, ...] = ()
    attributes: tuple[Attribute, ...] = ()

    def __post_init__(self) -> None:
        formals = FORMALS[self.kind]
        if len(self.arguments) != len(formals):
            raise ValueError(f"{self.kind} takes {len(formals)} arguments")
        for formal, argument in zip(formals, self.arguments, strict=True):
            wanted = str if formal.is_time else Name
            if argument is not None and not isinstance(argument, wanted):
                raise ValueError(f"{self.kind}: {formal.name} is of the wrong sort")
        if self.kind in OBJECTS and self.id is None:
            raise ValueError(f"{self.kind} needs an identifier")

    def argument(self, name: str) -> Name | str | None:
        """Give the argument of a name, for example "usedEntity"; None where it is left out."""
        names = [formal.name for formal in FORMALS[self.kind]]
        return self.arguments[names.index(name)]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementBundle:
    """Statements that are one source: who says so can itself be described."""

    id: Name
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementDocument:
    """Statements and bundles of one file.

    Attributes:
        prefixes: Abbreviations with the namespaces they stand for.
    """

    prefixes: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    statements: tuple[Statement, ...] = ()
    bundles: tuple[StatementBundle, ...] = ()
