"""The tutorial's commands do what the tutorial says, in its order, on the page that ships."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

import provtrack
from provtrack.cli.app import app

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial" / "from-page-to-report.md"
SPECIMEN = Path(provtrack.__file__).parent / "specimen"


def test_every_command_of_the_tutorial_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    failed = []
    for line in re.findall(r"^    (\w.*)$", TUTORIAL.read_text(encoding="utf-8"), flags=re.M):
        words = shlex.split(line)
        if words[0] == "cd":
            monkeypatch.chdir(words[1])
            for text in SPECIMEN.glob("*.txt"):
                shutil.copy(text, ".")
        elif CliRunner().invoke(app, words[1:]).exit_code:
            failed.append(line)
    assert failed == []
    assert len(list(tmp_path.rglob("*.html"))) == 3
