"""One witness against its base as a Word file with tracked changes.

Rejecting all changes in the word processor gives the base, accepting all gives the witness: the
author of the changes is the witness's siglum. Parts and elements follow ECMA-376, Part 1,
17.13.5 (revisions). The smallest package Word opens; no date is written, so that the same
comparison gives the same bytes.
"""

import io
import zipfile
from collections.abc import Iterator, Sequence

from lxml import etree

from provtrack.errors import UsageError
from provtrack.exporters.xml_text import to_bytes, writable
from provtrack.interleaving import BREAK, Stretch, interleave
from provtrack.model.comparison import Collation, ComparedBead, Comparison
from provtrack.text.languages import share_language

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time a ZIP member can have
CONTENT_TYPES = (
    f'<?xml version="1.0" encoding="UTF-8"?><Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONSHIPS = (
    f'<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{PACKAGE}/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def collation_to_docx(collation: Collation) -> bytes:
    """Write the one witness of a collation as tracked changes to its base.

    Raises:
        UsageError: More than one witness, an abstract, or versions in two languages.
    """
    if len(collation.witnesses) != 1:
        raise UsageError("DOCX shows one witness at a time: compare the base with one witness.")
    comparison = collation.witnesses[0]
    if comparison.coverage:
        raise UsageError("an abstract has no tracked changes to its base: use --format html or md.")
    if not share_language(collation.base.language, comparison.language):
        raise UsageError(
            "tracked changes need two versions in one language: use --format html, md or tei."
        )
    stream = tuple(_stream(collation.base.paragraphs, comparison))
    return _package(_Writer(comparison.name).document(stream))


def _stream(base: Sequence[str], comparison: Comparison) -> Iterator[Stretch]:
    """Yield the stretches of all beads in an order that serves both sides.

    Beads stand in the order of the base; the witness's words of a bead out of the witness's own
    order are put where the witness has them.
    """
    pending = sorted((b for b in comparison.beads if b.transposed), key=lambda b: b.witness)
    for bead in comparison.beads:
        while (
            pending and bead.witness and not bead.transposed and pending[0].witness < bead.witness
        ):
            yield from _one_side(pending.pop(0), comparison.paragraphs, witness=True)
        if bead.transposed:
            yield from _one_side(bead, base, witness=False)
        else:
            yield from interleave(bead, base, comparison.paragraphs)
            yield Stretch(base=BREAK if bead.base else "", witness=BREAK if bead.witness else "")
    for bead in pending:
        yield from _one_side(bead, comparison.paragraphs, witness=True)


def _one_side(bead: ComparedBead, paragraphs: Sequence[str], *, witness: bool) -> Iterator[Stretch]:
    """Yield the whole paragraphs of a moved bead as words of one side only."""
    for position in bead.witness if witness else bead.base:
        words = paragraphs[position] + BREAK
        yield Stretch(base="" if witness else words, witness=words if witness else "")


class _Writer:
    """Builds ``word/document.xml``: paragraphs of runs, marked as inserted or deleted."""

    def __init__(self, author: str) -> None:
        self._author = writable(author)
        self._revision = 0
        self._root = etree.Element(f"{W}document", nsmap={"w": W[1:-1]})
        self._body = etree.SubElement(self._root, f"{W}body")
        self._paragraph: etree._Element | None = None

    def document(self, stream: Sequence[Stretch]) -> etree._Element:
        """Write all stretches and return the root."""
        for stretch in stream:
            if stretch.base == stretch.witness:
                self._words(stretch.base, None)
            else:
                self._words(stretch.base, "del")
                self._words(stretch.witness, "ins")
        return self._root

    def _words(self, text: str, mark: str | None) -> None:
        """Write words up to each end of paragraph, and the ends themselves."""
        first, *rest = text.split(BREAK)
        self._run(first, mark)
        for part in rest:
            self._end_paragraph(mark)
            self._run(part, mark)

    def _run(self, text: str, mark: str | None) -> None:
        if not text:
            return
        parent = self._current()
        if mark:
            parent = etree.SubElement(parent, f"{W}{mark}", self._attributes())
        run = etree.SubElement(parent, f"{W}r")
        words = etree.SubElement(run, f"{W}delText" if mark == "del" else f"{W}t")
        words.set(XML_SPACE, "preserve")
        words.text = writable(text)

    def _end_paragraph(self, mark: str | None) -> None:
        """Close the paragraph; a mark on its end says that the end itself was added or removed."""
        paragraph = self._current()
        if mark:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
            run_properties = etree.SubElement(properties, f"{W}rPr")
            etree.SubElement(run_properties, f"{W}{mark}", self._attributes())
        self._paragraph = None

    def _current(self) -> etree._Element:
        if self._paragraph is None:
            self._paragraph = etree.SubElement(self._body, f"{W}p")
        return self._paragraph

    def _attributes(self) -> dict[str, str]:
        self._revision += 1
        return {f"{W}id": str(self._revision), f"{W}author": self._author}


def _package(root: etree._Element) -> bytes:
    """Zip the parts with fixed times."""
    stream = io.BytesIO()
    parts = {
        "[Content_Types].xml": CONTENT_TYPES.encode(),
        "_rels/.rels": RELATIONSHIPS.encode(),
        "word/document.xml": to_bytes(root),
    }
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, content)
    return stream.getvalue()
