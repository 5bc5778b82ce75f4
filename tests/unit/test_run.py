"""run.py: what it refuses and in which words, when it sets up again. No network, no child."""

import ast
import importlib.metadata
import importlib.util
from pathlib import Path

import pytest

import run

PYPROJECT = """
[dependency-groups]
test = ["pytest>=8.3", {include-group = "types"}]
types = ["lxml-stubs>=0.5"]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    return tmp_path


def finished(place: Path, project: Path, groups: list[str]) -> Path:
    """Lay down what a finished set-up leaves in an environment."""
    place.mkdir()
    run.write_stamp(place, run.fingerprint(project), groups)
    return place


def without_modules(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Let this Python lack some modules, and pip."""

    def version(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", version)
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name in names else found(name)
    )


def test_the_file_parses_on_python_3_6():
    source = Path(run.__file__).read_text(encoding="utf-8")
    assert ast.parse(source, feature_version=(3, 6))


def test_no_annotation_is_evaluated_that_an_old_python_lacks():
    tree = ast.parse(Path(run.__file__).read_text(encoding="utf-8"))
    annotations = [
        annotation
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        for annotation in [node.returns, *(argument.annotation for argument in node.args.args)]
    ]
    assert not [a for a in annotations if isinstance(a, ast.Subscript | ast.BinOp)]


def test_an_old_python_is_refused_in_one_sentence():
    with pytest.raises(run.SetUpError, match=r"needs Python 3\.11 or newer, and this is Python 3"):
        run.refuse_old_python((3, 10, 12))


def test_the_oldest_python_is_accepted():
    run.refuse_old_python((3, 11, 0))


def test_a_python_without_pip_and_ensurepip_is_told_what_to_install(tmp_path, monkeypatch):
    without_modules(monkeypatch, "ensurepip")
    with pytest.raises(run.SetUpError, match="apt install python3-venv"):
        run.make_environment(tmp_path / "environment")


def test_a_python_without_venv_is_told_what_to_install(tmp_path, monkeypatch):
    without_modules(monkeypatch, "venv")
    with pytest.raises(run.SetUpError, match="apt install python3-venv"):
        run.make_environment(tmp_path / "environment")


def test_a_failure_for_want_of_a_network_says_so():
    words = ["Retrying after 'NewConnectionError(...)'", "ERROR: No matching distribution found"]
    assert "there is no connection to the package index" in run.failure(words, None)


def test_any_other_failure_ends_with_the_last_words_of_pip():
    words = ["Collecting lxml", "ERROR: Failed building wheel for lxml"]
    assert run.failure(words, None).endswith("\n  ERROR: Failed building wheel for lxml")


def test_a_failure_names_the_log_that_was_kept():
    assert "(all of them in set-up.log)" in run.failure(["ERROR: no"], Path("set-up.log"))


def test_an_unknown_command_is_wrong_use(capsys):
    assert run.main(["tset"]) == 2
    assert "run.py knows no command 'tset'." in capsys.readouterr().err


def test_help_names_every_command(capsys):
    assert run.main(["--help"]) == 0
    usage = capsys.readouterr().out
    assert not [command for command in run.GROUPS if f"\n  {command} " not in usage]


def test_an_unknown_benchmark_is_wrong_use(capsys):
    assert run.main(["bench", "no-such-benchmark"]) == 2
    assert "Benchmarks:" in capsys.readouterr().err


def test_a_finished_environment_is_used_as_it_is(project):
    place = finished(project / ".venv", project, ["test"])
    assert run.ready_python(project, ("test",)) == run.interpreter(place)


def test_a_foreign_environment_is_left_alone(project, capsys):
    (project / ".venv").mkdir()
    assert run.environment_place(project) == project / ".venv.run"
    assert "was not made by run.py and is left alone" in capsys.readouterr().err


def test_two_foreign_environments_are_refused(project):
    (project / ".venv").mkdir()
    (project / ".venv.run").mkdir()
    with pytest.raises(run.SetUpError, match="rename or remove it"):
        run.environment_place(project)


def test_a_changed_pyproject_changes_the_fingerprint(project):
    before = run.fingerprint(project)
    (project / "pyproject.toml").write_text(PYPROJECT + "# more\n", encoding="utf-8")
    assert run.fingerprint(project) != before


def test_a_stamp_that_cannot_be_read_counts_as_none(tmp_path):
    (tmp_path / run.STAMP).write_text('{"made_fr', encoding="utf-8")
    assert run.read_stamp(tmp_path) == {}


def test_a_finished_environment_replaces_an_outdated_one(project):
    place = project / ".venv"
    place.mkdir()
    run.write_stamp(place, "older", [])
    run.put_in_place(finished(project / ".venv.tmp-1", project, ["test"]), place)
    assert run.read_stamp(place)["groups"] == ["test"]
    assert [path.name for path in project.glob(".venv*")] == [".venv"]


def test_dependency_groups_are_read_with_what_they_include(project):
    assert run.requirements(project, ["test"]) == ["pytest>=8.3", "lxml-stubs>=0.5"]


def test_scripts_name_the_place_the_environment_is_renamed_to(tmp_path):
    script = run.interpreter(tmp_path / ".venv.tmp-1").parent / "provtrack"
    script.parent.mkdir(parents=True)
    script.write_text(f"#!{tmp_path}/.venv.tmp-1/bin/python\n", encoding="utf-8")
    run.point_scripts(tmp_path / ".venv.tmp-1", tmp_path / ".venv")
    assert script.read_text(encoding="utf-8") == f"#!{tmp_path}/.venv/bin/python\n"


def test_settings_that_lead_an_installation_astray_are_dropped():
    kept = run.clean_surroundings({"PIP_TARGET": "/elsewhere", "PIP_USER": "1", "HOME": "/home/a"})
    assert "PIP_TARGET" not in kept
    assert kept["PIP_USER"] == "0"
    assert kept["HOME"] == "/home/a"
