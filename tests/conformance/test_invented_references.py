"""References of every family in customary forms, invented: parts, flags, and no false flags."""

import pytest

from bench.invented_references import invented, misses
from bench.references import is_flagged
from provtrack.references import read_reference
from provtrack.references.printing import print_house

ROWS = invented()
FAMILIES = sorted({row["family"] for row in ROWS})
# A letter that may as well be a suffix is not told from a figure misread.
NOT_SEEN = {
    "Source: Johnson Library, National Security File, Country File, Vietnam, Box 2G. Confidential.",
    "RGANI. F. 3. Op. 6G. D. 475. L. 2",
}

pytestmark = pytest.mark.conformance


@pytest.mark.parametrize("family", FAMILIES)
def test_sound_references_of_a_family_are_read_whole(family):
    sound = [row for row in ROWS if row["family"] == family and not row["damage"]]
    wrong = {row["verbatim"]: found for row in sound if (found := misses(row))}
    assert len(sound) >= 15
    assert wrong == {}


@pytest.mark.parametrize("family", FAMILIES)
def test_sound_references_of_a_family_are_not_flagged(family):
    sound = [row for row in ROWS if row["family"] == family and not row["damage"]]
    assert [row["verbatim"] for row in sound if is_flagged(row["verbatim"])] == []


@pytest.mark.parametrize("family", FAMILIES)
def test_damaged_references_of_a_family_are_flagged(family):
    damaged = [row for row in ROWS if row["family"] == family and row["damage"]]
    unseen = {row["verbatim"] for row in damaged if not is_flagged(row["verbatim"])}
    assert len(damaged) >= 7
    assert unseen <= NOT_SEEN


def test_damaged_values_are_kept_as_written_or_lost():
    damaged = [row for row in ROWS if row["damage"]]
    wrong = {row["verbatim"]: found for row in damaged if (found := misses(row))}
    assert wrong == {}


@pytest.mark.parametrize("family", FAMILIES)
def test_a_reference_printed_in_house_style_is_read_as_the_same(family):
    rows = [row for row in ROWS if row["family"] == family and not row["damage"]]
    for one in (read_reference(row["verbatim"]) for row in rows):
        again = read_reference(print_house(one))
        is_whole = one.repository is not None or len(one.parts) > 1  # not "Ibid., d. 12"
        if one.family in ("unread", "frus-source-note") or not is_whole:
            continue  # a note is told by its "Source:"
        assert (dict(again.parts), again.leaves) == (dict(one.parts), one.leaves)
