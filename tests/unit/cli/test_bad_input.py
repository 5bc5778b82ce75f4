"""Bad input: one clear sentence, exit code 2 or 3, the store as it was."""

import io
import json
import os
import zipfile
from contextlib import contextmanager

import pytest

from tests.unit.cli.conftest import digest_of

NEW = ("--document", "oder-1962", "--siglum", "E9", "--kind", "translation", "--language", "en")

NOBODY = 65534


def refused(ran, project, before, *words):
    """Check a refusal: its code, its length, its words, and that nothing was written."""
    assert ran.code in (2, 3), ran
    sentence = ran.err.strip()
    assert 1 <= len(sentence.splitlines()) <= 2, sentence
    assert "Traceback" not in sentence
    for word in words:
        assert word in sentence, sentence
    assert digest_of(project / "versions") == before


def write_file(project, name, content):
    (project / name).write_bytes(content)
    return name


def bomb() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"<w:p>" + b" " * 300_000_000)
    return stream.getvalue()


ENTITIES = b"""<?xml version="1.0"?>
<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>&b;&c;</p></body></text></TEI>
"""


@contextmanager
def as_somebody_without_rights(folder):
    """Take the right to write from a folder, and from root its power to write all the same."""
    before = digest_of(folder)
    places = [folder, *folder.rglob("*")]
    opened = [p for p in folder.parents if p.stat().st_uid == os.geteuid() and p != p.parent]
    modes = {place: place.stat().st_mode for place in [*places, *opened]}
    is_root = os.geteuid() == 0
    try:
        for place in opened:
            place.chmod(place.stat().st_mode | 0o055)
        for place in places:
            place.chmod(0o555 if place.is_dir() else 0o444)
        if is_root:
            os.seteuid(NOBODY)
        yield before
    finally:
        if is_root:
            os.seteuid(0)
        for place, mode in modes.items():
            place.chmod(mode)


FILES = {
    "an empty file": ("empty.txt", b"", "empty"),
    "white space only": ("blank.txt", b" \n\n \n", "blank.txt"),
    "a binary file": (
        "photo.txt",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(200),
        "photo.txt",
    ),
    "a wrong encoding": ("odd.txt", b"caf\xe9 \x81\x8d na\xefve", "odd.txt"),
    "XML with entities": ("entities.xml", ENTITIES, "entit"),
    "a broken DOCX": ("broken.docx", b"PK\x03\x04" + bytes(30), "broken.docx"),
}


@pytest.mark.parametrize(("name", "content", "word"), FILES.values(), ids=FILES.keys())
def test_a_file_that_cannot_be_read_is_refused(run, project, name, content, word):
    before = digest_of(project / "versions")
    write_file(project, name, content)
    refused(run("record", name, *NEW), project, before, word)


def test_a_docx_bomb_is_refused(run, project):
    before = digest_of(project / "versions")
    write_file(project, "bomb.docx", bomb())
    refused(run("record", "bomb.docx", *NEW), project, before, "bomb.docx")


def test_a_file_of_200_megabytes_is_refused(run, project):
    before = digest_of(project / "versions")
    with (project / "long.txt").open("wb") as stream:
        stream.truncate(200_000_000)
    refused(run("record", "long.txt", *NEW), project, before, "long.txt")


def test_a_folder_is_refused(run, project):
    before = digest_of(project / "versions")
    refused(run("record", ".", *NEW), project, before, "folder")


def test_a_missing_file_is_refused(run, project):
    before = digest_of(project / "versions")
    refused(run("record", "nowhere.txt", *NEW), project, before, "nowhere.txt")


def test_an_unknown_siglum_is_refused_with_those_there_are(run, project):
    before = digest_of(project / "versions")
    refused(run("compare", "oder-1962:R", "oder-1962:E7"), project, before, "E7", "E1")


def test_an_unknown_document_is_refused(run, project):
    before = digest_of(project / "versions")
    refused(run("show", "elbe-1945"), project, before, "elbe-1945")


def test_a_version_recorded_twice_is_refused_with_the_way_to_correct_it(run, project):
    before = digest_of(project / "versions")
    ran = run(
        "record", "e1.txt", "--document", "oder-1962", "--siglum", "E1", "--kind", "translation",
        "--language", "en",
    )  # fmt: skip
    refused(ran, project, before, "E1", "correct")


@pytest.mark.parametrize("name", ["../oder", "a/../../b", "/etc", "Oder", "con", "a" * 300, ""])
def test_a_document_name_that_leaves_the_store_is_refused(run, project, name):
    before = digest_of(project / "versions")
    ran = run(
        "record", "e1.txt", "--document", name, "--siglum", "E", "--kind", "translation",
        "--language", "en",
    )  # fmt: skip
    refused(ran, project, before)


@pytest.mark.parametrize("name", ["../R", "R/..", "..", "e1", "nul"])
def test_a_siglum_that_cannot_be_is_refused(run, project, name):
    before = digest_of(project / "versions")
    ran = run(
        "record", "r.txt", "--document", "oder-1962", "--siglum", name, "--kind", "transcription",
        "--language", "ru",
    )  # fmt: skip
    refused(ran, project, before)


def test_a_damaged_inventory_is_refused(run, project):
    inventory = project / "versions/oder-1962/inventory.json"
    inventory.write_bytes(inventory.read_bytes()[:100])
    before = digest_of(project / "versions")
    refused(run("record", "e1.txt", *NEW), project, before, "inventory.json")


def test_a_store_of_a_newer_format_is_refused(run, project):
    (project / "versions/0=ocfl_1.1").rename(project / "versions/0=ocfl_9.0")
    before = digest_of(project / "versions")
    refused(run("list"), project, before)


def test_a_version_file_of_a_newer_format_is_refused(run, project):
    path = next((project / "versions/oder-1962").rglob("E1/version.json"))
    fields = json.loads(path.read_bytes())
    path.write_text(json.dumps({**fields, "format": 99}), "utf-8")
    before = digest_of(project / "versions")
    refused(run("show", "oder-1962"), project, before)


def test_a_read_only_store_is_refused(run, project):
    with as_somebody_without_rights(project / "versions") as before:
        refused(run("record", "e1.txt", *NEW), project, before, "versions")


def test_no_store_here_says_how_to_make_one(run, tmp_path):
    ran = run("list")
    assert ran.code == 2
    assert "provtrack init" in ran.err


def test_wrong_use_of_an_option_exits_with_2(run):
    assert run("compare").code == 2
    assert run("list", "--format", "xml").code == 2
