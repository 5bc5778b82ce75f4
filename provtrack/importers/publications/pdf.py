"""PDF files as publications: the lines joined to paragraphs, the notes parted from the text.

The text is what this reader yields: body, then notes; each line keeps its page and its number on
it. A PDF states neither paragraphs nor an order of reading: all of it is inferred, and a remark
says so. Lines, divided words, radicals: as `importers.pdf` reads them. Entry point: `read`.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from provtrack.importers.content import Content
from provtrack.importers.line_joining import JoinedPages, PageLine, PageOfLines, join_pages
from provtrack.importers.pdf import (
    folded_page,
    glyphs_lost,
    left_out_of,
    order_told,
    radicals_told,
    read_file,
)
from provtrack.importers.pdf_layout import BULLETS, TextPage, text_pages, with_beginnings
from provtrack.importers.publications.building import Parts, finished
from provtrack.importers.publications.pdf_notes import PdfNote, PlacedLine, figure_of, parted
from provtrack.model.publication import Locus, NoteMark, Publication, RegionKind
from provtrack.text.plurals import counted

BETWEEN = "\n\n"
SET_IN = 1.2  # of the size of letters, on the left: more than the indent of a first line
EVEN = 0.5  # of the size of letters: lines of a block begin below each other


def read(content: Content) -> Publication:
    """Read a PDF file.

    Raises:
        FormatError: Damaged, protected, without text, or unreasonably large.
        MissingExtraError: pypdfium2 is not installed.
    """
    file = read_file(content)
    pages, left_out = text_pages(file.pages)
    read_pages = parted(pages)
    folded: Counter[str] = Counter()
    body = [folded_page(_body_page(page), folded) for page in read_pages.pages]
    foot = [folded_page(_note_page(note), folded) for note in read_pages.notes]
    placing = _Placing(labels=_labels(read_pages.notes))
    placing.body(read_pages.pages, join_pages(body, beside=foot))
    for note, page in zip(read_pages.notes, foot, strict=True):
        placing.note(note, join_pages([page], beside=body))
    placing.unanswered(read_pages.notes)
    text = "".join(placing.pieces)
    told = (*left_out_of(left_out), *radicals_told(folded), *glyphs_lost(text))
    placing.parts.remarks += [order_told(file), *(one.message for one in told)]
    if images := sum(page.is_image for page in file.pages):
        said = f"The text lies on the images of {counted(images, 'page')}: a program recognised it."
        placing.parts.remarks.append(said)
    return finished(content.name, text, placing.parts, loci=placing.loci)


def _body_page(page: TextPage) -> PageOfLines:
    return PageOfLines(label=page.label, lines=with_beginnings(page.lines))


def _note_page(note: PdfNote) -> PageOfLines:
    """The lines of a note as one page: it is one paragraph."""
    return PageOfLines(label="", lines=tuple(PageLine(text=one.line.text) for one in note.lines))


def _labels(notes: Sequence[PdfNote]) -> dict[int, str]:
    """The label of each note, by its place; where figures come again, with the page."""
    counts = Counter(note.figure for note in notes)
    labels: dict[int, str] = {}
    for number, note in enumerate(notes):
        label = note.figure if counts[note.figure] == 1 else f"{note.figure} on page {note.page}"
        labels[number] = label
    return labels


@dataclass(slots=True)
class _Placing:
    """Composes the text from body and notes, with the place of each line.

    Attributes:
        labels: Of the notes by their number from 0.
        calls: Start and end of the first call by page and figure; page 0 stands for any.
        answered: The calls whose notes are added.
        notes: How many are added.
    """

    labels: dict[int, str]
    parts: Parts = field(default_factory=Parts)
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    loci: list[Locus] = field(default_factory=list)
    calls: dict[tuple[int, str], tuple[int, int]] = field(default_factory=dict)
    answered: set[tuple[int, int]] = field(default_factory=set)
    notes: int = 0

    def body(self, pages: Sequence[TextPage], joined: JoinedPages) -> None:
        """Add the body: its paragraphs, its blocks, its calls of notes."""
        self.add(joined.text)
        lines = [PlacedLine(line=one, page=page.number) for page in pages for one in page.lines]
        starts = list(_paragraph_starts(joined.text))
        edges = {page.number: _edge(page) for page in pages}
        own: list[list[PlacedLine]] = [[] for _ in starts]
        for start, one in zip(joined.line_starts, lines, strict=True):
            number = bisect_right(starts, start)
            self.place(start, one, paragraph=number)
            own[max(number - 1, 0)].append(one)
            for first, end in one.line.raised:
                figure = figure_of(one.line, (first, end))
                for page in (one.page, 0):
                    self.calls.setdefault((page, figure), (start + first, start + end))
        ends = [*(start - len(BETWEEN) for start in starts[1:]), len(joined.text)]
        for start, end, paragraph in zip(starts, ends, own, strict=True):
            self.parts.region(RegionKind.PARAGRAPH, start, end)
            if _is_set_in(paragraph, edges):
                self.parts.region(RegionKind.BLOCK_QUOTE, start, end)

    def add(self, words: str) -> None:
        """Add words to the text."""
        self.pieces.append(words)
        self.length += len(words)

    def place(self, start: int, one: PlacedLine, *, paragraph: int, note: str = "") -> None:
        """Say where a line stands."""
        self.loci.append(
            Locus(
                start=start if self.loci else 0,
                paragraph=paragraph,
                line=one.line.number,
                page=one.page,
                note=note,
            )
        )

    def note(self, note: PdfNote, joined: JoinedPages) -> None:
        """Add a note behind what is there, and tie it to its call."""
        label = self.labels[self.notes]
        self.notes += 1
        self.add(BETWEEN if self.length else "")
        offset = self.length
        self.add(joined.text)
        for start, one in zip(joined.line_starts, note.lines, strict=True):
            self.place(offset + start, one, paragraph=1, note=label)
        self.parts.region(RegionKind.NOTE, offset + note.lead, self.length, label)
        self.parts.region(RegionKind.PARAGRAPH, offset + note.lead, self.length)
        call = self.calls.get((0 if note.at_end else note.page, note.figure))
        if call is None and not note.at_end:  # it had no room at the foot of the page before
            call = self.calls.get((note.page - 1, note.figure))
        if call is not None and call not in self.answered:
            self.answered.add(call)
            self.parts.note_marks.append(NoteMark(position=call[0], label=label))
            self.parts.skip(*call)

    def unanswered(self, notes: Sequence[PdfNote]) -> None:
        """Note calls whose notes were not found, so that no other note is taken for theirs."""
        found = {note.figure for note in notes}
        for (page, figure), span in self.calls.items() if found else ():
            if page and figure not in found:
                self.parts.note_marks.append(NoteMark(position=span[0], label=figure))
                self.parts.skip(*span)


def _paragraph_starts(text: str) -> Iterator[int]:
    position = 0
    for paragraph in text.split(BETWEEN):
        yield position
        position += len(paragraph) + len(BETWEEN)


def _edge(page: TextPage) -> float:
    """Where most lines of a page begin on the left."""
    lefts = Counter(round(line.left) for line in page.lines)
    return float(min(lefts, key=lambda left: (-lefts[left], left), default=0))


def _is_set_in(lines: Sequence[PlacedLine], edges: dict[int, float]) -> bool:
    """Whether a paragraph of several lines is set in from the edge of its page."""
    if len(lines) < 2 or lines[0].line.text[0] in BULLETS:
        return False
    lefts = [one.line.left - edges[one.page] for one in lines]
    size = max(lines[-1].line.size, 1.0)
    is_even = max(lefts[1:]) - min(lefts[1:]) <= EVEN * size
    return is_even and min(lefts) >= SET_IN * size
