"""Where most words of a phrase stand close together in a longer row of words.

Words that are frequent there say little. Entry point: `close_together`.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from itertools import accumulate

_SLACK = 2  # words beside a place that may be the phrase's own, and a quarter of its words


def close_together(
    words: Sequence[Hashable], phrase: Sequence[Hashable], *, is_last: bool = False
) -> tuple[int, int]:
    """Find the range of words among which a phrase stands, with some slack beside it.

    Each word of the phrase counts by how rare it is among all; their order does not.

    Args:
        is_last: Of places that are equal take the last, not the first.

    Returns:
        [start, end); all words, if they are no more than those of the phrase.

    Cost: linear in `words`.
    """
    many = len(phrase)
    if len(words) <= many:
        return 0, len(words)
    wanted = frozenset(phrase)
    counts = Counter(words)
    sums = [0.0, *accumulate(1 / counts[word] if word in wanted else 0.0 for word in words)]
    places = range(len(words) - many + 1)
    best = max(
        reversed(places) if is_last else places,
        key=lambda at: round(sums[at + many] - sums[at], 6),  # sums of equal places may differ
    )
    slack = _SLACK + many // 4
    return max(0, best - slack), min(len(words), best + many + slack)
