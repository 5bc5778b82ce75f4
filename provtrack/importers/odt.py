"""OpenDocument texts (ODT, flat FODT): the text with all changes accepted, and its notes.

Paragraphs and headings are paragraphs (in lists, tables and frames too); a line break stays one,
two in a row end the paragraph (`composing`). OpenDocument keeps deleted words apart from the text,
so the final view is what stands there; both kinds of change are counted. Properties are what a
program wrote into the file: they are shown, never taken as provenance.
Source: OpenDocument 1.3, part 3 (OASIS, 2021).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from provtrack.errors import FormatError
from provtrack.importers.composing import Composer
from provtrack.importers.content import Content
from provtrack.importers.findings import found, tracked_changes, unread
from provtrack.importers.sniffing import ZIP
from provtrack.importers.xml_reading import Element, local_name, parse_xml, plain_text
from provtrack.importers.zip_package import mimetype_of, unpack
from provtrack.model.document import PrintedField
from provtrack.model.finding import Finding
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.text.plurals import counted

NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, STYLE = (f"{{{NAMESPACE}{name}:1.0}}" for name in ("office", "text", "style"))
MIMETYPE = re.compile(r"application/vnd\.oasis\.opendocument\.text(?:-template|-master)?")
FLAT_ROOT = re.compile(rb"<office:document[\s>]")
START = 4096  # bytes in which the root element of a flat file is to be found
WANTED = ("mimetype", "content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml")
MAX_BLANKS = 1_000  # one element may stand for any number of blanks; a line has no more

SKIPPED = frozenset(
    """
    tracked-changes annotation-end forms sequence-decls variable-decls user-field-decls
    dde-connection-decls table-of-content-source illustration-index-source table-index-source
    object-index-source user-index-source alphabetical-index-source bibliography-source
    ruby-text note-citation title desc event-listeners
    """.split()  # noqa: SIM905
)
UNREAD = {"image": "picture", "object": "object", "object-ole": "object", "annotation": "comment"}
PROPERTIES = ("title", "subject", "initial-creator", "creator", "creation-date", "date", "language")


def recognises(content: Content) -> bool:
    """Whether the content says that it is an OpenDocument text, packed or flat."""
    if content.data.startswith(ZIP):
        stated = mimetype_of(content.data)
        return bool(MIMETYPE.fullmatch(stated)) or (
            not stated and content.suffix in (".odt", ".ott")
        )
    return bool(FLAT_ROOT.search(content.data[:START])) and b"opendocument" in content.data[:START]


def read(content: Content) -> Imported:
    """Read an OpenDocument text into one version.

    Raises:
        FormatError: No such package, damaged, encrypted, or unreasonably large.
    """
    parts, charset = parts_of(content)
    body = body_of(parts, content.name)
    walk = _Walk(hidden=hidden_styles(parts))
    walk.inside(body)
    text, version_notes = walk.composer.finished()
    return Imported(
        importer="odt",
        charset=charset,
        versions=(ImportedVersion(text=text, notes=version_notes),),
        printed_fields=_properties(parts),
        findings=_changes(body) + walk.findings() + _margins(parts),
    )


def parts_of(content: Content) -> tuple[list[Element], str | None]:
    """Parse content, styles and properties; a flat file holds them all.

    Returns:
        The roots, and the character set of a flat file.

    Raises:
        FormatError: No such package, damaged, encrypted, or unreasonably large.
    """
    if not content.data.startswith(ZIP):
        root, decoded = parse_xml(content)
        return [root], decoded.charset
    parts = unpack(content.data, content.name, wanted=lambda path: path in WANTED)
    if b"encryption-data" in parts.pop("META-INF/manifest.xml", b""):
        raise FormatError(
            f"cannot read {content.name}: it is encrypted. Save it without a password."
        )
    roots = [
        parse_xml(Content(name=f"{content.name} ({path})", data=parts[path]))[0]
        for path in WANTED[1:-1]
        if path in parts
    ]
    return roots, None


def body_of(parts: Sequence[Element], name: str) -> Element:
    """Find the text among the parts.

    Raises:
        FormatError: There is none: it is a table or a drawing.
    """
    for part in parts:
        for text in part.iterfind(f"{OFFICE}body/{OFFICE}text"):
            return text
    raise FormatError(f"cannot read {name}: it is no OpenDocument text (it has no text part).")


def hidden_styles(parts: Sequence[Element]) -> frozenset[str]:
    """Names of the styles whose words the program does not show."""
    return frozenset(
        style.get(f"{STYLE}name", "")
        for part in parts
        for style in part.iter(f"{STYLE}style")
        for properties in style.iter(f"{STYLE}text-properties")
        if properties.get(f"{TEXT}display") == "none"
    )


def blanks_of(element: Element) -> str:
    """The blanks that an element ``text:s`` stands for."""
    count = element.get(f"{TEXT}c", "1")
    blanks = int(count) if count.isascii() and count.isdigit() and len(count) < 6 else 1
    return " " * min(blanks, MAX_BLANKS)


@dataclass(slots=True)
class _Walk:
    """Composes text from elements and counts what it decides."""

    hidden: frozenset[str]
    composer: Composer = field(default_factory=Composer)
    unread: Counter[str] = field(default_factory=Counter)
    listed: int = 0
    depth: int = 0  # of paragraphs around the present place: a frame stands in one
    boxes: list[Element] = field(default_factory=list)

    def inside(self, element: Element) -> None:
        """Add what an element holds; text between paragraphs is no text of the document."""
        self.words(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self.element(child)
            self.words(child.tail)

    def words(self, text: str | None) -> None:
        """Add running words, if they stand in a paragraph."""
        if text and self.depth:
            self.composer.words(text)

    def element(self, element: Element) -> None:
        """Add an element and all in it, but not its tail."""
        name = local_name(element)
        if name in UNREAD:
            self.unread[UNREAD[name]] += 1
        if name in SKIPPED or name == "annotation":
            return
        if element.get(f"{TEXT}style-name") in self.hidden:
            self.unread["hidden passage"] += 1
        elif name in ("p", "h"):
            self.paragraph(element)
        elif name == "note":
            self.note(element)
        elif name == "text-box" and self.depth:
            self.boxes.append(element)
        elif not self.piece(name, element):
            self.listed += name == "list-item"
            self.inside(element)

    def paragraph(self, element: Element) -> None:
        """Add a paragraph, then the frames that are tied to it."""
        self.depth += 1
        self.inside(element)
        self.depth -= 1
        if self.depth:
            return
        self.composer.end_paragraph()
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.inside(box)

    def piece(self, name: str, element: Element) -> bool:
        """Add an element that stands for characters; False if it is none."""
        if name == "s":
            self.composer.exact(blanks_of(element))
        elif name == "tab":
            self.composer.exact("\t")
        elif name == "line-break":
            self.composer.line_break()
        else:
            return False
        return True

    def note(self, element: Element) -> None:
        """Tie a note to its place, with the mark printed."""
        walk = _Walk(hidden=self.hidden)
        for body in element.iterfind(f"{TEXT}note-body"):
            walk.inside(body)
        mark = element.find(f"{TEXT}note-citation")
        label = "" if mark is None else mark.get(f"{TEXT}label") or plain_text(mark)
        kind = "endnote" if element.get(f"{TEXT}note-class") == "endnote" else "footnote"
        self.unread += walk.unread
        text = walk.composer.finished()[0].strip().replace("\n\n", "\n")
        self.composer.note(kind, label=label, text=text)

    def findings(self) -> tuple[Finding, ...]:
        """Say what was not read."""
        numbered: tuple[Finding, ...] = ()
        if self.listed:
            said = f"{counted(self.listed, 'list item')} with a number or bullet of the program's:"
            rest = "those signs are no characters of the file and not in the text."
            numbered = (found("IMP204", f"{said} {rest}"),)
        return numbered + unread(self.unread)


def _changes(body: Element) -> tuple[Finding, ...]:
    """Count the tracked changes that the text follows from."""
    kinds = Counter(
        local_name(kind) for region in body.iter(f"{TEXT}changed-region") for kind in region
    )
    return tracked_changes(inserted=kinds["insertion"], deleted=kinds["deletion"])


def _margins(parts: list[Element]) -> tuple[Finding, ...]:
    """Count what stands in headers and footers of pages, which are not read."""
    counts = {
        kind: sum(
            len(plain_text(margin))
            for part in parts
            for page in part.iter(f"{STYLE}master-page")
            for margin in page
            if local_name(margin).startswith(kind)
        )
        for kind in ("header", "footer")
    }
    out = [f"{kind}s ({counted(count, 'character')})" for kind, count in counts.items() if count]
    return (found("IMP201", f"Left out of the text: {', '.join(out)}."),) if out else ()


def _properties(parts: list[Element]) -> tuple[PrintedField, ...]:
    """What the program that wrote the file noted of it."""
    return tuple(
        PrintedField(name=f"ODT property: {local_name(one)}", value=plain_text(one))
        for part in parts
        for meta in part.iterfind(f"{OFFICE}meta")
        for one in meta
        if local_name(one) in PROPERTIES and plain_text(one)
    )
