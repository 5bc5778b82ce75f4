"""Where words may stand: their keys vote for diagonals.

A pair of words at place i of the quotation and at position p of a part votes for the diagonal
p - i; words that were added or dropped shift it a little. Rare pairs have more to say, and the
rarest are asked first. Entry points: `exact_candidates`, `candidates`, `candidates_in`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from provtrack.search.index import RARE, IndexPart, PassageIndex
from provtrack.search.postings import Positions
from provtrack.search.sought import Range, Sought, live, live_count, ranges_of, rare_positions

FEW = 4  # places so few are looked at one by one
TELLING = 3  # pairs that are looked up where several places may have the words
ASKED = 12  # pairs, the rarest
LEAST_AGREED = 0.2  # of the pairs that stand anywhere, for a place of a long quotation
LONG = 8  # words
MOST_POSTINGS = 1536  # of all these; more frequent ones say little
FEW_POSTINGS = 128  # of the rarest pairs, with which nearly all places are found
KEPT = 16  # places with the most votes
VOTE = 1024  # of a pair that stands once
SHIFT = 10  # words that may be added or dropped between two votes for one place
SHARE = 4  # and a quarter of the words looked for
TEXT_SHIFT = 32  # bits a diagonal takes at most

Listed = tuple[int, int, list[Range]]  # how often a pair stands, its place in the quotation, where
Votes = tuple[Positions, int, int]  # positions of a pair, its place in the quotation, its weight


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where words may stand.

    Attributes:
        part, number: The text.
        low, high: Diagonals that were voted for, as positions in the part.
        votes: Their weight.
        pairs: How many votes.
    """

    part: int
    number: int
    low: int
    high: int
    votes: int
    pairs: int

    def overlaps(self, other: "Candidate", words: int) -> bool:
        """Tell whether two places of so many words lie in one text and have words in common."""
        is_one_text = (self.part, self.number) == (other.part, other.number)
        return is_one_text and self.low - words < other.high and other.low - words < self.high


def exact_candidates(wanted: Sought, index: PassageIndex) -> list[tuple[int, int]]:
    """Find the places that may have exactly the words: none that has them is left out.

    Returns:
        Number of the part and position of the first word; without order.
    """
    rarest = _rare_enough(wanted, index)
    if rarest is None:
        return []
    _, at, ranges = rarest
    others = [place for place in wanted.likely_rare() if place != at]
    found = []
    for number, start, end in ranges:
        pairs = index.parts[number].pairs
        firsts = pairs.positions(start, end) - at
        for place in others:
            if len(firsts) <= FEW:
                break
            firsts = firsts[pairs.held(wanted.pair(place), firsts + place)]
        found += [(number, first) for first in firsts.tolist() if first >= 0]
    for place in others[:TELLING]:
        if len(found) < 2:  # one alone is read at once: that tells as soon
            break
        key = wanted.pair(place)
        found = [one for one in found if index.parts[one[0]].pairs.holds(key, one[1] + place)]
    return found


def _rare_enough(wanted: Sought, index: PassageIndex) -> Listed | None:
    """Choose a pair with few places; None if a pair stands nowhere, or there is none.

    The more pairs are asked in vain, the less rare a pair may be: common ones tell as well together
    as a rare one that is long to be found.
    """
    rarest: Listed | None = None
    enough = FEW
    for place in wanted.likely_rare():
        ranges = ranges_of(wanted, place, index)
        count = sum([end - start for _, start, end in ranges])
        if not count:
            return None
        if rarest is None or count < rarest[0]:
            rarest = count, place, ranges
        if rarest[0] <= enough:
            break
        enough *= FEW
    return rarest


def stands_at(wanted: Sought, part: IndexPart, first: int) -> bool:
    """Tell whether every pair asked for stands where it should, if the first word is at `first`."""
    return all(part.pairs.holds(wanted.pair(place), first + place) for place in wanted.asked(2))


def candidates(
    wanted: Sought,
    index: PassageIndex,
    *,
    most: int = MOST_POSTINGS,
    with_rare: bool = False,
) -> list[Candidate]:
    """Find places where words may stand with changes, by the votes of their rarest pairs.

    Args:
        most: Postings that are counted.
        with_rare: Let single rare words vote too: for noisy text, in which few pairs are whole.

    Returns:
        The likeliest first; equal ones in the order of their texts.
    """
    votes: dict[int, list[Votes]] = {}
    rarest = _rarest(wanted, index, most)
    voters = len(rarest)
    for count, place, ranges in rarest:
        weight = VOTE // count.bit_length()
        for number, start, end in ranges:
            part = index.parts[number]
            positions = live(part, part.pairs, start, end)
            votes.setdefault(number, []).append((positions, place, weight))
    if with_rare:
        rare = rare_positions(wanted.words, index, RARE)
        voters += len(rare)
        for place, each in rare.items():
            weight = VOTE // sum(map(len, each)).bit_length()
            for number, positions in enumerate(each):
                votes.setdefault(number, []).append((positions, place, weight))
    least = 1 if with_rare or len(wanted) < LONG else max(2, int(voters * LEAST_AGREED))
    found = [
        one
        for number, some in votes.items()
        for one in _counted(some, number, wanted, index, least=least)
    ]
    return _sorted(found, index)


