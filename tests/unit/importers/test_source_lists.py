"""Lists of sources: what is wrong in one is said with its line."""

import pytest

from provtrack.errors import FormatError
from provtrack.importers.source_lists import read_source_list


def test_json_lines_are_read(tmp_path):
    path = tmp_path / "sources.jsonl"
    path.write_text('{"file": "a.txt", "title": "A letter", "pages": 3}\n\n', "utf-8")
    (one,) = read_source_list(path)
    assert (one.file, one.title, one.document) == ("a.txt", "A letter", "")


def test_csv_is_read(tmp_path):
    path = tmp_path / "sources.csv"
    path.write_text('\ufefffile,document,date\n"a, b.txt",d1,1961-03-14\n', "utf-8")
    (one,) = read_source_list(path)
    assert (one.file, one.document, one.date) == ("a, b.txt", "d1", "1961-03-14")


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("s.jsonl", '{"file": "a"}\n{"file"', "line 2 is no JSON"),
        ("s.jsonl", "[1]", "line 1 is no JSON object"),
        ("s.jsonl", '{"title": "A"}', "names no file"),
        ("s.csv", 'file\n"a', "is no CSV"),
        ("s.csv", "title\nA\n", "names no file"),
    ],
)
def test_a_faulty_list_is_refused_with_its_line(tmp_path, name, words, said):
    path = tmp_path / name
    path.write_text(words, "utf-8")
    with pytest.raises(FormatError, match=said):
        read_source_list(path)


def test_a_list_in_another_character_set_is_refused(tmp_path):
    path = tmp_path / "s.csv"
    path.write_bytes("file\nписьмо.txt\n".encode("cp1251"))
    with pytest.raises(FormatError, match="UTF-8"):
        read_source_list(path)
