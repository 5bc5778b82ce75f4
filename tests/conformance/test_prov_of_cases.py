"""Every case of the shared set exports to each notation of PROV, and each is valid."""

import json
from pathlib import Path
from typing import Any

import pytest
from prov.model import ProvDocument

from provtrack.exporters.provenance_formats import PROVENANCE_FORMATS
from provtrack.importers.content import Content
from provtrack.importers.prov_json import read_prov_json
from provtrack.importers.prov_xml import read_prov_xml
from provtrack.model.document import Agent, Derivation, Document, Title, Unheld, Version
from provtrack.model.names import Role, VersionKind
from provtrack.provenance import chain_of
from provtrack.provenance.constraints import check_statements
from provtrack.provenance.graph import statements_of
from provtrack.provenance.statements import StatementDocument, StatementKind

SHARED = Path(__file__).parents[3] / "shared"
CASES = sorted((SHARED / "cases").glob("*/case.json"))
SCHEMA = SHARED / "conformance" / "provenance" / "prov-json.schema.json"
ROLES = {VersionKind.TRANSLATION: Role.TRANSLATED, VersionKind.ABSTRACT: Role.ABSTRACTED}

pytestmark = [
    pytest.mark.conformance,
    pytest.mark.skipif(not CASES, reason="the shared cases are not here"),
    pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name),
]


def version(fields: dict[str, Any], held: set[str]) -> Version:
    """Make a version of what a case says of it."""
    kinds = set(VersionKind)
    kind = VersionKind(fields["kind"]) if fields["kind"] in kinds else VersionKind.TRANSCRIPTION
    role = ROLES.get(kind, Role.TRANSCRIBED)
    agent, source = fields.get("agent"), fields.get("derived_from")
    derivation = (
        Derivation(version=source)
        if source in held
        else Derivation(unheld=Unheld(description=str(source)))
    )
    return Version(
        siglum=fields["siglum"],
        kind=kind,
        language=fields["language"],
        agents=(Agent(name=str(agent), role=role),) if agent else (),
        derived_from=(derivation,) if source else (),
        published_in=(str(fields["published_in"]),) if fields.get("published_in") else (),
        text_sha256="0" * 64,
    )


def statements(path: Path) -> StatementDocument:
    """State a case in PROV."""
    case = json.loads(path.read_text(encoding="utf-8"))
    held = {fields["siglum"] for fields in case["versions"]}
    versions = [version(fields, held) for fields in case["versions"]]
    document = Document(id="case", titles=(Title(text=str(case.get("title") or "untitled")),))
    chain = chain_of(document, versions)
    return statements_of(document, versions, chain, id_prefix="info:provtrack/")


def test_case_names_each_version_once_and_agrees_with_the_constraints(path: Path) -> None:
    found = statements(path)
    case = json.loads(path.read_text(encoding="utf-8"))
    members = [one for one in found.statements if one.kind is StatementKind.MEMBERSHIP]
    assert len(members) == len(case["versions"])
    assert check_statements(found, usage_is_unique=True) == ()


def test_case_as_prov_json_is_valid_and_read_back_equal(path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    found = statements(path)
    written = PROVENANCE_FORMATS["prov-json"](found)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(schema).validate(json.loads(written))
    assert read_prov_json(Content(name="case.json", data=written)) == found


def test_case_as_prov_xml_and_prov_n_says_the_same(path: Path) -> None:
    found = statements(path)
    theirs = ProvDocument.deserialize(
        content=PROVENANCE_FORMATS["prov-json"](found).decode(), format="json"
    )
    data = PROVENANCE_FORMATS["prov-xml"](found)
    assert ProvDocument.deserialize(content=data, format="xml") == theirs
    assert check_statements(read_prov_xml(Content(name="case.xml", data=data))) == ()
    assert PROVENANCE_FORMATS["prov-n"](found).decode() == theirs.get_provn().rstrip("\n") + "\n"