def _rarest(wanted: Sought, index: PassageIndex, most: int) -> list[Listed]:
    """Choose the rarest pairs that stand in the index: count, place, postings."""
    found = []
    for place in wanted.asked(1):
        ranges = ranges_of(wanted, place, index)
        count = live_count(ranges, index)
        if 0 < count <= MOST_POSTINGS:
            found.append((count, place, ranges))
    found.sort()
    chosen: list[Listed] = []
    total = 0
    for one in found[:ASKED]:
        total += one[0]
        if chosen and total > most:
            break
        chosen.append(one)
    return chosen


def candidates_in(
    wanted: Sought, index: PassageIndex, texts: Iterable[tuple[int, int]]
) -> list[Candidate]:
    """Find places in some texts only, given as part and number; every pair votes."""
    found: list[Candidate] = []
    for number, text in texts:
        part = index.parts[number]
        first, after = part.bounds(text)
        votes: list[Votes] = []
        for place in wanted.asked(1):
            some = part.pairs.range_within(wanted.pair(place), first, after)
            if some[0] < some[1]:
                votes.append((part.pairs.positions(*some), place, VOTE))
        found += _counted(votes, number, wanted, index)
    return _sorted(found, index)


def _counted(
    votes: list[Votes], part: int, wanted: Sought, index: PassageIndex, *, least: int = 1
) -> list[Candidate]:
    """Count the votes of one part: diagonals of one text that lie close together are one place.

    Args:
        least: Places with fewer votes are left out.
    """
    lengths = [len(positions) for positions, _, _ in votes]
    if not sum(lengths):
        return []
    diagonals = np.concatenate([positions - place for positions, place, _ in votes])
    weights = np.repeat([weight for _, _, weight in votes], lengths)
    places = np.repeat([place for _, place, _ in votes], lengths)
    reach = SHIFT + len(wanted) // SHARE
    if least > 1:
        near = _near_others(diagonals, reach)
        if not len(near):
            return []
        diagonals, weights, places = diagonals[near], weights[near], places[near]
    texts = np.searchsorted(index.parts[part].wide_starts, diagonals + places, side="right") - 1
    joined = (texts << TEXT_SHIFT) + diagonals
    order = np.argsort(joined, kind="stable")
    groups = np.flatnonzero(np.append(True, np.diff(joined[order]) > reach))
    sums = np.add.reduceat(weights[order], groups)
    ends = np.append(groups[1:], len(order))
    kept = ends - groups >= least
    if kept.sum() > KEPT:
        kept &= sums >= np.partition(sums[kept], -KEPT)[-KEPT]
    groups, ends, sums = groups[kept], ends[kept], sums[kept]
    first, last = order[groups], order[ends - 1]
    fields = (texts[first], diagonals[first], diagonals[last], sums, ends - groups)
    return [
        Candidate(part, *of_one) for of_one in zip(*(one.tolist() for one in fields), strict=True)
    ]


def _near_others(diagonals: Positions, reach: int) -> Positions:
    """Give which votes have another vote near: in a large part hardly any, by chance.

    So the texts of the others need not be looked up; time would grow with the part.
    """
    order = np.argsort(diagonals, kind="stable")
    is_near = np.diff(diagonals[order]) <= reach
    near: Positions = order[np.append(is_near, False) | np.append(False, is_near)]
    return near


def _sorted(found: list[Candidate], index: PassageIndex) -> list[Candidate]:
    """Sort candidates by their votes; keep those with the most, and all that equal the last."""
    if len(found) > KEPT:
        least = sorted((one.votes for one in found), reverse=True)[KEPT - 1]
        found = [one for one in found if one.votes >= least]
    return sorted(found, key=lambda one: (-one.votes, _order(one, index)))


def _order(one: Candidate, index: PassageIndex) -> tuple[object, ...]:
    """Give what tells candidates with equal votes apart, whatever the parts."""
    part = index.parts[one.part]
    return (*part.texts[one.number].order, one.low - part.bounds(one.number)[0])
