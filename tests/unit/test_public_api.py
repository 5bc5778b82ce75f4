"""provtrack: the names others build on; a change here is a decision."""

import subprocess
import sys

import provtrack

PUBLIC = {
    "Alignment",
    "Bead",
    "Change",
    "Collation",
    "ComparedVersion",
    "Comparison",
    "Coverage",
    "Document",
    "Finding",
    "Project",
    "ProvenanceChain",
    "ProvtrackError",
    "Query",
    "Store",
    "Version",
    "align",
    "chain_of",
    "collate",
    "compare",
    "create_project",
    "find_project",
    "open_store",
    "plan_recording",
    "record",
    "render",
}


def test_the_public_names_are_these():
    assert set(provtrack.__all__) == PUBLIC


def test_every_public_name_can_be_had():
    assert all(getattr(provtrack, name) is not None for name in provtrack.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error():
    assert not hasattr(provtrack, "tokenise")


def test_importing_the_package_loads_no_engine():
    script = "import provtrack, sys; print('numpy' in sys.modules, 'pydantic' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]
