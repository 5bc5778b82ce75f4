"""``provtrack export`` and ``provtrack import``: a document leaves one project, enters another."""

import pytest

from provtrack.cli.export import ExportFormat
from provtrack.exchanging import FORMATS
from provtrack.exporters.document_formats import FOLDER_FORMATS
from tests.unit.cli.conftest import digest_of


@pytest.fixture
def other(run, tmp_path):
    """An empty project beside the one with the letter."""
    assert run("init", tmp_path / "other", "--by", "Ivo Kern").code == 0
    return tmp_path / "other"


def test_command_offers_every_format():
    assert [str(kind) for kind in ExportFormat] == list(FORMATS)


@pytest.mark.parametrize("kind", FOLDER_FORMATS)
@pytest.mark.parametrize("ending", ["", ".zip"])
def test_document_is_imported_with_its_head(run, project, other, monkeypatch, kind, ending):
    path = project / f"sent{ending}"
    assert run("export", "oder-1962", "--format", kind, "--output", path).code == 0
    monkeypatch.chdir(other)
    ran = run("import", path)
    assert ran.code == 0
    assert ran.out.startswith("oder-1962: imported, events 1 to 2, head ")
    assert run("verify").code == 0
    assert digest_of(other / "versions") == digest_of(project / "versions")


def test_import_again_says_that_it_is_held(run, project):
    assert run("export", "oder-1962", "--format", "folder", "--output", "sent").code == 0
    ran = run("import", "sent")
    assert (ran.code, "held already, with the same history" in ran.out) == (0, True)


def test_import_of_another_history_is_refused(run, project):
    assert run("export", "oder-1962", "--format", "folder", "--output", "sent").code == 0
    assert run("retract", "oder-1962:E1", "--reason", "Not his.").code == 0
    ran = run("import", "sent")
    assert ran.code == 2
    assert "held already, with" in ran.err


def test_import_adds_what_was_added_elsewhere(run, project, other, monkeypatch):
    assert run("export", "oder-1962", "--format", "folder", "--output", "sent").code == 0
    assert run("retract", "oder-1962:E1", "--reason", "Not his.").code == 0
    assert run("export", "oder-1962", "--format", "bagit", "--output", "later").code == 0
    monkeypatch.chdir(other)
    assert run("import", project / "sent").code == 0
    ran = run("import", project / "later")
    assert ran.out.startswith("oder-1962: imported what was added to it elsewhere, event 3, head ")
    assert digest_of(other / "versions") == digest_of(project / "versions")


def test_import_of_an_altered_text_changes_nothing(run, project, other, monkeypatch):
    assert run("export", "oder-1962", "--format", "folder", "--output", "sent").code == 0
    (project / "sent/texts/R/text.txt").write_text("Посол подписал.\n", "utf-8")
    monkeypatch.chdir(other)
    before = digest_of(other)
    ran = run("import", project / "sent")
    assert ran.code == 3
    assert "texts/R/text.txt is not what was recorded" in ran.err
    assert digest_of(other) == before


def test_folder_needs_a_place(run, project):
    ran = run("export", "oder-1962", "--format", "bagit")
    assert (ran.code, ran.out) == (2, "")
    assert "say --output FOLDER" in ran.err


def test_folder_of_another_is_never_written_over(run, project):
    (project / "mine").mkdir()
    (project / "mine/diary.txt").write_text("Do not touch.")
    ran = run("export", "oder-1962", "--format", "bagit", "--output", "mine", "--force")
    assert ran.code == 2
    assert [path.name for path in (project / "mine").iterdir()] == ["diary.txt"]


def test_export_into_the_same_folder_again_is_no_fault(run, project):
    for _ in range(2):
        assert run("export", "oder-1962", "--format", "bagit", "--output", "bag").code == 0
    assert not [path for path in project.iterdir() if path.name.startswith(".bag")]


def test_export_of_what_is_not_held_says_what_there_is(run, project):
    ran = run("export", "weser-1962", "--format", "folder", "--output", "x")
    assert ran.code == 2
    assert "it holds oder-1962" in ran.err
