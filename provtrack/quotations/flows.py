"""A publication as a reader reads it: its body and each note as one run of words.

Markup, line prefixes and notes set inside the text are taken out, entities and commands are read,
and every position of a flow leads back to the publication's text. Entry point: `flows_of`.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from provtrack.model.publication import NoteMark, Publication, Region, RegionKind
from provtrack.model.text import Span

APART = frozenset([RegionKind.NOTE, RegionKind.COMMENT, RegionKind.HIDDEN])
BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True, slots=True)
class Cut:
    """A span of the publication that is left out, or read as other signs."""

    start: int
    end: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A paragraph of a flow; `block` is the number of the block quotation it stands in, or -1."""

    start: int
    end: int
    block: int = -1
    is_heading: bool = False


@dataclass(slots=True)
class Flow:
    """Words that are read in one go.

    Attributes:
        text: As a reader reads it.
        label: Of a note; empty for the body.
        starts, sources: Where each piece begins in `text` and in the publication's text.
        ends: Where each piece ends in the publication's text.
        paragraphs, paragraph_ends: In order, none empty.
        blocks: Block quotations, outermost only.
        quoted: Parts that the markup declares as quoted, in order of start, outer ones first.
        code: Parts whose marks mean nothing.
        note_marks: Calls of notes in order.
    """

    text: str
    is_note: bool = False
    label: str = ""
    starts: list[int] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    paragraphs: tuple[Stretch, ...] = ()
    paragraph_ends: tuple[int, ...] = ()
    blocks: tuple[tuple[Span, Region], ...] = ()
    quoted: tuple[tuple[Span, Region], ...] = ()
    code: tuple[Span, ...] = ()
    note_marks: tuple[NoteMark, ...] = ()

    def source_span(self, start: int, end: int) -> Span:
        """Say where a part of the flow stands in the publication's text."""
        return Span(self._source(start), max(self._source(start), self._source_end(end)))

    def _source(self, position: int) -> int:
        piece = max(bisect_right(self.starts, position) - 1, 0)
        return min(self.sources[piece] + position - self.starts[piece], self.ends[piece])

    def _source_end(self, position: int) -> int:
        piece = max(bisect_left(self.starts, position) - 1, 0)
        next_start = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        if position >= next_start:
            return self.ends[piece]
        return min(self.sources[piece] + position - self.starts[piece], self.ends[piece])

    def position_of(self, source: int) -> int:
        """Say where a place of the publication's text stands in the flow, or would stand."""
        piece = max(bisect_right(self.sources, source) - 1, 0)
        next_start = self.starts[piece + 1] if piece + 1 < len(self.starts) else len(self.text)
        inside = source - self.sources[piece]
        return max(0, min(self.starts[piece] + inside, next_start))


def flows_of(publication: Publication) -> tuple[Flow, ...]:
    """Divide a publication into its body and its notes, the body first."""
    cuts = [Cut(*one) for one in publication.cuts()]
    set_apart = [one for one in publication.regions if one.kind in APART]
    apart = _outermost(set_apart)
    whole = Span(0, len(publication.text))
    flows = [_flow(publication, whole, cuts, apart)]
    unread = _outermost([one for one in set_apart if one.kind is not RegionKind.NOTE])
    for note in publication.regions:
        if note.kind is not RegionKind.NOTE:
            continue
        first = bisect_left(unread, note.span.start, key=lambda one: one.span.start)
        last = bisect_left(unread, note.span.end, key=lambda one: one.span.start)
        flow = _flow(publication, note.span, cuts, unread[first:last])
        flow.is_note, flow.label = True, note.label
        flows.append(flow)
    return tuple(flows)


def _outermost(regions: Sequence[Region]) -> list[Region]:
    """Leave out regions that lie in the one before."""
    kept: list[Region] = []
    for one in sorted(regions, key=lambda region: (region.span.start, -region.span.end)):
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(one)
    return kept


