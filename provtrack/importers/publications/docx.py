"""Word documents as publications: body, footnotes, endnotes and comments, with runs as places.

The text is what this reader yields: paragraphs with an empty line between them, the notes behind
the body in the order of their calls, then the comments but those of an earlier audit. Tracked
changes are read as accepted, or as the original before them. Quotations set as blocks are told by
their style or by being set in.
Entry point: `read`.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from provtrack.errors import FormatError
from provtrack.importers.content import Content
from provtrack.importers.docx import SKIPPED, W
from provtrack.importers.docx_package import open_package, xml_part
from provtrack.importers.publications.yielding import (
    HEADING_STYLE,
    QUOTE_STYLE,
    YieldedText,
    changes_read,
)
from provtrack.importers.xml_reading import Element, local_name
from provtrack.model.publication import NoteMark, Publication, RegionKind

LEFT_OUT = SKIPPED - {"del", "moveFrom", "delText"}
INSERTED, DELETED = frozenset(["ins", "moveTo"]), frozenset(["del", "moveFrom"])
SET_IN = 280  # twentieths of a point on the left; Word's own step is 720, a first line is none
SIGNS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "cr": "\n"}
KINDS = ("footnote", "endnote")
OWN_AUTHOR = "provtrack"  # of the comments that an audit writes into a file


def read(content: Content) -> Publication:
    """Read a Word document, its tracked changes accepted."""
    return read_docx(content, keeps_changes=True)


def read_original(content: Content) -> Publication:
    """Read a Word document as it was before its tracked changes."""
    return read_docx(content, keeps_changes=False)


@dataclass(frozen=True, slots=True)
class WordRuns:
    """A Word document as it was read, to be written back with something added.

    Attributes:
        package: Its parts by name.
        path: Name of the part with the text.
        body: Of that part; `body.getroottree()` is the whole part.
        runs: (start in the publication's text, run) for each run of the body, in order.
    """

    package: Mapping[str, bytes]
    path: str
    body: Element
    runs: tuple[tuple[int, Element], ...]


def read_docx(content: Content, *, keeps_changes: bool) -> Publication:
    """Read a Word document.

    Raises:
        FormatError: No DOCX package, damaged, or unreasonably large.
    """
    return read_with_runs(content, keeps_changes=keeps_changes)[0]


def read_with_runs(content: Content, *, keeps_changes: bool) -> tuple[Publication, WordRuns]:
    """Read a Word document, and give its runs too."""
    package = open_package(content.data, content.name)
    path = _main_path(package, content.name)
    document = xml_part(package, path, content.name)
    body = None if document is None else document.find(f"{W}body")
    if body is None:
        raise FormatError(
            f"cannot read {content.name}: it is no Word document (no text part in the package)."
        )
    folder = path.rpartition("/")[0]
    styles = _styles(xml_part(package, f"{folder}/styles.xml", content.name))
    walk = _Walk(styles=styles, keeps_changes=keeps_changes)
    walk.element(body)
    walk.yielded.end_block()
    notes = {
        kind: _by_id(xml_part(package, f"{folder}/{kind}s.xml", content.name), kind)
        for kind in KINDS
    }
    for kind, number, label in list(walk.called):
        walk.apart(notes[kind].get(number), RegionKind.NOTE, label, f"{kind}[{number}]")
    comments = _by_id(xml_part(package, f"{folder}/comments.xml", content.name), "comment")
    written = [(k, one) for k, one in comments.items() if one.get(f"{W}author") != OWN_AUTHOR]
    for count, (number, comment) in enumerate(written, 1):
        walk.apart(comment, RegionKind.COMMENT, f"comment {count}", f"comment[{number}]")
    walk.finish_remarks()
    publication = walk.yielded.publication(content.name)
    return publication, WordRuns(package, path, body, tuple(walk.runs))


def _main_path(package: Mapping[str, bytes], name: str) -> str:
    """Find the text part, which the package may name as it likes."""
    relations = xml_part(package, "_rels/.rels", name)
    for one in () if relations is None else relations:
        if (one.get("Type") or "").endswith("/officeDocument"):
            return (one.get("Target") or "").lstrip("/")
    return "word/document.xml"


def _styles(root: Element | None) -> dict[str, tuple[str, int]]:
    """Name and left indent of each paragraph style, by its id."""
    styles = {}
    for style in () if root is None else root.findall(f"{W}style"):
        name = style.find(f"{W}name")
        shown = "" if name is None else name.get(f"{W}val") or ""
        styles[style.get(f"{W}styleId") or ""] = (shown, _indent(style.find(f"{W}pPr")) or 0)
    return styles


def _by_id(root: Element | None, kind: str) -> dict[str, Element]:
    """The notes of a part by their id, without Word's own separators."""
    found = {}
    for one in () if root is None else root.findall(f"{W}{kind}"):
        if one.get(f"{W}type") in (None, "normal"):
            found[one.get(f"{W}id") or ""] = one
    return found


def _indent(properties: Element | None) -> int | None:
    """Left indent in twentieths of a point; None if nothing is said."""
    indent = None if properties is None else properties.find(f"{W}ind")
    if indent is None:
        return None
    said = indent.get(f"{W}left") or indent.get(f"{W}start") or ""
    return int(said) if re.fullmatch(r"-?\d{1,6}", said) else None


@dataclass(slots=True)
class _Walk:
    """Composes the text and notes what stands where."""

    styles: Mapping[str, tuple[str, int]]
    keeps_changes: bool
    yielded: YieldedText = field(default_factory=YieldedText)
    runs: list[tuple[int, Element]] = field(default_factory=list)
    run_number: int = 0
    path: str = ""
    called: list[tuple[str, str, str]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    commented: dict[str, int] = field(default_factory=dict)
    changed: int = 0
    boxes: list[Element] = field(default_factory=list)

    def element(self, element: Element) -> None:
        """Add an element and all in it."""
        name = local_name(element)
        if name in LEFT_OUT or name == ("delText" if self.keeps_changes else ""):
            return
        if name in INSERTED | DELETED:
            self.changed += 1
            if (name in DELETED) is self.keeps_changes:
                return
        if name == "p":
            self.paragraph(element)
        elif name == "txbxContent":
            self.boxes.append(element)
        elif name == "r":
            self.run(element)
        elif name == "commentRangeStart":
            self.commented[element.get(f"{W}id") or ""] = self.yielded.length
        else:
            for child in element:
                self.element(child)

    def paragraph(self, element: Element) -> None:
        """Add a paragraph; one whose mark is not there runs on into the next."""
        self.run_number = 0
        self.yielded.begin_paragraph()
        for child in element:
            self.element(child)
        properties = element.find(f"{W}pPr")
        gone = "del" if self.keeps_changes else "ins"
        mark = None if properties is None else properties.find(f"{W}rPr/{W}{gone}")
        self.yielded.runs_on = mark is not None
        if not self.yielded.runs_on:
            is_heading, is_block = self.style_of(properties)
            self.yielded.end_paragraph(is_heading=is_heading, is_block=is_block)
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            for child in box:
                self.element(child)

    def style_of(self, properties: Element | None) -> tuple[bool, bool]:
        """Whether a paragraph is a heading, and whether it is set as a quotation."""
        if properties is None:
            return False, False
        style = properties.find(f"{W}pStyle")
        style_id = "" if style is None else style.get(f"{W}val") or ""
        name, indent = self.styles.get(style_id, (style_id, 0))
        own = _indent(properties)
        is_list = properties.find(f"{W}numPr") is not None or "list" in name.lower()
        is_heading = bool(HEADING_STYLE.match(name))
        is_far = (indent if own is None else own) >= SET_IN
        is_set_in = is_far and not is_list and not self.yielded.note
        named = bool(QUOTE_STYLE.search(name) or QUOTE_STYLE.search(style_id))
        return is_heading, not is_heading and (named or is_set_in)

    def run(self, run: Element) -> None:
        """Add a run: one locus, and its words."""
        self.run_number += 1
        vanish = run.find(f"{W}rPr/{W}vanish")
        if vanish is not None and vanish.get(f"{W}val") not in ("0", "false", "off"):
            return
        if not self.path:
            self.runs.append((self.yielded.length, run))
        paragraph = f"w:p[{self.yielded.paragraph_number}]"
        self.yielded.place(f"{self.path}{paragraph}/w:r[{self.run_number}]")
        for child in run:
            self.piece(child)

    def piece(self, element: Element) -> None:
        """Add what stands for characters in a run."""
        name = local_name(element)
        if name == "t" or (name == "delText" and not self.keeps_changes):
            self.yielded.add((element.text or "").replace("\n", " "))
        elif name in SIGNS:
            self.yielded.add(SIGNS[name])
        elif name == "br":
            is_line = element.get(f"{W}type", "textWrapping") == "textWrapping"
            self.yielded.add("\n" if is_line else "")
        elif name == "sym":
            self.symbol(element)
        elif name == "commentReference":
            self.commented.setdefault(element.get(f"{W}id") or "", self.yielded.length)
        elif name in ("footnoteReference", "endnoteReference"):
            self.reference(name.removesuffix("Reference"), element)
        elif name not in LEFT_OUT:
            for child in element:
                self.element(child)

    def symbol(self, element: Element) -> None:
        """Add a symbol of a font, by its number."""
        try:
            code = int(element.get(f"{W}char", ""), 16)
        except ValueError:
            return
        if 0 < code < 0xD800 or 0xE000 <= code <= 0x10FFFF:
            self.yielded.add(chr(code))

    def reference(self, kind: str, element: Element) -> None:
        """Note the call of a note; endnotes are labelled apart where there are footnotes too."""
        self.counts[kind] += 1
        number = self.counts[kind]
        label = str(number) if kind == "footnote" else f"endnote {number}"
        self.called.append((kind, element.get(f"{W}id") or "", label))
        self.yielded.parts.note_marks.append(NoteMark(position=self.yielded.length, label=label))

    def apart(self, element: Element | None, kind: RegionKind, label: str, path: str) -> None:
        """Add a note or a comment behind what is there."""
        if element is None:
            said = f"The {kind.value} {label} is called, but not in the file."
            self.yielded.parts.remarks.append(said)
            return
        self.path = f"{path}/"
        number = element.get(f"{W}id") or ""
        anchor = self.commented.get(number) if kind is RegionKind.COMMENT else None
        start = self.yielded.begin_apart(label)
        self.element(element)
        self.yielded.end_apart(start, kind, label, anchor=anchor)

    def finish_remarks(self) -> None:
        """Say how changes were read."""
        if self.changed:
            said = changes_read(self.changed, keeps_changes=self.keeps_changes)
            self.yielded.parts.remarks.append(said)
