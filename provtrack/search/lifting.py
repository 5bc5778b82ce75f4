"""Find passages that a publication takes over without quotation marks.

Every pair of words of the publication that is not too common is looked up; where many pairs lie
close to one diagonal of one text, the two are aligned, and a run of words that is long enough is
reported to its full length. Entry point: `lifted`.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from provtrack.model.quotation import Passage
from provtrack.model.text import Span
from provtrack.search.aligning import matched_blocks
from provtrack.search.alike import AlikeRun, alike_runs
from provtrack.search.index import PassageIndex
from provtrack.search.postings import Positions
from provtrack.search.stretches import stretch_of
from provtrack.search.words import Words, pair_keys, words_of

LEAST_WORDS = 12
MOST_DOCUMENTS = 4  # words that stand in more of them are a formula
COMMON = 64  # a pair that stands more often starts nothing
MOST_HITS = 1 << 15  # of a pair that stands often in the publication itself: a refrain, or no prose
FIRM = 3  # words in a row that a passage must begin and end with
LEAST_SHARE = 0.8  # of the words of a passage that are the same
GAP = 8  # words between two pairs of one passage
SHIFT = 4  # words added or dropped between them
LEAST_PAIRS = 3
BEYOND = 40  # words looked at on either side of the pairs
LONGEST_TITLE = 400  # characters; a longer first paragraph is no title
NEAR = 32  # words: runs that have words in common have them in one of such rows
SAME = 0.5  # of the shorter of two passages that both cover: they are one


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifted:
    """A passage taken over.

    Attributes:
        span: In the publication, from the first word to the last.
        passages: Where it stands, the place with most of its words first.
        words: How many words it has, most of them the same.
    """

    span: Span
    passages: tuple[Passage, ...]
    words: int


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of the publication [start, end) that stand in a text; `is_title`: as its title."""

    start: int
    end: int
    words: int
    order: tuple[str, str, int, str]
    passage: Passage
    is_title: bool


def lifted(
    text: str,
    index: PassageIndex,
    *,
    excluded: Sequence[Span] = (),
    least_words: int = LEAST_WORDS,
) -> list[Lifted]:
    """Find passages of the indexed texts in a publication.

    Args:
        text: Of the publication.
        excluded: What is marked as a quotation, and anything else not to be looked at.
        least_words: A passage has so many words in common with its source, or more.

    Returns:
        In the order of the publication. Formulae that stand in many documents are left out, and
        titles: who writes out the first paragraph of a document, and no more, cites it.

    Cost: some 5 microseconds a word.
    """
    words = words_of(text)
    found: list[_Run] = []
    for start, end in _open_stretches(words, excluded):
        if end - start >= least_words:
            own = words.cut(start, end)
            found += [_moved(run, start) for run in _runs(own, index, least_words)]
    return [
        Lifted(
            span=Span(int(words.starts[group[0].start]), int(words.ends[group[0].end - 1])),
            passages=tuple(run.passage for run in group),
            words=group[0].words,
        )
        for group in _grouped(found)
        if len({run.passage.document for run in group}) <= MOST_DOCUMENTS
        and not any(run.is_title for run in group)
    ]


