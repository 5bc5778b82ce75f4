"""Files of provenance are no texts, in whichever notation."""

import pytest

from provtrack.errors import FormatError
from provtrack.importers import read_content

DERIVED = '"wasDerivedFrom": {"_:d": {"prov:generatedEntity": "x:a", "prov:usedEntity": "x:b"}}'
FILES = {
    "PROV-JSON": '{"prefix": {"x": "urn:x:"}, ' + DERIVED + "}",
    "PROV-XML": '<prov:document xmlns:prov="http://www.w3.org/ns/prov#"><prov:entity/>'
    "</prov:document>",
    "PROV-N": "document\n  prefix x <urn:x:>\n  entity(x:a)\nendDocument\n",
    "RDF": "@prefix x: <urn:x:> .\n@prefix prov: <http://www.w3.org/ns/prov#> .\nx:a a x:B .",
}


@pytest.mark.parametrize("notation", FILES)
def test_a_file_of_provenance_is_refused_in_one_sentence(notation):
    with pytest.raises(FormatError, match=f"it is a file of provenance \\({notation}\\)"):
        read_content(FILES[notation].encode(), "other")


@pytest.mark.parametrize(
    "text",
    [
        "Document 4\n\nThe entity (it said) was used.",
        '{Note: "used": the word stands twice.}',
        "document of the ministry\nagent(s) were present",
    ],
)
def test_a_text_that_speaks_of_such_things_is_read(text):
    assert read_content(text.encode(), "letter.txt").versions[0].text == text
