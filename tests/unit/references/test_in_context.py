"""References beside their document and beside each other."""

from provtrack.references import read_reference
from provtrack.references.in_context import lint_together, lint_with_document


def codes(verbatim, **context):
    return [one.code for one in lint_with_document(read_reference(verbatim), **context)]


def test_a_series_that_began_later_than_the_document_is_odd():
    assert codes("TNA, FO 371/12345", date="1899") == ["REF160"]
    assert codes("TNA, FO 371/12345", date="1927") == []


def test_a_decimal_file_ends_in_the_date_of_its_document():
    assert codes("RG 59, Central Files, 691.93/11-262, NARA", date="1962-10-20") == ["REF161"]
    assert codes("RG 59, Central Files, 691.93/11-262, NARA", date="1962-11-02") == []


def test_many_more_leaves_than_are_held_are_odd():
    verbatim = "AVPRF, f. 90, op. 24, p. 44, d. 5, ll. 120-129"
    assert codes(verbatim, leaf_count=2) == ["REF105"]
    assert codes(verbatim, leaf_count=9) == []


def test_levels_exchanged_between_two_references_are_found():
    printed = ("RGANI, f. 3, op. 16, d. 350, l. 22", "РГАНИ, ф. 3, оп. 350, д. 16, л. 22")
    found = lint_together([read_reference(one) for one in printed])
    assert [(position, one.code) for position, one in found] == [(1, "REF181")]


def test_references_that_agree_have_no_finding():
    printed = ("RGANI, f. 3, op. 16, d. 350, l. 22", "РГАНИ. Ф. 3. Оп. 16. Д. 350. Л. 22.")
    assert lint_together([read_reference(one) for one in printed]) == ()


def test_a_reference_is_repeated_without_blanks_in_the_place_of_parentheses():
    printed = ("RGANI   , f. 3, op. 16, d. 350      , l. 22", "RGANI, f. 16, op. 3, d. 350, l. 22")
    (told,) = [one.message for _, one in lint_together([read_reference(one) for one in printed])]
    assert "“RGANI, f. 3, op. 16, d. 350, l. 22”" in told
