"""Statements of provenance as PROV-JSON (W3C member submission, 24 April 2013).

Written here and not by the package `prov`, which spells values anew (times, numbers, languages):
what is read back must be what was stated. The other notations are left to `prov_notations`.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

from provtrack.provenance.statements import (
    FORMALS,
    PROV,
    XSD,
    Attribute,
    Name,
    Statement,
    StatementDocument,
    StatementKind,
    Value,
)

Json = str | list["Json"] | dict[str, "Json"]

BLANK = "_"


def statements_to_prov_json(document: StatementDocument) -> bytes:
    """Write statements as PROV-JSON: the same statements give the same bytes.

    Statements stand by kind; `importers.prov_json` reads the same back, in this order.
    """
    names = _Names()
    for prefix, uri in document.prefixes:
        names.declare(prefix, uri)
    content = _container(document.statements, names)
    if document.bundles:
        content["bundle"] = {
            names.write(bundle.id): _container(bundle.statements, names)
            for bundle in document.bundles
        }
    written = {"prefix": dict(sorted(names.prefixes.items())), **content}
    return (json.dumps(written, ensure_ascii=False, indent=2) + "\n").encode()


@dataclass(slots=True)
class _Names:
    """Writes names, giving each namespace one prefix in the whole file."""

    prefixes: dict[str, str] = field(default_factory=lambda: {"prov": PROV, "xsd": XSD})
    chosen: dict[str, str] = field(default_factory=lambda: {PROV: "prov", XSD: "xsd"})

    def declare(self, prefix: str, namespace: str) -> str:
        """Give a namespace a prefix: the one wanted, unless it stands for another."""
        if namespace in self.chosen:
            return self.chosen[namespace]
        wanted, number = prefix or "default", 1
        free = wanted
        while free in self.prefixes:
            number += 1
            free = f"{'ns' if wanted == 'default' else wanted}{number}"
        self.prefixes[free] = namespace
        self.chosen[namespace] = free
        return free

    def write(self, name: Name) -> str:
        """Write a name with its prefix."""
        if name.prefix == BLANK:
            return name.uri
        namespace = name.uri.removesuffix(name.local) if name.local else name.uri
        prefix = self.declare(name.prefix, namespace)
        # A local part with a colon would be read as a prefix in the default namespace.
        if prefix == "default" and ":" in name.local:
            del self.chosen[namespace]
            prefix = self.declare("ns", namespace)
        return name.local if prefix == "default" else f"{prefix}:{name.local}"


def _container(statements: Sequence[Statement], names: _Names) -> dict[str, Json]:
    """Write the statements of the file or of a bundle, by kind and identifier."""
    content: dict[str, Json] = {}
    taken = {statement.id.uri for statement in statements if statement.id is not None}
    for kind in StatementKind:
        records: dict[str, list[Json]] = {}
        for number, statement in enumerate(statements, start=1):
            if statement.kind is kind:
                made_up = f"_:{kind}{number}"
                while made_up in taken:
                    made_up += "x"
                key = names.write(statement.id) if statement.id else made_up
                records.setdefault(key, []).append(_record(statement, names))
        if records:
            content[kind.value] = {
                key: found[0] if len(found) == 1 else found for key, found in records.items()
            }
    return content


def _record(statement: Statement, names: _Names) -> dict[str, Json]:
    """Write arguments and attributes of one statement."""
    record: dict[str, Json] = {}
    for formal, argument in zip(FORMALS[statement.kind], statement.arguments, strict=True):
        if argument is not None:
            words = names.write(argument) if isinstance(argument, Name) else argument
            record[f"prov:{formal.name}"] = words
    record.update(_attributes(statement.attributes, names))
    return record


def _attributes(attributes: Sequence[Attribute], names: _Names) -> dict[str, Json]:
    """Write attributes, the values of one name together."""
    values: dict[str, list[Json]] = {}
    for name, value in attributes:
        values.setdefault(names.write(name), []).append(_value(value, names))
    return {name: found[0] if len(found) == 1 else found for name, found in values.items()}


def _value(value: Value, names: _Names) -> Json:
    """Write one value."""
    if isinstance(value, Name):
        return {"$": names.write(value), "type": "prov:QUALIFIED_NAME"}
    if value.datatype is None and value.language is None:
        return value.text
    written: dict[str, Json] = {"$": value.text}
    if value.datatype is not None:
        written["type"] = names.write(value.datatype)
    if value.language is not None:
        written["lang"] = value.language
    return written
