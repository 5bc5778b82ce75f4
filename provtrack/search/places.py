"""Where one segment of a quotation stands: exactly, or with changes.

Exact places are found by their keys and read once, to be sure; where there are none, the likeliest
candidates are read and aligned. Entry points: `places_of`, `places_in`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz.distance import Levenshtein

from provtrack.search.aligning import Aligned, aligned
from provtrack.search.candidates import (
    FEW_POSTINGS,
    Candidate,
    candidates,
    candidates_in,
    exact_candidates,
    stands_at,
)
from provtrack.search.index import RARE, PassageIndex
from provtrack.search.sought import Sought, rare_positions, sought
from provtrack.search.stock import is_stock_phrase
from provtrack.search.stretches import Stretch, TextNumber, stretch_of

MOST_PLACES = 20
READ = 4  # candidates that are read
SURE = 0.85  # a place so similar that no other need be looked for among frequent words
READ_NOISY = 10  # the same of a text in which few words are whole
LEAST_SHARE = 0.4  # of the votes of the best candidate, for a further one to be read
BEYOND = 4  # words read on either side of a candidate
# How similar a passage must be to so many words: set phrases make short sentences alike.
NEEDED = ((2, 0.9), (8, 0.82), (16, 0.75), (30, 0.68))
WINDOW_FOR_FIND = 8  # words; a shorter text may stand twice in a stretch


@dataclass(frozen=True, slots=True)
class Place:
    """Where a segment stands.

    Attributes:
        part, number: The text.
        start, end: Code points of the text.
        first, last: Its words, counted in the text, [first, last).
        similarity: 0.0 to 1.0.
        covered: The words of the segment that stand here, [start, end).
        likeness: Of the text as written, signs and all, where several places have equal words.
    """

    part: int
    number: int
    start: int
    end: int
    first: int
    last: int
    similarity: float
    covered: tuple[int, int]
    likeness: float = 1.0


def needed(words: int, table: Sequence[tuple[int, float]] = NEEDED) -> float:
    """Give how similar a passage must be to so many words: the fewer, the more."""
    counts, similarities = zip(*table, strict=True)
    return float(np.interp(words, counts, similarities))


def places_of(
    wanted: Sought,
    index: PassageIndex,
    first: Sequence[TextNumber],
    *,
    may_be_noisy: bool = True,
) -> list[Place]:
    """Find where a segment stands.

    Args:
        first: Texts to be asked first: a place with changes is looked for in each of them.
        may_be_noisy: Read also texts in which few words are whole, where no other is similar
            enough.

    Returns:
        The most similar first; among equal ones those in `first`, then in the order of the texts.
    """
    if not len(wanted):
        return []
    if len(wanted) == 1:
        found = _single_word(wanted, index, first)
    else:
        found = _exact(wanted, index)
        if len(found) == 1 and not first:
            return found
        asked = set(first) - {(place.part, place.number) for place in found}
        found += places_in(wanted, index, sorted(asked))
        if not any(place.similarity == 1 for place in found):
            found += _changed_anywhere(wanted, index, found, may_be_noisy=may_be_noisy)
    return _ordered(_with_ties_told(found, wanted, index), index, first)


def _changed_anywhere(
    wanted: Sought, index: PassageIndex, found: Sequence[Place], *, may_be_noisy: bool
) -> list[Place]:
    """Find where a segment stands with changes, in any text.

    The rarest pairs are asked first: that takes hardly longer in a large index than in a small one.
    Frequent pairs, and then rare words, are asked where no place is similar enough.

    Args:
        found: Places in texts that were asked first.
    """
    places = [*found]
    likely = candidates(wanted, index, most=FEW_POSTINGS)[:READ]
    places += _changed(wanted, index, likely)
    if _best(places) < SURE:
        further = [
            one
            for one in candidates(wanted, index)[:READ]
            if not any(one.overlaps(other, len(wanted)) for other in likely)
        ]
        places += _changed(wanted, index, further)
        likely += further
    if may_be_noisy and _best(places) < needed(len(wanted)):
        known = {(one.part, one.number) for one in likely}
        further = candidates(wanted, index, with_rare=True)
        others = [one for one in further if (one.part, one.number) not in known]
        places += _changed(wanted, index, others[:READ_NOISY])
    return places[len(found) :]


def _best(places: Sequence[Place]) -> float:
    """Give the similarity of the most similar place; 0 without any."""
    return max((place.similarity for place in places), default=0.0)


def places_in(wanted: Sought, index: PassageIndex, texts: Sequence[TextNumber]) -> list[Place]:
    """Find where a segment stands in some texts."""
    if not texts or len(wanted) < 2:
        return []
    return _changed(wanted, index, candidates_in(wanted, index, texts)[:READ], is_named=True)


def _exact(wanted: Sought, index: PassageIndex) -> list[Place]:
    """Find where exactly these words stand."""
    found = []
    for part, position in exact_candidates(wanted, index):
        held = index.parts[part]
        number = held.number_at(position)
        begin, after = held.bounds(number)
        if number in held.removed or position + len(wanted) > after:
            continue
        found.append((held.texts[number].order, part, number, position - begin))
    found.sort()
    places = []
    for _, part, number, first in found[:MOST_PLACES]:
        place = _read_exact(wanted, index, (part, number), first)
        if place:
            places.append(place)
    return places


def _read_exact(wanted: Sought, index: PassageIndex, text: TextNumber, first: int) -> Place | None:
    """Read an exact candidate; None if the text has changed or cannot be read."""
    stretch = stretch_of(index, text, first, first + len(wanted))
    if stretch is None:
        return None
    whole = (0, len(wanted))
    bare = wanted.bare  # most exact quotations have every sign right; no word needs to be split
    if len(wanted) >= WINDOW_FOR_FIND:
        at = stretch.text.find(bare)
        if at >= 0 and stretch.text.find(bare, at + 1) < 0:
            start = stretch.offset + at
            return Place(*text, start, start + len(bare), first, first + whole[1], 1.0, whole)
    part = index.parts[text[0]]
    if not stands_at(wanted, part, part.bounds(text[1])[0] + first):
        return None  # told without splitting the stretch into words
    return same_words(wanted, stretch, text, first - stretch.first)


def same_words(wanted: Sought, stretch: Stretch, text: TextNumber, at: int) -> Place | None:
    """Make a place of the words of a stretch from `at` on, if they are those looked for."""
    words, last = stretch.words, at + len(wanted)
    if at < 0 or not np.array_equal(words.keys[at:last], wanted.words.keys):
        return None
    start, end = int(words.starts[at]), int(words.ends[last - 1])
    return Place(
        *text,
        stretch.offset + start,
        stretch.offset + end,
        stretch.first + at,
        stretch.first + last,
        1.0,
        (0, len(wanted)),
    )


def _single_word(wanted: Sought, index: PassageIndex, first: Sequence[TextNumber]) -> list[Place]:
    """Find a word that is rare in the index, or in the texts to be asked first."""
    found: list[Place] = []
    for part, positions in enumerate(rare_positions(wanted.words, index, RARE).get(0, [])):
        held = index.parts[part]
        for position in positions.tolist():
            number = held.number_at(position)
            begin = held.bounds(number)[0]
            place = _read_exact(wanted, index, (part, number), position - begin)
            found += [place] if place else []
    if not found:
        for text in first:
            found += words_everywhere(wanted, index, text)
    return found


def word_anywhere(word: str, index: PassageIndex, most: int) -> list[Place]:
    """Read text after text for a word that is not rare, until it is found `most` times."""
    wanted = sought(word)
    texts = [
        (text.order, number, place)
        for number, part in enumerate(index.parts)
        for place, text in enumerate(part.texts)
        if place not in part.removed
    ]
    found: list[Place] = []
    for _, number, place in sorted(texts):
        found += words_everywhere(wanted, index, (number, place))
        if len(found) >= most:
            break
    return found[:most]


def words_everywhere(wanted: Sought, index: PassageIndex, text: TextNumber) -> list[Place]:
    """Read a whole text for exactly these words."""
    begin, after = index.parts[text[0]].bounds(text[1])
    stretch = stretch_of(index, text, 0, after - begin)
    if stretch is None:
        return []
    starts = np.flatnonzero(stretch.words.keys == wanted.keys[0]).tolist()
    found = (same_words(wanted, stretch, text, at) for at in starts)
    return [place for place in found if place]


def _changed(
    wanted: Sought, index: PassageIndex, found: Sequence[Candidate], *, is_named: bool = False
) -> list[Place]:
    """Read the likeliest candidates, and keep those that are similar enough.

    Args:
        is_named: Their texts were to be asked first: there a stock phrase is evidence enough.
    """
    places: list[Place] = []
    for one in found:
        if one.votes < LEAST_SHARE * found[0].votes:
            break
        begin = index.parts[one.part].bounds(one.number)[0]
        beyond = BEYOND + len(wanted) // 8
        first = one.low - begin - beyond
        last = one.high - begin + len(wanted) + beyond
        stretch = stretch_of(index, (one.part, one.number), first, last)
        if stretch is None:
            continue
        text = (one.part, one.number)
        if is_named:
            places += _aligned(wanted, stretch, text)
        else:
            places += _without_phrases(wanted, stretch, text, index)
    return places


def _aligned(wanted: Sought, stretch: Stretch, text: TextNumber) -> list[Place]:
    """Align a segment with a stretch."""
    found = aligned(wanted.words, stretch.words, stretch.text)
    return [place_in(found, stretch, text)] if found else []


def _without_phrases(
    wanted: Sought, stretch: Stretch, text: TextNumber, index: PassageIndex
) -> list[Place]:
    """Align a segment with a stretch that nothing names, unless they share a stock phrase only."""
    found = aligned(wanted.words, stretch.words, stretch.text)
    if found is None:
        return []
    is_similar = found.similarity >= needed(len(wanted))  # others are left out anyway
    if is_similar and is_stock_phrase(wanted, found.blocks, stretch.words, text, index):
        return []
    return [place_in(found, stretch, text)]


def place_in(found: Aligned, stretch: Stretch, text: TextNumber) -> Place:
    words = stretch.words
    return Place(
        *text,
        stretch.offset + int(words.starts[found.first]),
        stretch.offset + int(words.ends[found.last - 1]),
        stretch.first + found.first,
        stretch.first + found.last,
        round(found.similarity, 4),
        (found.start, found.end),
    )


def _with_ties_told(found: Sequence[Place], wanted: Sought, index: PassageIndex) -> Sequence[Place]:
    """Compare, where several places are equally similar, the text as it is written."""
    best = max((place.similarity for place in found), default=0.0)
    if sum(place.similarity == best for place in found) < 2:
        return found
    bare = wanted.bare
    told = []
    for place in found:
        text = index.text(place.part, place.number) if place.similarity == best else None
        if text is not None:
            likeness = Levenshtein.normalized_similarity(bare, text[place.start : place.end])
            place = replace(place, likeness=round(likeness, 4))
        told.append(place)
    return told


def _ordered(
    found: Sequence[Place], index: PassageIndex, first: Sequence[TextNumber]
) -> list[Place]:
    """Sort places, and leave out those that lie in a better one."""
    asked = set(first)

    def order(place: Place) -> tuple[object, ...]:
        text = index.parts[place.part].texts[place.number]
        is_asked = (place.part, place.number) in asked
        return (
            -place.similarity,
            not is_asked,
            -place.likeness,
            *text.order,
            place.start,
            place.end,
        )

    kept: list[Place] = []
    for place in sorted(found, key=order):
        if not any(_overlap(place, other) for other in kept):
            kept.append(place)
    return kept[:MOST_PLACES]


def _overlap(one: Place, other: Place) -> bool:
    same_text = (one.part, one.number) == (other.part, other.number)
    return same_text and one.start < other.end and other.start < one.end
