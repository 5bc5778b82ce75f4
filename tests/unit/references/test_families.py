"""References of the families beside fond, opis and delo: parts and leaves as written."""

import pytest

from provtrack.references import read_reference


def parts(verbatim):
    return " · ".join(f"{name} {value}" for name, value in read_reference(verbatim).parts)


def leaves(verbatim):
    return [(one.start, one.end) for one in read_reference(verbatim).leaves]


def codes(verbatim):
    return [(one.code, one.severity.value) for one in read_reference(verbatim).findings]


@pytest.mark.parametrize(
    ("verbatim", "family", "expected"),
    [
        (
            "RG 59, Central Decimal File, 611.93/8-1155, Box 12, NARA",
            "nara",
            "record_group 59 · series Central Decimal File · file 611.93/8-1155 · box 12",
        ),
        (
            "NARA, RG 218, Entry 190, Box 12, Folder 3",
            "nara",
            "record_group 218 · entry 190 · box 12 · folder 3",
        ),
        (
            "Source: Department of State, S/P Files: Lot 61 D 12A, Box 3. Secret. Drafted by Ames.",
            "frus-source-note",
            "series S/P Files · lot 61 D 12A · box 3",
        ),
        (
            "Source: Department of State, Central Files, 751K.00/4–2955. Confidential.",
            "frus-source-note",
            "series Central Files · decimal_file 751K.00/4–2955",
        ),
        ("TNA, FO 371/170669, FC 1061/5", "tna", "series FO 371 · piece 170669 · item FC 1061/5"),
        ("CAB 129/111", "tna", "series CAB 129 · piece 111"),
        (
            "BArch, DY 30/IV 2/2/100, Bl. 3",
            "bundesarchiv",
            "bestand DY 30 · signatur DY 30/IV 2/2/100",
        ),
        ("PA AA, B 12, Bd. 1506", "bundesarchiv", "bestand B 12 · volume 1506"),
        ("外交部档案馆，档案号105-01234-05，第1-5页", "chinese", "record 105-01234-05"),
        ("MNL OL M-KS 288. f. 5/283. ő.e.", "hungarian", "fond M-KS 288 · archival_unit 5/283"),
        (
            "NA, KSČ-ÚV-02/1, sv. 41, a.j. 45, b. 3",
            "czech",
            "fond KSČ-ÚV-02/1 · svazek 41 · archival_unit 45 · point 3",
        ),
        ("AMSZ, z. 9, w. 3, t. 22, k. 3", "polish", "zespol 9 · wiazka 3 · teczka 22"),
        (
            "Polish Foreign Ministry Archive, Z-10, W-37, T-344",
            "polish",
            "zespol 10 · wiazka 37 · teczka 344",
        ),
        ("AMAE, fond China, dosar 217/1962, f. 12-19", "romanian", "fond China · dosar 217/1962"),
        ("ЦДА, ф. 1Б, оп. 6, а.е. 81, л. 3", "bulgarian", "fond 1Б · opis 6 · archival_unit 81"),
        (
            "Nehru Memorial Museum and Library, File No. AB, vol. 2-1",
            "generic",
            "file AB · volume 2-1",
        ),
        ("A. Author. Title. (Town: Press, 1977), 385-387.", "published", "pages 385-387"),
    ],
)
def test_each_family_has_its_parts(verbatim, family, expected):
    assert (read_reference(verbatim).family, parts(verbatim)) == (family, expected)


@pytest.mark.parametrize(
    ("verbatim", "expected"),
    [
        ("SAPMO-BArch, NY 4090/437, Bl. 45 RS", [("45 RS", None)]),
        ("BArch, B 136/59748, 403-410", [("403", "410")]),
        ("TNA, PREM 11/3839, fol. 12r-13v", [("12r", "13v")]),
        ("CFMA, 109-00873-13, pp. 1–6", [("1", "6")]),
        ("ANIC, fond C.C. al P.C.R., dosar 84/1962, f. 4-10", [("4", "10")]),
    ],
)
def test_leaves_have_the_labels_of_their_language(verbatim, expected):
    assert leaves(verbatim) == expected


