"""OpenDocument texts as publications: body, footnotes, endnotes and comments, with their places.

The text is what this reader yields, composed as that of Word documents is. Tracked changes are read
as accepted, or as the original before them: then what was put in is left out, and what was deleted,
which OpenDocument keeps apart, is put back where its mark stands.
Source: OpenDocument 1.3, part 3 (OASIS, 2021), section 5.5. Entry point: `read`.
"""

import re
from dataclasses import dataclass, field

from provtrack.errors import FormatError
from provtrack.importers.content import Content
from provtrack.importers.odt import SKIPPED, TEXT, blanks_of, body_of, parts_of
from provtrack.importers.publications.odt_styles import OdtStyles
from provtrack.importers.publications.yielding import YieldedText, changes_read
from provtrack.importers.xml_reading import Element, local_name, plain_text
from provtrack.model.publication import NoteMark, Publication, RegionKind

BLANKS = re.compile("[ \t\r\n]+")  # what XML may be laid out with; a no-break space stays
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
SIGNS = {"tab": "\t", "line-break": "\n"}
MAX_RESTORED = 20  # deletions in each other


def read(content: Content) -> Publication:
    """Read an OpenDocument text, its tracked changes accepted."""
    return read_odt(content, keeps_changes=True)


def read_original(content: Content) -> Publication:
    """Read an OpenDocument text as it was before its tracked changes."""
    return read_odt(content, keeps_changes=False)


def read_odt(content: Content, *, keeps_changes: bool) -> Publication:
    """Read an OpenDocument text.

    Raises:
        FormatError: No such package, damaged, encrypted, or unreasonably large.
    """
    parts, _ = parts_of(content)
    body = body_of(parts, content.name)
    changes = _changes(body)
    walk = _Walk(
        name=content.name,
        styles=OdtStyles.of(parts),
        changes={} if keeps_changes else dict(changes),
    )
    walk.inside(body)
    walk.yielded.end_block()
    for number, (label, note) in enumerate(walk.called, 1):
        walk.apart(note, RegionKind.NOTE, label, f"text:note[{number}]")
    for number, (position, comment) in enumerate(walk.comments, 1):
        label = f"comment {number}"
        path = f"office:annotation[{number}]"
        walk.apart(comment, RegionKind.COMMENT, label, path, anchor=position)
    if changes:
        said = changes_read(len(changes), keeps_changes=keeps_changes)
        walk.yielded.parts.remarks.append(said)
    return walk.yielded.publication(content.name)


def _changes(body: Element) -> dict[str, Element]:
    """The insertions and deletions by the name their marks use."""
    found = {}
    for region in body.iter(f"{TEXT}changed-region"):
        name = region.get(f"{TEXT}id") or region.get(XML_ID) or ""
        for kind in ("insertion", "deletion"):
            change = region.find(f"{TEXT}{kind}")
            if change is not None:
                found[name] = change
    return found


