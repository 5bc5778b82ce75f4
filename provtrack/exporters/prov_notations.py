"""Statements of provenance as PROV-N, PROV-XML and RDF (PROV-O), written by the package `prov`.

RDF needs the package rdflib besides, which the extra ``rdf`` installs.
"""

import io
import warnings
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree
from prov.model import ProvDocument

from provtrack.errors import MissingExtraError
from provtrack.exporters.prov_json import statements_to_prov_json
from provtrack.exporters.xml_text import to_bytes, writable
from provtrack.provenance.statements import Literal, Statement, StatementDocument

INSTALL = 'pip install "provtrack[rdf]"'
DEFAULT_GRAPH = "urn:x-rdflib:default"


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


def statements_to_trig(document: StatementDocument) -> bytes:
    """Write statements as RDF in TriG (W3C PROV-O), each bundle a graph of its own.

    Graphs stand in the order of their names, what is outside the bundles first: in the order of
    `prov` the same statements would not give the same bytes.

    Raises:
        MissingExtraError: The extra ``rdf`` is not installed.
    """
    try:
        from rdflib import Dataset
    except ImportError as fault:
        raise MissingExtraError(f"RDF needs the extra rdf. Install it with: {INSTALL}") from fault
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # prov calls what rdflib will drop
        quads = _document(document).serialize(format="rdf", rdf_format="nquads")
    dataset = Dataset()
    dataset.parse(data=quads, format="nquads")
    prefixes: set[str] = set()
    written = []
    for graph in sorted(dataset.graphs(), key=lambda graph: graph.identifier):
        for prefix, uri in document.prefixes:
            graph.bind(prefix, uri)
        head, _, body = graph.serialize(format="turtle").partition("\n\n")
        prefixes |= set(head.splitlines())
        name = "" if graph.identifier == DEFAULT_GRAPH else f"<{graph.identifier}> "
        written.append(f"{name}{{\n{body.strip()}\n}}\n")
    return "\n".join(["\n".join(sorted(prefixes)) + "\n", *written]).encode()


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