@pytest.mark.parametrize(
    ("verbatim", "expected"),
    [
        ("TNA, FO 371", ("REF112", "error")),
        ("TNA, FO 371/12l45", ("REF120", "error")),
        ("PRC FMA 105-1234-05", ("REF114", "warning")),
        ("PA AA, MfAA, A 6683, Bl. 72-70", ("REF101", "error")),
        ("AMSZ, z. 9, w. , t. 22, k. 3", ("REF112", "error")),
        ("NARA, RG 59, Box , Folder 2", ("REF112", "error")),
        (
            "Source: Department of State, Central Files, 788,00/10–1158. Secret.",
            ("REF114", "warning"),
        ),
        ("Source: Department of Stare, Central Files, 711.00/1-158. Secret.", ("REF152", "note")),
        ("PRO, FO 371/133009", ("REF151", "note")),
        ("ГАОО. Ф. 235. Оп. 7. Д. 42. Л. 1.", ("REF150", "note")),
    ],
)
def test_what_is_odd_is_said(verbatim, expected):
    assert expected in codes(verbatim)


def test_a_misprinted_repository_keeps_its_words_and_gets_the_code():
    note = "Source: Eiserhower Library, Whitman File. Secret."
    repository = read_reference(note).repository
    assert (repository.name, repository.code) == ("Eiserhower Library", "US-DDEL")


def test_the_copies_that_a_source_note_names_stand_in_others():
    note = "Source: Department of State, S/P Files: Lot 61 D 12. Secret. (Kennedy Library, Box 7)"
    others = read_reference(note).others
    assert [(one.repository.code, dict(one.parts)) for one in others] == [("US-JFKL", {"box": "7"})]


def test_a_printed_source_has_no_repository():
    reference = read_reference("Source: Department of State Bulletin, May 1979, pp. 33–37.")
    assert (reference.repository, codes(reference.verbatim)) == (None, [("REF002", "note")])


def test_one_repository_has_one_code_under_all_its_names():
    names = ("AVPRF", "АВП РФ", "AVP RF", "Archive of Foreign Policy, Russian Federation (AVPRF)")
    found = {read_reference(f"{name}, f. 1, op. 2, d. 3").repository.code for name in names}
    assert found == {"RU-AVPRF"}


@pytest.mark.parametrize(
    "verbatim",
    [
        "x" * 10_000,
        "ф. 1, " * 1_700,
        "1/" * 5_000,
        "Source: " + "a, " * 3_000,
        "l. " * 3_333,
        "(" * 9_999,
    ],
)
def test_lines_of_ten_thousand_characters_are_read_in_time(verbatim):
    assert str(read_reference(verbatim)) == verbatim


def test_a_longer_line_is_not_read_and_this_is_said():
    assert codes("f. 1 " * 2_001) == [("REF004", "note")]


def test_a_russian_reference_after_source_is_read_by_its_own_grammar():
    reference = read_reference("Source: RGANI, fond 3, opis 16, delo 1, listy 1-3.")
    assert (reference.family, len(reference.parts)) == ("fond-opis-delo", 3)


@pytest.mark.parametrize(
    ("verbatim", "code", "expected"),
    [
        (
            "NAA: A1838, 3034/2/1 PART 3, ff. 34–36",
            "AU-NAA",
            {"series": "A1838", "item": "3034/2/1", "part": "3"},
        ),
        ("rgaspi f.17 op.3 d.1077 l.5", "RU-RGASPI", {"fond": "17", "opis": "3", "delo": "1077"}),
        ("А.П.Р.Ф., ф. 3, оп. 65, д. 830", "RU-APRF", {"fond": "3", "opis": "65", "delo": "830"}),
        ("Subimal Dutt Papers, Subject File 81, NMML", "IN-NMML", {"file": "81"}),
        ("Gage to FO, FO 371/164914, TNA", "GB-TNA", {"series": "FO 371", "piece": "164914"}),
    ],
)
def test_repository_is_found_where_and_as_it_is_printed(verbatim, code, expected):
    reference = read_reference(verbatim)
    assert reference.repository is not None
    assert reference.repository.code == code
    assert expected.items() <= dict(reference.parts).items()
