"""Compose a recorded text from the pieces of a marked-up file, with notes at their places.

Used by every format but plain text. Paragraphs are separated by one empty line; white space of the
format collapses to one blank; a line break stays one, and two in a row end the paragraph, because
a reader sees an empty line there. No-break spaces and the like are the author's and stay.
"""

import re

from provtrack.model.document import Note

FORMAT_SPACE = re.compile("[ \t\n\r\f]+")
LAST_EMPTY_LINES = re.compile(r"(?:\n[^\S\n]*)+\Z")
BREAK = "\n\n"
LINE_END_HYPHENS = frozenset("-\u2010\u00ad\u00ac\u2e17")


class Composer:
    """Collects paragraphs and notes; `text` and `notes` give the result.

    A note stands where it was met: before the next letter, behind the last one. Where no letter
    follows in its paragraph it stays at that paragraph's end; between paragraphs it stands at the
    beginning of the next.
    """

    def __init__(self) -> None:
        self._done: list[str] = []  # finished paragraphs
        self._length = 0  # of the finished text, without the break before the next paragraph
        self._open: list[str] = []
        self._open_length = 0
        self._blank_due = False
        self._line_has_text = False
        self._joins = False
        self._notes: list[Note] = []
        self._here: list[Note] = []  # notes of the paragraph under way
        self._loose: list[Note] = []  # notes met while no paragraph was open

    def words(self, text: str) -> None:
        """Add running text; the white space of the format collapses."""
        position = 0
        for gap in FORMAT_SPACE.finditer(text):
            self._write(text[position : gap.start()])
            self._blank_due = not self._joins and (self._blank_due or bool(self._open))
            position = gap.end()
        self._write(text[position:])

    def exact(self, text: str) -> None:
        """Add text whose blanks count; its line ends are line breaks."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.line_break()
            self._write(line)

    def join(self) -> bool:
        """Let what follows join what stands before, whatever white space the file has there.

        Returns:
            Whether a hyphen that divided the word was taken away.
        """
        self._blank_due, self._joins = False, True
        last = self._open[-1] if self._open else ""
        if len(last) < 2 or last[-1] not in LINE_END_HYPHENS:
            return False
        self._open[-1] = last[:-1]
        self._open_length -= 1
        return True

    def new_line(self) -> None:
        """Begin a line, unless one has begun."""
        if self._line_has_text:
            self.line_break()

    def line_break(self) -> None:
        """End the line; at the beginning of a line, end the paragraph."""
        self._blank_due = False
        if not self._open:
            return
        if not self._line_has_text:
            self.end_paragraph()
        else:
            self._open.append("\n")
            self._open_length += 1
            self._line_has_text = False

    def note(self, kind: str, *, label: str = "", text: str = "") -> None:
        """Tie a note to the present place."""
        made = Note(position=self._place(), kind=kind, label=label, text=text)
        (self._here if self._open else self._loose).append(made)

    def end_paragraph(self) -> None:
        """Close the paragraph under way, if it has text."""
        paragraph = LAST_EMPTY_LINES.sub("", "".join(self._open))
        start = self._start()
        if paragraph.strip():
            end = start + len(paragraph)
            self._notes += [_moved(note, min(note.position, end)) for note in self._here]
            self._done.append(paragraph)
            self._length = end
        else:
            self._loose += self._here
        self._blank_due = self._line_has_text = False
        self._open, self._open_length, self._here = [], 0, []

    @property
    def place(self) -> int:
        """Where the words composed so far end in the text."""
        return self._place()

    def finished(self) -> tuple[str, tuple[Note, ...]]:
        """The recorded text and its notes, in order of position."""
        self.end_paragraph()
        text = BREAK.join(self._done)
        self._notes += [_moved(note, len(text)) for note in self._loose]
        self._loose = []
        return text, tuple(sorted(self._notes, key=lambda note: note.position))

    def _start(self) -> int:
        """Where the paragraph under way begins in the text."""
        return self._length + len(BREAK) if self._done else 0

    def _place(self) -> int:
        return self._start() + self._open_length

    def _write(self, text: str) -> None:
        if not text:
            return
        if not self._open:
            self._here = [_moved(note, self._start()) for note in self._loose]
            self._loose = []
        elif self._blank_due and not self._open[-1].endswith("\n"):
            self._open.append(" ")
            self._open_length += 1
        self._blank_due = self._joins = False
        self._line_has_text = self._line_has_text or not text.isspace()
        self._open.append(text)
        self._open_length += len(text)


def _moved(note: Note, position: int) -> Note:
    return Note(position=position, kind=note.kind, label=note.label, text=note.text)
