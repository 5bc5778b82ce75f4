"""What the readers of publications share: collecting parts, and the map of lines.

A reader collects regions, calls of notes, and what is markup, in any order; `finished` orders them,
leaves out what would cross, and makes the publication. Entry points: `Parts`, `finished`.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from provtrack.errors import FormatError
from provtrack.importers.charsets import Decoded, decode
from provtrack.importers.content import Content
from provtrack.importers.publications.source_lines import with_source_lines
from provtrack.importers.xml_reading import DECLARED
from provtrack.model.publication import (
    Locus,
    NoteMark,
    Publication,
    Region,
    RegionKind,
    Replacement,
)
from provtrack.model.text import Span

PARAGRAPHS = frozenset([RegionKind.PARAGRAPH, RegionKind.HEADING])
ORDER = {
    kind: number
    for number, kind in enumerate(
        (
            RegionKind.HIDDEN,
            RegionKind.COMMENT,
            RegionKind.NOTE,
            RegionKind.BLOCK_QUOTE,
            RegionKind.HEADING,
            RegionKind.PARAGRAPH,
            RegionKind.CODE,
            RegionKind.QUOTED,
        )
    )
}  # of regions with the same span: the outer first
MAX_NESTED = 200  # regions in each other
MAX_NOTES = 100_000  # a book of a thousand pages has ten thousand


@dataclass(slots=True)
class Parts:
    """What a reader has found in the text of a publication, in any order."""

    regions: list[Region] = field(default_factory=list)
    note_marks: list[NoteMark] = field(default_factory=list)
    skipped: list[Span] = field(default_factory=list)
    replaced: list[Replacement] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    language: str = "und"

    def region(
        self,
        kind: RegionKind,
        start: int,
        end: int,
        label: str = "",
        *,
        anchor: int | None = None,
    ) -> None:
        """Add a region, unless nothing is in it."""
        if start < end:
            span = Span(start, end)
            self.regions.append(Region(kind=kind, span=span, label=label, anchor=anchor))

    def skip(self, start: int, end: int) -> None:
        """Add a span that is markup."""
        if start < end:
            self.skipped.append(Span(start, end))

    def stands_for(self, start: int, end: int, text: str) -> None:
        """Add a span that a reader sees as other signs."""
        self.replaced.append(Replacement(span=Span(start, end), text=text))


def decoded_text(content: Content) -> Decoded:
    """Decode a file of text by what it declares, and refuse halves of UTF-16 pairs.

    Raises:
        FormatError: The character set stays undecided, or a sign is none.
    """
    declared = DECLARED.match(content.data[:400])
    decoded = decode(content, declared=declared.group(1).decode("ascii") if declared else None)
    refuse_surrogates(decoded.text, content.name)
    return decoded


def refuse_surrogates(text: str, name: str) -> None:
    """Refuse a text that cannot be written as UTF-8.

    Raises:
        FormatError: With the code of the first such sign.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        code = ord(error.object[error.start])
        raise FormatError(
            f"cannot read {name}: it holds a lone surrogate (U+{code:04X}), which is no character."
        ) from error


def refuse_notes(count: int, name: str) -> None:
    """Refuse a file with more notes than any publication has.

    Raises:
        FormatError: With their number.
    """
    if count > MAX_NOTES:
        raise FormatError(
            f"cannot read {name}: it has {count:,} notes, and the limit is {MAX_NOTES:,}. Split it."
        )


def finished(
    name: str, text: str, parts: Parts, *, loci: Sequence[Locus] | None = None
) -> Publication:
    """Make the publication.

    Args:
        loci: Of a container; None for a text file, whose lines are counted.

    Raises:
        FormatError: It has more notes than any publication.
    """
    refuse_notes(sum(one.kind is RegionKind.NOTE for one in parts.regions), name)
    note_marks = tuple(sorted(parts.note_marks, key=lambda mark: mark.position))
    regions = tuple(_nested([_trimmed(one, text) for one in parts.regions]))
    named, dashes = with_source_lines(text, regions, note_marks)
    regions = tuple(_nested(named))
    return Publication(
        name=name,
        text=text,
        text_sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        language=parts.language,
        regions=regions,
        note_marks=note_marks,
        loci=tuple(loci) if loci else tuple(line_loci(text, regions)),
        skipped=tuple(_apart([*parts.skipped, *dashes])),
        replaced=tuple(_replaced(parts)),
        remarks=tuple(parts.remarks),
    )


def _trimmed(region: Region, text: str) -> Region:
    """A region without white space at its ends."""
    words = text[region.span.start : region.span.end]
    start = region.span.start + len(words) - len(words.lstrip())
    end = max(start, region.span.start + len(words.rstrip()))
    return replace(region, span=Span(min(start, end), end))


def _nested(regions: Sequence[Region]) -> Iterator[Region]:
    """Order regions, outer ones first; leave out what would cross one before."""
    around: list[Region] = []
    ordered = sorted(regions, key=lambda r: (r.span.start, -r.span.end, ORDER[r.kind]))
    for one in ordered:
        while around and around[-1].span.end <= one.span.start:
            around.pop()
        if around and one.span.end > around[-1].span.end:
            continue
        if len(one.span) and len(around) < MAX_NESTED:
            around.append(one)
            yield one


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    """Order spans and join those that overlap; what begins where a region does stays apart."""
    open_span: Span | None = None
    for one in sorted(spans, key=lambda span: (span.start, span.end)):
        if open_span is not None and one.start < open_span.end:
            open_span = Span(open_span.start, max(open_span.end, one.end))
            continue
        if open_span is not None:
            yield open_span
        open_span = one
    if open_span is not None:
        yield open_span


def _replaced(parts: Parts) -> Iterator[Replacement]:
    """Order replacements; leave out those in markup and those that overlap."""
    skipped = list(_apart(parts.skipped))
    starts = [span.start for span in skipped]
    end = 0
    for one in sorted(parts.replaced, key=lambda r: (r.span.start, r.span.end)):
        before = bisect_right(starts, one.span.start) - 1
        is_markup = before >= 0 and skipped[before].end > one.span.start
        if one.span.start >= end and not is_markup:
            yield one
            end = one.span.end


def line_loci(text: str, regions: Sequence[Region]) -> Iterator[Locus]:
    """Yield a locus for each line and for each start of a paragraph or note."""
    borders = {0}
    notes = [one for one in regions if one.kind is RegionKind.NOTE]
    note_starts = [one.span.start for one in notes]
    numbers = {one.span.start for one in regions if one.kind in PARAGRAPHS}
    borders |= {place for one in notes for place in (one.span.start, one.span.end)}
    starts = borders | numbers | {n + 1 for n, sign in enumerate(text) if sign == "\n"}
    line, line_start, paragraph, in_notes = 1, 0, 0, dict.fromkeys(note_starts, 0)
    for start in sorted(starts):
        if start and text[start - 1 : start] == "\n":
            line, line_start = line + 1, start
        place = bisect_right(note_starts, start) - 1
        inside = place >= 0 and start < notes[place].span.end
        note = notes[place] if inside else None
        if note is not None:
            in_notes[note.span.start] += start in numbers
            counted = max(1, in_notes[note.span.start])
        else:
            paragraph += start in numbers
            counted = paragraph
        yield Locus(
            start=start,
            paragraph=counted,
            line=line,
            column=start - line_start + 1,
            note=note.label if note else "",
        )