def _flow(
    publication: Publication, extent: Span, cuts: Sequence[Cut], apart: Sequence[Region]
) -> Flow:
    """Read an extent without what is cut or stands apart."""
    first = bisect_left(cuts, extent.start, key=lambda cut: cut.start)
    last = bisect_left(cuts, extent.end, key=lambda cut: cut.start)
    own = [*cuts[first:last], *(Cut(one.span.start, one.span.end) for one in apart)]
    own.sort(key=lambda cut: (cut.start, -cut.end))
    flow = Flow(text="")
    pieces: list[str] = []
    length, position = 0, extent.start
    for start, end, words in _pieces(publication.text, extent, own):
        flow.starts.append(length)
        flow.sources.append(start)
        flow.ends.append(end)
        pieces.append(words)
        length += len(words)
        position = end
    if not pieces:
        flow.starts, flow.sources, flow.ends = [0], [position], [position]
    flow.text = "".join(pieces)
    _place_regions(flow, publication, extent, apart)
    return flow


def _pieces(text: str, extent: Span, cuts: Sequence[Cut]) -> Iterator[tuple[int, int, str]]:
    """Yield start and end in the publication, and the words read there."""
    position = extent.start
    for cut in cuts:
        if cut.start < position:
            position = max(position, min(cut.end, extent.end))
            continue
        if cut.start > position:
            yield position, cut.start, text[position : cut.start]
        if cut.text:
            yield cut.start, cut.end, cut.text
        position = max(position, min(cut.end, extent.end))
    if position < extent.end:
        yield position, extent.end, text[position : extent.end]


def _place_regions(
    flow: Flow, publication: Publication, extent: Span, apart: Sequence[Region]
) -> None:
    """Set the regions and note marks of an extent into the flow."""
    starts = [one.span.start for one in apart]

    def is_here(position: int) -> bool:
        before = bisect_right(starts, position) - 1
        return before < 0 or position >= apart[before].span.end

    first = bisect_left(publication.regions, extent.start, key=lambda one: one.span.start)
    last = bisect_left(publication.regions, extent.end, key=lambda one: one.span.start)
    by_kind: dict[RegionKind, list[tuple[Span, Region]]] = {kind: [] for kind in RegionKind}
    for region in publication.regions[first:last]:
        if (
            region.kind not in APART
            and region.span.end <= extent.end
            and is_here(region.span.start)
        ):
            start = flow.position_of(region.span.start)
            end = max(start, flow.position_of(region.span.end))
            by_kind[region.kind].append((Span(start, end), region))
    blocks = by_kind[RegionKind.BLOCK_QUOTE]
    outer = _outermost([region for _, region in blocks])
    kept = {id(region) for region in outer}
    flow.blocks = tuple((span, region) for span, region in blocks if id(region) in kept)
    flow.quoted = tuple(by_kind[RegionKind.QUOTED])
    flow.code = tuple(span for span, _ in by_kind[RegionKind.CODE])
    calls = publication.note_marks
    first = bisect_left(calls, extent.start, key=lambda mark: mark.position)
    last = bisect_left(calls, extent.end, key=lambda mark: mark.position)
    flow.note_marks = tuple(
        NoteMark(position=flow.position_of(mark.position), label=mark.label)
        for mark in calls[first:last]
        if is_here(mark.position)
    )
    flow.paragraphs = tuple(_paragraphs(flow, by_kind))
    flow.paragraph_ends = tuple(one.end for one in flow.paragraphs)


def _paragraphs(
    flow: Flow, by_kind: dict[RegionKind, list[tuple[Span, Region]]]
) -> Iterator[Stretch]:
    """Yield the paragraphs: those of the markup, else what stands between blank lines."""
    marked = by_kind[RegionKind.PARAGRAPH] + by_kind[RegionKind.HEADING]
    marked.sort(key=lambda one: (one[0].start, -one[0].end))
    spans = [(span, region.kind is RegionKind.HEADING) for span, region in marked]
    if not spans:
        spans = [(span, False) for span in _between_blank_lines(flow.text)]
    block_starts = [span.start for span, _ in flow.blocks]
    end = 0
    for span, is_heading in spans:
        start = max(span.start, end)
        if start >= span.end or not flow.text[start : span.end].strip():
            continue
        block = bisect_right(block_starts, start) - 1
        if block >= 0 and flow.blocks[block][0].end <= start:
            block = -1
        yield Stretch(start, span.end, block, is_heading)
        end = span.end


def _between_blank_lines(text: str) -> Iterator[Span]:
    start = 0
    for blank in BLANK_LINES.finditer(text):
        yield Span(start, blank.start())
        start = blank.end()
    yield Span(start, len(text))
