"""provtrack.provenance.graph: a document's chain and history as statements of PROV."""

from provtrack.model.document import Agent, Derivation, Document, Unheld, Version
from provtrack.model.history import ChangedPath, Event
from provtrack.model.names import AgentKind, Certainty, EventKind, Role, VersionKind
from provtrack.provenance import chain_of
from provtrack.provenance.constraints import check_statements
from provtrack.provenance.graph import statements_of
from provtrack.provenance.statements import (
    PROV,
    Literal,
    Name,
    Statement,
    StatementBundle,
    StatementDocument,
    StatementKind,
)

ROOT = "info:provtrack/letter/"
ORIGINAL = Unheld(description="original", reference="Stadtarchiv, f. 1, op. 2, d. 3")
TRANSLATOR = Agent(
    name="Ines Corvo",
    role=Role.TRANSLATED,
    kind=AgentKind.PERSON,
    words="Translated by Ines Corvo",
)
PROGRAM = Agent(
    name="scanner", role=Role.RECOGNISED, kind=AgentKind.PROGRAM, program_version="4.1, fraktur"
)


def version(siglum: str, kind: VersionKind = VersionKind.TRANSLATION, **fields: object) -> Version:
    known: dict[str, object] = {"language": "en", "text_sha256": "0" * 64}
    return Version(siglum=siglum, kind=kind, **(known | fields))  # type: ignore[arg-type]


def event(number: int, kind: EventKind, *versions: str, **fields: object) -> Event:
    when = f"2026-01-0{number}T10:00:00Z"
    known: dict[str, object] = {"document": "letter", "when": when, "by": "Anna Petrova"}
    return Event(number=number, kind=kind, versions=versions, **(known | fields))  # type: ignore[arg-type]


def graph(
    *versions: Version, events: tuple[Event, ...] = (), **fields: object
) -> StatementDocument:
    """State a document; every graph of these tests agrees with the constraints."""
    document = Document(id="letter", **fields)  # type: ignore[arg-type]
    chain = chain_of(document, versions)
    heads = tuple(f"{number:0128x}" for number, _ in enumerate(events))
    found = statements_of(
        document, versions, chain, events=events, heads=heads, id_prefix="info:provtrack/"
    )
    assert check_statements(found, usage_is_unique=True) == ()
    return found


def of_kind(found: StatementDocument | StatementBundle, kind: StatementKind) -> list[Statement]:
    return [statement for statement in found.statements if statement.kind is kind]


def types(statement: Statement) -> list[str]:
    return [
        str(value) for name, value in statement.attributes
        if name.uri == PROV + "type" and isinstance(value, Name)
    ]  # fmt: skip


def values(statement: Statement, local: str) -> list[str]:
    return [
        value.text for name, value in statement.attributes
        if name.local == local and isinstance(value, Literal)
    ]  # fmt: skip


def test_translation_from_a_version_names_its_translator_in_a_role() -> None:
    source = version("R", VersionKind.TRANSCRIPTION, language="ru")
    made = version("E", agents=(TRANSLATOR,), derived_from=(Derivation(version="R"),))
    found = graph(source, made)
    derivation = of_kind(found, StatementKind.DERIVATION)[0]
    association = of_kind(found, StatementKind.ASSOCIATION)[0]
    assert [str(name) for name in derivation.arguments[:2]] == ["doc:version/E", "doc:version/R"]
    assert types(derivation) == ["provtrack:Translation"]
    assert values(association, "role") == ["translated"]
    assert values(association, "words") == ["Translated by Ines Corvo"]


def test_transcription_from_the_original_has_it_as_primary_source() -> None:
    made = version("R", VersionKind.TRANSCRIPTION, derived_from=(Derivation(unheld=ORIGINAL),))
    found = graph(made)
    derivation = of_kind(found, StatementKind.DERIVATION)[0]
    assert types(derivation) == ["prov:PrimarySource", "provtrack:Transcription"]


