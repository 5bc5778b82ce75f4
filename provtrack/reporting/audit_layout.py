"""Lay a publication out for reading: its paragraphs, headings, quotations and notes as parts.

The text of a publication may be a file with markup. What is shown is what a reader would read:
tags, commands and hidden parts left out, entities read, notes apart from the paragraphs that call
them; every place of the file maps to one in a part. Entry point: `lay_out`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from provtrack.model.audit import AuditedPublication
from provtrack.model.publication import Region, RegionKind
from provtrack.model.text import Span
from provtrack.text.paragraphs import paragraphs_of

OUTSIDE = -1  # no region


@dataclass(frozen=True, slots=True)
class _Piece:
    """Signs of the file as they are shown; `end - start` may differ from the length shown."""

    start: int
    end: int
    shown: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart:
    """A paragraph, heading, block quotation or note of a publication, as it is read.

    Attributes:
        text: As it is read, with the labels of the notes it calls.
        note: Label of the note it stands in; empty in the body.
        is_first: It is the first part of its note.
        is_block: It stands in a block quotation.
        calls: (place in `text`, label) of each note that is called.
        language: BCP 47, where the markup names one; or empty.
        pieces: Where the signs of `text` stand in the file, in order.
    """

    kind: RegionKind
    text: str
    note: str = ""
    is_first: bool = False
    is_block: bool = False
    calls: tuple[tuple[int, str], ...] = ()
    language: str = ""
    pieces: tuple[_Piece, ...] = ()

    def shown(self, span: Span) -> Span:
        """Say where a span of the publication stands in `text`; empty if not in this part."""
        start, end = self._from(span.start), self._until(span.end)
        return Span(start, max(start, end))

    def _from(self, position: int) -> int:
        place = bisect_right(self.pieces, position, key=lambda piece: piece.start) - 1
        if place >= 0 and position < self.pieces[place].end:
            piece = self.pieces[place]
            return piece.shown + min(position - piece.start, len(piece.text))
        after = self.pieces[place + 1 : place + 2]
        return after[0].shown if after else len(self.text)

    def _until(self, position: int) -> int:
        place = bisect_left(self.pieces, position, key=lambda piece: piece.start) - 1
        if place < 0:
            return 0
        piece = self.pieces[place]
        return piece.shown + min(position - piece.start, len(piece.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The parts of a publication, and which of them holds a place of its text.

    Attributes:
        places: (position in the file, number of the part that holds what follows), in order.
    """

    parts: tuple[TextPart, ...]
    places: tuple[tuple[int, int], ...]

    def number_at(self, position: int) -> int:
        """Give the part that holds a position; of what is not shown, the part before."""
        place = bisect_right(self.places, position, key=lambda one: one[0]) - 1
        return self.places[max(place, 0)][1]

    def touched(self, span: Span) -> Iterator[int]:
        """List the parts in which words of a span stand; notes between them do not count."""
        if not self.parts:
            return
        first, last = self.number_at(span.start), self.number_at(max(span.end - 1, span.start))
        for number in range(first, last + 1):
            part = self.parts[number]
            if part.note == self.parts[first].note and len(part.shown(span)):
                yield number


def lay_out(publication: AuditedPublication, needed: Sequence[Span]) -> Layout:
    """Lay out a publication.

    Args:
        needed: Spans that must be shown, also where they stand in no region.
    """
    regions = list(_that_divide(publication.regions))
    if not regions:
        paragraphs = paragraphs_of(publication.text)
        regions = [Region(kind=RegionKind.PARAGRAPH, span=one.span) for one in paragraphs]
    outer = _outer(regions)
    places: list[tuple[int, int]] = []
    parts: list[TextPart] = []
    notes: set[str] = set()
    for owner, spans in _by_owner(regions, len(publication.text), needed):
        around = [regions[number] for number in _line(owner, outer)]
        if any(one.kind is RegionKind.HIDDEN for one in around):
            continue
        part = _part(around, spans, publication, notes)
        if part.text.strip():
            places += [(span.start, len(parts)) for span in spans]
            parts.append(part)
            notes.add(part.note)
    return Layout(parts=tuple(parts), places=tuple(sorted(places)))


def _that_divide(regions: Sequence[Region]) -> Iterator[Region]:
    """Leave out what is part of a line of text: words quoted, code in a paragraph."""
    end = 0
    for one in regions:
        if one.kind in (RegionKind.PARAGRAPH, RegionKind.HEADING):
            end = max(end, one.span.end)
        is_code = one.kind is RegionKind.CODE and one.span.end <= end
        if one.kind is not RegionKind.QUOTED and not is_code:
            yield one


