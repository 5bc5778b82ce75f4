"""Which lines of a PDF are notes: at the foot of a page, or at the end of the text.

A note begins with the figure that calls it: raised, or at the foot in smaller letters, or where the
last lines of a page count on what was called; so does the next one behind a note, also within its
line, though its call cannot be told. If no figure is raised, those right behind a word call the
notes that are counted at the end. Other figures begin no note, and what cannot be told stays text.
Entry point: `parted`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from provtrack.importers.line_joining import ENDS_SENTENCE
from provtrack.importers.pdf_layout import TextPage
from provtrack.importers.pdf_lines import PdfLine
from provtrack.importers.publications.plain_text import GLUED, LEAST_GLUED

LABEL = re.compile(r"(\d{1,4})(?:[.)]\s*|\s+)(?=\S)")
FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
RIGHT_BEFORE = re.compile(r"(\d{1,4})(?=[^\W\d_]|[“\"«„(\[])")  # "2Ibid."
COUNTED = re.compile(
    rf"{RIGHT_BEFORE.pattern}|(\d{{1,4}}) (?=[^\W\d_a-zа-яё]|[“\"«„(\[])"
)  # no list
WITHIN = re.compile(r"(?<=[.!?…”»’)\]]) (?=(\d{1,4})(?:[^\W\d_]|[“\"«„(\[]))")  # "Ibid. 3See"
LEAST_ANSWERED = 0.5  # of the figures called before lines of the usual size that count them on
SMALL = 0.93  # of the usual size of letters: smaller ones stand in notes
END_NOTES = 2  # at least so many notes stand together at the end of a text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLine:
    """A line, and the number of its page."""

    line: PdfLine
    page: int


@dataclass(slots=True)
class PdfNote:
    """A note.

    Attributes:
        figure: What calls it, as digits.
        lead: How many signs of its first line are the figure.
        page: Where it begins.
        at_end: It stands at the end of the text, not at the foot of the page that calls it.
    """

    figure: str
    lead: int
    page: int
    lines: list[PlacedLine] = field(default_factory=list)
    at_end: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartedPages:
    """The pages without their notes, and the notes in order."""

    pages: tuple[TextPage, ...]
    notes: tuple[PdfNote, ...]


def parted(pages: Sequence[TextPage]) -> PartedPages:
    """Part notes from text."""
    pages = _with_glued(pages)
    usual = _usual_size(pages)
    notes: list[PdfNote] = []
    bodies = []
    owed: list[str] = []  # figures called, of which the notes have not come
    for page in pages:
        first = _foot(page, usual, notes[-1] if notes else None)
        first = min(first, _counted_foot(page, owed))
        owed = _add_foot(page, first, notes, owed)
        bodies.append(TextPage(label=page.label, number=page.number, lines=page.lines[:first]))
    return _end_notes(bodies, notes)


def _with_glued(pages: Sequence[TextPage]) -> Sequence[TextPage]:
    """Take figures right behind words for calls, if none is raised and notes are counted behind."""
    lines = [(page.number, line) for page in pages for line in page.lines]
    if any(line.raised for _, line in lines):
        return pages
    calls: list[Glued] = []
    for page_number, line in lines:
        for call in GLUED.finditer(line.text):
            if int(call["label"]) == len(calls) + 1:
                calls.append((page_number, line.number, call.span()))
    if not calls:
        return pages
    notes = list(_behind(pages, calls[-1][:2], "1"))
    if len(notes) < END_NOTES or len(calls) < LEAST_GLUED * len(notes):
        return pages
    return [replace(page, lines=_raised(page, calls)) for page in pages]


Glued = tuple[int, int, tuple[int, int]]


def _raised(page: TextPage, calls: Sequence[Glued]) -> tuple[PdfLine, ...]:
    """The lines of a page, with the figures that call notes."""
    own: dict[int, list[tuple[int, int]]] = {}
    for page_number, line_number, span in calls:
        if page_number == page.number:
            own.setdefault(line_number, []).append(span)
    return tuple(replace(line, raised=tuple(own.get(line.number, ()))) for line in page.lines)


def figure_of(line: PdfLine, span: tuple[int, int]) -> str:
    """The figures that stand raised in a line, as digits."""
    return line.text[slice(*span)].translate(FIGURES)


def _usual_size(pages: Sequence[TextPage]) -> float:
    """The size that most letters have."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _lead(line: PdfLine, *, needs_raised: bool) -> tuple[str, int]:
    """The figure a line begins with, and how many signs it is; empty if it begins no note."""
    if line.raised and line.raised[0][0] == 0:
        return figure_of(line, line.raised[0]), line.raised[0][1]
    match = None if needs_raised else LABEL.match(line.text) or RIGHT_BEFORE.match(line.text)
    return (match[1], match.end()) if match else ("", 0)


def _called(lines: Sequence[PdfLine]) -> list[str]:
    """The figures that call notes in some lines, in order; one that begins a line calls none."""
    return [figure_of(one, span) for one in lines for span in one.raised if span[0]]


