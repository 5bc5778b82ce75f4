"""Variants that editors of Foreign Relations of the United States left between two printings.

Each was found by hand in the printed volumes; a comparison must find it and say what it is.
"""

from pathlib import Path

import pytest

from provtrack.comparing import compare_versions, open_version
from provtrack.model.comparison import Change
from provtrack.reporting import findings_in_words

pytestmark = pytest.mark.conformance

CASES = Path(__file__).parents[2].parent / "shared" / "cases"
VIENNA = ("frus-vienna-china-1961", "memcon", "note")
KENNEDY = ("frus-kennedy-1961-11", "full", "vietnam")
KHRUSHCHEV = ("frus-khrushchev-1962-09", "full", "berlin")
Printings = tuple[str, str, str]

VARIANTS = [
    (VIENNA, "Crimea", "China", "substantive name"),
    (VIENNA, "criticize", "criticise", "accidental spelling"),
    (VIENNA, "co- existence", "co-existence", "accidental hyphenation"),
    (KENNEDY, "20-31", "20-21", "substantive date"),
    (KENNEDY, "Vietnam", "Viet-Nam", "accidental name-form"),
    (KHRUSHCHEV, "expose", "explode", "substantive wording"),
]


@pytest.fixture(scope="module")
def compared(request):
    """Compare two printings, once for all their variants."""
    if not CASES.exists():
        pytest.skip("the shared cases are not beside this checkout")
    case, base, witness = request.param
    opened = [open_version(str(CASES / case / f"{name}.en.txt"), CASES) for name in (base, witness)]
    return compare_versions(opened[0], opened[1:]).collation


def changes(collation) -> list[Change]:
    return [change for bead in collation.witnesses[0].beads for change in bead.changes]


@pytest.mark.parametrize(("compared", "old", "new", "class_"), VARIANTS, indirect=["compared"])
def test_a_known_variant_is_found_and_rightly_classed(compared, old, new, class_):
    found = {
        f"{one.significance} {one.nature}"
        for one in changes(compared)
        if (one.base.text, one.witness.text) == (old, new)
    }
    assert found == {class_}


@pytest.mark.parametrize(
    ("compared", "words"),
    [
        (VIENNA, "a name differs at §\N{NO-BREAK SPACE}44 (“Crimea” / “China”)"),
        (KENNEDY, "a date differs at §\N{NO-BREAK SPACE}10 (“July 20-31” / “July 20-21”)"),
        (KHRUSHCHEV, "(“expose” / “explode”)"),
    ],
    indirect=["compared"],
)
def test_the_summary_leads_to_the_variant_that_matters(compared, words):
    assert words in findings_in_words(compared)[0].split(". In all")[0]
