"""The door: what is a file, how large, what kind; one sentence for each refusal."""

import os

import pytest

from provtrack.errors import FormatError, UsageError
from provtrack.importers import FORMATS, read, read_content
from tests.unit.importers.packages import PAGE, TELEGRAM, docx, frus, tei, w_paragraph, zipped

MAGIC = {
    "PDF": b"%PDF-1.7\n%abc",
    "image": b"\x89PNG\r\n\x1a\n\x00\x00",
    "JPEG": b"\xff\xd8\xff\xe0abc",
    "RTF": b"{\\rtf1 abc}",
    "old Word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "gzip": b"\x1f\x8b\x08abc",
    "SQLite": b"SQLite format 3\x00",
}


def test_formats_are_those_of_the_command_line():
    assert set(FORMATS) == {
        *("text", "markdown", "html", "docx", "odt", "epub", "page-xml", "alto", "latex", "pdf"),
        *("tei", "frus", "wilson-center"),
    }


def test_missing_file_is_one_sentence(tmp_path):
    with pytest.raises(UsageError, match="there is no such file"):
        read(tmp_path / "a.txt")


def test_folder_is_one_sentence(tmp_path):
    with pytest.raises(UsageError, match="it is a folder"):
        read(tmp_path)


def test_pipe_is_refused_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UsageError, match="not a regular file"):
        read(tmp_path / "pipe")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_unreadable_file_is_one_sentence(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("one", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(UsageError, match="permission denied"):
        read(path)


def test_name_with_nul_is_one_sentence(tmp_path):
    with pytest.raises(UsageError, match="cannot read"):
        read(tmp_path / "a\x00b")


def test_huge_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(FormatError, match="it has 200 MB, and the limit is 64 MB"):
        read(path)


@pytest.mark.parametrize("what", MAGIC)
def test_known_binary_files_are_named(what):
    with pytest.raises(FormatError, match=what):
        read_content(MAGIC[what], "a.txt")


def test_control_characters_are_no_text():
    with pytest.raises(FormatError, match="control character 0x01 at byte 3"):
        read_content(b"abc\x01def", "a.txt")


def test_nul_bytes_are_no_text():
    with pytest.raises(FormatError, match="no text"):
        read_content(b"abc\x00\x00\x00\x80def", "a.txt")


def test_other_zip_archives_are_refused():
    with pytest.raises(FormatError, match="ZIP archive, not a Word document"):
        read_content(zipped({"a.txt": "one"}), "a.txt")


def test_unknown_format_names_those_there_are():
    with pytest.raises(UsageError, match=r"'rtf'; there are: .*markdown"):
        read_content(b"one", "a", format="rtf")


@pytest.mark.parametrize(
    ("content", "name", "importer"),
    [
        (b"One.", "a.txt", "text"),
        (b"One.", "a", "text"),
        (b"# One", "a.md", "markdown"),
        (b"<!DOCTYPE html><p>One", "a.txt", "html"),
        (b"<p>One</p>", "a.htm", "html"),
        (tei("<p>One</p>"), "a.txt", "tei"),
        (frus(TELEGRAM), "a.xml", "frus"),
        (docx(w_paragraph("One")), "a.bin", "docx"),
        (PAGE.encode(), "a.txt", "wilson-center"),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>One", "a", "html"),
    ],
)
def test_format_is_told_from_content_then_suffix(content, name, importer):
    assert read_content(content, name).importer == importer


def test_lone_surrogate_of_a_character_reference_does_not_come_out():
    page = b"<html><body><p>a&#xD800;b</p></body></html>"
    read_content(page, "a.html").versions[0].text.encode("utf-8")


def test_name_with_a_number_sign_is_a_file_if_there_is_one(tmp_path):
    (tmp_path / "a#1.txt").write_text("one", encoding="utf-8")
    assert read(tmp_path / "a#1.txt").versions[0].text == "one"