def _outer(regions: Sequence[Region]) -> list[int]:
    """Give for each region the one it lies in, or `OUTSIDE`."""
    outer: list[int] = []
    stack: list[int] = []
    for number, region in enumerate(regions):
        while stack and regions[stack[-1]].span.end <= region.span.start:
            stack.pop()
        outer.append(stack[-1] if stack else OUTSIDE)
        stack.append(number)
    return outer


def _line(owner: int, outer: Sequence[int]) -> Iterator[int]:
    """Go from a region outwards."""
    while owner != OUTSIDE:
        yield owner
        owner = outer[owner]


def _by_owner(
    regions: Sequence[Region], length: int, needed: Sequence[Span]
) -> list[tuple[int, list[Span]]]:
    """Divide a text by the innermost region of its places, in the order in which these begin.

    What lies in no region is left out, unless something there must be shown.
    """
    wanted = sorted(span.start for span in needed)
    owned: dict[tuple[int, int], list[Span]] = {}
    for owner, span in _stretches(regions, length):
        if owner != OUTSIDE:
            owned.setdefault((owner, 0), []).append(span)
        elif bisect_left(wanted, span.start) < bisect_left(wanted, span.end):
            owned[owner, span.start] = [span]
    ordered = sorted(owned.items(), key=lambda item: item[1][0].start)
    return [(owner, spans) for (owner, _), spans in ordered]


def _stretches(regions: Sequence[Region], length: int) -> Iterator[tuple[int, Span]]:
    """Divide a text where regions begin and end: innermost region, span."""
    stack: list[int] = []
    place = 0
    for number in range(len(regions) + 1):
        start = regions[number].span.start if number < len(regions) else length
        while stack and (end := regions[stack[-1]].span.end) <= start:
            owner = stack.pop()
            if end > place:
                yield owner, Span(place, end)
            place = max(place, end)
        if start > place:
            yield stack[-1] if stack else OUTSIDE, Span(place, start)
        place = max(place, start)
        stack.append(number)


def _part(
    around: Sequence[Region],
    spans: Sequence[Span],
    publication: AuditedPublication,
    notes: set[str],
) -> TextPart:
    """Make a part of what one region holds itself.

    Args:
        around: The region and those it lies in, from inside outwards.
        notes: Labels of the notes that have begun.
    """
    pieces: list[_Piece] = []
    calls: list[tuple[int, str]] = []
    texts: list[str] = []
    shown = 0
    for start, end, words in _read(spans, publication):
        texts.append(words)
        if start < end:
            pieces.append(_Piece(start, end, shown, words))
        else:
            calls.append((shown, words))
        shown += len(words)
    note = next((one.label for one in around if one.kind is RegionKind.NOTE), "")
    kinds = [one.kind for one in around]
    return TextPart(
        kind=kinds[0] if kinds else RegionKind.PARAGRAPH,
        text="".join(texts),
        note=note,
        is_first=bool(note) and note not in notes,
        is_block=RegionKind.BLOCK_QUOTE in kinds,
        calls=tuple(calls),
        language=next((one.language for one in around if one.language), ""),
        pieces=tuple(pieces),
    )


def _read(spans: Sequence[Span], publication: AuditedPublication) -> Iterator[tuple[int, int, str]]:
    """Read spans as a reader does: (start, end, words shown); of a call of a note an empty span."""
    for span in spans:
        place = span.start
        for start, end, words in _changed(span, publication):
            if start > place:
                yield place, start, publication.text[place:start]
            if words:
                yield start, end, words
            place = max(place, end)
        if place < span.end:
            yield place, span.end, publication.text[place : span.end]


def _changed(span: Span, publication: AuditedPublication) -> list[tuple[int, int, str]]:
    """List what is not shown as it stands: (start, end, words shown), cut to a span."""
    changed = []
    skipped, replaced = publication.skipped, publication.replaced
    first = bisect_right(skipped, span.start, key=lambda one: one.end)
    for one in takewhile(lambda one: one.start < span.end, skipped[first:]):
        changed.append((max(one.start, span.start), min(one.end, span.end), ""))
    first = bisect_left(replaced, span.start, key=lambda one: one.span.start)
    for other in takewhile(lambda one: one.span.start < span.end, replaced[first:]):
        changed.append((other.span.start, other.span.end, other.text))
    marks = publication.note_marks
    first = bisect_right(marks, span.start, key=lambda one: one.position)
    for mark in takewhile(lambda one: one.position <= span.end, marks[first:]):
        changed.append((mark.position, mark.position, mark.label))
    return sorted(changed)
