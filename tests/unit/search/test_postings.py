"""Postings: sorted positions under keys, whatever the size of the part."""

import numpy as np
import pytest

from provtrack.search.postings import position_bits, postings_of

KEY_BITS = 28


def postings(keys, **options):
    return postings_of(
        np.array(keys, dtype=np.uint32), size=len(keys), key_bits=KEY_BITS, **options
    )


def test_positions_of_a_key_come_in_order():
    found = postings([7, 9, 7, 1 << 27, 7])
    assert found.positions(*found.range_of(7)).tolist() == [0, 2, 4]


def test_a_key_that_is_not_there_has_no_positions():
    found = postings([7, 9])
    assert not len(found.positions(*found.range_of(8)))


def test_the_first_positions_only_are_kept():
    found = postings([7, 7, 7, 9, 7], most=2)
    assert found.positions(*found.range_of(7)).tolist() == [0, 1]


def test_a_part_of_many_keys_is_sorted_in_ranges():
    generator = np.random.default_rng(1)
    keys = generator.integers(0, 1 << KEY_BITS, size=2_500_000, dtype=np.uint32)
    found = postings_of(keys, size=len(keys), key_bits=KEY_BITS)
    assert all(
        at in found.positions(*found.range_of(int(keys[at]))) for at in range(0, len(keys), 50_000)
    )


def test_positions_within_a_stretch():
    found = postings([7, 9, 7, 9, 7])
    assert found.positions(*found.range_within(7, 1, 4)).tolist() == [2]


def test_where_a_key_stands_is_told_for_many_positions():
    found = postings([7, 9, 7])
    assert found.held(7, np.array([-1, 0, 1, 2])).tolist() == [False, True, False, True]


def test_more_words_than_a_part_can_hold_are_refused():
    with pytest.raises(ValueError, match="too many"):
        position_bits(1 << 24, KEY_BITS)


def test_many_keys_are_looked_up_at_once_as_one_by_one():
    generator = np.random.default_rng(1)
    found = postings(generator.integers(0, 500, size=20_000, dtype=np.uint32).tolist())
    asked = np.arange(600, dtype=np.uint32)
    starts, ends = found.ranges_of(asked)
    one_by_one = [found.range_of(int(key)) for key in asked]
    held = [ends[at] - starts[at] for at in range(600)]
    assert held == [end - start for start, end in one_by_one]
    assert found.positions_in(starts, ends).tolist() == [
        position for place in one_by_one for position in found.positions(*place).tolist()
    ]
