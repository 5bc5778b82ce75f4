"""References to one delo that contradict each other."""

import pytest

from provtrack.references import read_reference
from provtrack.references.same_delo import lint_same_delo, with_findings_across

RIGHT = "RGANI, f. 61, op. 4, d. 219, ll. 7-9"
OTHER_FORM = "РГАНИ. Ф. 61. Оп. 4. Д. 219. Л. 7–9."
EXCHANGED = "RGANI, f. 61, op. 219, d. 4, ll. 7-9"


def found(*lines: str) -> list[tuple[int, str, str]]:
    findings = lint_same_delo([read_reference(line) for line in lines])
    return [(place, one.code, str(one.severity)) for place, one in findings]


def test_the_rarer_of_two_exchanged_forms_is_flagged():
    assert found(RIGHT, EXCHANGED, OTHER_FORM) == [(1, "REF181", "warning")]


def test_of_two_equal_forms_each_has_a_note():
    assert found(RIGHT, EXCHANGED) == [(0, "REF181", "note"), (1, "REF181", "note")]


def test_the_finding_stands_at_the_opis_and_names_the_other_line():
    reference = with_findings_across([read_reference(RIGHT), read_reference(EXCHANGED)])[1]
    (finding,) = reference.findings
    assert reference.verbatim[finding.start : finding.end] == "219"
    assert "Line 1 has opis 4 and delo 219" in finding.message


@pytest.mark.parametrize(
    "other",
    [
        "RGANI, f. 61, op. 219, d. 4, ll. 30-31",
        "RGASPI, f. 61, op. 219, d. 4, ll. 7-9",
        "RGANI, f. 62, op. 219, d. 4, ll. 7-9",
        RIGHT,
    ],
)
def test_other_leaves_repository_or_fond_are_another_delo(other):
    assert found(RIGHT, other) == []


def test_one_delo_lies_in_one_papka():
    lines = [f"AVPRF, f. 07, op. 3, p. {papka}, d. 9, l. 2" for papka in (31, 31, 13)]
    assert found(*lines) == [(2, "REF182", "warning")]


def test_a_papka_that_is_not_given_contradicts_nothing():
    assert found("AVPRF, f. 07, op. 3, p. 31, d. 9", "AVPRF, f. 07, op. 3, d. 9") == []
