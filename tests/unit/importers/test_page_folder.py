"""A folder of recognised pages: read as one file, kept as one archive."""

import pytest

from provtrack.errors import UsageError
from provtrack.importers import read, received_bytes
from tests.unit.importers.packages import page_region, page_xml


@pytest.fixture
def folder(tmp_path):
    """A folder with two pages, and with files that are none."""
    path = tmp_path / "talk"
    path.mkdir()
    (path / "p10.xml").write_bytes(page_xml(page_region("and sugar.")))
    (path / "p9.xml").write_bytes(page_xml(page_region("Tea")))
    (path / "mets.xml").write_text("<mets/>", "utf-8")
    (path / "p9.jpg").write_bytes(b"\xff\xd8\xff")
    return path


def test_pages_are_one_version(folder):
    imported = read(folder)
    assert (imported.importer, imported.versions[0].text) == ("page-xml", "Tea and sugar.")


def test_what_is_kept_is_one_archive_the_same_every_time(folder):
    name, data = received_bytes(folder)
    assert name == "talk.zip"
    assert (name, data) == received_bytes(folder)
    (folder / "p9.jpg").unlink()
    assert (name, data) == received_bytes(folder)


def test_links_are_not_followed(folder, tmp_path):
    (tmp_path / "outside.xml").write_bytes(page_xml(page_region("Secret.")))
    (folder / "p11.xml").symlink_to(tmp_path / "outside.xml")
    assert "Secret" not in read(folder).versions[0].text


def test_other_folders_are_refused_with_a_sentence(tmp_path):
    (tmp_path / "a.xml").write_text("<TEI/>", "utf-8")
    with pytest.raises(UsageError, match="it is a folder without recognised pages"):
        read(tmp_path)
