"""TEI as a publication: its text is the decoded file; tags are skipped, entities read.

``quote``, ``q``, ``said`` and ``cit`` are quotations, as blocks where they hold paragraphs or
lines or stand for themselves; ``note`` is a note at its place, or where a reference calls it. Of
``choice`` the reading of the source is taken, as everywhere in `importers`. A ``bibl`` beside a
quotation in ``cit``, or named by its ``@source``, is a note on it. Header, facsimile and
what is deleted are no text. Entry point: `read`.
"""

import re
from dataclasses import dataclass, field

from provtrack.importers.content import Content
from provtrack.importers.publications.building import decoded_text, finished
from provtrack.importers.publications.tag_walk import Opened, Role, TagWalk, language_of
from provtrack.importers.publications.tags import Piece
from provtrack.importers.xml_reading import parse_xml
from provtrack.model.publication import Publication

BLOCKS = "p ab lg sp list item table row cell div body front back text titlePage opener closer"
BLOCKS += " salute signed dateline epigraph argument figure byline docTitle listBibl bibl trailer"
HIDDEN = "teiHeader facsimile sourceDoc del reg corr expan fw standOff"
QUOTES = frozenset(["quote", "q", "said"])
ROLES: dict[str, Role] = {
    **dict.fromkeys(BLOCKS.split(), Role.BLOCK),
    **dict.fromkeys(("head", "label", "titlePart"), Role.HEADING),
    **dict.fromkeys(HIDDEN.split(), Role.HIDDEN),
    **dict.fromkeys(("code", "eg", "egXML"), Role.CODE),
    **dict.fromkeys(QUOTES, Role.QUOTED),
    "note": Role.NOTE,
}
INNER = re.compile(r"<(?:\w+:)?(?:p|l|lg|ab|list)[\s>]|</(?:\w+:)?(?:quote|q|said)\s*>")
SOURCE = re.compile(r"source\s*=\s*[\"']#([^\"'\s]+)")
NAMED_NOTE = re.compile(r"<(?:\w+:)?(?:note|bibl)\b[^<>]*xml:id\s*=\s*[\"']([^\"']+)")
STANDING = frozenset(["div", "body", "text", "cit", "epigraph", "div1", "div2", "div3", "item"])
LOOK_AHEAD = 4000  # signs in which a quotation that is a block shows its first paragraph


def read(content: Content) -> Publication:
    """Read a TEI document.

    Raises:
        FormatError: Not well formed, declares entities, or is too deep.
    """
    parse_xml(content)
    text = decoded_text(content).text
    cited = set(SOURCE.findall(text)) & set(NAMED_NOTE.findall(text))
    walk = _TeiWalk(text=text, roles=ROLES, cited=frozenset(cited))
    parts = walk.walk(is_xml=True)
    return finished(content.name, text, parts)


@dataclass(slots=True)
class _TeiWalk(TagWalk):
    """Knows blocks of quotation, and the labels of notes.

    Attributes:
        cited: Ids of notes and bibls that a quotation names as its source.
    """

    cited: frozenset[str] = frozenset()
    numbers: int = 0
    targets: dict[str, str] = field(default_factory=dict)

    def open(self, piece: Piece) -> None:
        """Open an element."""
        TagWalk.open(self, piece)
        opened = self.opened[-1]
        if piece.name in ("TEI", "text", "TEI.2"):
            self.parts.language = language_of(piece.attributes) or self.parts.language
        if piece.name in QUOTES and self.is_block(piece):
            self.end_paragraph(piece.start)
            opened.role = Role.BLOCK_QUOTE
        elif piece.name == "note":
            self.note(opened)
        elif piece.name == "bibl" and self.is_citation(piece):
            opened.role = Role.NOTE
            self.begins.append(piece.end)
            self.has_words.append(False)
            self.note(opened)
        elif piece.name in ("ref", "ptr"):
            self.reference(piece)

    def is_block(self, piece: Piece) -> bool:
        """Whether a quotation stands for itself."""
        rend = f"{piece.attributes.get('rend', '')} {piece.attributes.get('rendition', '')}"
        if "block" in rend:
            return True
        first = INNER.search(self.text, piece.end, piece.end + LOOK_AHEAD)
        holds_blocks = first is not None and not first.group().startswith("</")
        above = self.opened[-2].piece.name if len(self.opened) > 1 else ""
        return holds_blocks or above in STANDING

    def close(self, end: int) -> None:
        """Close an element; a quotation calls the note of the file that is its source."""
        opened = self.opened[-1]
        TagWalk.close(self, end)
        source = opened.piece.attributes.get("source", "").strip().removeprefix("#")
        if opened.piece.name in QUOTES and source in self.cited:
            self.call(end, self.targets.setdefault(source, source))

    def is_citation(self, piece: Piece) -> bool:
        """Whether a bibl says what a quotation is taken from."""
        above = self.opened[-2].piece.name if len(self.opened) > 1 else ""
        return above == "cit" or piece.attributes.get("xml:id") in self.cited

    def note(self, opened: Opened) -> None:
        """Label a note, and call it where it stands unless a reference calls it."""
        attributes = opened.piece.attributes
        self.numbers += 1
        opened.label = attributes.get("n", "").strip() or str(self.numbers)
        name = attributes.get("xml:id", "")
        calls = self.targets.get(name)
        if calls is not None:
            opened.label = calls
        elif f'"#{name}"' not in self.text or not name:
            self.call(opened.piece.start, opened.label)

    def reference(self, piece: Piece) -> None:
        """Note a reference that calls a note of the file."""
        target = piece.attributes.get("target", "")
        kind = piece.attributes.get("type", "")
        if not target.startswith("#") or not (
            "note" in kind or re.match(r"#(?:fn|n|note|ftn|en)[-_.]?\d", target, re.I)
        ):
            return
        label = piece.attributes.get("n", "").strip() or re.sub(r"^\D+", "", target) or target[1:]
        self.targets.setdefault(target[1:], label)
        self.call(piece.start, self.targets[target[1:]])
        end = self.text.find("</", piece.end)
        if piece.kind == "open" and 0 <= end - piece.end < 12:
            self.parts.skip(piece.end, end)

    def piece(self, piece: Piece) -> None:
        """Note one piece; empty elements may call notes too."""
        TagWalk.piece(self, piece)
        if piece.kind == "empty" and piece.name in ("ref", "ptr"):
            self.reference(piece)