@dataclass(slots=True)
class _Walk:
    """Composes the text and notes what stands where.

    Attributes:
        changes: Those to be undone; each deletion is put back once.
        inserted: Names of the insertions that the place stands in.
        restoring: How many deletions in each other are being put back.
        depth: Of paragraphs around the place.
        lists: Of lists around it.
        after_blank: The last sign was white space of the file, which collapses.
    """

    name: str
    styles: OdtStyles
    changes: dict[str, Element]
    yielded: YieldedText = field(default_factory=YieldedText)
    inserted: set[str] = field(default_factory=set)
    restoring: int = 0
    depth: int = 0
    lists: int = 0
    after_blank: bool = True
    path: str = ""
    spans: int = 0
    called: list[tuple[str, Element]] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    comments: list[tuple[int, Element]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    def inside(self, element: Element) -> None:
        """Add what an element holds; text between paragraphs is no text of the document."""
        self.words(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self.element(child)
            self.words(child.tail)

    def words(self, text: str | None) -> None:
        """Add running words, if they stand in a paragraph; white space collapses."""
        if not text or not self.depth or self.inserted:
            return
        collapsed = BLANKS.sub(" ", text)
        if self.after_blank:
            collapsed = collapsed.removeprefix(" ")
        if collapsed:
            self.after_blank = collapsed.endswith(" ")
            self.yielded.add(collapsed)

    def exact(self, text: str) -> None:
        """Add signs that stand for themselves."""
        if not self.inserted:
            self.after_blank = text == "\n"
            self.yielded.add(text)

    def element(self, element: Element) -> None:
        """Add an element and all in it, but not its tail."""
        name = local_name(element)
        if name in SKIPPED or element.get(f"{TEXT}style-name") in self.styles.hidden:
            return
        if name in ("change", "change-start", "change-end"):
            self.change(name, element.get(f"{TEXT}change-id") or "")
        elif name == "s":
            self.exact(blanks_of(element))
        elif name in SIGNS:
            self.exact(SIGNS[name])
        elif name == "annotation":
            self.comments += [] if self.inserted else [(self.yielded.length, element)]
        elif name == "note":
            self.note(element)
        elif name == "text-box" and self.depth:
            self.boxes.append(element)
        else:
            self.nested(name, element)

    def nested(self, name: str, element: Element) -> None:
        """Add an element that holds words or paragraphs."""
        if name in ("p", "h"):
            self.paragraph(element)
        elif name == "span":
            self.spans += 1
            self.place(f"/text:span[{self.spans}]")
            self.inside(element)
            self.place()
        else:
            self.lists += name == "list"
            self.inside(element)
            self.lists -= name == "list"

    def place(self, piece: str = "") -> None:
        """Say which paragraph, and which span of it, the words that follow stand in."""
        self.yielded.place(f"{self.path}text:p[{self.yielded.paragraph_number}]{piece}")

    def paragraph(self, element: Element) -> None:
        """Add a paragraph, then the frames tied to it; one whose end was put in runs on."""
        self.begin_paragraph()
        self.depth += 1
        self.inside(element)
        self.depth -= 1
        self.end_paragraph(element)
        if self.depth:
            return
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.inside(box)

    def begin_paragraph(self) -> None:
        """Begin a paragraph."""
        self.after_blank = not self.yielded.runs_on or self.after_blank
        self.spans = 0
        self.yielded.begin_paragraph()
        self.place()

    def end_paragraph(self, element: Element) -> None:
        """End a paragraph, unless its end was put in."""
        self.yielded.runs_on = bool(self.inserted)
        if self.yielded.runs_on:
            return
        style = element.get(f"{TEXT}style-name", "")
        is_heading = local_name(element) == "h" or self.styles.is_heading(style)
        may_be_set_in = not self.lists and not self.yielded.note
        is_block = self.styles.is_quotation(style, may_be_set_in=may_be_set_in)
        self.yielded.end_paragraph(is_heading=is_heading, is_block=is_block and not is_heading)

    def change(self, mark: str, name: str) -> None:
        """Undo a change, where the original is asked for."""
        if name not in self.changes:
            return
        if mark == "change-start":
            self.inserted.add(name)
        elif mark == "change-end":
            self.inserted.discard(name)
        elif not self.inserted:
            self.restore(self.changes.pop(name))

    def restore(self, deletion: Element) -> None:
        """Put back what was deleted; in a paragraph its first and last paragraph join it.

        Raises:
            FormatError: The deletions stand in each other without reason.
        """
        if self.restoring == MAX_RESTORED:
            raise FormatError(
                f"cannot read {self.name} as it was before its changes: its deletions are nested "
                f"deeper than {MAX_RESTORED} levels."
            )
        self.restoring += 1
        blocks = [one for one in deletion if local_name(one) != "change-info"]
        for number, block in enumerate(blocks):
            if not self.depth or local_name(block) not in ("p", "h"):
                self.element(block)
                continue
            if number:
                self.end_paragraph(block)
                self.begin_paragraph()
            self.inside(block)
        self.restoring -= 1

    def note(self, element: Element) -> None:
        """Note the call of a note, under the mark that is printed; endnotes are told apart."""
        if self.inserted:
            return
        mark = element.find(f"{TEXT}note-citation")
        printed = "" if mark is None else mark.get(f"{TEXT}label") or plain_text(mark)
        is_endnote = element.get(f"{TEXT}note-class") == "endnote"
        label = f"endnote {printed}" if is_endnote else printed
        if not printed or label in self.labels:
            label = f"{label} (call {len(self.called) + 1})".strip()
        self.labels.add(label)
        self.called.append((label, element))
        self.yielded.parts.note_marks.append(NoteMark(position=self.yielded.length, label=label))

    def apart(
        self,
        element: Element,
        kind: RegionKind,
        label: str,
        path: str,
        *,
        anchor: int | None = None,
    ) -> None:
        """Add a note or a comment behind what is there."""
        self.path, self.depth, self.lists = f"{path}/", 0, 0
        self.inserted.clear()
        start = self.yielded.begin_apart(label)
        for child in element:
            if local_name(child) in ("note-body", "p", "list"):
                self.element(child)
        self.yielded.end_apart(start, kind, label, anchor=anchor)
