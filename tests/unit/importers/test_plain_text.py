"""Plain text: the decoded file with LF line ends, nothing else."""

import pytest

from provtrack.errors import FormatError
from provtrack.importers import read_content


def text_of(content: bytes, **options: str) -> str:
    """The recorded text of plain text."""
    return read_content(content, "a.txt", format="text", **options).versions[0].text


def test_crlf_and_cr_become_lf():
    assert text_of(b"one\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


def test_blanks_at_line_ends_and_empty_lines_stay():
    assert text_of(b"\n  one  \n\n\n\ntwo\t\n") == "\n  one  \n\n\n\ntwo\t\n"


def test_text_is_not_composed_to_nfc():
    assert text_of("e\u0301".encode()) == "e\u0301"


def test_byte_order_mark_is_no_text():
    assert text_of(b"\xef\xbb\xbfone") == "one"


def test_only_white_space_is_refused_as_empty():
    with pytest.raises(FormatError, match=r"a\.txt: the file is empty"):
        text_of(b" \r\n\t ")


def test_a_file_says_nothing_of_language_or_kind():
    version = read_content(b"Some words.", "a.txt").versions[0]
    assert (version.language, version.kind, version.siglum) == (None, None, None)
