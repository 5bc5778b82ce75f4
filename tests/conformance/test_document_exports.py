"""Every document exports to every format, and each export is valid for others."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provtrack.exchanging import FORMATS, export_document
from provtrack.model.document import Document, PrintedDate, Title
from provtrack.model.stored import dump
from provtrack.store import Store
from tests.acts import act, store_with
from tests.documents import document_files
from tests.export_checks import CHECKS, crate_faults, rendered
from tests.histories import acts, new_store, record_all

CASES = sorted((Path(__file__).parents[3] / "shared/cases").glob("*/case.json"))
ALONE = Path(__file__).parents[1] / "exporting_alone.py"
QUICK = sorted(set(CHECKS) - {"ro-crate"})  # its validator takes seconds

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # prov on rdflib


def check(kind: str, store: Store, folder: Path) -> None:
    """Export the one document of a store and check it."""
    (document,) = store.documents()
    CHECKS[kind](export_document(store, document, kind), store.package(document), folder)


def test_every_format_has_its_check():
    assert set(CHECKS) == set(FORMATS)


@pytest.mark.parametrize("kind", FORMATS)
def test_document_with_all_that_can_be_said_exports(tmp_path, kind):
    made = act(document_files(), versions=("R@1", "1-en@1"), reason="Found <it>.")
    check(kind, store_with(tmp_path, made), tmp_path)


@pytest.mark.parametrize("kind", FORMATS)
def test_document_of_which_nothing_is_known_exports(tmp_path, kind):
    made = act({"document.json": dump(Document(id="oder-1962"))})
    check(kind, store_with(tmp_path, made), tmp_path)


@pytest.mark.parametrize("edtf", ["1962-05/1963", "196X", "1962-22", "1962?", "../1962", "-0043"])
@pytest.mark.parametrize("kind", ["tei", "ead", "csl-json"])
def test_uncertain_dates_export(tmp_path, kind, edtf):
    document = Document(id="oder-1962", titles=(Title(text="X"),), date=PrintedDate(edtf=edtf))
    check(kind, store_with(tmp_path, act({"document.json": dump(document)})), tmp_path)


@pytest.mark.parametrize("kind", QUICK)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(history=st.lists(acts(), max_size=3))
def test_any_document_exports(kind, history):
    with new_store() as store:
        record_all(store, history)
        check(kind, store, store.folder.parent)


def test_same_document_gives_the_same_bytes_in_any_process(tmp_path):
    store = store_with(tmp_path, act(document_files(), versions=("R@1", "1-en@1")))
    written = {
        subprocess.run(
            [sys.executable, str(ALONE), str(store.folder)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ALONE.parents[1])},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(written) == 1
    assert len(written.pop().splitlines()) == len(FORMATS)


def test_validator_of_crates_sees_what_is_missing(tmp_path):
    store = store_with(tmp_path, act(document_files()))
    crate = tmp_path / "sent"
    CHECKS["folder"](export_document(store, "oder-1962", "ro-crate"),
                     store.package("oder-1962"), tmp_path)  # fmt: skip
    (crate / "texts/R/text.txt").unlink()
    assert "texts/R/text.txt" in "".join(crate_faults(crate, tmp_path))


def test_item_is_printed_with_author_date_and_title():
    item = {
        "id": "x", "type": "document", "title": "A talk", "author": [{"literal": "Ines Vahl"}],
        "issued": {"date-parts": [[1962, 5, 2]]},
    }  # fmt: skip
    assert all(words in rendered(item) for words in ("Ines Vahl", "1962", "A talk"))


@pytest.fixture(scope="module", params=CASES, ids=lambda path: path.parent.name)
def recorded(request, tmp_path_factory):
    """A store with one case of the shared set."""
    from bench.cases import record_case

    project = tmp_path_factory.mktemp("project")
    record_case(project, request.param.parent, json.loads(request.param.read_text("utf-8")))
    return Store.open(project / "versions")


@pytest.mark.conformance
@pytest.mark.skipif(not CASES, reason="the shared cases are not here")
@pytest.mark.parametrize("kind", FORMATS)
def test_case_exports(recorded, tmp_path, kind):
    check(kind, recorded, tmp_path)
