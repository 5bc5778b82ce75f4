"""Notes are resolved to documents by what they say; what fits several is not resolved."""

import pytest

from provtrack.citing import DocumentWords, KnownDocuments, catalogued, cited_works, resolve
from provtrack.citing.published_forms import published_forms
from provtrack.model.citation import CataloguedDocument, Citation, Ground
from provtrack.model.document import Title
from provtrack.model.publication import NoteMark, Publication, Region, RegionKind
from provtrack.model.text import Span
from provtrack.references import read_reference


def document(name: str, title: str, date: str, **known: str) -> CataloguedDocument:
    forms = [form for _, form in published_forms(known.get("published", ""))]
    references = [read_reference(known["reference"])] if "reference" in known else []
    return CataloguedDocument(
        id=name,
        titles=(Title(text=title),),
        dates=(date,),
        references=tuple(references),
        published=tuple((known.get("siglum", ""), form) for form in forms),
        links=(known["link"],) if "link" in known else (),
        translators=((known["siglum"], known["by"]),) if "by" in known else (),
    )


CATALOGUE = [
    document(
        "orlev-journal",
        "Journal entry of Ambassador Orlev, conversation with Minister Hadar",
        "1961-03-14",
        reference="AVPRF, f. 0185, op. 22, p. 110, d. 7, ll. 31-36",
        siglum="E1",
        by="Miriam Lowe",
        link="112233",
    ),
    document(
        "orlev-cable",
        "Cable of Ambassador Orlev on the border talks",
        "1961-03-20",
        reference="AVPRF, f. 0185, op. 22, p. 110, d. 9, ll. 4-5",
    ),
    document(
        "memo-41",
        "Memorandum From the Under Secretary (Vance) to Secretary Holm",
        "1961-04-02",
        published="FRUS, 1961–1963, vol. XI, Document 41",
    ),
    document(
        "memo-43",
        "Memorandum From the Under Secretary (Vance) to Secretary Holm",
        "1961-04-09",
        published="FRUS, 1961–1963, vol. XI, Document 43",
    ),
    document(
        "letter-9",
        "Letter From Secretary Holm to Ambassador Orlev",
        "1959-12-01",
        published="FRUS, 1958–1960, vol. XI, Document 41",
    ),
]


def noted(*notes: str) -> Publication:
    """A publication whose text is nothing but notes, called in their order."""
    text, regions, marks = "", [], []
    for number, note in enumerate(notes, 1):
        marks.append(NoteMark(position=number - 1, label=str(number)))
        span = Span(len(text), len(text) + len(note))
        regions.append(Region(kind=RegionKind.NOTE, span=span, label=str(number)))
        text += note + "\n\n"
    return Publication(
        name="p.md",
        text=text,
        text_sha256="",
        regions=tuple(regions),
        note_marks=tuple(marks),
    )


def resolved(*notes: str) -> list[Citation]:
    return list(resolve(cited_works(noted(*notes)), KnownDocuments.of(CATALOGUE)))


def documents(*notes: str) -> list[str | None]:
    return [one.document for one in resolved(*notes)]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("FRUS, 1961–63, XI, Document 41, Memorandum, 1961-04-02.", "memo-41"),
        ("*Foreign Relations of the United States*, 1958–60, vol. XI, doc. 41.", "letter-9"),
        ("Vance to Holm, April 9, 1961, F.R.U.S., 1961–1963, Vol. 11, No. 43, p. 88.", "memo-43"),
        ("AVPRF, f. 0185, op. 22, p. 110, d. 9, l. 4.", "orlev-cable"),
        ("АВП РФ. Ф. 0185. Оп. 22. П. 110. Д. 7. Л. 33.", "orlev-journal"),
        ("Letter From Secretary Holm to Ambassador Orlev, December 1, 1959.", "letter-9"),
        (
            "https://digitalarchive.example.org/document/112233, accessed 2 May 2020.",
            "orlev-journal",
        ),
        ("See Cable of Ambassador Orlev on the border talks, 20 March 1961.", "orlev-cable"),
        ("Cable of Ambassador Orlev for 20 March 1961, Digital Archive.", "orlev-cable"),
        ("Journal entry of Ambassador Orlev for the 14th of March 1961.", "orlev-journal"),
    ],
)
def test_a_note_is_resolved_by_what_it_names(note, expected):
    assert documents(note) == [expected]


@pytest.mark.parametrize("word", ["Ibid.", "Ibid., p. 90.", "Там же. Л. 5.", "Ebd.", "同上"])
def test_the_same_again_is_the_work_before(word):
    assert documents("FRUS, 1961–1963, XI, Document 43.", word) == ["memo-43", "memo-43"]


