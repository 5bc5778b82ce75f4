"""Read PROV-XML: an XML file from outside -> statements (W3C Note of 30 April 2013).

Also what the note's schema forbids is read where it can mean one thing only, such as a relation
without its second argument: whether it may stand is for `provenance.constraints` to say. Elements
of other namespaces are not provenance and are left out. Entry point: `read_prov_xml`.
"""

from collections.abc import Iterator, Sequence

from provtrack.errors import FormatError
from provtrack.importers.content import Content
from provtrack.importers.xml_reading import Element, local_name, parse_xml
from provtrack.provenance.statements import (
    FORMALS,
    OBJECTS,
    PROV,
    Attribute,
    Name,
    Statement,
    StatementBundle,
    StatementDocument,
    StatementKind,
    Value,
)
from provtrack.provenance.statements import Literal as Written

_ID = f"{{{PROV}}}id"
_REF = f"{{{PROV}}}ref"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_KINDS = {kind.value: kind for kind in StatementKind}
# Elements that are a kind of statement with a type (PROV-XML, section 3).
_SUBTYPES = {
    "wasRevisionOf": (StatementKind.DERIVATION, "Revision"),
    "wasQuotedFrom": (StatementKind.DERIVATION, "Quotation"),
    "hadPrimarySource": (StatementKind.DERIVATION, "PrimarySource"),
    "bundle": (StatementKind.ENTITY, "Bundle"),
    "plan": (StatementKind.ENTITY, "Plan"),
    "collection": (StatementKind.ENTITY, "Collection"),
    "emptyCollection": (StatementKind.ENTITY, "EmptyCollection"),
    "person": (StatementKind.AGENT, "Person"),
    "organization": (StatementKind.AGENT, "Organization"),
    "softwareAgent": (StatementKind.AGENT, "SoftwareAgent"),
}
_NAME_TYPES = {"QName", "QUALIFIED_NAME"}


def read_prov_xml(content: Content) -> StatementDocument:
    """Read a file of PROV-XML.

    Raises:
        FormatError: It is not well-formed, or not PROV-XML; says what and where.
    """
    root, _ = parse_xml(content)
    if root.tag != f"{{{PROV}}}document":
        raise FormatError(
            f"cannot read {content.name}: its root element is {local_name(root)}, "
            "not prov:document of PROV-XML."
        )
    prefixes = {prefix: uri for prefix, uri in root.nsmap.items() if prefix and prefix != "xsi"}
    return StatementDocument(
        prefixes=tuple(prefixes.items()),
        statements=tuple(_statements(root, content.name)),
        bundles=tuple(
            StatementBundle(
                id=_identifier(element, content.name),
                statements=tuple(_statements(element, content.name)),
            )
            for element in root
            if _is_bundle(element)
        ),
    )


def _is_bundle(element: Element) -> bool:
    """Tell a bundle with its statements from an entity said to be a bundle."""
    name = local_name(element)
    if element.tag != f"{{{PROV}}}{name}" or name not in ("bundleContent", "bundle"):
        return False
    held = (local_name(child) for child in element if str(child.tag).startswith(f"{{{PROV}}}"))
    return name == "bundleContent" or any(word in _KINDS or word in _SUBTYPES for word in held)


def _statements(parent: Element, file: str) -> Iterator[Statement]:
    """Read the statements directly below an element."""
    for element in parent:
        name = local_name(element)
        if element.tag != f"{{{PROV}}}{name}" or name == "other" or _is_bundle(element):
            continue
        if name in _KINDS:
            yield from _read_statement(element, _KINDS[name], (), file)
        elif name in _SUBTYPES:
            kind, subtype = _SUBTYPES[name]
            types = ((_prov("type"), _prov(subtype)),)
            yield from _read_statement(element, kind, types, file)
        else:
            raise FormatError(
                f"cannot read {file}: line {element.sourceline}: prov:{name} is not a statement "
                "of PROV-XML."
            )


def _read_statement(
    element: Element, kind: StatementKind, types: tuple[Attribute, ...], file: str
) -> Iterator[Statement]:
    """Read one element; a collection with several members states several memberships."""
    names = [formal.name for formal in FORMALS[kind]]
    found: dict[str, list[Name | str]] = {name: [] for name in names}
    attributes = list(types)
    for child in element:
        name = local_name(child)
        is_formal = child.tag == f"{{{PROV}}}{name}" and name in found
        if is_formal and FORMALS[kind][names.index(name)].is_time:
            found[name].append((child.text or "").strip())
        elif is_formal:
            found[name].append(_resolve(child, child.get(_REF, ""), file))
        else:
            attributes.append((_tag(child), _value(child, file)))
    members = found["entity"] if kind is StatementKind.MEMBERSHIP else []
    for name, values in found.items():
        if len(values) > 1 and not (members and name == "entity"):
            raise FormatError(
                f"cannot read {file}: line {element.sourceline}: prov:{kind} says its "
                f"prov:{name} {len(values)} times."
            )
    each: Sequence[Name | str | None] = members or [None]
    for member in each:
        arguments = tuple(
            member if member is not None and name == "entity" else next(iter(values), None)
            for name, values in found.items()
        )
        has_id = kind in OBJECTS or element.get(_ID) is not None
        yield Statement(
            kind=kind,
            id=_identifier(element, file) if has_id else None,
            arguments=arguments,
            attributes=tuple(attributes),
        )


def _identifier(element: Element, file: str) -> Name:
    """Read the identifier that an element must have."""
    return _resolve(element, element.get(_ID, ""), file)


def _resolve(element: Element, written: str, file: str) -> Name:
    """Resolve a qualified name by the namespaces in force at an element."""
    prefix, colon, local = written.strip().partition(":")
    if not colon:
        prefix, local = "", prefix
    namespace = element.nsmap.get(prefix or None)
    if namespace is None or not (local or prefix):
        raise FormatError(
            f"cannot read {file}: line {element.sourceline}: "
            f"{written.strip() or 'an empty name'!r} is no name with a declared prefix."
        )
    return Name(namespace + local, prefix, local)


def _tag(element: Element) -> Name:
    """Name an attribute by its element."""
    local = local_name(element)
    namespace = str(element.tag)[1 : -len(local) - 1]
    return Name(namespace + local, element.prefix or "", local)


def _value(element: Element, file: str) -> Value:
    """Read the value of an attribute."""
    text = element.text or ""
    kind = element.get(_TYPE)
    if kind is not None and kind.rpartition(":")[2] in _NAME_TYPES:
        return _resolve(element, text, file)
    if element.get(_REF) is not None:
        return _resolve(element, element.get(_REF, ""), file)
    datatype = _resolve(element, kind, file) if kind else None
    return Written(text=text, datatype=datatype, language=element.get(_LANG))


def _prov(local: str) -> Name:
    """Make a name of the PROV namespace."""
    return Name(PROV + local, "prov", local)
