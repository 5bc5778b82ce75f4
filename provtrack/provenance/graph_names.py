"""Names and values of the PROV statements made of a document."""

from collections.abc import Iterable
from dataclasses import dataclass

from provtrack.provenance.statements import (
    PROV,
    XSD,
    Literal,
    Name,
    Statement,
    StatementKind,
)

TERMS = "info:provtrack/terms#"  # what PROV has no word for
_ORDER = {kind: place for place, kind in enumerate(StatementKind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphNames:
    """Names below the URI of a document.

    Attributes:
        root: URI of the document with a slash; names are parts of it.
    """

    root: str
    terms: str = TERMS

    @property
    def document(self) -> Name:
        """The document itself."""
        return self._name("document")

    @property
    def label(self) -> Name:
        """What a reader calls a thing."""
        return Name(PROV + "label", "prov", "label")

    @property
    def type(self) -> Name:
        """What sort of thing it is."""
        return Name(PROV + "type", "prov", "type")

    def version(self, siglum: str) -> Name:
        """A version, whatever its revision."""
        return self._name(f"version/{siglum}")

    def revision(self, siglum: str, revision: str) -> Name:
        """One revision of a version."""
        return self._name(f"version/{siglum}/{revision}")

    def unheld(self, link: str) -> Name:
        """What is not held, by the id of its link."""
        return self._name(f"not-held/{link}")

    def act(self, link: str) -> Name:
        """The act that made a link."""
        return self._name(f"act/{link}")

    def agent(self, place: int) -> Name:
        """An agent, counted from 1 in the order of appearance."""
        return self._name(f"agent/{place}")

    def event(self, place: int) -> Name:
        """An event's bundle, by the event's number."""
        return self._name(f"event/{place}")

    def part(self, name: Name, local: str) -> Name:
        """Something that belongs to a named thing."""
        return self._name(f"{name.local}/{local}")

    def term(self, local: str) -> Name:
        """A word of ours."""
        return Name(self.terms + local, "provtrack", local)

    def _name(self, local: str) -> Name:
        return Name(self.root + local, "doc", local)


def words(text: str) -> Literal:
    """Make a value of words."""
    return Literal(text=str(text))


def number(value: int) -> Literal:
    """Make a value of a whole number."""
    return Literal(text=str(value), datatype=Name(XSD + "int", "xsd", "int"))


def truth(*, value: bool) -> Literal:
    """Make a value of true or false."""
    text = "true" if value else "false"
    return Literal(text=text, datatype=Name(XSD + "boolean", "xsd", "boolean"))


def in_order(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Put statements in the order of their kinds, otherwise as they came."""
    return tuple(sorted(statements, key=lambda statement: _ORDER[statement.kind]))
