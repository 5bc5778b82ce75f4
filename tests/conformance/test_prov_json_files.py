"""PROV-JSON of the test suite of the package `prov`: valid files travel, malformed are refused."""

from pathlib import Path

import pytest
from prov.model import ProvDocument

from provtrack.errors import FormatError
from provtrack.exporters.prov_json import statements_to_prov_json
from provtrack.exporters.prov_notations import statements_to_prov_n, statements_to_prov_xml
from provtrack.importers.content import Content
from provtrack.importers.prov_json import read_prov_json
from provtrack.importers.prov_xml import read_prov_xml
from provtrack.provenance.statements import StatementDocument

CASES = Path(__file__).parents[3] / "shared" / "conformance" / "provenance"

pytestmark = [
    pytest.mark.conformance,
    pytest.mark.skipif(not CASES.exists(), reason="the shared conformance data is not here"),
]


def files(folder: str) -> list[Path]:
    """List the files of a folder."""
    return sorted((CASES / folder).glob("*.json"))


def read(path: Path) -> StatementDocument:
    """Read one file."""
    return read_prov_json(Content(name=path.name, data=path.read_bytes()))


@pytest.mark.parametrize("path", files("prov-json"), ids=lambda path: path.stem)
def test_valid_file_is_read_and_written_with_the_same_statements(path: Path) -> None:
    document = read(path)
    written = statements_to_prov_json(document)
    assert read_prov_json(Content(name="again.json", data=written)) == document
    assert statements_to_prov_json(read_prov_json(Content(name="x", data=written))) == written


@pytest.mark.filterwarnings("ignore::prov._warnings.ProvFutureRejectionWarning")
@pytest.mark.parametrize("path", files("prov-json"), ids=lambda path: path.stem)
def test_the_package_prov_reads_the_same_from_both_files(path: Path) -> None:
    theirs = ProvDocument.deserialize(content=path.read_text(encoding="utf-8"), format="json")
    ours = statements_to_prov_json(read(path)).decode()
    assert ProvDocument.deserialize(content=ours, format="json") == theirs


@pytest.mark.filterwarnings("ignore::prov._warnings.ProvFutureRejectionWarning")
@pytest.mark.parametrize("path", files("prov-json")[::5], ids=lambda path: path.stem)
def test_valid_file_is_written_in_the_other_notations(path: Path) -> None:
    document = read(path)
    assert statements_to_prov_n(document).startswith(b"document\n")
    found = read_prov_xml(Content(name="x.xml", data=statements_to_prov_xml(document)))
    assert len(found.statements) == len(document.statements)


@pytest.mark.parametrize("path", files("prov-json-malformed"), ids=lambda path: path.stem)
def test_malformed_file_is_refused_in_one_sentence(path: Path) -> None:
    with pytest.raises(FormatError) as caught:
        read(path)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)
    assert path.name in str(caught.value)
