"""An alignment as TMX 1.4b, the exchange format of translators' tools.

One translation unit per bead that has both sides; paragraphs of one side are separated by a line
feed. What has no counterpart is left out, since TMX has no place for it. Element order and
attributes follow the specification of TMX 1.4b (LISA OSCAR, 2005).
"""

from lxml import etree

from provtrack.exporters.xml_text import XML_LANG, to_bytes, writable
from provtrack.model.alignment import Alignment
from provtrack.model.comparison import ComparedVersion

HEADER = {
    "creationtool": "provtrack",
    "creationtoolversion": "1",
    "segtype": "paragraph",
    "o-tmf": "provtrack",
    "adminlang": "en",
    "datatype": "plaintext",
}


def alignment_to_tmx(
    alignment: Alignment, base: ComparedVersion, witness: ComparedVersion
) -> bytes:
    """Write the beads with both sides as translation units, in the order of the alignment."""
    root = etree.Element("tmx", version="1.4")
    etree.SubElement(root, "header", {**HEADER, "srclang": base.language})
    body = etree.SubElement(root, "body")
    for number, bead in enumerate(alignment.beads, start=1):
        if bead.base and bead.witness:
            unit = etree.SubElement(body, "tu", tuid=str(number))
            etree.SubElement(unit, "prop", type="x-confidence").text = f"{bead.confidence:.4f}"
            _add_side(unit, base, bead.base)
            _add_side(unit, witness, bead.witness)
    etree.indent(root)
    return to_bytes(root, doctype='<!DOCTYPE tmx SYSTEM "tmx14.dtd">')


def _add_side(unit: etree._Element, version: ComparedVersion, positions: tuple[int, ...]) -> None:
    """Add one language's variant of a translation unit."""
    variant = etree.SubElement(unit, "tuv", {XML_LANG: version.language})
    text = "\n".join(version.paragraphs[position] for position in positions)
    etree.SubElement(variant, "seg").text = writable(text)
