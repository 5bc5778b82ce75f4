"""What is odd in an archival reference."""

import pytest

from provtrack.references import read_reference

PLAIN = "АВП РФ, ф. 0100, оп. 55, п. 454, д. 9, л. 12об.-15"


def codes(verbatim):
    return [finding.code for finding in read_reference(verbatim).findings]


def finding_of(verbatim, code):
    return next(one for one in read_reference(verbatim).findings if one.code == code)


def test_a_plain_reference_has_no_finding():
    assert codes(PLAIN) == []


@pytest.mark.parametrize(
    ("verbatim", "expected"),
    [
        ("Ф. 12, оп. 1, д. 89", ["REF001", "REF110"]),
        ("AVPRF, f. 90, op. 24, d. 5, p. 44, ll. 120-12", ["REF130", "REF101"]),
        ("RGASPI, f. 17, op. 162, d. 18, ll. 120-2", ["REF102"]),
        ("RGASPI, f. 17, op. 162, d. 18, ll. 217-207", ["REF101"]),
        ("RGASPI, f. 17, op. 162, d. 18, l. 18-20", ["REF103"]),
        ("РГАСПИ, ф. 17, оп. 162, д. 18, л. 18-20", []),
        ("RGASPI. F. 17. Op. 162. D. 18. L. 18-20", []),
        ("РГИА, ф. 1285, оп. 1, д. 131, 9 л.", ["REF104"]),
        ("AVPRF f. 0100, op. 34, 1946, p. 253, d. 18, l. 1", ["REF131"]),
        ("GARF, f. 1235, op.1, d. 16, ll. 5-7ob.", ["REF141"]),
        ("RGASPI, 17/162/18/9-12", ["REF121"]),
        ("RGANI, f. 3, op. , d. 448, l. 1", ["REF112"]),
        ("RGANI, f. 3, d. 448, l. 1", ["REF112"]),
        ("RGANI, f. 3, op. 5, d. 448, l.", ["REF112"]),
        ("РГАНИ, ф. 3, oп. 5, д. 448, л. 1", ["REF120"]),
        ("AVPRF, f. 3, op. 5, р. 4, d. 448, l. 1", ["REF120"]),
        ("RGANI, f. 3, op. 5, d. 4O8, l. 1", ["REF120"]),
        ("RGANI, f. 3, op. 5, d. 48, l. l20", ["REF120"]),
        ("РГАНИ. Ф. 3. Оп.. Д. 448. Л. 1.", ["REF112"]),
        ("RGANI, f. 3, op. 5, d. s48, l. 1", ["REF120"]),
        ("РГАНИ, ф. Р-3, оп. 5с, д. 48а, л. 1об.", []),
        ("ЦХСД, ф. 3, оп. 5, д. 448, л. 1", ["REF151"]),
        ("RGANI. F. 3. Op. 5. D. 8. L. 1. Signed by L. I. Brezhnev.", []),
    ],
)
def test_findings_of(verbatim, expected):
    assert codes(verbatim) == expected


def test_a_descending_range_is_offered_its_possible_completions():
    finding = finding_of("AVPRF, f. 90, op. 24, p. 44, d. 5, ll. 120-12", "REF101")
    assert finding.severity == "error"
    assert finding.suggestions[0] == "120-121"
    assert finding.suggestions[-2:] == ("120-129", "12-120")


def test_a_descending_range_as_long_as_its_beginning_may_be_exchanged_only():
    finding = finding_of("RGANI, f. 1, op. 2, d. 3, ll. 217-207", "REF101")
    assert finding.suggestions == ("207-217",)


def test_a_finding_points_at_the_words_it_speaks_of():
    verbatim = "AVPRF, f. 90, op. 24, d. 5, p. 44, ll. 120-12"
    finding = finding_of(verbatim, "REF130")
    assert verbatim[finding.start : finding.end] == "d. 5, p. 44"
    assert finding.severity == "warning"


@pytest.mark.parametrize("code", ["REF001", "REF110"])
def test_what_is_absent_is_a_note(code):
    assert finding_of("Ф. 12, оп. 1, д. 89", code).severity == "note"


@pytest.mark.parametrize(
    ("verbatim", "code"),
    [
        ("RGANI, f. 3, op. 72, d. 410, ll. 88–", "REF106"),
        ("RGANI, f. 3, op. 72, d. 410, ll. –88", "REF106"),
        ("SAPMO-BArch, DY 30/3386, Bl. 102–", "REF106"),
        ("RGANI, f. 5, op. 49, d. 1?1, ll. 193-194", "REF122"),
        ("РГАНИ, ф. 5, оп. 49, д. 131, л. 19[?]", "REF122"),
        ("RGANI, f. f. 5, op. 30, d. 230, ll. 1-3", "REF112"),
        ("Library and Archives Canada, RG 25, vol. , file 9126-40", "REF112"),
        ("National Archives of Australia: A1838, PART 3", "REF112"),
    ],
)
def test_damage_that_a_mark_shows_is_flagged(verbatim, code):
    assert finding_of(verbatim, code).severity in ("warning", "error")


@pytest.mark.parametrize(
    "verbatim",
    [
        "АВП РФ. Ф. 06. Оп. 9. П. 57. Д. 867. Т. I. Л. 12",
        "ГДА СБУ, ф. 13, спр. 376, т. 4, арк. 11–13",
        "РГАСПИ. — Ф. 558. — Оп. 11. — Д. 1481. — Л. 3—7.",
        "TsDA, f. 1B, op. 6, ar. ed. 5153, ll. 1–8",
    ],
)
def test_a_customary_form_is_not_flagged(verbatim):
    assert [one for one in read_reference(verbatim).findings if one.severity != "note"] == []


def test_a_doubled_label_loses_no_value():
    reference = read_reference("RGANI, f. 5, op. op. 30, d. 230, ll. 1-3")
    assert dict(reference.parts)["opis"] == "30"
    assert reference.lost == ()
