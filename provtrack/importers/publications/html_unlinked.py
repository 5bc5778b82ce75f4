"""Notes of an HTML page that no link ties to their calls: ``<sup>1</sup>``, and a list behind.

Raised figures call notes if behind the last of them a list counts the same figures on: blocks that
begin with ``1.``, ``[1]`` or the raised figure, or the items of an ``ol``. What a page numbers
otherwise (m², items of a list of another length) calls nothing. Entry point: `unlinked_notes`.
"""

import re
from dataclasses import dataclass, field

from provtrack.importers.html_notes import HOLDERS
from provtrack.importers.publications.tags import Piece, pieces_of
from provtrack.model.text import Span

FIGURE = re.compile(r"[\[(]?(\d{1,4})[\])]?")
LEAD = re.compile(r"\s*(?:[\[(](\d{1,4})[\])]:?|(\d{1,4})[.):])\s+")
UNIT = re.compile(r"(?:^|[\s\d])(?:[kcmd]?m|ft|[a-z])$", re.IGNORECASE)  # of an area: "20 m²"
MOST_UNANSWERED = 0.2  # of the raised figures


@dataclass(frozen=True, slots=True)
class UnlinkedNotes:
    """The notes of a page that are called without links.

    Attributes:
        calls: Label by where the element of a raised figure begins.
        notes: Label by where the element around a note begins.
        leads: The figures that notes begin with.
    """

    calls: dict[int, str] = field(default_factory=dict)
    notes: dict[int, str] = field(default_factory=dict)
    leads: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A block that begins with a number, or is an item of a list."""

    label: str
    block: int
    lead: Span | None


def unlinked_notes(text: str) -> UnlinkedNotes:
    """Find the raised figures of a page and the notes behind them."""
    reader = _Reader(text)
    for piece in pieces_of(text, is_xml=False):
        reader.words(piece.start)
        reader.piece(piece)
        reader.position = piece.end
    if not reader.calls:
        return UnlinkedNotes()
    notes = _counted_on(reader)
    answered = {place: label for place, label in reader.calls.items() if label in notes}
    if len(answered) < (1 - MOST_UNANSWERED) * len(reader.calls):
        return UnlinkedNotes()
    leads = tuple(one.lead for one in notes.values() if one.lead is not None)
    return UnlinkedNotes(answered, {one.block: one.label for one in notes.values()}, leads)


def _counted_on(reader: "_Reader") -> dict[str, _Numbered]:
    """Give the blocks behind the last call that count on from the figure of the first."""
    last = max(reader.calls)
    awaited = int(min(reader.calls.items())[1])
    notes: dict[str, _Numbered] = {}
    for one in reader.numbered:
        if one.block > last and int(one.label) == awaited:
            notes[one.label] = one
            awaited += 1
    return notes


@dataclass(slots=True)
class _Reader:
    """Goes through a page once.

    Attributes:
        block: Where the innermost block began; its words so far are `before`.
        item: Number of the item of a list that has just begun; 0 if none.
        lists: What the open lists have counted; None for one without numbers.
        raised: The raised element that is open.
    """

    text: str
    position: int = 0
    block: int = 0
    before: str = ""
    item: int = 0
    lists: list[int | None] = field(default_factory=list)
    raised: Piece | None = None
    calls: dict[int, str] = field(default_factory=dict)
    numbered: list[_Numbered] = field(default_factory=list)

    def words(self, end: int) -> None:
        """Read the words up to a tag."""
        words = self.text[self.position : end]
        if self.raised is not None or not words.strip():
            return
        if not self.before.strip():
            self.begin(words)
        self.before = (self.before + words)[-8:] or " "

    def begin(self, words: str) -> None:
        """Note the number with which the words of a block begin."""
        if lead := LEAD.match(words):
            span = Span(self.position, self.position + lead.end())
            self.numbered.append(_Numbered(lead[1] or lead[2], self.block, span))
        elif self.item:
            self.numbered.append(_Numbered(str(self.item), self.block, None))
        self.item = 0

    def piece(self, piece: Piece) -> None:
        """Read a tag."""
        if piece.name in ("ol", "ul") and piece.kind == "open":
            start = piece.attributes.get("start", "1")
            counted = int(start) - 1 if start.isdecimal() and len(start) < 5 else 0
            self.lists.append(counted if piece.name == "ol" else None)
        elif piece.name in ("ol", "ul") and piece.kind == "close" and self.lists:
            self.lists.pop()
        elif piece.name in HOLDERS and piece.kind in ("open", "close"):
            self.holder(piece)
        elif piece.name == "sup" and piece.kind == "open":
            self.raised = piece
        elif piece.name == "sup" and piece.kind == "close" and self.raised is not None:
            self.end_raised(self.raised, piece)
            self.raised = None

    def holder(self, piece: Piece) -> None:
        """Begin a block, or go on behind one."""
        is_first = piece.kind == "open" and piece.name != "li" and self.item and not self.before
        if not is_first:  # <li><p>: the item is the block
            self.block, self.before, self.item = piece.start, "", 0
        count = self.lists[-1] if self.lists else None
        if piece.kind == "open" and piece.name == "li" and count is not None:
            self.item = self.lists[-1] = count + 1

    def end_raised(self, opening: Piece, closing: Piece) -> None:
        """Note a raised figure: a call, or the beginning of a note."""
        words = re.sub(r"<[^<>]*>", "", self.text[opening.end : closing.start]).strip()
        figure = FIGURE.fullmatch(words)
        if figure is None:
            return
        if not self.before.strip():
            lead = Span(opening.start, closing.end)
            self.numbered.append(_Numbered(figure[1], self.block, lead))
            self.before, self.item = " .", 0
        elif not UNIT.search(self.before):
            self.calls[opening.start] = figure[1]
