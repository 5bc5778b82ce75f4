"""Notes are read as a reader reads them, whatever the markup; places lead back to the file."""

import pytest

from provtrack.citing import KnownDocuments, cited_works, resolve
from provtrack.importers import read_publication_content
from provtrack.model.publication import Publication
from tests.unit.citing.test_resolving import CATALOGUE, documents, noted, resolved

FILES = {
    "a.tex": r"So.\footnote{\emph{FRUS}, 1961--1963, vol.~XI, doc.~41.} And.\footnote{Ibid.}",
    "a.html": (
        '<p>So.<a href="#fn1">1</a> And.<a href="#fn2">2</a></p><ol><li id="fn1">1. <i>FRUS</i>, '
        '1961&ndash;1963, vol.&nbsp;XI, doc.&nbsp;41.</li><li id="fn2">2. Ibid.</li></ol>'
    ),
    "a.md": "So.[^1] And.[^2]\n\n[^1]: *FRUS*, 1961&ndash;1963, vol. XI, doc. 41.\n\n[^2]: Ibid.\n",
}


def read(name: str) -> Publication:
    return read_publication_content(FILES[name].encode(), name)


@pytest.mark.parametrize("name", FILES)
def test_markup_hides_no_reference(name):
    found = resolve(cited_works(read(name)), KnownDocuments.of(CATALOGUE))
    assert [one.document for one in found] == ["memo-41", "memo-41"]


@pytest.mark.parametrize("name", FILES)
def test_the_place_of_a_work_is_that_of_its_words_in_the_file(name):
    publication = read(name)
    span = cited_works(publication)[0].span
    words = publication.text[span.start : span.end]
    assert words.lstrip("*\\emph{<i>").startswith("FRUS")
    assert words.endswith("41.")


@pytest.mark.parametrize(
    "tail", ["trans. Miriam Lowe", "emphasis added", "hereafter Vance memo", "пер. автора"]
)
def test_what_is_said_of_a_work_behind_a_semicolon_is_no_other_work(tail):
    note = f"FRUS, 1961–1963, vol. XI, Document 41; {tail}."
    assert documents(note, "Ibid.") == ["memo-41", "memo-41"]


def test_a_translator_behind_a_semicolon_names_the_version():
    note = "AVPRF, f. 0185, op. 22, p. 110, d. 7, ll. 31-36; trans. Miriam Lowe."
    assert resolved(note)[0].siglum == "E1"


@pytest.mark.parametrize(
    ("note", "count"),
    [
        ("FRUS, 1961–1963, vol. XI, doc. 41, 150–57.", 1),
        ("FRUS, 1961–1963, vol. XI, docs. 41, 43.", 2),
        ("FRUS, 1961–1963, vol. XI, doc. 41 and 43.", 2),
    ],
)
def test_pages_behind_the_number_of_a_document_are_no_documents(note, count):
    assert len(cited_works(noted(note))) == count
