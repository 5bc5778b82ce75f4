"""provtrack.exporters.prov_json: names and identifiers of what is written."""

import json

from provtrack.exporters.prov_json import statements_to_prov_json
from provtrack.importers.content import Content
from provtrack.importers.prov_json import read_prov_json
from provtrack.provenance.statements import Literal, Name, Statement, StatementDocument
from provtrack.provenance.statements import StatementKind as Kind

E = Name("urn:x:e", "ex", "e")


def test_two_namespaces_with_one_prefix_get_two() -> None:
    other = Name("urn:y:e", "ex", "e")
    entities = tuple(Statement(kind=Kind.ENTITY, id=name) for name in (E, other))
    written = json.loads(statements_to_prov_json(StatementDocument(statements=entities)))
    assert list(written["entity"]) == ["ex:e", "ex2:e"]
    assert (written["prefix"]["ex"], written["prefix"]["ex2"]) == ("urn:x:", "urn:y:")


def test_relation_without_identifier_does_not_take_one_that_is_referred_to() -> None:
    usage = Name("_:used1", "_", "used1")
    activity = Name("urn:x:a", "ex", "a")
    statements = (
        Statement(kind=Kind.USAGE, arguments=(activity, E, None)),
        Statement(kind=Kind.USAGE, id=usage, arguments=(activity, E, None)),
        Statement(kind=Kind.DERIVATION, arguments=(E, E, activity, None, usage)),
    )
    document = StatementDocument(statements=statements)
    written = statements_to_prov_json(document)
    assert read_prov_json(Content(name="x.json", data=written)) == document


def test_name_with_a_colon_keeps_its_namespace() -> None:
    name = Name("urn:x:a:b", "", "a:b")
    document = StatementDocument(
        prefixes=(("default", "urn:x:"),),
        statements=(
            Statement(kind=Kind.ENTITY, id=name),
            Statement(kind=Kind.ENTITY, id=Name("urn:x:c", "", "c")),
        ),
    )
    written = statements_to_prov_json(document)
    assert read_prov_json(Content(name="x.json", data=written)) == document


def test_value_is_written_as_it_was_stated() -> None:
    number = Literal(text="01", datatype=Name("http://www.w3.org/2001/XMLSchema#int", "xsd", "int"))
    entity = Statement(kind=Kind.ENTITY, id=E, attributes=((Name("urn:x:k", "ex", "k"), number),))
    written = json.loads(statements_to_prov_json(StatementDocument(statements=(entity,))))
    assert written["entity"]["ex:e"]["ex:k"] == {"$": "01", "type": "xsd:int"}
