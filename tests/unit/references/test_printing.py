"""References printed in the customary styles, and written as data."""

import pytest

from provtrack.references import read_reference
from provtrack.references.printing import (
    print_chicago,
    print_cwihp,
    print_gost,
    print_house,
    unitid_of,
)
from provtrack.references.written_forms import as_csl, as_json

RUSSIAN = read_reference("АВП РФ, ф. 90, оп. 24, д. 5, п. 44, лл. 120-12об.")
WITH_CREDITS = read_reference("RGANI, f. 5, op. 49, d. 131, l. 9. Translated by Ann Doe.")


@pytest.mark.parametrize(
    ("print_style", "expected"),
    [
        (print_house, "AVPRF, f. 90, op. 24, p. 44, d. 5, ll. 120-12об"),
        (print_chicago, "ll. 120–12об, d. 5, p. 44, op. 24, f. 90, AVPRF"),
        (print_gost, "АВП РФ. Ф. 90. Оп. 24. П. 44. Д. 5. Л. 120–12об."),
        (unitid_of, "f. 90, op. 24, p. 44, d. 5"),
    ],
)
def test_a_style_orders_the_levels_and_keeps_the_values(print_style, expected):
    assert print_style(RUSSIAN) == expected


def test_cwihp_style_ends_with_the_credits():
    printed = print_cwihp(WITH_CREDITS)
    assert printed == "RGANI, f. 5, op. 49, d. 131, l. 9. Translated by Ann Doe."


@pytest.mark.parametrize(
    "verbatim",
    [
        "RGASPI, f. 17, op. 162, d. 18, ll. 5-7",
        "TNA, FO 371/164929, FC 1062/5",
        "BArch, B 136/59748, Bl. 3",
        "AMSZ, z. 12, w. 2, t. 37, k. 5-9",
        "NARA, RG 59, Lot 64 D 199, Box 5",
    ],
)
def test_what_is_printed_in_house_style_is_read_again(verbatim):
    assert print_house(read_reference(verbatim)) == verbatim


def test_json_has_null_for_a_lost_part_and_a_place_for_each_finding():
    form = as_json(read_reference("RGANI, f. 3, op. 66, d. , l. 13"))
    assert form["parts"] == {"fond": "3", "opis": "66", "delo": None}
    assert form["findings"][0]["rule"] == "REF112"
    assert (form["findings"][0]["start"], form["findings"][0]["end"]) == (21, 22)
    assert list(form) == [
        "verbatim", "family", "repository", "parts", "leaves", "credits", "others", "findings",
    ]  # fmt: skip


def test_csl_names_archive_location_and_translator():
    item = as_csl(WITH_CREDITS, 1)
    assert item["archive"] == "RGANI"
    assert item["archive_location"] == "f. 5, op. 49, d. 131"
    assert item["translator"] == [{"literal": "Ann Doe"}]
