"""Find a segment of a quotation in the text beside another segment of it.

So near, less similarity is needed than anywhere: few words are alike there by chance.
Entry point: `place_beside`.
"""

import numpy as np

from provtrack.search.aligning import aligned
from provtrack.search.places import Place, needed, place_in, same_words
from provtrack.search.sought import Sought
from provtrack.search.stretches import Stretch, TextNumber
from provtrack.text.close_together import close_together

# How similar it must be to so many words. Of 400 words of another document below .8 % of segments
# of five words and more are, measured on FRUS.
NEEDED = ((3, 0.8), (5, 0.65))
SAME = 0.5  # of its words


def place_beside(wanted: Sought, stretch: Stretch, text: TextNumber, *, last: bool) -> Place | None:
    """Find a segment in a stretch beside another one.

    Args:
        last: Of several places take the last, not the first.
    """
    starts = np.flatnonzero(stretch.words.keys == wanted.keys[0]).tolist()
    for at in reversed(starts) if last else starts:
        place = same_words(wanted, stretch, text, at)
        if place:
            return place
    if len(wanted) < 3:
        return None
    keys = stretch.words.keys.tolist()
    start, end = close_together(keys, wanted.keys, is_last=last)
    near = stretch.between(stretch.first + start, stretch.first + end)
    return _beside(wanted, near, text) or _beside(wanted, stretch, text)


def _beside(wanted: Sought, stretch: Stretch | None, text: TextNumber) -> Place | None:
    """Align a segment with a stretch, if enough of its words stand there."""
    found = stretch and aligned(wanted.words, stretch.words, stretch.text)
    if not stretch or not found:
        return None
    if found.similarity < needed(len(wanted), NEEDED):
        return None
    same = sum(block.size for block in found.blocks)
    return place_in(found, stretch, text) if same >= SAME * len(wanted) else None