def _foot(page: TextPage, usual: float, last: PdfNote | None) -> int:
    """Where the notes at the foot of a page begin; the number of its lines if it has none."""
    lines = page.lines
    small = len(lines)
    while small and lines[small - 1].size < SMALL * usual:
        small -= 1
    goes_on = last is not None and last.lines[-1].line.text[-1] not in ENDS_SENTENCE
    if goes_on and last is not None and last.page == page.number - 1 and 0 < small < len(lines):
        return small
    called: set[str] = set()
    for number, line in enumerate(lines):
        figure, _ = _lead(line, needs_raised=number < small)
        if figure in called:
            return number
        called.update(_called([line]))
    return len(lines)


def _counted_foot(page: TextPage, owed: Sequence[str]) -> int:
    """Where lines of the usual size begin that count on to the foot what was called before them.

    Args:
        owed: Figures called on pages before, whose notes have not come.
    """
    for number, line in enumerate(page.lines):
        figure = _counted(line)
        called = [*owed, *_called(page.lines[:number])]
        if figure not in called:
            continue
        wanted = called[called.index(figure) :]
        if _counted_on(page.lines[number:], figure) >= LEAST_ANSWERED * len(wanted):
            return number
    return len(page.lines)


def _counted_on(lines: Sequence[PdfLine], first: str) -> int:
    """How many lines, or parts of them, begin with figures that count on from a first one."""
    awaited = int(first)
    for part in (part for line in lines for part in _parts(line)):
        awaited += _counted(part) == str(awaited)
    return awaited - int(first)


def _counted(line: PdfLine) -> str:
    """The figure before the first word of a line; empty if there is none, or a stop behind it."""
    found = COUNTED.match(line.text)
    return (found[1] or found[2]) if found else ""


def _add_foot(page: TextPage, first: int, notes: list[PdfNote], owed: Sequence[str]) -> list[str]:
    """Add the notes at the foot of a page; its first lines may go on with the last one.

    Returns:
        The figures called so far whose notes have not come.
    """
    called = [*owed, *_called(page.lines[:first])]
    lines = [part for line in page.lines[first:] for part in _parts(line)]
    for number, line in enumerate(lines):
        figure, lead = _lead(line, needs_raised=False)
        is_next = number > 0 and _counts_on(figure, notes[-1])
        is_doubtful = number > 0 and lead == len(figure) and not line.raised
        if is_next or (figure in called and not is_doubtful):
            called = [one for one in called if one != figure]
            notes.append(PdfNote(figure=figure, lead=lead, page=page.number))
        notes[-1].lines.append(PlacedLine(line=line, page=page.number))
    return called


def _parts(line: PdfLine) -> Iterator[PdfLine]:
    """Divide a line before the figures of further notes in it: "Document 56. 2Ibid."."""
    start = 0
    for found in WITHIN.finditer(line.text):
        yield _part(line, start, found.start())
        start = found.end()
    yield _part(line, start, len(line.text))


def _part(line: PdfLine, start: int, end: int) -> PdfLine:
    """A part of a line, with the raised figures in it."""
    raised = tuple((a - start, b - start) for a, b in line.raised if start <= a and b <= end)
    return replace(line, text=line.text[start:end], raised=raised)


def _counts_on(figure: str, last: PdfNote) -> bool:
    """Whether a figure begins the next note, though nothing calls it that can be told."""
    ended = last.lines[-1].line.text[-1] in ENDS_SENTENCE
    return bool(figure) and ended and int(figure) == int(last.figure) + 1


def _end_notes(pages: Sequence[TextPage], notes: list[PdfNote]) -> PartedPages:
    """Part the notes at the end of the text, behind the last call that no foot answers."""
    answered = {(note.page, note.figure) for note in notes}
    calls = [
        (page.number, line.number, figure_of(line, span))
        for page in pages
        for line in page.lines
        for span in line.raised
        if span[0] and (page.number, figure_of(line, span)) not in answered
    ]
    if not calls:
        return PartedPages(pages=tuple(pages), notes=tuple(notes))
    found = list(_behind(pages, calls[-1][:2], calls[0][2]))
    if len(found) < END_NOTES:
        return PartedPages(pages=tuple(pages), notes=tuple(notes))
    taken = {(one.page, one.line.number) for note in found for one in note.lines}
    rest = [
        TextPage(
            label=page.label,
            number=page.number,
            lines=tuple(one for one in page.lines if (page.number, one.number) not in taken),
        )
        for page in pages
    ]
    return PartedPages(pages=tuple(rest), notes=(*notes, *found))


def _behind(
    pages: Sequence[TextPage], last_call: tuple[int, int], first_figure: str
) -> Iterator[PdfNote]:
    """Yield the notes that stand behind a place, counted on from a figure."""
    note: PdfNote | None = None
    awaited = int(first_figure)
    for page in pages:
        for line in page.lines:
            if (page.number, line.number) <= last_call:
                continue
            figure, lead = _lead(line, needs_raised=False)
            if figure and int(figure) == awaited:
                if note is not None:
                    yield note
                note = PdfNote(figure=figure, lead=lead, page=page.number, at_end=True)
                awaited += 1
            if note is not None:
                note.lines.append(PlacedLine(line=line, page=page.number))
    if note is not None:
        yield note
