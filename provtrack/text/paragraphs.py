"""Recorded text to paragraphs: runs of lines between blank lines (DESIGN section 2).

Lines end at LF only, because a recorded text has no other line end; a form feed or a vertical tab
inside a line is white space like any other. Leaves to importers what a paragraph is in a format
with marks of its own. Entry point: `paragraphs_of`.
"""

from collections.abc import Iterator

from provtrack.model.text import Paragraph, Span


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """Divide a recorded text at its blank lines.

    A blank line holds nothing or only white space. The line end that closes a paragraph is not
    part of it; line ends inside, indents and blanks at line ends are.

    Returns:
        Paragraphs in reading order, positions from 0; none for a text of white space only.
    """
    spans: list[Span] = []
    start: int | None = None
    end = 0
    for line in _lines(text):
        if _is_blank(text, line):
            if start is not None:
                spans.append(Span(start, end))
            start = None
        else:
            start = line.start if start is None else start
            end = line.end
    if start is not None:
        spans.append(Span(start, end))
    return _numbered(text, spans)


def line_paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """Take each line that is not blank as a paragraph (``--paragraphs line``)."""
    return _numbered(text, [line for line in _lines(text) if not _is_blank(text, line)])


def _lines(text: str) -> Iterator[Span]:
    """Yield each line of a text without its LF, in order."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield Span(start, end)
        start = end + 1
    yield Span(start, len(text))


def _is_blank(text: str, line: Span) -> bool:
    return not text[line.start : line.end].strip()


def _numbered(text: str, spans: list[Span]) -> tuple[Paragraph, ...]:
    """Give each span its position and its characters."""
    return tuple(
        Paragraph(position=position, span=span, text=text[span.start : span.end])
        for position, span in enumerate(spans)
    )
