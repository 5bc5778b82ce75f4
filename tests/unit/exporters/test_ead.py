"""A document as EAD3."""

import pytest
from lxml import etree

from provtrack.exporters.ead import document_to_ead
from tests.documents import REFERENCE, whole_document

NAMES = {"e": "http://ead3.archivists.org/schema/"}


@pytest.fixture
def find(tmp_path):
    root = etree.fromstring(document_to_ead(whole_document(tmp_path)))
    return lambda path: root.xpath(path, namespaces=NAMES)


def test_unit_of_a_damaged_reference_stands_as_written(find):
    assert find("string(//e:did/e:unitid)") == "ф. 90, оп. 24, п. 44, д. 5, лл. 120-12"


def test_language_of_the_document_is_that_of_its_transcription(find):
    assert [tag.text for tag in find("//e:did/e:langmaterial/e:language")] == ["ru"]


def test_reference_stands_as_printed(find):
    assert find("string(//e:did/e:didnote)") == REFERENCE


def test_versions_are_other_forms(find):
    items = [item.text for item in find("//e:altformavail//e:item")]
    assert items[0] == "1-en: translation, en; translated by Ivo Kern; published in Bulletin 3"
    assert items[1].startswith("R: transcription, ru; recognised by Reader")


def test_events_are_the_maintenance_history(find):
    assert find("string(//e:maintenanceevent/e:agent)") == "A. Editor"
    assert find("string(//e:eventdescription)") == "record R@1 1-en@1: Found <it>."
