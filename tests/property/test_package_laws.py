"""Law: a document exported as folder, bag or crate and imported elsewhere has the same heads."""

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provtrack.errors import ProvtrackError
from provtrack.exporters.document_formats import FOLDER_FORMATS
from provtrack.exporters.writing import write_folder
from provtrack.importers.packages import read_package
from provtrack.packing import pack, unpack, whole_of
from tests.histories import acts, new_store, record_all

EXAMPLES = int(os.environ.get("PROVTRACK_EXAMPLES", "50"))  # 1,000: docs/decisions/0020
THOROUGH = settings(
    max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
histories = st.lists(acts(), max_size=6)


@pytest.mark.parametrize("kind", FOLDER_FORMATS)
@THOROUGH
@given(history=histories, ending=st.sampled_from(["", ".zip"]))
def test_exported_and_imported_document_has_the_same_heads(kind, history, ending):
    with new_store() as store, new_store() as other:
        record_all(store, history)
        whole = whole_of(store.package("oder-1962"))
        path = store.folder.parent / f"sent{ending}"
        write_folder(path, FOLDER_FORMATS[kind](whole))
        other.adopt(read_package(path))
        assert other.history("oder-1962").heads == store.history("oder-1962").heads
        assert {finding.code for finding in other.verify()} <= {"STO015"}  # times run backwards
        for number in range(1, len(history) + 2):
            held = store.history("oder-1962", number=number)
            assert dict(other.history("oder-1962", number=number).files) == dict(held.files)


@settings(max_examples=50, deadline=None)
@given(data=st.data(), history=st.lists(acts(), max_size=3), garbage=st.binary(max_size=40))
def test_any_altered_file_is_refused_and_nothing_is_imported(data, history, garbage):
    with new_store() as store, new_store() as other:
        record_all(store, history)
        files = pack(store.package("oder-1962"))
        path = data.draw(st.sampled_from(sorted(set(files) - {"README.txt", "history.txt"})))
        if files[path] == garbage:
            return
        with pytest.raises(ProvtrackError):
            other.adopt(unpack({**files, path: garbage}))
        assert other.documents() == []
