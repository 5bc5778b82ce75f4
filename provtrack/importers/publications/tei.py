"""TEI as a publication: its text is the decoded file; tags are skipped, entities read.

``quote``, ``q``, ``said`` and ``cit`` are quotations, as blocks where they hold paragraphs or
lines or stand for themselves; ``note`` is a note at its place, or where a reference calls it. Of
``choice`` the reading of the source is taken, as everywhere in `importers`. A ``bibl`` beside a
quotation in ``cit``, or named by its ``@source``, is a note on it; a ``gap`` is an ellipsis.
Header, facsimile and what is deleted are no text. Entry point: `read`.
"""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from provtrack.importers.content import Content
from provtrack.importers.publications.building import decoded_text, finished
from provtrack.importers.publications.tag_walk import Opened, Role, TagWalk, language_of
from provtrack.importers.publications.tags import Piece
from provtrack.importers.xml_reading import parse_xml
from provtrack.model.publication import Publication, RegionKind

BLOCKS = "p ab lg sp list item table row cell div body front back text titlePage opener closer"
BLOCKS += " salute signed dateline epigraph argument figure byline docTitle listBibl bibl trailer"
HIDDEN = "teiHeader facsimile sourceDoc del reg corr expan fw standOff gap"
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
NUMBERED = re.compile(r"<(?:\w+:)?note\b[^<>]*?\sn\s*=\s*[\"']([^\"']+)")
OMITTED = "[…]"  # what a gap stands for
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
    numbered = frozenset(one.strip() for one in NUMBERED.findall(text))
    walk = _TeiWalk(text=text, roles=ROLES, cited=frozenset(cited), numbered=numbered)
    parts = walk.walk(is_xml=True)
    return finished(content.name, text, parts)


@dataclass(slots=True)
class _Cit:
    """A ``cit`` that is open: what was noted before it, and the label of the source in it."""

    regions: int
    label: str = ""


@dataclass(slots=True)
class _TeiWalk(TagWalk):
    """Knows blocks of quotation, and the labels of notes.

    Attributes:
        cited: Ids of notes and bibls that a quotation names as its source.
        numbered: What ``@n`` calls notes.
        numbers, sources: How many notes and sources in ``cit`` came so far.
        labels: How many notes have each label.
    """

    cited: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    numbers: int = 0
    sources: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    cits: list[_Cit] = field(default_factory=list)
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
        elif piece.name == "cit":
            self.cits.append(_Cit(regions=len(self.parts.regions)))
        elif piece.name == "note":
            self.note(opened)
        elif piece.name == "bibl" and self.is_citation(piece):
            opened.role = Role.NOTE
            self.begins.append(piece.end)
            self.has_words.append(False)
            if piece.attributes.get("xml:id") in self.cited:
                self.note(opened)
            else:
                opened.label = self.label_in_cit()
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
        if opened.piece.name == "cit" and self.cits:
            self.tie(self.cits.pop())
        source = opened.piece.attributes.get("source", "").strip().removeprefix("#")
        if opened.piece.name in QUOTES and source in self.cited:
            self.call(end, self.targets.setdefault(source, source))

    def is_citation(self, piece: Piece) -> bool:
        """Whether a bibl says what a quotation is taken from."""
        above = self.opened[-2].piece.name if len(self.opened) > 1 else ""
        return above == "cit" or piece.attributes.get("xml:id") in self.cited

    def label_in_cit(self) -> str:
        """Label the source in the ``cit`` that is open."""
        if not self.cits[-1].label:
            self.sources += 1
            self.cits[-1].label = f"source {self.sources}"
        return self.cits[-1].label

    def tie(self, cit: _Cit) -> None:
        """Tie the quotations of a ``cit`` to the source in it."""
        number = cit.label.removeprefix("source ")
        for place in range(cit.regions, len(self.parts.regions)):
            one = self.parts.regions[place]
            is_quoted = one.kind in (RegionKind.QUOTED, RegionKind.BLOCK_QUOTE)
            if number and is_quoted and not one.source:
                self.parts.regions[place] = replace(one, source=f"#{number}")

    def note(self, opened: Opened) -> None:
        """Label a note, and call it where it stands unless a reference calls it."""
        attributes = opened.piece.attributes
        name = attributes.get("xml:id", "")
        if name in self.targets:
            opened.label = self.targets[name]
            return
        stated = attributes.get("n", "").strip() or (name if opened.piece.name == "bibl" else "")
        opened.label = self.label_of(stated)
        if name and f'"#{name}"' in self.text:
            self.targets[name] = opened.label
        else:
            self.call(opened.piece.start, opened.label)

    def call(self, position: int, label: str) -> None:
        """Note the call of a note; one in a ``cit`` stands at the end of what is quoted there."""
        regions = self.parts.regions
        is_in_cit = any(one.piece.name == "cit" for one in self.opened[-2:])
        if is_in_cit and self.cits and len(regions) > self.cits[-1].regions:
            position = min(position, regions[-1].span.end)
        TagWalk.call(self, position, label)

    def label_of(self, stated: str) -> str:
        """Label a note as it is numbered or as it is counted, and no two alike."""
        self.numbers += not stated
        label = stated or str(self.numbers)
        if not stated and label in self.numbered:
            label = f"without number {self.numbers}"
        self.labels[label] += 1
        return label if self.labels[label] == 1 else f"{label} ({self.labels[label]})"

    def reference(self, piece: Piece) -> None:
        """Note a reference that calls a note of the file."""
        target = piece.attributes.get("target", "")
        kind = piece.attributes.get("type", "")
        if not target.startswith("#") or not (
            "note" in kind or re.match(r"#(?:fn|n|note|ftn|en)[-_.]?\d", target, re.I)
        ):
            return
        stated = piece.attributes.get("n", "").strip() or re.sub(r"^\D+", "", target)
        if target[1:] not in self.targets:
            self.targets[target[1:]] = self.label_of(stated or target[1:])
        self.call(piece.start, self.targets[target[1:]])
        end = self.text.find("</", piece.end)
        if piece.kind == "open" and 0 <= end - piece.end < 12:
            self.parts.skip(piece.end, end)

    def piece(self, piece: Piece) -> None:
        """Note one piece; empty elements may call notes too, and a gap is an ellipsis."""
        if piece.name == "gap" and piece.kind != "close":
            self.gap(piece)
            return
        TagWalk.piece(self, piece)
        if piece.kind == "empty" and piece.name in ("ref", "ptr"):
            self.reference(piece)

    def gap(self, piece: Piece) -> None:
        """Read a gap as an ellipsis; what describes it is hidden."""
        self.parts.stands_for(piece.start, piece.end, OMITTED)
        if not self.has_words[-1]:
            self.has_words[-1], self.begins[-1] = True, piece.start
        if piece.kind == "open":
            self.open(piece)
