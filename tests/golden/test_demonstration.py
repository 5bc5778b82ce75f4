"""The demonstration: the specimen in ``versions/`` and its reports in ``reports/``.

With ``--update-golden`` the specimen is recorded anew and its reports are rewritten.
"""

import shutil
from pathlib import Path

import pytest

from provtrack.config import find_project
from provtrack.demonstrating import BY, DOCUMENT, demonstrate, record_specimen
from provtrack.recording import create_project, open_store

ROOT = Path(__file__).parents[2]


pytestmark = pytest.mark.usefixtures("specimen_in_the_checkout")


@pytest.fixture(scope="module")
def specimen_in_the_checkout(request) -> None:
    """Record the specimen and make its reports anew, if asked."""
    if request.config.getoption("--update-golden"):
        for name in ("versions", "reports"):
            shutil.rmtree(ROOT / name, ignore_errors=True)
        (ROOT / "provtrack.toml").unlink(missing_ok=True)
        record_specimen(create_project(ROOT, by=BY))
        list(demonstrate(ROOT))


def reports_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "reports").glob("*.html"))}


def test_the_store_of_the_checkout_is_whole():
    assert not list(open_store(find_project(ROOT)).verify())


def test_the_demonstration_elsewhere_makes_the_reports_of_the_checkout(tmp_path):
    made = [path for path, _ in demonstrate(tmp_path)]
    assert {path.name: path.read_bytes() for path in made} == reports_in(ROOT)


def test_the_demonstration_in_the_checkout_leaves_its_reports_as_they_are(tmp_path):
    shutil.copytree(ROOT / "versions", tmp_path / "versions")
    shutil.copy(ROOT / "provtrack.toml", tmp_path)
    list(demonstrate(tmp_path))
    assert reports_in(tmp_path) == reports_in(ROOT)


def test_the_specimen_ships_as_it_is_recorded_in_the_checkout(tmp_path):
    record_specimen(create_project(tmp_path, by=BY))
    heads = [open_store(find_project(folder)).head(DOCUMENT) for folder in (tmp_path, ROOT)]
    assert heads[0] == heads[1]


def test_the_demonstration_leaves_a_foreign_folder_alone(tmp_path):
    (tmp_path / "provtrack-demo").mkdir()
    with pytest.raises(ValueError, match="rename it"):
        list(demonstrate(tmp_path))


def test_each_report_says_that_the_document_is_invented():
    assert all("invented" in page.decode() for page in reports_in(ROOT).values())
