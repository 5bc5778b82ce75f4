"""Word documents (DOCX): the text as Word shows it with all changes accepted, and its notes.

Our own reader on zipfile and lxml, because libraries drop footnotes, inserted text or places.
Rules: a paragraph of Word is a paragraph (in table cells too); a line break stays one inside its
paragraph, two in a row end it (`composing`); a page or column break ends nothing; tabs stay.
Tracked insertions are in, deletions out, and both are counted. Core properties are what a program
wrote into the file: they are shown, never taken as provenance.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from provtrack.errors import FormatError
from provtrack.importers.composing import Composer
from provtrack.importers.content import Content
from provtrack.importers.docx_package import open_package, xml_part
from provtrack.importers.findings import found, tracked_changes, unread
from provtrack.importers.sniffing import ZIP
from provtrack.importers.xml_reading import Element, local_name, plain_text
from provtrack.model.document import PrintedField
from provtrack.model.finding import Finding
from provtrack.model.imported import Imported, ImportedVersion
from provtrack.text.plurals import counted

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SKIPPED = frozenset(
    """
    pPr rPr sectPr tblPr tblGrid trPr tcPr sdtPr sdtEndPr del moveFrom instrText delText
    delInstrText fldData Fallback footnoteRef endnoteRef annotationRef separator
    continuationSeparator rt
    """.split()  # noqa: SIM905
)
INSERTED, DELETED = frozenset(["ins", "moveTo"]), frozenset(["del", "moveFrom"])
UNREAD = {"drawing": "drawing", "pict": "picture", "object": "object", "oMath": "formula"}
UNREAD |= {"commentReference": "comment", "vanish": "hidden passage", "altChunk": "embedded file"}
PROPERTIES = ("title", "subject", "creator", "lastModifiedBy", "created", "modified", "language")


def recognises(content: Content) -> bool:
    """Whether the content is a ZIP archive; `read` says if it is none of Word's."""
    return content.data.startswith(ZIP)


def read(content: Content) -> Imported:
    """Read a Word document into one version.

    Raises:
        FormatError: No DOCX package, damaged, or unreasonably large.
    """
    parts = open_package(content.data, content.name)
    path = _main_path(parts, content.name)
    document = xml_part(parts, path, content.name)
    body = None if document is None else document.find(f"{W}body")
    if body is None:
        raise FormatError(
            f"cannot read {content.name}: it is no Word document (no text part in the package)."
        )
    folder = path.rpartition("/")[0]
    walk = _Walk(notes=_all_notes(parts, folder, content.name))
    walk.element(body)
    text, version_notes = walk.composer.finished()
    return Imported(
        importer="docx",
        versions=(ImportedVersion(text=text, notes=version_notes),),
        printed_fields=_properties(parts, content.name),
        findings=walk.findings() + _margins(parts, folder, content.name),
    )


def _main_path(parts: Mapping[str, bytes], name: str) -> str:
    """Find the text part, which the package may name as it likes."""
    relations = xml_part(parts, "_rels/.rels", name)
    if relations is not None:
        for one in relations:
            if (one.get("Type") or "").endswith("/officeDocument"):
                return (one.get("Target") or "").lstrip("/")
    return "word/document.xml"


def _all_notes(parts: Mapping[str, bytes], folder: str, name: str) -> dict[tuple[str, str], str]:
    """Read the text of all footnotes and endnotes, by kind and id."""
    texts = {}
    for kind in ("footnote", "endnote"):
        root = xml_part(parts, f"{folder}/{kind}s.xml", name)
        for one in () if root is None else root.findall(f"{W}{kind}"):
            if one.get(f"{W}type") in (None, "normal"):
                walk = _Walk(notes={})
                walk.element(one)
                texts[kind, one.get(f"{W}id") or ""] = walk.composer.finished()[0].strip()
    return texts


