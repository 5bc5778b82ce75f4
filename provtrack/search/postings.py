"""Postings: where each key stands, in one array of 32 bits a place and a small table of buckets.

The high bits of a key choose a bucket; its low bits stand before the position, in what 32 bits
leave free. So a short text has few buckets and a long one many, and the key is the same: what is
found does not depend on how texts are divided among parts. Entry points: `postings_of`, `Postings`.
"""

from bisect import bisect_left
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

POSTING_BITS = 32
MAX_POSITION_BITS = 24  # 16.7 million words in a part, some 100 MB of text
SORTED_AT_ONCE = 1 << 18  # keys; more would take more memory, fewer more time

Array = NDArray[np.uint32]
Positions = NDArray[np.int64]


@dataclass(slots=True, eq=False)
class Postings:
    """The positions of keys.

    Attributes:
        buckets: Where each bucket begins in `packed`, and where the last ends.
        packed: Low bits of the key, then the position; sorted inside each bucket.
        key_bits: Of a whole key.
        position_bits: Of a position.
    """

    buckets: Array
    packed: Array
    key_bits: int
    position_bits: int
    _bounds: memoryview = field(init=False, repr=False)
    _places: memoryview = field(init=False, repr=False)

    def __post_init__(self) -> None:
        # To read single items a memoryview is three times as fast as an array.
        self._bounds = self.buckets.data
        self._places = self.packed.data

    def range_of(self, key: int) -> tuple[int, int]:
        """Give where the postings of a key begin and end in `packed`."""
        low_bits = POSTING_BITS - self.position_bits
        bucket = key >> low_bits
        start, end = self._bounds[bucket], self._bounds[bucket + 1]
        if start >= end:
            return start, start
        first = (key & ((1 << low_bits) - 1)) << self.position_bits
        after = first + (1 << self.position_bits)
        start = bisect_left(self._places, first, start, end)
        return start, bisect_left(self._places, after, start, end)

    def range_within(self, key: int, first: int, after: int) -> tuple[int, int]:
        """Give where the postings of a key at the positions [first, after) begin and end."""
        low_bits = POSTING_BITS - self.position_bits
        bucket = key >> low_bits
        start, end = self._bounds[bucket], self._bounds[bucket + 1]
        low = (key & ((1 << low_bits) - 1)) << self.position_bits
        start = bisect_left(self._places, low | first, start, end)
        return start, bisect_left(self._places, low + after, start, end)

    def holds(self, key: int, position: int) -> bool:
        """Tell whether a key stands at a position."""
        start, end = self.range_within(key, position, position + 1)
        return start < end

    def held(self, key: int, positions: Positions) -> NDArray[np.bool_]:
        """Tell at which of some positions a key stands."""
        low_bits = POSTING_BITS - self.position_bits
        bucket = key >> low_bits
        some = self.packed[self._bounds[bucket] : self._bounds[bucket + 1]]
        if not len(some):
            return np.zeros(len(positions), dtype=bool)
        low = (key & ((1 << low_bits) - 1)) << self.position_bits
        wanted = (np.maximum(positions, 0) | low).astype(np.uint32)
        at = np.minimum(np.searchsorted(some, wanted), len(some) - 1)
        held: NDArray[np.bool_] = (some[at] == wanted) & (positions >= 0)
        return held

    def ranges_of(self, keys: Array) -> tuple[Positions, Positions]:
        """Give where the postings of many keys begin and end: `range_of` for all at once."""
        low_bits = POSTING_BITS - self.position_bits
        bucket = (keys >> np.uint32(low_bits)).astype(np.int64)
        starts = self.buckets[bucket].astype(np.int64)
        ends = self.buckets[bucket + 1].astype(np.int64)
        first = (keys & np.uint32((1 << low_bits) - 1)).astype(np.int64) << self.position_bits
        starts = self._bisected(first, starts, ends)
        return starts, self._bisected(first + (1 << self.position_bits), starts, ends)

    def _bisected(self, values: Positions, starts: Positions, ends: Positions) -> Positions:
        """Bisect many stretches of `packed` at once."""
        low, high = starts.copy(), ends.copy()
        still = np.flatnonzero(low < high)
        while len(still):
            middle = (low[still] + high[still]) >> 1
            is_less = self.packed[middle] < values[still]
            low[still[is_less]] = middle[is_less] + 1
            high[still[~is_less]] = middle[~is_less]
            still = still[low[still] < high[still]]
        return low

    def positions_in(self, starts: Positions, ends: Positions) -> Positions:
        """Give the positions of many ranges, one range after the other."""
        lengths = ends - starts
        before = np.cumsum(lengths) - lengths
        at = np.arange(int(lengths.sum())) + np.repeat(starts - before, lengths)
        mask = np.uint32((1 << self.position_bits) - 1)
        positions: Positions = (self.packed[at] & mask).astype(np.int64)
        return positions

    def positions(self, start: int, end: int) -> Positions:
        """Give the positions of a range, in order."""
        mask = np.uint32((1 << self.position_bits) - 1)
        return (self.packed[start:end] & mask).astype(np.int64)


