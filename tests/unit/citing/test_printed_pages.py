"""Documents known by the page of a journal, or by their translator and their day."""

import pytest

from provtrack.citing import DocumentWords, KnownDocuments, catalogued, cited_works, resolve
from provtrack.citing.printed_pages import printed_pages
from provtrack.model.citation import Citation, Ground
from tests.unit.citing.test_resolving import noted

DIARY = catalogued(
    DocumentWords(
        id="diary",
        titles=("Record of a conversation with the Minister of Ferries of Tarn",),
        dates=("1961-03-14",),
        published=(("E2", "Northern Bulletin 4 (1999), 112–14"),),
        sigla=("E1", "E2"),
        translators=(("E1", "Ruth Hallam"), ("E2", "Peter Lindqvist")),
    )
)
CABLE = catalogued(
    DocumentWords(
        id="cable",
        titles=("Cable on the border talks",),
        dates=("1961-03-14",),
        published=(("E1", "Northern Bulletin 4 (1999), 115-120"),),
        translators=(("E1", "Miriam Lowe"),),
        sigla=("E1",),
    )
)


def resolved(note: str) -> Citation:
    (found,) = resolve(cited_works(noted(note)), KnownDocuments.of([DIARY, CABLE]))
    return found


@pytest.mark.parametrize(
    "note",
    [
        "Diary of Orlev, 14 March 1961, trans. Peter Lindqvist, *Northern Bulletin* 4 (1999): 113.",
        "P. Lindqvist (trans.), Orlev diary, *Northern Bulletin* 4, 113.",
        "Orlev, “Record of a conversation,” Northern Bulletin, vol. 4 (1999): 112–14.",
        "Orlev, in: Northern  Bulletin 4 (1999), S. 114.",
    ],
)
def test_a_page_of_a_journal_names_the_document_printed_there_and_its_version(note):
    found = resolved(note)
    assert (found.document, found.siglum) == ("diary", "E2")
    assert found.grounds == (Ground.PUBLISHED_FORM,)


@pytest.mark.parametrize(
    "note",
    [
        "Orlev, *Northern Bulletin* 4 (1999): 130.",
        "Orlev, *Northern Bulletin* 5 (2000): 113.",
        "Orlev, *Southern Bulletin* 4 (1999): 113.",
        "Orlev, *Northern Bulletin* 4 (1999).",
    ],
)
def test_another_page_volume_or_journal_is_another_work(note):
    assert resolved(note).document is None


@pytest.mark.parametrize(
    ("note", "siglum"),
    [
        ("Diary of Orlev, 14 March 1961, trans. Peter Lindqvist.", "E2"),
        ("Orlev’s notes of 14 March 1961 (translated by Ruth Hallam).", "E1"),
        ("Orlev, 14. März 1961, Übers. Hallam.", "E1"),
    ],
)
def test_a_translator_and_a_day_name_the_document(note, siglum):
    found = resolved(note)
    assert (found.document, found.siglum) == ("diary", siglum)
    assert found.grounds == (Ground.TRANSLATOR_AND_DATE,)


@pytest.mark.parametrize(
    "note",
    [
        "Diary of Orlev, 15 March 1961, trans. Peter Lindqvist.",
        "Peter Hallam to Orlev, 14 March 1961.",
        "Diary of Orlev, 14 March 1961, trans. Jan Peters.",
    ],
)
def test_another_day_or_another_person_is_another_document(note):
    assert resolved(note).document is None


@pytest.mark.parametrize(
    "place",
    ["FRUS, 1961–1963, vol. VI, Document 56", "FRUS, 1961–1963, VI, pp. 147-150", "Oslo 1999"],
)
def test_a_series_or_a_place_and_year_are_no_pages(place):
    assert printed_pages(place) is None