@dataclass(slots=True)
class _Walk:
    """Composes text from the elements of a part and counts what it decides."""

    notes: dict[tuple[str, str], str]
    composer: Composer = field(default_factory=Composer)
    inserted: int = 0
    deleted: int = 0
    unread: dict[str, int] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    boxes: list[Element] = field(default_factory=list)
    numbered: int = 0

    def element(self, element: Element) -> None:
        """Add an element and all in it."""
        name = local_name(element)
        self.deleted += name in DELETED and element.getparent().tag != f"{W}rPr"  # type: ignore[union-attr]
        if name in SKIPPED or (name == "r" and self.is_hidden(element)):
            return
        self.inserted += name in INSERTED
        if name == "p":
            self.paragraph(element)
        elif name == "txbxContent":
            self.boxes.append(element)
        elif not self.piece(name, element):
            for child in element:
                self.element(child)

    def paragraph(self, element: Element) -> None:
        """Add a paragraph; one whose mark was deleted runs on into the next."""
        properties = element.find(f"{W}pPr")
        self.numbered += properties is not None and properties.find(f"{W}numPr") is not None
        for child in element:
            self.element(child)
        mark = None if properties is None else properties.find(f"{W}rPr/{W}del")
        if mark is not None:
            self.deleted += 1
            return
        self.composer.end_paragraph()
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            for child in box:
                self.element(child)

    def is_hidden(self, run: Element) -> bool:
        """Whether Word hides a run; it is counted, because a reader does not see it."""
        vanish = run.find(f"{W}rPr/{W}vanish")
        if vanish is None or vanish.get(f"{W}val") in ("0", "false", "off"):
            return False
        self.unread["vanish"] = self.unread.get("vanish", 0) + 1
        return True

    def piece(self, name: str, element: Element) -> bool:
        """Add an element that stands for characters; False if it is none."""
        if name == "t":
            self.composer.exact((element.text or "").replace("\n", " "))
        elif name in ("tab", "ptab"):
            self.composer.exact("\t")
        elif name in ("br", "cr"):
            if element.get(f"{W}type", "textWrapping") == "textWrapping":
                self.composer.line_break()
        elif name == "noBreakHyphen":
            self.composer.exact("\u2011")
        elif name == "softHyphen":
            self.composer.exact("\u00ad")
        elif name == "sym":
            self.symbol(element)
        elif name in ("footnoteReference", "endnoteReference"):
            self.reference(name.removesuffix("Reference"), element)
        else:
            if name in UNREAD:
                self.unread[name] = self.unread.get(name, 0) + 1
            return False
        return True

    def symbol(self, element: Element) -> None:
        """Add a symbol of a font; in the private range only the font knows what it shows."""
        try:
            code = int(element.get(f"{W}char", ""), 16)
        except ValueError:
            return
        if 0xF000 <= code <= 0xF0FF:
            font = element.get(f"{W}font", "a symbol font")
            self.lost.append(f"U+{code:04X} of {font}")
        if 0 < code < 0xD800 or 0xE000 <= code <= 0x10FFFF:
            self.composer.exact(chr(code))

    def reference(self, kind: str, element: Element) -> None:
        """Tie a note to its place, numbered in order unless it has a mark of its own."""
        key = (kind, element.get(f"{W}id") or "")
        label = ""
        if element.get(f"{W}customMarkFollows") not in ("1", "true", "on"):
            self.numbers[kind] = self.numbers.get(kind, 0) + 1
            label = str(self.numbers[kind])
        if key not in self.notes:
            self.lost.append(f"{kind} {key[1]}")
        self.composer.note(kind, label=label, text=self.notes.get(key, ""))

    def findings(self) -> tuple[Finding, ...]:
        """Say what was decided and what was not read."""
        findings = [*tracked_changes(inserted=self.inserted, deleted=self.deleted)]
        if self.numbered:
            findings.append(
                found(
                    "IMP204",
                    f"{counted(self.numbered, 'paragraph')} numbered or bulleted by Word: those "
                    "signs are no characters of the file and not in the text.",
                )
            )
        findings += unread({UNREAD[one]: count for one, count in self.unread.items()})
        if self.lost:
            findings.append(
                found("IMP205", f"Not to be found in the file: {', '.join(self.lost[:20])}.")
            )
        return tuple(findings)


def _margins(parts: Mapping[str, bytes], folder: str, name: str) -> tuple[Finding, ...]:
    """Count what stands in headers and footers, which are not read."""
    counts = {}
    for kind in ("header", "footer"):
        roots = [
            xml_part(parts, path, name)
            for path in sorted(parts)
            if path.startswith(f"{folder}/{kind}") and path.endswith(".xml")
        ]
        counts[f"{kind}s"] = sum(len(plain_text(root)) for root in roots if root is not None)
    out = [f"{kind} ({counted(count, 'character')})" for kind, count in counts.items() if count]
    return (found("IMP201", f"Left out of the text: {', '.join(out)}."),) if out else ()


def _properties(parts: Mapping[str, bytes], name: str) -> tuple[PrintedField, ...]:
    """What the program that wrote the file noted of it."""
    core = xml_part(parts, "docProps/core.xml", name)
    if core is None:
        return ()
    return tuple(
        PrintedField(name=f"DOCX property: {local_name(one)}", value=plain_text(one))
        for one in core
        if local_name(one) in PROPERTIES and plain_text(one)
    )
