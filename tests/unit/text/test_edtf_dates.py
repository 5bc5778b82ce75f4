"""EDTF of levels 0 and 1, checked."""

from pathlib import Path

import pytest

from provtrack.text.edtf_dates import is_edtf, parse_edtf

LISTS = (
    Path(__file__).parents[3].parent / "shared/conformance/provenance/edtf/edtf-validate-lists.tsv"
)
OUR_LEVELS = {"Level0", "Level1", "L0_L1", "L0_Intervals", "L1_Intervals"}


@pytest.mark.parametrize(
    "text",
    [
        *("1962", "1962-11", "1962-11-02", "1962-02-28", "1964-02-29", "-0043", "Y170000002"),
        *("1962~", "1962-11?", "196X", "19XX", "1962-XX", "1962-11-XX", "1962-21", "1962/.."),
        *("1962-11-02T10:20:30Z", "1962/1963", "1962-11-02/1962-11-02", "/1962", "0000"),
    ],
)
def test_is_edtf(text):
    assert is_edtf(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "62", "1962-13", "1962-00", "1962-02-29", "1962-11-31", "-0000", "Y1962", "1962-1"),
        *("1962-21-01", "1962/1961", "1962-11-02/1962-10-01", "/", "1962/1963/1964", " 1962"),
        *("1962-XX-05", "196X-11", "1962-11-02T25:00:00", "2 November 1962", "1962\n", "١٩٦٢"),
    ],
)
def test_is_not_edtf(text):
    assert not is_edtf(text)


def test_an_open_end_is_none():
    assert parse_edtf("1962/..")[1] is None


@pytest.mark.conformance
@pytest.mark.skipif(not LISTS.exists(), reason="the conformance lists are not beside the project")
def test_lists_of_valid_and_invalid_dates_are_told_apart():
    rows = [line.partition("\t") for line in LISTS.read_text("utf-8").splitlines()[1:]]
    valid = [text for name, _, text in rows if name in OUR_LEVELS]
    invalid = [text for name, _, text in rows if name.startswith("invalid")]
    assert (len(valid), len(invalid)) == (136, 41)
    assert [text for text in valid if not is_edtf(text)] == []
    assert [text for text in invalid if is_edtf(text)] == []
