"""ZIP packages: every form of bomb, damage and path trick ends in one sentence."""

import io
import zipfile

import pytest

from provtrack.errors import FormatError
from provtrack.importers.zip_package import mimetype_of, unpack
from tests.unit.importers.packages import with_mimetype, zipped


def everything(path: str) -> bool:
    return True


def test_only_wanted_parts_are_unpacked():
    parts = unpack(zipped({"a.xml": "A", "b.png": "B"}), "a.odt", wanted=lambda p: p == "a.xml")
    assert parts == {"a.xml": b"A"}


@pytest.mark.parametrize(
    "path", ["../a.xml", "/a.xml", "a/../../b.xml", "C:/a.xml", "a/..", "..\\a.xml"]
)
def test_paths_that_lead_outside_are_refused(path):
    with pytest.raises(FormatError, match="has a path that leads outside"):
        unpack(zipped({path: "A"}), "a.odt", wanted=everything)


def test_dots_inside_a_name_are_no_path():
    assert unpack(zipped({"a..b.xml": "A"}), "a.odt", wanted=everything) == {"a..b.xml": b"A"}


def test_bombs_are_refused_before_they_are_unpacked():
    with pytest.raises(FormatError, match="as in a ZIP bomb"):
        unpack(zipped({"content.xml": b" " * 3_000_000}), "a.odt", wanted=everything)


def test_too_many_members_are_refused():
    with pytest.raises(FormatError, match="it packs 2001 files into one"):
        unpack(zipped({f"{n}": "" for n in range(2001)}), "a.odt", wanted=everything)


def test_encrypted_packages_are_refused():
    data = bytearray(zipped({"a": "A"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(FormatError, match="it is encrypted"):
        unpack(bytes(data), "a.odt", wanted=everything)


def test_a_part_that_is_there_twice_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("a", "one")
        with pytest.warns(UserWarning, match="Duplicate name"):
            package.writestr("a", "two")
    with pytest.raises(FormatError, match="'a' is there twice"):
        unpack(buffer.getvalue(), "a.odt", wanted=everything)


def test_cut_packages_are_refused():
    with pytest.raises(FormatError, match="a damaged ZIP package"):
        unpack(zipped({"a": "A"})[:-10], "a.odt", wanted=everything)


def test_a_package_says_what_it_is_in_its_first_member():
    assert mimetype_of(with_mimetype("application/epub+zip", {"a": "A"})) == "application/epub+zip"
    assert mimetype_of(zipped({"a": "A"})) == ""
