"""provtrack.config: finding a project and reading its settings."""

import pytest

from provtrack.config import Settings, find_project, read_settings, write_settings
from provtrack.errors import FormatError, NotInStoreError
from provtrack.model.names import DEFAULT_ID_PREFIX


def written(folder, text: str):
    (folder / "provtrack.toml").write_text(text, encoding="utf-8")
    return folder


def test_project_is_found_from_a_folder_below(tmp_path):
    written(tmp_path, 'by = "Anna Petrova"')
    below = tmp_path / "texts/russian"
    below.mkdir(parents=True)
    project = find_project(below)
    assert (project.folder, project.settings.by) == (tmp_path, "Anna Petrova")


def test_folder_with_a_store_is_a_project_without_settings(tmp_path):
    (tmp_path / "versions").mkdir()
    (tmp_path / "versions/0=ocfl_1.1").write_text("ocfl_1.1\n")
    assert find_project(tmp_path).settings == Settings(by=None, id_prefix=DEFAULT_ID_PREFIX)


def test_folder_with_other_versions_is_no_project(tmp_path):
    (tmp_path / "versions").mkdir()
    with pytest.raises(NotInStoreError, match="`provtrack init` makes one here"):
        find_project(tmp_path)


def test_unknown_key_is_refused_with_those_known(tmp_path):
    written(tmp_path, 'bye = "Anna"')
    with pytest.raises(FormatError, match=r"has the key 'bye'.*It knows by, id_prefix\."):
        read_settings(tmp_path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("by = 5", "has a wrong value for 'by'"),
        ('by = " "', "'by': it must be a name on one line"),
        ('id_prefix = "x y"', "'id_prefix': not an id prefix: 'x y'"),
        ("by = ", "is not TOML"),
        ("[by]", "has a wrong value for 'by'"),
    ],
)
def test_mistake_in_the_settings_is_told_with_its_place(tmp_path, text, words):
    with pytest.raises(FormatError) as raised:
        read_settings(written(tmp_path, text))
    assert words in str(raised.value)
    assert "provtrack.toml" in str(raised.value)


@pytest.mark.parametrize("by", ["Anna Petrova", 'Anna "A." Petrova', "Ännä \\ Пётр", "安娜"])
def test_settings_written_are_read_again(tmp_path, by):
    settings = Settings(by=by, id_prefix="https://archive.example.org/")
    write_settings(tmp_path, settings)
    assert read_settings(tmp_path) == settings
