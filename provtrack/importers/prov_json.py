"""Read PROV-JSON: a JSON file from outside -> statements (W3C member submission, 24 April 2013).

Strict: what is not PROV-JSON is refused in one sentence that says where it stands, and nothing is
read in part. Identifiers of relations that begin with ``_:`` only tell them apart in the file and
are left out, unless another statement refers to them. Entry point: `read_prov_json`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from provtrack.errors import FormatError
from provtrack.importers.content import Content
from provtrack.model.stored import parse_json
from provtrack.provenance.statements import (
    FORMALS,
    OBJECTS,
    PROV,
    XSD,
    Attribute,
    Formal,
    Literal,
    Name,
    Statement,
    StatementBundle,
    StatementDocument,
    StatementKind,
    Value,
)

KNOWN = {"prov": PROV, "xsd": XSD}  # need not be declared
NAME_TYPES = {PROV + "QUALIFIED_NAME", XSD + "QName"}
BLANK = "_:"


def read_prov_json(content: Content) -> StatementDocument:
    """Read a file of PROV-JSON.

    Returns:
        Statements in the order of `StatementKind`, those of one kind in the order of the file.

    Raises:
        FormatError: It is not PROV-JSON; says what is wrong and where.
    """
    file = content.name
    parsed = _object(parse_json(content.data, place=file), file, "the file", holds="statements")
    names = _Names(file=file, prefixes=KNOWN).with_prefixes(parsed)
    bundles = _object(parsed.get("bundle", {}), file, "bundle", holds="bundles by name")
    return StatementDocument(
        prefixes=tuple(names.prefixes.items()),
        statements=_statements(parsed, names, is_bundle=False),
        bundles=tuple(_bundle(key, value, names) for key, value in bundles.items()),
    )


def _object(found: Any, file: str, place: str, *, holds: str) -> dict[str, Any]:
    """Take a JSON object."""
    if not isinstance(found, dict):
        raise FormatError(
            f"cannot read {file} as PROV-JSON: {place} must be an object that holds {holds}, "
            f"not {_sort(found)}."
        )
    return found


def _sort(found: Any) -> str:
    """Name the sort of a JSON value."""
    if found is None:
        return "null"
    sorts = {dict: "an object", list: "a list", str: "a string", bool: "true or false"}
    return sorts.get(type(found), "a number")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """Resolves names by the prefixes in force."""

    file: str
    prefixes: Mapping[str, str]

    def with_prefixes(self, container: Mapping[str, Any]) -> "_Names":
        """Add the prefixes that a container declares."""
        declared = _object(
            container.get("prefix", {}), self.file, "prefix", holds="namespaces by prefix"
        )
        for prefix, uri in declared.items():
            if not isinstance(uri, str) or not uri:
                raise FormatError(
                    f"cannot read {self.file} as PROV-JSON: the namespace of the prefix "
                    f"{prefix!r} must be a URI, not {_sort(uri)}."
                )
        return _Names(file=self.file, prefixes={**self.prefixes, **declared})

    def resolve(self, written: Any, place: str) -> Name:
        """Resolve a name, for example ``ex:e1``."""
        if not isinstance(written, str) or not written:
            raise self.fault(place, f"a name must be a string, not {_sort(written)}")
        if written.startswith(BLANK):
            return Name(written, "_", written.removeprefix(BLANK))
        prefix, colon, local = written.partition(":")
        if not colon:
            prefix, local = "", written
        namespace = self.prefixes.get(prefix or "default")
        if namespace is None:
            what = f"the prefix {prefix!r}" if prefix else "a default namespace"
            raise self.fault(place, f"{what} of the name {written!r} is not declared")
        return Name(namespace + local, prefix, local)

    def fault(self, place: str, what: str) -> FormatError:
        """Make an error in one sentence."""
        return FormatError(f"cannot read {self.file} as PROV-JSON: in {place}, {what}.")


def _bundle(key: str, found: Any, names: _Names) -> StatementBundle:
    """Read one bundle; its name may use its own prefixes."""
    container = _object(found, names.file, f"the bundle {key!r}", holds="statements")
    inner = names.with_prefixes(container)
    return StatementBundle(
        id=inner.resolve(key, "bundle"), statements=_statements(container, inner, is_bundle=True)
    )


def _statements(
    container: Mapping[str, Any], names: _Names, *, is_bundle: bool
) -> tuple[Statement, ...]:
    """Read the statements of the file or of a bundle."""
    allowed = {"prefix", *StatementKind} | (set() if is_bundle else {"bundle"})
    unknown = [key for key in container if key not in allowed]
    if unknown:
        raise FormatError(
            f"cannot read {names.file} as PROV-JSON: {unknown[0]!r} is not a kind of statement."
        )
    read = [
        statement
        for kind in StatementKind
        for statement in _of_kind(kind, container.get(kind.value, {}), names)
    ]
    referred = {argument for statement in read for argument in statement.arguments}
    return tuple(_without_blank(statement, referred) for statement in read)


def _without_blank(statement: Statement, referred: set[Name | str | None]) -> Statement:
    """Leave out an identifier that only tells relations of the file apart."""
    identifier = statement.id
    is_needed = statement.kind in OBJECTS or identifier in referred
    if identifier is None or is_needed or identifier.prefix != "_":
        return statement
    return Statement(
        kind=statement.kind, arguments=statement.arguments, attributes=statement.attributes
    )


def _of_kind(kind: StatementKind, found: Any, names: _Names) -> Iterator[Statement]:
    """Read all statements of a kind; one identifier may have a list of them."""
    for key, value in _object(found, names.file, kind, holds="statements by name").items():
        place = f"{kind} {key!r}"
        identifier = names.resolve(key, kind.value)
        for fields in value if isinstance(value, list) else [value]:
            record = _object(fields, names.file, place, holds="attributes")
            yield from _statement(kind, identifier, record, names)


def _statement(
    kind: StatementKind, identifier: Name, fields: Mapping[str, Any], names: _Names
) -> Iterator[Statement]:
    """Read one object; a membership may name several members."""
    place = f"{kind} {str(identifier)!r}"
    formals = {PROV + formal.name: formal for formal in FORMALS[kind]}
    found: dict[str, list[Name | str]] = {}
    attributes: list[Attribute] = []
    for key, value in fields.items():
        name = names.resolve(key, place)
        if name.uri in formals:
            found[name.uri] = _arguments(formals[name.uri], value, names, place)
        else:
            values = value if isinstance(value, list) else [value]
            attributes += [(name, _value(one, names, f"{place}, {key}")) for one in values]
    entity = PROV + "entity"
    members = found.get(entity, []) if kind is StatementKind.MEMBERSHIP else []
    several = next((uri for uri, values in found.items() if len(values) > 1), None)
    if several is not None and not (members and several == entity):
        raise names.fault(place, f"prov:{formals[several].name} has more than one value")
    for number in range(max(1, len(members))):
        yield Statement(
            kind=kind,
            id=identifier,
            arguments=tuple(
                found[uri][number if uri == entity and members else 0] if found.get(uri) else None
                for uri in formals
            ),
            attributes=tuple(attributes),
        )


def _arguments(formal: Formal, value: Any, names: _Names, place: str) -> list[Name | str]:
    """Read the names, or the time, of an argument."""
    read: list[Name | str] = []
    for one in value if isinstance(value, list) else [value]:
        plain = one.get("$") if isinstance(one, dict) else one
        if formal.is_time and not isinstance(plain, str):
            raise names.fault(place, f"prov:{formal.name} must be a time, not {_sort(plain)}")
        read.append(str(plain) if formal.is_time else names.resolve(plain, place))
    return read


def _value(found: Any, names: _Names, place: str) -> Value:
    """Read the value of an attribute."""
    if isinstance(found, str):
        return Literal(text=found)
    if isinstance(found, bool):
        return Literal(text=str(found).lower(), datatype=_xsd("boolean"))
    if isinstance(found, int):
        return Literal(text=str(found), datatype=_xsd("int"))
    if isinstance(found, float):
        return Literal(text=repr(found), datatype=_xsd("double"))
    typed = _object(found, names.file, place, holds='a value as "$" with its type')
    text, kind, language = typed.get("$"), typed.get("type"), typed.get("lang")
    unknown = sorted(set(typed) - {"$", "type", "lang"})
    if text is None or isinstance(text, dict | list) or unknown:
        what = f"{unknown[0]!r} is unknown in a value" if unknown else 'a value has no "$"'
        raise names.fault(place, what)
    if language is not None and not isinstance(language, str):
        raise names.fault(place, f"a language must be a string, not {_sort(language)}")
    words = text if isinstance(text, str) else str(_plain(text))
    datatype = None if kind is None else names.resolve(kind, place)
    if datatype is not None and datatype.uri in NAME_TYPES:
        return names.resolve(words, place)
    return Literal(text=words, datatype=datatype, language=language)


def _plain(value: bool | int | float) -> str:
    """Write a number or truth value as XML Schema does."""
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _xsd(local: str) -> Name:
    """Name a type of XML Schema."""
    return Name(XSD + local, "xsd", local)
