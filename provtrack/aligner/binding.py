"""Find the paragraphs that pins mean in the texts as they are now.

A pin knows its paragraphs by the digest of their content. `bind` finds them in two texts; of
paragraphs with the same content each pin gets the one nearest to where it stood, in reading order.
`carried` brings pins over a correction: what is unchanged is found by its content, what was
corrected by its unchanged neighbours and its likeness. What is not found makes an orphan: the
pin has no effect, and stays.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from provtrack.model.alignment import Pin, PinnedParagraph
from provtrack.model.names import PinKind, SideName

ALIKE = 0.9  # likeness from which a corrected paragraph is the one that was pinned
ALIKE_ALONE = 0.5  # enough if both its neighbours are unchanged and it stands alone between them
NEAR = 3  # paragraphs beyond the unchanged neighbours that are looked at
WORDS, LONGEST_WORDS = 6, 60  # of a paragraph that are kept for readers

Places = Mapping[PinnedParagraph, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundPin:
    """A pin with the positions of its paragraphs in the texts at hand, ascending, from 0."""

    pin: Pin
    base: tuple[int, ...]
    witness: tuple[int, ...]

    def __str__(self) -> str:
        if self.pin.kind is PinKind.LOCKED:
            return f"locked {self.pin.locked} by {self.pin.by}"
        base, witness = (",".join(str(k + 1) for k in rows) for rows in (self.base, self.witness))
        return f"{self.pin.kind} {base}:{witness} by {self.pin.by}"


def pinned_paragraph(paragraphs: Sequence[str], position: int) -> PinnedParagraph:
    """Describe the paragraph at a position (from 0) as pins know it."""
    text = paragraphs[position]
    words = " ".join(text.split()[:WORDS])[:LONGEST_WORDS]
    return PinnedParagraph(sha256=paragraph_digest(text), position=position, words=words)


def paragraph_digest(text: str) -> str:
    """Give the digest by which pins and decisions know a paragraph: SHA-256, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def bind(
    pins: Sequence[Pin], base: Sequence[str], witness: Sequence[str]
) -> tuple[tuple[BoundPin, ...], tuple[Pin, ...]]:
    """Find the paragraphs of pins by their content.

    Returns:
        The pins whose paragraphs all stand in the texts, and the orphans; both in the order given.
    """
    base_places = _places((one for pin in pins for one in pin.base), base)
    witness_places = _places((one for pin in pins for one in pin.witness), witness)
    bound, orphans = [], []
    for pin in pins:
        if all(one in base_places for one in pin.base) and all(
            one in witness_places for one in pin.witness
        ):
            rows = tuple(sorted(base_places[one] for one in pin.base))
            columns = tuple(sorted(witness_places[one] for one in pin.witness))
            bound.append(BoundPin(pin=pin, base=rows, witness=columns))
        else:
            orphans.append(pin)
    return tuple(bound), tuple(orphans)


def _places(pinned: Iterable[PinnedParagraph], paragraphs: Sequence[str]) -> Places:
    """Find where pinned paragraphs stand."""
    wanted: dict[str, dict[int, list[PinnedParagraph]]] = {}
    for one in pinned:
        wanted.setdefault(one.sha256, {}).setdefault(one.position, []).append(one)
    standing = {digest: _still_there(digest, wanted[digest], paragraphs) for digest in wanted}
    if not all(standing.values()):
        standing = {}
        for position, text in enumerate(paragraphs):
            standing.setdefault(paragraph_digest(text), []).append(position)
    found: dict[PinnedParagraph, int] = {}
    for digest, by_position in wanted.items():
        places = _nearest(sorted(by_position), standing.get(digest, []))
        for position, place in places.items():
            found.update(dict.fromkeys(by_position[position], place))
    return found


def _still_there(digest: str, positions: Iterable[int], paragraphs: Sequence[str]) -> list[int]:
    """Give the positions if all of them hold that content, as is usual; else none."""
    places = sorted(positions)
    if places[-1] < len(paragraphs) and all(
        paragraph_digest(paragraphs[k]) == digest for k in places
    ):
        return places
    return []


