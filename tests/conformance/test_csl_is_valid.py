"""CSL-JSON of references and of cited versions is valid against the schema of CSL."""

import json
from pathlib import Path

import pytest

from bench.invented_references import invented
from provtrack.model.document import Agent, Document, PrintedDate, Title, Version
from provtrack.model.names import Role, VersionKind
from provtrack.provenance.citation_forms import cite_in_csl
from provtrack.provenance.citation_parts import CitedVersion
from provtrack.references import read_reference
from provtrack.references.written_forms import as_csl

SCHEMA = Path(__file__).parents[3] / "shared/conformance/provenance/schemas/csl-data.json"
jsonschema = pytest.importorskip("jsonschema")

pytestmark = [
    pytest.mark.conformance,
    pytest.mark.skipif(not SCHEMA.exists(), reason="the schema of CSL-JSON is not beside this"),
]


def check(items: list[dict[str, object]]) -> None:
    jsonschema.validate(items, json.loads(SCHEMA.read_text("utf-8")))


def test_references_of_every_family_are_valid():
    check([as_csl(read_reference(row["verbatim"]), at) for at, row in enumerate(invented(), 1)])


@pytest.mark.parametrize("edtf", ["1962-11-02", "1962~", "1962-10/1962-11", None])
def test_cited_versions_are_valid(edtf):
    document = Document(
        id="oder-1962",
        titles=(Title(text="Note"),),
        date=PrintedDate(edtf=edtf, verbatim="spring of 1962"),
        references=("AVPRF, f. 071, op. 3, d. 9, p. 12, ll. 140-14",),
    )
    version = Version(
        siglum="E1",
        kind=VersionKind.TRANSLATION,
        language="en",
        agents=(Agent(name="Ivo Kern", role=Role.TRANSLATED),),
        origin="https://example.org/oder",
        text_sha256="0" * 64,
    )
    check([cite_in_csl(CitedVersion(document=document, version=version, head="ab" * 64))])
