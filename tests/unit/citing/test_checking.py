"""A citation beside its document: what departs is said, never repaired."""

import pytest

from provtrack.citing import (
    DocumentWords,
    KnownDocuments,
    catalogued,
    check_citations,
    cited_works,
    resolve,
)
from provtrack.model.citation import CataloguedDocument
from provtrack.model.names import Severity
from tests.unit.citing.test_resolving import noted

JOURNAL = catalogued(
    DocumentWords(
        id="orlev-journal",
        titles=("Journal of Ambassador Orlev",),
        dates=("1961-03-14",),
        references=("AVPRF, f. 0185, op. 22, p. 110, d. 7, ll. 31-36",),
        published=(("E1", "FRUS, 1961–1963, vol. XI, Document 41"),),
        origins=("https://archive.example.org/document/112233",),
    )
)


def codes(*notes: str) -> list[list[str]]:
    citations = resolve(cited_works(noted(*notes)), KnownDocuments.of([JOURNAL]))
    checked = check_citations(citations, {JOURNAL.id: JOURNAL})
    return [[finding.code for finding in one.findings] for one in checked]


def test_a_sound_citation_has_no_finding():
    assert codes("AVPRF, f. 0185, op. 22, p. 110, d. 7, ll. 32-33.") == [[]]


def test_another_delo_than_the_documents_is_an_error():
    note = "FRUS, 1961–1963, XI, Document 41; also in AVPRF, f. 0185, op. 22, p. 110, d. 8, l. 32."
    assert "CIT011" in codes(note)[0]


@pytest.mark.parametrize("leaves", ["l. 40", "ll. 40-44"])
def test_leaves_outside_the_document_are_said(leaves):
    assert codes(f"AVPRF, f. 0185, op. 22, p. 110, d. 7, {leaves}.") == [["CIT012"]]


def test_another_date_than_the_documents_is_said():
    assert codes("Orlev, March 15, 1961, FRUS, 1961–1963, XI, Document 41.") == [["CIT010"]]


def test_a_year_alone_is_no_other_date():
    assert codes("Orlev, 1961, FRUS, 1961–1963, XI, Document 41.") == [[]]


def test_what_is_odd_in_the_reference_itself_is_kept():
    found = codes("AVPRF, f. 0185, op. 22, p. 110, d. 7, ll. 36-3.")[0]
    assert any(code.startswith("REF") for code in found)


def test_what_resolves_to_nothing_is_listed():
    assert codes("AVPRF, f. 0999, op. 1, p. 2, d. 3, l. 4.") == [["CIT001"]]


def test_an_address_is_known_by_its_id():
    assert codes("https://archive.example.org/document/112233.") == [[]]


def test_levels_exchanged_against_an_earlier_note_are_said():
    sound = "RGANI, f. 3, op. 16, d. 372, l. 150."
    found = codes(sound, sound, "RGANI, f. 16, op. 3, d. 372, l. 151.")
    assert found == [["CIT001"], ["CIT001"], ["CIT001", "REF181"]]


def test_of_forms_without_a_document_the_rarer_is_told_once():
    sound, slip = "RGANI, f. 3, op. 16, d. 372, l. 150.", "RGANI, f. 16, op. 3, d. 372, l. 151."
    told = [len(found) for found in codes(slip, sound, slip, sound, sound)]
    assert told == [2, 1, 1, 1, 1]


AMAE = "AMAE, CP, Maroc, NS, vol."
TITLED = "Journal of Ambassador Orlev, March 14, 1961"


def test_a_wrong_level_is_told_at_its_note_alone_where_the_document_decides():
    sound = f"{TITLED}, AVPRF, f. 0185, op. 22, p. 110, d. 7, l. 32."
    slip = f"{TITLED}, AVPRF, f. 0185, op. 22, p. 110, d. 71, l. 33."
    assert codes(sound, slip, sound, sound) == [[], ["CIT011"], [], []]


def test_exchanged_levels_are_one_finding():
    slip = f"{TITLED}, AVPRF, f. 22, op. 0185, p. 110, d. 7, l. 32."
    assert codes(slip) == [["CIT011"]]
    assert codes(slip, "AVPRF, f. 0185, op. 22, p. 110, d. 7, l. 32.") == [["CIT011"], []]


