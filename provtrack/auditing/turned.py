"""Two parts of a passage quoted in turned order: "B; A" for "A; B".

Entry points: `turned_at`, `SHORTEST_PART`.
"""

from collections.abc import Sequence

from provtrack.auditing.quoted import Word

SHORTEST_PART = 4  # words of the shorter part; fewer are a change of word order


def turned_at(source: Sequence[Word], quoted: Sequence[Word]) -> tuple[int, int] | None:
    """Find where all words of a quotation stand, its first part behind its last.

    Returns:
        The first word of the passage, and the word of the quotation that answers it; or None.
    """
    many = len(quoted)
    keys, others = ([word.key for word in words] for words in (quoted, source))
    for start in range(len(others) - many + 1):
        for cut in range(SHORTEST_PART, many - SHORTEST_PART + 1):
            is_seam = keys[cut] == others[start] and keys[cut - 1] == others[start + many - 1]
            if is_seam and keys[cut:] + keys[:cut] == others[start : start + many]:
                return start, cut
    return None
