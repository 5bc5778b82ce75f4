"""Letters that differ inside a substituted word: centre, center.

For showing only: a change is always the whole words. Found by diff-match-patch with its semantic
clean-up and without its time limit, which would make the answer depend on the machine; the input
is bounded instead. Never inside figures: "1[2,50]0" helps nobody. Entry point: `refine`.
"""

import unicodedata

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel

from provtrack.model.text import Span

_LONGEST = 80  # code points of a reading; longer ones are shown whole
_LEAST_ALIKE = 0.6


def refine(base: str, witness: str) -> tuple[tuple[Span, Span], ...]:
    """Find the letters in which two readings differ.

    Returns:
        Pairs of spans in the two readings, in order, one of each pair perhaps empty; none where
        the readings are to be shown whole: too long, too unlike, figures, or letters with marks
        that must not be parted.
    """
    if not base or not witness or base == witness or max(len(base), len(witness)) > _LONGEST:
        return ()
    if any(character.isnumeric() or _is_bound(character) for character in base + witness):
        return ()
    if Indel.normalized_similarity(base, witness) < _LEAST_ALIKE:
        return ()
    if witness < base:
        return tuple((ours, theirs) for theirs, ours in _differing(witness, base))
    return tuple(_differing(base, witness))


def _is_bound(character: str) -> bool:
    """Tell marks, joiners and surrogates, which belong to the letter beside them."""
    return unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf", "Cs"}


def _differing(base: str, witness: str) -> list[tuple[Span, Span]]:
    """Compare two readings letter by letter; neighbours become one pair."""
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    steps = engine.diff_main(base, witness, False)
    engine.diff_cleanupSemantic(steps)
    pairs: list[tuple[Span, Span]] = []
    here = there = 0
    is_open = False
    for kind, letters in steps:
        ours = Span(here, here + len(letters) * (kind <= 0))
        theirs = Span(there, there + len(letters) * (kind >= 0))
        here, there = ours.end, theirs.end
        if kind == 0:
            is_open = False
            continue
        if is_open:
            first, second = pairs.pop()
            ours, theirs = Span(first.start, ours.end), Span(second.start, theirs.end)
        pairs.append((ours, theirs))
        is_open = True
    return pairs
