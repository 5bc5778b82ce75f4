"""Our RO-Crates are valid for the validator of others, without a network."""

import subprocess
import sys
from pathlib import Path

import pytest

from provtrack.exporters.crate import document_to_crate
from provtrack.exporters.writing import write_folder
from provtrack.model.document import Agent, Derivation, Document, PrintedDate, Rights, Title
from provtrack.model.names import AgentKind, Role
from provtrack.model.stored import dump
from provtrack.packing import whole_of
from tests.acts import act, first_act, next_act, store_with, version_files

VALIDATION = Path(__file__).parents[1] / "crate_validation.py"


def faults_of(crate: Path, tmp_path: Path) -> list[str]:
    """List what the validator says against a crate."""
    words = [sys.executable, str(VALIDATION), str(crate), str(tmp_path / "cache")]
    ran = subprocess.run(words, capture_output=True, text=True, check=True)
    first, *faults = ran.stdout.splitlines()
    assert int(first.removesuffix(" checks")) >= 30
    return faults


@pytest.fixture
def crate(tmp_path):
    """Files of a crate in which everything is said that can be said."""
    agents = (
        Agent(name="Ivo Kern", role=Role.TRANSLATED, kind=AgentKind.PERSON),
        Agent(name="Reader", role=Role.RECOGNISED, kind=AgentKind.PROGRAM, program_version="2"),
        Agent(name="Amt", role=Role.PUBLISHED, kind=AgentKind.INSTITUTION),
    )
    document = Document(
        id="oder-1962",
        titles=(Title(text="Ein Brief", language="de"),),
        date=PrintedDate(edtf="1962-11-02"),
        people=(Agent(name="Ines", role=Role.WRITTEN),),
        references=("Amt, f. 1, l. 2",),
        rights=(Rights(text="Free.", uri="https://rightsstatements.org/vocab/NKC/1.0/"),),
    )
    texts = {
        **version_files("R", "Нет.", language="ru", agents=agents),
        **version_files("E1", "No.", 3, derived_from=(Derivation(version="R"),)),
        "texts/R/source/л. 12 об. & more.html": b"<p>",
        "document.json": dump(document),
    }
    store = store_with(tmp_path, first_act(), next_act(), act(texts, versions=("R@1", "E1@3")))
    return document_to_crate(whole_of(store.package("oder-1962")))


@pytest.mark.parametrize("ending", ["", ".zip"])
def test_our_crate_is_valid_for_others(tmp_path, crate, ending):
    write_folder(tmp_path / f"sent{ending}", crate)
    assert faults_of(tmp_path / f"sent{ending}", tmp_path) == []


def test_the_validator_sees_what_is_missing(tmp_path, crate):
    del crate["texts/E1/text.txt"]
    write_folder(tmp_path / "sent", crate)
    assert "texts/E1/text.txt" in "".join(faults_of(tmp_path / "sent", tmp_path))