def position_bits(size: int, key_bits: int) -> int:
    """Tell how many bits the positions of a part of `size` words take.

    Raises:
        ValueError: More words than a part can hold.
    """
    bits = max(size.bit_length(), POSTING_BITS - key_bits)
    if bits > MAX_POSITION_BITS:
        raise ValueError(f"{size} words are too many for one part of an index")
    return bits


def postings_of(
    keys: Array, *, size: int, key_bits: int, dropped: int = 0, most: int | None = None
) -> Postings:
    """Sort positions by their keys.

    Args:
        keys: Of the words at 0, 1, 2 ...
        size: Words of the part.
        dropped: Low bits of the keys that do not count.
        most: Of each key only so many positions are kept, the first ones; None: all.

    Cost: n log n; memory 8 bytes a key.
    """
    bits = position_bits(size, key_bits)
    low_bits = POSTING_BITS - bits
    buckets = np.zeros((1 << (key_bits - low_bits)) + 1, dtype=np.uint32)
    packed = np.empty(len(keys), dtype=np.uint32)
    filled = 0
    for low, high in _ranges(len(keys), key_bits, low_bits):
        chosen = _between(keys, low << dropped, high << dropped)
        joined = keys[chosen].astype(np.uint64)  # then in place, to spare memory
        joined >>= np.uint64(dropped)
        joined <<= np.uint64(bits)
        joined |= chosen
        joined.sort()
        if most is not None:
            joined = joined[_ranks(joined >> np.uint64(bits)) < most]
        packed[filled : filled + len(joined)] = joined.astype(np.uint32)  # its low 32 bits
        first, last = low >> low_bits, high >> low_bits
        edges = np.arange(first + 1, last + 1, dtype=np.uint64) << np.uint64(POSTING_BITS)
        buckets[first + 1 : last + 1] = np.searchsorted(joined, edges) + filled
        filled += len(joined)
    return Postings(buckets, packed if most is None else packed[:filled].copy(), key_bits, bits)


def _between(keys: Array, low: int, high: int) -> Array:
    """Give the positions of keys in [low, high), a stretch at a time to spare memory."""
    last = np.uint32(high - 1 - low)
    found = [
        np.flatnonzero(keys[start : start + SORTED_AT_ONCE] - np.uint32(low) <= last).astype(
            np.uint32
        )
        + np.uint32(start)
        for start in range(0, len(keys), SORTED_AT_ONCE)
    ]
    return np.concatenate(found) if found else np.zeros(0, dtype=np.uint32)


def _ranks(ordered: NDArray[np.uint64]) -> Positions:
    """Count, for each of some sorted keys, how many equal ones stand before it."""
    if not len(ordered):
        return np.zeros(0, dtype=np.int64)
    firsts = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
    lengths = np.diff(np.append(firsts, len(ordered)))
    return np.arange(len(ordered)) - np.repeat(firsts, lengths)


def _ranges(size: int, key_bits: int, low_bits: int) -> list[tuple[int, int]]:
    """Divide the keys into ranges of whole buckets, so that one range is sorted at a time."""
    most = key_bits - low_bits
    parts = 1 << min(most, max(0, (size - 1) // SORTED_AT_ONCE).bit_length())
    width = (1 << key_bits) // parts
    return [(number * width, (number + 1) * width) for number in range(parts)]