@pytest.mark.parametrize("delo", ["8", "0185"])
def test_exchanged_levels_and_another_one_are_two_findings(delo: str):
    slip = f"{TITLED}, AVPRF, f. 22, op. 0185, p. 110, d. {delo}, l. 32."
    assert codes(slip) == [["CIT011", "CIT011"]]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("R 43-I/1451", []), ("R 43 I/1451", []), ("R 43-I/1541", ["CIT011"])],
)
def test_a_signature_is_compared_where_it_is_read_like_the_documents(printed, expected):
    held = catalogued(
        DocumentWords(id="minutes", titles=("Minutes",), references=("BArch, R 43-I/1451, Bl. 2",))
    )
    works = cited_works(noted(f"Minutes, BArch, {printed}, Bl. 2."))
    checked = check_citations(resolve(works, KnownDocuments.of([held])), {held.id: held})
    assert [one.document for one in checked] == ["minutes"]
    assert [finding.code for one in checked for finding in one.findings] == expected


@pytest.mark.parametrize(("volume", "expected"), [("212", []), ("CCXII", []), ("221", ["CIT011"])])
def test_another_volume_of_an_archive_is_said(volume, expected):
    held = catalogued(
        DocumentWords(id="report", titles=("Report of Morvan",), references=(f"{AMAE} 212, f. 4",))
    )
    works = cited_works(noted(f"Report of Morvan, {AMAE} {volume}, f. 4."))
    checked = check_citations(resolve(works, KnownDocuments.of([held])), {held.id: held})
    assert [one.document for one in checked] == ["report"]
    assert [finding.code for one in checked for finding in one.findings] == expected


def severities(*notes: str) -> list[list[str]]:
    citations = resolve(cited_works(noted(*notes)), KnownDocuments.of([JOURNAL]))
    checked = check_citations(citations, {JOURNAL.id: JOURNAL})
    return [[finding.severity.value for finding in one.findings] for one in checked]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("FRUS, 1961–1963, vol. XI, Document 41", []),
        ("FRUS, 1961–1963, vol. XI", []),
        ("FRUS, 1961–1963, vol. IX, Document 41", ["error"]),
        ("FRUS, 1958–1960, vol. XI, Document 41", ["error"]),
        ("FRUS, 1961–1963, vol. XI, Document 14", ["warning"]),
        ("FRUS, 1961–1963, vol. IX, Document 14", ["warning"]),
    ],
)
def test_another_volume_or_number_than_the_documents_is_said(printed: str, expected: list[str]):
    assert severities(f"{TITLED}, {printed}.") == [expected]


def test_volume_and_years_of_the_document_are_offered():
    works = cited_works(noted(f"{TITLED}, FRUS, 1958–1960, vol. IX, Document 41."))
    (one,) = check_citations(resolve(works, KnownDocuments.of([JOURNAL])), {JOURNAL.id: JOURNAL})
    (finding,) = one.findings
    assert "Gives FRUS, 1958–1960, volume 9; " in finding.message
    assert finding.suggestions == ("1961–1963", "11")


def test_another_number_is_an_error_where_the_reference_leads_to_the_document():
    note = "FRUS, 1961–1963, XI, Document 14; also in AVPRF, f. 0185, op. 22, p. 110, d. 7, l. 32."
    assert severities(note) == [["error"]]


def test_another_delo_of_the_same_opis_is_not_odd():
    notes = "RGANI, f. 3, op. 16, d. 372, l. 1.", "RGANI, f. 3, op. 16, d. 373, l. 1."
    assert codes(*notes)[1] == ["CIT001"]


def test_ibid_that_may_mean_two_works_is_said():
    cable = catalogued(
        DocumentWords(id="cable", published=(("", "FRUS, 1961–1963, vol. XI, Document 43"),))
    )
    note = "FRUS, 1961–1963, XI, Document 41; FRUS, 1961–1963, XI, Document 43."
    citations = resolve(cited_works(noted(note, "Ibid.")), KnownDocuments.of([JOURNAL, cable]))
    checked = check_citations(citations, {one.id: one for one in (JOURNAL, cable)})
    assert [one.code for one in checked[-1].findings] == ["CIT003"]


def messages(*notes: str, held: CataloguedDocument = JOURNAL) -> list[list[str]]:
    citations = resolve(cited_works(noted(*notes)), KnownDocuments.of([held]))
    checked = check_citations(citations, {held.id: held})
    return [[finding.message for finding in one.findings] for one in checked]


