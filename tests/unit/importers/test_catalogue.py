"""Catalogues: rows from CSV, JSON lines and TOML; all faults at once."""

import pytest

from provtrack.errors import FormatError, UsageError
from provtrack.importers import read_catalogue
from provtrack.importers.catalogue import COLUMNS
from provtrack.recording.options import KNOWN

ROW = {
    "file": ("a.txt",),
    "document": ("note-1961",),
    "siglum": ("E1",),
    "translator": ("Ann Lee", "Bo Ray"),
    "title": ("One | two",),
}
CSV = "file,document,siglum,translator,title,note\na.txt,note-1961,E1,Ann Lee | Bo Ray,One | two,\n"
JSONL = (
    '{"file": "a.txt", "document": "note-1961", "siglum": "E1", '
    '"translator": ["Ann Lee", "Bo Ray"], "title": "One | two"}\n'
)
TOML = (
    '[[version]]\nfile = "a.txt"\ndocument = "note-1961"\nsiglum = "E1"\n'
    'translator = ["Ann Lee", "Bo Ray"]\ntitle = "One | two"\n'
)


def written(folder, name: str, content: str):
    """Write a catalogue beside a text."""
    (folder / "a.txt").write_text("One.", encoding="utf-8")
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def faults(folder, name: str, content: str) -> str:
    """The message with all faults of a catalogue."""
    with pytest.raises(FormatError) as caught:
        read_catalogue(written(folder, name, content))
    return str(caught.value)


def test_columns_are_the_options_of_record():
    assert KNOWN | {"file"} == COLUMNS


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("c.csv", CSV),
        ("c.csv", "\ufeff" + CSV),
        ("c.csv", CSV.replace(",", ";")),
        ("c.tsv", CSV.replace(",", "\t")),
        ("c.csv", CSV.replace("\n", "\r\n") + "\r\n\r\n"),
        ("c.jsonl", JSONL),
        ("c.toml", TOML),
        ("c.toml", TOML.replace("[[version]]", "[[versions]]")),
        ("catalogue", JSONL),
        ("catalogue", TOML),
        ("catalogue", CSV),
    ],
)
def test_all_forms_give_the_same_rows(tmp_path, name, content):
    assert [dict(row) for row in read_catalogue(written(tmp_path, name, content))] == [ROW]


def test_column_names_may_be_written_like_options(tmp_path):
    rows = read_catalogue(written(tmp_path, "c.csv", "File,Derived-From\na.txt,R | E1\n"))
    assert dict(rows[0]) == {"file": ("a.txt",), "derived_from": ("R", "E1")}


def test_all_faults_are_told_at_once(tmp_path):
    message = faults(
        tmp_path, "c.csv", "file,colour\na.txt,red\n,blue\nb.txt,\n../c.txt,\n/d.txt,\n"
    )
    assert "row 1 (line 2): unknown column 'colour' (and in 4 more rows)" in message
    assert "row 2 (line 3): it names no file" in message
    assert "there is no file 'b.txt'" in message
    assert "'../c.txt' lies outside" in message
    assert "'/d.txt' lies outside" in message
    assert "Columns are: abstracter, agent" in message


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("c.csv", "file\n", "it has no rows"),
        ("c.csv", "file,siglum\na.txt,E1,more\n", "3 cells, but 2 columns"),
        ("c.csv", 'file\n"a.txt\n', "not CSV"),
        ("c.csv", "file,file\na.txt,a.txt\n", "'file' is there twice"),
        ("c.csv", "siglum\nE1\n", "it names no file"),
        ("c.jsonl", '{"file": "a.txt"\n', r"row 1 (line 1): not JSON"),
        ("c.jsonl", '["a.txt"]\n', "not a JSON object"),
        ("c.jsonl", '{"file": "a.txt", "title": "\\ud800"}\n', "'title' holds half a character"),
        ("c.jsonl", '{"file": {"a": 1}}\n', "'file' is neither text nor a list"),
        ("c.jsonl", '{"file": "a.txt", "file": "a.txt"}\n', "'file' is there twice"),
        ("c.jsonl", '{"file": ["a.txt", "b.txt"]}\n', "'file' takes one value, not 2"),
        ("c.jsonl", "{" + '"a":[' * 5000 + "\n", "not JSON"),
        ("c.toml", "file = \n", "not TOML"),
        ("c.toml", '[version]\nfile = "a.txt"\n', "'version' is no list of tables"),
        ("c.csv", "file\na\x1b.txt\n", "there is no file"),
    ],
)
def test_faults_name_row_and_column(tmp_path, name, content, words):
    assert words in faults(tmp_path, name, content)


def test_many_faults_are_counted(tmp_path):
    assert "and 30 more." in faults(tmp_path, "c.csv", "file\n" + "b.txt\n" * 50)


def test_link_out_of_the_folder_is_refused(tmp_path):
    folder = tmp_path / "inside"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("One.", encoding="utf-8")
    (folder / "b.txt").symlink_to(tmp_path / "secret.txt")
    assert "lies outside" in faults(folder, "c.csv", "file\nb.txt\n")


def test_files_outside_are_read_if_allowed(tmp_path):
    path = written(tmp_path, "c.csv", f"file\n{tmp_path / 'a.txt'}\n")
    assert len(read_catalogue(path, allows_outside=True)) == 1


def test_part_of_a_volume_may_be_named(tmp_path):
    path = written(tmp_path, "c.csv", "file\na.txt#d85\n")
    assert read_catalogue(path)[0]["file"] == ("a.txt#d85",)


def test_missing_catalogue_is_one_sentence(tmp_path):
    with pytest.raises(UsageError, match="there is no such file"):
        read_catalogue(tmp_path / "c.csv")


def test_empty_catalogue_is_one_sentence(tmp_path):
    with pytest.raises(FormatError, match="the file is empty"):
        read_catalogue(written(tmp_path, "c.csv", ""))


@pytest.mark.parametrize(
    ("column", "word", "fault"),
    [
        ("document", "Oder 1962", "row 1 (line 2): not a document id: 'Oder 1962'."),
        ("siglum", "E_1", "row 1 (line 2): not a siglum: 'E_1'."),
        ("kind", "poem", "row 1 (line 2): not a kind: 'poem'. It is one of transcription,"),
        ("extent", "half", "row 1 (line 2): not an extent: 'half'."),
        ("language", "klingonish", "row 1 (line 2): not a language tag (BCP 47): 'klingonish'"),
        ("date", "1962-13-45", "row 1 (line 2): not a date: '1962-13-45'."),
        ("charset", "klingon", "row 1 (line 2): no character set of texts is called 'klingon'."),
        ("format", "rtf", "row 1 (line 2): no importer reads the format 'rtf'"),
        ("title", "a\x1bb", "row 1 (line 2): the column 'title' has a control character (U+001B)"),
    ],
)
def test_word_that_cannot_be_is_a_fault_before_anything_is_recorded(tmp_path, column, word, fault):
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "c.csv").write_text(f"file,{column}\na.txt,{word}\n")
    with pytest.raises(FormatError) as raised:
        read_catalogue(tmp_path / "c.csv")
    assert fault in str(raised.value)


def test_faults_of_words_and_files_are_told_at_once(tmp_path):
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "c.csv").write_text("file,kind,date\na.txt,poem,autumn\nb.txt,edition,1962-02-30\n")
    with pytest.raises(FormatError) as raised:
        read_catalogue(tmp_path / "c.csv")
    assert [line.split(":")[1].strip() for line in str(raised.value).splitlines()[1:]] == [
        "not a kind",
        "not a date",
        "there is no file 'b.txt'.",
    ]
