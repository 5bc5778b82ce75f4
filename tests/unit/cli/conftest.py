"""Running the command line inside the test's process, in a project of its own."""

import hashlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from provtrack.cli.app import main


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path, monkeypatch, capsys) -> Run:
    """Run a command in the test's folder, off a terminal."""
    monkeypatch.chdir(tmp_path)

    def run_command(*words: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["provtrack", *map(str, words)])
        code = 0
        try:
            main()
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return run_command


@pytest.fixture
def project(run, tmp_path) -> Path:
    """Make a project with a letter in two versions."""
    assert run("init", ".", "--by", "Anna Petrova").code == 0
    (tmp_path / "r.txt").write_text("Посол не подписал.\n\nОн уехал 2 мая.\n", "utf-8")
    (tmp_path / "e1.txt").write_text("The envoy did not sign.\n\nHe left on 2 May.\n", "utf-8")
    common = ("--document", "oder-1962")
    assert (
        run(
            "record",
            "r.txt",
            *common,
            "--siglum",
            "R",
            "--kind",
            "transcription",
            "--language",
            "ru",
        ).code
        == 0
    )
    assert run(
        "record", "e1.txt", *common, "--siglum", "E1", "--kind", "translation", "--language", "en",
        "--derived-from", "R", "--agent", "translated=Ivo Kern",
    ).code == 0  # fmt: skip
    return tmp_path


def digest_of(folder: Path) -> str:
    """Digest names and content of everything below a folder."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        total.update(str(path.relative_to(folder)).encode())
        if path.is_file():
            total.update(path.read_bytes())
    return total.hexdigest()
