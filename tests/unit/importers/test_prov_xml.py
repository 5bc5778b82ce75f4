"""provtrack.importers.prov_xml: what is read, what is refused."""

import pytest

from provtrack.errors import FormatError
from provtrack.importers.content import Content
from provtrack.importers.prov_xml import read_prov_xml
from provtrack.provenance.statements import Name, StatementDocument, StatementKind

HEAD = (
    '<prov:document xmlns:prov="http://www.w3.org/ns/prov#" xmlns:ex="urn:x:" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xmlns:xsd="http://www.w3.org/2001/XMLSchema">'
)


def read(body: str) -> StatementDocument:
    """Read a document made of elements."""
    return read_prov_xml(Content(name="a.xml", data=f"{HEAD}{body}</prov:document>".encode()))


def test_revision_is_a_derivation_with_a_type() -> None:
    found = read(
        '<prov:wasRevisionOf><prov:generatedEntity prov:ref="ex:b"/>'
        '<prov:usedEntity prov:ref="ex:a"/></prov:wasRevisionOf>'
    ).statements[0]
    assert found.kind is StatementKind.DERIVATION
    assert [str(value) for _, value in found.attributes] == ["prov:Revision"]


def test_type_written_as_a_string_is_no_name() -> None:
    kind = '<prov:type xsi:type="xsd:string">ex:t</prov:type>'
    value = read(f'<prov:entity prov:id="ex:e">{kind}</prov:entity>').statements[0].attributes[0][1]
    assert not isinstance(value, Name)


def test_membership_of_two_is_two_statements() -> None:
    body = (
        '<prov:hadMember><prov:collection prov:ref="ex:c"/><prov:entity prov:ref="ex:a"/>'
        '<prov:entity prov:ref="ex:b"/></prov:hadMember>'
    )
    assert [str(one.arguments[1]) for one in read(body).statements] == ["ex:a", "ex:b"]


def test_bundle_without_statements_is_an_entity() -> None:
    found = read('<prov:bundle prov:id="ex:b"/>')
    assert (found.bundles, found.statements[0].kind) == ((), StatementKind.ENTITY)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<prov:entity/>", "an empty name"),
        ('<prov:entity prov:id="no:e"/>', "'no:e' is no name with a declared prefix"),
        ("<prov:entitee/>", "prov:entitee is not a statement"),
        (
            '<prov:used><prov:entity prov:ref="ex:a"/><prov:entity prov:ref="ex:b"/></prov:used>',
            "prov:entity 2 times",
        ),
    ],
)
def test_what_is_not_prov_xml_is_refused_with_its_line(body: str, words: str) -> None:
    with pytest.raises(FormatError, match=words):
        read(body)


def test_another_root_is_refused() -> None:
    with pytest.raises(FormatError, match="its root element is html"):
        read_prov_xml(Content(name="a.xml", data=b"<html/>"))


def test_file_that_declares_entities_is_refused() -> None:
    bomb = b'<!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>'
    with pytest.raises(FormatError, match="entities"):
        read_prov_xml(Content(name="a.xml", data=bomb))