def test_chains_of_the_same_again_go_on():
    notes = ("AVPRF, f. 0185, op. 22, p. 110, d. 9, l. 4.", "Ibid.", "Ibid., l. 5.", "Ibid.")
    assert documents(*notes) == ["orlev-cable"] * 4


def test_the_same_volume_with_another_number_is_another_document():
    notes = ("FRUS, 1961–1963, XI, Document 43.", "Ibid., Document 41.")
    assert documents(*notes) == ["memo-43", "memo-41"]


def test_a_work_named_earlier_is_found_by_its_names():
    notes = (
        "Cable of Ambassador Orlev on the border talks, 20 March 1961, AVPRF, f. 0185, op. 22,"
        " p. 110, d. 9, ll. 4-5.",
        "FRUS, 1961–1963, XI, Document 43.",
        "Orlev, op. cit., l. 5.",
    )
    assert documents(*notes)[-1] == "orlev-cable"


def test_a_page_of_the_same_again_is_no_other_file():
    notes = ("AVPRF, f. 0185, op. 22, p. 110, d. 9, l. 4.", "Ibid., p. 5.")
    assert documents(*notes) == ["orlev-cable", "orlev-cable"]


def test_the_same_fond_with_another_file_is_another_document():
    notes = ("AVPRF, f. 0185, op. 22, p. 110, d. 9, l. 4.", "Ibid., d. 7, l. 32.", "Ibid., d. 8.")
    assert documents(*notes) == ["orlev-cable", "orlev-journal", None]


def test_faults_of_a_reference_are_not_those_of_the_same_again():
    found = resolved("AVPRF, f. 0185, op. 22, p. 110, d. 9, ll. 14-5.", "Ibid.")
    faults = [[one.code for one in works.work.reference.findings] for works in found]
    assert faults == [["REF102"], []]


@pytest.mark.parametrize(
    "note", ["See note 1 above.", "Orlev cable, supra note 1.", "Orlev cable."]
)
def test_a_note_above_and_a_short_title_go_back_to_their_work(note):
    full = "Cable of Ambassador Orlev on the border talks, 20 March 1961."
    assert documents(full, "FRUS, 1961–1963, XI, Document 43.", note)[-1] == "orlev-cable"


@pytest.mark.parametrize("note", ["Tomlin, Rivers, 44, n. 1.", "Orlev, Memoirs, 5.", "Note 3."])
def test_another_work_is_not_taken_for_one_before_it(note):
    assert documents("FRUS, 1961–1963, XI, Document 43.", note)[-1] is None


def test_a_short_form_that_fits_two_documents_stays_open():
    notes = (
        "Cable of Ambassador Orlev on the border talks, 20 March 1961.",
        "Letter From Secretary Holm to Ambassador Orlev, December 1, 1959.",
        "Orlev, op. cit., 5.",
    )
    found = resolved(*notes)[-1]
    assert (found.document, set(found.others)) == (None, {"orlev-cable", "letter-9"})


def test_a_list_of_numbers_is_a_document_each():
    found = documents("FRUS, 1961–1963, XI, Documents 41-43.")
    assert found == ["memo-41", None, "memo-43"]


def test_several_works_in_one_note_are_told_apart():
    note = "FRUS, 1961–1963, XI, Document 41; AVPRF, f. 0185, op. 22, p. 110, d. 7, l. 32."
    assert documents(note) == ["memo-41", "orlev-journal"]


def test_where_a_work_was_printed_does_not_make_it_two():
    note = "Memorandum, 1961-04-09, Vance papers; printed in FRUS 1961–63, vol. XI, no. 43."
    assert documents(note) == ["memo-43"]


def test_a_copy_in_parentheses_does_not_capture_the_citation():
    note = "FRUS, 1961–1963, XI, Document 41 (a copy is in AVPRF, f. 0185, op. 22, p. 110, d. 9)."
    assert documents(note) == ["memo-41"]


def test_what_fits_two_documents_is_not_resolved_but_said():
    (found,) = resolved("Memorandum From the Under Secretary (Vance) to Secretary Holm.")
    assert found.document is None
    assert set(found.others) == {"memo-41", "memo-43"}


def test_a_document_that_is_not_catalogued_stays_open():
    assert documents("FRUS, 1964–1968, XI, Document 41.") == [None]


def test_the_same_again_after_nothing_stays_open():
    assert documents("Ibid.") == [None]


def test_a_translator_names_the_version():
    note = "AVPRF, f. 0185, op. 22, p. 110, d. 7, l. 33, translated by Miriam Lowe."
    assert resolved(note)[0].siglum == "E1"


def test_the_ground_is_said():
    (found,) = resolved("FRUS, 1961–1963, XI, Document 41.")
    assert found.grounds == (Ground.PUBLISHED_FORM,)


