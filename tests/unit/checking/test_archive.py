"""What is audited against: a folder of files, with or without a list of them."""

import pytest

from provtrack.checking import OpenedSources, archive_of_folder
from provtrack.errors import UsageError
from provtrack.importers.source_lists import ListedSource
from provtrack.model.quotation import Passage
from provtrack.model.text import Span


def unheard(words: str) -> None:
    raise AssertionError(words)


def test_files_of_a_folder_are_documents_of_their_own(tmp_path):
    (tmp_path / "a.txt").write_text("One.\n\nTwo.", "utf-8")
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "b.txt").write_text("Three.", "utf-8")
    (tmp_path / ".hidden.txt").write_text("Four.", "utf-8")
    archive = archive_of_folder(tmp_path, around=tmp_path, tell=unheard)
    opened = OpenedSources(archive)
    places = [Passage(document=d, file=f"{d}.txt", span=Span(0, 1)) for d in ("a", "part/b")]
    assert [one.source.document for one in archive.texts] == ["a", "part/b"]
    assert [opened.text_of(one).text for one in places] == ["One.\n\nTwo.", "Three."]


def test_listed_files_of_one_document_are_its_versions(tmp_path):
    for name in ("e1.txt", "e2.txt"):
        (tmp_path / name).write_text("One.", "utf-8")
    listed = [
        ListedSource(file="e1.txt", document="d", siglum="E1", title="A letter"),
        ListedSource(file="e2.txt", document="d", siglum="E2", translator="M. Lowe"),
    ]
    archive = archive_of_folder(tmp_path, listed, around=tmp_path, tell=unheard)
    assert [(one.source.document, one.source.siglum) for one in archive.texts] == [
        ("d", "E1"),
        ("d", "E2"),
    ]
    (document,) = archive.catalogue
    assert (document.sigla, document.translators) == (("E1", "E2"), (("E2", "M. Lowe"),))


def test_a_file_that_cannot_be_read_is_said_and_left_out(tmp_path):
    (tmp_path / "a.docx").write_bytes(b"no archive")
    said: list[str] = []
    archive = archive_of_folder(tmp_path, around=tmp_path, tell=said.append)
    assert archive.texts == ()
    assert len(said) == 1
    assert "a.docx" in said[0]


def test_a_listed_file_outside_the_folder_is_refused(tmp_path):
    (tmp_path / "inside").mkdir()
    with pytest.raises(UsageError, match="outside"):
        archive_of_folder(
            tmp_path / "inside", [ListedSource(file="../x.txt")], around=tmp_path, tell=unheard
        )
