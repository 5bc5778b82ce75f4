"""Whatever is sent as a package, it is the document that was exported or one of our errors."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provtrack.errors import ProvtrackError
from provtrack.exporters.document_formats import FOLDER_FORMATS
from provtrack.exporters.writing import zipped
from provtrack.importers.bag import check_bag
from provtrack.importers.packages import read_package
from tests.documents import whole_document

MANY = settings(max_examples=50, deadline=None)


@pytest.fixture(scope="module")
def archives(tmp_path_factory):
    """The invented document in each format, as an archive (paths: hypothesis prints arguments)."""
    place = tmp_path_factory.mktemp("archives")
    whole = whole_document(place)
    for kind, write in FOLDER_FORMATS.items():
        (place / f"{kind}.zip").write_bytes(zipped(write(whole), top="sent/"))
    return place


@pytest.fixture(scope="module")
def bag(tmp_path_factory):
    """The files of a bag, behind a function (hypothesis prints arguments)."""
    files = FOLDER_FORMATS["bagit"](whole_document(tmp_path_factory.mktemp("store")))
    return lambda: dict(files)


@MANY
@given(
    kind=st.sampled_from(sorted(FOLDER_FORMATS)),
    # Many in the directory at the end, where archives are most easily confused.
    changes=st.lists(
        st.tuples(st.integers(0, 3000) | st.integers(0, 10**6), st.integers(0, 255)), min_size=1
    ),
    end=st.sampled_from([None, -1, -40, 500]),
)
def test_altered_archive_is_refused_or_the_same_document(
    archives, tmp_path_factory, kind, changes, end
):
    content = bytearray((archives / f"{kind}.zip").read_bytes())
    for from_the_end, value in changes:
        content[-1 - from_the_end % len(content)] = value
    path = Path(tmp_path_factory.getbasetemp()) / "altered.zip"
    path.write_bytes(content[:end])
    with suppress(ProvtrackError):
        assert read_package(path) == read_package(archives / f"{kind}.zip")


@MANY
@given(garbage=st.binary(max_size=80) | st.text(max_size=80).map(str.encode), data=st.data())
def test_garbage_in_a_tag_file_is_a_finding_or_nothing(bag, garbage, data):
    names = ["bagit.txt", "bag-info.txt", "manifest-sha512.txt", "tagmanifest-sha512.txt"]
    name = data.draw(st.sampled_from([*names, "fetch.txt", "manifest-md5.txt"]))
    found = check_bag({**bag(), name: garbage})
    assert all(finding.code.startswith("BAG") for finding in found)


@MANY
@given(content=st.binary(max_size=300))
def test_any_file_is_refused_in_our_words(tmp_path_factory, content):
    path = Path(tmp_path_factory.getbasetemp()) / "sent.zip"
    path.write_bytes(content)
    with pytest.raises(ProvtrackError):
        read_package(path)
