"""The versions of a document as CSL-JSON."""

import json

import pytest

from provtrack.exporters.csl_json import csl_date, document_to_csl
from provtrack.model.document import Document, PrintedDate
from provtrack.model.stored import dump
from provtrack.packing import whole_of
from tests.acts import act, store_with, version_files
from tests.documents import REFERENCE, whole_document


@pytest.fixture
def items(tmp_path):
    return {item["id"]: item for item in json.loads(document_to_csl(whole_document(tmp_path)))}


def test_each_version_is_an_item(items):
    assert list(items) == ["oder-1962:1-en", "oder-1962:R"]


def test_item_says_where_the_original_is(items):
    item = items["oder-1962:1-en"]
    assert item["archive"] == "АВП РФ"
    assert item["archive_collection"] == "90"
    assert REFERENCE in item["note"]


def test_item_names_author_and_translator(items):
    item = items["oder-1962:1-en"]
    assert item["author"] == [{"literal": "Ines Vahl"}]
    assert item["translator"] == [{"literal": "Ivo Kern"}]
    assert item["container-title"] == "Bulletin 3"


def test_abstract_is_not_said_to_be_by_the_translator_whom_the_reference_credits(tmp_path):
    credited = Document(id="oder-1962", references=("RGANI, f. 5, d. 2. Translated by Ivo Kern.",))
    files = {"document.json": dump(credited), **version_files("A", kind="abstract")}
    store = store_with(tmp_path, act(files))
    (item,) = json.loads(document_to_csl(whole_of(store.package("oder-1962"))))
    assert "translator" not in item


def test_title_is_in_the_language_of_the_version(items):
    assert items["oder-1962:R"]["title"] == "Запись беседы"
    assert items["oder-1962:1-en"]["title"] == "A talk"


def test_document_without_versions_is_an_item(tmp_path):
    store = store_with(tmp_path, act({"document.json": dump(Document(id="oder-1962"))}))
    (item,) = json.loads(document_to_csl(whole_of(store.package("oder-1962"))))
    assert (item["id"], item["title"]) == ("oder-1962", "oder-1962")


@pytest.mark.parametrize(
    ("edtf", "written"),
    [
        ("1962-05-02", {"date-parts": [[1962, 5, 2]]}),
        ("1962-05", {"date-parts": [[1962, 5]]}),
        ("1962~", {"date-parts": [[1962]], "circa": True}),
        ("1962-05?/1963", {"date-parts": [[1962, 5], [1963]], "circa": True}),
        ("1962-22", {"date-parts": [[1962]], "season": 2}),
        ("1962-05-21", {"date-parts": [[1962, 5, 21]]}),
        ("1962-22/1963", {"literal": "in the sixties"}),
        ("1962-35", {"literal": "in the sixties"}),
        ("1962-05-XX", {"date-parts": [[1962, 5]]}),
        ("-0043", {"date-parts": [[-43]]}),
        ("196X", {"literal": "in the sixties"}),
        ("1962/..", {"literal": "in the sixties"}),
        (None, {"literal": "in the sixties"}),
    ],
)
def test_date_is_in_numbers_where_it_has_them(edtf, written):
    assert csl_date(PrintedDate(edtf=edtf, verbatim="in the sixties")) == written
