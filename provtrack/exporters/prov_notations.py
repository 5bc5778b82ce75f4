"""Statements of provenance as PROV-N and PROV-XML, written by the package `prov`."""

import io
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree
from prov.model import ProvDocument

from provtrack.exporters.prov_json import statements_to_prov_json
from provtrack.exporters.xml_text import to_bytes, writable
from provtrack.provenance.statements import Literal, Statement, StatementDocument


def statements_to_prov_n(document: StatementDocument) -> bytes:
    """Write statements in the notation made for people (W3C PROV-N)."""
    return (_document(document).get_provn().rstrip("\n") + "\n").encode()


def statements_to_prov_xml(document: StatementDocument) -> bytes:
    """Write statements as XML (W3C PROV-XML)."""
    written = io.BytesIO()
    bundles = tuple(replace(b, statements=_writable(b.statements)) for b in document.bundles)
    content = replace(document, statements=_writable(document.statements), bundles=bundles)
    _document(content).serialize(written, format="xml")
    return to_bytes(etree.fromstring(written.getvalue()))


def _document(document: StatementDocument) -> ProvDocument:
    """Hand the statements over in PROV-JSON."""
    text = statements_to_prov_json(document).decode()
    return ProvDocument.deserialize(content=text, format="json")


def _writable(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Put U+FFFD for each character of a value that XML cannot hold."""
    return tuple(
        replace(
            statement,
            attributes=tuple(
                (name, replace(value, text=writable(value.text)))
                if isinstance(value, Literal)
                else (name, value)
                for name, value in statement.attributes
            ),
        )
        for statement in statements
    )
