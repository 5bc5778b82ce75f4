"""Find where the words of a quotation stand.

Each segment of the quotation (the text between ellipses) is looked for by itself; segments that
stand in order in one text, not too far apart, are one passage; else the quotation is stitched. A
segment whose beginning and end stand in two places is stitched too. Entry point: `locate`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from provtrack.model.quotation import Passage
from provtrack.model.text import Span
from provtrack.search.aligning import LONGEST_GAP
from provtrack.search.beside import place_beside
from provtrack.search.index import PassageIndex
from provtrack.search.located import Located
from provtrack.search.places import (
    Place,
    TextNumber,
    needed,
    places_of,
    stretch_of,
    word_anywhere,
)
from provtrack.search.sought import Sought, sought

ELIDED = 400  # words that an ellipsis may leave out
LEFT_OVER = 5  # words of a segment that may come from another place
STITCHED = 0.85  # similarity that the pieces of a stitched segment need
NAMED = 0.08  # less similarity is needed in a document asked first: the words are likelier its own
LEAST_SHARE = 0.5  # of the words, when the longest segment is not found
MOST = 20


def occurrences(word: str, index: PassageIndex, *, most: int = MOST) -> list[Passage]:
    """Find a single word, however often it stands, in the order of the texts.

    Cost: texts are read until `most` are found.
    """
    if len(sought(word)) != 1:
        return []
    return [_passage(place, index) for place in word_anywhere(word, index, most)]


@dataclass(slots=True)
class _Answer:
    """Places for the segments of a quotation, None for those not found; in order of the text.

    Attributes:
        reach: Words that may lie between two places of one passage.
    """

    places: list[Place | None]
    similarity: float
    reach: int = ELIDED


def locate(
    words: str | Sequence[str],
    index: PassageIndex,
    *,
    first: Sequence[str] = (),
    may_be_noisy: bool = True,
) -> list[Located]:
    """Find where the words of a quotation stand in the indexed texts.

    Args:
        words: The quotation, or its segments: the text between ellipses, without what was
            inserted in brackets.
        first: Documents to be asked first. They are looked through for places with changes also
            if the exact words stand elsewhere, and come first among equals.
        may_be_noisy: Look also where few words are whole, for a single segment that is found
            nowhere else. It costs as much again.

    Returns:
        The likeliest place first; further ones are where the same or nearly the same words stand,
        20 at most. Nothing if they stand nowhere. The same whatever order texts were added in.

    Cost: some .1 ms for exact words, .5 ms for changed ones; grows slowly with the index.
    """
    segments = [words] if isinstance(words, str) else list(words)
    wanted = [sought(segment) for segment in segments]
    filled = [number for number, one in enumerate(wanted) if len(one)]
    if not filled:
        return []
    asked = (
        [
            (number, text)
            for number, part in enumerate(index.parts)
            for name in first
            for text in part.numbers_of(name)
        ]
        if first
        else []
    )
    answers = (
        _one_segment(wanted[filled[0]], index, asked, may_be_noisy=may_be_noisy)
        if len(filled) == 1
        else _segments([wanted[number] for number in filled], index, asked)
    )
    return [_located(answer, filled, wanted, index) for answer in answers[:MOST]]


def _one_segment(
    wanted: Sought,
    index: PassageIndex,
    asked: Sequence[TextNumber],
    *,
    may_be_noisy: bool = True,
) -> list[_Answer]:
    """Locate a quotation without ellipses."""
    places = places_of(wanted, index, asked, may_be_noisy=may_be_noisy)
    if places and places[0].similarity < 1:
        stitched = _stitched(wanted, places[0], index, asked)
        if stitched:
            return [stitched]
    least = needed(len(wanted))
    in_asked = least - NAMED if may_be_noisy else least
    return [
        _Answer([one], one.similarity)
        for one in places
        if one.similarity >= (in_asked if (one.part, one.number) in asked else least)
    ]


def _stitched(
    wanted: Sought, place: Place, index: PassageIndex, asked: Sequence[TextNumber]
) -> _Answer | None:
    """Look for the end or the beginning of a segment in another place than the rest."""
    start, end = place.covered
    if max(start, len(wanted) - end) < LEFT_OVER or end - start < LEFT_OVER:
        return None
    is_head = start > len(wanted) - end  # the open piece is asked first: it fails most often
    cut = start if is_head else end
    pieces = [wanted.part(0, cut), wanted.part(cut, len(wanted))]
    found: dict[int, list[Place]] = {}
    for number in (0, 1) if is_head else (1, 0):
        found[number] = places_of(pieces[number], index, asked, may_be_noisy=False)
        if not found[number] or found[number][0].similarity < STITCHED:
            return None
    chosen = [_nearest(found[number], place) for number in (0, 1)]
    total = sum(one.similarity * len(piece) for one, piece in zip(chosen, pieces, strict=True))
    return _Answer(list(chosen), round(total / len(wanted), 4), LONGEST_GAP)


def _nearest(places: Sequence[Place], place: Place) -> Place:
    """Choose, of the best places, the one in the same text if there is one."""
    best = [one for one in places if one.similarity == places[0].similarity]
    same = [one for one in best if (one.part, one.number) == (place.part, place.number)]
    return min(same, key=lambda one: abs(one.start - place.start)) if same else best[0]


def _segments(
    wanted: Sequence[Sought], index: PassageIndex, asked: Sequence[TextNumber]
) -> list[_Answer]:
    """Locate a quotation with ellipses: from its longest segment to both sides."""
    main = max(range(len(wanted)), key=lambda number: len(wanted[number]))
    least = needed(len(wanted[main]))
    starts = [one for one in places_of(wanted[main], index, asked) if one.similarity >= least]
    answers = [_around(wanted, main, place, index) for place in starts]
    answers.sort(key=lambda answer: -answer.similarity)  # stable: equal ones stay in order
    if not answers:
        return _without(wanted, main, index, asked)
    whole = [answer for answer in answers if None not in answer.places]
    if whole:
        return whole
    return [_completed(answers[0], wanted, index, asked), *answers[1:]]


def _without(
    wanted: Sequence[Sought], main: int, index: PassageIndex, asked: Sequence[TextNumber]
) -> list[_Answer]:
    """Locate what is left when the longest segment stands nowhere."""
    others = [one for number, one in enumerate(wanted) if number != main]
    if max(len(one) for one in others) < LEFT_OVER:
        return []
    found = (
        _segments(others, index, asked)
        if len(others) > 1
        else [answer for answer in _one_segment(others[0], index, asked) if len(answer.places) == 1]
    )
    words = sum(len(one) for one in wanted)
    share = (words - len(wanted[main])) / words
    return [
        _Answer(
            [*answer.places[:main], None, *answer.places[main:]],
            round(answer.similarity * share, 4),
        )
        for answer in found
        if share >= LEAST_SHARE
    ]


def _around(wanted: Sequence[Sought], main: int, place: Place, index: PassageIndex) -> _Answer:
    """Find the other segments before and after the longest one, in the same text."""
    text = (place.part, place.number)
    places: list[Place | None] = [None] * len(wanted)
    places[main] = place
    at = place.last
    for number in range(main + 1, len(wanted)):
        stretch = stretch_of(index, text, at, at + ELIDED + len(wanted[number]))
        stretch = stretch and stretch.between(at, None)
        found = stretch and place_beside(wanted[number], stretch, text, last=False)
        places[number] = found or None
        at = found.last if found else at
    at = place.first
    for number in range(main - 1, -1, -1):
        stretch = stretch_of(index, text, at - ELIDED - len(wanted[number]), at)
        stretch = stretch and stretch.between(0, at)
        found = stretch and place_beside(wanted[number], stretch, text, last=True)
        places[number] = found or None
        at = found.first if found else at
    return _Answer(places, _similarity(places, wanted))


def _completed(
    answer: _Answer, wanted: Sequence[Sought], index: PassageIndex, asked: Sequence[TextNumber]
) -> _Answer:
    """Look elsewhere for the segments that do not stand beside the longest one."""
    places = list(answer.places)
    near = next(place for place in places if place)
    for number, place in enumerate(places):
        if place or len(wanted[number]) < LEFT_OVER:
            continue
        found = places_of(wanted[number], index, asked)
        if found and found[0].similarity >= STITCHED:
            places[number] = _nearest(found, near)
    return _Answer(places, _similarity(places, wanted))


def _similarity(places: Sequence[Place | None], wanted: Sequence[Sought]) -> float:
    """Weigh the similarity of each segment by its words."""
    pairs = zip(places, wanted, strict=True)
    total = sum(place.similarity * len(one) for place, one in pairs if place)
    return round(total / sum(len(one) for one in wanted), 4)


def _located(
    answer: _Answer, filled: Sequence[int], wanted: Sequence[Sought], index: PassageIndex
) -> Located:
    """Turn places into passages."""
    held = [place for place in answer.places if place]
    if len(filled) == len(wanted) == len(held) == 1:
        passage = _passage(held[0], index)
        return Located(passages=(passage,), segments=(passage,), similarity=answer.similarity)
    passages = tuple(_passage(place, index) for place in _joined(held, answer.reach))
    if len(passages) == 1:
        passages = (replace(passages[0], similarity=answer.similarity),)
    segments: list[Passage | None] = [None] * len(wanted)
    if len(answer.places) == len(filled):
        for number, place in zip(filled, answer.places, strict=True):
            segments[number] = _passage(place, index) if place else None
    else:  # one segment from two places
        segments[filled[0]] = passages[0]
    return Located(passages=passages, segments=tuple(segments), similarity=answer.similarity)


def _joined(places: Sequence[Place], reach: int) -> list[Place]:
    """Join places that follow each other closely in one text."""
    joined: list[Place] = []
    for place in places:
        last = joined[-1] if joined else None
        if (
            last
            and (last.part, last.number) == (place.part, place.number)
            and last.last <= place.first <= last.last + reach
        ):
            joined[-1] = replace(last, end=place.end, last=place.last)
        else:
            joined.append(place)
    return joined


def _passage(place: Place, index: PassageIndex) -> Passage:
    text = index.parts[place.part].texts[place.number]
    return Passage(
        document=text.document,
        siglum=text.siglum,
        revision=text.revision,
        file=text.file,
        span=Span(place.start, place.end),
        similarity=place.similarity,
    )