def _nearest(old: Sequence[int], new: Sequence[int]) -> dict[int, int]:
    """Pair two ascending lists in order with the least distance in all; the earlier wins."""
    if set(old) <= set(new):
        return {place: place for place in old}
    if len(old) > len(new):
        return {first: second for second, first in _nearest(new, old).items()}
    costs = [[0] * (len(new) + 1)]
    for i, place in enumerate(old):
        row: list[int] = []
        for j in range(len(new) + 1):
            if j <= i:
                row.append(2**62)
                continue
            row.append(min(row[j - 1], costs[i][j - 1] + abs(place - new[j - 1])))
        costs.append(row)
    pairs, j = {}, len(new)
    for i in range(len(old), 0, -1):
        while j > i and costs[i][j] == costs[i][j - 1]:
            j -= 1
        pairs[old[i - 1]] = new[j - 1]
        j -= 1
    return pairs


def carried(
    pins: Sequence[Pin], side: SideName, old: Sequence[str], new: Sequence[str]
) -> tuple[Pin, ...]:
    """Bring the pins of one side from a text to its correction.

    Args:
        old, new: Paragraphs before and after.

    Returns:
        The pins in the same order; paragraphs that were found again are described as they are now,
        the others as they were.
    """
    groups = [pin.base if side is SideName.BASE else pin.witness for pin in pins]
    now = found_again([one for group in groups for one in group], old, new)
    found = [_in_order(now.get(one, one) for one in group) for group in groups]
    return tuple(
        replace(pin, base=group) if side is SideName.BASE else replace(pin, witness=group)
        for pin, group in zip(pins, found, strict=True)
    )


def found_again(
    wanted: Sequence[PinnedParagraph], old: Sequence[str], new: Sequence[str]
) -> dict[PinnedParagraph, PinnedParagraph]:
    """Find paragraphs of a text in its correction, each described as it is now, if it is there.

    Args:
        old, new: Paragraphs before and after.
    """
    known = _places(wanted, old)
    moved = _followed(sorted(set(known.values())), old, new)
    return {
        one: pinned_paragraph(new, moved[place]) for one, place in known.items() if place in moved
    }


def _in_order(group: Iterable[PinnedParagraph]) -> tuple[PinnedParagraph, ...]:
    return tuple(sorted(group, key=lambda one: (one.position, one.sha256)))


def _followed(places: Sequence[int], old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Say where the paragraphs at some places of a text stand in its correction."""
    same = _unchanged(old, new)
    found = {place: same[place] for place in places if place in same}
    taken = set(same.values())
    for place in places:
        if place not in found:
            answer = _answer(place, (old, new), same, taken)
            if answer is not None:
                found[place] = answer
                taken.add(answer)
    return found


def _unchanged(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Pair the paragraphs that stand unchanged in the same order in both texts."""
    return {
        block.a + k: block.b + k
        for block in Indel.opcodes(old, new).as_matching_blocks()
        for k in range(block.size)
    }


def _answer(
    place: int,
    texts: tuple[Sequence[str], Sequence[str]],
    same: Mapping[int, int],
    taken: set[int],
) -> int | None:
    """Find a changed paragraph again: the same elsewhere, else the likest near by."""
    old, new = texts
    before = max((k for k in same if k < place), default=-1)
    after = min((k for k in same if k > place), default=len(old))
    first = same.get(before, -1) + 1
    last = same.get(after, len(new))
    expected = first + place - before - 1
    elsewhere = [k for k, text in enumerate(new) if text == old[place] and k not in taken]
    if elsewhere:
        return min(elsewhere, key=lambda k: (abs(k - expected), k))
    near = [k for k in range(max(first - NEAR, 0), min(last + NEAR, len(new))) if k not in taken]
    if not near:
        return None
    likeness = {k: Indel.normalized_similarity(old[place], new[k]) for k in near}
    best = min(near, key=lambda k: (-likeness[k], abs(k - expected), k))
    is_alone = after - before == 2 and last - first == 1 and best == first
    return best if likeness[best] >= (ALIKE_ALONE if is_alone else ALIKE) else None
