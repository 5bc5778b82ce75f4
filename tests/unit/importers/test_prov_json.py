"""provtrack.importers.prov_json: what is refused, and in which words."""

import json

import pytest

from provtrack.errors import FormatError
from provtrack.importers.content import Content
from provtrack.importers.prov_json import read_prov_json
from provtrack.provenance.statements import Literal, Name, StatementDocument, StatementKind

PREFIX = {"ex": "urn:x:"}


def read(**fields: object) -> StatementDocument:
    """Read PROV-JSON made of fields."""
    data = json.dumps({"prefix": PREFIX, **fields}).encode()
    return read_prov_json(Content(name="a.json", data=data))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"entity": {"no:e": {}}}, "the prefix 'no' of the name 'no:e' is not declared"),
        ({"entity": {"e": {}}}, "a default namespace of the name 'e' is not declared"),
        ({"entities": {}}, "'entities' is not a kind of statement"),
        ({"entity": {"ex:e": {"ex:k": None}}}, "not null"),
        ({"used": {"ex:u": {"prov:activity": 5}}}, "a name must be a string, not a number"),
        ({"used": {"ex:u": {"prov:time": True}}}, "prov:time must be a time, not true or false"),
        ({"used": {"ex:u": {"prov:entity": ["ex:a", "ex:b"]}}}, "more than one value"),
        ({"bundle": {"ex:b": {"bundle": {}}}}, "'bundle' is not a kind of statement"),
    ],
)
def test_what_is_not_prov_json_is_refused_with_its_place(
    fields: dict[str, object], words: str
) -> None:
    with pytest.raises(FormatError, match=words):
        read(**fields)


def test_key_given_twice_is_refused() -> None:
    with pytest.raises(FormatError, match="twice"):
        read_prov_json(Content(name="a.json", data=b'{"entity": {}, "entity": {}}'))


def test_deeply_nested_file_is_refused() -> None:
    with pytest.raises(FormatError, match="nested"):
        read_prov_json(Content(name="a.json", data=b"[" * 100_000))


def test_identifier_of_a_relation_that_only_tells_it_apart_is_left_out() -> None:
    found = read(used={"_:u1": {"prov:activity": "ex:a"}})
    assert found.statements[0].id is None


def test_blank_identifier_that_a_derivation_names_is_kept() -> None:
    derivation = {"prov:generatedEntity": "ex:f", "prov:usedEntity": "ex:e", "prov:usage": "_:u1"}
    found = read(used={"_:u1": {"prov:activity": "ex:a"}}, wasDerivedFrom={"_:d": derivation})
    assert found.statements[0].id == Name("_:u1")


def test_collection_with_two_members_is_two_statements() -> None:
    membership = {"prov:collection": "ex:c", "prov:entity": ["ex:a", "ex:b"]}
    found = read(hadMember={"_:m": membership}).statements
    assert [str(statement.argument("entity")) for statement in found] == ["ex:a", "ex:b"]
    assert {statement.kind for statement in found} == {StatementKind.MEMBERSHIP}


def test_language_and_type_of_a_value_are_kept() -> None:
    typed = [{"$": "да", "lang": "ru"}, {"$": "01", "type": "xsd:int"}]
    found = read(entity={"ex:e": {"ex:k": typed}}).statements[0].attributes
    assert found[0][1] == Literal(text="да", language="ru")
    assert found[1][1] == Literal(text="01", datatype=Name("http://www.w3.org/2001/XMLSchema#int"))


def test_bundle_is_read_with_its_own_prefixes() -> None:
    bundle = {"prefix": {"ex": "urn:y:"}, "entity": {"ex:e": {}}}
    found = read(bundle={"ex:b": bundle}).bundles[0]
    assert (found.id.uri, found.statements[0].id) == ("urn:y:b", Name("urn:y:e"))
