"""Writing a report: in one step, never over a stranger's file; reading its sources back."""

import pytest

from provtrack.errors import AlreadyHeldError, FormatError, UsageError
from provtrack.reporting import made_from, render, write_page
from tests.golden import letter

PAGE = "a page"


def test_a_page_is_written_as_utf8(tmp_path):
    write_page("лёд", tmp_path / "a.html")
    assert (tmp_path / "a.html").read_bytes() == "лёд".encode()


def test_chunks_are_written_as_one_page(tmp_path):
    write_page(iter(["a ", "page"]), tmp_path / "a.html")
    assert (tmp_path / "a.html").read_text() == PAGE


def test_nothing_but_the_page_stays_behind(tmp_path):
    write_page(PAGE, tmp_path / "a.html")
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_another_file_is_not_replaced(tmp_path):
    (tmp_path / "a.html").write_text("mine")
    with pytest.raises(AlreadyHeldError, match="--force"):
        write_page(PAGE, tmp_path / "a.html", replace_report=True)
    assert (tmp_path / "a.html").read_text() == "mine"


def test_another_file_is_replaced_if_asked(tmp_path):
    (tmp_path / "a.html").write_text("mine")
    write_page(PAGE, tmp_path / "a.html", force=True)
    assert (tmp_path / "a.html").read_text() == PAGE


def test_a_report_of_ours_may_be_replaced(tmp_path):
    path = tmp_path / "a.html"
    write_page(render(letter.two_translations()), path)
    write_page(PAGE, path, replace_report=True)
    assert path.read_text() == PAGE


def test_the_same_bytes_may_always_be_written(tmp_path):
    write_page(PAGE, tmp_path / "a.html")
    write_page(PAGE, tmp_path / "a.html")


def test_a_folder_is_refused_in_one_sentence(tmp_path):
    with pytest.raises(UsageError, match="is a folder"):
        write_page(PAGE, tmp_path)


def test_a_place_that_does_not_exist_is_refused_in_one_sentence(tmp_path):
    with pytest.raises(UsageError, match="cannot write"):
        write_page(PAGE, tmp_path / "nowhere" / "a.html")


def test_a_report_tells_what_it_was_made_from(tmp_path):
    collation = letter.two_translations()
    write_page(render(collation), tmp_path / "a.html")
    base, witness = made_from(tmp_path / "a.html")
    assert (base.document, base.siglum, base.revision) == ("port-amsel-1911", "E1", 1)
    assert witness.text_sha256 == collation.witnesses[0].text_sha256
    assert base.head == collation.base.head


def test_a_file_that_is_no_report_is_refused(tmp_path):
    (tmp_path / "a.html").write_text("<p>Hello</p>")
    with pytest.raises(FormatError, match="not a report"):
        made_from(tmp_path / "a.html")


def test_a_report_that_does_not_exist_is_named_in_one_sentence(tmp_path):
    with pytest.raises(UsageError, match=r"^there is no report .*nowhere\.html") as fault:
        made_from(tmp_path / "nowhere.html")
    assert "Errno" not in str(fault.value)


def test_a_folder_is_not_read_as_a_report(tmp_path):
    with pytest.raises(UsageError, match="Is a directory"):
        made_from(tmp_path)


def test_a_binary_file_is_refused(tmp_path):
    (tmp_path / "a.html").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FormatError, match="cannot be read"):
        made_from(tmp_path / "a.html")


def test_a_source_that_cannot_be_read_is_refused(tmp_path):
    (tmp_path / "a.html").write_text('<meta name="provtrack-source" content="{">')
    with pytest.raises(FormatError, match="cannot be read"):
        made_from(tmp_path / "a.html")
