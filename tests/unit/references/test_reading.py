"""Archival references: parts, leaves, repository and credits as written."""

import pytest

from provtrack.references import read_reference

FOUNDING = (
    "Archive of Foreign Policy, Russian Federation (AVPRF), f. 90, op. 24, d. 5, p. 44, "
    "ll. 120-12. Obtained by James Hershberg and translated by Kathryn Weathersby."
)


def leaves(verbatim):
    return [(one.start, one.end) for one in read_reference(verbatim).leaves]


def credits_of(verbatim):
    return [(agent.role.value, agent.name) for agent in read_reference(verbatim).credits]


def test_parts_stand_in_the_order_written():
    assert read_reference(FOUNDING).parts == (
        ("fond", "90"),
        ("opis", "24"),
        ("delo", "5"),
        ("papka", "44"),
    )


def test_leaves_are_as_written_even_where_they_descend():
    assert leaves(FOUNDING) == [("120", "12")]


def test_credits_name_role_and_agent():
    assert credits_of(FOUNDING) == [
        ("obtained", "James Hershberg"),
        ("translated", "Kathryn Weathersby"),
    ]


def test_the_repository_is_named_as_printed_with_our_code():
    repository = read_reference(FOUNDING).repository
    assert repository.code == "RU-AVPRF"
    assert repository.name == "Archive of Foreign Policy, Russian Federation (AVPRF)"


@pytest.mark.parametrize(
    ("verbatim", "parts"),
    [
        ("РГАНИ. Ф. 3. Оп. 16. Д. 294. Л. 207.", "fond 3 opis 16 delo 294"),
        (
            "АВП РФ, ф. 0100, оп. 55, п. 454, д. 9, л. 12об.-15",
            "fond 0100 opis 55 papka 454 delo 9",
        ),
        ("GARF fond R-9401, opis 2, delo 17a, list 5", "fond R-9401 opis 2 delo 17a"),
        ("ЦГАЛИ фонд 5-ос опись 1с дело 97", "fond 5-ос opis 1с delo 97"),
        ("RGASPI, 17/162/18/9-12", "fond 17 opis 162 delo 18"),
        ("ГАРФ. Ф. 1. Оп. 2. Ед. хр. 3. Лл. 4-5", "fond 1 opis 2 delo 3"),
        ("RGANI f.5,op.30,d.2,l.1", "fond 5 opis 30 delo 2"),
    ],
)
def test_parts_are_read_in_both_alphabets(verbatim, parts):
    reference = read_reference(verbatim)
    assert " ".join(f"{name} {value}" for name, value in reference.parts) == parts
    assert reference.family == "fond-opis-delo"


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("l. 17a.", [("17a", None)]),
        ("ll. 5-7ob.", [("5", "7ob")]),
        ("лл. 12об.–15", [("12об", "15")]),
        ("L. 139, 145.", [("139", None), ("145", None)]),
        ("L. 208 - 217. Copy. L. 3.", [("208", "217"), ("3", None)]),
        ("ll. 138–39", [("138", "39")]),
        ("9 л.", []),
        ("l. 3, 1962", [("3", None)]),
    ],
)
def test_leaves_are_as_printed(end, expected):
    assert leaves(f"RGANI, f. 5, op. 49, d. 131, {end}") == expected


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("AVP RF", "RU-AVPRF"),
        ("АВП РФ", "RU-AVPRF"),
        ("Архив внешней политики Российской Федерации (АВП РФ)", "RU-AVPRF"),
        ("Russian State Archive of Socio-Political History (RGASPI)", "RU-RGASPI"),
        ("ГАРФ", "RU-GARF"),
        ("TsA FSB RF", "RU-TsAFSB"),
        ("ГАКО", None),
    ],
)
def test_repositories_keep_their_name_and_get_our_code_if_known(name, code):
    repository = read_reference(f"{name}, f. 1, op. 2, d. 3, l. 4").repository
    assert (repository.name, repository.code) == (name, code)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Obtained and translated for CWIHP by Austin Jersild.",
            [("obtained", "Austin Jersild"), ("translated", "Austin Jersild")],
        ),
        (
            "Contributed, transcribed, and translated by Stephan Kieninger.",
            [
                ("obtained", "Stephan Kieninger"),
                ("transcribed", "Stephan Kieninger"),
                ("translated", "Stephan Kieninger"),
            ],
        ),
        (
            "Translated by R. K. Sen and Anna von der Heyde. Edited by John Doe, Jr.",
            [
                ("translated", "R. K. Sen"),
                ("translated", "Anna von der Heyde"),
                ("edited", "John Doe, Jr."),
            ],
        ),
        ("Translated from English.", []),
    ],
)
def test_credits_are_read_only_where_they_are_stated(words, expected):
    assert credits_of(f"RGANI, f. 1, op. 2, d. 3, l. 4. {words}") == expected


@pytest.mark.parametrize(
    "verbatim",
    [
        "",
        "...,;--",
        "He said that nothing had been decided, and left.",
        "17/162/18",
        "L. I. Brezhnev and D. F. Ustinov, 2 November 1962",
    ],
)
def test_what_no_grammar_fits_is_kept_unread(verbatim):
    reference = read_reference(verbatim)
    assert (reference.family, reference.parts, str(reference)) == ("unread", (), verbatim)


def test_of_two_references_the_second_stands_in_others():
    reference = read_reference("RGANI, f. 1, op. 2, d. 42, l. 5; op. 8, d. 4794, l. 3")
    assert reference.parts == (("fond", "1"), ("opis", "2"), ("delo", "42"))
    assert [one.parts for one in reference.others] == [(("opis", "8"), ("delo", "4794"))]
    assert [one.start for one in reference.others[0].leaves] == ["3"]


def test_a_further_reference_has_its_own_repository():
    reference = read_reference("RGANI, f. 1, op. 2, d. 3, l. 4; ГАРФ, ф. 5, оп. 6, д. 7, л. 8")
    assert [one.repository.code for one in reference.others] == ["RU-GARF"]


def test_a_label_without_value_is_a_lost_part():
    reference = read_reference("РГАНИ. Ф. 3. Оп. 66. Д. . Л. 50-56.")
    assert (reference.lost, "delo" in dict(reference.parts)) == (("delo",), False)


def test_places_are_those_of_the_parts():
    reference = read_reference(FOUNDING)
    printed = [FOUNDING[place.start : place.end] for place in reference.places]
    assert printed == ["90", "24", "5", "44"]


def test_ibid_is_no_repository():
    reference = read_reference("Ibid., Op.11, D.1605")
    assert (reference.repository, dict(reference.parts)) == (None, {"opis": "11", "delo": "1605"})
    assert all(finding.severity == "note" for finding in reference.findings)