def _open_stretches(words: Words, excluded: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Give the words that lie between what is excluded, stretch by stretch."""
    at = 0
    for span in sorted(excluded, key=lambda one: (one.start, one.end)):
        first = int(np.searchsorted(words.ends, span.start, side="right"))
        after = int(np.searchsorted(words.starts, span.end, side="left"))
        if first > at:
            yield at, first
        at = max(at, after)
    if at < len(words):
        yield at, len(words)


def _moved(run: _Run, by: int) -> _Run:
    return _Run(run.start + by, run.end + by, run.words, run.order, run.passage, run.is_title)


def _runs(own: Words, index: PassageIndex, least_words: int) -> Iterator[_Run]:
    """Find the runs of some words in every text."""
    for number, (places, positions) in _hits(own, index).items():
        part = index.parts[number]
        texts = np.searchsorted(part.wide_starts, positions, side="right") - 1
        for chosen in _clusters(places, positions - places, texts):
            text = int(texts[chosen[0]])
            if part.is_removed[text]:
                continue
            first, last = int(places[chosen].min()), int(places[chosen].max()) + 2
            begin = part.bounds(text)[0]
            low = int(positions[chosen].min()) - begin
            high = int(positions[chosen].max()) - begin + 2
            run = _aligned(own, (first, last), index, (number, text), (low, high))
            if run and run.words >= least_words:
                yield run


def _hits(own: Words, index: PassageIndex) -> dict[int, tuple[Positions, Positions]]:
    """Look up all pairs: for each part, places in the publication and positions in the part."""
    pairs = pair_keys(own.keys[:-1], own.keys[1:])
    keys, which, times = np.unique(pairs, return_inverse=True, return_counts=True)
    ranges = [part.pairs.ranges_of(keys) for part in index.parts]
    counts = sum((ends - starts for starts, ends in ranges), np.zeros(len(keys), dtype=np.int64))
    is_asked = (counts > 0) & (counts <= COMMON) & (counts * times <= MOST_HITS)
    places = np.flatnonzero(is_asked[which])
    keyed = which[places]
    found = {}
    for number, (starts, ends) in enumerate(ranges):
        here = np.repeat(places, (ends - starts)[keyed])
        positions = index.parts[number].pairs.positions_in(starts[keyed], ends[keyed])
        if len(here) >= LEAST_PAIRS:
            found[number] = here, positions
    return found


def _clusters(places: Positions, diagonals: Positions, texts: Positions) -> Iterator[Positions]:
    """Group hits that lie close to one diagonal of one text, and close to each other."""
    order = np.lexsort((places, diagonals, texts))
    new = (np.diff(texts[order]) > 0) | (np.diff(diagonals[order]) > SHIFT)
    near = np.empty(len(order), dtype=np.int64)
    near[order] = np.concatenate(([0], np.cumsum(new)))
    order = np.lexsort((places, near))
    new = (np.diff(near[order]) > 0) | (np.diff(places[order]) > GAP)
    borders = np.concatenate(([0], np.flatnonzero(new) + 1, [len(order)]))
    # Groups that are too short are most of them.
    for number in np.flatnonzero(np.diff(borders) >= LEAST_PAIRS):
        yield order[borders[number] : borders[number + 1]]


def _aligned(
    own: Words,
    ours: tuple[int, int],
    index: PassageIndex,
    text: tuple[int, int],
    theirs: tuple[int, int],
) -> _Run | None:
    """Align the words around some pairs with the text, and keep the run that is worth most."""
    stretch = stretch_of(index, text, theirs[0] - BEYOND, theirs[1] + BEYOND)
    if stretch is None:
        return None
    begin = max(0, ours[0] - BEYOND)
    words = stretch.words
    cut = own.cut(begin, ours[1] + BEYOND)
    blocks = matched_blocks(cut.keys.tolist(), words.keys.tolist())
    firm = _firm(alike_runs(blocks, cut, words))
    if not firm:
        return None
    head, tail = firm[0], firm[-1]
    start, end, last = head.a + begin, tail.a_end + begin, tail.b_end
    share = sum(run.words for run in firm) / max(end - start, last - head.b)
    if share < LEAST_SHARE:
        return None
    about = index.parts[text[0]].texts[text[1]]
    passage = Passage(
        document=about.document,
        siglum=about.siglum,
        revision=about.revision,
        file=about.file,
        span=Span(
            stretch.offset + int(words.starts[head.b]), stretch.offset + int(words.ends[last - 1])
        ),
        similarity=round(share, 4),
    )
    is_title = passage.span.end <= _title_end(index.text(*text) or "")
    length = min(end - start, last - head.b)
    return _Run(start, end, length, about.order, passage, is_title)


def _title_end(text: str) -> int:
    """Say where the title of a document ends; 0 if its first paragraph is too long for one."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return end if 0 <= end - start <= LONGEST_TITLE else 0


def _firm(runs: list[AlikeRun]) -> list[AlikeRun]:
    """Leave out runs at the ends that have too few words in a row."""
    first, last = 0, len(runs) - 1
    while first <= last and runs[first].words < FIRM:
        first += 1
    while last >= first and runs[last].words < FIRM:
        last -= 1
    return runs[first : last + 1]


def _grouped(found: Sequence[_Run]) -> list[list[_Run]]:
    """Group the runs that cover the same words, the longest of each group first."""
    groups: list[list[_Run]] = []
    near: dict[int, list[int]] = defaultdict(list)  # groups by where they have words
    ranked = sorted(
        set(found), key=lambda run: (-run.words, run.start, run.order, run.passage.span.start)
    )
    for run in ranked:
        places = range(run.start // NEAR, (run.end - 1) // NEAR + 1)
        for number in sorted({number for place in places for number in near[place]}):
            head = groups[number][0]
            common = min(run.end, head.end) - max(run.start, head.start)
            if common >= SAME * min(run.end - run.start, head.end - head.start):
                groups[number].append(run)
                break
        else:
            for place in places:
                near[place].append(len(groups))
            groups.append([run])
    return sorted(groups, key=lambda group: group[0].start)
