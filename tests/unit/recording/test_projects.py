"""provtrack.recording: making a project and opening its store."""

import pytest

from provtrack.config import find_project
from provtrack.errors import AlreadyHeldError, StoreError, UsageError
from provtrack.recording import create_project, open_store
from tests.acts import complaints, first_act


def test_new_project_has_a_store_settings_and_a_place_for_reports(tmp_path):
    project = create_project(tmp_path / "archive", by="Anna Petrova")
    assert find_project(tmp_path / "archive") == project
    assert project.reports.is_dir()
    assert complaints(open_store(project)) == []


def test_id_prefix_of_the_project_begins_the_uris_of_its_documents(tmp_path):
    prefix = "https://archive.example.org/"
    store = open_store(create_project(tmp_path / "archive", id_prefix=prefix))
    store.record("oder-1962", first_act())
    inventory = (store.folder / "oder-1962/inventory.json").read_text()
    assert '"id":"https://archive.example.org/oder-1962"' in inventory


def test_project_is_not_made_twice(tmp_path):
    create_project(tmp_path)
    with pytest.raises(AlreadyHeldError):
        create_project(tmp_path)


def test_project_is_not_made_in_the_place_of_a_file(tmp_path):
    (tmp_path / "archive").write_text("x")
    with pytest.raises(UsageError, match="a file stands there"):
        create_project(tmp_path / "archive")


def test_project_is_not_made_around_other_versions(tmp_path):
    (tmp_path / "versions").mkdir()
    (tmp_path / "versions/letter.txt").write_text("x")
    with pytest.raises(StoreError, match=r"it holds letter\.txt"):
        create_project(tmp_path)
    assert not (tmp_path / "provtrack.toml").exists()


@pytest.mark.parametrize("given", [{"by": " "}, {"by": "A\nB"}, {"id_prefix": "not a uri"}])
def test_settings_that_do_not_fit_make_no_project(tmp_path, given):
    with pytest.raises(UsageError):
        create_project(tmp_path / "archive", **given)
    assert not (tmp_path / "archive").exists()