def test_a_remark_names_no_work():
    assert documents("The interpreter's notes have not been found.") == [None]


@pytest.mark.parametrize(
    "note", ["", ";;;", "(((", "FRUS " * 2_000, "Ibid. " * 2_000, "1961 " * 900]
)
def test_any_note_is_survived(note):
    assert all(one is None or one in {"memo-41"} for one in documents(note))


NOVEL = CataloguedDocument(
    id="winter-ferry",
    titles=(Title(text="The Winter Ferry"),),
    dates=("1862",),
    sigla=("R", "E1", "E2"),
    translators=(("E1", "Ada Quill"), ("E2", "C. J. Marsh")),
)


@pytest.mark.parametrize(
    ("note", "siglum"),
    [
        ("I. S. Lugin, The Winter Ferry (1862), trans. Ada Quill, 44.", "E1"),
        ("I. S. Lugin, *The Winter Ferry*, trans. C. J. Marsh (London, 1921), 12.", "E2"),
        ("The Winter Ferry, 1862, E2.", "E2"),
        ("winter-ferry:E2, p. 3.", "E2"),
        ("See winter-ferry.", None),
    ],
)
def test_a_book_is_known_by_title_translator_siglum_or_id(note, siglum):
    (found,) = resolve(cited_works(noted(note)), KnownDocuments.of([NOVEL, *CATALOGUE]))
    assert (found.document, found.siglum) == ("winter-ferry", siglum)


@pytest.mark.parametrize(
    "note",
    [
        "Lugin, The Winter, 44.",
        "Cable of Ambassador Orlev on the border talks, as of 21 March 1961.",
        "Cable of Ambassador Orlev on the border talks, in a volume of 1977.",
        "Ferry in winter, 1862, E2.",
    ],
)
def test_half_a_title_or_another_day_is_not_enough(note):
    (found,) = resolve(cited_works(noted(note)), KnownDocuments.of([NOVEL, *CATALOGUE]))
    assert found.document is None


def test_a_date_in_parentheses_is_that_of_the_document():
    (found,) = resolved("FRUS, 1961–1963, vol. XI, Document 41 (3 April 1961).")
    assert found.work.date == "1961-04-03"


def test_ibid_after_a_note_with_two_works_names_the_other_too():
    found = resolved(
        "FRUS, 1961–1963, vol. XI, Document 41; FRUS, 1961–1963, vol. XI, Document 43.", "Ibid."
    )
    assert (found[-1].document, found[-1].others) == ("memo-43", ("memo-41",))


FIRST = "Orlev journal, 14 March 1961, AVPRF, f. 0185, op. 22, p. 110, d. 7, l. 33."
SECOND = "FRUS, 1961–1963, XI, Document 41."


@pytest.mark.parametrize(
    "note",
    [
        "Op. cit., n. 1, at 33.",
        "Loc. cit. (n. 1).",
        "A. a. O. (Anm. 1), Bl. 33.",
        "Указ. соч. (прим. 1). Л. 33.",
        "Orlev, op. cit., n. 1, l. 34.",
        "Orlev, op. cit. (note 1), l. 34.",
    ],
)
def test_the_number_of_a_note_wins_over_the_work_just_before(note):
    assert documents(FIRST, SECOND, note)[-1] == "orlev-journal"


def test_the_number_of_a_note_that_is_not_held_is_no_other_work():
    assert documents("Tomlin, Rivers, 44.", SECOND, "Op. cit., n. 1, at 120.")[-1] is None


def test_a_note_of_the_work_cited_is_none_of_the_publication():
    assert documents(SECOND, FIRST, "Orlev, op. cit., n. 2, l. 34.")[-1] == "orlev-journal"


def test_op_cit_without_a_name_behind_several_works_stays_open():
    (*_, last) = resolved(f"{FIRST[:-1]}; {SECOND}", "Op. cit., 120.")
    assert last.document is None
    assert set(last.others) == {"orlev-journal", "memo-41"}


def test_op_cit_without_a_name_goes_back_to_the_one_work_of_the_note_before():
    assert documents(FIRST, SECOND, "Op. cit., 120.")[-1] == "memo-41"


ARTICLE = (
    "Cited in Anna Halvorsen, “New Documents,” *Bulletin of Rivers* 8–9 (Winter 1996/1997), 258–69 "
    "(AVPRF, f. 0185, op. 22, p. 110, d. 7)."
)