INSIDE = "AVPRF, f. 0185, op. 22, p. 110, d. 7, ll. 32-33."


@pytest.mark.parametrize("note", ["Ibid., l. 40.", "Там же. Л. 40.", "As in note 1, l. 40."])
def test_the_leaf_of_the_same_again_is_looked_at_itself(note):
    found = messages(INSIDE, note)
    assert found == [[], ["Leaf 40 is outside those of the document (31-36)."]]


def test_the_leaf_of_the_work_before_is_not_told_again():
    outside = "AVPRF, f. 0185, op. 22, p. 110, d. 7, l. 40."
    assert [len(one) for one in messages(outside, "Ibid., l. 32.", "Ibid.")] == [1, 0, 0]


@pytest.mark.parametrize(
    ("reference", "again"),
    [
        ("PA AA, B 12, Bd. 345, Bl. 17-20", "Ebd., Bl. 25."),
        ("外交部档案馆，档号105-00598-01，第17—20页", "同上，第25页。"),
    ],
)
def test_leaves_of_the_same_again_are_read_as_its_archive_counts_them(reference, again):
    held = catalogued(DocumentWords(id="vermerk", references=(reference,)))
    found = messages(f"{reference}.", again, held=held)
    assert found == [[], ["Leaf 25 is outside those of the document (17-20)."]]


def test_a_range_that_goes_beyond_the_document_is_said():
    (found,) = messages("AVPRF, f. 0185, op. 22, p. 110, d. 7, ll. 34-38.")
    assert found == ["Leaves 37-38 of 34-38 are outside those of the document (31-36)."]


def test_the_words_of_the_work_not_held_are_given_where_its_note_names_several():
    note = "FRUS, 1961–1963, XI, Document 41; the Russian original is in RGANI."
    said = "“the Russian original is in RGANI” resolves to no document that is held."
    assert messages(note) == [[], [said]]


def test_of_a_note_of_one_work_no_words_are_given():
    assert messages("Tomlin, *Rivers*, 44.") == [["Resolves to no document that is held."]]


@pytest.mark.parametrize("note", ["AVPRF, 0185/22/110/7, 33.", "AVPRF 0185/22/110/7."])
def test_four_numbers_by_their_order_may_be_fond_opis_papka_and_delo(note):
    (found,) = resolve(cited_works(noted(note)), KnownDocuments.of([JOURNAL]))
    assert found.document == "orlev-journal"


def test_the_leaf_behind_four_numbers_by_their_order_is_looked_at():
    assert codes("AVPRF, 0185/22/110/7, 40.") == [["REF121", "CIT012"]]


DAMAGED = "AVPRF, f. 0185, op. 22, d. 7, p. 110, ll. 120-12"


def test_what_is_as_odd_in_the_recorded_reference_is_no_error_of_the_author():
    held = catalogued(DocumentWords(id="damaged", references=(DAMAGED,)))
    citations = resolve(cited_works(noted(f"{DAMAGED}.")), KnownDocuments.of([held]))
    (checked,) = check_citations(citations, {held.id: held})
    (found,) = (one for one in checked.findings if one.code == "REF101")
    assert found.severity is Severity.NOTE
    assert found.message.endswith("It is so in the document's reference too.")


def test_what_is_odd_in_the_note_alone_stays_an_error():
    note = "AVPRF, f. 0185, op. 22, p. 110, d. 7, ll. 36-31."
    citations = resolve(cited_works(noted(note)), KnownDocuments.of([JOURNAL]))
    (checked,) = check_citations(citations, {JOURNAL.id: JOURNAL})
    assert [one.severity for one in checked.findings if one.code == "REF101"] == [Severity.ERROR]


def test_the_same_delo_in_two_papki_with_the_same_figures_is_said():
    notes = (f"AVPRF, f. 0100, op. 55, p. {papka}, d. 7, l. 3." for papka in (454, 445))
    assert codes(*notes) == [["CIT001"], ["CIT001", "REF180"]]


@pytest.mark.parametrize("second", ["p. 460, d. 7", "p. 445, d. 8", "p. 454, d. 7"])
def test_another_papka_or_delo_is_not_odd(second):
    notes = (
        "AVPRF, f. 0100, op. 55, p. 454, d. 7, l. 3.",
        f"AVPRF, f. 0100, op. 55, {second}, l. 3.",
    )
    assert codes(*notes)[1] == ["CIT001"]
