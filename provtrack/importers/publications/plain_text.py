"""Plain text as a publication: paragraphs between blank lines, indented or ``> `` ones as blocks.

Notes are called by ``[1]``, ``[^1]`` or raised figures behind a word or stop, ``[1]`` also behind a
stop and a blank; a paragraph that begins with such a mark, or with ``1.`` behind the last call, is
the note, and so is the next number behind a note. If no such mark stands in the text, figures right
behind a word or stop call the notes of a numbered list at its end. Entry point: `read`.
"""

import re
from collections.abc import Iterator, Sequence

from provtrack.importers.content import Content
from provtrack.importers.publications.building import Parts, decoded_text, finished
from provtrack.model.publication import NoteMark, Publication, RegionKind
from provtrack.model.text import Span

LINE = re.compile(r"[^\n]*\n?")
CALL = re.compile(
    r"(?:(?<=[^\s\[(])|(?<=[.,;:!?)”’\"'»] ))"
    r"(?:\[\^?(?P<label>\d{1,4}|\^\w{1,20})\]|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))"
)
NOTE = re.compile(
    r"\s*(?:\[\^?(?P<bracket>\d{1,4}|\^\w{1,20})\]:?|(?P<figure>\d{1,4})[.)]|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))[^\S\n]+"
)
GLUED = re.compile(
    r"(?:(?<=[^\W\d_]{2})|(?<=[^\d\s][.,;:!?])|(?<=[)”’\"'»]))(?P<label>\d{1,3})(?P<raised>)(?=[\s.,;:)”’»—–]|$)"
)
LEAST_GLUED = 0.5  # of the notes of a list must be called for it to be one
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
PREFIX = re.compile(r"^[^\S\n]*>[> ]*", re.M)
INDENTED = re.compile(r"(?:\t| {3,})[^\s]")
LONG_LINE = 40  # signs of an indented line that is more than a signature or a verse number


def read(content: Content) -> Publication:
    """Read a text file: its text is the decoded file."""
    text = decoded_text(content).text
    parts = Parts()
    paragraphs = list(_paragraphs(text))
    calls = list(CALL.finditer(text)) or _glued(text, paragraphs)
    called = {_label(one["label"], one["raised"]) for one in calls}
    last_call = max((one.start() for one in calls), default=0)
    bodies: list[Span] = []
    awaited = ""  # the label of a note right behind one
    usual = sum(_is_indented(text, span) for span in paragraphs) * 2 > len(paragraphs)
    for span in paragraphs:
        note = NOTE.match(text, span.start, span.end)
        label = _label(note["bracket"] or note["figure"], note["raised"]) if note else ""
        is_behind = note is not None and (not note["figure"] or span.start > last_call)
        is_called = is_behind and label in called
        if note and (is_called or label == awaited):
            start = note.end()
            parts.region(RegionKind.NOTE, start, span.end, label)
            bodies.append(span)
            awaited = str(int(label) + 1) if label.isdecimal() else ""
        else:
            start, awaited = span.start, ""
            _block(text, span, parts, indents=not usual)
        parts.region(RegionKind.PARAGRAPH, start, span.end)
    _calls(calls, bodies, parts)
    return finished(content.name, text, parts)


def _glued(text: str, paragraphs: Sequence[Span]) -> list[re.Match[str]]:
    """Find figures right behind words that call the notes of a numbered list at the end, in order.

    Returns:
        Nothing if there is no such list, or most of its notes are not called.
    """
    first, count = _list_at_end(text, paragraphs)
    calls: list[re.Match[str]] = []
    found = list(GLUED.finditer(text, 0, first))
    place = 0
    for number in range(1, count + 1):
        places = (k for k in range(place, len(found)) if int(found[k]["label"]) == number)
        here = next(places, None)
        if here is not None:
            calls.append(found[here])
            place = here + 1
    return calls if calls and len(calls) >= LEAST_GLUED * count else []


def _list_at_end(text: str, paragraphs: Sequence[Span]) -> tuple[int, int]:
    """Where the list of notes begins that counts from 1 to the end of a text; how many they are."""
    count, awaited = 0, None
    for span in reversed(paragraphs):
        note = NOTE.match(text, span.start, span.end)
        figure = note["figure"] if note else None
        if figure is None or (awaited is not None and int(figure) != awaited):
            break
        count = int(figure) if awaited is None else count
        awaited = int(figure) - 1
        if awaited == 0:
            return span.start, count
    return len(text), 0


def _paragraphs(text: str) -> Iterator[Span]:
    """Yield the paragraphs; a line that begins a note begins a paragraph."""
    start, end = 0, 0
    for line in LINE.finditer(text):
        words = line.group().rstrip()
        begins = bool(NOTE.match(words + " ")) and not words[:1].isspace()
        if (not words or begins) and end > start:
            yield Span(start, end)
            start = end
        if words:
            start = line.start() if start >= end else start
            end = line.start() + len(words)
    if end > start:
        yield Span(start, end)


def _is_indented(text: str, span: Span) -> bool:
    """Whether every line of a paragraph is set in."""
    lines = text[span.start : span.end].split("\n")
    return all(INDENTED.match(line) for line in lines) and (
        len(lines) > 1 or len(lines[0]) > LONG_LINE
    )


def _block(text: str, span: Span, parts: Parts, *, indents: bool) -> None:
    """Note a block quotation, with its prefixes."""
    lines = text[span.start : span.end].split("\n")
    is_prefixed = all(PREFIX.match(line) for line in lines)
    if is_prefixed:
        for prefix in PREFIX.finditer(text, span.start, span.end):
            parts.skip(*prefix.span())
    if is_prefixed or (indents and _is_indented(text, span)):
        parts.region(RegionKind.BLOCK_QUOTE, span.start, span.end)


def _label(plain: str | None, raised: str | None) -> str:
    return (plain or "").lstrip("^") or (raised or "").translate(RAISED)


def _calls(calls: list[re.Match[str]], bodies: list[Span], parts: Parts) -> None:
    """Note the calls whose note is there."""
    labels = {one.label for one in parts.regions if one.kind is RegionKind.NOTE}
    starts = {one.start for one in bodies}
    for call in calls:
        label = _label(call["label"], call["raised"])
        if label in labels and call.start() not in starts:
            parts.note_marks.append(NoteMark(position=call.start(), label=label))
            parts.skip(*call.span())