@pytest.mark.parametrize(
    "note",
    [
        ARTICLE,
        "Halvorsen, *Bridges* (Oslo), 44 (citing AVPRF, f. 0185, op. 22, p. 110, d. 7, l. 32).",
        "Halvorsen, *Bridges*, S. 44 (AVPRF, f. 0185, op. 22, p. 110, d. 7, l. 32), with thanks.",
    ],
)
def test_a_reference_in_parentheses_behind_a_book_is_that_of_the_document(note):
    (found,) = resolved(note)
    assert (found.document, found.grounds) == ("orlev-journal", (Ground.IN_PARENTHESES,))


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Ibid.", "orlev-journal"),
        ("Ibid., 260.", "orlev-journal"),
        ("Ibid., p. 269.", "orlev-journal"),
        ("Ibid., l. 33.", "orlev-journal"),
        ("Halvorsen, “New Documents,” 261.", "orlev-journal"),
        ("Ibid., 270.", None),
        ("Halvorsen, “New Documents,” 300.", None),
    ],
)
def test_another_page_of_the_book_may_be_on_another_document(note, expected):
    assert documents(ARTICLE, note)[-1] == expected


def test_two_references_in_parentheses_of_two_documents_stay_open():
    delo = "AVPRF, f. 0185, op. 22, p. 110, d."
    note = f"Halvorsen, 44 ({delo} 7) ({delo} 9)."
    assert documents(note) == [None]


STATE = "https://history.state.gov/historicaldocuments"


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (f"{STATE}/frus1961-63v11/d41 (accessed May 3, 2020).", "memo-41"),
        (f"{STATE}/frus1961-63v11/d43", "memo-43"),
        (f"Holm to Orlev, <{STATE}/frus1958-60v11/d41>, accessed 2020-05-03.", "letter-9"),
        (
            f"FRUS, 1961–63, XI, Document 41, accessed May 3, 2020, {STATE}/frus1961-63v11.",
            "memo-41",
        ),
        (f"{STATE}/frus1961-63v12/d41", None),
        (f"{STATE}/frus1961-63v11/d410", None),
        (f"{STATE}/frus1961-63v11", None),
    ],
)
def test_the_address_of_a_document_in_a_series_names_its_number(note, expected):
    (found,) = resolved(note)
    assert found.document == expected
    assert not found.work.date


def test_the_same_volume_goes_on_from_an_address():
    assert documents(f"{STATE}/frus1961-63v11/d41", "Ibid., Document 43.")[-1] == "memo-43"


def test_a_document_recorded_from_an_address_is_known_by_its_number():
    held = catalogued(DocumentWords(id="memo", origins=(f"{STATE}/frus1961-63v11/d41",)))
    note = noted("FRUS, 1961–63, vol. XI, Document 41.")
    (found,) = resolve(cited_works(note), KnownDocuments.of([held]))
    assert found.document == "memo"


@pytest.mark.parametrize(
    "more",
    ["see also Holm's letters, ibid., Documents 44 and 45", "AVPRF, f. 1, op. 2, p. 3, d. 4, l. 5"],
)
def test_the_same_volume_goes_on_behind_a_work_that_is_not_held(more):
    note = f"FRUS, 1961–1963, XI, Document 41; {more}."
    last = resolved(note, "Ibid., Document 43.")[-1]
    assert (last.document, last.work.reference) == ("memo-43", None)


def test_a_list_of_numbers_behind_the_same_again_is_a_document_each():
    found = documents("FRUS, 1961–1963, XI, Document 41.", "Ibid., Documents 41 and 43.")
    assert found == ["memo-41", "memo-41", "memo-43"]


def test_a_title_before_ibid_and_a_number_is_of_the_volume_before():
    found = documents(
        "FRUS, 1961–1963, XI, Document 41.", "A later letter, ibid., Documents 43–44."
    )
    assert found == ["memo-41", "memo-43", None]


@pytest.mark.parametrize(
    "turn",
    [
        "But see Tomlin, *Rivers* (1980), 12.",
        "Cf. Tomlin, “The End,” *Rivers* 4 (1980): 12.",
        "Vgl. Tomlin, *Flüsse*, 1980, S. 12.",
        "Ср.: Томлин. Реки. М., 1980. С. 12.",
    ],
)
def test_a_work_pointed_to_behind_a_full_stop_is_another_work(turn):
    found = resolved("FRUS, 1961–1963, XI, Document 41.", f"Ibid. {turn}", "See note 1.")
    assert [(one.document, one.work.note) for one in found] == [
        ("memo-41", "1"),
        ("memo-41", "2"),
        (None, "2"),
        ("memo-41", "3"),
    ]


def test_a_remark_behind_a_full_stop_names_no_work():
    note = "FRUS, 1961–1963, XI, Document 41. See the second paragraph. But see below."
    assert documents(note) == ["memo-41"]


def test_a_title_behind_what_leads_to_it_and_a_quotation_is_read():
    note = "Cf. “They hold him for a guest,” Journal of Ambassador Orlev, 14 March 1961."
    assert documents(note) == ["orlev-journal"]
