"""Law: every document's PROV agrees with PROV-CONSTRAINTS, and PROV-JSON read back is the same."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prov.model import ProvDocument

from provtrack.exporters.prov_json import statements_to_prov_json
from provtrack.exporters.prov_notations import (
    statements_to_prov_n,
    statements_to_prov_xml,
    statements_to_trig,
)
from provtrack.importers.content import Content
from provtrack.importers.prov_json import read_prov_json
from provtrack.importers.prov_xml import read_prov_xml
from provtrack.model.document import Agent, Derivation, Document, Title, Unheld, Version
from provtrack.model.history import Event
from provtrack.model.names import AgentKind, Certainty, EventKind, Role, VersionKind
from provtrack.provenance import chain_of
from provtrack.provenance.constraints import check_statements
from provtrack.provenance.graph import statements_of
from provtrack.provenance.statements import StatementDocument

SCHEMA = Path(__file__).parents[3] / "shared/conformance/provenance/prov-json.schema.json"
SIGLA = ("R", "E1", "E2", "A-1")

texts = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=12)
agents = st.builds(
    Agent,
    name=st.sampled_from(("Ines", "Ivo", 'ΓΕ "x" <&\'\\')) | texts,
    role=st.sampled_from(Role),
    kind=st.sampled_from(AgentKind),
    words=st.none() | texts,
    program_version=st.none() | texts,
)
some_agents = st.lists(agents, max_size=3).map(tuple)
flat = st.builds(
    Unheld,
    description=st.sampled_from(("original", "copy")) | texts,
    reference=st.none() | texts,
    agents=some_agents,
)
unheld = flat | st.builds(
    Unheld,
    description=st.just("photocopy"),
    agents=some_agents,
    derived_from=st.lists(flat, max_size=2).map(tuple),
)
certainties = st.sampled_from(Certainty)
said = st.none() | texts
sources = st.sampled_from((*SIGLA, "E1@1", "Z"))
derivations = st.builds(Derivation, version=sources, certainty=certainties, words=said) | st.builds(
    Derivation, unheld=unheld, certainty=certainties, words=said
)
versions = st.builds(
    Version,
    siglum=st.sampled_from(SIGLA),
    revision=st.integers(1, 3),
    kind=st.sampled_from(VersionKind),
    language=st.sampled_from(("ru", "en", "und")),
    agents=some_agents,
    derived_from=st.lists(derivations, max_size=3).map(tuple),
    published_in=st.lists(texts, max_size=2).map(tuple),
    text_sha256=st.just("0" * 64),
)
documents = st.builds(
    Document,
    id=st.just("letter"),
    titles=st.lists(st.builds(Title, text=texts), max_size=1).map(tuple),
    people=some_agents,
    references=st.lists(texts, max_size=2).map(tuple),
    invented=st.booleans(),
)
acts = st.lists(
    st.tuples(
        st.sampled_from(EventKind),
        st.lists(st.sampled_from(("R@1", "R@2", "E1@1", "E1@2", "E1@3")), max_size=3),
        st.none() | texts,
        texts,
    ),
    max_size=5,
)


@st.composite
def graphs(draw: st.DrawFn) -> StatementDocument:
    """Statements of a random small document with its history."""
    document = draw(documents)
    held = draw(st.lists(versions, max_size=4, unique_by=lambda version: version.siglum))
    events = [
        Event(
            number=number, kind=kind, document="letter", when=f"2026-01-0{number}T10:00:00Z",
            by=by, reason=reason, versions=tuple(named),
        )
        for number, (kind, named, reason, by) in enumerate(draw(acts), start=1)
    ]  # fmt: skip
    return statements_of(
        document, held, chain_of(document, held), events=events,
        heads=["f" * 128] * len(events), id_prefix="info:provtrack/",
    )  # fmt: skip


@settings(max_examples=50, deadline=None)
@given(graph=graphs())
def test_exported_statements_agree_with_the_constraints(graph: StatementDocument) -> None:
    assert check_statements(graph, usage_is_unique=True) == ()


@settings(max_examples=50, deadline=None)
@given(graph=graphs())
def test_prov_json_read_back_is_what_was_stated(graph: StatementDocument) -> None:
    written = statements_to_prov_json(graph)
    assert read_prov_json(Content(name="x.json", data=written)) == graph


@settings(max_examples=30, deadline=None)
@given(graph=graphs())
def test_prov_xml_read_back_names_the_same_relations(graph: StatementDocument) -> None:
    found = read_prov_xml(Content(name="x.xml", data=statements_to_prov_xml(graph)))
    assert check_statements(found, usage_is_unique=True) == ()
    assert {(s.kind, s.id, s.arguments[:2]) for s in found.statements} == {
        (s.kind, s.id, s.arguments[:2]) for s in graph.statements
    }
    assert len(found.bundles) == len(graph.bundles)


@settings(max_examples=30, deadline=None)
@given(graph=graphs())
def test_prov_n_has_one_line_for_each_statement(graph: StatementDocument) -> None:
    text = statements_to_prov_n(graph).decode()
    assert text.count("wasDerivedFrom(doc:") >= sum(
        statement.kind == "wasDerivedFrom" for statement in graph.statements
    )


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # prov on rdflib
@settings(max_examples=30, deadline=None)
@given(graph=graphs())
def test_rdf_read_back_says_the_same(graph: StatementDocument) -> None:
    found = ProvDocument.deserialize(
        content=statements_to_trig(graph).decode(), format="rdf", rdf_format="trig"
    )
    stated = ProvDocument.deserialize(
        content=statements_to_prov_json(graph).decode(), format="json"
    )
    assert found == stated


@pytest.mark.conformance
@pytest.mark.skipif(not SCHEMA.exists(), reason="the shared conformance data is not here")
@settings(max_examples=30, deadline=None)
@given(graph=graphs())
def test_prov_json_is_valid_against_its_schema(graph: StatementDocument) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft4Validator(schema).validate(json.loads(statements_to_prov_json(graph)))
