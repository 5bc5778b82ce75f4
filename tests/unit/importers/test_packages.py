"""What somebody sent is read whole, or refused with the name of the file that is at fault."""

import os
import stat
import zipfile

import pytest

from provtrack.errors import FormatError, ProvtrackError, UsageError
from provtrack.exporters.document_formats import FOLDER_FORMATS
from provtrack.exporters.writing import write_folder
from provtrack.importers.package_files import read_package_files
from provtrack.importers.packages import read_package
from provtrack.packing import whole_of
from tests.acts import act, first_act, next_act, store_with, version_files

WAYS = [(kind, ending) for kind in FOLDER_FORMATS for ending in ("", ".zip")]


@pytest.fixture
def package(tmp_path):
    """A document with a correction and a source file of a troublesome name."""
    name = "texts/R/source/100 % «л. 12 об.» & more.html"
    page = {**version_files("R", "Нет."), name: b"<p>"}
    return store_with(tmp_path, first_act(), next_act(), act(page)).package("oder-1962")


@pytest.fixture(params=WAYS, ids="".join)
def sent(request, package, tmp_path):
    """The document in each format, as a folder and as an archive."""
    kind, ending = request.param
    path = tmp_path / f"sent{ending}"
    write_folder(path, FOLDER_FORMATS[kind](whole_of(package)))
    return path


def folder_of(package, tmp_path, kind="folder"):
    write_folder(tmp_path / "sent", FOLDER_FORMATS[kind](whole_of(package)))
    return tmp_path / "sent"


def archive(tmp_path, *members):
    with zipfile.ZipFile(tmp_path / "sent.zip", "w") as written:
        for name, content in members:
            written.writestr(name, content)
    return tmp_path / "sent.zip"


def test_package_is_the_same_again(sent, package):
    assert read_package(sent) == package


def test_same_document_gives_the_same_bytes(tmp_path, package):
    for name in ("a/x.zip", "b/x.zip"):
        (tmp_path / name).parent.mkdir()
        write_folder(tmp_path / name, FOLDER_FORMATS["bagit"](whole_of(package)))
    assert (tmp_path / "a/x.zip").read_bytes() == (tmp_path / "b/x.zip").read_bytes()


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "texts/desktop.ini"])
def test_what_systems_strew_is_left_out(tmp_path, package, name):
    folder = folder_of(package, tmp_path)
    (folder / name).write_bytes(b"\0")
    assert read_package(folder) == package


def test_missing_file_of_a_bag_is_named(tmp_path, package):
    folder = folder_of(package, tmp_path, "bagit")
    (folder / "data/texts/E1/text.txt").unlink()
    with pytest.raises(FormatError, match=r"data/texts/E1/text\.txt is missing"):
        read_package(folder)


def test_bag_without_its_declaration_is_no_bag(tmp_path, package):
    folder = folder_of(package, tmp_path, "bagit")
    (folder / "bagit.txt").unlink()
    with pytest.raises(FormatError, match=r"bagit\.txt is missing"):
        read_package(folder)


def test_damaged_file_of_a_bag_is_named_with_both_digests(tmp_path, package):
    folder = folder_of(package, tmp_path, "bagit")
    (folder / "data/texts/E1/text.txt").write_text("We shall dance.")
    with pytest.raises(FormatError, match=r"text\.txt is damaged: its sha512 should be"):
        read_package(folder)


@pytest.mark.parametrize("outside", ["../x.txt", "/etc/passwd", "file:///etc/passwd", "a/%2e%2e/x"])
def test_crate_with_a_path_outside_is_refused(tmp_path, package, outside):
    folder = folder_of(package, tmp_path, "ro-crate")
    path = folder / "ro-crate-metadata.json"
    path.write_text(path.read_text("utf-8").replace('"README.txt"', f'"{outside}"'), "utf-8")
    with pytest.raises(FormatError, match="it leads outside"):
        read_package(folder)


def test_crate_that_lacks_what_it_describes_is_refused(tmp_path, package):
    folder = folder_of(package, tmp_path, "ro-crate")
    (folder / "texts/E1/text.txt").unlink()
    with pytest.raises(FormatError, match=r"texts/E1/text\.txt is missing: ro-crate-metadata"):
        read_package(folder)


@pytest.mark.parametrize("content", ["[]", "{}", '{"@graph": 1}', '{"@graph": [{}]}', "{"])
def test_metadata_that_is_none_is_refused(tmp_path, package, content):
    folder = folder_of(package, tmp_path, "ro-crate")
    (folder / "ro-crate-metadata.json").write_text(content)
    with pytest.raises(FormatError, match="ro-crate-metadata"):
        read_package(folder)


@pytest.mark.parametrize(
    "name", ["../x.txt", "/etc/x", "a/../../x", "C:\\x", "C:x", "a\\..\\x", "\\\\server\\x"]
)
def test_archive_with_a_path_outside_is_refused(tmp_path, name):
    with pytest.raises(FormatError, match=r"leads outside|another place"):
        read_package(archive(tmp_path, (name, "x")))


def test_archive_with_a_link_is_refused(tmp_path):
    link = zipfile.ZipInfo("provtrack.json")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(FormatError, match="is a link"):
        read_package(archive(tmp_path, (link, "/etc/passwd")))


def test_archive_with_names_that_are_one_is_refused(tmp_path):
    with pytest.raises(FormatError, match="one file on some systems"):
        read_package(archive(tmp_path, ("a/x", "1"), ("a/X", "2")))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_archive_with_a_name_twice_is_refused(tmp_path):
    with pytest.raises(FormatError, match="twice"):
        read_package(archive(tmp_path, ("x", "1"), ("x", "2")))


def test_archive_that_explodes_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "sent.zip", "w", zipfile.ZIP_DEFLATED) as written:
        written.writestr("provtrack.json", bytes(2 << 20))
    with pytest.raises(FormatError, match="more files or bytes than any document"):
        read_package_files(tmp_path / "sent.zip", max_bytes=1 << 20)


def test_folder_that_is_too_large_is_refused(tmp_path, package):
    with pytest.raises(FormatError, match="more files or bytes than any document"):
        read_package_files(folder_of(package, tmp_path), max_bytes=100)


def test_archive_with_too_many_files_is_refused(tmp_path):
    with pytest.raises(FormatError, match="more files or bytes than any document"):
        read_package_files(archive(tmp_path, ("a", ""), ("b", ""), ("c", "")), max_files=2)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_folder_with_a_link_is_refused(tmp_path, package):
    folder = folder_of(package, tmp_path)
    (folder / "more.txt").symlink_to("/etc/passwd")
    with pytest.raises(FormatError, match=r"more\.txt in .* is a link"):
        read_package(folder)


def test_truncated_archive_is_refused(tmp_path, package):
    path = tmp_path / "sent.zip"
    write_folder(path, FOLDER_FORMATS["folder"](whole_of(package)))
    content = bytearray(path.read_bytes())
    content[60:200] = bytes(140)
    path.write_bytes(content)
    with pytest.raises(ProvtrackError, match=r"damaged|another place|leads outside"):
        read_package(path)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "does not exist"),
        (lambda path: path.write_text("Dear Ines"), "neither a folder nor a ZIP"),
        (lambda path: path.mkdir(), "not a document provtrack exported"),
    ],
)
def test_what_is_no_package_is_refused(tmp_path, make, words):
    make(tmp_path / "sent")
    with pytest.raises((UsageError, FormatError), match=words):
        read_package(tmp_path / "sent")
