"""Count the changes of a row by sort, for the page's script: filters then never look at marks.

A tally reads "neg-s:2 sp-a:1": two negations, one accidental spelling. The sort is the key of the
filter that hides it; "s" alone is a paragraph that a version lacks, which no filter hides.
"""

from collections.abc import Iterable

from provtrack.reporting.wording import MarkStyle

UNFILTERED = "s"


def tally_of(styles: Iterable[MarkStyle], lacking: int = 0) -> str:
    """Write a tally of changes; empty where there is nothing to count.

    Args:
        lacking: Beads without change in which a version lacks the paragraphs of the other.
    """
    counts = {UNFILTERED: lacking} if lacking else {}
    for style in styles:
        counts[style.filter_key] = counts.get(style.filter_key, 0) + 1
    return " ".join([f"{key}:{count}" for key, count in counts.items()])