def test_excerpt_is_a_quotation() -> None:
    made = version("X", VersionKind.EXCERPT, derived_from=(Derivation(version="E"),))
    derivation = of_kind(graph(version("E"), made), StatementKind.DERIVATION)[0]
    assert types(derivation) == ["prov:Quotation"]


def test_what_is_not_held_is_an_entity_that_says_so() -> None:
    made = version("R", VersionKind.TRANSCRIPTION, derived_from=(Derivation(unheld=ORIGINAL),))
    entity = next(
        one for one in of_kind(graph(made), StatementKind.ENTITY) if "not-held" in str(one.id)
    )
    assert values(entity, "held") == ["false"]
    assert types(entity) == ["provtrack:NotHeld"]
    assert values(entity, "detail") == ["Stadtarchiv, f. 1, op. 2, d. 3"]


def test_source_that_nothing_states_is_not_invented() -> None:
    found = graph(version("E"))
    assert of_kind(found, StatementKind.DERIVATION) == []
    assert of_kind(found, StatementKind.ACTIVITY) == []
    assert [str(one.id) for one in of_kind(found, StatementKind.ENTITY)] == [
        "doc:document", "doc:version/E",
    ]  # fmt: skip


def test_translator_is_stated_though_the_source_is_not_known() -> None:
    found = graph(version("E", agents=(TRANSLATOR,)))
    assert len(of_kind(found, StatementKind.ASSOCIATION)) == 1
    assert of_kind(found, StatementKind.USAGE) == []


def test_inferred_derivation_says_that_it_is_inferred() -> None:
    derivation = Derivation(version="R", certainty=Certainty.INFERRED)
    found = graph(version("R", VersionKind.TRANSCRIPTION), version("E", derived_from=(derivation,)))
    assert values(of_kind(found, StatementKind.DERIVATION)[0], "certainty") == ["inferred"]


def test_program_is_an_agent_with_its_version_and_settings() -> None:
    found = graph(version("R", VersionKind.TRANSCRIPTION, agents=(PROGRAM,)))
    agent = of_kind(found, StatementKind.AGENT)[0]
    assert types(agent) == ["prov:SoftwareAgent"]
    assert values(agent, "version") == ["4.1, fraktur"]


def test_correction_is_a_revision_in_the_bundle_of_its_event() -> None:
    events = (
        event(1, EventKind.RECORD, "E@1"),
        event(2, EventKind.CORRECT, "E@2", reason="misread",
              changed=(ChangedPath(path="texts/E/text.txt", sha512="ab"),)),
    )  # fmt: skip
    bundle = graph(version("E", revision=2), events=events).bundles[1]
    derivation = of_kind(bundle, StatementKind.DERIVATION)[0]
    assert types(derivation) == ["prov:Revision"]
    assert [str(name) for name in derivation.arguments[:2]] == [
        "doc:version/E/2", "doc:version/E/1",
    ]  # fmt: skip
    assert values(of_kind(bundle, StatementKind.ACTIVITY)[0], "reason") == ["misread"]
    assert [str(one.arguments[1]) for one in of_kind(bundle, StatementKind.SPECIALIZATION)] == [
        "doc:version/E",
    ]  # fmt: skip


def test_retraction_invalidates_the_revision() -> None:
    events = (event(1, EventKind.RECORD, "E@1"), event(2, EventKind.RETRACT, "E@1"))
    bundle = graph(version("E", retracted="forged"), events=events).bundles[1]
    assert str(of_kind(bundle, StatementKind.INVALIDATION)[0].arguments[0]) == "doc:version/E/1"


def test_each_event_is_a_bundle_with_its_digest_and_recorder() -> None:
    found = graph(version("E"), events=(event(1, EventKind.RECORD, "E@1"),))
    entity = next(
        one for one in of_kind(found, StatementKind.ENTITY) if one.id == found.bundles[0].id
    )
    assert types(entity) == ["prov:Bundle"]
    assert values(entity, "sha512") == ["0" * 128]
    assert values(of_kind(found, StatementKind.AGENT)[0], "label") == ["Anna Petrova"]
