"""What HTML and TEI share: from tags to regions, by a table of what each element is.

The file itself is the text; tags are skipped, entities read. Entry point: `TagWalk`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from provtrack.importers.publications.building import Parts
from provtrack.importers.publications.tags import Piece, pieces_of
from provtrack.model.publication import NoteMark, Region, RegionKind
from provtrack.model.text import Span


class Role(Enum):
    """What an element does with the words in it."""

    BLOCK = "block"
    HEADING = "heading"
    BLOCK_QUOTE = "block quote"
    QUOTED = "quoted"
    NOTE = "note"
    HIDDEN = "hidden"
    CODE = "code"


NAMED = {
    Role.BLOCK_QUOTE: RegionKind.BLOCK_QUOTE,
    Role.QUOTED: RegionKind.QUOTED,
    Role.NOTE: RegionKind.NOTE,
    Role.HIDDEN: RegionKind.HIDDEN,
    Role.CODE: RegionKind.CODE,
}
PARTING = frozenset([Role.BLOCK, Role.HEADING, Role.BLOCK_QUOTE])


@dataclass(slots=True)
class Opened:
    """An element that is open, with the label its note has."""

    piece: Piece
    role: Role | None
    label: str = ""
    words_before: bool = False


@dataclass(slots=True)
class TagWalk:
    """Goes through the tags of a file and notes regions.

    Attributes:
        text: The file.
        roles: What each element is; others are transparent.
        alone: Elements that never hold anything.
        implied: What ends elements whose end tag may be missing.
    """

    text: str
    roles: Mapping[str, Role]
    alone: frozenset[str] = frozenset()
    implied: Mapping[str, frozenset[str]] = field(default_factory=dict)
    parts: Parts = field(default_factory=Parts)
    opened: list[Opened] = field(default_factory=list)
    open_names: dict[str, int] = field(default_factory=dict)
    begins: list[int] = field(default_factory=lambda: [0])
    has_words: list[bool] = field(default_factory=lambda: [False])
    position: int = 0
    is_heading: bool = False

    def walk(self, *, is_xml: bool) -> Parts:
        """Read the whole file."""
        for piece in pieces_of(self.text, is_xml=is_xml):
            self.words(piece.start)
            self.piece(piece)
            self.position = piece.end
        self.words(len(self.text))
        while self.opened:
            self.close(len(self.text))
        self.end_paragraph(len(self.text))
        return self.parts

    def words(self, end: int) -> None:
        """Note whether the paragraph has words up to a place."""
        if not self.has_words[-1] and self.text[self.position : end].strip():
            self.has_words[-1] = True
            self.begins[-1] = self.position

    def piece(self, piece: Piece) -> None:
        """Note one piece."""
        if piece.kind == "entity":
            self.parts.stands_for(piece.start, piece.end, piece.text)
            if not self.has_words[-1]:
                self.has_words[-1], self.begins[-1] = True, piece.start
            return
        if piece.kind == "comment":
            self.parts.region(RegionKind.HIDDEN, piece.start, piece.end)
        elif piece.kind == "cdata":
            self.parts.skip(piece.start, piece.start + 9)
            self.parts.skip(piece.end - 3, piece.end)
            return
        self.parts.skip(piece.start, piece.end)
        if piece.kind == "open" and piece.name not in self.alone:
            self.open(piece)
        elif piece.kind == "close" and self.open_names.get(piece.name):
            while self.opened[-1].piece.name != piece.name:
                self.close(piece.start)
            self.close(piece.start)

    def open(self, piece: Piece) -> None:
        """Open an element."""
        role = self.roles.get(piece.name)
        while self.opened and piece.name in self.implied.get(self.opened[-1].piece.name, ()):
            self.close(piece.start)
        opened = Opened(piece, role)
        self.opened.append(opened)
        self.open_names[piece.name] = self.open_names.get(piece.name, 0) + 1
        if role in PARTING:
            self.end_paragraph(piece.start)
            self.is_heading = role is Role.HEADING
        elif role in (Role.NOTE, Role.HIDDEN):
            self.begins.append(piece.end)
            self.has_words.append(False)

    def close(self, end: int) -> None:
        """Close the innermost element, whose words end at a place."""
        opened = self.opened.pop()
        self.open_names[opened.piece.name] -= 1
        if opened.role in PARTING:
            self.end_paragraph(end)
            self.is_heading = False
        elif opened.role in (Role.NOTE, Role.HIDDEN):
            if opened.role is Role.NOTE:
                self.end_paragraph(end)
            self.begins.pop()
            self.has_words.pop()
        kind = NAMED.get(opened.role) if opened.role else None
        if kind is not None and opened.piece.end < end:
            self.parts.regions.append(
                Region(
                    kind=kind,
                    span=Span(opened.piece.end, end),
                    label=opened.label,
                    source=source_of(opened.piece.attributes),
                    language=language_of(opened.piece.attributes),
                )
            )

    def end_paragraph(self, end: int) -> None:
        """End the paragraph that is being read, if it has words."""
        if self.has_words[-1]:
            kind = RegionKind.HEADING if self.is_heading else RegionKind.PARAGRAPH
            self.parts.region(kind, self.begins[-1], end)
        self.has_words[-1] = False

    def call(self, position: int, label: str) -> None:
        """Note the call of a note."""
        self.parts.note_marks.append(NoteMark(position=position, label=label))


def source_of(attributes: Mapping[str, str]) -> str:
    """What the markup says an element is taken from."""
    for name in ("cite", "source", "data-source"):
        if attributes.get(name, "").strip():
            return attributes[name].strip()
    return ""


def language_of(attributes: Mapping[str, str]) -> str:
    """The language the markup names."""
    return (attributes.get("xml:lang") or attributes.get("lang") or "").strip()
